"""The list of hits as it is seen: number, text in its own direction, what would change in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from translation.text.words import DiffPart
from ui.finding.hit_model import LINE_ROLE, HitLine, HitModel
from ui.review.diff_text import part_format
from ui.widgets.list_painting import paint_chosen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.theme import Theme

ROWS, FEW_ROWS, LOW = 5, 3, 760
"""Lines in view; so few in a window that is lower than so many pixels."""
_GAP = 8
_APART = "\u2009"
"""A thin space between what goes and what comes, which would read as one word."""
_Index = QModelIndex | QPersistentModelIndex


class HitList(QTableView):
    """Shows the hits of a model, one a line.

    A table of one column: a list would ask for every row whenever some came.
    """

    def __init__(self, model: HitModel, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("hitList")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._painter = _Lines(theme, self)
        self.setItemDelegate(self._painter)
        self.verticalHeader().setDefaultSectionSize(self._painter.height)
        self.fit()

    def fit(self) -> None:
        """Take as much room as the window can give."""
        rows = FEW_ROWS if self.window().height() < LOW else ROWS
        self.setFixedHeight(rows * self._painter.height + 4)


class _Lines(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: HitList) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._font = QFont(theme.interface_font)
        self.height = QFontMetrics(self._font).height() + 12
        self._wide = QFontMetrics(theme.small_font)
        # The columns are as wide as the widest that was seen of them, so that lines are even.
        self._number, self._where = (self._wide.horizontalAdvance(text) for text in ("000", ""))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        theme, line = self._theme, index.data(LINE_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setClipRect(area)
        paint_chosen(painter, option, theme)
        left = area.left() + _GAP
        model = index.model()
        if isinstance(model, HitModel) and model.is_replacing:
            left = self._tick_area(option).right() + _GAP
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            self._paint_tick(painter, option)
        if isinstance(line, HitLine):
            self._widen(option, line)
            self._paint_line(painter, area, left, line)
        painter.restore()

    def _widen(self, option: QStyleOptionViewItem, line: HitLine) -> None:
        number = max(self._number, self._wide.horizontalAdvance(str(line.number)))
        where = max(self._where, self._wide.horizontalAdvance(line.where))
        if (number, where) != (self._number, self._where):
            self._number, self._where = number, where
            self._view.viewport().update()

    def _tick_area(self, option: QStyleOptionViewItem) -> QRect:
        ticked = QStyleOptionViewItem(option)
        ticked.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        area: QRect = option.widget.style().subElementRect(part, ticked, option.widget)
        return area

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        view = option.widget
        box = QStyleOptionViewItem(option)
        box.rect = self._tick_area(option)
        box.state &= ~QStyle.StateFlag.State_HasFocus
        ticked = option.checkState is Qt.CheckState.Checked
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, view
        )

    def _paint_line(self, painter: QPainter, area: QRect, left: int, line: HitLine) -> None:
        theme = self._theme
        painter.setFont(theme.small_font)
        painter.setPen(theme.color("muted"))
        number = QRect(left, area.top(), self._number, area.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, middle | Qt.AlignmentFlag.AlignLeft, str(line.number))
        end = area.right() - _GAP
        where = QRect(end - self._where, area.top(), self._where, area.height())
        painter.drawText(where, middle | Qt.AlignmentFlag.AlignRight, line.where)
        room = QRectF(number.right() + 2 * _GAP, area.top(), 0, area.height())
        room.setRight(where.left() - 2 * _GAP)
        text = self._text(line, room.width())
        text.setTextWidth(-1)
        size = text.size()
        x = room.right() - size.width() if line.is_rtl else room.left()
        painter.setClipRect(room)
        painter.translate(QPointF(x, room.center().y() - size.height() / 2))
        text.drawContents(painter)

    def _text(self, line: HitLine, width: float) -> QTextDocument:
        """Return the line laid out in its own direction, cut off where it is too long."""
        theme = self._theme
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        rtl = line.is_rtl
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        made.setDefaultTextOption(option)
        cursor = QTextCursor(made)
        plain = QTextCharFormat()
        plain.setFont(self._font)
        plain.setForeground(theme.color("text"))
        cursor.insertText(line.lead, plain)
        if line.new is None:
            found = QTextCharFormat(plain)
            found.setFontWeight(QFont.Weight.DemiBold)
            found.setBackground(theme.color("selection"))
            found.setForeground(theme.color("on_selection"))
            cursor.insertText(line.found, found)
        else:
            gone = DiffPart("delete", line.found, 0, 0)
            cursor.insertText(gone.text, part_format(gone, theme, self._font))
            if line.found and line.new:
                cursor.insertText(_APART, plain)
            come = DiffPart("insert", line.new, 0, 0)
            cursor.insertText(come.text, part_format(come, theme, self._font))
        made.setTextWidth(-1)
        left = max(0, int(width - made.size().width()))
        rest = QFontMetrics(self._font).elidedText(line.rest, Qt.TextElideMode.ElideRight, left)
        cursor.insertText(rest, plain)
        return made
