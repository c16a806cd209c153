"""The labels are well formed, chosen by their rule, and stand where they say."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter

import pytest

from tests.labels import (
    FIRST_LINE,
    FOLDER,
    KINDS,
    LABELS,
    NUMBERS,
    ROUNDS,
    SECOND,
    SEVERITIES,
    SYSTEMS,
    Label,
    MisplacedLabel,
    Place,
    check_span,
    chosen,
    drafts_labelled_for_numbers,
    labelled_drafts,
    read_for_numbers,
    read_labels,
    read_twice,
)


@pytest.mark.parametrize("path", [LABELS, SECOND, NUMBERS], ids=["first", "second", "numbers"])
def test_labels_use_the_kinds_and_severities_of_the_guidelines(path):
    labels = read_labels(path)
    assert labels
    assert {label.kind for label in labels} <= set(KINDS)
    assert {label.severity for label in labels} <= set(SEVERITIES)
    assert all(label.length == len(label.text) > 0 for label in labels)
    assert all((label.kind != "omission") or (label.side == "source") for label in labels)


def test_the_guidelines_define_each_kind_in_order():
    table = re.findall(r"^\| `(\w+)` \|", (FOLDER / "guidelines.md").read_text("utf-8"), re.M)
    assert tuple(table) == KINDS


def test_the_drafts_read_are_those_that_the_rule_chooses():
    lines = (FOLDER / "drafts.tsv").read_text("utf-8").splitlines()[1:]
    assert lines == [f"{place.system}\t{place.line}\t{half}" for place, half in chosen()]


def test_no_source_line_lies_in_both_halves():
    halves = {(place.line, half) for place, half in chosen()}
    assert Counter(half for _, half in chosen()) == {"tune": 340, "test": 340}
    assert len(halves) == len({line for line, _ in halves})


def test_no_draft_is_chosen_twice():
    places = [place for place, _ in (*chosen(), *read_for_numbers())]
    assert len(places) == len(set(places))


def test_lines_read_for_numbers_keep_their_half():
    halves = {(place.line, half) for place, half in (*chosen(), *read_for_numbers())}
    assert len(halves) == len({line for line, _ in halves})


def test_labels_lie_in_drafts_that_were_read():
    assert {label.place for label in read_labels()} <= {place for place, _ in chosen()}
    assert {label.place for label in read_labels(SECOND)} <= read_twice()
    assert {label.place for label in read_labels(NUMBERS)} <= dict(read_for_numbers()).keys()


def test_the_drafts_read_twice_are_every_third_place_of_the_first_ten_rounds():
    first_drafts = list(chosen())[:: len(ROUNDS)]
    third = [
        (place, half)
        for place, half in first_drafts
        if place.line < FIRST_LINE + 300 and (place.line - FIRST_LINE) % 3 == 0
    ]
    assert read_twice() == {place for place, _ in third}
    assert Counter(half for _, half in third) == {"tune": 50, "test": 50}


@pytest.mark.shared
def test_each_label_stands_in_its_text(shared):
    drafts = labelled_drafts(shared)
    assert len(drafts) == 680
    assert sum(len(draft.labels) for draft in drafts) == len(read_labels())


@pytest.mark.shared
def test_the_second_reader_s_labels_stand_in_their_texts(shared):
    texts = {draft.place: draft for draft in labelled_drafts(shared)}
    for label in read_labels(SECOND):
        check_span(label, texts[label.place].source, texts[label.place].target)


@pytest.mark.shared
def test_each_label_of_numbers_stands_in_its_text(shared):
    drafts = drafts_labelled_for_numbers(shared)
    assert sum(len(draft.labels) for draft in drafts) == len(read_labels(NUMBERS))


@pytest.mark.shared
def test_read_for_numbers_are_all_drafts_of_lines_with_a_digit_not_read_whole(shared):
    whole = {place for place, _ in chosen()}
    text = (shared / "data" / "parallel" / "flores-dev.ar-en.tsv").read_text("utf-8")
    with_digit = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if number >= FIRST_LINE and re.search(r"\d", line.split("\t")[0])
    ]
    expected = {Place(system, line) for line in with_digit for system in SYSTEMS.values()} - whole
    assert {place for place, _ in read_for_numbers()} == expected


@pytest.mark.shared
def test_a_half_is_given_alone(shared):
    drafts = labelled_drafts(shared, "tune")
    assert {draft.half for draft in drafts} == {"tune"}
    assert len(drafts) == 340


def test_a_label_beside_its_span_is_refused():
    label = Label(Place("opusmt", 61), "name", "critical", "target", 7, 6, "Yvonne", "iPhone")
    check_span(label, "", "taking Yvonne out")
    with pytest.raises(MisplacedLabel, match="'ng Yvo'"):
        check_span(dataclasses.replace(label, start=4), "", "taking Yvonne out")
