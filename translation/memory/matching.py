"""Several memories asked together for what is like a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.memory.adapting import fitted
from translation.memory.percents import (
    FOLDED_ALIKE,
    code_penalty,
    percent_of_folded,
    percent_of_same,
)
from translation.memory.words import for_matching
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.memory_unit import EXACT, IN_CONTEXT, Match, MatchKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.memory.attached import Attached
    from translation.memory.port import Stored
    from translation.model.inline import InlineCode

LOWEST = 50
"""Percent below which a match helps nobody."""
_LOOKED_AT = 60
"""Units of each memory that are compared letter by letter."""
_ADAPTED_FROM = 75
"""Percent from which on numbers are changed in a translation."""
MOST = 9
"""Matches that are shown: one for each digit."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A source that is looked for, and what stands beside it ("" for the beginning and the end).

    The unit of its own place (``document``, ``segment``) is not found.
    """

    source: str
    pair: LanguagePair = ARABIC_TO_ENGLISH
    codes: tuple[InlineCode, ...] = ()
    before: str | None = None
    after: str | None = None
    document: str = ""
    segment: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    stored: Stored
    attached: Attached
    percent: int
    kind: MatchKind

    @property
    def rank(self) -> tuple[int, int, float, int]:
        unit = self.stored.unit
        return self.percent, self.attached.priority, unit.time, self.stored.number


class Memories:
    """Memories that are asked together. All methods raise TranslationMemoryError."""

    def __init__(self, attached: Sequence[Attached]) -> None:
        self.attached = tuple(attached)

    def matches(self, asked: Asked, lowest: int = LOWEST, most: int = MOST) -> list[Match]:
        """Return what is at least ``lowest`` percent like a source, best first, each text once."""
        found = [*self._same(asked), *self._like(asked, lowest)]
        return _matches(asked, found, lowest, most)

    def best(self, asked: Asked, lowest: int = LOWEST) -> Match | None:
        """Return the best match; where the very text is found, nothing else is looked for."""
        found = list(self._same(asked))
        if not any(one.percent >= FOLDED_ALIKE for one in found):
            found += self._like(asked, lowest)
        return next(iter(_matches(asked, found, lowest, 1)), None)

    def _same(self, asked: Asked) -> Iterator[_Found]:
        folded = for_matching(asked.source, asked.pair.source)
        if not folded:
            return
        for attached in self.attached:
            for stored in attached.memory.same(folded):
                if _fits(asked, stored):
                    yield _same(asked, stored, attached)

    def _like(self, asked: Asked, lowest: int) -> Iterator[_Found]:
        from rapidfuzz.distance import Indel
        from rapidfuzz.process import extract

        folded = for_matching(asked.source, asked.pair.source)
        least = lowest / 100
        for attached in self.attached:
            language = asked.pair.source
            given = attached.memory.like(folded, least, _LOOKED_AT)
            sources = {number: for_matching(source, language) for number, source in given}
            alike = extract(
                folded,
                sources,
                scorer=Indel.normalized_similarity,
                processor=None,
                score_cutoff=least,
                limit=2 * MOST,
            )
            percents = {number: similarity for text, similarity, number in alike if text != folded}
            for stored in attached.memory.units(list(percents)):
                if _fits(asked, stored):
                    percent = percent_of_folded(percents[stored.number])
                    cost = attached.penalty + _code_penalty(asked, stored)
                    yield _Found(stored, attached, percent - cost, MatchKind.FUZZY)


def _fits(asked: Asked, stored: Stored) -> bool:
    unit = stored.unit
    is_own = bool(asked.segment) and (unit.document, unit.segment) == (
        asked.document,
        asked.segment,
    )
    return not is_own and unit.pair.matches(asked.pair)


def _same(asked: Asked, stored: Stored, attached: Attached) -> _Found:
    """Judge a unit whose source folds to the same text."""
    unit = stored.unit
    percent = percent_of_same(asked.source, unit.source) - _code_penalty(asked, stored)
    kind = MatchKind.EXACT if percent == EXACT else MatchKind.FUZZY
    if kind is MatchKind.EXACT and _in_context(asked, stored):
        percent, kind = IN_CONTEXT, MatchKind.IN_CONTEXT
    return _Found(stored, attached, percent - attached.penalty, kind)


def _in_context(asked: Asked, stored: Stored) -> bool:
    language = asked.pair.source
    for here, there in (
        (asked.before, stored.unit.before),
        (asked.after, stored.unit.after),
    ):
        if here is None or there is None:
            return False
        if here != there and for_matching(here, language) != for_matching(there, language):
            return False
    return True


def _code_penalty(asked: Asked, stored: Stored) -> int:
    unit = stored.unit
    return code_penalty(asked.source, asked.codes, unit.source, unit.codes)


def _matches(asked: Asked, found: Sequence[_Found], lowest: int, most: int) -> list[Match]:
    """Return the best, of those with one source and one target only the first."""
    seen: set[tuple[str, str]] = set()
    matches: list[Match] = []
    for one in sorted(found, key=lambda one: one.rank, reverse=True):
        unit = one.stored.unit
        if one.percent < lowest or (unit.source, unit.target) in seen:
            continue
        seen.add((unit.source, unit.target))
        text, adapted = unit.target, False
        if one.percent >= _ADAPTED_FROM or unit.codes or asked.codes:
            text, adapted = fitted(asked.source, asked.codes, unit.source, unit.codes, unit.target)
        name = one.attached.memory.name
        matches.append(Match(unit, one.percent, one.kind, text, name, adapted))
        if len(matches) >= most:
            break
    return matches
