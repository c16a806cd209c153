"""What is read of a panel that a test shows by itself."""

from __future__ import annotations


def labels(panel) -> str:
    from PySide6.QtWidgets import QLabel, QPushButton

    shown = [
        part.text()
        for kind in (QLabel, QPushButton)
        for part in panel.findChildren(kind)
        if part.isVisibleTo(panel)
    ]
    return "\n".join(shown)


def show(qtbot, panel):
    qtbot.addWidget(panel)
    panel.resize(364, 320)
    panel.show()
    return panel
