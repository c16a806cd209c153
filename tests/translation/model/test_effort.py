"""Effort adds up, is read back as it was kept, and what is none is left out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.model.effort import Effort, kept_form, parse_efforts, sum_up

counts = st.integers(0, 10_000)
seconds = st.floats(0, 1e6).map(lambda value: round(value, 1))
efforts = st.builds(Effort, seconds, counts, counts, counts, counts, counts, seconds, counts)


@given(st.dictionaries(st.text(max_size=5), efforts, max_size=5))
def test_what_is_kept_comes_back(found):
    assert parse_efforts(json.loads(json.dumps(kept_form(found)))) == found


@pytest.mark.parametrize(
    "kept", [None, [], "x", {"s1": None}, {"s1": [1] * 7}, {"s1": [True] * 8}, {"s1": [-1] * 8},
             {"s1": [float("nan")] * 8}, {"s1": ["1"] * 8}]
)  # fmt: skip
def test_what_is_none_is_left_out(kept):
    assert parse_efforts(kept) == {}


@given(st.lists(st.tuples(efforts, counts, counts), max_size=6))
def test_sums_are_those_of_the_parts(parts):
    found = sum_up(parts)
    assert found.segments == len(parts)
    assert found.whole.keys == sum(effort.keys for effort, _, _ in parts)
    assert found.whole.seconds == pytest.approx(sum(effort.seconds for effort, _, _ in parts))


def test_pace_leaves_out_what_nobody_read_and_what_was_idle():
    read = Effort(seconds=20.0, writing=30, deleting=10)
    skipped, idle = Effort(seconds=1.0), Effort(seconds=400.0)
    found = sum_up([(read, 10, 80), (skipped, 10, 0), (idle, 10, 0)])
    assert found.words_an_hour == 1800
    assert found.ksr == 50
    assert sum_up([(skipped, 10, 0)]).words_an_hour is None
    assert sum_up([(skipped, 10, 0)]).ksr is None
