"""Row heights of the table: guessed for all rows at once, measured where rows come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QTableView

_LOWEST = 16


class RowHeights:
    """Sets section sizes of a table's vertical header without a signal for each.

    Resizing 100 000 rows to their contents takes half a minute; this takes the time of laying
    out one screen, and guessed heights of the others only move the scroll bar a little.
    """

    def __init__(self, view: QTableView) -> None:
        self._header = view.verticalHeader()
        self._header.setMinimumSectionSize(_LOWEST)
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.hide()
        self._exact: set[int] = set()

    def set_all(self, heights: Iterable[int]) -> None:
        """Give every row its guessed height."""
        self._exact.clear()
        self._resize(enumerate(heights))

    def set_alike(self, height: int) -> None:
        """Give every row one height, in no time: each is guessed a moment later."""
        self._exact.clear()
        self._header.blockSignals(True)
        self._header.setDefaultSectionSize(height)
        self._header.blockSignals(False)

    def guess(self, heights: dict[int, int]) -> None:
        """Give rows their guessed heights, but for those that were measured."""
        self._resize((row, height) for row, height in heights.items() if row not in self._exact)

    def set_exact(self, heights: dict[int, int]) -> bool:
        """Give rows their measured heights; tells whether any was another before."""
        self._exact.update(heights)
        size = self._header.sectionSize
        differing = [(row, height) for row, height in heights.items() if size(row) != height]
        self._resize(differing)
        return bool(differing)

    def forget(self, first: int, last: int) -> None:
        """Measure these rows anew when they are in view."""
        if last - first > len(self._exact):
            self._exact = {row for row in self._exact if not first <= row <= last}
        else:
            self._exact.difference_update(range(first, last + 1))

    def forget_all(self) -> None:
        """Measure every row anew: the rows have moved or the columns are of other widths."""
        self._exact.clear()

    def is_exact(self, row: int) -> bool:
        """Whether the row has its measured height."""
        return row in self._exact

    def top(self, row: int) -> int:
        """Return where a row begins, in pixels from the top of the table."""
        return self._header.sectionPosition(row)

    def height(self, row: int) -> int:
        """Return a row's height as it is now."""
        return self._header.sectionSize(row)

    def _resize(self, heights: Iterable[tuple[int, int]]) -> None:
        # With updates on, Qt sums all heights up after each change to find what to repaint.
        self._header.setUpdatesEnabled(False)
        self._header.blockSignals(True)
        resize = self._header.resizeSection
        for row, height in heights:
            resize(row, height)
        self._header.blockSignals(False)
        self._header.setUpdatesEnabled(True)
