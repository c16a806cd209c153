"""What stands in the window while nothing is open: the three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.plain import PlainButton, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction


class Welcome(QFrame):
    """An empty sheet that says how to fill it, by a button for each of the ``ways``."""

    def __init__(self, ways: Iterable[QAction]) -> None:
        super().__init__()
        self._ways: dict[QAction, PlainButton] = {}
        self.setObjectName("paper")
        title = PlainLabel(self.tr("Nothing is open"))
        title.setObjectName("welcomeTitle")
        hint = PlainLabel(
            self.tr(
                "Drop an article here, or open one: text, Word, HTML, PDF, subtitles, XLIFF,"
                " TMX, tables or a Muraji project. Everything stays on this machine."
            )
        )
        hint.setObjectName("emptyState")
        hint.setWordWrap(True)
        hint.setFixedWidth(440)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for action in ways:
            button = self._ways[action] = PlainButton()
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        self.show_keys()
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(3)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        # Between stretches and not aligned: an aligned label gets no room for its wrapped lines.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(hint)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addLayout(row)
        layout.addStretch(4)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        for action, button in self._ways.items():
            name = action.text().replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setText(f"{name}   {keys}" if keys else name)
            button.setAccessibleName(name)
