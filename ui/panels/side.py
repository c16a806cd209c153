"""The column of panels at the side: any of them can be hidden, and all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.panels.table import PANELS

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QObject

    from app.session import Session
    from ui.theme import Theme
    from ui.widgets.card import Card

GAP = 12
"""Pixels of paper between panels."""


class SideColumn(QFrame):
    """The panels of the table, one below the other; what they ask for, the column asks for."""

    visibility_changed = Signal()
    segment_wanted = Signal(str)
    """The id of a segment that somebody wants to see."""
    action_wanted = Signal(str)
    """The id of an action that somebody wants done."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sideColumn")
        self.panels: dict[str, Card] = {spec.id: spec.factory(session, theme) for spec in PANELS}
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(GAP)
        self._splitter.setChildrenCollapsible(False)
        for row, (spec, panel) in enumerate(zip(PANELS, self.panels.values(), strict=True)):
            self._splitter.addWidget(panel)
            self._splitter.setStretchFactor(row, int(spec.stretches))
            panel.segment_wanted.connect(self.segment_wanted)
            panel.action_wanted.connect(self.action_wanted)
        self._splitter.setSizes([spec.height for spec in PANELS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_Scrolling(self._splitter))

    def toggle(self, name: str) -> None:
        """Show or hide one panel; a panel that is asked for brings the column back."""
        panel = self.panels[name]
        wanted = panel.isHidden() or self.isHidden()
        panel.setVisible(wanted)
        self.setVisible(any(not panel.isHidden() for panel in self.panels.values()))
        self.visibility_changed.emit()

    def show_all(self, wanted: bool) -> None:
        """Show every panel, or hide the column."""
        if wanted:
            for panel in self.panels.values():
                panel.show()
        self.setVisible(wanted)
        self.visibility_changed.emit()

    def is_shown(self, name: str) -> bool:
        """Tell whether a panel is shown."""
        return not self.isHidden() and not self.panels[name].isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        for panel in self.panels.values():
            panel.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        for panel in self.panels.values():
            panel.show_keys()

    def save_state(self) -> QByteArray:
        """Return the heights of the panels."""
        return self._splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        """Give the panels the heights of before."""
        self._splitter.restoreState(state)


class _Scrolling(QScrollArea):
    """Lets the column scroll in a window too low for all panels; it is never too narrow for them.

    Words of another language are longer: the column grows with them.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setObjectName("sideScroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which nothing of the panels is cut off."""
        hint, bar = super().minimumSizeHint(), self.verticalScrollBar()
        wanted = self._content.minimumSizeHint().width()
        if bar.isVisible():
            wanted += bar.sizeHint().width()
        return QSize(max(hint.width(), wanted), hint.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width where the panels do."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
