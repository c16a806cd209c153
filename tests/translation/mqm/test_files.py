"""Ratings written as WMT, JSON and Pearmut have them, and read again into the same document."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.small_documents import small_document
from translation.errors import InputError
from translation.model.edits import Put
from translation.model.inline import code_character
from translation.model.record import MarkedError, Record
from translation.model.segment import SegmentState
from translation.mqm import errors_of, json_form, marked_error, pearmut, wmt
from translation.mqm.rating import read_ratings
from translation.mqm.typology import mqm_core

CORE = mqm_core()


def target(document, row, text):
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, target=text)))


def mark(document, row, words, category="accuracy/mistranslation", severity="major", **more):
    segment = document.segments[row]
    side = more.pop("side", "target")
    text = segment.source if side == "source" else document.shown_target(segment)
    start = text.index(words)
    error = marked_error(side, text, start, start + len(words), category, severity, **more)
    record = Record.of(document.new_id("r"), segment.id, error, "sara", 1000.5)
    document.records.put(None, record)
    return error


def contents(document):
    return [
        (segment.id, one.error, one.place)
        for segment in document.segments
        for one in errors_of(document, segment)
    ]


@pytest.fixture
def document():
    made = small_document()
    target(made, 1, "He said\tthat Yvonne was\nhere.")
    mark(made, 1, "Yvonne", note="iPhone, taken for a woman")
    mark(made, 1, "two", "accuracy/omission", "minor", side="source")
    mark(made, 1, "", "style", "neutral")
    target(made, 2, f"{code_character(0)}Three{code_character(1)} four.")
    mark(made, 2, "four", "linguistic/punctuation", "critical")
    return made


def rows(text):
    header, *lines = text.rstrip("\n").split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


class TestWmt:
    def test_a_row_an_error_with_the_words_between_signs(self, document):
        found = rows(wmt.written(document, CORE, "reviewed"))
        assert found[0]["source"] == "One <v>two</v>."
        first = next(row for row in found if "Yvonne" in row["target"] and "<v>" in row["target"])
        assert first["target"] == "He said that <v>Yvonne</v> was here."
        assert (first["category"], first["severity"]) == ("Accuracy/Mistranslation", "Major")
        assert (first["system"], first["rater"], first["docSegId"]) == ("reviewed", "sara", "2")
        metadata = json.loads(first["metadata"])
        assert metadata["timestamp"] == 1000500
        assert metadata["note"] == "iPhone, taken for a woman"
        assert metadata["marked_text"] == "Yvonne"
        assert [row["target"] for row in found][-1] == "Three <v>four</v>."

    def test_a_segment_read_without_errors_says_so(self):
        document = small_document()
        segment = document.segments[0]
        document.apply(Put(segment, replace(segment, target="Head", state=SegmentState.CONFIRMED)))
        (row,) = rows(wmt.written(document, CORE, "x"))
        assert (row["category"], row["severity"], row["rater"]) == ("no-error", "no-error", "rater")

    def test_who_gave_no_name_has_one_in_the_file_and_none_again(self):
        document = small_document()
        segment = document.segments[1]
        error = marked_error("target", document.shown_target(segment), 0, 3, "style", "minor")
        document.records.put(None, Record.of("r9", segment.id, error, "", 5.0))
        text = wmt.written(document, CORE, "x")
        assert [row["rater"] for row in rows(text)] == ["rater"]
        document.records.put(document.records.by_id("r9"), None)
        ((_id, _error, rater, _time),) = read_ratings(text, "x", document, CORE).errors
        assert rater == ""

    def test_files_of_wmt_are_read(self):
        document = small_document()
        target(document, 1, "He was here .")
        text = (
            "system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity\n"
            "A\td\t1\t7\trater1\tOne two.\tHe <v>was</v> here .\tFluency/Grammar\tMinor\n"
            "A\td\t1\t7\trater2\tOne two.\tHe was here .\tNo-error\tNo-error\n"
            "A\td\t1\t7\trater3\tOne two.\tHe was here .\tNon-translation!\tMajor\n"
            "B\td\t1\t7\trater1\tOne two.\tShe <v>was</v>.\tStyle/Awkward\tMinor\n"
            "A\td\t1\t8\trater1\tUnknown.\t<v>Un</v>known.\tAccuracy/Addition\tMajor\n"
        )
        found = read_ratings(text, "x.tsv", document, CORE)
        assert (found.strange, found.otherwise) == (1, 1)
        (_id, first, rater, _time), (_id2, second, _r, _t) = found.errors
        assert (first.text, first.category, first.severity) == (
            "was",
            "linguistic/grammar",
            "minor",
        )
        assert (rater, second.text, second.category) == ("rater1", "", "Non-translation!")

    @pytest.mark.parametrize("text", ["", "a\tb\n", "{", "[]", "x" * 5000, "{}", '{"format":1}'])
    def test_what_is_no_such_file_is_refused(self, text):
        with pytest.raises(InputError):
            read_ratings(text, "x.tsv", small_document(), CORE)


class TestHostile:
    """What no rater writes is taken as far as it makes sense, and a project can keep it."""

    def ratings(self, **values):
        document = small_document()
        target(document, 1, "He was here.")
        error = {
            "side": "target",
            "start": 3,
            "end": 6,
            "text": "was",
            "category": "style",
            "severity": "minor",
            "time": 5,
            **values,
        }
        segment = {"number": 2, "source": "One two.", "target": "He was here.", "errors": [error]}
        data = {"format": "muraji-mqm", "segments": [segment]}
        return document, read_ratings(json.dumps(data), "x.json", document, CORE)

    @pytest.mark.parametrize("time", [float("nan"), float("inf"), -1, 1e300, 5])
    def test_times(self, time):
        _document, found = self.ratings(time=time)
        assert found.errors[0][3] in (0.0, 5.0)

    @pytest.mark.parametrize("name", ["note", "rater", "category", "severity"])
    def test_half_letters(self, name):
        document, found = self.ratings(**{name: "a\ud800"})
        (record,) = found.records(document)
        assert "a?" in f"{record.value}{record.author}"
        record.value.encode("utf-8")

    @pytest.mark.parametrize(
        ("start", "end"), [(0, 10**9), (10**9, 10**10), (-5, 3), (6, 3), (None, 2), ("0", "1")]
    )
    def test_places(self, start, end):
        document, found = self.ratings(start=start, end=end)
        (record,) = found.records(document)
        assert len(record.content.text) <= len("He was here.")

    @pytest.mark.parametrize("time", ["soon", None, [], {}])
    def test_what_is_no_number_is_refused(self, time):
        with pytest.raises(InputError):
            self.ratings(time=time)


@pytest.mark.parametrize("form", [wmt, json_form])
class TestBackAgain:
    def test_into_the_same_document_as_it_was(self, document, form):
        before = contents(document)
        text = form.written(document, CORE, "reviewed")
        for record in [*document.records]:
            document.records.put(record, None)
        found = read_ratings(text, "x", document, CORE)
        assert (found.strange, found.otherwise, found.known) == (0, 0, 0)
        for record in found.records(document):
            document.records.put(None, record)
        assert contents(document) == before
        assert {record.time for record in document.records} == {1000.5}

    def test_what_stands_there_already_is_not_taken_twice(self, document, form):
        text = form.written(document, CORE, "reviewed")
        found = read_ratings(text, "x", document, CORE)
        assert (found.errors, found.known) == ((), 4)

    def test_words_that_are_gone_stay_known(self, document, form):
        target(document, 1, "He said\tthat the iPhone was\nhere.")
        text = form.written(document, CORE, "reviewed")
        for record in [*document.records]:
            document.records.put(record, None)
        found = read_ratings(text, "x", document, CORE)
        gone = [error for _id, error, _r, _t in found.errors if error.text == "Yvonne"]
        assert len(gone) == 1


class TestPearmut:
    def spans(self, document):
        campaign = pearmut.written(document, CORE, "ours", "news")
        data = json.loads(campaign.text)
        assert data["info"] == {"assignment": "task-based", "protocol": "MQM"}
        assert data["campaign_id"] == "news"
        ((items,),) = data["data"]
        return items, campaign.left_out

    def test_places_are_inclusive_units_without_line_ends(self, document):
        items, left_out = self.spans(document)
        first, second = items
        assert left_out == 1  # two of them at [missing]
        assert first["tgt"] == {"ours": "He said\tthat Yvonne was\nhere."}
        spans = first["error_spans"]["ours"]
        words = first["tgt"]["ours"].replace("\n", "")
        assert words[spans[0]["start_i"] : spans[0]["end_i"] + 1] == "Yvonne"
        assert spans[0]["category"] == "Accuracy/Mistranslation"
        assert (spans[1]["start_i"], spans[1]["end_i"]) == (len(words), len(words))
        assert second["error_spans"]["ours"][0]["severity"] == "major"  # it knows no critical ones

    def test_the_heavier_of_two_that_overlap_is_kept(self):
        document = small_document()
        target(document, 1, "all of these words")
        mark(document, 1, "of these", severity="minor")
        mark(document, 1, "these words", severity="critical")
        (item,), left_out = self.spans(document)
        assert (len(item["error_spans"]["ours"]), left_out) == (1, 1)
        assert item["error_spans"]["ours"][0]["start_i"] == 7


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_words_come_back_through_a_file(text, one, other):
    start, end = sorted((one, other))
    document = small_document()
    target(document, 1, text)
    error = marked_error("target", text, start, end, "style", "minor")
    segment = document.segments[1]
    document.records.put(None, Record.of("r99", segment.id, error, "", 5.0))
    written = json_form.written(document, CORE, "x")
    document.records.put(document.records.by_id("r99"), None)
    ((_id, back, _rater, _time),) = read_ratings(written, "x", document, CORE).errors
    assert isinstance(back, MarkedError)
    assert back.text.split() == error.text.split()
