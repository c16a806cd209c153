"""The texts of all rows folded for matching, joined in blocks that are searched at once.

A word is found in a hundred thousand rows in a hundredth of a second this way. Blocks are folded
when somebody looks for words, or in idle moments, and what changed of them again.
"""

from __future__ import annotations

import time
import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.background.hands import HANDS
from app.background.pace import Pace
from app.background.soon import Soon
from app.editing.folded_block import JOINED, MARK, FoldedBlock
from translation.model.edits import Insert, Remove, runs
from translation.model.inline import strip_codes
from translation.model.mark import Side
from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.editing.changes import Change
    from app.editing.document_owner import DocumentOwner

_ROWS = 200
"""Rows of a block: they are folded in some thousandths of a second."""
_IDLE_MS = 1500


class FoldedTexts(QObject):
    """Sources and shown targets as ``for_matching`` folds them, kept up with the document."""

    def __init__(self, owner: DocumentOwner) -> None:
        super().__init__(owner)
        self._owner = owner
        self._blocks: list[FoldedBlock] = []
        self._firsts: list[int] = []
        self._pace = Pace()
        self._idle = Soon(self, self._fold_some, unhurried=True)
        self._reset()
        owner.document_replaced.connect(self._reset)
        owner.changed.connect(self._follow)

    # --- asking ------------------------------------------------------------------------------

    @property
    def missing(self) -> int:
        """How many rows are not folded."""
        return sum(block.missing for block in self._blocks)

    def prepare(self) -> None:
        """Somebody is about to look for words: fold what is not folded yet, as fast as can be."""
        self._pace.hurry()
        if self._idle.isActive():
            self._idle.start(0)

    def rows_with(self, word: str, sides: Iterable[Side], rows: range) -> list[int]:
        """Return which of some rows show a word on one of these sides, in order."""
        needles = self._needles(word, sides)
        found: list[int] = []
        for first, block in self._among(rows):
            found += self._in_block(first, block, needles, rows)
        return found

    def likely(self, word: str, sides: Iterable[Side], rows: range) -> tuple[list[int], list[int]]:
        """Return which of some rows may hold a word, and which are to be searched as they are.

        None of the others holds it, whatever differences of writing count. The second list has
        the rows whose letters compose, and those of which something is noted.
        """
        needles = self._needles(word, sides)
        found: list[int] = []
        others: set[int] = set()
        for first, block in self._among(rows):
            found += self._in_block(first, block, needles, rows)
            others.update(first + row for row in (*block.odd, *block.noted))
        if others:
            others.difference_update(found)
        return found, sorted(row for row in others if row in rows)

    def _needles(self, word: str, sides: Iterable[Side]) -> dict[Side, set[str]]:
        """Return what is looked for on each side: a word folds as the languages there do."""
        pairs = {file.pair for file in self._owner.document.files}
        languages = {
            Side.SOURCE: {pair.source for pair in pairs},
            Side.TARGET: {pair.target for pair in pairs},
        }
        return {side: {for_matching(word, one) for one in languages[side]} for side in sides}

    def _in_block(
        self, first: int, block: FoldedBlock, needles: dict[Side, set[str]], rows: range
    ) -> Iterator[int]:
        block.fold(self._owner.document, first)
        start, end = max(rows.start - first, 0), min(rows.stop - first, block.rows)
        return (first + row for row in block.rows_with(needles, start, end))

    # --- folding -----------------------------------------------------------------------------

    def _among(self, rows: range) -> Iterator[tuple[int, FoldedBlock]]:
        """Give the blocks in which rows stand, each with its first row."""
        at = max(0, bisect_right(self._firsts, rows.start) - 1)
        while at < len(self._blocks) and self._firsts[at] < rows.stop:
            yield self._firsts[at], self._blocks[at]
            at += 1

    def _fold_some(self) -> None:
        """Prepare for the first search while nothing else is to be done."""
        begun = time.thread_time()
        missing = [at for at, block in enumerate(self._blocks) if block.missing]
        for at in missing[: HANDS.patience]:
            self._blocks[at].fold(self._owner.document, self._firsts[at])
        if missing:
            self._idle.start(self._pace.pause(time.thread_time() - begun))
        else:
            self._pace.begin()

    # --- following the document --------------------------------------------------------------

    def _reset(self) -> None:
        self._blocks = _blocks(len(self._owner.document))
        self._count()
        self._pace.begin()
        if self._blocks:
            self._idle.start(_IDLE_MS)
        else:
            self._idle.stop()

    def _follow(self, change: Change) -> None:
        if change.arranged:
            self._reset()
            return
        edits = change.batch.edits if change.batch else ()
        if change.inserted or change.removed:
            for run in runs(edits):
                match run[0]:
                    case Insert(row):
                        self._insert(row, len(run))
                    case Remove(row):
                        self._remove(row - len(run) + 1, len(run))
        self._forget(
            change.annotated if change.keeps_texts else (*change.present, *change.annotated)
        )
        if self._blocks and not self._idle.isActive():
            self._idle.start(_IDLE_MS)

    def _count(self) -> None:
        self._firsts = list(accumulate((block.rows for block in self._blocks), initial=0))[:-1]

    def _insert(self, row: int, count: int) -> None:
        """Make room for rows that came."""
        at = max(0, bisect_right(self._firsts, row) - 1)
        rows = count + (self._blocks[at].rows if self._blocks else 0)
        self._blocks[at : at + 1] = _blocks(rows)
        self._count()

    def _remove(self, first: int, count: int) -> None:
        """Forget rows that went."""
        end = first + count
        for start, block in list(self._among(range(first, end))):
            block.rows -= min(end, start + block.rows) - max(first, start)
            block.forget()
        self._blocks = [block for block in self._blocks if block.rows]
        self._count()

    def _forget(self, segment_ids: Iterable[str]) -> None:
        """Fold these segments anew when they are asked for."""
        for row in self._owner.document.rows_of(segment_ids):
            at = bisect_right(self._firsts, row) - 1
            self._blocks[at].forget_row(row - self._firsts[at])


def _blocks(rows: int) -> list[FoldedBlock]:
    whole, rest = divmod(rows, _ROWS)
    return [FoldedBlock(_ROWS) for _ in range(whole)] + ([FoldedBlock(rest)] if rest else [])


def is_foldable(word: str) -> bool:
    """Tell whether a word that is looked for folds letter by letter, and to something."""
    bare = strip_codes(word)
    is_apart = not JOINED.search(bare) and unicodedata.is_normalized("NFKC", bare)
    return is_apart and MARK not in bare and bool(for_matching(bare, "ar"))
