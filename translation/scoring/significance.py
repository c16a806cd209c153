"""Whether one system is better than another, or only seems so on these segments.

Two tests: paired bootstrap resampling (Koehn 2004, "Statistical Significance Tests for Machine
Translation Evaluation") and approximate randomisation (Riezler & Maxwell 2005, "On Some Pitfalls
in Automatic Evaluation and Significance Testing for MT"). Scores, intervals and p-values are
those of sacrebleu 2.6.0 with the same seed, save that systems between which no sample finds a
difference have p = 1, where sacrebleu says 1/(n + 1).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from translation.scoring.metrics import Metric, MetricId, Statistics
    from translation.scoring.tally import Scores, Tally

LEAST_SEGMENTS = 30
"""With fewer segments no p-value is given: the intervals alone are."""

DEFAULT_SEED = 12345
"""sacrebleu's."""

SURE = 0.05
"""The p-value below which a difference is called more than chance."""


class Method(StrEnum):
    """Which test."""

    BOOTSTRAP = "bootstrap"
    RANDOMISATION = "randomisation"


DEFAULT_SAMPLES = {Method.BOOTSTRAP: 1_000, Method.RANDOMISATION: 10_000}
"""Resamples, or trials; sacrebleu's."""


@dataclass(frozen=True, slots=True)
class Resampling:
    """How to test: the method, how many samples (0: the method's own number) and the seed."""

    method: Method = Method.BOOTSTRAP
    samples: int = 0
    seed: int = DEFAULT_SEED

    @property
    def drawn(self) -> int:
        """How many samples or trials the test takes."""
        return self.samples or DEFAULT_SAMPLES[self.method]

    @property
    def drawn_for_intervals(self) -> int:
        """How many bootstrap samples the intervals are of."""
        own = self.method is Method.BOOTSTRAP
        return self.drawn if own else DEFAULT_SAMPLES[Method.BOOTSTRAP]


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 % of the bootstrap samples lie, and their mean."""

    mean: float
    low: float
    high: float
    half_width: float
    """What sacrebleu writes after ±."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A system's score less the first system's; ``p_value`` is None with too few segments."""

    value: float
    interval: Interval
    p_value: float | None

    @property
    def is_sure(self) -> bool:
        """Whether it is more than chance, by the customary bound."""
        return self.p_value is not None and self.p_value < SURE


@dataclass(frozen=True, slots=True)
class System:
    """One system's scores with their intervals, and, but for the first, its differences."""

    scores: Scores
    intervals: Mapping[MetricId, Interval]
    differences: Mapping[MetricId, Difference] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Significance:
    """Systems compared with the first of them on the same segments."""

    segments: int
    resampling: Resampling
    systems: tuple[System, ...]

    @property
    def has_too_few(self) -> bool:
        """Whether there are too few segments for a test."""
        return self.segments < LEAST_SEGMENTS


def significance(
    tallies: Sequence[Tally], keys: Sequence[str], resampling: Resampling | None = None
) -> Significance | None:
    """Compare systems on the pairs of these keys, None without any; the first is the baseline.

    Every tally must have every key; the order of the keys decides what a seed draws.
    """
    if not keys:
        return None
    from translation.scoring.resampling import bootstrap_scores

    how = resampling or Resampling()
    metrics = tallies[0].metrics
    rows = [tally.statistics(keys) for tally in tallies]
    references = tallies[0].how_many_references(keys)
    scores = [_scores(metrics, one, references) for one in rows]
    samples = bootstrap_scores(metrics, rows, how.drawn_for_intervals, how.seed)
    systems = []
    for place, one in enumerate(samples):
        intervals = {id_: _interval(found) for id_, found in one.items()}
        differences: dict[MetricId, Difference] = {}
        if place:
            p_values = _p_values(metrics, place, rows, scores, samples, how)
            differences = {
                id_: Difference(
                    scores[place][id_].value - scores[0][id_].value,
                    _interval(found - samples[0][id_]),
                    p_values[id_] if len(keys) >= LEAST_SEGMENTS else None,
                )
                for id_, found in one.items()
            }
        systems.append(System(scores[place], intervals, differences))
    return Significance(len(keys), how, tuple(systems))


def _scores(
    metrics: Sequence[Metric], rows: Mapping[MetricId, Sequence[Statistics]], references: int
) -> Scores:
    # Added one after the other, as sacrebleu does: sum() rounds otherwise from Python 3.12 on.
    return {
        metric.id: metric.corpus_score(
            [reduce(add, column) for column in zip(*rows[metric.id], strict=True)], references
        )
        for metric in metrics
    }


def _p_values(
    metrics: Sequence[Metric],
    place: int,
    rows: Sequence[Mapping[MetricId, Sequence[Statistics]]],
    scores: Sequence[Scores],
    samples: Sequence[Mapping[MetricId, NDArray[np.floating]]],
    how: Resampling,
) -> dict[MetricId, float]:
    """Return the p-value of each metric's difference between the first system and another."""
    import numpy as np

    from translation.scoring.resampling import shuffled_differences

    bootstrap = how.method is Method.BOOTSTRAP
    if not bootstrap:
        apart = shuffled_differences(metrics, rows[0], rows[place], how.drawn, how.seed)
    found = {}
    for metric in metrics:
        id_ = metric.id
        observed = abs(scores[0][id_].value - scores[place][id_].value)
        if bootstrap:
            distances = np.abs(samples[place][id_] - samples[0][id_])
            # Centred, for the null hypothesis says that the systems do not differ.
            found[id_] = _p_value(distances, distances - distances.mean(), observed)
        else:
            found[id_] = _p_value(apart[id_], apart[id_], observed)
    return found


def _p_value(
    distances: NDArray[np.floating], under_null: NDArray[np.floating], observed: float
) -> float:
    """Return how often chance alone gives more than was observed, of n + 1 tries."""
    if observed == 0 and not distances.any():
        return 1.0
    more = int((under_null > observed).sum())
    return (more + 1) / (len(under_null) + 1)


def _interval(scores: NDArray[np.floating]) -> Interval:
    """Return the 95 % interval: a fortieth of the samples lies on either side of it."""
    import numpy as np

    ordered = np.sort(scores)
    outside = len(ordered) // 40
    low, high = ordered[outside], ordered[len(ordered) - outside - 1]
    # Half of the width is taken before rounding to float: float32 rounds otherwise.
    half = 0.5 * (high - low)
    return Interval(float(ordered.mean()), float(low), float(high), float(half))
