"""How commands are told how to test for significance, and how they show what came of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from translation.scoring.metrics import LOWER_IS_BETTER
from translation.scoring.significance import (
    LEAST_SEGMENTS,
    SURE,
    Interval,
    Method,
    Resampling,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from translation.scoring.metrics import MetricId
    from translation.scoring.significance import Difference, Significance, System

METHODS = {
    Method.BOOTSTRAP: "paired bootstrap (Koehn 2004), {count} samples, seed {seed}",
    Method.RANDOMISATION: "approximate randomisation (Riezler & Maxwell 2005), {count} trials, "
    "seed {seed}; intervals of {for_intervals} bootstrap samples",
}

TOO_FEW = (
    "{count} of the {least} segments that a test needs: the intervals say how uncertain the "
    "figures are, and no p-value is given."
)


def chosen_resampling(args: argparse.Namespace) -> Resampling:
    """Return how the arguments want it tested."""
    return Resampling(Method(args.test), args.samples, args.seed)


def too_few(found: Significance) -> str | None:
    """Return the sentence that says why there is no p-value, None where there is one."""
    if not found.has_too_few:
        return None
    return TOO_FEW.format(count=found.segments, least=LEAST_SEGMENTS)


def method_line(found: Significance) -> str:
    """Name the test, its seed and the number of its samples."""
    how = found.resampling
    return METHODS[how.method].format(
        count=how.drawn, seed=how.seed, for_intervals=how.drawn_for_intervals
    )


def significance_lines(found: Significance, names: Sequence[str]) -> Iterator[str]:
    """Give a block for each metric: a line a system, compared with the first one."""
    yield f"{method_line(found)}; [95 % intervals]; segments: {found.segments}"
    sentence = too_few(found)
    if sentence:
        yield sentence
    width = max(map(len, names))
    for id_, score in found.systems[0].scores.items():
        better = "  (lower is better)" if id_ in LOWER_IS_BETTER else ""
        yield f"{id_.value}{better}  {score.signature}"
        for name, system in zip(names, found.systems, strict=True):
            yield f"  {name:<{width}}  {_figures(system, id_)}"


def _figures(system: System, id_: MetricId) -> str:
    shown = f"{system.scores[id_].value:6.2f} {interval_text(system.intervals[id_])}"
    difference = system.differences.get(id_)
    return shown if difference is None else f"{shown}  {difference_text(difference)}"


def interval_text(interval: Interval) -> str:
    """Write the ends of an interval."""
    return f"[{interval.low:.2f}, {interval.high:.2f}]"


def difference_text(difference: Difference) -> str:
    """Write a difference with its interval and, where there is one, its p-value in words."""
    shown = f"{difference.value:+.2f} {interval_text(difference.interval)}"
    if difference.p_value is None:
        return shown
    verdict = "more than chance" if difference.is_sure else "may be chance"
    return f"{shown}  p = {difference.p_value:.4f}, {verdict}"


def significance_json(found: Significance, names: Sequence[str]) -> dict[str, object]:
    """Return what can be written as JSON; figures are not rounded."""
    how = found.resampling
    return {
        "segments": found.segments,
        "method": how.method.value,
        "samples": how.drawn,
        "samples_of_intervals": how.drawn_for_intervals,
        "seed": how.seed,
        "least_segments": LEAST_SEGMENTS,
        "p_below": SURE,
        "note": too_few(found),
        "systems": [
            {"name": name, "scores": _system_json(system)}
            for name, system in zip(names, found.systems, strict=True)
        ],
    }


def _system_json(system: System) -> dict[str, object]:
    shown: dict[str, object] = {}
    for id_, score in system.scores.items():
        difference = system.differences.get(id_)
        shown[id_.value] = {
            "score": score.value,
            "signature": score.signature,
            "interval": asdict(system.intervals[id_]),
            "difference": None if difference is None else asdict(difference),
        }
    return shown
