"""COMET (Rei et al. 2020): a trained model's judgement of a translation, kept beside the others.

The model judges whole batches, in a process of its own; here its judgements are known already,
and a score is their mean, so that sums, intervals and tests are those of the other metrics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from translation.scoring.metrics import MetricId, Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from translation.scoring.metrics import Metric, Statistics

SCALE = 100
"""COMET's own scores are near 0 to 1; they stand beside others that go to 100."""


class Judged(NamedTuple):
    """What a model is to judge: a source, its translation, and one reference."""

    source: str
    hypothesis: str
    reference: str


Learn: TypeAlias = "Callable[[Iterable[Judged]], Metric]"
"""Has a model judge these, and gives the metric that knows of them."""


class LearnedMetric:
    """A Metric that knows the judgements beforehand; of several references it takes the mean."""

    id = MetricId.COMET

    def __init__(self, known: Mapping[Judged, float], model: str, version: str) -> None:
        self._known = known
        self._model, self._version = model, version

    def statistics(self, hypothesis: str, *references: str, source: str = "") -> Statistics:
        """Return the judgement of a segment, and 1 for itself. KeyError where none is known."""
        found = [self._known[Judged(source, hypothesis, one)] for one in references]
        return (sum(found) / len(found), 1.0)

    def corpus_score(self, sums: Iterable[float], references: int = 1) -> Score:
        """Return the mean of the segments."""
        return Score(self.id, float(self.corpus_value(list(sums))), self._signature(references))

    def corpus_value(self, sums: Sequence[float]) -> float:
        """Return the bare mean of the segments, times 100."""
        return SCALE * sums[0] / sums[1]

    def segment_score(self, statistics: Statistics) -> Score:
        """Return the judgement of one segment."""
        return Score(self.id, float(self.corpus_value(statistics)), self._signature(1))

    def _signature(self, references: int) -> str:
        counted = f"nrefs:{references or 'var'}"
        return f"{counted}|model:{self._model}|scale:{SCALE}|version:{self._version}"
