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

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from ui.dialogs.offer import Offer
    from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
OFFER_ROLE = Qt.ItemDataRole.UserRole
HEIGHT, PADDING, GAP = 32, 12, 10
"""Pixels: of a line, at its ends, and between its parts."""


class OfferModel(QAbstractListModel):
    """The offers that answer, the best first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._offers: list[Offer] = []

    def show(self, offers: Sequence[Offer]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self._offers = list(offers)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The number of offers."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an offer's words, what is said of it, or itself."""
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return shortened(offer.words)
            case Qt.ItemDataRole.AccessibleTextRole:
                return said(offer)
            case _ if role == OFFER_ROLE:
                return offer
        return None


def said(offer: Offer) -> str:
    """Return what a screen reader says of an offer."""
    parts = [offer.words, offer.keys, offer.place]
    if offer.why_not:
        not_now = QCoreApplication.translate("Palette", "not now: {why}")
        parts.append(not_now.format(why=offer.why_not))
    return texts.listed([shortened(part) for part in parts if part], texts.ONE_AFTER_ANOTHER)


class OfferDelegate(QStyledItemDelegate):
    """Paints an offer: its words, where it stands or why it cannot be done, and its keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every line is as high as the others."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        offer: Offer = index.data(OFFER_ROLE)
        theme, whole, states = self._theme, QRect(option.rect), option.state
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        if states & QStyle.StateFlag.State_Selected:
            painter.fillRect(whole, theme.color("active_row"))
            mark = QRect(whole.left(), whole.top(), 3, whole.height())
            painter.fillRect(QStyle.visualRect(direction, whole, mark), theme.color("accent"))
        room = whole.adjusted(PADDING, 0, -PADDING, 0)
        bold = theme.interface_font
        bold.setWeight(QFont.Weight.DemiBold)
        keys = QFontMetrics(theme.small_font).horizontalAdvance(offer.keys)
        parts = [(offer.keys, room.right() - keys, keys, theme.small_font, "accent")]
        width = min(QFontMetrics(bold).horizontalAdvance(offer.words) + 2, room.width() * 2 // 3)
        words = "muted" if offer.why_not else "text"
        parts.append((offer.words, room.left(), width, bold, words))
        beside = room.left() + width + GAP
        left = room.right() - keys - GAP - beside
        note = offer.why_not or offer.place
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
