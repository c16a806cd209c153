"""The metrics: sacrebleu's, taken apart into statistics of segments and scores of sums.

BLEU (Papineni et al. 2002), chrF (Popović 2015) and TER (Snover et al. 2006) of a corpus are
functions of sums over its segments; keeping the summands makes one edit cheap. Every score
carries the sacrebleu signature (Post 2018) that says how it was computed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterable

LATIN_PUNCTUATION_ONLY = "13a"
ANY_PUNCTUATION = "intl"
_OTHER_PUNCTUATION = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "hi", "hy", "el", "th"})
"""Languages whose punctuation the usual tokeniser 13a leaves glued to words."""

Statistics = tuple[float, ...]
"""The sufficient statistics of one segment, or a sum of them."""


class MetricId(StrEnum):
    """Which metric."""

    BLEU = "BLEU"
    CHRF = "chrF"
    TER = "TER"


@dataclass(frozen=True, slots=True)
class Score:
    """A score from 0 to 100 (TER: from 0 up, lower is less edited) and how it was computed."""

    metric: MetricId
    value: float
    signature: str


class Metric:
    """One metric for one target language."""

    def __init__(self, id_: MetricId, corpus: Any, segment: Any) -> None:
        self.id = id_
        self.lower_is_better = id_ is MetricId.TER
        self._corpus = corpus
        self._segment = segment
        for metric in (corpus, segment):
            metric.num_refs = 1
        self.corpus_signature = str(corpus.get_signature())
        self.segment_signature = str(segment.get_signature())

    # sacrebleu has no public door to the statistics of a segment. The three methods used here
    # are those that its own significance tests use; the exact pin keeps them as they are.

    def statistics(self, hypothesis: str, reference: str) -> Statistics:
        """Return the statistics of one segment."""
        return tuple(self._corpus._extract_corpus_statistics([hypothesis], [[reference]])[0])  # noqa: SLF001

    def corpus_score(self, sums: Iterable[float]) -> Score:
        """Return the score of a corpus from the sum of its segments' statistics."""
        result = self._corpus._compute_score_from_stats(list(sums))  # noqa: SLF001
        return Score(self.id, float(result.score), self.corpus_signature)

    def segment_score(self, statistics: Statistics) -> Score:
        """Return the score of one segment; BLEU with effective order, as its signature says."""
        result = self._segment._compute_score_from_stats(list(statistics))  # noqa: SLF001
        return Score(self.id, float(result.score), self.segment_signature)


def bleu_tokeniser(target_language: str) -> str:
    """Return the name of sacrebleu's tokeniser for a target language (a BCP 47 tag)."""
    primary = primary_subtag(target_language)
    if primary == "zh":
        return "zh"
    return ANY_PUNCTUATION if primary in _OTHER_PUNCTUATION else LATIN_PUNCTUATION_ONLY


@cache
def metrics_for(target_language: str) -> tuple[Metric, ...]:
    """Return the metrics, BLEU, chrF and TER, for a target language (a BCP 47 tag)."""
    from sacrebleu.metrics import BLEU, CHRF, TER

    tokenise = bleu_tokeniser(target_language)
    return (
        Metric(
            MetricId.BLEU, BLEU(tokenize=tokenise), BLEU(tokenize=tokenise, effective_order=True)
        ),
        Metric(MetricId.CHRF, CHRF(), CHRF()),
        Metric(MetricId.TER, TER(), TER()),
    )
