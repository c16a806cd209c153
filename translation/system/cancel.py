"""Cancelling long work: a token that the work looks at between its batches."""

from __future__ import annotations

import threading


class Cancelled(Exception):
    """The work was given up because nobody wants it any more."""


class CancelToken:
    """Set by whoever asked for the work, read by whoever does it."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to end."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to end."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise Cancelled once the work was asked to end."""
        if self._event.is_set():
            raise Cancelled
