"""A number as it stands in a text, with every value that it may have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Kind(StrEnum):
    """What a number says."""

    PLAIN = "plain"
    ORDINAL = "ordinal"
    CENTURY = "century"
    DECADE = "decade"
    TIME = "time"
    MONTH = "month"
    VAGUE = "vague"
    """Tens, hundreds, thousands of something."""
    SPAN = "span"
    """A stretch of time that tells a number by itself: decade, century, fortnight."""
    PAIR = "pair"
    """Two of something, in one word."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``start`` to ``end``, as Python indices.

    ``values`` are those it may have, the likeliest first: hours and minutes are one of four
    digits, months are counted from 1, those of the Hijri year from 101. ``parts`` are the
    numbers it is if it is several: a score, a list. ``needed`` says whether the other text has
    to have it; ``unit`` is what it counts, where that is one of ``UNITS``.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    kind: Kind = Kind.PLAIN
    needed: bool = True
    in_words: bool = False
    unit: str = ""
    parts: tuple[Number, ...] = ()
