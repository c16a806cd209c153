"""What an entry of a list is, and how one is laid out and painted: words with differences."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from translation.text.utf16 import utf16_length
from ui.review.diff_text import apart, part_format
from ui.widgets.list_painting import paint_chosen, width_beside_bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QFont, QPainter

    from translation.text.words import DiffPart
    from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
PADDING = 6
MARGIN = 8
"""Pixels before and behind the words; the mark of the chosen entry stands in them."""
STEP = 14
"""Pixels by which an answer stands in."""
MOST_LAID_OUT = 400
MOST_SHOWN = 20_000
"""Characters of one entry: more nobody reads there, and laying it out takes seconds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the list. ``heading`` says who and when, ``remark`` what else there is to know.

    ``language`` chooses the font of the words, "" for the interface's; ``rtl`` their direction,
    None where their first letter says it. ``faded`` ones lie behind: settled, or taken back.
    ``spoken`` is what a screen reader says of it.
    """

    id: str
    heading: str
    parts: tuple[DiffPart, ...] = ()
    remark: str = ""
    language: str = ""
    rtl: bool | None = None
    answer: bool = False
    faded: bool = False
    spoken: str = ""
    beneath: str = ""
    """A second text, in ``beneath_language``, below the first."""
    beneath_language: str = ""
    beneath_rtl: bool | None = None
    marked: tuple[tuple[int, int], ...] = ()
    """Stretches of the words that were looked for, in characters."""
    beneath_marked: tuple[tuple[int, int], ...] = ()


class EntryDelegate(QStyledItemDelegate):
    """Lays an entry out as a text of its own and paints it."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._laid: OrderedDict[tuple[Entry, int], QTextDocument] = OrderedDict()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self._laid.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the words need at the view's width."""
        entry: Entry = index.data(ENTRY_ROLE)
        height = self._document(entry).size().height()
        return QSize(0, round(height) + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        theme, entry = self._theme, index.data(ENTRY_ROLE)
        whole: QRect = option.rect
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        paint_chosen(painter, option, theme)
        document = self._document(entry)
        left = MARGIN + (STEP if entry.answer else 0)
        width = round(document.textWidth())
        area = QRect(whole.left() + left, whole.top() + PADDING, width, whole.height())
        area = QStyle.visualRect(direction, whole, area)
        painter.translate(area.topLeft())
        document.drawContents(painter, QRectF(0, 0, area.width(), area.height()))
        painter.restore()

    def _document(self, entry: Entry) -> QTextDocument:
        room = 2 * MARGIN + (STEP if entry.answer else 0)
        width = max(60, width_beside_bar(self._view) - room)
        found = self._laid.get((entry, width))
        if found is None:
            found = self._laid[entry, width] = _laid_out(entry, width, self._theme)
            if len(self._laid) > MOST_LAID_OUT:
                self._laid.popitem(last=False)
        return found


def _laid_out(entry: Entry, width: int, theme: Theme) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setTextWidth(width)
    cursor = QTextCursor(document)
    quiet = _format(theme.small_font, theme, "muted")
    of_window = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    _begin(cursor, of_window)
    cursor.insertText(entry.heading, quiet)
    if entry.parts:
        _begin(cursor, entry.rtl)
        font = theme.target_font(entry.language) if entry.language else theme.interface_font
        for part in _begun(apart(entry.parts)):
            look = part_format(part, theme, font)
            if entry.faded and part.kind == "equal":
                look = _format(font, theme, "muted")
            # A line of the text stays in its paragraph, which has one direction.
            lines = part.text if entry.rtl is None else part.text.replace("\n", "\u2028")
            cursor.insertText(lines, look)
        _mark(cursor, entry.marked, theme)
    if entry.beneath:
        _begin(cursor, entry.beneath_rtl)
        font = theme.target_font(entry.beneath_language)
        cursor.insertText(entry.beneath[:MOST_SHOWN], _format(font, theme, "text"))
        _mark(cursor, entry.beneath_marked, theme)
    if entry.remark:
        _begin(cursor, of_window)
        cursor.insertText(entry.remark, quiet)
    return document


def _mark(cursor: QTextCursor, places: Iterable[tuple[int, int]], theme: Theme) -> None:
    """Mark stretches of the paragraph that was written last, as hits are."""
    block = cursor.block()
    look = QTextCharFormat()
    look.setBackground(theme.color("chip"))
    look.setFontUnderline(True)
    for start, end in places:
        place = QTextCursor(block)
        shift = [utf16_length(block.text()[:at]) for at in (start, end)]
        place.setPosition(block.position() + shift[0])
        place.setPosition(block.position() + shift[1], QTextCursor.MoveMode.KeepAnchor)
        place.mergeCharFormat(look)


def _begun(parts: Iterable[DiffPart]) -> Iterator[DiffPart]:
    """Give as much of a long text as can be laid out while somebody waits."""
    room = MOST_SHOWN
    for part in parts:
        if len(part.text) > room:
            yield replace(part, text=f"{part.text[:room]}…")
            return
        room -= len(part.text)
        yield part


def _begin(cursor: QTextCursor, rtl: bool | None) -> None:
    """Begin a paragraph; where no direction is known its first letter says it."""
    form = QTextBlockFormat()
    form.setBottomMargin(1)
    direction = Qt.LayoutDirection.LayoutDirectionAuto
    if rtl is not None:
        direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    form.setLayoutDirection(direction)
    if cursor.atStart():
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)


def _format(font: QFont, theme: Theme, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    made.setForeground(theme.color(colour))
    return made
