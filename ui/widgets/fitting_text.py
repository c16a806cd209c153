"""Text to be read, as high as its lines where there is room, and cut between lines where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEAST_LINES = 2


class FittingText(QTextEdit):
    """Shows text with formats; nobody types into it, and Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plainView")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._follow)

    def sizeHint(self) -> QSize:
        """Return the size in which all lines are seen."""
        edges = self.height() - self.viewport().height() - self.viewportMargins().bottom()
        lines = self.document().size().height()
        return QSize(super().sizeHint().width(), round(lines) + max(0, edges) + 1)

    def minimumSizeHint(self) -> QSize:
        """Return the size of the first lines."""
        least = round(LEAST_LINES * self._line()) + 2
        return QSize(60, min(least, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let no line be cut through its letters at the lower edge."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self, _size: object = None) -> None:
        room = self.height() - 2 * self.frameWidth()
        spare = (
            room % max(1, round(self._line())) if self.sizeHint().height() > self.height() else 0
        )
        if spare != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, spare)
        self.updateGeometry()

    def _line(self) -> float:
        """Return the height of the first line, in pixels."""
        layout = self.document().firstBlock().layout()
        if layout is not None and layout.lineCount():
            return layout.lineAt(0).height()
        return float(self.fontMetrics().lineSpacing())
