"""Checks that look beyond their segment: at its neighbours, and at others of the document."""

from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translation.model.edits import EditBatch, Put
from translation.model.language import LanguagePair
from translation.quality import Subjects, Texts, find_issues
from translation.quality.subjects import MOST_ALIKE
from translation.quality.traits import TRAITS, TraitIndex
from translation.work.documents import document_from_text

PAIR = LanguagePair("ar", "en")


def document_of(*pairs):
    """A document of single paragraphs, with these sources and targets."""
    document = document_from_text("\n\n".join(source for source, _ in pairs), "a.txt").document
    for segment, (_source, target) in zip(document.segments, pairs, strict=True):
        put(document, segment, target)
    return document


def put(document, segment, target):
    document.apply_batch(EditBatch("test", (Put(segment, replace(segment, target=target)),)))


def subjects_of(document):
    subjects = Subjects(document)
    subjects.begin(s.id for s in document.segments)
    return subjects


def found(document):
    """The ids of the checks that find something, row by row."""
    subjects = subjects_of(document)
    return [sorted({i.check for i in find_issues(subjects.of(s.id))}) for s in document.segments]


class TestConsistency:
    def test_one_source_with_two_targets_is_found_in_both_and_mended_by_either(self):
        document = document_of(
            ("أعلن الوزير ذلك", "The minister said so"),
            ("قال الرئيس لا", "The president said no"),
            ("أعلن الوزير ذلك", "The minister announced it"),
        )
        assert found(document) == [["translated_otherwise"], [], ["translated_otherwise"]]
        (issue,) = find_issues(subjects_of(document).of(document.segments[0].id))
        assert issue.fixes == ("The minister announced it",)
        assert dict(issue.facts)["texts"] == "The minister announced it"

    def test_white_space_is_no_other_translation(self):
        document = document_of(("قال نعم", "He said yes"), ("قال  نعم", "He  said yes"))
        assert found(document) == [[], []]

    def test_one_target_of_two_sources_is_found_where_it_is_no_single_word(self):
        document = document_of(
            ("قال الوزير نعم", "The minister agreed"),
            ("رفض الوزير ذلك", "The minister agreed"),
            ("نعم", "Yes"),
            ("أجل", "Yes"),
        )
        assert found(document) == [["same_for_others"], ["same_for_others"], [], []]

    def test_who_shares_a_source_is_to_be_checked_again(self):
        document = document_of(("نعم قال", "Yes"), ("لا قال", "No"), ("نعم قال", "Yes"))
        subjects = subjects_of(document)
        first, second, third = (segment.id for segment in document.segments)
        put(document, document.segments[0], "Yes, he said")
        assert subjects.take([first]) == {second, third}
        assert subjects.of(third).alike["source"] == (Texts("نعم قال", "Yes, he said"),)

    def test_a_line_that_stands_there_a_thousand_times_is_not_given_a_thousand_times(self):
        document = document_of(*(("نعم قال", f"Yes {n}") for n in range(1000)))
        subject = subjects_of(document).of(document.segments[0].id)
        assert len(subject.alike["source"]) == MOST_ALIKE


class TestWriting:
    def test_arabic_left_in_english_is_found_piece_by_piece(self):
        (row,) = document_of(("قال مرحبا ونعم", "He said مرحبا بكم and نعم")).segments
        document = document_of(("قال مرحبا ونعم", "He said مرحبا بكم and نعم"))
        issues = find_issues(subjects_of(document).of(document.segments[0].id))
        places = [row.target[i.start : i.start + i.length] for i in issues]
        assert places == ["مرحبا بكم", "نعم"]

    def test_a_small_beginning_is_found_where_the_one_before_has_ended(self):
        document = document_of(
            ("قال نعم.", "he said yes."),
            ("ثم ذهب", "then he went"),
            ("إلى البيت.", "home at once."),
            ("نعم.", "yes, sir."),
            ("آيفون.", "iPhone is out."),
            ("الموقع www.a.example هناك.", "www.a.example is out."),
        )
        small = ["small_beginning"]
        assert found(document) == [small, [], [], small, [], []]
        (issue,) = find_issues(subjects_of(document).of(document.segments[0].id))
        assert issue.fixes == ("He said yes.",)


def test_neighbours_are_those_of_the_document():
    document = document_of(("واحد", "one"), ("اثنان", "two"), ("ثلاثة", "three"))
    middle = subjects_of(document).of(document.segments[1].id)
    assert (middle.before, middle.after) == (Texts("واحد", "one"), Texts("ثلاثة", "three"))
    first = subjects_of(document).of(document.segments[0].id)
    assert first.before is None


SOURCES = ("", "x", "y", "تريغفاسون هورونيكس", "هورونيكس")
"""None, two, and one with two names that no lexicon has, of which another has one."""
steps = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(SOURCES), st.sampled_from("xyz"))
)


@given(steps)
def test_the_index_is_what_a_look_at_every_segment_finds(steps):
    index, now = TraitIndex(), {}
    for id_, source, target in steps:
        if source:
            now[id_] = Texts(source, target)
            index.put(id_, now[id_], PAIR)
        else:
            now.pop(id_, None)
            index.remove(id_)
    for id_, texts in now.items():
        expected = {}
        for trait in TRAITS:
            alike = {k for k, t in now.items() if {*trait.keys(t)} & {*trait.keys(texts)}}
            if alike - {id_}:
                expected[trait.id] = alike
        found = {}
        for trait, key in index.alike(id_):
            found.setdefault(trait, set()).update(index.having(key))
        assert found == expected


@given(st.lists(st.sampled_from(["a", "بلد", " ", "\u00a0", "\n", "\t", "  "])).map("".join))
def test_texts_are_alike_however_their_words_are_spaced(text):
    index = TraitIndex()
    index.put("s1", Texts(text, ""), PAIR)
    index.put("s2", Texts(" ".join(text.split()), ""), PAIR)
    assert [trait for trait, _key in index.alike("s1")] == ["source"]


def test_a_subject_goes_from_process_to_process_as_it_is():
    document = document_of(("قال نعم", "He said yes"), ("قال  نعم", "He agreed"), ("لا", "No"))
    subjects = [subjects_of(document).of(s.id) for s in document.segments]
    assert pickle.loads(pickle.dumps(subjects, pickle.HIGHEST_PROTOCOL)) == subjects
