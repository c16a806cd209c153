"""The rows of a returned table as Qt's views read them: ticks, words for each, and filters."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from translation.work.returning import CONFLICTS, Standing
from ui import icons, texts
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from translation.model.document import Document
    from translation.work.returning import Return, ReturnedRow
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

CONTEXT = "returned"
ROW_ROLE = Role.UserRole
SEGMENT, STANDING, TEXT = range(3)

HEADINGS = (
    QT_TRANSLATE_NOOP("returned", "Segment"),
    QT_TRANSLATE_NOOP("returned", "In the table"),
    QT_TRANSLATE_NOOP("returned", "Here → in the table"),
)

STANDING_WORDS: dict[Standing, str] = {
    Standing.CHANGED: QT_TRANSLATE_NOOP("returned", "changed"),
    Standing.SAME: QT_TRANSLATE_NOOP("returned", "the same"),
    Standing.CHANGED_HERE: QT_TRANSLATE_NOOP("returned", "as sent; changed here"),
    Standing.CONFLICT: QT_TRANSLATE_NOOP("returned", "conflict: changed here too"),
    Standing.EMPTIED: QT_TRANSLATE_NOOP("returned", "conflict: emptied there"),
    Standing.SOURCE_ALTERED: QT_TRANSLATE_NOOP("returned", "conflict: another source"),
    Standing.DUPLICATE: QT_TRANSLATE_NOOP("returned", "conflict: there twice"),
    Standing.LOCKED: QT_TRANSLATE_NOOP("returned", "changed, but locked here"),
    Standing.ID_UNKNOWN: QT_TRANSLATE_NOOP("returned", "id not known here"),
    Standing.MISSING: QT_TRANSLATE_NOOP("returned", "not in the table"),
}

EXPLANATIONS: dict[Standing, str] = {
    Standing.CHANGED: QT_TRANSLATE_NOOP("returned", "Changed there; untouched here since."),
    Standing.SAME: QT_TRANSLATE_NOOP("returned", "The table says what stands here."),
    Standing.CHANGED_HERE: QT_TRANSLATE_NOOP(
        "returned", "It came back as it was sent. It was changed here since, which stays."
    ),
    Standing.CONFLICT: QT_TRANSLATE_NOOP(
        "returned", "Changed there, and here too since it was sent. Ticked, the table wins."
    ),
    Standing.EMPTIED: QT_TRANSLATE_NOOP(
        "returned", "The table has no translation any more. Ticked, the one here is taken back."
    ),
    Standing.SOURCE_ALTERED: QT_TRANSLATE_NOOP(
        "returned", "Its source is not the one here: altered there, or split or merged here."
    ),
    Standing.DUPLICATE: QT_TRANSLATE_NOOP(
        "returned", "Several rows are about this segment. At most one of them can be ticked."
    ),
    Standing.LOCKED: QT_TRANSLATE_NOOP(
        "returned", "The segment is locked or left out here: it cannot be changed."
    ),
    Standing.ID_UNKNOWN: QT_TRANSLATE_NOOP(
        "returned", "No segment here has this id: there is nothing to change."
    ),
    Standing.MISSING: QT_TRANSLATE_NOOP("returned", "The table has no row for this segment."),
}


class Shown(StrEnum):
    """Which rows are listed."""

    NOTABLE = "notable"
    CHANGES = "changes"
    CONFLICTS = "conflicts"
    ALL = "all"

    def takes(self, standing: Standing) -> bool:
        """Tell whether a row that stands so is listed."""
        match self:
            case Shown.ALL:
                return True
            case Shown.CHANGES:
                return standing is Standing.CHANGED
            case Shown.CONFLICTS:
                return standing in CONFLICTS
        return standing is Standing.CHANGED or standing in CONFLICTS


SHOWN_WORDS: dict[Shown, str] = {
    Shown.NOTABLE: QT_TRANSLATE_N_NOOP(
        "returned", "Change or conflict ({count})", "Changes and conflicts ({count})"
    ),
    Shown.CHANGES: QT_TRANSLATE_N_NOOP("returned", "Change ({count})", "Changes ({count})"),
    Shown.CONFLICTS: QT_TRANSLATE_N_NOOP("returned", "Conflict ({count})", "Conflicts ({count})"),
    Shown.ALL: QT_TRANSLATE_N_NOOP("returned", "The only row ({count})", "All rows ({count})"),
}


def target_texts(row: ReturnedRow) -> tuple[str, str]:
    """Return what is compared: the text here and the one in the table, the same for no change."""
    there = row.target
    if not there and row.standing is not Standing.EMPTIED:
        there = row.target_here
    return (row.target_here if row.before else there), there


class ReturnedRows(QAbstractTableModel):
    """A row each; the first column bears the ticks, changes ticked from the start."""

    ticks_changed = Signal()

    def __init__(self, found: Return, document: Document, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = found.rows
        self._theme = theme
        self._numbers = [
            document.row(row.before.id) + 1 if row.before and row.before.id in document else 0
            for row in found.rows
        ]
        self._ticked = {place for place, row in enumerate(found.rows) if row.is_ticked}

    @property
    def ticked(self) -> frozenset[int]:
        """The places of the ticked rows."""
        return frozenset(self._ticked)

    def row(self, place: int) -> ReturnedRow:
        """Return the row at a place."""
        return self._rows[place]

    def toggle(self, place: int) -> None:
        """Tick a row, or take its tick off."""
        self.tick([place], place not in self._ticked)

    def tick(self, places: list[int], ticked: bool) -> None:
        """Tick rows, or take their ticks off; of several about one segment only one is."""
        for place in places:
            row = self._rows[place]
            if not ticked or row.after is None or row.before is None:
                self._ticked.discard(place)
                continue
            if row.standing is Standing.DUPLICATE:
                self._ticked -= {at for at in self._ticked if self._rows[at].id == row.id}
            self._ticked.add(place)
        last = len(self._rows) - 1
        self.dataChanged.emit(self.index(0, SEGMENT), self.index(last, SEGMENT))
        self.ticks_changed.emit()

    # --- Qt --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> object:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return QCoreApplication.translate(CONTEXT, HEADINGS[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be ticked that would change something."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == SEGMENT and self._rows[index.row()].after is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a cell says, its mark or tick, or the ReturnedRow."""
        row = self._rows[index.row()]
        match role:
            case Role.DisplayRole:
                return self._text(index)
            case Role.AccessibleTextRole:
                said = (self._text(self.index(index.row(), at)) for at in range(len(HEADINGS)))
                return texts.listed(said, texts.ONE_AFTER_ANOTHER)
            case Role.CheckStateRole if index.column() == SEGMENT and row.after is not None:
                ticked = index.row() in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Role.DecorationRole if index.column() == STANDING and row.standing in CONFLICTS:
                return icons.icon("warning", self._theme.color("warning"))
            case _ if role == ROW_ROLE:
                return row
        return None

    def _text(self, index: Index) -> str:
        row = self._rows[index.row()]
        if index.column() == SEGMENT:
            return str(self._numbers[index.row()] or texts.theirs(row.id))
        if index.column() == STANDING:
            return QCoreApplication.translate(CONTEXT, STANDING_WORDS[row.standing])
        return target_texts(row)[1]

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Take a click on a tick box."""
        if role != Role.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) is Qt.CheckState.Checked)
        return True


class ShownRows(QSortFilterProxyModel):
    """The rows that the filter lets through, in the order of the table."""

    def __init__(self, rows: ReturnedRows, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._shown = Shown.NOTABLE
        self.setSourceModel(rows)

    def show_only(self, shown: Shown) -> None:
        """List these rows."""
        self._shown = shown
        self.invalidate()

    def places(self) -> list[int]:
        """Return the places of the rows listed."""
        return [self.mapToSource(self.index(at, 0)).row() for at in range(self.rowCount())]

    def filterAcceptsRow(self, source_row: int, _parent: Index) -> bool:
        """Tell whether a row is listed."""
        return self._shown.takes(self._rows.row(source_row).standing)
