"""The files of the project: how far each is, their order, and what to do with one."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHBoxLayout, QHeaderView

from translation.model.progress import total
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import PlainButton, set_title, tip
from ui.widgets.fact_table import FactTable

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.model.originals import Original
    from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class FileColumn(IntEnum):
    """What is said of a file."""

    NAME = 0
    LANGUAGES = 1
    FORMAT = 2
    SEGMENTS = 3
    CONFIRMED = 4


_HEADINGS = {
    FileColumn.NAME: QT_TRANSLATE_NOOP("ProjectFiles", "File"),
    FileColumn.LANGUAGES: QT_TRANSLATE_NOOP("ProjectFiles", "Languages"),
    FileColumn.FORMAT: QT_TRANSLATE_NOOP("ProjectFiles", "Format"),
    FileColumn.SEGMENTS: QT_TRANSLATE_NOOP("ProjectFiles", "Segments"),
    FileColumn.CONFIRMED: QT_TRANSLATE_NOOP("ProjectFiles", "Confirmed"),
}
_NUMBERS = (FileColumn.SEGMENTS, FileColumn.CONFIRMED)


class OriginalsModel(QAbstractTableModel):
    """A row for each original of the project, as it is now."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.originals = session.originals.all
        session.editor.changed.connect(self.refresh)
        session.editor.document_replaced.connect(self.refresh)

    def refresh(self) -> None:
        """Read the files again."""
        now = self._session.originals.all
        if now != self.originals:
            self.beginResetModel()
            self.originals = now
            self.endResetModel()
        elif now:
            self.dataChanged.emit(self.index(0, 0), self.index(len(now) - 1, len(FileColumn) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of originals."""
        return 0 if parent.isValid() else len(self.originals)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(FileColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        column = FileColumn(index.column())
        said = self._said(self.originals[index.row()], column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return said
            case Qt.ItemDataRole.ToolTipRole:
                return tip(said)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head each column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(FileColumn(section))
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("ProjectFiles", _HEADINGS[FileColumn(section)])
        return None

    def _said(self, one: Original, column: FileColumn) -> str:
        document = self._session.document
        match column:
            case FileColumn.NAME:
                return texts.file_name(one.name)
            case FileColumn.LANGUAGES:
                pairs = dict.fromkeys(file.pair for file in one.files)
                return texts.listed(texts.pair_name(pair) for pair in pairs)
            case FileColumn.FORMAT:
                return _format_name(one.format)
        progress = total(document.progress_of(id_) for id_ in one.ids)
        if column is FileColumn.SEGMENTS:
            return texts.number(progress.segments)
        share = 100 * progress.done // progress.segments if progress.segments else 0
        return texts.percent(share)


def _format_name(format_id: str) -> str:
    from translation.formats import FORMATS

    return next((spec.name for spec in FORMATS if spec.id == format_id), format_id)


def _side(column: FileColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class ProjectFilesDialog(Sheet):
    """Lists the files; what is done to them is done at once, and each is an undo step."""

    chosen = Signal(object)
    """The SourceFile to go to."""
    add_wanted = Signal()
    removal_wanted = Signal(object)
    """The Original that somebody wants out of the project."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=720)
        set_title(self, self.tr("Files of the project"))
        self.resize(780, 420)
        self._session = session
        self.model = OriginalsModel(session, self)
        self.table = FactTable(self.model, theme, self.tr("Files of the project"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(FileColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self.accept)
        self.body.addWidget(self.table, 1)
        self._buttons: dict[str, PlainButton] = {}
        row = QHBoxLayout()
        for name, words, do in (
            ("add", self.tr("Add files…"), self.add_wanted.emit),
            ("remove", self.tr("Remove…"), self._remove),
            ("up", self.tr("Move up"), lambda: self._move(-1)),
            ("down", self.tr("Move down"), lambda: self._move(+1)),
        ):
            button = self._buttons[name] = PlainButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_accept(self.tr("Go there"))
        self.table.selectionModel().currentRowChanged.connect(self._refresh)
        self.model.modelReset.connect(self._after_reset)
        present = session.originals.present
        ids = [one.id for one in self.model.originals]
        self._mark(ids.index(present.id) if present else 0)
        self.table.setFocus()

    @property
    def marked(self) -> Original | None:
        """The file that is marked."""
        row = self.table.currentIndex().row()
        return self.model.originals[row] if 0 <= row < len(self.model.originals) else None

    def accept(self) -> None:
        """Go to the file that is marked."""
        if self.marked is not None:
            self.chosen.emit(self.marked.files[0])
        super().accept()

    def _mark(self, row: int) -> None:
        self._row = row
        self.table.selectRow(max(0, min(row, self.model.rowCount() - 1)))
        self._refresh()

    def _after_reset(self) -> None:
        self._mark(self._row)

    def _refresh(self, *_index: object) -> None:
        row, count = self.table.currentIndex().row(), self.model.rowCount()
        if row >= 0:
            self._row = row
        is_editable = not self._session.editor.read_only
        self._buttons["add"].setEnabled(is_editable)
        self._buttons["remove"].setEnabled(is_editable and count > 1)
        self._buttons["up"].setEnabled(is_editable and row > 0)
        self._buttons["down"].setEnabled(is_editable and 0 <= row < count - 1)

    def _remove(self) -> None:
        if self.marked is not None:
            self.removal_wanted.emit(self.marked)

    def _move(self, by: int) -> None:
        marked = self.marked
        if marked is not None:
            self._row += by
            self._session.originals.move(marked, by)
