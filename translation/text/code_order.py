"""The order of inline codes: pairs one inside the other as in the source, fixed ones in line.

Looked at are only the pairs that the source has whole and nested, as often as the target has
them: a half whose other one stands in another segment, or pairs that cross in the source
already (XLIFF allows it), are no fault of the translation.
"""

from __future__ import annotations

from collections import Counter, deque
from typing import TYPE_CHECKING

from translation.model.inline import (
    CodeKind,
    code_character,
    code_index,
    codes_in,
    has_codes,
    is_code,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from translation.model.inline import InlineCode

MOST_CROSSING = 20
"""A source in which more pairs cross than this has no order that one could keep."""


def misplaced_half(source: str, target: str, codes: Sequence[InlineCode]) -> int | None:
    """Return where the first code of the target closes what is not innermost open, or None."""
    return _misplaced(target, _pairs(source, target, codes))


def with_pairs_in_order(source: str, target: str, codes: Sequence[InlineCode]) -> str:
    """Return the target with the same codes at the same places, its pairs one in the other."""
    pairs = _pairs(source, target, codes)
    halves = {*pairs, *pairs.values()}
    places = _places(target, halves)
    opening = deque(target[at] for at in places if code_index(target[at]) in pairs)
    made = list(target)
    open_: list[int] = []
    for at in places:
        if opening and (not open_ or code_index(target[at]) in pairs):
            made[at] = opening.popleft()
            open_.append(code_index(made[at]))
        else:
            made[at] = code_character(pairs[open_.pop()])
    return "".join(made)


def moved_codes(source: str, target: str, codes: Sequence[InlineCode]) -> list[int]:
    """Return the codes that are not to be moved and stand in another order than in the source."""
    if not has_codes(source):
        return []
    wanted, found = _fixed(source, target, codes)
    return [now for now, before in zip(found, wanted, strict=True) if now != before]


def with_codes_in_line(source: str, target: str, codes: Sequence[InlineCode]) -> str:
    """Return the target with the codes that are not to be moved in the order of the source."""
    wanted, _found = _fixed(source, target, codes)
    made = list(target)
    for at, index in zip(_places(target, set(wanted)), wanted, strict=True):
        made[at] = code_character(index)
    return "".join(made)


def _fixed(source: str, target: str, codes: Sequence[InlineCode]) -> tuple[list[int], list[int]]:
    """Return the immovable codes of both, where each has them equally often."""
    there, here = codes_in(source), codes_in(target)
    counts, others = Counter(there), Counter(here)
    fixed = {
        index
        for index in counts
        if index < len(codes) and not codes[index].movable and counts[index] == others[index]
    }
    return [i for i in there if i in fixed], [i for i in here if i in fixed]


def _pairs(source: str, target: str, codes: Sequence[InlineCode]) -> dict[int, int]:
    """Return closing codes by their opening ones, of the pairs whose order counts."""
    if not has_codes(source):
        return {}
    there, here = Counter(codes_in(source)), Counter(codes_in(target))
    pairs: dict[int, int] = {}
    for index, count in there.items():
        code = codes[index] if index < len(codes) else None
        if code is None or code.kind is not CodeKind.OPEN or code.pair is None:
            continue
        if there[code.pair] == count == here[index] == here[code.pair]:
            pairs[index] = code.pair
    for _ in range(MOST_CROSSING):
        at = _misplaced(source, pairs)
        if at is None:
            return pairs
        closing = code_index(source[at])
        pairs = {opening: close for opening, close in pairs.items() if close != closing}
    return {}


def _misplaced(text: str, pairs: Mapping[int, int]) -> int | None:
    if not pairs:
        return None
    opening_of = {close: opening for opening, close in pairs.items()}
    open_: list[int] = []
    for at, character in enumerate(text):
        index = code_index(character) if is_code(character) else -1
        if index in pairs:
            open_.append(index)
        elif index in opening_of:
            if not open_ or open_[-1] != opening_of[index]:
                return at
            open_.pop()
    return None


def _places(text: str, wanted: Collection[int]) -> list[int]:
    return [at for at, c in enumerate(text) if is_code(c) and code_index(c) in wanted]
