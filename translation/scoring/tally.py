"""Tallies: corpus scores kept up to date by adding and taking away segments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from translation.scoring.metrics import (
    OF_WORDS,
    Metric,
    MetricId,
    Score,
    Statistics,
    metrics_for,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

Scores = dict[MetricId, Score]


@dataclass(frozen=True, slots=True)
class _Entry:
    hypothesis: str
    references: tuple[str, ...]
    source: str
    statistics: Mapping[MetricId, Statistics]


class Tally:
    """The pairs of one comparison by key, with the sum of their statistics.

    ``learned`` is a metric beside those of words, which is asked with the source.
    """

    def __init__(
        self,
        target_language: str,
        tokeniser: str = "",
        wanted: Collection[MetricId] = OF_WORDS,
        learned: Metric | None = None,
    ) -> None:
        self.metrics = _wanted(target_language, tokeniser, wanted)
        if learned is not None:
            self.metrics = (*self.metrics, learned)
        self._entries: dict[str, _Entry] = {}
        self._sums: dict[MetricId, list[int | Fraction]] = {}
        self._with_references: Counter[int] = Counter()

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, key: str) -> bool:
        return key in self._entries

    def put(self, key: str, hypothesis: str, *references: str, source: str = "") -> None:
        """Add a hypothesis with its references, or replace those of this key."""
        given = hypothesis, references, source
        present = self._entries.get(key)
        if present and (present.hypothesis, present.references, present.source) == given:
            return
        statistics = {
            m.id: m.statistics(hypothesis, *references, source=source) for m in self.metrics
        }
        self.discard(key)
        self._entries[key] = _Entry(*given, statistics)
        self._add(statistics, +1)
        self._with_references[len(references)] += 1

    def discard(self, key: str) -> None:
        """Take the pair of this key away, if there is one."""
        entry = self._entries.pop(key, None)
        if entry:
            self._add(entry.statistics, -1)
            self._with_references[len(entry.references)] -= 1

    def scores(self) -> Scores | None:
        """Return the corpus scores, or None while there are no pairs."""
        if not self._entries:
            return None
        references = _in_common(+self._with_references)
        return {
            m.id: m.corpus_score(map(float, self._sums[m.id]), references) for m in self.metrics
        }

    def scores_of(self, keys: Iterable[str]) -> Scores | None:
        """Return the corpus scores of some of the pairs, None where none of them is here."""
        part = [entry for key in keys if (entry := self._entries.get(key)) is not None]
        if not part:
            return None
        references = _in_common({len(entry.references) for entry in part})
        return {
            m.id: m.corpus_score(
                map(float, map(sum, zip(*(one.statistics[m.id] for one in part), strict=True))),
                references,
            )
            for m in self.metrics
        }

    def hypothesis(self, key: str) -> str:
        """Return the text that is scored under this key. Raises KeyError."""
        return self._entries[key].hypothesis

    def references(self, key: str) -> tuple[str, ...]:
        """Return what it is scored against. Raises KeyError."""
        return self._entries[key].references

    def how_many_references(self, keys: Iterable[str]) -> int:
        """Return how many references each of these has, 0 where some have more than others."""
        return _in_common({len(self._entries[key].references) for key in keys})

    def statistics(self, keys: Iterable[str]) -> dict[MetricId, list[Statistics]]:
        """Return the kept statistics of these pairs, in the order of the keys, by metric."""
        entries = [self._entries[key] for key in keys]
        return {m.id: [entry.statistics[m.id] for entry in entries] for m in self.metrics}

    def segment_score(self, key: str, metric: MetricId) -> Score:
        """Return the score of one pair on its own, from its kept statistics."""
        (found,) = (m for m in self.metrics if m.id is metric)
        return found.segment_score(self._entries[key].statistics[metric])

    def _add(self, statistics: Mapping[MetricId, Statistics], sign: int) -> None:
        # In whole numbers and fractions (TER's mean length of several references), so that
        # adding and taking away leaves no rounding error.
        for id_, values in statistics.items():
            sums = self._sums.setdefault(id_, [0] * len(values))
            for place, value in enumerate(values):
                sums[place] += sign * (int(value) if value == int(value) else Fraction(value))


def pair_scores(
    hypothesis: str,
    reference: str,
    target_language: str,
    tokeniser: str = "",
    wanted: Collection[MetricId] = OF_WORDS,
) -> Scores:
    """Return the scores of one pair on its own, with the signatures for segments."""
    return {
        metric.id: metric.segment_score(metric.statistics(hypothesis, reference))
        for metric in _wanted(target_language, tokeniser, wanted)
    }


def _wanted(
    target_language: str, tokeniser: str, wanted: Collection[MetricId]
) -> tuple[Metric, ...]:
    return tuple(m for m in metrics_for(target_language, tokeniser) if m.id in wanted)


def _in_common(numbers: Collection[int]) -> int:
    return next(iter(numbers)) if len(numbers) == 1 else 0
