"""Fit the estimate to the ``tune`` half and measure it on the other.

``python -m tests.estimating [--fit] [--cache FOLDER]`` with the shared material beside the
repository. Without ``--fit`` the weights that are kept are measured; with it they are fitted
anew, from the drafts labelled for tuning alone, and written to resources/estimating.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from tests.estimating.drafts import Recorded, errors_by_draft, own_scores, read_drafts
from tests.estimating.fitting import poisson, share_found, spearman
from tests.labels import SYSTEMS
from translation.estimating import FORCED, OWN, Estimator, Evidence, Likelihoods, Weights
from translation.estimating.features import (
    ISSUES,
    LENGTH,
    LONG,
    RARE_NAMES,
    RARE_WORDS,
    SHORT,
    SURFACE,
    WITH_LIKELIHOOD,
)

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "resources" / "estimating" / "weights.json"
LEAST = {SHORT: 0.05, LONG: 0.05, RARE_NAMES: 0.0, RARE_WORDS: 0.0, ISSUES: 0.0}
"""What these weigh at least: that a draft is far too short makes it more doubtful, though hardly
any labelled one is."""
DOUBTFUL_SHARE = 0.2
"""The part of the recorded drafts that is called doubtful."""


def main() -> None:
    """Fit where asked to, and print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    args = parser.parse_args()
    if args.cache:
        args.cache.mkdir(parents=True, exist_ok=True)
    drafts = read_drafts(args.shared, args.cache)
    own = own_scores(args.shared, args.cache)
    if args.fit:
        fit(drafts, own, errors_by_draft(args.shared, "tune"))
    estimator = Estimator(Weights.read(WEIGHTS))
    print(own_table(own))
    print(spearman_table(estimator, drafts))
    for half in ("tune", "test"):
        print(f"\n{half}: share of labelled errors in the first 20 % and 50 % of drafts")
        print(found_table(estimator, drafts, errors_by_draft(args.shared, half)))


def fit(
    drafts: Sequence[Recorded],
    own: Sequence[tuple[float, float]],
    errors: dict[tuple[str, int], int],
) -> None:
    """Fit both lines to drafts whose errors are labelled, and write them."""
    forced = [draft.score for draft in drafts]
    usual = {
        OWN: _mean_and_deviation([score for score, _chrf in own]),
        FORCED: _mean_and_deviation(forced),
    }
    labelled = [draft for draft in drafts if (draft.system, draft.line) in errors]
    counts = [errors[draft.system, draft.line] for draft in labelled]
    standings = _standings(labelled, drafts, usual)
    least = [LEAST.get(name, -np.inf) for name in WITH_LIKELIHOOD]
    surface = poisson([draft.surface for draft in labelled], counts, least[: len(SURFACE)])
    rows = [(*draft.surface, standing) for draft, standing in zip(labelled, standings, strict=True)]
    data = {
        "about": "Written by python -m tests.estimating --fit; see tests/estimating/README.md.",
        "usual": usual,
        "surface": _line(SURFACE, surface),
        "likelihood": _line(WITH_LIKELIHOOD, poisson(rows, counts, least)),
        "doubtful": 0.0,
    }
    _write(data)
    estimator = Estimator(Weights.read(WEIGHTS))
    everywhere = [estimator.expected(one) for one in evidence(estimator, drafts, by_model=True)]
    data["doubtful"] = round(float(np.quantile(everywhere, 1 - DOUBTFUL_SHARE)), 3)
    _write(data)


def evidence(estimator: Estimator, drafts: Sequence[Recorded], *, by_model: bool) -> list[Evidence]:
    """Return what is known of drafts, each model's scores set against those of its system."""
    if not by_model:
        return [Evidence(draft.surface) for draft in drafts]
    standings = _standings(drafts, drafts, dict(estimator.weights.usual))
    return [Evidence(d.surface, s) for d, s in zip(drafts, standings, strict=True)]


def _standings(
    drafts: Sequence[Recorded], known: Sequence[Recorded], usual: dict[str, tuple[float, float]]
) -> list[float]:
    likelihoods = Likelihoods(usual)
    for draft in known:
        likelihoods.learn(FORCED, draft.system, draft.score)
    return [likelihoods.standing(FORCED, draft.system, draft.score) for draft in drafts]


def own_table(own: Sequence[tuple[float, float]]) -> str:
    """Return how the bundled model's own scores go with the chrF of its own drafts."""
    scores, chrfs = zip(*own, strict=True)
    found = spearman(scores, chrfs)
    return f"Spearman of the model's own score with chrF of its own drafts: {found:.2f}"


def spearman_table(estimator: Estimator, drafts: Sequence[Recorded]) -> str:
    """Return Spearman's correlation of the estimate (per word) with segment chrF, by system."""
    lines = ["| system | drafts | chrF | surface | with a model |", "|---|--:|--:|--:|--:|"]
    for system in SYSTEMS.values():
        mine = [draft for draft in drafts if draft.system == system]
        chrfs = [draft.chrf for draft in mine]
        cells = [
            f"{spearman(_rates(estimator, mine, by_model=by_model), chrfs):.2f}"
            for by_model in (False, True)
        ]
        lines.append(f"| {system} | {len(mine)} | {np.mean(chrfs):.1f} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _rates(estimator: Estimator, drafts: Sequence[Recorded], *, by_model: bool) -> list[float]:
    """Return how good drafts are by the estimate: fewer errors in as many words."""
    found = evidence(estimator, drafts, by_model=by_model)
    at = SURFACE.index(LENGTH)
    return [-estimator.expected(one) / np.exp(one.surface[at]) for one in found]


def found_table(
    estimator: Estimator, drafts: Sequence[Recorded], errors: dict[tuple[str, int], int]
) -> str:
    """Return what is found first by the estimate, by length alone, at random, and at best."""
    read = [draft for draft in drafts if (draft.system, draft.line) in errors]
    counts = [errors[draft.system, draft.line] for draft in read]
    at = SURFACE.index(LENGTH)
    orders: dict[str, Callable[[], list[float]]] = {
        "in no order": lambda: [0.0] * len(read),
        "longest source first": lambda: [draft.surface[at] for draft in read],
        "estimate, surface and checks": lambda: _expected(estimator, read, drafts, by_model=False),
        "estimate with a model": lambda: _expected(estimator, read, drafts, by_model=True),
        "the best there could be": lambda: [float(count) for count in counts],
    }
    lines = ["| order | first 20 % | first 50 % |", "|---|--:|--:|"]
    for name, scores in orders.items():
        made = scores()
        shares = " | ".join(f"{share_found(made, counts, part):.2f}" for part in (0.2, 0.5))
        lines.append(f"| {name} | {shares} |")
    return "\n".join(lines)


def _expected(
    estimator: Estimator, read: Sequence[Recorded], drafts: Sequence[Recorded], *, by_model: bool
) -> list[float]:
    wanted = {(draft.system, draft.line) for draft in read}
    found = zip(drafts, evidence(estimator, drafts, by_model=by_model), strict=True)
    known = {(d.system, d.line): e for d, e in found if (d.system, d.line) in wanted}
    return [estimator.expected(known[draft.system, draft.line]) for draft in read]


def _mean_and_deviation(scores: Sequence[float]) -> tuple[float, float]:
    return round(float(np.mean(scores)), 4), round(float(np.std(scores)), 4)


def _line(names: Sequence[str], fitted: dict[str, np.ndarray]) -> dict[str, object]:
    columns = zip(names, fitted["means"], fitted["deviations"], fitted["weights"], strict=True)
    return {
        "bias": round(float(fitted["bias"]), 5),
        "features": {
            name: {
                "mean": round(float(mean), 5),
                "deviation": round(float(deviation), 5),
                "weight": round(float(weight), 5),
            }
            for name, mean, deviation, weight in columns
        },
    }


def _write(data: dict[str, object]) -> None:
    WEIGHTS.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
