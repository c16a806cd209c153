"""What a person set, for all documents."""

from __future__ import annotations

from typing import Protocol

from ui.commands.desk import HasAppearance, HasKeys, HasSession, HasWindow


class SettingsDesk(HasSession, HasAppearance, HasKeys, HasWindow, Protocol):
    """What these commands work with."""


def preferences(desk: SettingsDesk) -> None:
    """Show everything that can be set."""
    from ui.dialogs.preferences import PreferencesDialog

    PreferencesDialog(desk.session, desk.appearance, desk.keys, desk.window).open()
