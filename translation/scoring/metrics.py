"""The metrics: what one is, and sacrebleu's, taken apart into statistics and scores of sums.

BLEU (Papineni et al. 2002), chrF (Popović 2015), chrF++ (Popović 2017) and TER (Snover et al.
2006) of a corpus are functions of sums over its segments; keeping the summands makes one edit
cheap. Every score carries the sacrebleu signature (Post 2018) that says how it was computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from translation.text.tokenisers import bleu_tokeniser, cuts_characters, cuts_ideographs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Statistics = tuple[float, ...]
"""The sufficient statistics of one segment, or a sum of them."""


class MetricId(StrEnum):
    """Which metric."""

    BLEU = "BLEU"
    CHRF = "chrF"
    CHRF_WORDS = "chrF++"
    TER = "TER"
    COMET = "COMET"


OF_WORDS = (MetricId.BLEU, MetricId.CHRF, MetricId.CHRF_WORDS, MetricId.TER)
"""Those that compare words and characters, which are always at hand."""

EDIT_METRICS = (MetricId.BLEU, MetricId.CHRF, MetricId.TER)
"""Those that have a human-targeted form: HBLEU, HchrF, HTER."""

LOWER_IS_BETTER = frozenset({MetricId.TER})
"""Those that count errors."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 and how it was computed.

    TER goes from 0 up, lower is less edited; COMET, times 100, can go beyond both ends.
    """

    metric: MetricId
    value: float
    signature: str


class Metric(Protocol):
    """What gives statistics of segments, and scores of their sums."""

    id: MetricId

    def statistics(self, hypothesis: str, *references: str, source: str = "") -> Statistics:
        """Return the statistics of one segment against its references, one at least."""
        ...

    def corpus_score(self, sums: Iterable[float], references: int = 1) -> Score:
        """Return the score of a corpus from the sum of its segments' statistics.

        ``references`` is how many each segment has, 0 where some have more than others.
        """
        ...

    def corpus_value(self, sums: Sequence[float]) -> float:
        """Return the bare score of a corpus, of the same type of number as the sums."""
        ...

    def segment_score(self, statistics: Statistics) -> Score:
        """Return the score of one segment."""
        ...


class WordMetric:
    """One metric of sacrebleu's for one target language: a Metric, which asks for no source.

    ``by_characters`` sets every character apart first, for scripts that the metric's own
    tokeniser leaves whole; its signature then says ``tok:char-…``.
    """

    def __init__(
        self, id_: MetricId, corpus: Any, segment: Any, *, by_characters: bool = False
    ) -> None:
        self.id = id_
        self.lower_is_better = id_ in LOWER_IS_BETTER
        self._corpus = corpus
        self._segment = segment
        self._by_characters = by_characters
        self.corpus_signature = self._signature(corpus)
        self.segment_signature = self._signature(segment)

    def _signature(self, metric: Any) -> str:
        metric.num_refs = 1
        signature = str(metric.get_signature())
        return signature.replace("tok:", "tok:char-") if self._by_characters else signature

    # sacrebleu has no public door to the statistics of a segment. The three methods used here
    # are those that its own significance tests use; the exact pin keeps them as they are.

    def statistics(self, hypothesis: str, *references: str, source: str = "") -> Statistics:
        """Return the statistics of one segment against its references, one at least."""
        if self._by_characters:
            hypothesis, references = _apart(hypothesis), tuple(map(_apart, references))
        columns = [[reference] for reference in references]
        return tuple(self._corpus._extract_corpus_statistics([hypothesis], columns)[0])  # noqa: SLF001

    def corpus_score(self, sums: Iterable[float], references: int = 1) -> Score:
        """Return the score of a corpus from the sum of its segments' statistics.

        ``references`` is how many each segment has, 0 where some have more than others.
        """
        counted = f"nrefs:{references or 'var'}"
        signature = self.corpus_signature.replace("nrefs:1", counted)
        return Score(self.id, float(self.corpus_value(list(sums))), signature)

    def corpus_value(self, sums: Sequence[float]) -> float:
        """Return the bare score of a corpus, of the same type of number as the sums.

        What is computed of float32, as sacrebleu's bootstrap does, stays float32: its means and
        intervals come out to the last digit only so.
        """
        value: float = self._corpus._compute_score_from_stats(sums).score  # noqa: SLF001
        return value

    def segment_score(self, statistics: Statistics) -> Score:
        """Return the score of one segment; BLEU with effective order, as its signature says."""
        result = self._segment._compute_score_from_stats(list(statistics))  # noqa: SLF001
        return Score(self.id, float(result.score), self.segment_signature)


@cache
def metrics_for(target_language: str, tokeniser: str = "") -> tuple[WordMetric, ...]:
    """Return every metric of OF_WORDS, in its order, for a target language (a BCP 47 tag).

    ``tokeniser`` is the one chosen for BLEU, empty for the language's own. Raises ScoreError.
    """
    from sacrebleu.metrics import BLEU, CHRF, TER

    tokenise = bleu_tokeniser(target_language, tokeniser)
    asian = cuts_ideographs(target_language)
    by_characters = cuts_characters(target_language)
    return (
        WordMetric(
            MetricId.BLEU, BLEU(tokenize=tokenise), BLEU(tokenize=tokenise, effective_order=True)
        ),
        WordMetric(MetricId.CHRF, CHRF(), CHRF()),
        WordMetric(MetricId.CHRF_WORDS, CHRF(word_order=2), CHRF(word_order=2)),
        WordMetric(
            MetricId.TER,
            TER(normalized=asian, asian_support=asian),
            TER(normalized=asian, asian_support=asian),
            by_characters=by_characters,
        ),
    )


def _apart(text: str) -> str:
    return " ".join(character for character in text if not character.isspace())
