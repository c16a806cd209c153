"""The errors that people marked, as marks, with what can be done about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.mark import Mark, MarkAction, MarkKind, Side
from translation.mqm.names import category_name, severity_name
from ui import texts
from ui.review.marks import MarkSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QObject

    from app.editing.editor import Editor
    from app.followers.marked_errors import MarkedErrors
    from translation.mqm import FoundError, Typology
    from ui.review.segment_row import SegmentRow

TAKE_AWAY = "mqm_take_away"
"""The command of the action of a mark."""
MAJOR_POINTS, CRITICAL_POINTS = 5, 25
"""From so many points on an error looks major, or critical, whatever a typology calls it."""


class ErrorMarks(MarkSource):
    """Marks the words of errors that stand; what was changed since has no place any more."""

    def __init__(self, errors: MarkedErrors, work: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errors = errors
        self._work = work
        errors.changed.connect(self.changed)

    def marks(self, row: SegmentRow) -> Iterator[Mark]:
        """Give a mark for each error that has a place."""
        for found in self._errors.of(row.segment.id):
            if found.place is not None:
                start, end = found.place
                side = Side(found.error.side)
                kind = mark_kind(found, self._errors.typology)
                yield Mark(side, start, end - start, kind, error_text(found, self._errors.typology))

    def actions(self, row: SegmentRow, position: int) -> Iterator[MarkAction]:
        """Offer to take errors of the target away."""
        for found in self._errors.of(row.segment.id):
            is_here = found.place is not None and found.place[0] <= position <= found.place[1]
            if is_here and found.error.side == Side.TARGET.value and found.error.text:
                said = QCoreApplication.translate("ErrorMarks", "Take the error “{name}” away")
                name = category_name(self._errors.typology, found.error.category)
                yield MarkAction(said.format(name=texts.theirs(name)), found.record.id, TAKE_AWAY)

    def take(self, segment_id: str, action: MarkAction) -> None:
        """Take an error away."""
        if action.command == TAKE_AWAY:
            self._work.take_back(action.target)


def mark_kind(found: FoundError, typology: Typology) -> MarkKind:
    """Return how an error looks: by its points, whatever its severity is called."""
    severity = typology.severity(found.error.severity)
    points = severity.points if severity else 0
    if points >= CRITICAL_POINTS:
        return MarkKind.MQM_CRITICAL
    return MarkKind.MQM_MAJOR if points >= MAJOR_POINTS else MarkKind.MQM_MINOR


def error_text(found: FoundError, typology: Typology) -> str:
    """Return what is said of an error: category, severity, and the note where there is one."""
    error = found.error
    severity = severity_name(typology, error.severity)
    named = category_name(typology, error.category), severity, error.note
    return texts.listed((texts.theirs(part) for part in named if part), texts.BESIDE)
