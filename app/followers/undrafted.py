"""Whether any segment still lacks a draft: one witness is enough, looked for near the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.followers.follower import Follower
from translation.model.edits import Put
from translation.work.drafting import lacks_draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.editing.changes import Change
    from app.ports import Kept
    from translation.model.document import Document


class Undrafted(Follower):
    """Knows whether there is anything to translate, without counting what is."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._witness = ""
        self._row = 0

    @property
    def any(self) -> bool:
        """Whether a segment has neither a translation nor a draft, and is no furniture."""
        return bool(self._witness)

    def open(self, document: Document, _kept: Kept) -> None:
        """Look for the first."""
        self._document = document
        self._look_on()
        self.changed.emit()

    def follow(self, change: Change) -> None:
        """Keep the witness while it is one; else look on from where it stood."""
        before = self._witness
        if not self._is_one(before):
            self._witness = self._among(_candidates(change))
            if before and not self._witness:
                self._look_on()
        if bool(before) is not self.any:
            self.changed.emit()

    def close(self) -> None:
        """Forget the document."""
        self._document, self._witness, self._row = None, "", 0
        self.changed.emit()

    def _among(self, segment_ids: Sequence[str]) -> str:
        if self._document is None:
            return ""
        document, segments = self._document, self._document.segments
        changed = (segments[row] for row in document.rows_of(segment_ids))
        lacking = (one.id for one in changed if one.target is None and lacks_draft(document, one))
        return next(lacking, "")

    def _is_one(self, segment_id: str) -> bool:
        document = self._document
        return (
            document is not None
            and segment_id in document
            and lacks_draft(document, document.segment(segment_id))
        )

    def _look_on(self) -> None:
        """Look from the last witness's row to the end, and then from the top."""
        count = len(self._document.segments) if self._document is not None else 0
        start = min(self._row, count)
        self._witness = self._first(range(start, count)) or self._first(range(start))

    def _first(self, rows: Iterable[int]) -> str:
        document = self._document
        if document is None:
            return ""
        for row in rows:
            segment = document.segments[row]
            if lacks_draft(document, segment):
                self._row = row
                return segment.id
        return ""


def _candidates(change: Change) -> Sequence[str]:
    """Return the segments that may lack a draft since a change.

    One that is without a target now and shows what it showed before has that from its draft.
    """
    if change.batch is None or not change.keeps_texts:
        return change.present
    return [
        edit.after.id
        for edit in change.batch.edits
        if isinstance(edit, Put) and not getattr(edit.before, "target", None)
    ]
