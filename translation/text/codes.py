"""Placing inline codes: into a translation that has none, or that lacks some.

A code of the source stands before or after a word; in the target it goes before or after the
word at the same relative place. The order of the codes is kept, and codes with words between
them in the source keep a word between them in the target where there are enough.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from translation.model.inline import (
    code_character,
    code_index,
    codes_in,
    is_code,
    missing_codes,
    strip_codes,
)

if TYPE_CHECKING:
    from collections.abc import Container

_RUN = re.compile(r"\S+")
_LEADING = re.compile("[\\s\ue000-\uf8ff]*")
_AFTER_WORD = ("end", "after")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: ``start`` to ``end``, with the punctuation that touches it ``outer`` to ``after``."""

    outer: int
    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class _Place:
    """A code of the source: the words before it in the plain text and the side it clings to."""

    code: str
    words_before: int
    side: str
    edge: str = ""


def place_codes(source: str, plain_target: str) -> str:
    """Put the codes of the source into a target that has none, by relative position.

    Codes at the very start or end of the source go to the very start or end of the target.
    """
    return _insert(source, plain_target, [True] * len(codes_in(source)))


def add_missing_codes(source: str, target: str, optional: Container[int] = ()) -> str:
    """Put in the codes the target lacks, between the neighbours they have in the source.

    ``optional`` are places in the code table that may be missing and are left so.
    """
    missing = Counter(missing_codes(source, target))
    wanted = []
    for index in reversed(codes_in(source)):  # of a code that stands twice, the later is put in
        wanted.append(missing[index] > 0 and index not in optional)
        missing[index] -= 1
    return _insert(source, target, wanted[::-1])


def remove_extra_codes(source: str, target: str) -> str:
    """Take out the codes the source does not have; of a repeated one, the later ones go."""
    allowed = Counter(codes_in(source))
    kept = []
    for character in target:
        if is_code(character):
            index = code_index(character)
            if not allowed[index]:
                continue
            allowed[index] -= 1
        kept.append(character)
    return "".join(kept)


def next_missing_code(source: str, target: str) -> str | None:
    """Return the character of the first source code that the target lacks, or None."""
    missing = missing_codes(source, target)
    return code_character(missing[0]) if missing else None


def _insert(source: str, target: str, wanted: list[bool]) -> str:
    """Insert the wanted codes of the source at their planned places, in source order.

    Each stays behind the codes that come before it in the source and before those that come
    after it, where the target has these already.
    """
    if not any(wanted):
        return target
    places = _places(source)
    planned = _plan(places, len(_words(strip_codes(source))), strip_codes(target))
    present = _present(places, target, wanted)
    latest = list(accumulate(reversed(present), min, initial=len(target)))[-2::-1]
    pieces: list[str] = []
    lowest = done = 0
    positions = _positions(places, planned, target)
    for index, place in enumerate(places):
        if not wanted[index]:
            lowest = max(lowest, present[index] + 1 if present[index] < len(target) else 0)
            continue
        lowest = max(lowest, min(positions[index], latest[index]))
        pieces += [target[done:lowest], place.code]
        done = lowest
    return "".join(pieces) + target[done:]


def _present(places: list[_Place], target: str, wanted: list[bool]) -> list[int]:
    """Return where the target has each code that is not wanted, its length for the others."""
    where: dict[str, list[int]] = {}
    for at in range(len(target) - 1, -1, -1):
        if is_code(target[at]):
            where.setdefault(target[at], []).append(at)
    return [
        where[place.code].pop() if not new and where.get(place.code) else len(target)
        for place, new in zip(places, wanted, strict=True)
    ]


def _positions(places: list[_Place], planned: list[int], target: str) -> list[int]:
    """Map positions in the plain target to the target: before or behind the codes there."""
    back = [at for at, character in enumerate(target) if not is_code(character)]
    back.append(len(target))
    positions = []
    for place, at in zip(places, planned, strict=True):
        clings_left = place.edge == "start" or (not place.edge and place.side in _AFTER_WORD)
        if clings_left:
            positions.append(back[at - 1] + 1 if at else 0)
        else:
            positions.append(back[at])
    return positions


def _plan(places: list[_Place], source_words: int, plain_target: str) -> list[int]:
    """Return the position of each code in the plain target, ascending."""
    words = _words(plain_target)
    slots = _slots(places, source_words, len(words))
    start = len(plain_target) - len(plain_target.lstrip())
    end = max(start, len(plain_target.rstrip()))
    planned: list[int] = []
    lowest = start
    for place, slot in zip(places, slots, strict=True):
        if place.edge:
            at = start if place.edge == "start" else end
        elif place.side in _AFTER_WORD:
            at = _edge(words[slot - 1], place.side) if slot else start
        else:
            at = _edge(words[slot], place.side) if slot < len(words) else end
        lowest = max(lowest, at)
        planned.append(lowest)
    return planned


def _edge(word: _Word, side: str) -> int:
    edges = {"outer": word.outer, "start": word.start, "end": word.end, "after": word.after}
    return edges[side]


def _slots(places: list[_Place], source_words: int, target_words: int) -> list[int]:
    """Return how many target words stand before each code, keeping one between where due."""
    slots = [_share(place.words_before, target_words, source_words) for place in places]
    gaps = [int(b.words_before > a.words_before) for a, b in pairwise(places)]
    for i, gap in enumerate(gaps):
        slots[i + 1] = min(target_words, max(slots[i + 1], slots[i] + gap))
    for i in range(len(gaps) - 1, -1, -1):
        slots[i] = max(0, min(slots[i], slots[i + 1] - gaps[i]))
    return slots


def _share(passed: int, target_words: int, source_words: int) -> int:
    """Return passed / source_words of the target's words, rounded, a half down."""
    if not source_words:
        return 0
    return -((source_words - 2 * passed * target_words) // (2 * source_words))


def _places(source: str) -> list[_Place]:
    """Return the codes of the source in order, each with the words before it and its side."""
    plain = strip_codes(source)
    words = _words(plain)
    starts, ends = [word.start for word in words], [word.end for word in words]
    body = _LEADING.match(source)
    first = body.end() if body else 0
    last = len(source)
    while last > first and (source[last - 1].isspace() or is_code(source[last - 1])):
        last -= 1
    places: list[_Place] = []
    at = 0
    for index, character in enumerate(source):
        if not is_code(character):
            at += 1
            continue
        edge = "start" if index < first else "end" if index >= last else ""
        side = _side(plain[at - 1] if at else " ", plain[at] if at < len(plain) else " ")
        passed = bisect_right(ends, at) if side in _AFTER_WORD else bisect_left(starts, at)
        places.append(_Place(character, passed, side, edge))
    return places


def _side(before: str, after: str) -> str:
    """Tell which side of a word a code between these two characters clings to."""
    if before.isspace() and after.isspace():
        return "outer"
    if before.isspace():
        return "start" if after.isalnum() else "outer"
    if after.isspace():
        return "end" if before.isalnum() else "after"
    if after.isalnum():
        return "start"
    return "end"


def _words(plain: str) -> list[_Word]:
    words: list[_Word] = []
    for run in _RUN.finditer(plain):
        letters = [i for i, c in enumerate(run.group()) if c.isalnum()]
        if letters:
            outer = run.start()
            words.append(_Word(outer, outer + letters[0], outer + letters[-1] + 1, run.end()))
    return words
