"""A table that came back: what it would change, row by row, and which of it to take over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from translation.model.language import ARABIC_TO_ENGLISH
from translation.text.utf16 import utf16_length
from translation.text.words import diff
from ui import texts
from ui.dialogs.returned_detail import ReturnedDetail
from ui.dialogs.returned_rows import (
    CONTEXT,
    ROW_ROLE,
    SEGMENT,
    SHOWN_WORDS,
    STANDING,
    TEXT,
    ReturnedRows,
    Shown,
    ShownRows,
    target_texts,
)
from ui.dialogs.sheet import Sheet
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainLabel, set_title
from ui.review.diff_text import apart, part_format

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.work.returning import Return, ReturnedRow
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_TICKED = QT_TRANSLATE_N_NOOP(
    "returned",
    "{ticked} of {total} row ticked. Applying it is one step to undo.",
    "{ticked} of {total} rows ticked. Applying them is one step to undo.",
    "total",
)
LONGEST_LINE = 600
"""Characters of a text that are drawn in the list: more never fit into its line."""


class ReturnedTableDialog(Sheet):
    """Lists the rows with their differences; Space ticks, Enter applies."""

    chosen = Signal(object, object)
    """The Return and the places of the rows to apply."""

    def __init__(
        self, found: Return, document: Document, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=760)
        set_title(self, self.tr("Returned table"))
        self._found = found
        pair = document.files[0].pair if document.files else ARABIC_TO_ENGLISH
        self.rows = ReturnedRows(found, document, theme, self)
        self.shown = ShownRows(self.rows, self)
        self.add_text(texts.file_name(found.path.name), quiet=True)
        self.body.addLayout(self._filter_row())
        self.view = _RowView(self.rows, self.shown, theme, pair)
        self.detail = ReturnedDetail(theme, pair)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.view)
        parts.addWidget(self.detail)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self.body.addWidget(parts, 1)
        self._tick_shown = self.add_button(self.tr("Tick all listed"))
        self._tick_none = self.add_button(self.tr("Untick all listed"))
        self._tick_shown.clicked.connect(lambda: self.rows.tick(self.shown.places(), True))
        self._tick_none.clicked.connect(lambda: self.rows.tick(self.shown.places(), False))
        self._apply = self.add_accept(self.tr("Apply ticked"))
        self.rows.ticks_changed.connect(self._count)
        self.view.selectionModel().currentRowChanged.connect(self._show_row)
        self._choose_first()
        self._count()
        self.view.setFocus()
        self.resize(QSize(980, 680))

    def _filter_row(self) -> QHBoxLayout:
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Which rows to list"))
        for shown in Shown:
            self.filter.addItem("", shown)
        self.filter.currentIndexChanged.connect(self._filter)
        self._summary = PlainLabel()
        self._summary.setObjectName("quiet")
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addSpacing(10)
        row.addWidget(self._summary, 1)
        self._name_filters()
        return row

    def _name_filters(self) -> None:
        counts = self._found.counts
        for at, shown in enumerate(Shown):
            count = sum(counts[standing] for standing in counts if shown.takes(standing))
            words = texts.translated(CONTEXT, SHOWN_WORDS[shown], count=count)
            self.filter.setItemText(at, words)

    def choose_filter(self, shown: Shown) -> None:
        """List only these rows."""
        self.filter.setCurrentIndex(list(Shown).index(shown))

    def _choose_first(self) -> None:
        """List all where nothing is to be looked at, and go to the first row."""
        if not self.shown.rowCount():
            self.choose_filter(Shown.ALL)
        self.view.setCurrentIndex(self.shown.index(0, SEGMENT))
        if not self.shown.rowCount():
            self.detail.show_nothing()

    def _filter(self, at: int) -> None:
        self.shown.show_only(list(Shown)[at])
        self.view.setCurrentIndex(self.shown.index(0, SEGMENT))

    def _count(self) -> None:
        count = len(self.rows.ticked)
        told = texts.translated(CONTEXT, _TICKED, ticked=count, total=self.rows.rowCount())
        self._summary.setText(told)
        self._apply.setEnabled(count > 0)

    def _show_row(self, current: Index, _before: Index) -> None:
        if current.isValid():
            self.detail.show_row(current.data(ROW_ROLE))
        else:
            self.detail.show_nothing()

    def accept(self) -> None:
        """Tell which rows to apply."""
        self.chosen.emit(self._found, self.rows.ticked)
        super().accept()


class _RowView(QTreeView):
    """The list: Space toggles the row's tick wherever in the row one is."""

    def __init__(
        self, rows: ReturnedRows, shown: ShownRows, theme: Theme, pair: LanguagePair
    ) -> None:
        super().__init__()
        self._rows, self._shown = rows, shown
        self.setAccessibleName(QCoreApplication.translate(CONTEXT, "Rows of the returned table"))
        self.setModel(shown)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(TEXT, _DiffLine(theme, pair, self))
        self.setMinimumHeight(140)
        header = self.header()
        header.setStretchLastSection(True)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(SEGMENT, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(SEGMENT, 110)
        self.setColumnWidth(STANDING, 230)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self._shown.mapToSource(self.currentIndex()).row())
            return
        super().keyPressEvent(event)


class _DiffLine(QStyledItemDelegate):
    """Draws what changed in one line, cut at its end."""

    def __init__(self, theme: Theme, pair: LanguagePair, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pair = pair
        self._font = theme.target_font(pair.target)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(super().sizeHint(option, index).width(), self._font.pixelSize() * 2 + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as the style does, and the words over it."""
        style_option = QStyleOptionViewItem(option)
        self.initStyleOption(style_option, index)
        style_option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, style_option, painter, widget
        )
        layout = self._layout(index.data(ROW_ROLE))
        area = option.rect.adjusted(6, 0, -6, 0)
        layout.beginLayout()
        line = layout.createLine()
        if line.isValid():
            line.setLineWidth(area.width())
        layout.endLayout()
        painter.save()
        painter.setClipRect(area)
        painter.setPen(self._theme.color("text"))
        y = area.top() + (area.height() - line.height()) / 2 if line.isValid() else area.top()
        layout.draw(painter, QPointF(area.left(), y))
        painter.restore()

    def _layout(self, row: ReturnedRow) -> QTextLayout:
        """Return the words of a row with their marks, without its line breaks."""
        pieces: list[str] = []
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for part in apart(diff(*(text[:LONGEST_LINE] for text in target_texts(row)))):
            text = part.text.replace("\n", " ")
            range_ = QTextLayout.FormatRange()
            range_.start, range_.length = at, utf16_length(text)
            range_.format = part_format(part, self._theme, self._font)
            formats.append(range_)
            pieces.append(text)
            at += range_.length
        layout = QTextLayout("".join(pieces), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        rtl = self._pair.target_is_rtl
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        layout.setFormats(formats)
        return layout
