"""What a person set, for all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ui.commands.desk import HasAppearance, HasKeys, HasSession, HasWindow

if TYPE_CHECKING:
    from app.settings.table import AnySetting
    from ui.dialogs.preferences import PreferencesDialog


class SettingsDesk(HasSession, HasAppearance, HasKeys, HasWindow, Protocol):
    """What these commands work with."""


def preferences(desk: SettingsDesk) -> None:
    """Show everything that can be set."""
    _dialog(desk).open()


def change_setting(desk: SettingsDesk, setting: AnySetting) -> None:
    """Show the preferences where one of them is set."""
    dialog = _dialog(desk)
    dialog.show_setting(setting)
    dialog.open()


def change_keys(desk: SettingsDesk, action: str) -> None:
    """Show the preferences where the keys of an action can be changed."""
    dialog = _dialog(desk)
    dialog.show_keys_of(action)
    dialog.open()


def _dialog(desk: SettingsDesk) -> PreferencesDialog:
    from ui.dialogs.preferences import PreferencesDialog

    return PreferencesDialog(desk.session, desk.appearance, desk.keys, desk.window)
