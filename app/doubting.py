"""The working document whose project may be damaged: what is in doubt, and what to do then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import editing
from app.doubts import Doubts
from app.recovering import Damaged, damage_in, recover_work
from app.working_document import WorkingDocument

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from app.history import Action
    from app.opening import OpenedWork
    from app.services import Services
    from translation.errors import MurajiError
    from translation.model.doubt import Doubt
    from translation.model.edits import EditBatch


class DoubtingDocument(WorkingDocument):
    """A working document that is verified as it is opened, and recovered where that helps."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._doubts = Doubts(self._autosave, self)
        self._doubts.changed.connect(self._show_doubts)
        self._doubts.noticed.connect(self.noticed)
        self._doubts.failed.connect(self.failed)

    @property
    def doubts(self) -> Mapping[str, Doubt]:
        """Why segments cannot be trusted, by their ids."""
        return self._doubts.known

    def settle_doubts(self, segment_ids: Sequence[str], *, put_back: bool) -> None:
        """Say what is right: what the undo history has, or what stands here; one undo step."""
        chosen = {id_: self.doubts[id_] for id_ in segment_ids if id_ in self.doubts}
        self._do(editing.doubts_settled(self._document, chosen, put_back=put_back))

    def damage_in(self, error: MurajiError) -> Damaged | None:
        """Return the project that an error calls damaged, to be given to ``recover``."""
        return damage_in(error)

    @property
    def damage(self) -> Damaged | None:
        """The open project, where a new one may be better off; None where it is well."""
        project = self._autosave.project
        if project is None:
            return None
        verdict = project.verdict
        in_doubt = verdict is not None and (verdict.originals or verdict.missing)
        is_damaged = project.obstacle is not None and damage_in(project.obstacle) is not None
        return Damaged(project.path) if is_damaged or in_doubt else None

    def recover(self, damaged: Damaged) -> None:
        """Put what can be read of a damaged project into a new one, in a worker, and open that.

        Ends as ``open`` does, and in ``recovered``; the damaged one stays as it is.
        """
        open_now = self._autosave.project
        work = partial(recover_work, self._services, damaged, open_now)
        self._open(work, once_saved=open_now is not None and open_now.path == damaged.path)

    def close(self, *, discard: bool = False) -> bool:
        """End all work, save everything and end for good, as in WorkingDocument."""
        if not super().close(discard=discard):
            return False
        self._doubts.close()
        return True

    def _take(self, work: OpenedWork) -> None:
        super()._take(work)
        if work.recovered:
            self.recovered.emit(list(work.recovered))
        if work.project is not None and work.project is self._autosave.project:
            self._doubts.begin(self._document)

    def _let_go(self, *, discard: bool = False) -> bool:
        if not super()._let_go(discard=discard):
            return False
        self._doubts.end()
        return True

    def _record(self, action: Action, step: int, batch: EditBatch) -> None:
        super()._record(action, step, batch)
        self._doubts.settle(editing.settled_by(batch))

    def _show_doubts(self, changed: list[str]) -> None:
        self._issues.set_doubts(self._doubts.issues(), changed)
        self.doubts_changed.emit(changed)
