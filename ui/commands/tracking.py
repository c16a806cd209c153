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
