"""Paper that grows no wider than lines can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.theme import Theme

WIDEST = {1: 56, 2: 100}
"""Sizes of the texts that the paper may be wide, by its columns: about 90 letters in each."""


class Paper(QWidget):
    """Holds its contents on a sheet of paper, in the middle where there is more room than that."""

    def __init__(self, contents: Iterable[QWidget], theme: Theme) -> None:
        super().__init__()
        self.paper = QFrame()
        self.paper.setObjectName("paper")
        inner = QVBoxLayout(self.paper)
        # The border is the frame's own; inside it the table reaches to the edge.
        inner.setContentsMargins(1, 4, 1, 4)
        inner.setSpacing(0)
        for content in contents:
            inner.addWidget(content)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self.paper, 1000)
        layout.addStretch(1)
        self._text_size, self._columns = theme.text_size, 2
        self._measure()

    def set_columns(self, columns: int) -> None:
        """Be as wide as so many columns of text."""
        self._columns = columns
        self._measure()

    def set_theme(self, theme: Theme) -> None:
        """Be as wide as the size of the texts allows."""
        self._text_size = theme.text_size
        self._measure()

    def _measure(self) -> None:
        self.paper.setMaximumWidth(WIDEST[self._columns] * self._text_size)
