"""What stands in the window while nothing is open: the three ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.action_set import plain_text, shown_keys
from ui.actions import ACTIONS
from ui.plain import PlainButton, PlainLabel

if TYPE_CHECKING:
    from ui.action_set import ActionSet

WAYS = ("open", "new", "new_from_clipboard")


class Welcome(QFrame):
    """An empty sheet that says how to fill it."""

    def __init__(self, actions: ActionSet) -> None:
        super().__init__()
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
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addStretch(1)
        for spec in ACTIONS:
            if spec.id in WAYS:
                button = PlainButton(f"{plain_text(spec)}   {shown_keys(spec)}")
                button.setAccessibleName(plain_text(spec))
                button.clicked.connect(actions[spec.id].trigger)
                ways.addWidget(button)
        ways.addStretch(1)
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
        layout.addLayout(ways)
        layout.addStretch(4)
