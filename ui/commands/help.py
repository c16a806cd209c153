"""Help: the keys, what the window is for, and whose work it stands on."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasAppearance, HasKeys, HasWindow


class HelpDesk(HasAppearance, HasKeys, HasWindow, Protocol):
    """What these commands work with."""


def show(desk: HelpDesk) -> None:
    """Show the help and the keys."""
    from ui.dialogs.help import HelpDialog

    HelpDialog(desk.appearance.theme, desk.keys, desk.window).show()


def about(desk: HelpDesk) -> None:
    """Show what this is and the licences of all that comes with it."""
    from ui.dialogs.about import AboutDialog

    AboutDialog(desk.appearance.theme, desk.window).open()
