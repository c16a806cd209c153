"""A field of a whole number, its digits as far from the edge as those of other fields."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

EDGE = 7
"""Pixels before the digits: style sheets cannot give Qt's own field any."""


class NumberField(QSpinBox):
    """Qt's field of a number that looks like the other fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(EDGE, 0, EDGE, 0)
