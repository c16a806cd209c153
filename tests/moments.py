"""Moments that pass at once: what waits for one happens now, however fast the machine is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.background.soon import Soon

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

MOST = 100
"""Rounds at the most: some wait again for ever."""


def pass_moments(parent: QObject) -> None:
    """Let everything happen that is to happen in a moment, in an object and its children."""
    for _round in range(MOST):
        QApplication.processEvents()
        waiting = [soon for soon in parent.findChildren(Soon) if soon.isActive()]
        if not waiting:
            return
        for soon in waiting:
            soon.stop()
            soon.timeout.emit()
