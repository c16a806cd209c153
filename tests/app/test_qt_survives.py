"""PySide6 6.12.0 drops references to None and True on Python 3.11 until the process aborts."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
class Sender(QObject):
    sent = Signal(int)
application = QApplication(sys.argv)
widget, sender, got = QWidget(), Sender(), []
sender.sent.connect(got.append)
for number in range(10_000):
    widget.update()
    sender.sent.emit(number)
print(len(got))
"""


def test_ten_thousand_emits_and_updates(repository):
    done = subprocess.run(
        [sys.executable, "-c", CALLS], cwd=repository, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == "10000", done.stderr
