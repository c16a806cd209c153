"""A reviewer's pass keeps what the translator wrote, to be compared with and sent back."""

from __future__ import annotations

import pytest

from app.editing.editor import Editor
from app.editing.grounds import Against, WorkRole, is_changed_by_reviewer
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
    assert is_changed_by_reviewer(desk.document, desk.document.segment(first))
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
    segment = desk.document.segment(first)
    assert not is_changed_by_reviewer(desk.document, segment)
    other = desk.document.segments[1]
    write(desk, other.id, "x")
    assert ground(desk, other.id) is None  # the translator had given no word


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
    assert "Five" not in html
    assert by_id["xlsx"].write(found, WriteOptions("a.xlsx")).data
    since_draft = changed_only(desk.document, since_translator=False)
    assert first in since_draft
