"""The table's rows: how high they are, where they stand, and how wide the columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QTableView

from app.background.soon import Soon
from ui.review.column_widths import put_in_order, share_at, share_out
from ui.review.geometry import NUMBER_WIDTH, text_width
from ui.review.header import ReviewHeader
from ui.review.height_guesses import HeightGuesses
from ui.review.roles import MARKS, Column
from ui.review.row_heights import RowHeights
from ui.review.row_texts import RowTexts, Widths
from ui.review.segment_delegate import SegmentDelegate
from ui.review.table_look import USUAL_SHARE
from ui.review.text_layout import LONGEST_PAINTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from ui.review.segment_filter import SegmentFilter
    from ui.review.segment_model import SegmentModel
    from ui.review.segment_row import SegmentRow
    from ui.review.table_look import TableLook
    from ui.review.tracking import Tracking
    from ui.theme import Theme

_ABOVE, _BELOW = 0.2, 0.4
"""Of the view's height, what is kept free for the neighbours of a row that is gone to: who goes on
from row to row sees what comes, and the row itself stands still from then on."""


_MANY = 1000
"""More rows than that are guessed beside the work, not before they are painted."""


class MeasuredTable(QTableView):
    """Rows as high as their texts: guessed for all, measured for those in view.

    ``rows_moved`` tells that rows may stand elsewhere: the editor follows. ``whole_height``
    tells the height of the editor's text at a width, for an active text too long to be painted.
    """

    rows_moved = Signal()
    look_chosen = Signal(object)
    """TableLook: a person laid the table out so, with the mouse."""
    heading_left = Signal()
    """The mouse was at the headings, which took the keyboard from the text."""

    def __init__(
        self,
        model: SegmentModel,
        shown: SegmentFilter,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._segments, self._shown = model, shown
        self.texts = RowTexts(theme)
        self.whole_height: Callable[[int], int] = lambda _width: 0
        self._busy = False
        self._anchor = -1
        self._lingering = Soon(self, self._end_lingering)
        self._lingering_height = 0
        self._guesses = HeightGuesses(self._guess, self._take_guesses, self._shown.rowCount, self)
        self._set_up(theme)
        self.setModel(shown)
        self._heights = RowHeights(self)
        self.delegate = SegmentDelegate(self.texts, model.marks, self)
        self.setItemDelegate(self.delegate)
        shown.modelReset.connect(self._after_reset)
        shown.rowsInserted.connect(self._rows_came_or_went)
        shown.rowsRemoved.connect(self._rows_came_or_went)
        shown.dataChanged.connect(self._rows_changed)
        self._after_reset()

    def _set_up(self, theme: Theme) -> None:
        header = ReviewHeader(theme, self)
        header.border_moved.connect(self._draw_border)
        header.border_left.connect(lambda: self.look_chosen.emit(self.look))
        header.border_reset.connect(self._reset_border)
        header.let_go.connect(self.heading_left)
        self.setHorizontalHeader(header)
        # Sides follow the language pair, whichever way the interface runs.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(26)
        self.setAutoScroll(False)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme: colours, fonts, row heights."""
        self.texts.set_theme(theme)
        header = self.horizontalHeader()
        if isinstance(header, ReviewHeader):
            header.set_theme(theme)
        self._lay_out_anew()

    @property
    def look(self) -> TableLook:
        """How the table is laid out."""
        return self.texts.look

    def set_look(self, look: TableLook) -> None:
        """Lay the table out otherwise."""
        if look == self.texts.look:
            return
        moved = look.arrangement is not self.texts.look.arrangement
        self.texts.look = look
        if moved:
            put_in_order(self, look)
        share_out(self, look)
        self._lay_out_anew()

    def _draw_border(self, place: int) -> None:
        self.set_look(replace(self.look, source_share=share_at(self, self.look, place)))

    def _reset_border(self) -> None:
        self.set_look(replace(self.look, source_share=USUAL_SHARE))
        self.look_chosen.emit(self.look)

    def _lay_out_anew(self) -> None:
        """Measure what is in view now, and guess all others a moment later."""
        anchor = self._anchor_row()
        self._heights.forget_all()
        self._settle(anchor)
        self._guesses.begin()
        self.viewport().update()

    def track(self, tracking: Tracking) -> None:
        """Show the changes of rows as this says."""
        self.texts.tracking = tracking
        tracking.changed.connect(self._lay_out_anew)

    # --- rows ----------------------------------------------------------------------------

    def segment_row(self, row: int) -> SegmentRow:
        """Return what a shown row shows."""
        return self._shown.row(row)

    def row_of(self, segment_id: str) -> int:
        """Return the shown row of a segment, -1 where it is not shown."""
        row = self._segments.row_of(segment_id)
        return self._shown.shown_row(row) if row >= 0 else -1

    def visible_rows(self) -> range:
        """Return the shown rows that are in view, at least in part."""
        high = self.viewport().height()
        first = self.rowAt(0)
        if first < 0 or high <= 0:
            return range(0)
        last = self.rowAt(high - 1)
        return range(first, (last if last >= 0 else self._shown.rowCount() - 1) + 1)

    def show_row(self, row: int, *, still: bool = False) -> None:
        """Scroll as little as needed for a row to stand in the middle, its neighbours around it.

        With ``still`` it moves only where a part of it is out of sight.
        """
        self.hold_row(row)
        bar, high = self.verticalScrollBar(), self.viewport().height()
        top, height = self._heights.top(row), self._heights.height(row)
        above, below = (0, 0) if still else _context(high, height)
        self._anchor = row  # what is measured on the way there may not push it off
        if top + height < bar.value() - high or top > bar.value() + 2 * high:
            bar.setValue(top - max(above, (high - height) // 3))
        elif top - above < bar.value():
            bar.setValue(top - above)
        elif top + height + below > bar.value() + high:
            bar.setValue(top + height + below - high if height <= high else top)
        self._settle(row)

    def hold_row(self, row: int) -> None:
        """Measure a row and its neighbours, and leave it where it is."""
        before = self.rowViewportPosition(row)
        if self._measure(range(max(0, row - 1), min(row + 2, self._shown.rowCount()))):
            self._keep(row, before)
        self._settle(row)

    def let_linger(self, segment_id: str) -> None:
        """Keep a row as high as it is while a second click may follow: below the mouse lies the
        same row then, also at the top of the table, where nothing can be scrolled to hold it."""
        if self.texts.lingering_id != segment_id:
            self._heights.forget_all()
        row = self.row_of(segment_id)
        self._lingering_height = self._heights.height(row) if row >= 0 else 0
        self.texts.lingering_id = segment_id
        self._lingering.start(QApplication.doubleClickInterval())

    def _end_lingering(self) -> None:
        if QApplication.mouseButtons():
            self._lingering.start()
            return
        row, self.texts.lingering_id = self.row_of(self.texts.lingering_id), ""
        if row >= 0:
            self._heights.forget(row, row)
        current = self.currentIndex().row()
        if current >= 0:
            self.show_row(current, still=True)

    def show_point(self, top: int, bottom: int) -> None:
        """Scroll so that a stretch of the viewport, such as the caret's line, is in view."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        if top < 0:
            bar.setValue(bar.value() + top - 8)
        elif bottom > high:
            bar.setValue(bar.value() + bottom - high + 8)

    def remeasure(self, row: int) -> None:
        """Follow the text of a row that is being edited."""
        self._measure([row])

    # --- heights -------------------------------------------------------------------------

    def _widths(self) -> Widths:
        target = text_width(self.columnWidth(Column.TARGET), is_source=False)
        if self.look.is_stacked:
            return Widths(target, target)
        return Widths(text_width(self.columnWidth(Column.SOURCE), is_source=True), target)

    def _guess_all(self) -> None:
        """Guess every row's height, then measure what is in view, which stays where it is.

        Many rows are as high as a few of them are on average, at first.
        """
        anchor = self._anchor_row()
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        count = self._shown.rowCount()
        self._busy = True
        if count > _MANY:
            some = self._guess(range(0, count, count // _MANY))
            self._heights.set_alike(sum(some) // len(some))
            self._guesses.begin()
        else:
            self._heights.set_all(self._guess(range(count)))
        self._moved()
        if anchor >= 0:
            self._keep(anchor, before)
        self._busy = False
        self._settle(anchor)

    def _guess(self, rows: Iterable[int]) -> list[int]:
        sources = map(self._shown.source_row, rows)
        return list(self.texts.estimates(self._segments.document, sources, self._widths()))

    def _take_guesses(self, first: int, heights: list[int]) -> None:
        """Give rows their guessed heights, but for those measured; what is in view stays."""
        anchor = self._anchor_row()
        before = self.rowViewportPosition(anchor) if anchor >= 0 else 0
        self._busy = True
        self._heights.guess(dict(enumerate(heights, first)))
        self._moved()
        if anchor >= 0:
            self._keep(anchor, before)
        self._busy = False
        self.rows_moved.emit()

    def _anchor_row(self) -> int:
        """Return the row to hold in place: the current one where it is in view, else the top."""
        visible = self.visible_rows()
        current = self.currentIndex().row()
        return current if current in visible else visible.start if visible else -1

    def _measure(self, rows: Iterable[int]) -> bool:
        widths = self._widths()
        heights = {row: self._exact_height(row, widths) for row in rows}
        changed = self._heights.set_exact(heights)
        if changed:
            self._moved()
        return changed

    def _exact_height(self, at: int, widths: Widths) -> int:
        row = self.segment_row(at)
        height = self.texts.height(row, widths)
        if row.segment.id == self.texts.lingering_id:
            return max(height, self._lingering_height)
        if len(row.shown) > LONGEST_PAINTED and row.segment.id == self.delegate.active_id:
            # Painted it is cut off, in the editor it is whole.
            height = max(height, self.whole_height(widths.target) + 2 * self.texts.padding(row))
        return height

    def _settle(self, anchor: int = -1) -> None:
        """Measure the rows in view that are only guessed, holding ``anchor`` where it is."""
        if self._busy or not self._shown.rowCount():
            return
        self._busy = True
        try:
            self._measure_view(anchor)
            if self.horizontalHeader().length() != self.viewport().width():
                # The heights brought the scroll bar or took it away, and Qt told nobody.
                share_out(self, self.texts.look)
                self._heights.forget_all()
                self._measure_view(anchor)
        finally:
            self._busy = False
        self.rows_moved.emit()

    def _measure_view(self, anchor: int) -> None:
        while True:
            visible = self.visible_rows()
            new = [row for row in visible if not self._heights.is_exact(row)]
            if not new:
                return
            held = anchor if anchor in visible else visible.start
            before = self.rowViewportPosition(held)
            if self._measure(new):
                self._keep(held, before)

    def _keep(self, row: int, before: int) -> None:
        """Scroll so that a row stands where it stood."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(row) - before)

    def _moved(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    # --- following the model -------------------------------------------------------------

    def _after_reset(self) -> None:
        count = max(self._segments.rowCount(), 1)
        width = self.fontMetrics().horizontalAdvance("0" * len(str(count))) + 24
        self.setColumnWidth(Column.NUMBER, max(NUMBER_WIDTH, width))
        share_out(self, self.texts.look)
        self._guess_all()

    def _rows_came_or_went(self, _parent: QModelIndex, _first: int, _last: int) -> None:
        # Later rows have moved to other numbers; what is in view is measured again at once.
        # Qt has moved its current row to a neighbour: the top one is held in place.
        self._heights.forget_all()
        visible = self.visible_rows()
        self._settle(visible.start if visible else -1)
        self._guesses.begin_again()

    def _rows_changed(self, top: QModelIndex, bottom: QModelIndex, roles: list[int]) -> None:
        if tuple(roles) == MARKS:
            return  # No text is another: every row is as high as it was.
        first, last = top.row(), bottom.row()
        self._heights.forget(first, last)
        visible = self.visible_rows()
        if first < visible.stop and last >= visible.start:
            self._settle(self._anchor_row())

    # --- Qt's events ---------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out; rows in view are measured now, the others guessed a moment later."""
        super().resizeEvent(event)
        if self.horizontalHeader().length() == self.viewport().width():
            self._settle(self._anchor_row())
            return
        anchor = self._anchor_row()
        share_out(self, self.texts.look)
        self._heights.forget_all()
        self._settle(anchor)
        self._guesses.begin()
        if anchor >= 0 and event.oldSize().height() < self._heights.height(anchor):
            self.show_row(anchor)  # There was no room for its neighbours around it.

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll; rows that come into view get their exact heights before they are painted."""
        known = self._anchor
        super().scrollContentsBy(dx, dy)
        self._settle(known)
        visible = self.visible_rows()
        self._anchor = visible.start if visible else -1

    def updateGeometries(self) -> None:
        """Keep the pixel steps of the scroll bar when Qt sets its range."""
        super().updateGeometries()
        self.verticalScrollBar().setSingleStep(26)


def _context(high: int, height: int) -> tuple[int, int]:
    """Return the pixels to keep above and below a row of this height, as far as there is room."""
    room = max(0, high - height)
    above = min(round(high * _ABOVE), room // 2)
    return above, min(round(high * _BELOW), room - above)
