"""The filter between model and view: which rows are shown."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from translation.model.mark import Side
from ui.review.file_heads import below_head, head_of
from ui.review.filter_query import FilterQuery, parse
from ui.review.roles import ROW_ROLE
from ui.review.row_conditions import RowConditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.editing.editor import Editor
    from app.files.authors import Authors
    from app.followers.estimates import Estimates
    from app.followers.issues import IssueTable
    from ui.review.segment_model import SegmentModel
    from ui.review.segment_row import SegmentRow

_Index = QModelIndex | QPersistentModelIndex
_SIDES = {"source": (Side.SOURCE,), "target": (Side.TARGET,)}
"""The texts that can be searched alone, by the key that asks for it."""
MOST_FURNITURE = 10
"""How many lines of page furniture a document can have that are shown without being asked for."""


class SegmentFilter(QAbstractProxyModel):
    """Shows the rows a filter line asks for; much page furniture only where it is wanted.

    Rows are chosen when the line is set; afterwards rows that come to match join, but none goes
    away under the reviewer's hands: the segment just confirmed stays in "state:unfinished"
    until the line is set again. One reset replaces the row by row signals of Qt's own filter,
    which take seconds at 100 000 rows.
    """

    def __init__(
        self,
        work: Editor,
        issues: IssueTable,
        model: SegmentModel,
        parent: QObject | None = None,
        authors: Authors | None = None,
        estimates: Estimates | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._issues = issues
        self._authors = authors
        self._estimates = estimates
        self._segments = model
        self._query = FilterQuery()
        self._hides_furniture = False
        self._rows: list[int] | None = None
        self.setSourceModel(model)
        self._choose_furniture()
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._source_reset)
        model.rowsAboutToBeInserted.connect(self._before_insert)
        model.rowsInserted.connect(self._after_insert)
        model.rowsAboutToBeRemoved.connect(self._before_remove)
        model.rowsRemoved.connect(self._after_remove)
        model.dataChanged.connect(self._data_changed)
        model.headerDataChanged.connect(self.headerDataChanged)
        self._removing = False

    # --- filtering -------------------------------------------------------------------------

    def set_filter(self, text: str) -> None:
        """Show what the line asks for."""
        self._query = parse(text)
        self._conditions = self._made_conditions()
        self.beginResetModel()
        self._rows = self._matching()
        self.endResetModel()

    @property
    def query(self) -> FilterQuery:
        """What the line asks for."""
        return self._query

    def prepare(self) -> None:
        """Somebody is about to look for words: fold what is not folded yet, as fast as can be."""
        self._work.folded.prepare()

    @property
    def shows_furniture(self) -> bool:
        """Whether the lines of page furniture are among the rows."""
        return not self._hides_furniture

    def show_furniture(self, shown: bool) -> None:
        """Show the lines of page furniture, or hide them."""
        self.beginResetModel()
        self._hides_furniture = not shown
        self._rows = self._matching()
        self.endResetModel()

    def _made_conditions(self) -> RowConditions:
        return RowConditions(self._work, self._issues, self._authors, self._estimates)

    def _choose_furniture(self) -> None:
        """Hide the page furniture of another document if there is much of it."""
        self._conditions = self._made_conditions()
        self._hides_furniture = self._work.document.progress.furniture > MOST_FURNITURE
        self._rows = self._matching()

    @property
    def is_filtering(self) -> bool:
        """Whether some rows may be hidden."""
        return self._rows is not None

    def source_row(self, row: int) -> int:
        """Return the document's row at a shown row."""
        return row if self._rows is None else self._rows[row]

    def source_rows(self) -> Sequence[int]:
        """Return the document's rows that are shown, in order."""
        return range(self.sourceModel().rowCount()) if self._rows is None else self._rows

    def shown_row(self, source_row: int) -> int:
        """Return where a row of the document is shown, -1 where it is not."""
        if self._rows is None:
            return source_row
        at = bisect_left(self._rows, source_row)
        return at if at < len(self._rows) and self._rows[at] == source_row else -1

    def _matching(self) -> list[int] | None:
        if self._query.is_empty and not self._hides_furniture:
            return None
        return self._choose(range(len(self._work.document)))

    def _choose(self, rows: Iterable[int]) -> list[int]:
        """Return those of the rows that match: the cheap conditions first."""
        query, document = self._query, self._work.document
        segments = document.segments
        if self._hides_furniture and "is:furniture" not in query.flags:
            rows = [row for row in rows if not document.is_furniture(segments[row])]
        rows = self._conditions.keep(query, list(rows))
        sought: list[tuple[str, tuple[Side, ...]]] = [(word, tuple(Side)) for word in query.words]
        sought += [(word, _SIDES[key]) for key, word in query.texts if key in _SIDES]
        for word, sides in sought:
            if rows:
                found = self._work.folded.rows_with(word, sides, range(rows[0], rows[-1] + 1))
                is_whole = rows[-1] + 1 - rows[0] == len(rows)
                rows = found if is_whole else sorted(set(rows).intersection(found))
        return rows

    # --- Qt's model ------------------------------------------------------------------------

    def mapToSource(self, proxy: _Index) -> QModelIndex:
        """Return the model's index of a shown one."""
        if not proxy.isValid():
            return QModelIndex()
        return self.sourceModel().index(self.source_row(proxy.row()), proxy.column())

    def mapFromSource(self, source: _Index) -> QModelIndex:
        """Return the shown index of a model's, an invalid one where it is hidden."""
        row = self.shown_row(source.row()) if source.isValid() else -1
        return self.index(row, source.column()) if row >= 0 else QModelIndex()

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a shown cell."""
        if parent.isValid() or not (0 <= row < self.rowCount() and 0 <= column < 4):
            return QModelIndex()
        return self.createIndex(row, column)

    def parent(self, index: _Index | None = None) -> QObject | QModelIndex | None:  # type: ignore[override]
        """Return no parent index: this is a table; without an index, QObject's own parent."""
        return QObject.parent(self) if index is None else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of shown rows."""
        if parent.isValid():
            return 0
        return self.sourceModel().rowCount() if self._rows is None else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The model's columns."""
        return 0 if parent.isValid() else self.sourceModel().columnCount()

    def row(self, row: int) -> SegmentRow:
        """Return what a shown row shows, the name of its file above the first one of it."""
        model, document = self._segments, self._work.document
        at = self.source_row(row)
        found = model.row(at)
        head = head_of(document, at, self.source_row(row - 1) if row > 0 else -1)
        return replace(found, head=head) if head else found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the model says of a cell; the row knows what stands above it."""
        if role == ROW_ROLE and index.isValid():
            return self.row(index.row())
        said = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            return below_head(self.row(index.row()).head, str(said))
        return said

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the model's headings, also where no row is shown."""
        return self.sourceModel().headerData(section, orientation, role)

    # --- following the model -----------------------------------------------------------------

    def _source_reset(self) -> None:
        self._choose_furniture()
        self.endResetModel()

    def _before_insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        at = first if self._rows is None else bisect_left(self._rows, first)
        self.beginInsertRows(QModelIndex(), at, at + last - first)

    def _after_insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        count = last - first + 1
        self._conditions.forget_repeats()
        if self._rows is not None:
            at = bisect_left(self._rows, first)
            moved = [row + count for row in self._rows[at:]]
            self._rows[at:] = [*range(first, last + 1), *moved]
        self.endInsertRows()

    def _before_remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        start, end = self._shown_range(first, last)
        self._removing = start < end
        if self._removing:
            self.beginRemoveRows(QModelIndex(), start, end - 1)

    def _after_remove(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._conditions.forget_repeats()
        if self._rows is not None:
            start, end = self._shown_range(first, last)
            count = last - first + 1
            self._rows[start:] = [row - count for row in self._rows[end:]]
        if self._removing:
            self.endRemoveRows()

    def _shown_range(self, first: int, last: int) -> tuple[int, int]:
        """Return the shown rows, end excluded, of a range of the document's rows."""
        if self._rows is None:
            return first, last + 1
        return bisect_left(self._rows, first), bisect_left(self._rows, last + 1)

    def _data_changed(self, top: QModelIndex, bottom: QModelIndex, roles: list[int]) -> None:
        first, last = top.row(), bottom.row()
        start, end = self._shown_range(first, last)
        if start < end:
            shown = self.index(start, 0), self.index(end - 1, bottom.column())
            self.dataChanged.emit(*shown, roles)
        if self._rows is not None:
            self._let_join(self._rows, first, last)

    def _let_join(self, shown: list[int], first: int, last: int) -> None:
        start, end = self._shown_range(first, last)
        hidden = set(range(first, last + 1)).difference(shown[start:end])
        for row in self._choose(sorted(hidden)):
            at = bisect_left(shown, row)
            self.beginInsertRows(QModelIndex(), at, at)
            shown.insert(at, row)
            self.endInsertRows()
