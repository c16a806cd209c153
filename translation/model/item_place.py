"""How an item of a list is marked, where that stands outside its text."""

from __future__ import annotations

from typing import NamedTuple

BULLET = ""
"""The kind of an item that is not counted; of others "1", "a", "A", "i" or "I"."""
GOES_ON = "…"
"""The kind of a paragraph without a mark: a further one of an item, or one without a bullet."""
DEEPEST = 8


class ItemPlace(NamedTuple):
    """An item: the ``level`` of its list from 0, what its list counts by, and its number."""

    level: int
    kind: str = BULLET
    number: int = 0
