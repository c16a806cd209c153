"""A list whose items have a name and, below it, what there is to say about them; and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.widgets.list_painting import paint_chosen, width_beside_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from ui.theme import Theme

PADDING = 8
ID_ROLE = Qt.ItemDataRole.UserRole
"""The id of an item that was added with one; headings have none."""


class TwoLineList(QListWidget):
    """An item's text is "name\\nnote"; the note wraps to as many lines as it needs."""

    chosen = Signal(str)
    """The id of the item that was marked."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("twoLineList")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_TwoLines(theme, self))
        self.currentItemChanged.connect(self._tell)

    def add_heading(self, text: str) -> None:
        """Add a line that stands above the items that follow; it cannot be marked."""
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def add(self, item_id: str, name: str, note: str) -> None:
        """Add an item that is known by its id."""
        item = QListWidgetItem("\n".join((name, note)), self)
        item.setData(ID_ROLE, item_id)

    @property
    def current_id(self) -> str:
        """The id of the item that is marked, "" for none."""
        item = self.currentItem()
        return str(item.data(ID_ROLE) or "") if item else ""

    def choose(self, item_id: str) -> None:
        """Mark the item with this id and bring it into view."""
        for row in range(self.count()):
            if self.item(row).data(ID_ROLE) == item_id:
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(ID_ROLE):
            self.chosen.emit(str(item.data(ID_ROLE)))


class _TwoLines(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: TwoLineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def _name_font(self) -> QFont:
        font = self._theme.interface_font
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _heading_font(self) -> QFont:
        font = self._theme.small_font
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _areas(self, top_left: QRect, index: QModelIndex | QPersistentModelIndex) -> list[QRect]:
        width = max(80, width_beside_bar(self._view) - 2 * PADDING - 4)
        left, y = top_left.left() + PADDING, top_left.top() + PADDING
        areas = []
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        if is_heading and index.row():
            y += PADDING
        fonts = (self._heading_font() if is_heading else self._name_font(), self._theme.small_font)
        name, _, note = str(index.data()).partition("\n")
        for font, text in zip(fonts, (name, note), strict=True):
            bounds = QRect(0, 0, width, 10_000)
            flags = int(Qt.TextFlag.TextWordWrap)
            height = QFontMetrics(font).boundingRect(bounds, flags, text).height() if text else 0
            areas.append(QRect(left, y, width, height))
            y += height + 2
        return areas

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        _name, note = self._areas(QRect(0, 0, 0, 0), index)
        return QSize(0, note.bottom() + PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._theme
        whole: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        paint_chosen(painter, option, theme)
        name, _, note = str(index.data()).partition("\n")
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        areas = self._areas(whole, index)
        is_heading = not index.flags() & Qt.ItemFlag.ItemIsEnabled
        for area, text, font, colour in zip(
            areas,
            (name, note),
            (self._heading_font() if is_heading else self._name_font(), theme.small_font),
            (theme.color("accent" if is_heading else "text"), theme.color("muted")),
            strict=True,
        ):
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QStyle.visualRect(direction, whole, area), flags, text)
        painter.restore()
