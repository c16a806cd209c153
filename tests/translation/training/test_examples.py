from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from translation.training.examples import Examples, stream
from translation.training.held_out import hold_out
from translation.training.lessons import Lessons
from translation.training.pace import Pace, Plan
from translation.training.pairs import Pair
from translation.training.recipe import Recipe

np = pytest.importorskip("numpy")
RECIPE = Recipe(micro_batch=60, join_share=0.0)


class Letters:
    """A vocabulary of letters: a is 2, b is 3, … ; <pad> is 99."""

    pad = 99

    def encode(self, side: str, texts: list[str]) -> list[list[int]]:
        return [[*(ord(letter) - 95 for letter in text), 0] for text in texts]


def examples(*pairs: Pair) -> Examples:
    return Examples(pairs, Letters(), longest=12)


def test_a_batch_shows_the_decoder_the_target_moved_right():
    made = examples(Pair("ab", "cde"), Pair("abcd", "c"))
    batch = made.batch([(0,), (1,)])
    assert batch.source.tolist() == [[2, 3, 0, 99, 99, 99, 99, 99], [2, 3, 4, 5, 0, 99, 99, 99]]
    assert batch.target.tolist() == [[4, 5, 6, 0], [4, 0, -1, -1]]
    assert batch.prefix.tolist() == [[99, 4, 5, 6], [99, 4, 0, 99]]
    assert batch.target_pieces == 6


def test_joined_pairs_have_one_end_mark():
    batch = examples(Pair("ab", "c"), Pair("d", "e")).batch([(0, 1)])
    assert batch.source[0].tolist() == [2, 3, 5, 0]
    assert batch.target[0].tolist() == [4, 6, 0, -1]


def test_pairs_with_a_side_too_long_are_left_out():
    made = examples(Pair("a" * 11, "b"), Pair("a" * 12, "b"), Pair("a", "b" * 12))
    assert made.usable.tolist() == [0]


def test_made_pairs_give_their_share_of_the_pieces_until_late_in_the_plan():
    pairs = [Pair("a", "bcd")] * 40
    made = [Pair("a", "z" * 7)] * 40
    lessons = Lessons(pairs, made, Letters(), longest=12)
    recipe = replace(RECIPE, made_share=0.4, made_until=0.5)
    assert of_made(lessons.batches(recipe, 12, 1, lambda: 0.2)) == pytest.approx(0.4, abs=0.02)
    assert of_made(lessons.batches(recipe, 12, 1, lambda: 0.5)) == 0
    alone = Lessons(pairs, [], Letters(), longest=12)
    assert of_made(alone.batches(recipe, 12, 1, lambda: 0.2)) == 0


def of_made(batches):
    """The share of target pieces that come from the pairs made above, in many batches."""
    drawn = [batch.target for batch in itertools.islice(batches, 200)]
    made = sum((target >= 0).sum() for target in drawn if (target == ord("z") - 95).any())
    return made / sum((target >= 0).sum() for target in drawn)


def test_no_made_pair_is_held_out():
    lessons = Lessons([Pair("a", "b")] * 1000, [Pair("c", "d")] * 500, Letters(), longest=12)
    assert (len(lessons.training), len(lessons.held_out), len(lessons.made)) == (980, 20, 500)
    assert max(*lessons.training, *lessons.held_out) < 1000 <= min(lessons.made)


def test_an_epoch_draws_every_pair_as_often_as_its_weight_says():
    made = examples(*[Pair("a" * n, "b" * n, weight) for n, weight in ((1, 3), (2, 1), (3, 0.5))])
    drawn: Counter[int] = Counter()
    batches = stream(made, made.usable, RECIPE, 12, seed=1)
    for batch in itertools.islice(batches, 2000):
        assert batch.source.size <= 2 * RECIPE.micro_batch
        drawn.update((batch.source != 99).sum(axis=1).tolist())
    assert drawn[2] == pytest.approx(3 * drawn[3], rel=0.01)
    assert drawn[4] == pytest.approx(0.5 * drawn[3], rel=0.1)


def test_a_stream_of_nothing_ends():
    made = examples(Pair("aaaa", "b"))
    assert list(stream(made, made.usable, RECIPE, longest=3, seed=1)) == []


def test_joining_keeps_every_pair_and_the_length():
    pairs = [Pair("a" * (1 + n % 6), "b" * (1 + n % 4)) for n in range(300)]
    made, recipe = examples(*pairs), replace(RECIPE, join_share=0.7)
    ends = pieces = 0
    for batch in stream(made, made.usable, recipe, 12, seed=3):
        assert batch.source.shape[1] <= 12
        ends += int((batch.source == 0).sum())
        pieces += int(((batch.source > 0) & (batch.source < 99)).sum())
        if pieces >= sum(len(pair.source) for pair in pairs):
            break
    assert pieces == sum(len(pair.source) for pair in pairs)
    assert ends < 300


def test_pairs_are_held_out_from_many_but_not_from_few():
    training, held_out = hold_out(np.arange(50))
    assert (len(training), len(held_out)) == (50, 0)
    training, held_out = hold_out(np.arange(2000))
    assert (len(training), len(held_out)) == (1960, 40)
    assert not set(training) & set(held_out)
    assert (hold_out(np.arange(2000))[1] == held_out).all()


def test_the_rate_rises_stays_and_falls_and_a_suspended_machine_costs_no_time(monkeypatch):
    now = 0.0
    monkeypatch.setattr("translation.training.pace.monotonic", lambda: now)
    recipe, pace = Recipe(warmup_steps=10, cooling_share=0.5), Pace(Plan(seconds=1000))
    assert pace.rate(0, recipe) == pytest.approx(0.1)
    assert pace.rate(9, recipe) == 1.0
    now = 25.0
    pace.tick()
    assert pace.spent == 25.0
    now = 90_000.0
    pace.tick()
    assert pace.spent == 55.0
    assert Pace(Plan(seconds=1000), 400.0).rate(500, recipe) == 1.0
    assert Pace(Plan(seconds=1000), 750.0).rate(500, recipe) == pytest.approx(0.5)
    assert Pace(Plan(seconds=1000), 1000.0).rate(500, recipe) == pytest.approx(0.01)
    assert Pace(Plan(seconds=1000), 1000.0).is_over


def test_a_plan_by_pieces_follows_them_and_not_the_clock(monkeypatch):
    now = 0.0
    monkeypatch.setattr("translation.training.pace.monotonic", lambda: now)
    recipe, pace = Recipe(cooling_share=0.5), Pace(Plan(target_pieces=1000), seen=400)
    now = 20.0
    pace.tick()
    assert (pace.spent, pace.share) == (20.0, 0.4)
    pace.seen += 350
    assert pace.rate(500, recipe) == pytest.approx(0.5)
    assert not pace.is_over
    pace.seen += 250
    assert pace.is_over


@pytest.mark.parametrize("measures", [{}, {"seconds": 60.0, "target_pieces": 1000}])
def test_a_plan_has_one_measure(measures):
    with pytest.raises(ValueError, match="either"):
        Plan(**measures)
