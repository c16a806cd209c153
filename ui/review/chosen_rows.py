"""The rows that are acted on together: several that were chosen, else the active one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QObject, Signal

from ui.review.roles import Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from app.editing.editor import Editor
    from ui.review.segment_filter import SegmentFilter
    from ui.review.segment_view import SegmentView

_Flag = QItemSelectionModel.SelectionFlag


class ChosenRows(QObject):
    """Shown rows chosen by mouse or keys, kept in the view's own selection.

    Going anywhere without choosing leaves one row, the active one. What the filter hides is
    never chosen.
    """

    changed = Signal()

    def __init__(
        self, work: Editor, view: SegmentView, shown: SegmentFilter, fields: Iterable[QWidget]
    ) -> None:
        super().__init__(view)
        self._work = work
        for field in fields:
            field.installEventFilter(self)
        self._view = view
        self._shown = shown
        self._anchor = -1
        self._count = 1
        view.choice_pressed.connect(self._press)
        view.choice_drawn.connect(self.extend_to)
        view.selectionModel().selectionChanged.connect(self._selection_changed)

    @property
    def count(self) -> int:
        """How many rows are chosen; the active one alone counts as one."""
        return self._count

    @property
    def are_several(self) -> bool:
        """Whether more than the active row is chosen."""
        return self._count > 1

    def ids(self) -> list[str]:
        """Return the ids of the chosen segments in order; the active one where none is chosen."""
        segments, shown = self._work.document.segments, self._shown
        rows = {row for part in self._parts() for row in part}
        if rows:
            return [segments[shown.source_row(row)].id for row in sorted(rows)]
        active = self._view.row_of(self._work.active_id)
        return [self._work.active_id] if active >= 0 else []

    def extend(self, step: int) -> None:
        """Choose from where the choosing began to ``step`` rows further on."""
        row = self._view.row_of(self._work.active_id)
        self.extend_to(max(0, min(row + step, self._shown.rowCount() - 1)))

    def extend_to(self, row: int) -> None:
        """Choose from where the choosing began to this row, and go there."""
        if not 0 <= row < self._shown.rowCount():
            return
        first = self._begin()
        self._select(min(first, row), max(first, row), _Flag.ClearAndSelect)
        self._go(row)
        self._anchor = first

    def toggle(self, row: int) -> None:
        """Choose a further row and go there, or leave a chosen one out again."""
        selection = self._view.selectionModel()
        if not selection.isRowSelected(row):
            self._select(row, row, _Flag.Select)
            self._go(row)
        elif self.are_several:
            self._select(row, row, _Flag.Deselect)
        self._anchor = row

    def choose_all(self) -> None:
        """Choose every row that is shown."""
        if self._shown.rowCount():
            self._select(0, self._shown.rowCount() - 1, _Flag.ClearAndSelect)
            self._view.setFocus()

    def choose_one(self) -> None:
        """Leave nothing but the active row chosen."""
        row = self._view.row_of(self._work.active_id)
        self._view.set_active(self._work.active_id, row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the active row alone chosen where somebody goes into its texts."""
        if event.type() == QEvent.Type.FocusIn and self.are_several:
            self.choose_one()
        return super().eventFilter(watched, event)

    def _press(self, row: int, extends: bool) -> None:
        if extends:
            self.extend_to(row)
        else:
            self.toggle(row)

    def _begin(self) -> int:
        """Return where the choosing began: the active row, unless several are chosen already."""
        selection, active = self._view.selectionModel(), self._view.row_of(self._work.active_id)
        goes_on = self.are_several and 0 <= self._anchor < self._shown.rowCount()
        return self._anchor if goes_on and selection.hasSelection() else max(active, 0)

    def _select(self, first: int, last: int, flag: QItemSelectionModel.SelectionFlag) -> None:
        rows = QItemSelection(self._index(first), self._index(last))
        self._view.selectionModel().select(rows, flag | _Flag.Rows)

    def _go(self, row: int) -> None:
        """Go to a row, what is chosen staying so, the keyboard in the table."""
        with self._view.keeping_choice():
            self._work.activate(self._view.segment_row(row).segment.id)
        self._view.setFocus()

    def _index(self, row: int) -> QModelIndex:
        return self._shown.index(row, Column.TARGET)

    def _parts(self) -> list[range]:
        """Return the chosen rows as unbroken runs: a hundred thousand are one."""
        selection = self._view.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.count()))
        return [range(part.top(), part.bottom() + 1) for part in parts]

    def _selection_changed(self) -> None:
        count = max(1, sum(map(len, self._parts())))
        if count > 1 or self._count > 1:
            self._count = count
            self._view.delegate.several_chosen = count > 1
            self._view.viewport().update()
            self.changed.emit()
