"""The texts of all rows folded for matching, joined in blocks that are searched at once.

A word is found in a hundred thousand rows in a hundredth of a second this way. Blocks are folded
when somebody looks for words, or in idle moments, and again when one of their rows changed.
"""

from __future__ import annotations

import re
import time
import unicodedata
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.background.pace import Pace
from app.background.soon import Soon
from translation.model.edits import Insert, Remove, runs
from translation.model.inline import strip_codes
from translation.model.language import primary_subtag
from translation.model.mark import Side
from translation.text.normalise import ARABIC_MARKS, ARABIC_SCRIPT, for_matching

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.editing.changes import Change
    from app.editing.document_owner import DocumentOwner
    from translation.model.document import Document
    from translation.model.segment import Segment

_MARK = "\x01"
"""Stands between texts folded together; folding leaves it alone."""
_ROWS = 400
"""Rows of a block: they are folded in some thousandths of a second."""
_OFTEN = 8
"""Where something stands as often as in every so many rows, each is looked at by itself."""
_IDLE_MS = 1500

_ALONE = (
    "\x00-\u02ff\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u06d5\u2000-\u20cf\u2100-\u2bff"
    "\u3001-\u3029\u4e00-\u9fff\ue000-\uf8ff\ufb50-\ufdff\ufe70-\ufeff"
)
"""Letters and signs that never compose with what stands before them."""
_JOINED = re.compile(f"[^{_ALONE}]")
_JOINED_IN_ARABIC = re.compile(f"[^{_ALONE}{ARABIC_MARKS}]")
"""What may: letters of Arabic stay what they are without their marks."""
_HAMZA = "\u0654"
_WITH_HAMZA = re.compile(f"[\u06c1\u06d2\u06d5]{_HAMZA}")
"""But for these."""


@dataclass(frozen=True, slots=True)
class _Folded:
    """The texts of one side of a block, and where each begins."""

    text: str
    starts: array[int]

    def rows(self, needle: str, first: int, end: int) -> Iterator[int]:
        """Give the rows of the block, from ``first`` to before ``end``, that hold something."""
        text, starts, row = self.text, self.starts, first
        if text.count(needle, starts[first], starts[end]) > (end - first) // _OFTEN:
            texts = text.split(_MARK)
            if len(texts) == len(starts):  # No text has a mark of its own.
                yield from (row for row in range(first, end) if needle in texts[row])
                return
        while row < end and (at := text.find(needle, starts[row], starts[end])) >= 0:
            row = bisect_right(starts, at) - 1
            if _MARK not in needle or needle in text[starts[row] : starts[row + 1] - 1]:
                yield row
            row += 1


@dataclass(slots=True)
class _Block:
    """Some rows that stand together; what is folded of them is None until it is made."""

    rows: int
    sides: dict[Side, _Folded] | None = None
    odd: tuple[int, ...] = ()
    """Rows in which letters compose with one another: what is found in them may be another."""
    noted: tuple[int, ...] = ()
    """Rows of which something may be noted."""


class FoldedTexts(QObject):
    """Sources and shown targets as ``for_matching`` folds them, kept up with the document."""

    def __init__(self, owner: DocumentOwner) -> None:
        super().__init__(owner)
        self._owner = owner
        self._blocks: list[_Block] = []
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
        return sum(block.rows for block in self._blocks if block.sides is None)

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
            found += sorted(self._in_block(first, block, needles, rows))
        return found

    def likely(self, word: str, sides: Iterable[Side], rows: range) -> tuple[list[int], list[int]]:
        """Return which of some rows may hold a word, and which are to be searched as they are.

        None of the others holds it, whatever differences of writing count. The second list has
        the rows whose letters compose, and those of which something is noted.
        """
        needles = self._needles(word, sides)
        found: set[int] = set()
        others: set[int] = set()
        for first, block in self._among(rows):
            found |= self._in_block(first, block, needles, rows)
            others.update(first + row for row in (*block.odd, *block.noted))
        return sorted(found), sorted(row for row in others - found if row in rows)

    def _needles(self, word: str, sides: Iterable[Side]) -> dict[Side, set[str]]:
        """Return what is looked for on each side: a word folds as the languages there do."""
        pairs = {file.pair for file in self._owner.document.files}
        languages = {
            Side.SOURCE: {pair.source for pair in pairs},
            Side.TARGET: {pair.target for pair in pairs},
        }
        return {side: {for_matching(word, one) for one in languages[side]} for side in sides}

    def _in_block(
        self, first: int, block: _Block, needles: dict[Side, set[str]], rows: range
    ) -> set[int]:
        folded = self._folded(first, block)
        start, end = max(rows.start - first, 0), min(rows.stop - first, block.rows)
        return {
            first + row
            for side, wanted in needles.items()
            for needle in wanted
            for row in folded[side].rows(needle, start, end)
        }

    # --- folding -----------------------------------------------------------------------------

    def _among(self, rows: range) -> Iterator[tuple[int, _Block]]:
        """Give the blocks in which rows stand, each with its first row."""
        at = max(0, bisect_right(self._firsts, rows.start) - 1)
        while at < len(self._blocks) and self._firsts[at] < rows.stop:
            yield self._firsts[at], self._blocks[at]
            at += 1

    def _folded(self, first: int, block: _Block) -> dict[Side, _Folded]:
        if block.sides is None:
            document = self._owner.document
            segments = document.segments[first : first + block.rows]
            texts = {
                Side.SOURCE: [segment.source for segment in segments],
                Side.TARGET: [document.shown_target(segment) for segment in segments],
            }
            pairs = [document.pair_of(segment) for segment in segments]
            languages = {
                Side.SOURCE: [pair.source for pair in pairs],
                Side.TARGET: [pair.target for pair in pairs],
            }
            block.sides = {
                side: _joined(list(fold_together(texts[side], languages[side]))) for side in texts
            }
            odd = {row for side in texts for row in _composing(texts[side], languages[side])}
            block.odd = tuple(sorted(odd))
            block.noted = tuple(_noted(document, segments))
        return block.sides

    def _fold_some(self) -> None:
        """Prepare for the first search while nothing else is to be done."""
        missing = (at for at, block in enumerate(self._blocks) if block.sides is None)
        at = next(missing, -1)
        if at >= 0:
            begun = time.thread_time()
            self._folded(self._firsts[at], self._blocks[at])
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
            gone = min(end, start + block.rows) - max(first, start)
            block.rows, block.sides = block.rows - gone, None
        self._blocks = [block for block in self._blocks if block.rows]
        self._count()

    def _forget(self, segment_ids: Iterable[str]) -> None:
        """Fold the blocks of these segments anew when they are asked for."""
        for row in self._owner.document.rows_of(segment_ids):
            self._blocks[bisect_right(self._firsts, row) - 1].sides = None


def _blocks(rows: int) -> list[_Block]:
    whole, rest = divmod(rows, _ROWS)
    return [_Block(_ROWS) for _ in range(whole)] + ([_Block(rest)] if rest else [])


def _joined(texts: Sequence[str]) -> _Folded:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return _Folded(_MARK.join((*texts, "")), array("I", starts))


def _composing(texts: list[str], languages: list[str]) -> Iterator[int]:
    """Give the places of the texts in which letters compose with one another."""
    for language in set(languages):
        some = [at for at, one in enumerate(languages) if one == language]
        arabic = primary_subtag(language) in ARABIC_SCRIPT
        if _composes("".join([texts[at] for at in some]), arabic=arabic):
            yield from (at for at in some if _composes(texts[at], arabic=arabic))


def _composes(text: str, *, arabic: bool) -> bool:
    if text.isascii():
        return False
    if not arabic:
        return _JOINED.search(text) is not None
    is_joined = _JOINED_IN_ARABIC.search(text) is not None
    return is_joined or (_HAMZA in text and _WITH_HAMZA.search(text) is not None)


def _noted(document: Document, segments: Sequence[Segment]) -> Iterator[int]:
    """Give the places of the segments of which something may be noted."""
    records = document.records
    for at, segment in enumerate(segments):
        said = len(records) and records.of(segment.id)
        if segment.note or said or document.unit_of(segment).note:
            yield at


def is_foldable(word: str) -> bool:
    """Tell whether a word that is looked for folds letter by letter, and to something."""
    bare = strip_codes(word)
    is_apart = not _JOINED.search(bare) and unicodedata.is_normalized("NFKC", bare)
    return is_apart and _MARK not in bare and bool(for_matching(bare, "ar"))


def fold_together(texts: list[str], languages: list[str]) -> Iterator[str]:
    """Fold texts in one go where they share a language: a tenth of the calls one by one."""
    if len(set(languages)) == 1:
        folded = for_matching(f" {_MARK} ".join(texts), languages[0]).split(_MARK)
        if len(folded) == len(texts):
            yield from map(str.strip, folded)
            return
    for text, language in zip(texts, languages, strict=True):
        yield for_matching(text, language)
