"""The item model of the review table, straight over the document that is edited."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from translation.model.inline import strip_codes
from translation.model.mark import Side
from ui.plain import tip
from ui.review.accessible import accessible_text, state_parts, state_text
from ui.review.headings import heading
from ui.review.roles import ID_ROLE, MARKS, ROW_ROLE, Column
from ui.review.segment_row import SegmentRow, segment_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.files.authors import Authors
    from app.followers.estimates import Estimates
    from app.followers.issues import IssueTable
    from translation.model.authorship import Authorship
    from translation.model.document import Document
    from ui.review.marks import Marks

_Index = QModelIndex | QPersistentModelIndex
_MANY = 200
"""Changed rows from which on one signal over all of them is cheaper than one for each run."""


class SegmentModel(QAbstractTableModel):
    """Rows are the document's segments; nothing is kept here but where to find them.

    ``marks`` are what is to be seen in their texts.
    """

    def __init__(
        self,
        work: Editor,
        issues: IssueTable,
        marks: Marks,
        parent: QObject | None = None,
        authors: Authors | None = None,
        estimates: Estimates | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._authors = authors
        self._issues = issues
        self._estimates = estimates
        self.marks = marks
        work.document_replaced.connect(self._replaced)
        work.rows.about_to_be_inserted.connect(self._before_insert)
        work.rows.inserted.connect(self._after_insert)
        work.rows.about_to_be_removed.connect(self._before_remove)
        work.rows.removed.connect(self._after_remove)
        work.rows.about_to_be_arranged.connect(self.beginResetModel)
        work.rows.arranged.connect(self.endResetModel)
        work.changed.connect(self._take)
        marks.changed.connect(partial(self._changed, roles=MARKS))
        if estimates is not None:
            estimates.changed.connect(partial(self._changed, roles=MARKS))
        work.active_changed.connect(self._active_changed)

    # --- Qt's model ------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of segments."""
        return 0 if parent.isValid() else len(self._work.document)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Number, source, state, target."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says; ROW_ROLE gives the whole row at once."""
        if not index.isValid():
            return None
        row = index.row()
        match role:
            case _ if role == ROW_ROLE:
                return self.row(row)
            case _ if role == ID_ROLE:
                return self._work.document.segments[row].id
            case Qt.ItemDataRole.DisplayRole:
                return _display(self.row(row), Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                by = self._by(row) if index.column() == Column.STATE else ()
                return accessible_text(self.row(row), Column(index.column()), by)
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.STATE:
                return tip("\n".join(state_parts(self.row(row), self._by(row))))
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(self.row(row), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Head each side with its language, each row with its number."""
        if orientation is not Qt.Orientation.Horizontal:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        pair = self._work.pair
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.NUMBER: "#",
                Column.SOURCE: heading(pair.source, is_source=True),
                Column.STATE: "",
                Column.TARGET: heading(pair.target, is_source=False),
            }.get(Column(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            rtl = {Column.SOURCE: pair.source_is_rtl, Column.TARGET: pair.target_is_rtl}
            return _side(rtl.get(Column(section), False))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be chosen; typing goes to the editor in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemNeverHasChildren

    # --- reading ---------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The document the rows are read from."""
        return self._work.document

    def row(self, row: int) -> SegmentRow:
        """Return what a row shows."""
        document = self._work.document
        id_ = document.segments[row].id
        estimate = self._estimates.seen(id_) if self._estimates is not None else None
        return segment_row(document, row, self._issues.seen(id_), estimate)

    def _by(self, row: int) -> Sequence[Authorship]:
        id_ = self._work.document.segments[row].id
        return self._authors.standing(id_) if self._authors else ()

    def row_of(self, segment_id: str) -> int:
        """Return the row of a segment, -1 where there is none."""
        document = self._work.document
        return document.row(segment_id) if segment_id in document else -1

    # --- following the editor ----------------------------------------------------------------

    def _replaced(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    def _before_insert(self, first: int, last: int) -> None:
        self.beginInsertRows(QModelIndex(), first, last)

    def _after_insert(self) -> None:
        self.endInsertRows()

    def _before_remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)

    def _after_remove(self) -> None:
        self.endRemoveRows()

    def _take(self, change: Change) -> None:
        self._changed((*change.segments, *change.drafted, *change.annotated))

    def _changed(self, segment_ids: Sequence[str], roles: Sequence[int] = ()) -> None:
        document = self._work.document
        rows = sorted(set(document.rows_of(segment_ids)))
        if len(rows) > _MANY:
            self._tell(rows[0], rows[-1], roles)
            return
        for first, last in _runs(rows):
            self._tell(first, last, roles)

    def _tell(self, first: int, last: int, roles: Sequence[int]) -> None:
        bottom = self.index(last, len(Column) - 1)
        self.dataChanged.emit(self.index(first, 0), bottom, list(roles))

    def _active_changed(self, _segment_id: str) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _alignment(self, row: SegmentRow, column: int) -> Qt.AlignmentFlag:
        if column == Column.SOURCE:
            return _side(row.is_rtl(Side.SOURCE))
        if column == Column.TARGET:
            return _side(row.is_rtl(Side.TARGET))
        return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def _side(rtl: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def _display(row: SegmentRow, column: Column) -> str:
    match column:
        case Column.NUMBER:
            # A number is where a row stands, not what it holds: it belongs to the header, else
            # every row below an insertion would change unannounced.
            return row.segment.id
        case Column.SOURCE:
            return strip_codes(row.segment.source)
        case Column.STATE:
            return state_text(row)
        case Column.TARGET:
            return strip_codes(row.shown)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Put ascending rows together into first and last of each unbroken run."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
