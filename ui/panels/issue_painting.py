"""How the lines of the issues are painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from translation.quality.dismissals import Dismissed
from ui import icons, texts
from ui.panels.issue_tree import NODE_ROLE, More, Node
from ui.panels.issue_words import fix_text, reason_words
from ui.widgets.list_painting import width_beside_bar

if TYPE_CHECKING:
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ICON_SIZE = 16
ICON_GAP = 8
PADDING = 5
LEVELS = 3
"""An issue stands below its kind, and that below its group."""
MOST_HEIGHTS = 5000


class IssueDelegate(QStyledItemDelegate):
    """Paints a group, a kind with its count, or an issue: mark, sentence, and the line below it.

    Below an open issue stands the fix, below a dismissed one who let it stand and why.
    """

    fix_clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[tuple[str, int, bool], int] = {}
        """Of sentences at a width: the view asks for all of them whenever one more comes."""

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that a line needs at the view's width."""
        node: Node = index.data(NODE_ROLE)
        if node.issue is None:
            return QSize(0, QFontMetrics(self._theme.interface_font).height() + 2 * PADDING)
        sentence, below = self._areas(_room(option, QRect()), node, str(index.data()))
        return QSize(0, max(below.bottom(), sentence.bottom(), ICON_SIZE) + PADDING)

    def _areas(self, rect: QRect, node: Node, said: str) -> tuple[QRect, QRect]:
        """Return where the sentence stands in a row and what is below it, empty for nothing."""
        left = ICON_SIZE + ICON_GAP
        width = max(40, rect.width() - left - PADDING)
        height = self._height(said, width, small=False)
        sentence = QRect(rect.left() + left, rect.top() + PADDING, width, height)
        below = self._below(node)
        if not below:
            return sentence, QRect(sentence.bottomLeft(), QSize(0, 0))
        height = self._height(below, width, small=True)
        return sentence, QRect(sentence.left(), sentence.bottom() + 3, width, height)

    def _below(self, node: Node) -> str:
        if isinstance(node.what, Dismissed):
            return reason_words(node.what)
        return fix_text() if node.issue is not None and node.issue.fix is not None else ""

    def _height(self, sentence: str, width: int, *, small: bool) -> int:
        height = self._heights.get((sentence, width, small))
        if height is None:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            flags = int(Qt.TextFlag.TextWordWrap)
            font = self._theme.small_font if small else self._theme.interface_font
            whole = QRect(0, 0, width, 10_000)
            height = QFontMetrics(font).boundingRect(whole, flags, sentence).height()
            self._heights[sentence, width, small] = height
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        node: Node = index.data(NODE_ROLE)
        states: QStyle.StateFlag = option.state
        painter.save()
        if states & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("active_row"))
        if node.issue is None:
            self._paint_heading(painter, option, node, str(index.data()))
        else:
            self._paint_issue(painter, option, node, str(index.data()))
        painter.restore()

    def _paint_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, node: Node, said: str
    ) -> None:
        theme, rect, direction = self._theme, QRect(option.rect), option.direction
        font = QFont(theme.interface_font)
        font.setBold(isinstance(node.what, str))
        painter.setFont(font)
        is_link = isinstance(node.what, More)
        painter.setPen(theme.color("accent" if is_link else "text"))
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        severity = getattr(node.what, "severity", None)
        left = PADDING
        if severity is not None:
            name = icons.severity_mark(severity)
            mark = QRect(rect.left(), rect.top() + PADDING, ICON_SIZE, ICON_SIZE)
            place = QStyle.visualRect(direction, rect, mark)
            icons.paint(painter, name, place, theme.color(name))
            left = ICON_SIZE + ICON_GAP
        count = "" if isinstance(node.what, str | More) else texts.number(node.count)
        room = painter.fontMetrics().horizontalAdvance(count) + 2 * PADDING
        words = rect.adjusted(left, 0, -room, 0)
        cut = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QStyle.visualRect(direction, rect, words), int(align) | middle, cut)
        painter.setPen(theme.color("muted"))
        place = QRect(rect.right() - room, rect.top(), room - PADDING, rect.height())
        end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.drawText(QStyle.visualRect(direction, rect, place), int(end) | middle, count)

    def _paint_issue(
        self, painter: QPainter, option: QStyleOptionViewItem, node: Node, said: str
    ) -> None:
        theme, issue = self._theme, node.issue
        assert issue is not None
        rect, direction = QRect(option.rect), option.direction
        sentence, below = self._areas(_room(option, rect), node, said)
        visual = QStyle.visualRect
        name = icons.severity_mark(issue.severity)
        mark = QRect(rect.left(), rect.top() + PADDING, ICON_SIZE, ICON_SIZE)
        icons.paint(painter, name, visual(direction, rect, mark), theme.color(name))
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.interface_font)
        painter.setPen(theme.color("text"))
        painter.drawText(visual(direction, rect, sentence), flags, said)
        if words := self._below(node):
            painter.setFont(theme.small_font)
            is_dismissed = isinstance(node.what, Dismissed)
            painter.setPen(theme.color("muted" if is_dismissed else "accent"))
            painter.drawText(visual(direction, rect, below), flags, words)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take a click on the fix."""
        node: Node = index.data(NODE_ROLE)
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if is_click and node.issue is not None and node.issue.fix is not None:
            _sentence, fix = self._areas(_room(option, QRect(option.rect)), node, str(index.data()))
            place = QStyle.visualRect(option.direction, option.rect, fix)
            at = event.position().toPoint()  # type: ignore[attr-defined]
            if not isinstance(node.what, Dismissed) and place.contains(at):
                self.fix_clicked.emit(node.issue)
                return True
        return super().editorEvent(event, model, option, index)


def _room(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    """Return a row's rectangle as wide as it is with a scroll bar beside it."""
    view: QWidget = option.widget
    indent = view.indentation() if isinstance(view, QTreeView) else 0
    width = width_beside_bar(view) - LEVELS * indent
    return QRect(rect.left(), rect.top(), width, rect.height())
