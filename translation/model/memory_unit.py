"""What a translation memory holds, and what it answers: values that every part knows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair

if TYPE_CHECKING:
    from translation.model.inline import InlineCode


class MemoryUnit(NamedTuple):
    """A source with the translation somebody confirmed, and where it stood.

    ``document`` and ``segment`` name its place; a memory holds one unit for each place. A unit of
    no place (``segment`` is empty) is known by its texts and neighbours. ``before`` and ``after``
    are the sources beside it, "" at the beginning and the end, None where nobody knows. ``time``
    is seconds since 1970, 0 where it is not known. There can be millions: named tuples are made in
    a third of the time of frozen dataclasses.
    """

    source: str
    target: str
    pair: LanguagePair = ARABIC_TO_ENGLISH
    codes: tuple[InlineCode, ...] = ()
    document: str = ""
    segment: str = ""
    author: str = ""
    time: float = 0.0
    before: str | None = None
    after: str | None = None


class MatchKind(StrEnum):
    """How a source of a memory is like the one that was asked for."""

    IN_CONTEXT = "in_context"
    EXACT = "exact"
    FUZZY = "fuzzy"


IN_CONTEXT, EXACT = 101, 100
"""Percent of what stood between the same neighbours, and of what is the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that is like what was asked for, ``percent`` of it after all penalties.

    ``target`` is its translation as it fits the source that was asked for: with that one's inline
    codes, and with its numbers where only these differed (``adapted``). ``memory`` is a name.
    """

    unit: MemoryUnit
    percent: int
    kind: MatchKind
    target: str
    memory: str = ""
    adapted: bool = False
