"""Placing inline codes: into a translation that has none, or that lacks some.

A code of the source stands before or after a word; in the target it goes before or after the
word at the same relative place. The order of the codes is kept, and codes with words between
them in the source keep a word between them in the target where there are enough.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from translation.model.inline import code_character, codes_in, is_code, missing_codes, strip_codes

_RUN = re.compile(r"\S+")
_LEADING = re.compile("[\\s\ue000-\uf8ff]*")
_TRAILING = re.compile("[\\s\ue000-\uf8ff]*\\Z")


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


def add_missing_codes(source: str, target: str) -> str:
    """Put in the codes the target lacks, between the neighbours they have in the source."""
    missing = missing_codes(source, target)
    wanted = []
    for index in codes_in(source):
        wanted.append(index in missing)
        if index in missing:
            missing.remove(index)
    return _insert(source, target, wanted)


def remove_extra_codes(source: str, target: str) -> str:
    """Take out the codes the source does not have; of a repeated one, the later ones go."""
    allowed = codes_in(source)
    kept = []
    for character in target:
        if is_code(character):
            index = ord(character) - ord(code_character(0))
            if index not in allowed:
                continue
            allowed.remove(index)
        kept.append(character)
    return "".join(kept)


def next_missing_code(source: str, target: str) -> str | None:
    """Return the character of the first source code that the target lacks, or None."""
    missing = missing_codes(source, target)
    return code_character(missing[0]) if missing else None


def _insert(source: str, target: str, wanted: list[bool]) -> str:
    if not any(wanted):
        return target
    plain = strip_codes(target)
    planned = _plan(source, plain)
    back = [at for at, character in enumerate(target) if not is_code(character)]
    back.append(len(target))
    places = [
        (code, _in_target(target, back, at, place.side, place.edge))
        for (code, at), place in zip(planned, _places(source), strict=True)
    ]
    return _keep_order(target, places, wanted)


def _in_target(target: str, back: list[int], at: int, side: str, edge: str) -> int:
    """Map a position of the plain target to the target, past codes on the side that fits."""
    if edge == "start":
        return 0 if at == 0 else back[at - 1] + 1
    if edge == "end" or side in ("start", "outer"):
        return back[at] if edge != "end" or at < len(back) - 1 else len(target)
    return 0 if at == 0 else back[at - 1] + 1


def _keep_order(target: str, places: list[tuple[str, int]], wanted: list[bool]) -> str:
    """Insert the wanted codes, each between the codes of the source order already there."""
    present: list[int | None] = []
    taken: set[int] = set()
    for (code, _), new in zip(places, wanted, strict=True):
        found = None
        if not new:
            found = next(
                (i for i, c in enumerate(target) if c == code and i not in taken),
                None,
            )
        if found is not None:
            taken.add(found)
        present.append(found)
    result: list[tuple[int, int, str]] = []
    lowest = 0
    for order, ((code, at), new) in enumerate(zip(places, wanted, strict=True)):
        here = present[order]
        if not new:
            lowest = max(lowest, here + 1 if here is not None else 0)
            continue
        later = [p for p in present[order + 1 :] if p is not None and p >= lowest]
        at = max(lowest, min([at, *later]))
        lowest = at
        result.append((at, order, code))
    pieces: list[str] = []
    done = 0
    for at, _, code in result:
        pieces += [target[done:at], code]
        done = at
    return "".join(pieces) + target[done:]


def _plan(source: str, plain_target: str) -> list[tuple[str, int]]:
    """Return each code of the source with its position in the plain target, ascending."""
    places = _places(source)
    have = len(_words(strip_codes(source)))
    words = _words(plain_target)
    slots = _slots(places, have, len(words))
    start = len(plain_target) - len(plain_target.lstrip())
    end = max(start, len(plain_target.rstrip()))
    planned: list[tuple[str, int]] = []
    lowest = start
    for place, slot in zip(places, slots, strict=True):
        if place.edge:
            at = start if place.edge == "start" else end
        elif place.side in ("end", "after"):
            word = words[slot - 1] if slot else None
            at = start if word is None else getattr(word, place.side)
        else:
            at = getattr(words[slot], place.side) if slot < len(words) else end
        lowest = max(lowest, at)
        planned.append((place.code, lowest))
    return planned


def _slots(places: list[_Place], source_words: int, target_words: int) -> list[int]:
    """Return how many target words stand before each code, keeping one between where due."""
    slots = [
        round(place.words_before * target_words / source_words) if source_words else 0
        for place in places
    ]
    gaps = [int(b.words_before > a.words_before) for a, b in pairwise(places)]
    for i, gap in enumerate(gaps):
        slots[i + 1] = min(target_words, max(slots[i + 1], slots[i] + gap))
    for i in range(len(gaps) - 1, -1, -1):
        slots[i] = max(0, min(slots[i], slots[i + 1] - gaps[i]))
    return slots


def _places(source: str) -> list[_Place]:
    """Return the codes of the source in order, each with the words before it and its side."""
    plain = strip_codes(source)
    words = _words(plain)
    body = _LEADING.match(source)
    tail = _TRAILING.search(source)
    first = body.end() if body else 0
    last = tail.start() if tail else len(source)
    places: list[_Place] = []
    at = 0
    for index, character in enumerate(source):
        if not is_code(character):
            at += 1
            continue
        edge = "start" if index < first else "end" if index >= last else ""
        side = _side(plain[at - 1] if at else " ", plain[at] if at < len(plain) else " ")
        passed = sum(_is_before(word, at, side) for word in words)
        places.append(_Place(character, passed, side, edge))
    return places


def _is_before(word: _Word, at: int, side: str) -> bool:
    return word.end <= at if side in ("end", "after") else word.start < at


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
