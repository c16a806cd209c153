"""Going from issue to issue, mending them, and letting them stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing import dismissing
from app.editing.dismissing import can_be_dismissed
from translation.model.mark import Side
from ui import texts
from ui.commands import nothing_done
from ui.commands.desk import HasAppearance, HasMessages
from ui.commands.going import GoingDesk, active, go
from ui.commands.issue_wait import IssueWait, is_elsewhere
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.review.issue_menu import IssueMenu, nearest_first
from ui.widgets.message_bar import NOTHING

if TYPE_CHECKING:
    from translation.model.issue import Issue

_TO_CHECK = QT_TRANSLATE_N_NOOP(
    "SegmentCommands",
    "No other issue so far: {count} segment is still being checked. The next comes up by itself.",
    "No other issue so far: {count} segments are still being checked. The next comes up by itself.",
)


class IssueDesk(GoingDesk, HasMessages, HasAppearance, Protocol):
    """What these commands work with."""


def offer(desk: IssueDesk) -> None:
    """Offer what can be done about the issue at the caret, or another of the segment."""
    if desk.session.issues.of(active(desk)):
        menu = IssueMenu(desk.review, desk.session, desk.appearance.theme)
        menu.dismiss_wanted.connect(partial(dismiss, desk))
        menu.open()


def apply_fix(desk: IssueDesk) -> None:
    """Mend the issue at the caret, or the first of the segment that knows how."""
    caret = desk.review.active.editor.caret
    for issue in nearest_first(desk.session.issues.of(active(desk)), caret):
        if issue.fix is not None:
            desk.session.editor.apply_fix(issue)
            return


def dismiss_first(desk: IssueDesk) -> None:
    """Ask why the issue at the caret, or the first of the segment, is to stand."""
    found = nearest_first(desk.session.issues.of(active(desk)), desk.review.active.editor.caret)
    if found := [issue for issue in found if can_be_dismissed(issue)]:
        dismiss(desk, found[:1])


def dismiss(desk: IssueDesk, issues: list[Issue]) -> None:
    """Ask why issues are to stand, and dismiss them."""
    from ui.dialogs.dismiss import DismissDialog

    dialog = DismissDialog(issues, desk.window)
    dialog.given.connect(partial(dismissing.dismiss, desk.session.editor, issues))
    dialog.open()


def project_checks(desk: IssueDesk) -> None:
    """Choose which checks are run in the open project."""
    from ui.dialogs.project_checks import ProjectChecksDialog

    ProjectChecksDialog(desk.session, desk.appearance.settings, desk.window).open()


def next_issue(desk: IssueDesk) -> None:
    """Go to the next segment with an issue, from the end to the top."""
    _go_to_issue(desk, +1)


def previous_issue(desk: IssueDesk) -> None:
    """Go to the segment with an issue before this one, from the top to the end."""
    _go_to_issue(desk, -1)


def _say_no_issue(desk: IssueDesk) -> None:
    told = QCoreApplication.translate("SegmentCommands", "The checks found nothing.")
    if desk.session.issues.count:
        told = QCoreApplication.translate(nothing_done.CONTEXT, nothing_done.NO_OTHER_ISSUE)
    desk.messages.show_message(told, passing=True, topic=NOTHING)


def _wait_for_an_issue(desk: IssueDesk, step: int) -> None:
    """Say that the checks are not through, and go on once they find something."""
    left = desk.session.issues.unchecked
    told = texts.translated("SegmentCommands", _TO_CHECK, count=left)
    desk.messages.show_message(told, passing=True, topic=NOTHING)
    IssueWait(desk.window, desk.session, partial(_come_to_issue, desk, step))


def _come_to_issue(desk: IssueDesk, step: int) -> None:
    if is_elsewhere(desk.session):
        desk.messages.clear(topic=NOTHING)
        _go_to_issue(desk, step)
    else:
        _say_no_issue(desk)


def _go_to_issue(desk: IssueDesk, step: int) -> None:
    document, here = desk.session.document, desk.session.editor.active_id
    issues, count = desk.session.issues, len(document)
    if waits := desk.window.findChild(IssueWait):
        waits.end()
    if issues.unchecked:
        issues.hurry()
    if active(desk) and _go_on_here(desk, issues.of(active(desk)), step):
        return
    if issues.unchecked and not is_elsewhere(desk.session):
        _wait_for_an_issue(desk, step)
        return
    at = document.row(here) if here in document else min(0, -step)
    # From row to row, as thousands of issues would have to be sorted first.
    ways = (at + step * n for n in range(1, count + 1))
    for row in (way % count for way in ways):
        if found := issues.of(document.segments[row].id):
            go(desk, document.segments[row].id)
            stops = _stops(found)
            if stops and active(desk) == found[0].segment_id:
                _put_caret(desk, stops[0 if step > 0 else -1])
            return
    _say_no_issue(desk)


def _go_on_here(desk: IssueDesk, issues: tuple[Issue, ...], step: int) -> bool:
    """Go to the next place of the active segment that an issue names; False where there is none."""
    caret = desk.review.active.editor.caret
    ahead = [stop for stop in _stops(issues) if (stop - caret) * step > 0]
    if ahead:
        _put_caret(desk, min(ahead) if step > 0 else max(ahead))
    return bool(ahead)


def _stops(issues: tuple[Issue, ...]) -> list[int]:
    """Return the places in the translation that issues name, in order (UTF-16)."""
    return sorted({one.start for one in issues if one.side is Side.TARGET and one.length})


def _put_caret(desk: IssueDesk, at: int) -> None:
    editor = desk.review.active.editor
    cursor = editor.textCursor()
    cursor.setPosition(min(at, editor.document().characterCount() - 1))
    editor.setTextCursor(cursor)
