"""What changes how the window looks, not what is in it."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasAppearance, HasFilter, HasReview, HasSide, HasWindow


class ViewDesk(HasReview, HasFilter, HasSide, HasAppearance, HasWindow, Protocol):
    """What these commands work with."""


def go_to_filter(desk: ViewDesk) -> None:
    """Go to the filter field."""
    desk.filter_field.setFocus()
    desk.filter_field.selectAll()


def clear_filter(desk: ViewDesk) -> None:
    """Show every segment again."""
    desk.filter_field.clear()


def left_out_text(desk: ViewDesk) -> None:
    """Show or hide the lines of page furniture."""
    desk.review.show_furniture(not desk.review.shows_furniture)


def shows_left_out_text(desk: ViewDesk) -> bool:
    """Tell whether the lines of page furniture are shown."""
    return desk.review.shows_furniture


def zoom(desk: ViewDesk, steps: int) -> None:
    """Make text larger or smaller; 0 gives it its usual size."""
    desk.appearance.zoom(steps)


def choose_theme(desk: ViewDesk, name: str) -> None:
    """Take a theme by its name, or the one that goes with the system's light or dark."""
    desk.appearance.choose(name)


def has_theme(desk: ViewDesk, name: str) -> bool:
    """Tell whether a theme was chosen, or the one that goes with the system's."""
    return desk.appearance.choice == name


def side_panels(desk: ViewDesk) -> None:
    """Close all panels, or open those that were closed together."""
    desk.side.show_all(not desk.side.shown)


def shows_panels(desk: ViewDesk) -> bool:
    """Tell whether any panel is open."""
    return bool(desk.side.shown)


def toggle_panel(desk: ViewDesk, panel: str) -> None:
    """Open or close one panel, by its id."""
    desk.side.toggle(panel)


def shows_panel(desk: ViewDesk, panel: str) -> bool:
    """Tell whether a panel is open, by its id."""
    return desk.side.is_shown(panel)


def full_screen(desk: ViewDesk) -> None:
    """Fill the screen, or leave it again."""
    if desk.window.isFullScreen():
        desk.window.showNormal()
    else:
        desk.window.showFullScreen()


def is_full_screen(desk: ViewDesk) -> bool:
    """Tell whether the window fills the screen."""
    return desk.window.isFullScreen()
