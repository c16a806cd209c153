"""A thin bar that shows how much of a whole there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.theme import Theme

THICKNESS = 7
INTERVAL = 50
"""Milliseconds between two places of what wanders."""
STEP, WANDERS = 0.025, 0.25
"""Parts of the way there and back, and of the bar, that wander."""


class Meter(QWidget):
    """A bar from nothing to full; it fills in the reading direction of the interface.

    The number beside it is what a screen reader reads: the bar itself has no text.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._part = 0.0
        self._at = 0.0
        self._moving = QTimer(self)
        self._moving.setInterval(INTERVAL)
        self._moving.timeout.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def part(self) -> float:
        """How full the bar is, 0 to 1."""
        return self._part

    def set_part(self, part: float) -> None:
        """Fill the bar up to ``part``, kept within 0 to 1."""
        part = max(0.0, min(1.0, part))
        if part != self._part:
            self._part = part
            self.update()

    @property
    def is_busy(self) -> bool:
        """Whether it says only that something goes on, not how far it is."""
        return self._moving.isActive()

    def set_busy(self, is_busy: bool) -> None:
        """Say that something goes on whose length nobody knows: a part of the bar wanders."""
        if is_busy and not self.is_busy:
            self._at = 0.0
            self._moving.start()
        elif not is_busy:
            self._moving.stop()
        self.update()

    def _move(self) -> None:
        self._at = (self._at + STEP) % 1.0
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        return QSize(120, THICKNESS)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(32, THICKNESS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - THICKNESS) / 2
        track = QRectF(0, top, self.width(), THICKNESS)
        painter.setBrush(self._theme.color("bar_track"))
        painter.drawRoundedRect(track, THICKNESS / 2, THICKNESS / 2)
        if self.is_busy:
            # There and back, as a wave that begins anew would look like progress.
            way = 2 * self._at if self._at < 0.5 else 2 - 2 * self._at
            left = (1 - WANDERS) * self.width() * way
            painter.setBrush(self._theme.color("accent"))
            wanders = QRectF(left, top, WANDERS * self.width(), THICKNESS)
            painter.drawRoundedRect(wanders, THICKNESS / 2, THICKNESS / 2)
        elif self._part > 0:
            # A round end needs its own width: less than that would not look like a bar.
            width = max(float(THICKNESS), self.width() * self._part)
            left = self.width() - width if self.isRightToLeft() else 0.0
            painter.setBrush(self._theme.color("accent"))
            filled = QRectF(left, top, width, THICKNESS)
            painter.drawRoundedRect(filled, THICKNESS / 2, THICKNESS / 2)
        painter.end()
