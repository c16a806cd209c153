"""The list of issues as Qt's views read it, and how one is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, texts
from ui.keys import named
from ui.plain import tip
from ui.widgets.list_painting import width_beside_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.editing.editor import Editor
    from translation.model.issue import Issue
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ISSUE_ROLE = Qt.ItemDataRole.UserRole
ICON_SIZE = 16
ICON_GAP = 10
PADDING = 5
MOST_HEIGHTS = 5000


class IssueModel(QAbstractListModel):
    """One row an issue, in document order."""

    def __init__(self, work: Editor, theme: Theme) -> None:
        super().__init__()
        self._work = work
        self._theme = theme
        self._issues: tuple[Issue, ...] = ()

    def set_issues(self, issues: Sequence[Issue]) -> None:
        """Show these issues."""
        found, known = tuple(issues), len(self._issues)
        if found == self._issues:
            return
        if found[:known] == self._issues:
            self.beginInsertRows(QModelIndex(), known, len(found) - 1)
            self._issues = found
            self.endInsertRows()
        else:
            self.beginResetModel()
            self._issues = found
            self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme

    def issue(self, index: Index) -> Issue | None:
        """Return the issue at an index."""
        return self._issues[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many issues there are."""
        return 0 if parent.isValid() else len(self._issues)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an issue's sentence, mark, accessible text or the issue itself."""
        issue = self.issue(index)
        if issue is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._sentence(issue)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._sentence(issue))
            case Qt.ItemDataRole.AccessibleTextRole:
                severity = texts.severity_name(issue.severity)
                fix = fix_text() if issue.fix is not None else ""
                return texts.listed((severity, self._sentence(issue), fix), texts.ONE_AFTER_ANOTHER)
            case _ if role == ISSUE_ROLE:
                return issue
        return None

    def _sentence(self, issue: Issue) -> str:
        document = self._work.document
        # The list is read afresh a moment after a removal: an issue can outlive its segment.
        row = document.row(issue.segment_id) + 1 if issue.segment_id in document else 0
        return QCoreApplication.translate("IssueModel", "{number} · {sentence}").format(
            number=row, sentence=texts.issue_text(issue)
        )


def fix_text() -> str:
    """Return what the way to mend an issue is called, with its key."""
    return named().beside(QCoreApplication.translate("IssueModel", "Apply the fix"), "apply_fix")


class IssueDelegate(QStyledItemDelegate):
    """Paints an issue: mark, sentence over as many lines as it needs, the fix below."""

    fix_clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights: dict[tuple[str, int], int] = {}
        """Of sentences at a width: the view asks for all of them whenever one more comes."""

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the sentence needs at the view's width."""
        sentence, fix = self._areas(option, QRect(0, 0, 0, 0), index)
        return QSize(0, max(fix.bottom(), sentence.bottom(), ICON_SIZE) + PADDING)

    def _areas(
        self, option: QStyleOptionViewItem, rect: QRect, index: Index
    ) -> tuple[QRect, QRect]:
        """Return where the sentence and the fix stand in a row; no fix is an empty rectangle."""
        left = ICON_SIZE + ICON_GAP
        view: QWidget = option.widget
        width = max(40, width_beside_bar(view) - left - PADDING)
        lines = self._height(str(index.data()), width)
        sentence = QRect(rect.left() + left, rect.top() + PADDING, width, lines)
        issue: Issue = index.data(ISSUE_ROLE)
        if issue.fix is None:
            return sentence, QRect(sentence.bottomLeft(), QSize(0, 0))
        height = QFontMetrics(self._theme.small_font).height()
        return sentence, QRect(sentence.left(), sentence.bottom() + 3, width, height)

    def _height(self, sentence: str, width: int) -> int:
        height = self._heights.get((sentence, width))
        if height is None:
            if len(self._heights) > MOST_HEIGHTS:
                self._heights.clear()
            flags = int(Qt.TextFlag.TextWordWrap)
            metrics = QFontMetrics(self._theme.interface_font)
            height = metrics.boundingRect(QRect(0, 0, width, 10_000), flags, sentence).height()
            self._heights[sentence, width] = height
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one issue."""
        theme, issue = self._theme, index.data(ISSUE_ROLE)
        states: QStyle.StateFlag = option.state
        painter.save()
        if states & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("active_row"))
        sentence, fix = self._areas(option, option.rect, index)
        name = icons.severity_mark(issue.severity)
        mark = QRect(option.rect.left(), option.rect.top() + PADDING, ICON_SIZE, ICON_SIZE)
        direction: Qt.LayoutDirection = option.direction
        visual = QStyle.visualRect
        icons.paint(painter, name, visual(direction, option.rect, mark), theme.color(name))
        align = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.interface_font)
        painter.setPen(theme.color("text"))
        flags = int(align | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(visual(direction, option.rect, sentence), flags, str(index.data()))
        if issue.fix is not None:
            painter.setFont(theme.small_font)
            painter.setPen(theme.color("accent"))
            painter.drawText(visual(direction, option.rect, fix), int(align), fix_text())
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Take a click on the fix."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            _sentence, fix = self._areas(option, option.rect, index)
            place = QStyle.visualRect(option.direction, option.rect, fix)
            if not fix.isEmpty() and place.contains(event.position().toPoint()):
                self.fix_clicked.emit(index.data(ISSUE_ROLE))
                return True
        return super().editorEvent(event, model, option, index)
