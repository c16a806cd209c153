"""What can be done to the active segment, and moving between segments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.navigation import next_unfinished
from translation.model.segment import SegmentState
from ui import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.session import Session
    from ui.main_window import MainWindow


class SegmentCommands:
    """Every method is an action; each does nothing where no segment is active."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def _session(self) -> Session:
        return self._window.session

    @property
    def _active(self) -> str:
        """The active segment where it is seen, else none."""
        return self._window.review.current_id()

    def confirm(self) -> None:
        """Give the translator's word and go to the next unfinished segment."""
        self._window.review.confirm_and_next()

    def mark_reviewed(self) -> None:
        """Give a second person's word."""
        self._set_state(SegmentState.REVIEWED)

    def mark_final(self) -> None:
        """Release the segment."""
        self._set_state(SegmentState.FINAL)

    def unconfirm(self) -> None:
        """Take the word back; the text stays."""
        self._set_state(SegmentState.EDITED)

    def _set_state(self, state: SegmentState) -> None:
        if self._active:
            self._session.set_state([self._active], state)

    def paste_plain(self) -> None:
        """Paste the clipboard's text, without any codes."""
        self._window.review.paste_plain()

    def undo(self) -> None:
        """Take the last step back."""
        told = QCoreApplication.translate("SegmentCommands", "Undone: {what}")
        self._moving(self._session.undo, told, self._session.undo_stack.undoText())

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        told = QCoreApplication.translate("SegmentCommands", "Done again: {what}")
        self._moving(self._session.redo, told, self._session.undo_stack.redoText())

    def _moving(self, move: Callable[[], None], told: str, what: str) -> None:
        """Undo or redo, and say what it was where that is not in the segment one is in."""
        before, document = self._active, self._session.document
        move()
        active = self._session.active_id
        if active != before and active in document:
            where = QCoreApplication.translate("SegmentCommands", "segment {number}")
            place = where.format(number=document.row(active) + 1)
            said = ", ".join((told.format(what=texts.step_name(what)), place))
            self._window.messages.show_message(said, passing=True)

    def next(self) -> None:
        """Go one row down."""
        self._window.review.move(+1)

    def previous(self) -> None:
        """Go one row up."""
        self._window.review.move(-1)

    def next_unfinished(self) -> None:
        """Go to the next segment that wants the translator's word."""
        document = self._session.document
        active = self._session.active_id
        row = document.row(active) if active in document else -1
        self._go(next_unfinished(document, row))

    def go_to(self) -> None:
        """Ask for a number and go there."""
        from ui.dialogs.go_to import GoToDialog

        dialog = GoToDialog(self._session, self._window)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _go(self, segment_id: str) -> None:
        if segment_id:
            self._window.review.go_to(segment_id)
            self._window.review.focus_editor()

    def insert_draft(self) -> None:
        """Put the draft into the translation."""
        if self._active:
            self._session.accept_draft(self._active)

    def drafts(self) -> None:
        """Show the drafts of the active segment."""
        from ui.dialogs.drafts import DraftsDialog

        active = self._active
        if not active:
            return
        segment = self._session.document.segment(active)
        if not self._session.document.drafts.fitting(segment):
            told = QCoreApplication.translate("SegmentCommands", "This segment has no draft.")
            self._window.messages.show_message(told, passing=True)
            return
        dialog = DraftsDialog(self._session, active, self._window)
        dialog.chosen.connect(lambda draft: self._session.choose_draft(active, draft))
        dialog.open()

    def copy_source(self) -> None:
        """Put the source text into the translation."""
        if self._active:
            self._session.copy_source(self._active)

    def insert_code(self) -> None:
        """Insert the next missing code at the caret."""
        self._window.review.insert_missing_code()

    def clear(self) -> None:
        """Back to the draft, as if never touched."""
        if self._active:
            self._session.clear(self._active)

    def split(self) -> None:
        """Split the segment at the caret."""
        self._window.review.split_at_caret()

    def merge(self) -> None:
        """Join the segment with the next one of its paragraph."""
        if self._active:
            self._session.merge_with_next(self._active)

    def toggle_furniture(self) -> None:
        """Leave the paragraph out as page furniture, or bring it back."""
        document = self._session.document
        if self._active in document:
            segment = document.segment(self._active)
            self._session.toggle_furniture(segment.unit_id)

    def bring_all_back(self) -> None:
        """Bring back every paragraph that is left out."""
        self._session.bring_all_back()

    def apply_fix(self) -> None:
        """Mend the first issue of the active segment that knows how."""
        for issue in self._session.issues(self._active):
            if issue.fix is not None:
                self._session.apply_fix(issue)
                return

    def next_issue(self) -> None:
        """Go to the next segment with an issue, from the end to the top."""
        self._go_to_issue(+1)

    def previous_issue(self) -> None:
        """Go to the segment with an issue before this one, from the top to the end."""
        self._go_to_issue(-1)

    def _say_no_issue(self) -> None:
        left = self._session.unchecked
        told = (
            QCoreApplication.translate(
                "SegmentCommands", "Nothing found so far; {left} segments are still to be checked."
            )
            if left
            else QCoreApplication.translate("SegmentCommands", "The checks found nothing.")
        )
        self._window.messages.show_message(told.format(left=left), passing=True)

    def _go_to_issue(self, step: int) -> None:
        document, active = self._session.document, self._session.active_id
        rows = sorted({document.row(i.segment_id) for i in self._session.all_issues()})
        if self._session.unchecked:
            self._session.hurry_checks()
        if not rows:
            self._say_no_issue()
            return
        here = document.row(active) if active in document else -1
        ahead = [row for row in rows if (row - here) * step > 0]
        row = (min if step > 0 else max)(ahead or rows)
        self._go(document.segments[row].id)
