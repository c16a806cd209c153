"""Agreement of two readers, on labels small enough to count by hand."""

from __future__ import annotations

import pytest

from tests.labels import Label, Place
from tests.labels.agreement import agreement, kappa, of_kind

A, B, C, D = (Place("opusmt", line) for line in (1, 2, 3, 4))


def label(place, start, length, kind="name", side="target"):
    return Label(place, kind, "minor", side, start, length, "x" * length, "")


def test_spans_agree_where_they_share_a_character():
    found = agreement(
        [label(A, 0, 5), label(A, 10, 5), label(B, 0, 3)],
        [label(A, 4, 2), label(B, 3, 3)],
        [A, B, C, D],
    )
    assert (found.first, found.second, found.first_found, found.second_found) == (3, 2, 1, 1)
    assert (found.precision, found.recall) == (1 / 2, 1 / 3)
    assert found.f1 == pytest.approx(2 / 5)


def test_spans_of_source_and_target_never_agree():
    found = agreement([label(A, 0, 5)], [label(A, 0, 5, side="source")], [A])
    assert found.f1 == 0


def test_drafts_that_only_one_has_read_are_left_out():
    found = agreement([label(A, 0, 5), label(B, 0, 5)], [label(A, 0, 5)], [A])
    assert (found.first, found.f1) == (1, 1)


def test_one_kind_is_compared_alone():
    both = [label(A, 0, 5), label(B, 0, 5, kind="term")]
    assert of_kind(both, "term") == (both[1],)


def test_kappa_takes_chance_away():
    # Cohen's: 20 of 50 by both, 15 by neither, 5 and 10 by one alone: observed 0.7, by chance 0.5.
    places = [Place("opusmt", line) for line in range(50)]
    assert kappa(places[:25], places[:20] + places[25:35], 50) == pytest.approx(0.4)


def test_kappa_of_readers_who_agree_is_one():
    assert kappa([A, B], [B, A], 4) == 1
    assert kappa([], [], 4) == 1
