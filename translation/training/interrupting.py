"""Ctrl+C in a long command: the first one asks the work to stop, so that it can save."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING

from translation.system.cancel import CancelToken

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def interrupt_cancels() -> Iterator[CancelToken]:
    """Let Ctrl+C set a token as long as this lasts."""
    cancel = CancelToken()
    before = signal.signal(signal.SIGINT, lambda *_: cancel.cancel())
    try:
        yield cancel
    finally:
        signal.signal(signal.SIGINT, before)
