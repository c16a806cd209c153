"""How near a word is to another that it may have been meant for."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
RARE = 60_000
"""The place of a word that stands in no list of frequent ones."""
OTHER_BEGINNING = 0.6
"""What another first letter costs, in edits: the first is seldom the wrong one."""
PARTED, CUT_OFF = 1.3, 0.8
"""What it costs to part a word in two, and more where a part is a letter or two."""
PER_TENFOLD = 0.35
"""What it costs to be ten times rarer."""
OFFERED_LATER = 0.06
"""What each place further down in the dictionary's order costs: it knows sounds and usual slips."""
OTHER_CASE = 1.0
"""What a capital costs that the word had not."""


def one_step_away(word: str) -> Iterator[str]:
    """Give the words one letter away: one left out, doubled, changed, put in, or two swapped.

    After Norvig, "How to Write a Spelling Corrector" (2007).
    """
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            if right and letter != right[0]:
                yield left + letter + right[1:]
            yield left + letter + right


def by_nearness(
    word: str, offered: Iterable[str], frequent: Mapping[str, int], beside: Iterable[str] = ()
) -> list[str]:
    """Put what is offered for a word in order, the likeliest first.

    ``offered`` is in the dictionary's order; words of ``beside`` are taken in where they are
    at most two edits away (one, where the word is short).
    """
    from rapidfuzz.distance import OSA

    lower = word.lower()
    most = 1 if len(word) < 6 else 2
    near = [w for w in beside if w != word and OSA.distance(lower, w.lower()) <= most]
    costs: dict[str, float] = {}
    for place, other in enumerate((*near, *offered)):
        known = other in near
        flat = other.lower()
        cost = float(OSA.distance(lower, flat.replace(" ", "").replace("-", "")))
        parts = flat.replace("-", " ").split()
        if len(parts) > 1:
            cost += PARTED * (len(parts) - 1) + CUT_OFF * (min(map(len, parts)) < 3)
        cost += OTHER_BEGINNING * (flat[:1] != lower[:1])
        cost += OFFERED_LATER * min(place - len(near), 10) if not known else -0.5
        rank = 0 if known else max((frequent.get(part, RARE) for part in parts), default=RARE)
        cost += PER_TENFOLD * math.log10(rank + 30)
        cost += OTHER_CASE * (other[:1].isupper() and word[:1].islower())
        if _same_but_doubled(lower, flat):
            cost -= 0.25
        costs.setdefault(other, cost)
    return sorted(costs, key=costs.__getitem__)


def _same_but_doubled(one: str, other: str) -> bool:
    """Whether two words differ in doubled letters alone: the commonest slip of all."""
    return _undoubled(one) == _undoubled(other)


def _undoubled(word: str) -> str:
    return "".join(c for at, c in enumerate(word) if at == 0 or word[at - 1] != c)
