"""Asks which files of the project to write, where, under which names and in which formats."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
)

from app.files.exporting_files import FileExport
from translation.work.export_names import apart
from ui import asking, icons, texts
from ui.dialogs import export_name, file_types
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainButton, PlainLabel, set_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.originals import Original
    from ui.dialogs.file_types import FileType
    from ui.theme import Theme

CONTEXT = "ExportFilesDialog"
_FILE, _NAME = 0, 1
_REPLACES = QT_TRANSLATE_N_NOOP(
    "ExportFilesDialog",
    "{count} file exists and will be replaced.",
    "{count} files exist and will be replaced.",
)
_THERE = QT_TRANSLATE_N_NOOP(
    "ExportFilesDialog", "{count} file is there already.", "{count} files are there already."
)


class ExportFilesDialog(Sheet):
    """A line for each file: whether it is written, and under which name."""

    chosen = Signal(list)
    """FileExport of each file that is ticked."""
    together_wanted = Signal()
    """All are rather to be written into one file."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        ticked: Sequence[Original],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent, width=640)
        set_title(self, self.tr("Export files"))
        self.resize(720, 520)
        self._session, self._originals = session, session.originals.all
        self._format = QComboBox()
        self._format.setAccessibleName(self.tr("Format"))
        self._format.addItem(self.tr("Each in the format it came in"), None)
        for type_ in file_types.of_any():
            self._format.addItem(type_.name, type_)
        self.body.addWidget(self._format)
        self.table = self._make_table(ticked)
        self.body.addWidget(self.table, 1)
        self.folder = QLineEdit(str(export_name.usual_folder(session)))
        self.folder.setAccessibleName(self.tr("Folder"))
        browse = PlainButton(self.tr("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        self.body.addLayout(row)
        self._warning = PlainLabel()
        self._warning.setWordWrap(True)
        self._sign = PlainLabel()
        self._sign.setPixmap(icons.icon("warning", theme.color("warning")).pixmap(16, 16))
        warned = QHBoxLayout()
        warned.setSpacing(8)
        warned.addWidget(self._sign)
        warned.addWidget(self._warning, 1)
        self.body.addLayout(warned)
        self._write = self.add_accept(self.tr("Export"))
        together = self.add_button(self.tr("All in one file…"))
        together.clicked.connect(self._leave_together)
        self._format.currentIndexChanged.connect(self._propose)
        self.folder.textChanged.connect(self._check)
        self._propose()
        self.table.itemChanged.connect(self._check)
        self.table.setFocus()

    def _make_table(self, ticked: Sequence[Original]) -> QTableWidget:
        table = QTableWidget(len(self._originals), 2)
        table.setObjectName("factTable")
        table.setAccessibleName(self.tr("Files to write"))
        table.setHorizontalHeaderLabels((self.tr("File"), self.tr("Written as")))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        ids = {one.id for one in ticked}
        for row, one in enumerate(self._originals):
            item = QTableWidgetItem(texts.file_name(one.name))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsSelectable
            )
            is_ticked = one.id in ids
            item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
            table.setItem(row, _FILE, item)
            table.setItem(row, _NAME, QTableWidgetItem())
        table.setCurrentCell(0, _FILE)
        return table

    # --- what is asked for -------------------------------------------------------------------

    @property
    def plan(self) -> list[FileExport]:
        """What is to be written now."""
        folder = self._folder()
        return [
            FileExport(one, folder / self._name(row), self._type(one).id)
            for row, one in enumerate(self._originals)
            if self._item(row, _FILE).checkState() is Qt.CheckState.Checked
        ]

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _name(self, row: int) -> str:
        return self._item(row, _NAME).text().strip()

    def _type(self, one: Original) -> FileType:
        chosen: FileType | None = self._format.currentData()
        return chosen or file_types.of_original(one)

    def _folder(self) -> Path:
        path = Path(self.folder.text().strip())
        if path.parts[:1] == ("~",):
            path = Path.home().joinpath(*path.parts[1:])
        return export_name.usual_folder(self._session) / path

    def _propose(self) -> None:
        """Give each file a name of its own in the format that is wanted."""
        used: set[str] = set()
        for row, one in enumerate(self._originals):
            name = apart(export_name.name_for(one, self._type(one)), used)
            used.add(name.casefold())
            self._item(row, _NAME).setText(name)
        self._check()

    def _check(self, *_what: object) -> None:
        plan, folder = self.plan, self._folder()
        names = [one.path.name.casefold() for one in plan]
        own = {folder / Path(one.name).name for one in self._originals}
        there = [one for one in plan if export_name.is_file(one.path)]
        is_named = all(one.path.parent == folder and one.path != folder for one in plan)
        hits = [one for one in plan if one.path in own]
        warning = ""
        if not export_name.is_folder(folder):
            warning = self.tr("There is no such folder.")
        elif not is_named or len(set(names)) < len(names):
            warning = self.tr("Each file needs a name of its own.")
        elif hits:
            warning = self.tr("{file} is the original itself: choose another name.")
            warning = warning.format(file=texts.file_name(hits[0].path.name))
        self._write.setEnabled(bool(plan) and not warning)
        if there and not warning:
            warning = texts.translated(CONTEXT, _REPLACES, count=len(there))
        self._warning.setText(warning)
        self._sign.setVisible(bool(warning))

    def _browse(self) -> None:
        folder = asking.folder_to_use(self, self.tr("Folder"))
        if folder is not None:
            self.folder.setText(str(folder))

    def _leave_together(self) -> None:
        self.reject()
        self.together_wanted.emit()

    def accept(self) -> None:
        """Tell what to write, once a person said that what is there may go."""
        plan = self.plan
        there = sum(export_name.is_file(one.path) for one in plan)
        if there and not self._may_replace(there):
            return
        self.chosen.emit(plan)
        super().accept()

    def _may_replace(self, count: int) -> bool:
        replaced = partial(texts.translated, CONTEXT, _THERE, count=count)
        return asking.ask(
            self,
            replaced(),
            self.tr("The export puts others in their place; what they hold now is gone then."),
            keep=self.tr("Other names"),
            lose=self.tr("Replace them"),
        )
