"""Corpus scores of resampled and of shuffled segments, from their kept statistics.

A score is a function of sums, so a resample needs no text: how often each segment was drawn,
times its statistics. The random numbers are those of sacrebleu 2.6.0 (``significance.py``), in
its order, and so are the sums in float32, so that what is computed here is what ``--paired-bs``
and ``--paired-ar`` compute with the same seed, in parts of bounded memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from translation.scoring.metrics import Metric, MetricId, Statistics

    Rows = Mapping[MetricId, Sequence[Statistics]]
    """The statistics of one system by metric, a row a segment, in the order of the document."""

DRAWS_AT_ONCE = 2**20
"""How many random numbers are held at a time: a few tens of megabytes."""

BITS_AT_ONCE = 32
"""NumPy begins a new word of this many bits with every call that draws truth values, so only
whole words give the same numbers in parts as in one call."""

LARGEST_WHOLE = 2**24
"""Up to here float32 holds every whole number, and sums are the same in any order."""


def bootstrap_scores(
    metrics: Sequence[Metric], systems: Sequence[Rows], samples: int, seed: int
) -> list[dict[MetricId, NDArray[np.floating]]]:
    """Return the scores of each system in each of ``samples`` draws with replacement.

    Every system is scored on the same draws (paired bootstrap resampling, Koehn 2004).
    """
    import numpy as np

    tables = [np.array(rows[metric.id], np.float64) for rows in systems for metric in metrics]
    sums: list[list[NDArray[np.float32]]] = [[] for _ in tables]
    for drawn in _draws(len(tables[0]), samples, seed):
        for found, part in zip(sums, _sums(drawn, tables), strict=True):
            found.append(part)
    scored = iter(
        _scores(metric, np.concatenate(found))
        for metric, found in zip(list(metrics) * len(systems), sums, strict=True)
    )
    return [{metric.id: next(scored) for metric in metrics} for _ in systems]


def shuffled_differences(
    metrics: Sequence[Metric], one: Rows, other: Rows, trials: int, seed: int
) -> dict[MetricId, NDArray[np.floating]]:
    """Return how far two systems are apart (0 and up) when their segments are exchanged.

    In each trial every segment changes sides or stays by the toss of a coin (approximate
    randomisation, Riezler & Maxwell 2005).
    """
    import numpy as np

    segments = len(one[metrics[0].id])
    tables = {
        metric.id: np.hstack([np.array(rows[metric.id], np.float64) for rows in (one, other)])
        for metric in metrics
    }
    found: dict[MetricId, list[NDArray[np.floating]]] = {metric.id: [] for metric in metrics}
    for stays in _tosses(segments, trials, seed):
        moves = 1.0 - stays
        for metric in metrics:
            kept, moved = stays @ tables[metric.id], moves @ tables[metric.id]
            width = kept.shape[1] // 2
            # As Python's own numbers, whose arithmetic is the same and quicker.
            first = (kept[:, :width] + moved[:, width:]).tolist()
            second = (moved[:, :width] + kept[:, width:]).tolist()
            found[metric.id].append(np.abs(_scores(metric, first) - _scores(metric, second)))
    return {id_: np.concatenate(parts) for id_, parts in found.items()}


def _draws(segments: int, samples: int, seed: int) -> Iterator[NDArray[np.int64]]:
    """Draw as many segments as there are, for each sample; some samples at a time."""
    import numpy as np

    random = np.random.default_rng(seed)
    step = max(1, DRAWS_AT_ONCE // segments)
    for start in range(0, samples, step):
        size = (min(step, samples - start), segments)
        yield random.choice(segments, size=size, replace=True)


def _tosses(segments: int, trials: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """Toss a coin for every segment, 1.0 where it stays; some trials at a time."""
    import numpy as np

    random = np.random.default_rng(seed)
    step = BITS_AT_ONCE * max(1, DRAWS_AT_ONCE // (BITS_AT_ONCE * segments))
    for start in range(0, trials, step):
        size = (min(step, trials - start), segments)
        yield random.integers(2, size=size, dtype=bool).astype(np.float64)


def _sums(
    drawn: NDArray[np.int64], tables: Sequence[NDArray[np.float64]]
) -> Iterator[NDArray[np.float32]]:
    """Sum the statistics of the drawn segments, a row a sample, for each table."""
    import numpy as np

    samples, segments = drawn.shape
    places = drawn + segments * np.arange(samples)[:, None]
    times = np.bincount(places.ravel(), minlength=drawn.size).reshape(drawn.shape)
    as_factors = times.astype(np.float64)
    for table in tables:
        sums = as_factors @ table
        if np.array_equal(table, np.rint(table)) and sums.max() <= LARGEST_WHOLE:
            yield sums.astype(np.float32)
        else:
            # Rounded as sacrebleu rounds, which depends on the order in which they were drawn.
            small = table.astype(np.float32)
            yield np.stack([small[row].sum(0) for row in drawn])


def _scores(metric: Metric, sums: NDArray[np.float32] | list[list[float]]) -> NDArray[np.floating]:
    import numpy as np

    return np.array([metric.corpus_value(row) for row in sums])
