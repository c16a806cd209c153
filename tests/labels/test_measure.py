"""The figures in measured.md are what the checks give; hits are told right from wrong by place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.labels import FOLDER, Label, LabelledDraft, Place
from tests.labels.findings import FITTING, ReadDraft, hits_in
from tests.labels.measure import BEGIN, END, tables
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, TranslationUnit
from translation.quality import CHECKS, subject_of

A = Place("opusmt", 1)
KINDS = frozenset({"entity"})


def read(source, target, *labels):
    unit = TranslationUnit("u1", "f1")
    subject = subject_of(Segment("s1", "u1", source, target), unit, ARABIC_TO_ENGLISH, None)
    return ReadDraft(LabelledDraft(A, "tune", source, "", target, labels), subject, KINDS)


def entity(start, text="&amp;", side="target"):
    return Label(A, "entity", "major", side, start, len(text), text, "")


def right(drafts):
    return [bool(hit.labels) for hit in hits_in(drafts) if hit.check.id == "entities"]


def test_a_hit_is_right_where_it_shares_a_character_with_a_label_of_its_kind():
    assert right(read("توم", "Tom &amp; Ann &lt; Bob", entity(4))) == [True, False]


def test_labels_of_other_kinds_are_no_proof():
    assert right(read("توم", "Tom &amp; Ann", replace(entity(4), kind="name"))) == [False]


def test_checks_for_which_a_draft_was_not_read_do_not_count():
    assert {hit.check.id for hit in hits_in(read("توم", ""))} == set()


def test_kinds_stand_there_for_checks_that_exist():
    assert FITTING.keys() <= {check.id for check in CHECKS}


@pytest.mark.shared
@pytest.mark.slow
def test_measured_is_what_the_checks_give(shared):
    text = (FOLDER / "measured.md").read_text("utf-8")
    assert text.partition(BEGIN)[2].partition(END)[0] == tables(shared)
