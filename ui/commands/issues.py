"""Going from issue to issue, and mending them."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from ui import texts
from ui.commands.desk import HasMessages
from ui.commands.going import GoingDesk, active, go
from ui.marked import QT_TRANSLATE_N_NOOP

_TO_CHECK = QT_TRANSLATE_N_NOOP(
    "SegmentCommands",
    "Nothing found so far; {count} segment is still to be checked.",
    "Nothing found so far; {count} segments are still to be checked.",
)


class IssueDesk(GoingDesk, HasMessages, Protocol):
    """What these commands work with."""


def apply_fix(desk: IssueDesk) -> None:
    """Mend the first issue of the active segment that knows how."""
    for issue in desk.session.issues.of(active(desk)):
        if issue.fix is not None:
            desk.session.editor.apply_fix(issue)
            return


def next_issue(desk: IssueDesk) -> None:
    """Go to the next segment with an issue, from the end to the top."""
    _go_to_issue(desk, +1)


def previous_issue(desk: IssueDesk) -> None:
    """Go to the segment with an issue before this one, from the top to the end."""
    _go_to_issue(desk, -1)


def _say_no_issue(desk: IssueDesk) -> None:
    left = desk.session.issues.unchecked
    told = (
        texts.translated("SegmentCommands", _TO_CHECK, count=left)
        if left
        else QCoreApplication.translate("SegmentCommands", "The checks found nothing.")
    )
    desk.messages.show_message(told, passing=True)


def _go_to_issue(desk: IssueDesk, step: int) -> None:
    document, here = desk.session.document, desk.session.editor.active_id
    issues, count = desk.session.issues, len(document)
    if issues.unchecked:
        issues.hurry()
    at = document.row(here) if here in document else min(0, -step)
    # From row to row, as thousands of issues would have to be sorted first.
    ways = (at + step * n for n in range(1, count + 1))
    for row in (way % count for way in ways):
        if issues.of(document.segments[row].id):
            go(desk, document.segments[row].id)
            return
    _say_no_issue(desk)
