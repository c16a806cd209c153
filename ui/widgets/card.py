"""A panel on paper: a white card with a title, and what it compares at the other end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel, QWidget

    from ui.theme import Theme


class Card(QFrame):
    """A bordered white card; what it shows goes into ``body``."""

    segment_wanted = Signal(str)
    """The id of a segment that somebody wants to see."""
    action_wanted = Signal(str)
    """The id of an action that somebody wants done."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName("card")
        self.setAccessibleName(title)
        self._title = PlainLabel(title)
        self._title.setObjectName("cardTitle")
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 11, 16, 10)
        layout.setSpacing(7)
        layout.addLayout(self.header)
        layout.addLayout(self.body, 1)

    @property
    def title(self) -> str:
        """What the card is called."""
        return self._title.text()

    def minimumSizeHint(self) -> QSize:
        """Return a size in which sentences that wrap at the present width are not cut."""
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is not None and layout.hasHeightForWidth():
            hint.setHeight(max(hint.height(), layout.minimumHeightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another."""
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():
            self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.theme = theme

    def show_keys(self) -> None:
        """Name the keys that hold now, where the card names any."""


def quiet_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of secondary text that a screen reader and a mouse can read."""
    label = PlainLabel(text, parent)
    label.setObjectName("quiet")
    return label
