"""Which memories are used: a row for each, the upper ones first among equals, and two to add."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.settings.used_memories import MOST_PENALTY, read_used, written_used
from translation.memory.file import MEMORY_SUFFIX
from translation.memory.shelf import UsedMemory
from translation.system.preferences import own_memory
from ui import asking
from ui.dialogs.setting_editors import CalmWheel, follow
from ui.plain import PlainButton, set_tip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace


class MemoriesEditor(QWidget):
    """Name, penalty and whether it is only read, of each memory; what is changed holds at once."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self._wheel = CalmWheel(self)
        self.used: tuple[UsedMemory, ...] = ()
        self._rows = QWidget()
        self.add = PlainButton(self.tr("Add a memory…"))
        self.make = PlainButton(self.tr("Make a memory…"))
        buttons = QHBoxLayout()
        for button, run in ((self.add, self._add), (self.make, self._make)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._rows)
        self._layout.addLayout(buttons)
        follow(self, at.settings, setting, self._show)

    def take(self, used: tuple[UsedMemory, ...]) -> None:
        """Use these memories from now on; the program's own alone where there are none."""
        self._settings.keep_any(self._setting, written_used(used))
        self._show()

    def _show(self) -> None:
        used = read_used(self._settings.value(self._setting))
        if used == self.used:
            return
        self.used = used
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(0, 1)
        for row, one in enumerate(used):
            self._add_row(grid, row, one)
        self._layout.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _add_row(self, grid: QGridLayout, row: int, one: UsedMemory) -> None:
        own = one.path == own_memory()
        name = self.tr("The program's own") if own else one.path.name.removesuffix(MEMORY_SUFFIX)
        label = ElidedLabel(name)
        set_tip(label, str(one.path))
        penalty = NumberField()
        penalty.setRange(0, MOST_PENALTY)
        penalty.setPrefix(self.tr("penalty "))
        penalty.setSuffix(self.tr(" %"))
        penalty.setKeyboardTracking(False)
        penalty.setValue(one.penalty)
        penalty.setAccessibleName(self.tr("Penalty of {name}").format(name=name))
        penalty.valueChanged.connect(
            lambda value: self._change(row, replace(self.used[row], penalty=value))
        )
        self._wheel.watch(penalty)
        reads = QCheckBox(self.tr("read only"))
        reads.setChecked(one.read_only)
        reads.setAccessibleName(self.tr("{name} is only read").format(name=name))
        reads.toggled.connect(lambda on: self._change(row, replace(self.used[row], read_only=on)))
        up, out = PlainButton(self.tr("Up")), PlainButton(self.tr("Take out"))
        up.setAccessibleName(self.tr("{name} up").format(name=name))
        out.setAccessibleName(self.tr("Take {name} out").format(name=name))
        up.setEnabled(row > 0)
        out.setEnabled(len(read_used(self._settings.value(self._setting))) > 1)
        up.clicked.connect(lambda: self._up(row))
        out.clicked.connect(lambda: self.take(self.used[:row] + self.used[row + 1 :]))
        for column, part in enumerate((label, penalty, reads, up, out)):
            if isinstance(part, PlainButton):
                part.setAutoDefault(False)
            grid.addWidget(part, row, column)

    def _change(self, row: int, one: UsedMemory) -> None:
        used = (*self.used[:row], one, *self.used[row + 1 :])
        self.used = used  # what shows it stays, with the keyboard in it
        self._settings.keep_any(self._setting, written_used(used))

    def _up(self, row: int) -> None:
        used = list(self.used)
        used.insert(row - 1, used.pop(row))
        self.take(tuple(used))

    def _add(self) -> None:
        filters = self.tr("Memories") + f" (*{MEMORY_SUFFIX})"
        chosen = asking.file_to_open(self, self.tr("Add a memory"), own_memory().parent, filters)
        if chosen is not None:
            self._take_also(chosen)

    def _make(self) -> None:
        filters = self.tr("Memories") + f" (*{MEMORY_SUFFIX})"
        place = own_memory().with_name(self.tr("memory") + MEMORY_SUFFIX)
        chosen = asking.file_to_write(self, self.tr("Make a memory"), place, filters)
        if chosen is not None:
            if chosen.suffix != MEMORY_SUFFIX:
                chosen = chosen.with_name(chosen.name + MEMORY_SUFFIX)
            self._take_also(chosen)

    def _take_also(self, path: Path) -> None:
        if path not in [one.path for one in self.used]:
            self.take((*self.used, UsedMemory(path)))
