"""Placing inline codes: into a translation that has none, or that lacks some.

A code of the source stands before or after a word; in the target it goes before or after the
word at the same relative place, or around the same number or name. The order of the codes is
kept, and codes with words between them in the source keep a word between them in the target
where there are enough.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING

from translation.model.inline import (
    code_index,
    codes_in,
    is_code,
    missing_codes,
    strip_codes,
)
from translation.text.code_places import AFTER_WORD, Place, find_places, plan

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from translation.model.inline import InlineCode


def place_codes(source: str, plain_target: str) -> str:
    """Put the codes of the source into a target that has none, by relative position.

    Codes at the very start or end of the source go to the very start or end of the target,
    unless they enclose a number or name that stands unchanged elsewhere in it.
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


def remove_extra_codes(source: str, target: str, kept_codes: Container[int] = ()) -> str:
    """Take out the codes the source does not have; of a repeated one, the later ones go.

    Those of ``kept_codes`` (places in the table) stay all the same.
    """
    allowed = Counter(codes_in(source))
    kept = []
    for character in target:
        if is_code(character):
            index = code_index(character)
            if not allowed[index] and index not in kept_codes:
                continue
            allowed[index] -= 1
        kept.append(character)
    return "".join(kept)


def needed_codes(source: str, target: str, codes: Sequence[InlineCode]) -> list[int]:
    """Return the missing codes that must be put in: those a translation may not leave out.

    So is each half of a pair whose other half stands in the target.
    """
    present = set(codes_in(target))
    return [
        index
        for index in missing_codes(source, target)
        if index >= len(codes) or not codes[index].deletable or codes[index].pair in present
    ]


def _insert(source: str, target: str, wanted: list[bool]) -> str:
    """Insert the wanted codes of the source at their planned places, in source order.

    Each stays behind the codes that come before it in the source and before those that come
    after it, where the target has these already.
    """
    if not any(wanted):
        return target
    places = find_places(source)
    planned = plan(source, places, strip_codes(target))
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
        _space_out(pieces, place.apart, target[lowest : lowest + 1])
    return "".join(pieces) + target[done:]


def _space_out(pieces: list[str], apart: tuple[bool, bool], following: str) -> None:
    """Part the code that was put last from the words beside it where it is none of them."""
    before, after = apart
    previous = "".join(pieces[-3:-1])[-1:]  # what stands before it, were it a code too
    if before and previous and (previous.isalnum() or is_code(previous)):
        pieces.insert(-1, " ")
    if after and following.isalnum():
        pieces.append(" ")


def _present(places: list[Place], target: str, wanted: list[bool]) -> list[int]:
    """Return where the target has each code that is not wanted, its length for the others."""
    where: dict[str, list[int]] = {}
    for at in range(len(target) - 1, -1, -1):
        if is_code(target[at]):
            where.setdefault(target[at], []).append(at)
    return [
        where[place.code].pop() if not new and where.get(place.code) else len(target)
        for place, new in zip(places, wanted, strict=True)
    ]


def _positions(places: list[Place], planned: list[int], target: str) -> list[int]:
    """Map positions in the plain target to the target: before or behind the codes there."""
    back = [at for at, character in enumerate(target) if not is_code(character)]
    back.append(len(target))
    positions = []
    for place, at in zip(places, planned, strict=True):
        clings_left = place.edge == "start" or (not place.edge and place.side in AFTER_WORD)
        if clings_left:
            positions.append(back[at - 1] + 1 if at else 0)
        else:
            positions.append(back[at])
    return positions
