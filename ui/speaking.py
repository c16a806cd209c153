"""What a person hears of the work: the segment gone to, what became of one, every message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.editing.changes import Cause
from translation.model.inline import strip_codes
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.review.accessible import accessible_text, state_text
from ui.review.reference_text import reference_text
from ui.review.roles import Column
from ui.review.segment_row import segment_row
from ui.widgets.aloud import say

if TYPE_CHECKING:
    from app.editing.changes import Change
    from translation.model.segment import SegmentState
    from ui.commands.desk import Desk
    from ui.review.segment_row import SegmentRow

CONTEXT = "Speaking"
_EDITOR = QT_TRANSLATE_NOOP("Speaking", "Translation of segment {number}, {state}")
_SOURCE_FIELD = QT_TRANSLATE_NOOP("Speaking", "Source of segment {number}")
_SOURCE_AND_REFERENCE = QT_TRANSLATE_NOOP("Speaking", "Source: {source} Reference: {reference}")
_SOURCE = QT_TRANSLATE_NOOP("Speaking", "Source: {source}")


class Speaking(QObject):
    """Gives the editor the name of the segment it stands on, and tells those who listen.

    A screen reader hears of the focus, which stays in the editor from row to row; so the row is
    said. What is done to one segment is said as its new state, what is done to many as the step.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._named: tuple[str, SegmentState | None] = ("", None)
        editor = desk.session.editor
        editor.active_changed.connect(self._gone_to)
        editor.document_replaced.connect(self._gone_to)
        editor.changed.connect(self._take)
        desk.messages.said.connect(self._say)

    def _row(self) -> SegmentRow | None:
        session = self._desk.session
        document, active = session.document, session.editor.active_id
        if active not in document:
            return None
        beside = session.issues.last_of(active), session.estimates.of(active)
        return segment_row(document, document.row(active), *beside)

    def _gone_to(self, _segment_id: str = "") -> None:
        row = self._row()
        if row is not None:
            self._name(row)
            self._say(accessible_text(row, Column.NUMBER))

    def _name(self, row: SegmentRow) -> None:
        """Call the editor after its segment, and describe it by the source."""
        self._named = (row.segment.id, row.segment.state)
        active = self._desk.review.active
        target, source = active.editor, active.source
        name = texts.translated(CONTEXT, _EDITOR, number=row.number, state=state_text(row))
        if target.accessibleName() != name:
            target.setAccessibleName(name)
        source.setAccessibleName(texts.translated(CONTEXT, _SOURCE_FIELD, number=row.number))
        target.setAccessibleDescription(
            texts.translated(
                CONTEXT,
                _SOURCE if row.segment.reference is None else _SOURCE_AND_REFERENCE,
                source=strip_codes(row.segment.source),
                reference=reference_text(row),
            )
        )

    def _take(self, change: Change) -> None:
        active = self._desk.session.editor.active_id
        if active in change.segments or active in change.drafted:
            document = self._desk.session.document
            state = document.segment(active).state if active in document else None
            # Of many keystrokes only the first gives the segment another state.
            row = None if change.is_typing and self._named == (active, state) else self._row()
            if row is not None:
                self._name(row)
        # What is undone is a message; what is typed a screen reader says itself.
        batch = change.batch
        is_heard = change.cause is Cause.DO and not change.is_typing and QAccessible.isActive()
        if batch is None or not is_heard:
            return
        document = self._desk.session.document
        here = [id_ for id_ in change.segments if id_ in document]
        if len(here) == 1:
            issues = self._desk.session.issues.last_of(here[0])
            at = segment_row(document, document.row(here[0]), issues)
            self._say(accessible_text(at, Column.STATE))
        else:
            done = QCoreApplication.translate(CONTEXT, "Done: {what}")
            self._say(done.format(what=texts.step_name(batch.label)))

    def _say(self, sentence: str) -> None:
        say(QApplication.focusWidget() or self._desk.window, sentence)
