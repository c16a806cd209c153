"""The one door from other threads to the window's."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


def post(signal: SignalInstance, *values: object) -> None:
    """Emit a signal that is connected queued, from any thread.

    Nothing happens where its object has gone meanwhile: a process, a thread or the disk can have
    something to say when the window is closed.
    """
    with suppress(RuntimeError):
        signal.emit(*values)
