"""What each feature weighs: fitted to labelled drafts by tests/estimating, kept in resources."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """A log-linear model of the number of errors: features, standardised, times weights."""

    names: tuple[str, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float

    def parts(self, values: Sequence[float]) -> tuple[float, ...]:
        """Return what each feature adds to the logarithm of the expected number of errors."""
        rows = zip(values, self.means, self.deviations, self.weights, strict=True)
        return tuple((value - mean) / deviation * weight for value, mean, deviation, weight in rows)


@dataclass(frozen=True, slots=True)
class Weights:
    """``surface`` needs no model, ``likelihood`` what a model says of the translation.

    ``usual`` has, of each way in which a model was asked, mean and standard deviation of the
    log-probability per token. ``doubtful`` is the number of expected errors from which on a
    segment is called doubtful.
    """

    surface: Line
    likelihood: Line
    usual: Mapping[str, tuple[float, float]]
    doubtful: float

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file that the calibration wrote."""
        data = json.loads(path.read_text(encoding="utf-8"))
        usual = {name: (mean, deviation) for name, (mean, deviation) in data["usual"].items()}
        return cls(_line(data["surface"]), _line(data["likelihood"]), usual, data["doubtful"])


def _line(row: Mapping[str, Any]) -> Line:
    features = row["features"]
    means, deviations, weights = (
        tuple(one[key] for one in features.values()) for key in ("mean", "deviation", "weight")
    )
    return Line(tuple(features), means, deviations, weights, row["bias"])
