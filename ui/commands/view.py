"""What changes how the window looks, not what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.appearance import SYSTEM
from ui.theme import CONTRAST, DARK, LIGHT

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class ViewCommands:
    """Filter, text size, theme, panels."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def filter(self) -> None:
        """Go to the filter field."""
        self._window.filter_field.setFocus()
        self._window.filter_field.selectAll()

    def clear_filter(self) -> None:
        """Show every segment again."""
        self._window.filter_field.clear()

    def left_out_text(self) -> None:
        """Show or hide the lines of page furniture."""
        review = self._window.review
        review.show_furniture(not review.shows_furniture)

    def zoom_in(self) -> None:
        """Make text larger."""
        self._window.appearance.zoom(+1)

    def zoom_out(self) -> None:
        """Make text smaller."""
        self._window.appearance.zoom(-1)

    def zoom_reset(self) -> None:
        """Give text its usual size."""
        self._window.appearance.zoom(0)

    def theme_system(self) -> None:
        """Follow the system's light or dark."""
        self._window.appearance.choose(SYSTEM)

    def theme_light(self) -> None:
        """Dark on light."""
        self._window.appearance.choose(LIGHT.name)

    def theme_dark(self) -> None:
        """Light on dark."""
        self._window.appearance.choose(DARK.name)

    def theme_contrast(self) -> None:
        """White on black, every text at 7:1 or more."""
        self._window.appearance.choose(CONTRAST.name)

    def side_panels(self) -> None:
        """Show or hide the column of panels."""
        self._window.side.show_all(self._window.side.isHidden())

    def panel_scores(self) -> None:
        """Show or hide Scores."""
        self._window.side.toggle("scores")

    def panel_changes(self) -> None:
        """Show or hide Changes."""
        self._window.side.toggle("changes")

    def panel_issues(self) -> None:
        """Show or hide Issues."""
        self._window.side.toggle("issues")

    def panel_document(self) -> None:
        """Show or hide Document."""
        self._window.side.toggle("document")

    def full_screen(self) -> None:
        """Fill the screen, or leave it again."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
