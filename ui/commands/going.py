"""Moving between segments."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from ui.commands.desk import HasReview, HasSession, HasWindow


class GoingDesk(HasSession, HasReview, HasWindow, Protocol):
    """What these commands work with."""


def active(desk: GoingDesk) -> str:
    """Return the active segment where it is seen, "" for none."""
    return desk.review.current_id()


def next_segment(desk: GoingDesk) -> None:
    """Go one row down."""
    desk.review.go_by(+1)


def previous_segment(desk: GoingDesk) -> None:
    """Go one row up."""
    desk.review.go_by(-1)


def go_to_unfinished(desk: GoingDesk) -> None:
    """Go to the next segment that wants the translator's word."""
    document = desk.session.document
    active = desk.session.editor.active_id
    row = document.row(active) if active in document else -1
    go(desk, desk.session.editor.places.next("unfinished", row))


def go_to(desk: GoingDesk) -> None:
    """Ask for a number and go there."""
    from ui.dialogs.go_to import GoToDialog

    dialog = GoToDialog(desk.session, desk.window)
    dialog.chosen.connect(partial(go, desk))
    dialog.open()


def go(desk: GoingDesk, segment_id: str) -> None:
    """Go to a segment, "" for none, with the keyboard in its editor."""
    if segment_id:
        desk.review.go_to(segment_id)
        desk.review.focus_editor()
