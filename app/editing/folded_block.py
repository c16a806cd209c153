"""Some rows that stand together: their texts folded for matching, and joined to be searched."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.model.mark import Side
from translation.text.normalise import ARABIC_MARKS, ARABIC_SCRIPT, for_matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from translation.model.document import Document
    from translation.model.segment import Segment

MARK = "\x01"
"""Stands between texts folded together; folding leaves it alone."""
_OFTEN = 8
"""Where something stands as often as in every so many rows, each is looked at by itself."""

_ALONE = (
    "\x00-\u02ff\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u06d5\u2000-\u20cf\u2100-\u2bff"
    "\u3001-\u3029\u4e00-\u9fff\ue000-\uf8ff\ufb50-\ufdff\ufe70-\ufeff"
)
"""Letters and signs that never compose with what stands before them."""
JOINED = re.compile(f"[^{_ALONE}]")
_JOINED_IN_ARABIC = re.compile(f"[^{_ALONE}{ARABIC_MARKS}]")
"""What may: letters of Arabic stay what they are without their marks."""
_HAMZA = "\u0654"
_WITH_HAMZA = re.compile(f"[\u06c1\u06d2\u06d5]{_HAMZA}")
"""But for these."""


class FoldedBlock:
    """A number of rows; nothing of them is folded until it is asked for.

    Rows are counted from the first of the block. ``odd`` are those in which letters compose with
    one another, so that what is found in them may be another; ``noted`` those of which something
    may be noted.
    """

    __slots__ = ("_sides", "_stale", "noted", "odd", "rows")

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.odd: frozenset[int] = frozenset()
        self.noted: frozenset[int] = frozenset()
        self._sides: dict[Side, _Joined] = {}
        self._stale: set[int] = set()
        """The rows of a block that is folded that changed since."""

    @property
    def missing(self) -> int:
        """How many rows are not folded as they are now."""
        return len(self._stale) if self._sides else self.rows

    def forget(self) -> None:
        """Fold all of it anew when it is asked for."""
        self._sides = {}
        self._stale.clear()

    def forget_row(self, row: int) -> None:
        """Fold one row anew when it is asked for."""
        if self._sides:
            self._stale.add(row)
            if len(self._stale) == self.rows:
                self.forget()

    def fold(self, document: Document, first: int) -> None:
        """Fold what is not folded; ``first`` is the row of the document that it begins at."""
        if not self.missing:
            return
        rows = sorted(self._stale) if self._sides else list(range(self.rows))
        found = _fold(document, [document.segments[first + row] for row in rows])
        if self._sides:
            for side, texts in found.texts.items():
                changed = dict(zip(rows, texts, strict=True))
                self._sides[side] = self._sides[side].with_texts(changed)
        else:
            self._sides = {side: _joined(texts) for side, texts in found.texts.items()}
        self.odd = self.odd.difference(rows) | {rows[at] for at in found.odd}
        self.noted = self.noted.difference(rows) | {rows[at] for at in found.noted}
        self._stale.clear()

    def rows_with(
        self, needles: Mapping[Side, AbstractSet[str]], first: int, end: int
    ) -> Sequence[int]:
        """Return the rows from ``first`` to before ``end`` that hold one of these, in order.

        What changed is folded already.
        """
        found = [
            rows
            for side, wanted in needles.items()
            for needle in wanted
            if (rows := list(self._sides[side].rows(needle, first, end)))
        ]
        return found[0] if len(found) == 1 else sorted({row for rows in found for row in rows})


@dataclass(frozen=True, slots=True)
class _Joined:
    """The texts of one side, and where each begins."""

    text: str
    starts: array[int]

    def rows(self, needle: str, first: int, end: int) -> Iterator[int]:
        """Give the rows, from ``first`` to before ``end``, that hold something."""
        text, starts, row = self.text, self.starts, first
        if text.count(needle, starts[first], starts[end]) > (end - first) // _OFTEN:
            texts = text.split(MARK)
            if len(texts) == len(starts):  # No text has a mark of its own.
                yield from (row for row in range(first, end) if needle in texts[row])
                return
        while row < end and (at := text.find(needle, starts[row], starts[end])) >= 0:
            row = bisect_right(starts, at) - 1
            if MARK not in needle or needle in text[starts[row] : starts[row + 1] - 1]:
                yield row
            row += 1

    def with_texts(self, changed: Mapping[int, str]) -> _Joined:
        """Return it with other texts in some rows."""
        bounds = zip(self.starts, self.starts[1:], strict=False)
        texts = [self.text[start : end - 1] for start, end in bounds]
        for row, text in changed.items():
            texts[row] = text
        return _joined(texts)


def _joined(texts: Sequence[str]) -> _Joined:
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return _Joined(MARK.join((*texts, "")), array("I", starts))


@dataclass(frozen=True, slots=True)
class _Found:
    """The folded texts of segments, and the places of those that are odd or noted."""

    texts: Mapping[Side, list[str]]
    odd: AbstractSet[int]
    noted: AbstractSet[int]


def _fold(document: Document, segments: Sequence[Segment]) -> _Found:
    texts = {
        Side.SOURCE: [segment.source for segment in segments],
        Side.TARGET: [document.shown_target(segment) for segment in segments],
    }
    pairs = [document.pair_of(segment) for segment in segments]
    languages = {
        Side.SOURCE: [pair.source for pair in pairs],
        Side.TARGET: [pair.target for pair in pairs],
    }
    folded = {side: list(fold_together(texts[side], languages[side])) for side in texts}
    odd = {at for side in texts for at in _composing(texts[side], languages[side])}
    return _Found(folded, odd, set(_noted(document, segments)))


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
        return JOINED.search(text) is not None
    is_joined = _JOINED_IN_ARABIC.search(text) is not None
    return is_joined or (_HAMZA in text and _WITH_HAMZA.search(text) is not None)


def _noted(document: Document, segments: Sequence[Segment]) -> Iterator[int]:
    """Give the places of the segments of which something may be noted."""
    records = document.records
    for at, segment in enumerate(segments):
        said = len(records) and records.of(segment.id)
        if segment.note or said or document.unit_of(segment).note:
            yield at


def fold_together(texts: list[str], languages: list[str]) -> Iterator[str]:
    """Fold texts in one go where they share a language: a tenth of the calls one by one."""
    if len(set(languages)) == 1:
        folded = for_matching(f" {MARK} ".join(texts), languages[0]).split(MARK)
        if len(folded) == len(texts):
            yield from map(str.strip, folded)
            return
    for text, language in zip(texts, languages, strict=True):
        yield for_matching(text, language)
