"""A panel's dock: its card, with the title as what it is moved by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QToolButton, QVBoxLayout, QWidget

from ui import icons
from ui.plain import set_tip, set_title

if TYPE_CHECKING:
    from ui.panels.table import PanelSpec
    from ui.theme import Theme
    from ui.widgets.card import Card

UNBOUNDED = (1 << 24) - 1
"""Qt's own largest size of a widget."""


class PanelDock(QDockWidget):
    """One panel in the window, or in a window of its own."""

    def __init__(self, spec: PanelSpec, card: Card) -> None:
        super().__init__()
        self.spec = spec
        self.card = card
        self.is_front = True
        """Whether no other panel of the same tabs stands before it."""
        self.setObjectName(spec.id)
        self.setAccessibleName(card.title)
        set_title(self, card.title)
        self._close = QToolButton()
        self._close.setObjectName("closePanel")
        self._close.setAutoRaise(True)
        # The menu closes panels by key: one stop less for Tab.
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = QCoreApplication.translate("PanelDock", "Close this panel")
        self._close.setAccessibleName(words)
        set_tip(self._close, words)
        self._close.clicked.connect(self.close)
        card.header.addWidget(self._close)
        for part in (card, card.title_bar):
            part.setProperty("docked", "true")
        self._room = QWidget()
        layout = QVBoxLayout(self._room)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card, 1)
        layout.addStretch(0)
        self.setTitleBarWidget(card.title_bar)
        self.setWidget(self._room)
        self.visibilityChanged.connect(self._come_to_front)
        self.topLevelChanged.connect(self._come_out)
        self.set_theme(card.theme)

    @property
    def stands(self) -> bool:
        """Whether it takes a place in the window now."""
        return not self.isHidden() and not self.isFloating() and self.is_front

    def bound(self, height: int | None, *, is_lowest: bool) -> None:
        """Let the card be no higher than it wants to be; the lowest leaves the rest free."""
        most = UNBOUNDED if height is None or self.isFloating() else height
        self.card.setMaximumHeight(most)
        self._room.setMaximumHeight(UNBOUNDED if is_lowest else most)

    def title_height(self) -> int:
        """Return the pixels of the title."""
        return self.card.title_bar.sizeHint().height()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.card.set_theme(theme)
        self._close.setIcon(icons.icon("close", theme.color("muted")))
        side = theme.small_font.pixelSize()
        self._close.setIconSize(QSize(side, side))

    def _come_out(self, floats: bool) -> None:
        # Qt tells of no other visibility where a panel leaves its tabs from behind.
        if floats:
            self._come_to_front(True)

    def _come_to_front(self, is_front: bool) -> None:
        # Qt only moves the panels behind aside: hidden, Tab does not lead into them.
        self.is_front = is_front or self.isHidden()
        for part in (self.card, self.card.title_bar):
            part.setVisible(self.is_front)
