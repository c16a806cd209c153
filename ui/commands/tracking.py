"""Showing the changes in the text of the table."""

from __future__ import annotations

from ui.commands.going import GoingDesk, active


def track_all(desk: GoingDesk) -> None:
    """Show the changes of all rows, or of none."""
    tracking = desk.review.tracking
    tracking.show_all(not tracking.all_rows)


def track_row(desk: GoingDesk) -> None:
    """Show the changes of the active row, or hide them."""
    if here := active(desk):
        desk.review.tracking.toggle(here)


def tracks_all(desk: GoingDesk) -> bool:
    """Tell whether the changes of all rows are shown."""
    return desk.review.tracking.all_rows


def tracks_row(desk: GoingDesk) -> bool:
    """Tell whether those of the active row are."""
    return desk.review.tracking.is_shown(desk.session.editor.active_id)
