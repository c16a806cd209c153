"""In which order things stand of which some were lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.edits import Insert, Remove

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.model.edits import EditBatch

_NUMBER = re.compile(r"([0-9]{1,15})")


def merged(present: Sequence[str], expected: Iterable[str]) -> list[str]:
    """Return the ids of both: those present in their order, the others behind their neighbour.

    The neighbour is the nearest before it in ``expected`` that is present.
    """
    there = set(present)
    behind: dict[str, list[str]] = {}
    neighbour = ""
    for id_ in dict.fromkeys(expected):
        if id_ in there:
            neighbour = id_
        else:
            behind.setdefault(neighbour, []).append(id_)
    found = behind.get("", [])
    for id_ in present:
        found += (id_, *behind.get(id_, ()))
    return found


def natural(id_: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key by which s9 stands before s10: ids were made in order."""
    parts = (part for part in _NUMBER.split(id_) if part)
    return tuple((0, int(p), "") if p.isdigit() else (1, 0, p) for p in parts)


def replayed(ids: Iterable[str], batches: Iterable[EditBatch]) -> list[str]:
    """Return the ids of segments after the splits and merges of a journal.

    Unlike the document this takes what fits: a segment goes where one was taken out just
    before, else where the row says.
    """
    order = list(ids)
    for batch in batches:
        place: int | None = None
        for edit in batch.edits:
            if isinstance(edit, Remove) and edit.segment.id in order:
                place = order.index(edit.segment.id)
                del order[place]
            elif isinstance(edit, Insert) and edit.segment.id not in order:
                at = edit.row if place is None else place
                order.insert(at, edit.segment.id)
                place = at + 1
    return order
