"""Guessing the heights of all rows anew after another width, some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.background.soon import Soon

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_MS, _NEXT_MS = 120, 10
_GUESSED_AT_ONCE = 1200
"""Some thousandths of a second."""
_SET_AT_ONCE = 5_000
"""Qt sums all heights up after each time that some are set: a millisecond at 100 000, as setting
those of some hundred rows. All at once would hold the window up for a tenth of a second."""


class HeightGuesses(QObject):
    """Has rows guessed from the first to the last, in moments between which one can type.

    ``guess`` gives the heights of rows, ``take`` sets those of many, from a row on; ``count``
    says how many rows there are.
    """

    def __init__(
        self,
        guess: Callable[[range], list[int]],
        take: Callable[[int, list[int]], None],
        count: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._guess = guess
        self._take = take
        self._count = count
        self._first = 0
        self._heights: list[int] = []
        self._timer = Soon(self, self._go_on, unhurried=True)

    def begin(self) -> None:
        """Guess all rows anew, in a moment: widths change many times while one resizes."""
        self._first, self._heights = 0, []
        self._timer.start(_FIRST_MS)

    def begin_again(self) -> None:
        """Begin with the first row once more, where it goes on: rows have other numbers now."""
        if self._timer.isActive():
            self.begin()

    def _go_on(self) -> None:
        start = self._first + len(self._heights)
        rows = range(start, min(start + _GUESSED_AT_ONCE, self._count()))
        self._heights += self._guess(rows)
        if not rows or len(self._heights) >= _SET_AT_ONCE:
            self._take(self._first, self._heights)
            self._first, self._heights = rows.stop, []
        if rows:
            self._timer.start(_NEXT_MS)
