"""A list of what was said or done: who and when, the words with their differences, a remark."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.review.diff_text import apart, part_format
from ui.widgets.list_painting import paint_chosen, width_beside_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QFont, QPainter, QResizeEvent

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
BATCH = 20
"""Entries laid out at a time: a long list comes bit by bit, and no key waits for it."""


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


class EntryModel(QAbstractListModel):
    """One row an entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return self._entries

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these; rows that stay keep their place, and so does what is chosen."""
        found = tuple(entries)
        if [entry.id for entry in found] != [entry.id for entry in self._entries]:
            self.beginResetModel()
            self._entries = found
            self.endResetModel()
            return
        both = zip(found, self._entries, strict=True)
        changed = [row for row, (entry, before) in enumerate(both) if entry != before]
        self._entries = found
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Return how many entries there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of an entry, what is said of it aloud, or the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "".join(part.text for part in entry.parts if part.kind != "delete")
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case _ if role == ENTRY_ROLE:
                return entry
        return None


class EntryList(QListView):
    """The list; Enter or a double click asks for what is done with an entry."""

    wanted = Signal(str)
    """The id of the entry that was entered or clicked twice."""
    chosen = Signal(str)
    """The id of the entry that is marked now, "" for none."""
    left = Signal()
    """Esc was pressed."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName("entryList")
        self._bound: dict[Qt.Key, Callable[[], None]] = {}
        self.setAccessibleName(name)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self._delegate = EntryDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setMinimumHeight(64)
        self.doubleClicked.connect(self._want)
        self.selectionModel().currentChanged.connect(self._tell)
        self.entries.modelReset.connect(self._tell)

    @property
    def current_id(self) -> str:
        """The id of the entry that is marked, "" for none."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return entry.id if isinstance(entry, Entry) else ""

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these; what is marked stays so where it is still there."""
        marked = self.current_id
        self.entries.set_entries(entries)
        if marked:
            self.choose(marked)

    def choose(self, entry_id: str) -> None:
        """Mark the entry with this id and bring it into view."""
        for row, entry in enumerate(self.entries.entries):
            if entry.id == entry_id:
                self.setCurrentIndex(self.entries.index(row))
                return

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the words out for another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def bind(self, key: Qt.Key, run: Callable[[], None]) -> None:
        """Let a key do something with the marked entry, whatever it does elsewhere."""
        self._bound[key] = run

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are bound here from doing what they do elsewhere."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._run_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def _run_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self._bound.get(Qt.Key(event.key())) if is_bare else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for what Enter does with the entry; leave with Esc."""
        if (run := self._run_of(event)) is not None:
            run()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._want(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _want(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.wanted.emit(entry.id)

    def _tell(self, *_what: object) -> None:
        self.chosen.emit(self.current_id)


class EntryDelegate(QStyledItemDelegate):
    """Lays an entry out as a text of its own and paints it."""

    def __init__(self, theme: Theme, view: EntryList) -> None:
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
    if entry.remark:
        _begin(cursor, of_window)
        cursor.insertText(entry.remark, quiet)
    return document


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
