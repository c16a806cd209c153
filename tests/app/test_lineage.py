"""Which segments came from which, and that their drafts go along, also back again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.editing.editor import Editor
from app.editing.lineage import descents
from tests.app.small_documents import small_document
from translation.model.document import Document
from translation.model.draft import ALTERNATIVE, Draft
from translation.model.edits import EditBatch, Insert, Remove
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, SourceFile, TranslationUnit, source_hash


@pytest.fixture
def editor(qapp):
    editor = Editor()
    editor.open(small_document(drafts=False))
    return editor


@pytest.fixture
def heard(editor):
    changes = []
    editor.changed.connect(changes.append)
    return changes


def draft(editor, segment_id, text, model="tiny", created="2026-11-01"):
    segment = editor.document.segment(segment_id)
    number = editor.document.drafts.next_id
    made_from = source_hash(segment.source)
    return Draft(number, segment_id, made_from, text, "ct2", model, created=created)


def texts(editor, segment_id):
    segment = editor.document.segment(segment_id)
    return [found.text for found in editor.document.drafts.fitting(segment)]


def ids(editor):
    return [segment.id for segment in editor.document.segments]


class TestLineage:
    def test_of_a_split_and_back(self, editor, heard):
        whole = ids(editor)[1]
        editor.split(whole, 4)
        left, right = ids(editor)[1:3]
        assert heard[-1].lineage == {left: (whole,), right: (whole,)}
        editor.undo()
        assert heard[-1].lineage == {whole: (left, right)}
        editor.redo()
        assert heard[-1].lineage == {left: (whole,), right: (whole,)}

    def test_of_a_merge_and_back(self, editor, heard):
        first, second = ids(editor)[1:3]
        editor.merge_with_next(first)
        joined = ids(editor)[1]
        assert heard[-1].lineage == {joined: (first, second)}
        editor.undo()
        assert heard[-1].lineage == {first: (joined,), second: (joined,)}

    def test_typing_has_none(self, editor, heard):
        editor.type_text(ids(editor)[0], "A", 0, 1)
        assert heard[-1].lineage == {}

    @settings(max_examples=80)
    @given(st.lists(st.integers(1, 6), min_size=1, max_size=6), st.data())
    def test_of_many_at_once_keeps_each_to_its_stretch(self, lengths, data):
        """Take all segments of a unit out and put others over the same text in."""
        text = "abcdefghijklmnopqrstuvwxyz0123456789"[: sum(lengths)]
        cuts = data.draw(st.sets(st.integers(1, len(text)), max_size=5)) | {len(text)}
        document = Document()
        file = SourceFile("f1", "a.txt", ARABIC_TO_ENGLISH, "txt", b"")
        ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
        before = _pieces(text, ends, "old")
        after = _pieces(text, sorted(cuts), "new")
        document.add_file(file, [TranslationUnit("u1", "f1")], before)
        edits = [Remove(0, segment) for segment in before]
        edits += [Insert(row, segment) for row, segment in enumerate(after)]
        found = descents(document, EditBatch("restore", tuple(edits)))
        assert [s for d in found for s in d.before] == before
        assert [s for d in found for s in d.after] == after
        for descent in found:
            sources = ["".join(s.source for s in side) for side in (descent.before, descent.after)]
            assert sources[0] == sources[1]


def _pieces(text, ends, name):
    starts = [0, *ends[:-1]]
    return [
        Segment(f"{name}{n}", "u1", text[start:end])
        for n, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


class TestDrafts:
    def test_every_draft_of_merged_segments_goes_along(self, editor):
        first, second = ids(editor)[1:3]
        editor.add_drafts([draft(editor, first, "One.")])
        editor.add_drafts([draft(editor, second, "Two.")])
        for id_, text in ((first, "Eins."), (second, "Zwei.")):
            another = draft(editor, id_, text, "other", "2026-11-02")
            editor.add_drafts([replace(another, marks=(ALTERNATIVE,))])
        editor.merge_with_next(first)
        joined = ids(editor)[1]
        assert texts(editor, joined) == ["Eins. Zwei.", "One. Two."]
        shown = editor.document.shown_target(editor.document.segment(joined))
        assert shown == "One. Two."

    def test_what_came_since_comes_back_with_an_undo_of_the_merge(self, editor):
        first, second = ids(editor)[1:3]
        editor.add_drafts([draft(editor, first, "One two.")])
        editor.merge_with_next(first)
        joined = ids(editor)[1]
        editor.add_drafts([draft(editor, joined, "Uno dos. Tres cuatro.", "o", "2026-11-03")])
        editor.undo()
        assert texts(editor, first) == ["One two.", "Uno dos."]
        assert texts(editor, second) == ["Tres cuatro."]
        assert editor.document.shown_target(editor.document.segment(first)) == "One two."

    def test_what_came_since_comes_back_with_an_undo_of_the_split(self, editor):
        whole = ids(editor)[1]
        editor.add_drafts([draft(editor, whole, "One two.")])
        editor.split(whole, 4)
        left, right = ids(editor)[1:3]
        editor.add_drafts([draft(editor, left, "Un", "o", "2026-11-03")])
        editor.add_drafts([draft(editor, right, "deux.", "o", "2026-11-03")])
        editor.undo()
        assert texts(editor, whole) == ["One two.", "Un deux."]
        editor.redo()
        editor.undo()
        assert texts(editor, whole) == ["One two.", "Un deux."]

    def test_they_are_told_with_the_change(self, editor, heard):
        whole = ids(editor)[1]
        editor.add_drafts([draft(editor, whole, "One two.")])
        assert (heard[-1].cause, heard[-1].drafted) == (None, (whole,))
        editor.split(whole, 4)
        assert heard[-1].drafted == tuple(ids(editor)[1:3])
        assert [d.text for d in heard[-1].drafts] == ["One", "two."]
