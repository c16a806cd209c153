"""A panel on paper: a white card with a title, and what it compares at the other end."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.plain import PlainLabel
from ui.widgets.page_scroll import PageScroll

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel

    from ui.theme import Theme

_SIZES = Template(
    "QWidget { font-size: ${usual}px; } #quiet, #fact, #link, #quietLink { font-size: ${small}px; }"
    " #scoreNumber { font-size: ${number}px; }"
)
"""The sizes of a panel's texts where they are not those of the window."""
EDGES = 2
"""Pixels of the lines around a card, where it was never laid out."""
LOWEST = 48
"""Pixels of what a scrolling card shows, at least, below its title."""
LEAST_LINES = 6
"""Lines of a list or a text that are seen, at least, before others have more room."""


class Card(QFrame):
    """A bordered white card; what it shows goes into ``body``.

    One that ``scrolls`` may be lower than what it shows. One that ``fits`` wants the height of
    what it shows and no more; others take what there is, unless they are empty.
    """

    segment_wanted = Signal(str)
    """The id of a segment that somebody wants to see."""
    action_wanted = Signal(str)
    """The id of an action that somebody wants done."""
    dismiss_wanted = Signal(list)
    """Issues that somebody wants to let stand."""
    height_changed = Signal()
    """Another height is wanted."""
    left = Signal()
    """Somebody wants to be back in the text."""

    fits = False

    def __init__(self, title: str, theme: Theme, *, scrolls: bool = False) -> None:
        super().__init__()
        self.theme = theme
        self.is_empty = False
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title = PlainLabel(title)
        self._title.setObjectName("cardTitle")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.title_bar = QFrame()
        self.title_bar.setObjectName("cardBar")
        self.title_bar.setLayout(self.header)
        self.header.setContentsMargins(16, 8, 10, 3)
        self._content = _Content()
        self._content.setObjectName("cardContent")
        self.body = QVBoxLayout(self._content)
        self.body.setSpacing(2)
        self.body.setContentsMargins(16, 2, 16, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.title_bar)
        self._shown: QWidget = self._content
        self.is_page = scrolls
        if scrolls:
            self._shown = PageScroll(self._content, across=False)
            self._shown.setMinimumHeight(LOWEST)
        layout.addWidget(self._shown, 1)
        self._content.laid_out.connect(self.height_changed)

    @property
    def title(self) -> str:
        """What the card is called."""
        return self._title.text()

    def name_itself(self, wanted: bool) -> None:
        """Show the title; not where a tab above says the same."""
        self._title.setVisible(wanted)

    def wanted_height(self) -> int | None:
        """Return the pixels below the title that all it shows needs; None for all there are."""
        if not (self.fits or self.is_empty):
            return None
        room, width = self.body, self._content.width()
        if room.hasHeightForWidth():
            return room.totalHeightForWidth(width) + self.edges()
        return room.totalSizeHint().height() + self.edges()

    def least_height(self) -> int:
        """Return the pixels below the title that are enough where there is too little room."""
        if self.is_page:
            return LOWEST + self.edges()
        return max(LEAST_LINES * self.fontMetrics().lineSpacing(), self.minimumSizeHint().height())

    def edges(self) -> int:
        """Return the pixels above and below what is shown that are the card's own."""
        return max(0, self.height() - self._shown.height()) if self.isVisible() else EDGES

    def set_empty(self, is_empty: bool) -> None:
        """Say whether there is nothing to show but one line: then the card takes no more room."""
        if is_empty != self.is_empty:
            self.is_empty = is_empty
            self.height_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self._content.updateGeometry()
            self.height_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Take the keyboard: the first part that has a use for it, else the card itself."""
        for part in self.findChildren(QWidget):
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisible():
                part.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        if theme.interface_size != self.theme.interface_size:
            sheet = _SIZES.substitute(
                usual=theme.interface_size,
                small=theme.small_font.pixelSize(),
                number=theme.number_font.pixelSize(),
            )
            for part in (self, self.title_bar):
                part.setStyleSheet(sheet)
        self.theme = theme

    def show_keys(self) -> None:
        """Name the keys that hold now, where the card names any."""


class _Content(QWidget):
    """Needs what its sentences need as they wrap at the present width, and of its lists the least.

    Asked for its height at a width, Qt would give all that its lists would like to have.
    """

    laid_out = Signal()

    def hasHeightForWidth(self) -> bool:
        """Return False: its least height is told instead."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return a size in which sentences that wrap at the present width are not cut."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(max(hint.height(), layout.minimumHeightForWidth(self.width())))
        return hint

    def event(self, event: QEvent) -> bool:
        """Tell where another height may be wanted."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return super().event(event)


def empty_label() -> QLabel:
    """Return the label that says why there is nothing to show."""
    label = PlainLabel()
    label.setObjectName("emptyState")
    label.setWordWrap(True)
    return label


def quiet_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of secondary text that a screen reader and a mouse can read."""
    label = PlainLabel(text, parent)
    label.setObjectName("quiet")
    return label
