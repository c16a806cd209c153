"""What stands in the middle while there is no row to show."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.keys import named
from ui.plain import PlainLabel

if TYPE_CHECKING:
    from ui.theme import Theme

_STYLE = Template("QLabel { color: $muted; }")


class EmptyPage(QWidget):
    """One quiet line: how to begin, or that the filter finds nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = PlainLabel()
        self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._line.setWordWrap(True)
        QVBoxLayout(self).addWidget(self._line)
        self.setAutoFillBackground(True)
        self.set_theme(theme)

    def say_how_to_begin(self) -> None:
        """Nothing is open."""
        self._line.setText(
            self.tr(
                "Open an article ({key:open}), drop a file here or paste text"
                " ({key:new_from_clipboard})"
            ).format(key=named())
        )

    def say_nothing_matches(self) -> None:
        """Something is open, but the filter hides all of it."""
        self._line.setText(self.tr("No segment matches the filter."))

    @property
    def text(self) -> str:
        """What the line says."""
        return self._line.text()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and font from another theme."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color("panel"))
        self.setPalette(palette)
        self._line.setStyleSheet(_STYLE.substitute(muted=theme.muted))
        self._line.setFont(theme.interface_font)
