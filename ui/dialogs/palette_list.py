"""The lines of the command palette: their model, how they are painted, and said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import texts
from ui.plain import shortened
from ui.widgets.list_painting import paint_chosen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from ui.dialogs.palette_entry import PaletteEntry
    from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
HEIGHT, PADDING, GAP = 32, 12, 10
"""Pixels: of a line, at its ends, and between its parts."""


class PaletteModel(QAbstractListModel):
    """The entries that answer, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[PaletteEntry] = []

    def show(self, entries: Sequence[PaletteEntry]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of entries."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry's words, what is said of it, or itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shortened(entry.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(entry)
            case _ if role == ENTRY_ROLE:
                return entry
        return None


def said(entry: PaletteEntry) -> str:
    """Return what a screen reader says of an entry."""
    parts = [entry.words, entry.keys, entry.place]
    if entry.why_not:
        not_now = QCoreApplication.translate("Palette", "not now: {why}")
        parts.append(not_now.format(why=entry.why_not))
    return texts.listed([shortened(part) for part in parts if part], texts.ONE_AFTER_ANOTHER)


class PaletteDelegate(QStyledItemDelegate):
    """Paints an entry: its words, where it stands or why it cannot be done, and its keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every line is as high as the others."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        entry: PaletteEntry = index.data(ENTRY_ROLE)
        theme, whole = self._theme, QRect(option.rect)
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        paint_chosen(painter, option, theme)
        room = whole.adjusted(PADDING, 0, -PADDING, 0)
        bold = theme.interface_font
        bold.setWeight(QFont.Weight.DemiBold)
        keys = QFontMetrics(theme.small_font).horizontalAdvance(entry.keys)
        parts = [(entry.keys, room.right() - keys, keys, theme.small_font, "accent")]
        width = min(QFontMetrics(bold).horizontalAdvance(entry.words) + 2, room.width() * 2 // 3)
        words = "muted" if entry.why_not else "text"
        parts.append((entry.words, room.left(), width, bold, words))
        beside = room.left() + width + GAP
        left = room.right() - keys - GAP - beside
        note = entry.why_not or entry.place
        if left > 0:
            parts.append((note, beside, left, theme.small_font, "muted"))
        for text, x, across, font, colour in parts:
            area = QStyle.visualRect(direction, whole, QRect(x, whole.top(), across, HEIGHT))
            painter.setFont(font)
            painter.setPen(theme.color(colour))
            shown = QFontMetrics(font).elidedText(
                shortened(text), Qt.TextElideMode.ElideRight, area.width() + 1
            )
            align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
            painter.drawText(area, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
