"""Who had a hand in each segment, as the history of the project and its records say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.background.jobs import Jobs
from app.followers.follower import Follower

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from app.files.autosave import Autosave
    from app.ports import Kept
    from translation.model.document import Document
    from translation.model.edit_times import SegmentEdit
    from translation.system.cancel import CancelToken


class Authors(Follower):
    """The names of those who edited a segment or said something of it, the earliest first.

    Those of this session are known at once; ``ask`` has the earlier ones read in a thread.
    """

    changed = Signal()
    """More names are known than before."""

    def __init__(self, autosave: Autosave, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._autosave = autosave
        self._document: Document | None = None
        self._workers: Jobs | None = None
        self._names: dict[str, tuple[str, ...]] = {}
        self._is_asked = False

    def of(self, segment_id: str) -> tuple[str, ...]:
        """Return who had a segment."""
        names = self._names.get(segment_id, ())
        document = self._document
        if document is None or not len(document.records):
            return names
        said = (record.author for record in document.records.of(segment_id) if record.author)
        return tuple(dict.fromkeys((*names, *said)))

    @property
    def everybody(self) -> list[str]:
        """All names, in order of the alphabet."""
        found = {name for names in self._names.values() for name in names}
        if self._document is not None:
            found.update(record.author for record in self._document.records if record.author)
        return sorted(found, key=str.casefold)

    def ask(self) -> None:
        """Have the history read, once a document; ends in ``changed``."""
        project = self._autosave.project
        if self._is_asked or project is None or self._document is None:
            return
        self._is_asked = True
        self._workers = self._workers or Jobs(self, threads=1)
        autosave = self._autosave

        def read(token: CancelToken, _report: object) -> Mapping[str, Sequence[SegmentEdit]]:
            autosave.wait(token)
            return project.edit_times()

        self._workers.start(read, self._take, self.failed.emit)

    def open(self, document: Document, kept: Kept) -> None:
        """Begin with another document."""
        self._document = document

    def follow(self, change: Change) -> None:
        """Take in who did it; what came of a split or a merge went through the same hands."""
        for id_, origins in change.lineage.items():
            before = (name for origin in origins for name in self._names.get(origin, ()))
            self._add(id_, tuple(before))
        if change.batch is not None and change.batch.author:
            for id_ in change.present:
                self._add(id_, (change.batch.author,))

    def close(self) -> None:
        """Forget the names, and read no more."""
        self._document, self._is_asked = None, False
        self._names.clear()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.close()
            workers.deleteLater()

    def _take(self, edits: Mapping[str, Sequence[SegmentEdit]]) -> None:
        for id_, some in edits.items():
            earlier = tuple(edit.author for edit in some if edit.author)
            self._names[id_] = tuple(dict.fromkeys((*earlier, *self._names.get(id_, ()))))
        self.changed.emit()

    def _add(self, segment_id: str, names: tuple[str, ...]) -> None:
        known = self._names.get(segment_id, ())
        if not set(names) <= set(known):
            self._names[segment_id] = tuple(dict.fromkeys((*known, *names)))
