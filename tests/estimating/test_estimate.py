"""The estimate orders segments as it should, says why, and is what the measured tables say."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.estimating.drafts import surface_of
from tests.estimating.fitting import poisson, ranks, share_found, spearman
from tests.labels import labelled_drafts
from translation.engines.loading import load_engine
from translation.estimating import FORCED, OWN, Evidence, Likelihoods, default_estimator
from translation.estimating.features import (
    ISSUES,
    LIKELIHOOD,
    SHORT,
    SURFACE,
    WITH_LIKELIHOOD,
    features,
)
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.work.likelihoods_apart import ToScore, scored

SOURCE = "قال الوزير إن الطائرة هبطت في المطار مساء أمس."
TARGET = "The minister said that the plane landed at the airport last night."
estimator = default_estimator()


def evidence(target=TARGET, standing=None, errors=0, warnings=0, source=SOURCE):
    surface = estimator.surface(source, target, ARABIC_TO_ENGLISH, errors, warnings)
    return Evidence(surface, standing)


def test_what_a_model_finds_unlikely_is_more_doubtful():
    likely, unlikely = (estimator.estimate(evidence(standing=by)) for by in (1.5, -2.5))
    assert unlikely.expected > 1.5 * likely.expected
    assert LIKELIHOOD in unlikely.reasons
    assert unlikely.by_model
    assert 0 < likely.chance < unlikely.chance < 1


def test_what_the_checks_found_is_a_reason_and_counts():
    clean, wrong = estimator.estimate(evidence()), estimator.estimate(evidence(errors=2))
    assert wrong.expected > clean.expected
    assert ISSUES in wrong.reasons
    assert ISSUES not in clean.reasons
    assert not clean.by_model


def test_a_translation_far_too_short_is_told():
    assert SHORT in estimator.estimate(evidence("The plane.")).reasons


def test_longer_segments_hold_more_errors():
    double = estimator.expected(evidence(f"{TARGET} {TARGET}", source=f"{SOURCE} {SOURCE}"))
    assert double > estimator.expected(evidence())


@pytest.mark.parametrize(
    "target", ["", " ", "\ue000", "&" * 50_000, "ا" * 100_000, "\0", "x" * 9999]
)
@pytest.mark.parametrize("language", ["en", "fr", "und", ""])
def test_any_text_has_an_estimate(target, language):
    surface = features(SOURCE, target, language, 10**6, 10**6)
    assert len(surface) == len(SURFACE)
    assert all(map(math.isfinite, surface))
    pair = LanguagePair("ar", language)
    found = estimator.estimate(Evidence(estimator.surface("", target, pair), -99.0))
    assert math.isfinite(found.expected)


def test_the_weights_are_of_the_features_there_are():
    assert estimator.weights.surface.names == SURFACE
    assert estimator.weights.likelihood.names == WITH_LIKELIHOOD


class TestLikelihoods:
    def test_a_score_is_set_against_those_of_its_model(self):
        found = Likelihoods(estimator.weights.usual)
        for place in range(200):
            found.learn(OWN, "good", -0.3 - place % 10 / 100)
            found.learn(OWN, "bad", -1.3 - place % 10 / 100)
        assert found.standing(OWN, "good", -0.35) == pytest.approx(
            found.standing(OWN, "bad", -1.35), abs=0.7
        )
        assert found.standing(OWN, "good", -0.6) < -1
        assert found.standing(OWN, "bad", -0.6) > 1

    def test_of_few_scores_it_goes_by_what_is_usual(self):
        found = Likelihoods(estimator.weights.usual)
        mean, deviation = estimator.weights.usual[FORCED]
        assert found.standing(FORCED, "x", mean) == 0
        found.learn(FORCED, "x", mean - 3 * deviation)
        assert found.standing(FORCED, "x", mean - 3 * deviation) < -2

    @given(st.lists(st.floats(-50, 0), max_size=40), st.floats(allow_nan=False))
    def test_no_score_is_out_of_bounds(self, scores, one):
        found = Likelihoods(estimator.weights.usual)
        for score in scores:
            found.learn(FORCED, "x", score)
        assert -4 <= found.standing(FORCED, "x", one) <= 4


class TestFitting:
    def test_a_line_that_made_the_counts_is_found_again(self):
        rows = [[a / 10, b / 7] for a in range(40) for b in range(10)]
        counts = [math.exp(0.2 + 0.5 * a) for a, _b in rows]
        fitted = poisson(rows, counts)
        slopes = fitted["weights"] / fitted["deviations"]
        assert slopes[0] == pytest.approx(0.5, abs=0.02)
        assert slopes[1] == pytest.approx(0.0, abs=0.02)

    def test_a_weight_is_never_below_its_bound(self):
        rows = [[a / 10, b / 7] for a in range(40) for b in range(10)]
        counts = [math.exp(0.2 + 0.5 * a - 0.3 * b) for a, b in rows]
        fitted = poisson(rows, counts, [-math.inf, 0.05])
        assert fitted["weights"][1] == 0.05
        assert fitted["weights"][0] / fitted["deviations"][0] == pytest.approx(0.5, abs=0.05)

    def test_ranks_and_their_correlation(self):
        assert list(ranks([3, 1, 1, 9])) == [2, 0.5, 0.5, 3]
        assert spearman([1, 2, 3, 4], [10, 20, 30, 25]) == pytest.approx(0.8)

    def test_the_share_that_is_found(self):
        assert share_found([4, 3, 2, 1], [6, 2, 1, 1], 0.25) == pytest.approx(0.6)
        assert share_found([0, 0, 0, 0], [6, 2, 1, 1], 0.5) == pytest.approx(0.5)
        assert share_found([4, 3, 2, 1], [6, 2, 1, 1], 0.375) == pytest.approx(0.7)


def told(order: str) -> tuple[float, float]:
    """Return the shares in the first 20 % and 50 % that the tables have for an order."""
    text = (Path(__file__).parent / "README.md").read_text("utf-8")
    first, half = re.search(rf"{order} \| ([\d.]+) \| ([\d.]+)", text).groups()
    return float(first), float(half)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("by_model", [False, pytest.param(True, marks=pytest.mark.model)])
def test_the_share_of_errors_found_first_is_what_the_tables_say(shared, by_model):
    drafts = labelled_drafts(shared, "test")
    counts = [len(one.labels) for one in drafts]
    surfaces = [tuple(surface_of(one.source, one.target)) for one in drafts]
    standings = model_standings(drafts) if by_model else [None] * len(drafts)
    found = map(Evidence, surfaces, standings)
    expected = [estimator.expected(one) for one in found]
    order = "estimate with a model" if by_model else "surface and checks"
    for part, figure in zip((0.2, 0.5), told(order), strict=True):
        # The checks grow: what they find more must not make the order worse.
        assert share_found(expected, counts, part) >= figure - 0.03


def model_standings(drafts):
    """Ask the bundled model about drafts, each set against those of its system."""
    engine = load_engine(None, threads=1)
    rows = [ToScore(str(at), one.source, one.target, ("ar", "en")) for at, one in enumerate(drafts)]
    scores = [one.score for one in scored(engine, rows)]
    engine.close()
    likelihoods = Likelihoods(estimator.weights.usual)
    for draft, score in zip(drafts, scores, strict=True):
        likelihoods.learn(FORCED, draft.place.system, score)
    return [
        likelihoods.standing(FORCED, draft.place.system, score)
        for draft, score in zip(drafts, scores, strict=True)
    ]
