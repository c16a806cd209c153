"""The last states of every project, kept apart from it, and the way to open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem

from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import set_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.backup import Backup

BACKUP_ROLE = Qt.ItemDataRole.UserRole


class BackupsDialog(Sheet):
    """Lists the backups of the open project, or of all, the latest first."""

    chosen = Signal(object)
    """The Backup to open a copy of."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Backups"))
        self._session = session
        self._backups: list[Backup] = []
        self.add_text(
            self.tr(
                "The last states of each project are kept apart from it: when it was opened and"
                " closed, every half hour of work, and the last of each of the last days. A backup"
                " opens as a copy; nothing is overwritten."
            )
        )
        self._told = self.add_text(self.tr("Looking for backups…"), quiet=True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumHeight(220)
        self.list.itemDoubleClicked.connect(self.accept)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)  # what there is to read stays at the top where nothing is listed
        self.others = QCheckBox(self.tr("Those of other projects too"))
        self.others.setChecked(session.files.path is None)
        self.others.toggled.connect(self._fill)
        self.body.addWidget(self.others)
        self._open = self.add_accept(self.tr("Open a copy"))
        self._open.setEnabled(False)
        session.files.backups_found.connect(self._take)
        session.files.find_backups()

    def accept(self) -> None:
        """Tell which backup was chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(BACKUP_ROLE))
        super().accept()

    def _take(self, backups: list[Backup]) -> None:
        self._backups = backups
        if not any(backup.project == self._session.files.path for backup in backups):
            self.others.setChecked(True)
        self._fill()

    def _fill(self) -> None:
        here, all_of_them = self._session.files.path, self.others.isChecked()
        self.list.clear()
        for backup in self._backups:
            if all_of_them or backup.project == here:
                self.list.addItem(self._item(backup, named=all_of_them))
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._open.setEnabled(self.list.count() > 0)
        error = self._session.autosave.backup_error
        if error is not None:
            self._told.setText(self.tr("The last backup failed: {why}").format(why=error))
        elif not self.list.count():
            self._told.setText(self.tr("None yet."))
        self._told.setVisible(error is not None or not self.list.count())

    def _item(self, backup: Backup, *, named: bool) -> QListWidgetItem:
        size = QLocale().formattedDataSize(backup.size, 1)
        parts = [texts.clock_time(backup.time), size]
        if named:
            parts.append(backup.project.name)
        item = QListWidgetItem("   ".join(parts))
        item.setData(BACKUP_ROLE, backup)
        return item
