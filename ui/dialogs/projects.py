"""All known projects: how far each is, to be searched, ordered, opened and left out of the list."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QHeaderView, QLineEdit

from translation.text.normalise import for_matching
from ui import asking, texts
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.plain import set_title, tip
from ui.widgets.fact_table import FactTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from app.files.known_projects import KnownProject
    from app.session import Session
    from app.settings.recent import RecentFiles
    from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
SORT_ROLE = _Role.UserRole
"""What a column is ordered by."""
_COUNT = QT_TRANSLATE_N_NOOP("Projects", "{count} project", "{count} projects")


class ProjectColumn(IntEnum):
    """What is said of a project."""

    TITLE = 0
    PLACE = 1
    FILES = 2
    SEGMENTS = 3
    CONFIRMED = 4
    WORKED = 5
    SIZE = 6


_HEADINGS = {
    ProjectColumn.TITLE: QT_TRANSLATE_NOOP("Projects", "Project"),
    ProjectColumn.PLACE: QT_TRANSLATE_NOOP("Projects", "Folder"),
    ProjectColumn.FILES: QT_TRANSLATE_NOOP("Projects", "Files"),
    ProjectColumn.SEGMENTS: QT_TRANSLATE_NOOP("Projects", "Segments"),
    ProjectColumn.CONFIRMED: QT_TRANSLATE_NOOP("Projects", "Confirmed"),
    ProjectColumn.WORKED: QT_TRANSLATE_NOOP("Projects", "Worked on"),
    ProjectColumn.SIZE: QT_TRANSLATE_NOOP("Projects", "Size"),
}
_WORDS = (ProjectColumn.TITLE, ProjectColumn.PLACE)


class ProjectsModel(QAbstractTableModel):
    """A row for each project that is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.projects: list[KnownProject] = []

    def show(self, projects: Sequence[KnownProject]) -> None:
        """Show these."""
        self.beginResetModel()
        self.projects = list(projects)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of projects."""
        return 0 if parent.isValid() else len(self.projects)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What is said of each."""
        return 0 if parent.isValid() else len(ProjectColumn)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """Return what a cell says, or is ordered by."""
        if not index.isValid():
            return None
        one, column = self.projects[index.row()], ProjectColumn(index.column())
        match role:
            case _Role.DisplayRole:
                return _said(one, column)
            case _Role.ToolTipRole:
                return tip(_told(one))
            case _Role.TextAlignmentRole:
                return _side(column)
            case _ if role == SORT_ROLE:
                return _order(one, column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Head each column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _Role.TextAlignmentRole:
            return _side(ProjectColumn(section))
        if role == _Role.DisplayRole:
            return QCoreApplication.translate("Projects", _HEADINGS[ProjectColumn(section)])
        return None


def _said(one: KnownProject, column: ProjectColumn) -> str:
    summary = one.summary
    if column is ProjectColumn.TITLE:
        return title_of(one)
    if column is ProjectColumn.PLACE:
        return texts.file_name(str(one.path.parent))
    if summary is None:
        return "–"
    match column:
        case ProjectColumn.FILES:
            return texts.number(len(summary.files))
        case ProjectColumn.SEGMENTS:
            return texts.number(summary.segments)
        case ProjectColumn.CONFIRMED:
            return texts.percent(_share(one))
        case ProjectColumn.WORKED:
            return texts.clock_time(summary.worked) if summary.worked else "–"
    return QLocale().formattedDataSize(summary.size, 1)


def title_of(one: KnownProject) -> str:
    """Return what a project is called: by its files, else by its own name."""
    files = one.summary.files if one.summary else ()
    return texts.title_of(files or [one.path.name])


def _told(one: KnownProject) -> str:
    if one.error is not None:
        return texts.error_text(one.error)
    names = [texts.file_name(name) for name in (one.summary.files if one.summary else ())]
    return "\n".join((texts.file_name(str(one.path)), *names[:20]))


def _share(one: KnownProject) -> int:
    summary = one.summary
    return 100 * summary.done // summary.segments if summary and summary.segments else 0


def _order(one: KnownProject, column: ProjectColumn) -> object:
    if column in _WORDS or one.summary is None:
        return _said(one, column).casefold() if column in _WORDS else -1
    return {
        ProjectColumn.FILES: len(one.summary.files),
        ProjectColumn.SEGMENTS: one.summary.segments,
        ProjectColumn.CONFIRMED: _share(one),
        ProjectColumn.WORKED: one.summary.worked,
    }.get(column, one.summary.size)


def _side(column: ProjectColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in _WORDS else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


class _Found(QSortFilterProxyModel):
    """Those projects whose title, files or folder hold all words, however they are spelled."""

    def __init__(self, model: ProjectsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._projects = model
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def seek(self, line: str) -> None:
        """Keep those that hold every word of the line."""
        self._words = [for_matching(word, "ar") for word in line.split()]
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: _Index) -> bool:
        """Whether a project holds every word."""
        one = self._projects.projects[row]
        names = one.summary.files if one.summary else ()
        text = for_matching(" ".join((str(one.path), *names)), "ar")
        return all(word in text for word in self._words)


class ProjectsDialog(Sheet):
    """Lists the projects, that of last work first; a line above finds some of them."""

    chosen = Signal(object)
    """The Path of the project to open, in the place of what is open."""

    def __init__(
        self, session: Session, recent: RecentFiles, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=760)
        set_title(self, self.tr("Projects"))
        self.resize(980, 560)
        self._session, self._recent = session, recent
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find by file, title or folder"))
        self.field.setAccessibleName(self.tr("Find a project"))
        self.field.setClearButtonEnabled(True)
        self.body.addWidget(self.field)
        self.model = ProjectsModel(self)
        self.shown = _Found(self.model, self)
        self.table = FactTable(self.shown, theme, self.tr("Projects"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(ProjectColumn.WORKED, Qt.SortOrder.DescendingOrder)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in _WORDS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self.accept)
        self.body.addWidget(self.table, 1)
        self._told = self.add_text(self.tr("Looking for projects…"), quiet=True)
        self._open = self.add_accept(self.tr("Open"))
        self._forget = self.add_button(self.tr("Remove from the list"))
        self._forget.clicked.connect(self._leave_out)
        self._folder = self.add_button(self.tr("Show in folder"))
        self._folder.clicked.connect(self._show_folder)
        self.field.textChanged.connect(self._seek)
        self.table.selectionModel().currentRowChanged.connect(self._refresh)
        self.shown.modelReset.connect(self._refresh)
        session.projects.found.connect(self._take)
        session.projects.look(recent.paths)
        self._refresh()
        self.field.setFocus()

    @property
    def marked(self) -> KnownProject | None:
        """The project that is marked."""
        index = self.shown.mapToSource(self.table.currentIndex())
        return self.model.projects[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down in the list from the line in which one types, too."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self.shown.rowCount():
            super().keyPressEvent(event)
            return
        row = self.table.currentIndex().row() + step
        self.table.selectRow(max(0, min(row, self.shown.rowCount() - 1)))

    def accept(self) -> None:
        """Open the project that is marked."""
        marked = self.marked
        if marked is not None:
            self.chosen.emit(marked.path)
            super().accept()

    def _take(self, projects: list[KnownProject]) -> None:
        left_out = self._recent.left_out
        self.model.show([one for one in projects if str(one.path) not in left_out or one.is_open])
        self._mark_first()

    def _seek(self, line: str) -> None:
        self.shown.seek(line)
        self._mark_first()

    def _mark_first(self) -> None:
        if self.shown.rowCount():
            self.table.selectRow(0)
        self._refresh()

    def _refresh(self, *_index: object) -> None:
        marked = self.marked
        self._open.setEnabled(marked is not None and not marked.is_open)
        self._forget.setEnabled(marked is not None and not marked.is_open)
        self._folder.setEnabled(marked is not None)
        if marked is not None and marked.error is not None:
            said = texts.error_text(marked.error)
        elif marked is not None and marked.is_open:
            said = self.tr("This project is open now.")
        else:
            said = texts.translated("Projects", _COUNT, count=self.shown.rowCount())
        if self._session.jobs.current is None or self.model.projects:
            self._told.setText(said)

    def _leave_out(self) -> None:
        """Take the project out of the list; its file stays where it is."""
        marked = self.marked
        if marked is not None:
            self._recent.leave_out(marked.path)
            row = self.table.currentIndex().row()
            self.model.show([one for one in self.model.projects if one.path != marked.path])
            self.table.selectRow(min(row, self.shown.rowCount() - 1))
            self._refresh()

    def _show_folder(self) -> None:
        if self.marked is not None:
            asking.show_folder(self.marked.path.parent)
