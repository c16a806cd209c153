"""The checks of the preferences: which profile is gone by, and what it looks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from app.settings.check_profiles import (
    chosen_profile,
    forget_profile,
    is_own,
    keep_profile,
    profiles,
    profiles_of_program,
)
from translation.errors import MurajiError
from translation.quality.profile import LONGEST_NAME
from translation.system.preferences import CHECK_PROFILE, CHECK_PROFILES
from translation.work.check_files import read_profile, write_profile
from ui import asking, texts
from ui.dialogs.profile_editor import ProfileEditor
from ui.dialogs.setting_editors import follow
from ui.name_tables import PROFILE_NAMES
from ui.plain import PlainButton, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from translation.quality import Profile
    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace

JSON = "JSON (*.json)"


def profile_name(name: str) -> str:
    """Return what a profile is called."""
    known = PROFILE_NAMES.get(name)
    return QCoreApplication.translate("profiles", known) if known else texts.theirs(name)


class ProfileField(QWidget):
    """The profiles there are, one of them chosen; made, brought in, handed out and taken away."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self.profiles = QComboBox()
        self.profiles.setMinimumWidth(220)
        self.profiles.setAccessibleName(self.tr("Profile of checks"))
        self.profiles.activated.connect(self._choose)
        self._said = PlainLabel()
        self._said.setWordWrap(True)
        self.make = self._button(self.tr("Copy as…"), self._make)
        self.bring_in = self._button(self.tr("Import…"), self._import)
        self.hand_out = self._button(self.tr("Export…"), self._export)
        self.remove = self._button(self.tr("Remove"), self._remove)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.profiles, 0, 0, 1, 3)
        buttons = (self.make, self.bring_in, self.hand_out, self.remove)
        for column, button in enumerate(buttons):
            grid.addWidget(button, 1, column)
        grid.setColumnStretch(len(buttons), 1)
        grid.addWidget(self._said, 2, 0, 1, len(buttons) + 1)
        self._said.hide()
        self.setFocusProxy(self.profiles)
        follow(self, at.settings, setting, self._show)
        follow(self, at.settings, CHECK_PROFILES, self._show)

    def _button(self, words: str, run: Callable[[], None]) -> PlainButton:
        button = PlainButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: run())
        return button

    def _show(self) -> None:
        now = chosen_profile(self._settings).name
        with QSignalBlocker(self.profiles):
            self.profiles.clear()
            for name in profiles(self._settings):
                self.profiles.addItem(profile_name(name), name)
            self.profiles.setCurrentIndex(self.profiles.findData(now))
        is_of_program = now in profiles_of_program()
        self.remove.setText(self.tr("As it was") if is_of_program else self.tr("Remove"))
        self.remove.setEnabled(is_own(self._settings, now))

    def _choose(self, row: int) -> None:
        self._say("")
        self._settings.keep(self._setting, str(self.profiles.itemData(row)))

    def _make(self) -> None:
        from ui.dialogs.profile_name import ProfileNameDialog

        dialog = ProfileNameDialog(set(profiles(self._settings)), self.window())
        dialog.given.connect(self._copy)
        dialog.open()

    def _copy(self, name: str) -> None:
        self._keep(replace(chosen_profile(self._settings), name=name))

    def _import(self) -> None:
        path = asking.file_to_open(self, self.tr("Import a profile"), Path(), JSON)
        if path is not None:
            try:
                self._keep(read_profile(path))
            except MurajiError as error:
                self._say(texts.error_text(error))

    def _export(self) -> None:
        profile = chosen_profile(self._settings)
        named = replace(profile, name=profile.name or "checks")
        place = Path(f"{named.name}.json")
        path = asking.file_to_write(self, self.tr("Export the profile"), place, JSON)
        if path is not None:
            try:
                write_profile(named, path)
            except MurajiError as error:
                self._say(texts.error_text(error))

    def _keep(self, profile: Profile) -> None:
        profile = replace(profile, name=profile.name[:LONGEST_NAME])
        if keep_profile(self._settings, profile):
            self._settings.keep(CHECK_PROFILE, profile.name)
            self._say("")
        else:
            self._say(self.tr("This profile is too large to be kept."))

    def _remove(self) -> None:
        forget_profile(self._settings, chosen_profile(self._settings).name)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))


class ChecksEditor(ProfileEditor):
    """The checks of the profile that is chosen. One that is not ticked is not run."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._settings = at.settings
        self.changed.connect(lambda profile: keep_profile(self._settings, profile))
        follow(self, at.settings, setting, self._show)
        follow(self, at.settings, CHECK_PROFILE, self._show)

    def _show(self) -> None:
        self.show_profile(chosen_profile(self._settings))
