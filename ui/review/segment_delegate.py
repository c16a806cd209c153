"""Paints the rows of the review table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from translation.model.mark import Side
from ui.review.file_heads import paint_head
from ui.review.geometry import (
    BAR_WIDTH,
    MARK_SIZE,
    editor_box,
    source_text_rect,
    target_text_rect,
)
from ui.review.reference_text import (
    LABEL_HEIGHT,
    ROOM_BELOW,
    reference_label,
    reference_marks,
)
from ui.review.roles import ROW_ROLE, Column
from ui.review.row_marks import bar_colour, paint_marks
from ui.review.row_painting import TextToPaint, paint_marked
from ui.review.row_texts import CHANGES_GAP
from ui.review.text_layout import SIDE_ROOM

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleOptionViewItem

    from translation.model.mark import Mark
    from ui.review.marks import Marks
    from ui.review.row_texts import RowTexts
    from ui.review.segment_row import SegmentRow
    from ui.review.text_layout import LaidOut

_BOX_RADIUS = 4.0
_KEYBOARD_LINE = 2
"""Pixels of the line around what has the keyboard."""
_REFERENCE_LINE = 6
"""Pixels between a reference and the line beside it."""


class SegmentDelegate(QStyledItemDelegate):
    """Draws only: bar and number, source, marks, target.

    ``active_id`` is the segment with the editor; its texts are left to the editor and the
    fields beside it while ``editor_shown`` is True. ``furniture_hint`` stands in an active
    furniture row; ``shows_everything`` is for blanks, tatweels and line breaks to be seen, too.
    """

    def __init__(self, texts: RowTexts, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = texts
        self._marks = marks
        self.active_id = ""
        self.editor_shown = False
        self.several_chosen = False
        self.editor_has_keyboard = self.table_has_keyboard = False
        self.furniture_hint = ""
        self.shows_everything = False

    def source_area(self, cell: QRect, row: SegmentRow) -> QRect:
        """Return where the source text stands in its part of the row."""
        if not self.texts.look.is_stacked:
            return source_text_rect(cell, self.texts.padding(row))
        # Above the target it begins and ends where that does, and has room for low dots.
        area = target_text_rect(cell, self.texts.padding(row))
        area.setBottom(cell.bottom())
        return area

    def target_area(self, cell: QRect, row: SegmentRow) -> QRect:
        """Return where the target text stands in its part."""
        return target_text_rect(cell, self.texts.padding(row))

    def editor_area(self, cell: QRect, row: SegmentRow) -> QRect:
        """Return where the editor stands in the part of the target: above the row's changes."""
        area = self.target_area(cell, row)
        area.setHeight(area.height() - self.texts.changes_height(row, area.width()))
        return area

    def reference_area(self, part: QRect) -> QRect:
        """Return where the reference stands in its part: below its label, with room for ink."""
        text = target_text_rect(part, 0)
        high = part.height() - LABEL_HEIGHT
        return QRect(text.left(), part.top() + LABEL_HEIGHT, text.width(), high)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size the view gave: it measures rows itself."""
        return QSize(option.rect.size())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell with its part of the row's ground and lower line."""
        cell: QRect = option.rect
        row: SegmentRow = index.data(ROW_ROLE)
        active = row.segment.id == self.active_id
        theme = self.texts.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if row.head:
            whole, cell = cell, self.texts.below_head(cell, row)
            head = QRect(whole.topLeft(), QSize(whole.width(), whole.height() - cell.height()))
            width = option.widget.width() if option.widget else whole.width()
            paint_head(painter, head, width, row.head, theme)
        painter.fillRect(cell, theme.color("active_row" if active or chosen else "panel"))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, theme.color("row_line"))
        if active and self.table_has_keyboard and not self.editor_shown:
            for top in (cell.top(), cell.bottom() - _KEYBOARD_LINE + 1):
                painter.fillRect(
                    cell.left(), top, cell.width(), _KEYBOARD_LINE, self._colour("accent")
                )
        match index.column():
            case Column.NUMBER:
                self._paint_number(painter, row, cell, active, chosen)
            case Column.SOURCE:
                self._paint_source(painter, row, cell, active)
            case Column.STATE:
                self._paint_state(painter, row, cell)
            case Column.TARGET:
                parts = self.texts.parts(cell, row)
                if parts.source.height():
                    self._paint_source(painter, row, parts.source, active)
                self._paint_target(painter, row, parts.target, active)
                if parts.reference.height():
                    self._paint_reference(painter, row, parts.reference, active)

    def _paint_number(
        self, painter: QPainter, row: SegmentRow, cell: QRect, active: bool, chosen: bool
    ) -> None:
        theme, font = self.texts.theme, self.texts.theme.small_font
        bar = theme.color(bar_colour(row, active=active))
        painter.fillRect(cell.left(), cell.top(), BAR_WIDTH, cell.height() - 1, bar)
        colour = "furniture" if row.is_furniture else "muted"
        if chosen and self.several_chosen:  # A tint alone would be colour alone.
            ground = cell.adjusted(BAR_WIDTH, 0, 0, -1)
            painter.fillRect(ground, theme.color("selection"))
            font.setWeight(QFont.Weight.DemiBold)
            colour = "on_selection"
        painter.setFont(font)
        painter.setPen(theme.color(colour))
        top = self.texts.baseline(row) - painter.fontMetrics().ascent()
        area = cell.adjusted(BAR_WIDTH + 2, top, -6, 0)
        align = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(area, align, str(row.number))

    def _paint_source(self, painter: QPainter, row: SegmentRow, cell: QRect, active: bool) -> None:
        if active and self.editor_shown:
            return
        area = self.source_area(cell, row)
        laid = self.texts.source(row, area.width())
        colour = self._colour("furniture" if row.is_furniture else "text")
        self._paint_text(painter, laid, area, cell, colour, self._marks.of(row, Side.SOURCE))

    def _paint_state(self, painter: QPainter, row: SegmentRow, cell: QRect) -> None:
        top = self.texts.baseline(row) - MARK_SIZE + (4 if not row.is_furniture else 5)
        paint_marks(painter, row, cell, top, self.texts.theme)

    def _paint_target(self, painter: QPainter, row: SegmentRow, cell: QRect, active: bool) -> None:
        area = self.target_area(cell, row)
        if active and self.editor_shown:
            self._paint_box(painter, cell)
            self._paint_changes(painter, row, cell, area)
            return
        laid = self.texts.target(row, area.width())
        if active and row.is_furniture and self.furniture_hint and not row.shown:
            painter.setFont(self.texts.theme.small_font)
            painter.setPen(self._colour("muted"))
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(area, align, self.furniture_hint)
            return
        marks = self._marks.of(row, Side.TARGET)
        self._paint_text(painter, laid, area, cell, self._target_colour(row), marks)

    def _paint_reference(
        self, painter: QPainter, row: SegmentRow, part: QRect, active: bool
    ) -> None:
        """Paint the reference below its label, a line on the side where it begins."""
        style = self.texts.reference_style(row)
        area = self.reference_area(part)
        line = area.right() + _REFERENCE_LINE if style.rtl else area.left() - _REFERENCE_LINE
        high = part.height() - ROOM_BELOW
        painter.fillRect(line, part.top() + 2, 2, high - 2, self._colour("field_border"))
        painter.setFont(self.texts.theme.small_font)
        painter.setPen(self._colour("muted"))
        label = area.adjusted(SIDE_ROOM, 0, -SIDE_ROOM, 0)
        label.setTop(part.top())
        label.setHeight(LABEL_HEIGHT)
        painter.drawText(label, style.alignment, reference_label(row))
        if active and self.editor_shown:
            return
        laid = self.texts.reference(row, area.width())
        self._paint_text(painter, laid, area, part, self._colour("text"), reference_marks(row))

    def _paint_text(
        self,
        painter: QPainter,
        laid: LaidOut,
        area: QRect,
        cell: QRect,
        colour: QColor,
        marks: tuple[Mark, ...],
    ) -> None:
        shown = TextToPaint(laid, colour, marks, everything=self.shows_everything)
        paint_marked(painter, shown, QPointF(area.topLeft()), QRectF(cell), self.texts.theme)

    def _paint_changes(self, painter: QPainter, row: SegmentRow, cell: QRect, area: QRect) -> None:
        """Paint the changes of the active row below its editor, with a line between."""
        changes = self.texts.changes(row, area.width())
        if changes is None:
            return
        top = self.editor_area(cell, row).bottom() + 1
        line = QRect(area.left() + 3, top + CHANGES_GAP // 2, area.width() - 6, 1)
        painter.fillRect(line, self._colour("row_line"))
        below = QRect(area.left(), top + CHANGES_GAP, area.width(), changes.height)
        self._paint_text(painter, changes, below, cell, self._colour("text"), ())

    def _paint_box(self, painter: QPainter, cell: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.editor_has_keyboard
        line = float(_KEYBOARD_LINE) if here else 1.0
        painter.setPen(QPen(self._colour("accent" if here else "field_border"), line))
        painter.setBrush(self._colour("panel"))
        half = line / 2
        box = QRectF(editor_box(cell)).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _BOX_RADIUS, _BOX_RADIUS)
        painter.restore()

    def _target_colour(self, row: SegmentRow) -> QColor:
        if row.is_furniture:
            return self._colour("furniture")
        return self._colour("draft" if row.is_draft else "text")

    def _colour(self, name: str) -> QColor:
        return self.texts.theme.color(name)
