"""Fitting: a Poisson regression of the number of errors, and rank statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

RIDGE = 20.0
"""Pulls the weights to nothing: there are some hundred drafts and nine features."""


def poisson(
    rows: Sequence[Sequence[float]], counts: Sequence[float], least: Sequence[float] = ()
) -> dict[str, Any]:
    """Return means, deviations, weights and bias of a log-linear model, by Newton's steps.

    ``least`` are bounds below the weights: one that would be less is held there.
    """
    values, wanted = np.array(rows, float), np.array(counts, float)
    means, deviations = values.mean(0), values.std(0)
    deviations[deviations < 1e-9] = 1.0
    columns = np.c_[np.ones(len(values)), (values - means) / deviations]
    bounds = np.r_[-np.inf, least] if least else np.full(columns.shape[1], -np.inf)
    weights = np.where(np.isfinite(bounds), bounds, 0.0)
    weights[0] = np.log(wanted.mean())
    held = np.zeros(len(weights), bool)
    while True:
        weights = _newton(columns, wanted, weights, ~held)
        below = (weights < bounds) & ~held
        if not below.any():
            break
        held |= below
        weights[held] = bounds[held]
    return {"means": means, "deviations": deviations, "weights": weights[1:], "bias": weights[0]}


def _newton(
    columns: np.ndarray, wanted: np.ndarray, weights: np.ndarray, free: np.ndarray
) -> np.ndarray:
    """Return the weights with those that are free fitted, the others as they are."""
    weights, ridge = weights.copy(), RIDGE * np.ones(len(weights))
    ridge[0] = 0.0
    for _round in range(100):
        expected = np.exp(np.clip(columns @ weights, -8, 5))
        slope = columns.T @ (wanted - expected) - ridge * weights
        bend = (columns * expected[:, None]).T @ columns + np.diag(ridge)
        step = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        weights[free] += step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def ranks(values: Sequence[float]) -> np.ndarray:
    """Return the ranks of values, ties sharing their mean."""
    _unique, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((ends - counts + ends - 1) / 2)[places]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Spearman's rank correlation."""
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])


def share_found(scores: Sequence[float], counts: Sequence[int], part: float) -> float:
    """Return the share of all errors in the first ``part`` of drafts, the highest scores first.

    A draft that lies on the edge counts in part; drafts of equal scores share what they hold.
    """
    order = np.argsort(-np.asarray(scores, float), kind="stable")
    sorted_scores, sorted_counts = (
        np.asarray(scores, float)[order],
        np.asarray(counts, float)[order],
    )
    for value in np.unique(sorted_scores):
        tied = sorted_scores == value
        sorted_counts[tied] = sorted_counts[tied].mean()
    wanted = part * len(order)
    whole = int(wanted)
    found = sorted_counts[:whole].sum() + (wanted - whole) * sorted_counts[whole : whole + 1].sum()
    return float(found / sorted_counts.sum())
