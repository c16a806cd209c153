"""What can be done to the active segment, and moving between segments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.navigation import next_unfinished
from translation.model.segment import SegmentState
from ui import texts
from ui.commands.desk import HasMessages, HasReview, HasSession, HasWindow
from ui.marked import QT_TRANSLATE_N_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable

_TO_CHECK = QT_TRANSLATE_N_NOOP(
    "SegmentCommands",
    "Nothing found so far; {count} segment is still to be checked.",
    "Nothing found so far; {count} segments are still to be checked.",
)


class SegmentDesk(HasSession, HasReview, HasMessages, HasWindow, Protocol):
    """What these commands work with; each does nothing where no segment is active."""


def _active(desk: SegmentDesk) -> str:
    """Return the active segment where it is seen, "" for none."""
    return desk.review.current_id()


def confirm(desk: SegmentDesk) -> None:
    """Give the translator's word and go to the next unfinished segment."""
    desk.review.confirm_and_next()


def mark_reviewed(desk: SegmentDesk) -> None:
    """Give a second person's word."""
    _set_state(desk, SegmentState.REVIEWED)


def mark_final(desk: SegmentDesk) -> None:
    """Release the segment."""
    _set_state(desk, SegmentState.FINAL)


def unconfirm(desk: SegmentDesk) -> None:
    """Take the word back; the text stays."""
    _set_state(desk, SegmentState.EDITED)


def _set_state(desk: SegmentDesk, state: SegmentState) -> None:
    if _active(desk):
        desk.session.editor.set_state([_active(desk)], state)


def paste_plain(desk: SegmentDesk) -> None:
    """Paste the clipboard's text, without any codes."""
    desk.review.paste_plain()


def undo(desk: SegmentDesk) -> None:
    """Take the last step back."""
    told = QCoreApplication.translate("SegmentCommands", "Undone: {what}")
    _moving(desk, desk.session.editor.undo, told, desk.session.editor.undo_stack.undoText())


def redo(desk: SegmentDesk) -> None:
    """Do the step again that was last taken back."""
    told = QCoreApplication.translate("SegmentCommands", "Done again: {what}")
    _moving(desk, desk.session.editor.redo, told, desk.session.editor.undo_stack.redoText())


def _moving(desk: SegmentDesk, move: Callable[[], None], told: str, what: str) -> None:
    """Undo or redo, and say what it was where that is not in the segment one is in."""
    before, document = _active(desk), desk.session.document
    move()
    active = desk.session.editor.active_id
    if active != before and active in document:
        where = QCoreApplication.translate("SegmentCommands", "segment {number}")
        place = where.format(number=document.row(active) + 1)
        said = texts.listed((told.format(what=texts.step_name(what)), place))
        desk.messages.show_message(said, passing=True)


def next_segment(desk: SegmentDesk) -> None:
    """Go one row down."""
    desk.review.go_by(+1)


def previous_segment(desk: SegmentDesk) -> None:
    """Go one row up."""
    desk.review.go_by(-1)


def go_to_unfinished(desk: SegmentDesk) -> None:
    """Go to the next segment that wants the translator's word."""
    document = desk.session.document
    active = desk.session.editor.active_id
    row = document.row(active) if active in document else -1
    _go(desk, next_unfinished(document, row))


def go_to(desk: SegmentDesk) -> None:
    """Ask for a number and go there."""
    from ui.dialogs.go_to import GoToDialog

    dialog = GoToDialog(desk.session, desk.window)
    dialog.chosen.connect(partial(_go, desk))
    dialog.open()


def _go(desk: SegmentDesk, segment_id: str) -> None:
    if segment_id:
        desk.review.go_to(segment_id)
        desk.review.focus_editor()


def insert_draft(desk: SegmentDesk) -> None:
    """Put the draft into the translation."""
    if _active(desk):
        desk.session.editor.accept_draft(_active(desk))


def drafts(desk: SegmentDesk) -> None:
    """Show the drafts of the active segment."""
    from ui.dialogs.drafts import DraftsDialog

    active = _active(desk)
    if not active:
        return
    segment = desk.session.document.segment(active)
    if not desk.session.document.drafts.fitting(segment):
        told = QCoreApplication.translate("SegmentCommands", "This segment has no draft.")
        desk.messages.show_message(told, passing=True)
        return
    dialog = DraftsDialog(desk.session, active, desk.window)
    dialog.chosen.connect(lambda draft: desk.session.editor.choose_draft(active, draft))
    dialog.open()


def copy_source(desk: SegmentDesk) -> None:
    """Put the source text into the translation."""
    if _active(desk):
        desk.session.editor.copy_source(_active(desk))


def insert_code(desk: SegmentDesk) -> None:
    """Insert the next missing code at the caret."""
    desk.review.insert_missing_code()


def clear(desk: SegmentDesk) -> None:
    """Back to the draft, as if never touched."""
    if _active(desk):
        desk.session.editor.clear(_active(desk))


def split(desk: SegmentDesk) -> None:
    """Split the segment at the caret."""
    desk.review.split_at_caret()


def merge(desk: SegmentDesk) -> None:
    """Join the segment with the next one of its paragraph."""
    if _active(desk):
        desk.session.editor.merge_with_next(_active(desk))


def toggle_furniture(desk: SegmentDesk) -> None:
    """Leave the paragraph out as page furniture, or bring it back."""
    document = desk.session.document
    if _active(desk) in document:
        segment = document.segment(_active(desk))
        desk.session.editor.toggle_furniture(segment.unit_id)


def bring_all_back(desk: SegmentDesk) -> None:
    """Bring back every paragraph that is left out."""
    desk.session.editor.bring_all_back()


def apply_fix(desk: SegmentDesk) -> None:
    """Mend the first issue of the active segment that knows how."""
    for issue in desk.session.issues.of(_active(desk)):
        if issue.fix is not None:
            desk.session.editor.apply_fix(issue)
            return


def next_issue(desk: SegmentDesk) -> None:
    """Go to the next segment with an issue, from the end to the top."""
    _go_to_issue(desk, +1)


def previous_issue(desk: SegmentDesk) -> None:
    """Go to the segment with an issue before this one, from the top to the end."""
    _go_to_issue(desk, -1)


def _say_no_issue(desk: SegmentDesk) -> None:
    left = desk.session.issues.unchecked
    told = (
        texts.translated("SegmentCommands", _TO_CHECK, count=left)
        if left
        else QCoreApplication.translate("SegmentCommands", "The checks found nothing.")
    )
    desk.messages.show_message(told, passing=True)


def _go_to_issue(desk: SegmentDesk, step: int) -> None:
    document, active = desk.session.document, desk.session.editor.active_id
    rows = sorted({document.row(i.segment_id) for i in desk.session.issues.all()})
    if desk.session.issues.unchecked:
        desk.session.issues.hurry()
    if not rows:
        _say_no_issue(desk)
        return
    here = document.row(active) if active in document else -1
    ahead = [row for row in rows if (row - here) * step > 0]
    row = (min if step > 0 else max)(ahead or rows)
    _go(desk, document.segments[row].id)
