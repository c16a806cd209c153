"""Waiting for the disk with the window alive: for the few moments that cannot be left for later."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class _Waiting(QObject):
    ended = Signal()


def wait_alive(work: Callable[[], T]) -> T:
    """Run ``work`` in a thread and return what it returns, or raise what it raises.

    To be called from the GUI thread. Meanwhile the window is painted and signals arrive; keys
    and clicks wait, so nobody edits a document on its way out.
    """
    waiting, loop, result = _Waiting(), QEventLoop(), Future[T]()
    # The thread may end before the loop begins: then this is the first that the loop hears.
    waiting.ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            result.set_exception(error)
        waiting.ended.emit()

    thread = Thread(target=run, name="waiting for the disk")
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    thread.join()
    return result.result()
