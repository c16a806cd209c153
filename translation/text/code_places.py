"""Where the codes of a source belong in a translation.

Codes around text that the translation holds unchanged (a number, a name) go around it; the
others go to the word at the same relative place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from translation.model.inline import is_code, strip_codes

LONGEST_ANCHOR = 80
"""Characters of text between codes that is looked for in the translation."""

MOST_ANCHORED = 200
"""Codes of a source whose surroundings are looked for; no real paragraph has as many."""

AFTER_WORD = ("end", "after")
"""Sides of a word that lie behind it."""

_RUN = re.compile(r"\S+")
_LEADING = re.compile("[\\s\ue000-\uf8ff]*")
_CODES = re.compile("[\ue000-\uf8ff]+")
_JOINED = frozenset({"", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "وب", "ول"})
"""What Arabic writes together with the word after it, and other languages do not."""

_LONGEST_JOINED = 3
_BEHIND = re.compile("$|[\\s.,;:!?)\\]}\u00bb\u201d\u2019\u060c\u061b\u061f]")
_WESTERN_DIGITS = {zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: ``start`` to ``end``, with the punctuation that touches it ``outer`` to ``after``."""

    outer: int
    start: int
    end: int
    after: int


@dataclass(frozen=True, slots=True)
class Place:
    """A code of the source: where it is in the plain text, and the side it clings to.

    ``side`` is that of a word ("outer" and "after" take the punctuation with it); ``edge`` is
    "start" or "end" where nothing but white space and codes lies beyond. ``apart`` tells whether
    it stands as a word of its own, apart from what comes before and after: as the number in
    "deleted %d files" does, whose white space no model gives back.
    """

    code: str
    at: int
    words_before: int
    side: str
    edge: str = ""
    apart: tuple[bool, bool] = (False, False)


def plan(source: str, places: list[Place], plain_target: str) -> list[int]:
    """Return the position of each code of the source in the plain target, ascending."""
    plain_source = strip_codes(source)
    words = _words(plain_target)
    slots = _slots(places, len(_words(plain_source)), len(words))
    start = len(plain_target) - len(plain_target.lstrip())
    end = max(start, len(plain_target.rstrip()))
    planned: list[int] = []
    lowest = start
    for place, slot in zip(places, slots, strict=True):
        if place.edge:
            at = start if place.edge == "start" else end
        elif place.side in AFTER_WORD:
            at = _edge(words[slot - 1], place.side) if slot else start
        else:
            at = _edge(words[slot], place.side) if slot < len(words) else end
        lowest = max(lowest, at)
        planned.append(lowest)
    return _between_anchors(planned, _anchors(places, plain_source, plain_target))


def _anchors(places: list[Place], source: str, target: str) -> dict[int, int]:
    """Return positions of codes around text that the target holds unchanged, and once.

    Numbers and names in the target's letters are such text. Ascending in both texts.
    """
    target = target.translate(_WESTERN_DIGITS)
    anchors: dict[int, int] = {}
    lowest = 0
    for index, (first, second) in enumerate(pairwise(places[:MOST_ANCHORED])):
        inside = source[first.at : second.at].strip().translate(_WESTERN_DIGITS)
        if not any(map(str.isalnum, inside)) or len(inside) > LONGEST_ANCHOR:
            continue
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(inside)}(?!\w)", target)]
        if len(found) == 1 and found[0] >= lowest:
            anchors.setdefault(index, found[0])
            anchors[index + 1] = lowest = found[0] + len(inside)
    return _with_neighbours(anchors, places)


def _with_neighbours(anchors: dict[int, int], places: list[Place]) -> dict[int, int]:
    """Anchor codes that stand at the very place of an anchored one too."""
    order = range(1, len(places))
    for here, there in [*((i, i - 1) for i in order), *((i - 1, i) for i in reversed(order))]:
        if here not in anchors and there in anchors and places[here].at == places[there].at:
            anchors[here] = anchors[there]
    return anchors


def _between_anchors(planned: list[int], anchors: dict[int, int]) -> list[int]:
    """Move the codes that are not anchored between those that are."""
    highest = max([*planned, *anchors.values()], default=0)
    for index in range(len(planned) - 1, -1, -1):
        planned[index] = highest = min(highest, anchors.get(index, planned[index]))
    lowest = 0
    for index, at in enumerate(planned):
        planned[index] = lowest = max(lowest, at, anchors.get(index, 0))
    return planned


def _edge(word: _Word, side: str) -> int:
    edges = {"outer": word.outer, "start": word.start, "end": word.end, "after": word.after}
    return edges[side]


def _slots(places: list[Place], source_words: int, target_words: int) -> list[int]:
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


def find_places(source: str) -> list[Place]:
    """Return the codes of the source in order, each with the words before it and its side."""
    plain = strip_codes(source)
    words = _words(plain)
    starts, ends = [word.start for word in words], [word.end for word in words]
    body = _LEADING.match(source)
    first = body.end() if body else 0
    last = len(source)
    while last > first and (source[last - 1].isspace() or is_code(source[last - 1])):
        last -= 1
    apart = _apart(source)
    places: list[Place] = []
    at = 0
    for index, character in enumerate(source):
        if not is_code(character):
            at += 1
            continue
        edge = "start" if index < first else "end" if index >= last else ""
        side = _side(plain[at - 1] if at else " ", plain[at] if at < len(plain) else " ")
        passed = bisect_right(ends, at) if side in AFTER_WORD else bisect_left(starts, at)
        spaces = apart.get(index, (False, False))
        places.append(Place(character, at, passed, side, edge, spaces))
    return places


def _apart(source: str) -> dict[int, tuple[bool, bool]]:
    """Return which codes begin and end a group of codes that stands as a word of its own."""
    found: dict[int, tuple[bool, bool]] = {}
    for group in _CODES.finditer(source):
        first, last = group.start(), group.end() - 1
        word = source[max(0, first - _LONGEST_JOINED - 1) : first]
        word = re.split(r"\s", word)[-1]
        if word in _JOINED and _BEHIND.match(source, last + 1):
            found[first] = (first > 0, first == last and last + 1 < len(source))
            found.setdefault(last, (False, last + 1 < len(source)))
    return found


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
