"""The score: points in a thousand words, of what was marked and of what is left of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.small_documents import small_document
from translation.errors import InputError
from translation.model.edits import Put
from translation.model.record import Record
from translation.model.segment import SegmentState
from translation.mqm import marked_error, score_document, score_of
from translation.mqm.score import SegmentErrors, segment_errors
from translation.mqm.typology import Typology, mqm_core


@pytest.fixture
def document():
    return small_document()


def mark(document, number, start, end, category, severity, side="target"):
    segment = document.segments[number]
    text = segment.source if side == "source" else document.shown_target(segment)
    error = marked_error(side, text, start, end, category, severity)
    record = Record.of(document.new_id("r"), segment.id, error, "sara", 5.0)
    document.records.put(None, record)
    return record


def put(document, number, **values):
    segment = document.segments[number]
    document.apply(Put(segment, replace(segment, **values)))


def test_nothing_read_is_no_score(document):
    score = score_document(document, mqm_core())
    assert (score.segments, score.words, score.per_thousand) == (0, 0, None)
    assert score.passes(mqm_core()) is None


def test_points_of_the_severity_in_a_thousand_words(document):
    mark(document, 1, 0, 3, "accuracy/mistranslation", "major")
    mark(document, 1, 0, 3, "linguistic/spelling", "minor")
    score = score_document(document, mqm_core())
    words = len(document.segments[1].source.split())
    assert (score.segments, score.words, score.penalty) == (1, words, 6.0)
    assert score.per_thousand == 6000 / words
    assert score.passes(mqm_core()) is False
    assert score.by_category == {"accuracy/mistranslation": 1, "linguistic/spelling": 1}
    assert score.by_severity == {"major": 1, "minor": 1}


def test_confirmed_segments_without_errors_count_as_read(document):
    mark(document, 1, 0, 3, "accuracy", "minor")
    before = score_document(document, mqm_core())
    put(document, 2, target="Yes.", state=SegmentState.CONFIRMED)
    after = score_document(document, mqm_core())
    assert after.segments == before.segments + 1
    assert after.per_thousand < before.per_thousand


def test_an_error_that_was_mended_counts_only_as_it_was_marked(document):
    text = document.shown_target(document.segments[1])
    mark(document, 1, 0, len(text), "accuracy", "critical")
    put(document, 1, target="Something else.")
    score = score_document(document, mqm_core())
    assert (score.errors, score.left) == (1, 0)
    assert score.penalty == 25.0
    assert score.left_per_thousand == 0.0
    assert score.passes(mqm_core()) is True


def test_a_weight_of_a_category_multiplies(document):
    core = mqm_core()
    light = [
        replace(c, weight=0.1) if c.id == "linguistic/punctuation" else c for c in core.categories
    ]
    typology = replace(core, categories=tuple(light))
    assert typology.penalty("linguistic/punctuation", "minor") == pytest.approx(0.1)
    assert typology.penalty("of another typology", "major") == 5.0
    assert typology.penalty("accuracy", "of another typology") is None


def test_an_unknown_severity_is_told_and_has_no_points(document):
    mark(document, 1, 0, 3, "accuracy", "terrible")
    score = score_document(document, mqm_core())
    assert (score.errors, score.unknown, score.penalty) == (1, 1, 0.0)


@given(st.lists(st.tuples(st.integers(1, 50), st.lists(st.sampled_from(["minor", "major", "x"])))))
def test_the_score_of_a_whole_is_that_of_its_parts(rows):
    core = mqm_core()
    document = small_document()
    template = mark(document, 1, 0, 3, "accuracy", "minor")
    found = segment_errors(document, document.segments[1]).errors[0]
    parts = [
        SegmentErrors(
            words, tuple(replace(found, error=replace(found.error, severity=s)) for s in kinds)
        )
        for words, kinds in rows
    ]
    whole = score_of(parts, core)
    assert template.kind == "mqm"
    assert whole.penalty == sum(score_of([part], core).penalty for part in parts)
    assert whole.words == sum(part.words for part in parts)
    assert sum(whole.by_severity.values()) == whole.errors == sum(len(p.errors) for p in parts)


class TestTypology:
    def test_core_has_seven_dimensions_and_something_else(self):
        core = mqm_core()
        assert len(core.below("")) == 8
        assert [one.points for one in core.severities] == [0, 1, 5, 25]
        assert core.category("accuracy/omission").words == "Omission"

    def test_what_is_written_is_read_again(self):
        assert Typology.parse(mqm_core().as_json(), "x.json") == mqm_core()

    @pytest.mark.parametrize(
        "change",
        [
            {"format": "something"},
            {"categories": []},
            {"severities": [{"id": "a", "words": "A", "key": "AB", "points": 1}]},
            {"severities": [{"id": "a", "words": "A", "key": "A", "points": -1}]},
            {"severities": [{"id": "a", "words": "A", "key": "A", "points": True}]},
            {"categories": [{"id": "a/b", "words": "B", "key": "B"}]},
            {"categories": [{"id": "a", "words": "A", "key": "A"}] * 2},
            {"categories": {"a": 1}},
            {"categories": [5]},
            {"threshold": "much"},
            {"categories": [{"id": "a", "words": "A\ud800", "key": "A"}]},
            {"threshold": float("nan")},
        ],
    )
    def test_what_is_no_typology_is_refused(self, change):
        data = {**json.loads(mqm_core().as_json()), **change}
        with pytest.raises(InputError):
            Typology.parse(json.dumps(data), "x.json")

    @pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 99999])
    def test_what_is_no_json_is_refused(self, text):
        with pytest.raises(InputError):
            Typology.parse(text, "x.json")
