"""Which checks are on: a switch for each row of their table, and the numbers they go by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from translation.quality import CHECKS, USUAL
from translation.quality.profiles import kept_profiles, profiles_text
from ui.dialogs.setting_editors import follow
from ui.plain import PlainLabel, unmarked
from ui.texts import CHECKS as CONTEXT
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from typing import Any

    from translation.quality import Check, Option, Profile
    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace


class ProfileEditor(QWidget):
    """A switch for each check, with its numbers below it; what is changed is told as a profile."""

    changed = Signal(object)
    """The Profile as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._profile = USUAL
        self.switches: dict[str, QCheckBox] = {}
        self.numbers: dict[str, QSpinBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        for check in CHECKS:
            words = QCoreApplication.translate(CONTEXT, check.words or check.sentence)
            switch = self.switches[check.id] = QCheckBox(unmarked(words))
            switch.clicked.connect(self._switch)
            layout.addWidget(switch)
            if check.options:
                layout.addWidget(self._numbers_of(check))

    def show_profile(self, profile: Profile) -> None:
        """Show a profile; nothing is told."""
        self._profile = profile
        for check in CHECKS:
            self.switches[check.id].setChecked(profile.has(check))
            for option in check.options:
                self.numbers[option.key].setEnabled(profile.has(check))
                self.numbers[option.key].setValue(profile.number(option))

    def _numbers_of(self, check: Check) -> QWidget:
        numbers = QWidget()
        grid = QGridLayout(numbers)
        grid.setContentsMargins(26, 0, 0, 4)
        grid.setColumnStretch(1, 1)
        for row, option in enumerate(check.options):
            words = unmarked(QCoreApplication.translate(CONTEXT, option.words))
            field = self.numbers[option.key] = NumberField()
            field.setRange(*option.limits)
            field.setKeyboardTracking(False)
            field.setAccessibleName(words)
            field.valueChanged.connect(partial(self._set, option))
            grid.addWidget(field, row, 0)
            grid.addWidget(PlainLabel(words), row, 1)
        return numbers

    def _switch(self) -> None:
        profile = self._profile
        for check in CHECKS:
            profile = profile.switched(check, self.switches[check.id].isChecked())
        self._take(profile)

    def _set(self, option: Option, value: int) -> None:
        self._take(self._profile.with_number(option, value))

    def _take(self, profile: Profile) -> None:
        if profile != self._profile:
            self.show_profile(profile)
            self.changed.emit(profile)


class ChecksEditor(ProfileEditor):
    """The checks of the preferences. One that is not ticked is not run."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self.changed.connect(self._keep)
        follow(self, at.settings, setting, self._show)

    def _show(self) -> None:
        self.show_profile(kept_profiles(self._settings.value(self._setting)).get("", USUAL))

    def _keep(self, profile: Profile) -> None:
        kept = kept_profiles(self._settings.value(self._setting))
        self._settings.keep(self._setting, profiles_text({**kept, profile.name: profile}.values()))
