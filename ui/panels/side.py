"""The column of panels at the side: any of them can be hidden, and all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ui.panels.changes import ChangesPanel
from ui.panels.document import DocumentPanel
from ui.panels.issues import IssuesPanel
from ui.panels.scores import ScoresPanel

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QObject

    from app.session import Session
    from ui.theme import Theme
    from ui.widgets.card import Card

GAP = 12
"""Pixels of paper between panels."""

SHARES = (224, 200, 150, 176)
"""Heights of the four panels at first, in pixels of a window 900 high."""


class SideColumn(QFrame):
    """Scores, Changes, Issues and Document, one below the other."""

    visibility_changed = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("sideColumn")
        self.scores = ScoresPanel(session, theme)
        self.changes = ChangesPanel(session, theme)
        self.issues = IssuesPanel(session, theme)
        self.document = DocumentPanel(session, theme)
        self.panels: dict[str, Card] = {
            "scores": self.scores,
            "changes": self.changes,
            "issues": self.issues,
            "document": self.document,
        }
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setHandleWidth(GAP)
        self._splitter.setChildrenCollapsible(False)
        for panel in self.panels.values():
            self._splitter.addWidget(panel)
        self._splitter.setSizes(list(SHARES))
        self._splitter.setStretchFactor(1, 1)
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
