"""Paired tests from kept statistics equal sacrebleu's, to the last digit."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

from translation.scoring import resampling
from translation.scoring.metrics import OF_WORDS, MetricId, metrics_for
from translation.scoring.significance import LEAST_SEGMENTS, Method, Resampling, significance
from translation.scoring.tally import Tally

WORDS = ["the", "mayor", "said", "tram", "26", "January", "،", "renewed", "line", "'s", "."]
BOTH = [Method.BOOTSTRAP, Method.RANDOMISATION]


def oracles():
    return {
        MetricId.BLEU: BLEU(),
        MetricId.CHRF: CHRF(),
        MetricId.CHRF_WORDS: CHRF(word_order=2),
        MetricId.TER: TER(),
    }


def corpus(size, seed=7, references=1):
    """Return references (a tuple a segment) and two systems that spoil the first of them."""
    chance = random.Random(seed)

    def spoilt(line, share):
        return " ".join(chance.choice(WORDS) if chance.random() < share else w for w in line)

    lines = [[chance.choice(WORDS) for _ in range(chance.randint(0, 14))] for _ in range(size)]
    given = [tuple(spoilt(line, 0.1 * n) for n in range(references)) for line in lines]
    return given, [spoilt(line, 0.4) for line in lines], [spoilt(line, 0.35) for line in lines]


def tallied(references, *systems, wanted=OF_WORDS):
    tallies = [Tally("en", "", wanted) for _ in systems]
    for tally, system in zip(tallies, systems, strict=True):
        for number, (hypothesis, wanted_texts) in enumerate(zip(system, references, strict=True)):
            tally.put(str(number), hypothesis, *wanted_texts)
    return tallies, [str(number) for number in range(len(references))]


def of_sacrebleu(references, systems, method, samples, seed, monkeypatch):
    monkeypatch.setenv("SACREBLEU_SEED", str(seed))
    test = PairedTest(
        [(str(number), system) for number, system in enumerate(systems)],
        {id_.value: oracle for id_, oracle in oracles().items()},
        [list(column) for column in zip(*references, strict=True)],
        test_type="bs" if method is Method.BOOTSTRAP else "ar",
        n_samples=samples,
    )
    _, results = test()
    names = {"BLEU": MetricId.BLEU, "chrF2": MetricId.CHRF, "TER": MetricId.TER}
    names["chrF2++"] = MetricId.CHRF_WORDS
    return {id_: results[name] for name, id_ in names.items()}


def assert_equal_to_sacrebleu(references, systems, how, monkeypatch):
    expected = of_sacrebleu(references, systems, how.method, how.drawn, how.seed, monkeypatch)
    found = significance(*tallied(references, *systems), how)
    assert found.segments == len(references)
    for id_, results in expected.items():
        for system, result in zip(found.systems, results, strict=True):
            assert system.scores[id_].value == result.score
            if how.method is Method.BOOTSTRAP:
                assert system.intervals[id_].mean == result.mean
                assert system.intervals[id_].half_width == result.ci
        pairs = zip(found.systems[1:], results[1:], strict=True)
        assert all(system.differences[id_].p_value == result.p_value for system, result in pairs)


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize(("size", "seed"), [(30, 1), (47, 12345), (160, 99)])
def test_scores_intervals_and_p_values_are_sacrebleus(method, size, seed, monkeypatch):
    references, one, other = corpus(size, seed)
    how = Resampling(method, 150, seed)
    assert_equal_to_sacrebleu(references, [one, other, other[::-1]], how, monkeypatch)


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize("references", [2, 3])
def test_several_references_are_summed_as_sacrebleu_sums(method, references, monkeypatch):
    given, one, other = corpus(60, 5, references)
    assert_equal_to_sacrebleu(given, [one, other], Resampling(method, 100, 3), monkeypatch)


@pytest.mark.parametrize("method", BOTH)
def test_parts_of_bounded_memory_draw_the_same_numbers(method, monkeypatch):
    references, one, other = corpus(45)
    monkeypatch.setattr(resampling, "DRAWS_AT_ONCE", 45 * 7)
    assert_equal_to_sacrebleu(references, [one, other], Resampling(method, 333, 5), monkeypatch)
    monkeypatch.setattr(resampling, "DRAWS_AT_ONCE", 1)
    assert_equal_to_sacrebleu(references, [one, other], Resampling(method, 70, 5), monkeypatch)


def test_sums_that_float32_cannot_hold_are_rounded_as_sacrebleu_rounds():
    (ter,) = (metric for metric in metrics_for("en") if metric.id is MetricId.TER)
    chance = random.Random(4)
    rows = [(chance.randrange(2**22), chance.randrange(2**22, 2**23)) for _ in range(60)]
    (found,) = resampling.bootstrap_scores([ter], [{MetricId.TER: rows}], 40, 8)
    drawn = np.random.default_rng(8).choice(60, size=(40, 60), replace=True)
    stored = np.array(rows, dtype="float32")
    oracle = TER()
    expected = [oracle._compute_score_from_stats(s.sum(0)).score for s in stored[drawn]]
    assert found[MetricId.TER].tolist() == np.array(expected).tolist()
    exact = [100 * s[0] / s[1] for s in np.array(rows)[drawn].sum(1)]
    assert found[MetricId.TER].tolist() != np.array(exact, np.float32).tolist()


@pytest.mark.parametrize("method", BOTH)
def test_a_seed_gives_the_same_again_and_another_seed_another(method):
    references, one, other = corpus(40)
    tallies, keys = tallied(references, one, other)
    found = [significance(tallies, keys, Resampling(method, 64, seed)) for seed in (1, 1, 2)]
    assert found[0] == found[1]
    assert found[0].systems != found[2].systems


@pytest.mark.parametrize("method", BOTH)
def test_below_thirty_segments_there_are_intervals_and_no_p_value(method):
    references, one, other = corpus(LEAST_SEGMENTS)
    for size, too_few in ((LEAST_SEGMENTS, False), (LEAST_SEGMENTS - 1, True), (1, True)):
        tallies, keys = tallied(references[:size], one[:size], other[:size])
        found = significance(tallies, keys, Resampling(method, 50))
        assert found.has_too_few is too_few
        for difference in found.systems[1].differences.values():
            assert (difference.p_value is None) is too_few
            assert difference.interval.low <= difference.interval.high


def test_nothing_in_common_is_nothing_rather_than_a_figure():
    assert significance([Tally("en"), Tally("en")], []) is None


def test_a_clear_difference_is_sure_and_a_change_in_one_word_is_not():
    references, one, _ = corpus(200)
    perfect = [texts[0] for texts in references]
    tallies, keys = tallied(references, one, perfect, [one[0] + " x", *one[1:]])
    _, better, same = significance(tallies, keys, Resampling(samples=200)).systems
    assert better.differences[MetricId.BLEU].is_sure
    assert better.differences[MetricId.BLEU].interval.low > 0
    assert better.differences[MetricId.TER].value < 0
    assert not same.differences[MetricId.BLEU].is_sure


texts = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
corpora = st.lists(st.tuples(texts, texts, texts), min_size=30, max_size=40)
CHEAP = (MetricId.BLEU, MetricId.CHRF, MetricId.TER)


@settings(max_examples=10)
@given(corpora, st.sampled_from(BOTH), st.integers(0, 2**31))
def test_equal_systems_have_a_p_value_of_one(rows, method, seed):
    references, one, _ = zip(*rows, strict=True)
    tallies, keys = tallied([(text,) for text in references], one, one, wanted=CHEAP)
    found = significance(tallies, keys, Resampling(method, 40, seed))
    for difference in found.systems[1].differences.values():
        assert (difference.value, difference.p_value) == (0, 1.0)
        assert (difference.interval.low, difference.interval.high) == (0, 0)


@settings(max_examples=10)
@given(corpora, st.sampled_from(BOTH), st.integers(0, 2**31))
def test_swapping_the_systems_keeps_the_p_value_and_turns_the_difference(rows, method, seed):
    references, one, other = zip(*rows, strict=True)
    how = Resampling(method, 40, seed)
    wanted = [(text,) for text in references]
    there, back = (
        significance(*tallied(wanted, *systems, wanted=CHEAP), how).systems[1].differences
        for systems in ((one, other), (other, one))
    )
    for id_ in CHEAP:
        assert there[id_].p_value == back[id_].p_value
        assert there[id_].value == -back[id_].value
        assert there[id_].interval.low == -back[id_].interval.high


@settings(max_examples=10)
@given(corpora, st.integers(0, 2**31))
def test_the_p_value_is_a_share_and_the_interval_holds_its_mean(rows, seed):
    references, one, other = zip(*rows, strict=True)
    tallies, keys = tallied([(text,) for text in references], one, other, wanted=CHEAP)
    found = significance(tallies, keys, Resampling(samples=40, seed=seed))
    for system in found.systems:
        for interval in system.intervals.values():
            assert interval.low - 1e-4 <= interval.mean <= interval.high + 1e-4
    assert all(0 < d.p_value <= 1 for d in found.systems[1].differences.values())


@pytest.mark.shared
@pytest.mark.parametrize("method", BOTH)
def test_real_outputs_are_judged_as_sacrebleu_judges(method, shared, monkeypatch):
    def lines(name):
        return (shared / "data" / name).read_text("utf-8").splitlines()[:80]

    references = [(line.split("\t")[1],) for line in lines("parallel/flores-dev.ar-en.tsv")]
    systems = [lines(f"mt_outputs/flores-dev.{name}.en") for name in ("opusmt", "google", "nllb")]
    how = Resampling(method, 100)
    assert_equal_to_sacrebleu(references, systems, how, monkeypatch)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 90)), min_size=1, max_size=30),
    st.integers(1, 20),
    st.integers(0, 2**31),
)
def test_sums_are_those_of_the_drawn_segments_added_one_by_one(rows, samples, seed):
    table = np.array(rows, np.float64)
    drawn = np.random.default_rng(seed).choice(len(rows), size=(samples, len(rows)))
    (found,) = resampling._sums(drawn, [table])
    assert found.dtype == np.float32
    assert np.array_equal(found, table.astype(np.float32)[drawn].sum(1, dtype=np.float32))
    kept = np.array(rows)[drawn].sum(1)
    assert np.array_equal(found, kept) or kept.max() > resampling.LARGEST_WHOLE
