"""Narrowing the table to some rows, and keeping how under a name."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasAppearance, HasFilter, HasReview, HasWindow

UNFINISHED = "state:unfinished"


class FilteringDesk(HasFilter, HasReview, HasAppearance, HasWindow, Protocol):
    """What these commands work with."""


def only_unfinished(desk: FilteringDesk) -> None:
    """Show what is still to be done alone, or again what was shown before."""
    desk.filter_field.add(UNFINISHED)
    desk.review.focus_editor()


def save_filter(desk: FilteringDesk) -> None:
    """Ask for a name and keep what the filter field says under it."""
    from ui.dialogs.filter_name import FilterNameDialog

    dialog = FilterNameDialog(desk.filter_field.text(), desk.appearance.settings, desk.window)
    dialog.open()
