"""Whether a difference is more than chance, beside sacrebleu's own paired bootstrap."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

from tests.bench.rows import Row
from translation.scoring.metrics import MetricId
from translation.scoring.significance import Method, Resampling, significance
from translation.scoring.tally import Tally

SEGMENTS, SAMPLES = 3_000, 1_000
METRICS = (MetricId.BLEU, MetricId.CHRF, MetricId.TER)
WORDS = "the mayor said that a new tram line takes passengers from north to south in half an hour"


def run() -> Iterator[Row]:
    """Measure; sacrebleu starts from the texts, as ``--paired-bs`` does, ours from what is kept."""
    reference, one, other = (_texts(share) for share in (0.0, 0.3, 0.35))
    tallies = [Tally("en", "", METRICS) for _ in (one, other)]
    start = time.perf_counter()
    for tally, system in zip(tallies, (one, other), strict=True):
        for number, (text, wanted) in enumerate(zip(system, reference, strict=True)):
            tally.put(str(number), text, wanted)
    tallying = time.perf_counter() - start
    keys = [str(number) for number in range(SEGMENTS)]
    ours = _seconds(tallies, keys, Resampling(Method.BOOTSTRAP, SAMPLES))
    start = time.perf_counter()
    oracles = {"BLEU": BLEU(), "chrF": CHRF(), "TER": TER()}
    PairedTest([("1", one), ("2", other)], oracles, [reference], "bs", SAMPLES)()
    theirs = time.perf_counter() - start
    what = f"paired bootstrap, {SEGMENTS} segments, {SAMPLES} samples, 3 metrics"
    yield Row(what, ours, "s", "< 2", ours < 2, "from kept statistics")
    yield Row("sacrebleu's paired bootstrap over it", theirs / ours, "×", note="from the texts")
    yield Row("the statistics of both systems, made once", tallying, "s")
    trials = _seconds(tallies, keys, Resampling(Method.RANDOMISATION))
    yield Row("approximate randomisation of the same, 10 000 trials", trials, "s")


def _seconds(tallies: list[Tally], keys: list[str], how: Resampling) -> float:
    """Return the best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        significance(tallies, keys, how)
        best = min(best, time.perf_counter() - start)
    return best


def _texts(share: float) -> list[str]:
    """Return sentences, a share of whose words (0 to 1) are others."""
    chance = random.Random(share)
    words = WORDS.split()
    return [
        " ".join(chance.choice(words) if chance.random() < share else word for word in words)
        for _ in range(SEGMENTS)
    ]
