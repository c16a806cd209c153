"""The sheet that stands in the window while nothing is open."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMainWindow

from ui.widgets.welcome import Welcome


@pytest.mark.parametrize("pixels", [13, 26])
def test_the_whole_hint_can_be_read(qtbot, pixels):
    window = QMainWindow()
    qtbot.addWidget(window)
    ways = [QAction(text, window) for text in ("&Open…", "&New from text…", "New from &clipboard")]
    welcome = Welcome(ways)
    window.setCentralWidget(welcome)
    window.setStyleSheet(f"* {{ font-size: {pixels}px; }}")
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    for label in welcome.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= max(needed, label.minimumSizeHint().height())
