"""A reviewer's pass keeps what the translator wrote, to be compared with and sent back."""

from __future__ import annotations

import pytest

from app.editing.editor import Editor
from app.editing.grounds import Against, WorkRole
from tests.app.small_documents import small_document
from translation.model.ground import ground_of
from translation.model.segment import SegmentState


@pytest.fixture
def desk(qapp):
    made = Editor()
    made.open(small_document())
    return made


@pytest.fixture
def first(desk):
    """The first segment, translated and confirmed by the translator; a reviewer works now."""
    id_ = desk.document.segments[0].id
    write(desk, id_, "The headline")
    desk.confirm(id_)
    desk.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
    desk.author = "Second"
    return id_


def write(desk, id_, text):
    shown = desk.document.shown_target(desk.document.segment(id_))
    desk.type_text(id_, text, len(shown), len(text))


def ground(desk, id_):
    found = ground_of(desk.document, id_)
    return found and found[1]


def compared(desk, id_):
    return desk.grounds.text_of(desk.document.segment(id_))


def test_the_translators_text_is_the_ground_whatever_is_typed(desk, first):
    assert compared(desk, first) == "The headline"
    write(desk, first, "The headlines")
    write(desk, first, "The headliness")
    assert compared(desk, first) == "The headline"
    assert desk.document.segment(first).target == "The headliness"
    desk.mark(first, SegmentState.REVIEWED)
    assert ground(desk, first) == "The headline"


def test_it_is_one_step_with_the_first_letter(desk, first):
    steps = desk.undo_stack.count()
    write(desk, first, "The headlines")
    write(desk, first, "The headliness")
    assert desk.undo_stack.count() == steps + 1
    desk.undo()
    assert desk.document.segment(first).target == "The headline"
    assert ground(desk, first) is None
    desk.redo()
    assert desk.document.segment(first).target == "The headliness"
    assert ground(desk, first) == "The headline"


def test_many_at_once_keep_theirs(desk, first):
    desk.many.copy_sources([first])
    assert ground(desk, first) == "The headline"


def test_the_translators_next_word_lets_go_of_it(desk, first):
    write(desk, first, "The headlines")
    desk.grounds.take(WorkRole.TRANSLATOR, Against.DRAFT)
    assert compared(desk, first) == "HEADLINE"
    desk.confirm(first)
    assert ground(desk, first) is None
    desk.undo()
    assert ground(desk, first) == "The headline"


def test_a_translator_keeps_none(desk):
    id_ = desk.document.segments[0].id
    desk.confirm(id_)
    write(desk, id_, "Otherwise")
    assert ground(desk, id_) is None


def test_what_no_reviewer_touched_is_not_changed(desk, first):
    assert ground(desk, first) in (None, desk.document.segment(first).target)
    other = desk.document.segments[1]
    write(desk, other.id, "x")
    assert ground(desk, other.id) is None  # the translator had given no word


def test_where_the_translator_gave_no_word_it_is_the_draft(desk, first):
    desk.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
    other = desk.document.segments[1]
    drafted = desk.document.shown_target(other)
    write(desk, other.id, "x")
    changed = desk.document.segment(other.id)
    assert desk.grounds.against_of(changed) is Against.DRAFT
    assert desk.grounds.text_of(changed) == drafted
    assert desk.grounds.against_of(desk.document.segment(first)) is Against.TRANSLATOR
    desk.mark(other.id, SegmentState.REVIEWED)
    assert ground(desk, other.id) == drafted, "reviewed, it is still seen what was changed"
    desk.undo()
    assert ground(desk, other.id) is None


def test_what_is_sent_back_is_what_was_changed_or_rejected(desk, first):
    from translation.formats import WriteOptions
    from translation.formats.table import FORMATS
    from translation.work.sending_back import changed_only

    others = [segment.id for segment in desk.document.segments[1:3]]
    desk.many.reject(others[:1], "Too long")
    write(desk, first, "The big headline")
    found = changed_only(desk.document, since_translator=True)
    assert [segment.id for segment in found.segments] == [first, others[0]]
    assert found.drafts.base(found.segments[0]).text == "The headline"
    by_id = {spec.id: spec for spec in FORMATS}
    html = by_id["html-changes"].write(found, WriteOptions("a.html")).data.decode()
    assert "big" in html
    assert '<td class="state">rejected</td>' in html
    assert "Second · " in html
    assert " · rejected</b>Too long" in html
    assert "Five" not in html
    assert by_id["xlsx"].write(found, WriteOptions("a.xlsx")).data
    since_draft = changed_only(desk.document, since_translator=False)
    assert first in since_draft


class TestSplitAndMerge:
    """The translator's texts go along as the texts do, and come back as they were."""

    @pytest.fixture
    def two(self, desk):
        """Two sentences of a paragraph, confirmed by the translator; a reviewer works now."""
        ids = [segment.id for segment in desk.document.segments[1:3]]
        for id_, text in zip(ids, ("One and two.", "Three and four."), strict=True):
            write(desk, id_, text)
            desk.confirm(id_)
        desk.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
        desk.author = "Second"
        return ids

    def joined(self, desk, two):
        row = desk.document.row(two[0])
        desk.merge_with_next(two[0])
        return desk.document.segments[row].id

    @pytest.mark.parametrize("changed", [(0,), (1,), (0, 1), ()])
    def test_merging_joins_what_the_translator_wrote(self, desk, two, changed):
        for at in changed:
            write(desk, two[at], f"Other {at}.")
        one = self.joined(desk, two)
        assert ground(desk, one) == "One and two. Three and four."
        assert len([r for r in desk.document.records if r.kind == "ground"]) == 1
        desk.undo()
        for at, text in enumerate(("One and two.", "Three and four.")):
            assert ground(desk, two[at]) == (text if at in changed else None)
        desk.redo()
        assert ground(desk, one) == "One and two. Three and four."

    def test_what_is_written_after_merging_is_still_compared_with_it(self, desk, two):
        one = self.joined(desk, two)
        write(desk, one, "All of it.")
        assert compared(desk, one) == "One and two. Three and four."

    def test_a_split_divides_it_where_the_source_is_cut(self, desk, two):
        write(desk, two[0], "Other words.")
        desk.split(two[0], len("One "))
        row = desk.document.row(two[1])
        left, right = (segment.id for segment in desk.document.segments[row - 2 : row])
        parts = [ground(desk, left), ground(desk, right)]
        assert all(parts)
        assert " ".join(parts) == "One and two."
        desk.undo()
        assert ground(desk, two[0]) == "One and two."

    def test_a_split_of_the_translators_own_text_cuts_both_alike(self, desk, two):
        desk.split(two[0], len("One "), len("One and "))
        row = desk.document.row(two[1])
        left, right = desk.document.segments[row - 2 : row]
        assert [left.target, right.target] == ["One and", "two."]
        assert [ground(desk, left.id), ground(desk, right.id)] == ["One and", "two."]

    def test_apart_and_together_again_it_is_as_it_was(self, desk, two):
        write(desk, two[0], "Other words.")
        row = desk.document.row(two[0])
        desk.split(two[0], len("One "))
        desk.merge_with_next(desk.document.segments[row].id)
        assert ground(desk, desk.document.segments[row].id) == "One and two."

    def test_a_translator_who_merges_begins_none(self, desk, two):
        desk.grounds.take(WorkRole.TRANSLATOR, Against.DRAFT)
        assert ground(desk, self.joined(desk, two)) is None


def test_undo_names_what_was_done_after_reopening_too(opened, qtbot):
    id_ = opened.document.segments[0].id
    write(opened.editor, id_, "The headline")
    opened.editor.confirm(id_)
    opened.editor.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
    write(opened.editor, id_, "The headlines")
    assert opened.editor.undo_stack.undoText() == "type"
    path = opened.files.path
    opened.files.close()
    with qtbot.waitSignal(opened.files.opened):
        opened.files.open(path)
    assert opened.editor.undo_stack.undoText() == "type"
    opened.editor.undo()
    assert opened.document.segment(id_).target == "The headline"
    assert ground_of(opened.document, id_) is None
