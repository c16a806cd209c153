"""A profile of checks to be changed: a switch for each check, its numbers, and the own rules."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from translation.quality import USUAL, CheckGroup
from translation.quality.spelling import SWITCHED
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.name_tables import GROUP_NAMES
from ui.plain import PlainButton, PlainLabel, unmarked
from ui.texts import CHECKS as CONTEXT
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from translation.quality import Check, Option, Profile
    from translation.quality.rule import Rule

_RULES = QT_TRANSLATE_N_NOOP("ProfileEditor", "Own rules ({count})…", "Own rules ({count})…")


class ProfileEditor(QWidget):
    """A switch for each check, with its numbers below it; what is changed is told as a profile."""

    changed = Signal(object)
    """The Profile as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._profile = USUAL
        self.switches: dict[str, QCheckBox] = {}
        self.numbers: dict[str, QSpinBox] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(9)
        for group in CheckGroup:
            checks = [check for check in SWITCHED if check.group is group]
            if checks:
                self._add_heading(group)
            for check in checks:
                self._add(check)
        self._add_heading(CheckGroup.OWN)
        self.rules = PlainButton("")
        self.rules.setAutoDefault(False)
        self.rules.clicked.connect(self._edit_rules)
        row = QGridLayout()
        row.addWidget(self.rules, 0, 0)
        row.setColumnStretch(1, 1)
        self._layout.addLayout(row)

    def show_profile(self, profile: Profile) -> None:
        """Show a profile; nothing is told."""
        self._profile = profile
        for check in SWITCHED:
            self.switches[check.id].setChecked(profile.has(check))
            for option in check.options:
                self.numbers[option.key].setEnabled(profile.has(check))
                self.numbers[option.key].setValue(profile.number(option))
        self.rules.setText(texts.translated("ProfileEditor", _RULES, count=len(profile.rules)))

    def _add_heading(self, group: CheckGroup) -> None:
        label = PlainLabel(QCoreApplication.translate("groups", GROUP_NAMES[group]))
        label.setObjectName("cardTitle")
        self._layout.addWidget(label)

    def _add(self, check: Check) -> None:
        words = QCoreApplication.translate(CONTEXT, check.words or check.sentence)
        switch = self.switches[check.id] = QCheckBox(unmarked(words))
        switch.clicked.connect(self._switch)
        self._layout.addWidget(switch)
        if check.options:
            self._layout.addWidget(self._numbers_of(check))

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
        for check in SWITCHED:
            profile = profile.switched(check, self.switches[check.id].isChecked())
        self._take(profile)

    def _set(self, option: Option, value: int) -> None:
        self._take(self._profile.with_number(option, value))

    def _edit_rules(self) -> None:
        from ui.dialogs.rules import RulesDialog

        dialog = RulesDialog(self._profile.rules, self.window())
        dialog.changed.connect(self._take_rules)
        dialog.open()

    def _take_rules(self, rules: tuple[Rule, ...]) -> None:
        self._take(replace(self._profile, rules=rules))

    def _take(self, profile: Profile) -> None:
        if profile != self._profile:
            self.show_profile(profile)
            self.changed.emit(profile)
