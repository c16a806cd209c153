"""The sheet that stands in the window while nothing is open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow

from ui.action_set import ActionSet
from ui.widgets.welcome import Welcome


@pytest.mark.parametrize("pixels", [13, 26])
def test_the_whole_hint_can_be_read(qtbot, pixels):
    window = QMainWindow()
    qtbot.addWidget(window)
    welcome = Welcome(ActionSet(window, lambda handler: lambda: None))
    window.setCentralWidget(welcome)
    window.setStyleSheet(f"* {{ font-size: {pixels}px; }}")
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    for label in welcome.findChildren(QLabel):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= max(needed, label.minimumSizeHint().height())
