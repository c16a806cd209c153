"""Which termbases are at hand: files to be added and taken off, each held to or only shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from translation.formats.termbases import TERMBASE_FORMATS
from translation.terms.files import MOST_FILES, TermbaseFile, read_termbases, written_termbases
from ui import asking, texts
from ui.dialogs.setting_editors import follow
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainButton

if TYPE_CHECKING:
    from translation.system.setting import Setting
    from ui.dialogs.setting_editors import Workplace

CONTEXT = "TermbasesEditor"
_ENTRIES = QT_TRANSLATE_N_NOOP("TermbasesEditor", "{count} entry", "{count} entries")
_HIGH = 200
_PATH = Qt.ItemDataRole.UserRole


class TermbasesEditor(QWidget):
    """A list with a tick for each file, and buttons to add and to take off."""

    def __init__(self, setting: Setting[Any], at: Workplace) -> None:
        super().__init__()
        self._setting = setting
        self._settings = at.settings
        self._terms = at.session.terms
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Termbases"))
        self.list.setMinimumHeight(_HIGH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.add = PlainButton(self.tr("Add…"))
        self.take_off = PlainButton(self.tr("Take off"))
        self.again = PlainButton(self.tr("Read again"))
        row = QHBoxLayout()
        for button, run in (
            (self.add, self._add),
            (self.take_off, self._take_off),
            (self.again, self._terms.read_again),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        self.list.itemChanged.connect(lambda _item: self._keep(self._shown()))
        self.list.currentRowChanged.connect(lambda row: self.take_off.setEnabled(row >= 0))
        self.take_off.setEnabled(False)
        self._terms.files_read.connect(self._show)
        follow(self, at.settings, setting, self._show)

    def _show(self) -> None:
        files = read_termbases(self._settings.value(self._setting))
        marked = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for file in files:
            item = QListWidgetItem(f"{texts.file_name(Path(file.path).name)}\n{self._said(file)}")
            item.setData(_PATH, file.path)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            checked = Qt.CheckState.Checked if file.checks else Qt.CheckState.Unchecked
            item.setCheckState(checked)
            self.list.addItem(item)
        self.list.setCurrentRow(min(marked, len(files) - 1))
        self.list.blockSignals(False)
        self.take_off.setEnabled(self.list.currentRow() >= 0)
        self.add.setEnabled(len(files) < MOST_FILES)

    def _said(self, file: TermbaseFile) -> str:
        """Return what is known of a file: how much it holds, or why it is not read."""
        read = next((one for one in self._terms.files if one.file.path == file.path), None)
        if read is None:
            return self.tr("is being read")
        if read.error is not None:
            return texts.error_text(read.error)
        assert read.base is not None
        count = texts.translated(CONTEXT, _ENTRIES, count=len(read.base.termbase.entries))
        held = self.tr("translations are held to it") if file.checks else self.tr("only shown")
        folder = texts.theirs(str(Path(file.path).parent))
        return texts.listed((count, held, folder), texts.BESIDE)

    def _shown(self) -> list[TermbaseFile]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [
            TermbaseFile(str(item.data(_PATH)), item.checkState() is Qt.CheckState.Checked)
            for item in items
        ]

    def _add(self) -> None:
        shown = self._shown()
        place = Path(shown[-1].path).parent if shown else Path.home()
        suffixes = dict.fromkeys(
            f"*{suffix}" for spec in TERMBASE_FORMATS if spec.read for suffix in spec.suffixes
        )
        filters = f"{self.tr('Termbases')} ({' '.join(suffixes)})"
        chosen = asking.files_to_open(self, self.tr("Add termbases"), place, filters)
        known = {file.path for file in shown}
        added = [TermbaseFile(str(path)) for path in chosen if str(path) not in known]
        if added:
            self._keep([*shown, *added])

    def _take_off(self) -> None:
        shown = self._shown()
        del shown[self.list.currentRow()]
        self._keep(shown)

    def _keep(self, files: list[TermbaseFile]) -> None:
        self._settings.keep_any(self._setting, written_termbases(files))
