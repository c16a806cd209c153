"""Help: the keys, what the window is for, and whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class HelpCommands:
    """Shows the help sheet and the licences."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show(self) -> None:
        """Show the help and the keys."""
        from ui.dialogs.help import HelpDialog

        HelpDialog(self._window.appearance.theme, self._window).show()

    def about(self) -> None:
        """Show what this is and the licences of all that comes with it."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window.appearance.theme, self._window).open()
