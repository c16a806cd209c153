"""The checks of the project that is open: as in the preferences, or a profile of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from app.settings.check_profiles import chosen_profile, profiles
from ui.dialogs.checks_editor import profile_name
from ui.dialogs.profile_editor import ProfileEditor
from ui.dialogs.sheet import Sheet
from ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from app.session import Session
    from app.settings.store import Settings
    from translation.quality import Profile

_FIRST_SIZE, _LOWEST = (560, 600), 160
"""Pixels: of the dialog at first, and of the list of checks on a low screen; it scrolls."""


class ProjectChecksDialog(Sheet):
    """What is chosen holds at once, and is kept in the project with all its rules."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Checks of this project"), parent, width=560)
        self._choice = session.checks
        self._profiles = profiles(settings)
        usual = profile_name(chosen_profile(settings).name)
        self.profiles = QComboBox()
        self.profiles.setAccessibleName(self.tr("Profile of checks"))
        self.profiles.addItem(
            self.tr("As in the preferences: {profile}").format(profile=usual), None
        )
        for name in self._profiles:
            self.profiles.addItem(profile_name(name), name)
        own = session.checks.of_project
        if own is not None and own.name not in self._profiles:
            self.profiles.addItem(profile_name(own.name), own.name)
        self.profiles.setCurrentIndex(0 if own is None else self.profiles.findData(own.name))
        self.editor = ProfileEditor()
        self.editor.show_profile(session.checks.profile)
        self.editor.setEnabled(own is not None)
        scroll = PageScroll(self.editor)
        scroll.setMinimumHeight(_LOWEST)
        self.resize(*_FIRST_SIZE)
        self.body.addWidget(self.profiles)
        self.body.addWidget(scroll, 1)
        self.add_text(
            self.tr("A profile of the project travels with it, its own rules too."), quiet=True
        )
        self.add_close()
        self.profiles.activated.connect(self._choose)
        self.editor.changed.connect(self._keep)

    def _choose(self, row: int) -> None:
        name = self.profiles.itemData(row)
        own = self._choice.of_project
        if name is None:
            self._choice.choose_for_project(None)
        elif own is None or own.name != name:
            self._choice.choose_for_project(self._profiles[name])
        self.editor.show_profile(self._choice.profile)
        self.editor.setEnabled(name is not None)

    def _keep(self, profile: Profile) -> None:
        self._choice.choose_for_project(profile)
