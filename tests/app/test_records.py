"""What people say of segments: an undo step, on disk at once, carried over split and merge."""

from __future__ import annotations

import pytest

from app.state import SaveKind
from tests.ui.draft_rows import draft_all
from translation.model.record import Bookmark, Note, Reply, Verdict
from translation.mqm import errors_of, marked_error
from translation.store import ProjectFile


def said(session, segment_id):
    return [record.content for record in session.document.records.of(segment_id)]


def ids(session):
    return [segment.id for segment in session.document.segments]


@pytest.fixture
def first(opened):
    """The first segment of a paragraph of two, with a note on it."""
    id_ = ids(opened)[1]
    opened.editor.say(id_, Note("Which dialogue?"))
    return id_


def test_a_note_is_one_step_with_its_replies(opened, first):
    (record,) = opened.document.records.of(first)
    assert record.kind == "note"
    assert record.time > 1.7e9
    answered = Note("Which dialogue?", (Reply("omar", 5.0, "The strategic one."),), resolved=True)
    opened.editor.say_otherwise(record.id, answered)
    assert said(opened, first) == [answered]
    assert opened.editor.undo_stack.count() == 2
    opened.editor.undo()
    assert said(opened, first) == [Note("Which dialogue?")]
    opened.editor.undo()
    assert said(opened, first) == []
    opened.editor.redo()
    opened.editor.redo()
    assert said(opened, first) == [answered]
    opened.editor.take_back(record.id)
    assert said(opened, first) == []
    opened.editor.undo()
    assert said(opened, first) == [answered]


def test_the_change_names_the_segment(opened, first, qtbot):
    with qtbot.waitSignal(opened.editor.changed) as heard:
        opened.editor.say(first, Bookmark())
    change = heard.args[0]
    assert change.annotated == (first,)
    assert change.segments == change.inserted == change.removed == ()


def test_a_split_gives_it_to_the_first_part_and_undo_gives_it_back(opened, first):
    source = opened.document.segment(first).source
    opened.editor.split(first, source.index(" ", len(source) // 2))
    left, right = ids(opened)[1:3]
    assert said(opened, left) == [Note("Which dialogue?")]
    assert said(opened, right) == []
    assert opened.editor.undo_stack.count() == 2
    opened.editor.undo()
    assert said(opened, first) == [Note("Which dialogue?")]
    opened.editor.redo()
    assert said(opened, left) == [Note("Which dialogue?")]


def test_a_merge_has_what_was_said_of_both(opened, first):
    second = ids(opened)[2]
    opened.editor.say(second, Verdict(approves=False, reason="Too free."))
    opened.editor.merge_with_next(first)
    joined = ids(opened)[1]
    assert said(opened, joined) == [Note("Which dialogue?"), Verdict(False, "Too free.")]
    opened.editor.undo()
    assert said(opened, first) == [Note("Which dialogue?")]
    assert said(opened, second) == [Verdict(False, "Too free.")]


def test_it_is_in_the_project_at_once(opened, first, qtbot):
    qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.SAVED)
    path = opened.files.path
    copy = path.with_name("as it lies.muraji")
    # Without closing: what a killed program would leave behind.
    for suffix in ("", "-wal"):
        beside = path.with_name(path.name + suffix)
        if beside.exists():
            copy.with_name(copy.name + suffix).write_bytes(beside.read_bytes())
    project = ProjectFile.open(copy)
    (record,) = project.document.records
    assert (record.segment_id, record.content) == (first, Note("Which dialogue?"))
    project.close()


def test_it_is_there_after_opening_again_and_can_be_undone(opened, first, article_file, qtbot):
    other = article_file.with_name("other.txt")
    other.write_text("نص آخر.", encoding="utf-8")
    home = opened.files.path
    for path in (other, home):
        with qtbot.waitSignal(opened.editor.document_replaced):
            opened.files.open(path)
    assert said(opened, first) == [Note("Which dialogue?")]
    opened.editor.undo()
    assert said(opened, first) == []


def test_a_restore_point_takes_it_back(opened, first, qtbot):
    opened.files.restoring.make("noon")
    opened.editor.say(first, Bookmark("here"))
    source = opened.document.segment(first).source
    opened.editor.split(first, source.index(" ", len(source) // 2))
    points = opened.files
    qtbot.waitUntil(lambda: [one.label for one in points.restoring.points][-1:] == ["noon"])
    with qtbot.waitSignal(opened.editor.changed):
        opened.files.restoring.go_back(opened.files.restoring.points[-1])
    assert said(opened, first) == [Note("Which dialogue?")]
    assert len(opened.document.records) == 1
    opened.editor.undo()
    assert said(opened, ids(opened)[1]) == [Note("Which dialogue?"), Bookmark("here")]


def test_marked_words_go_where_they_stand_after_a_split(opened):
    whole = ids(opened)[1]
    source = opened.document.segment(whole).source
    place = source.index(" ", len(source) // 2)
    last = source.rindex(" ") + 1
    opened.editor.say(whole, marked_error("source", source, 0, 3, "style", "minor"))
    opened.editor.say(whole, marked_error("source", source, last, len(source), "style", "minor"))
    opened.editor.split(whole, place)
    left, right = ids(opened)[1:3]
    assert [error.text for error in said(opened, left)] == [source[:3]]
    assert [error.text for error in said(opened, right)] == [source[last:]]
    (found,) = errors_of(opened.document, opened.document.segment(right))
    assert found.place is not None
    opened.editor.undo()
    assert len(said(opened, whole)) == 2
    opened.editor.split(whole, place)
    opened.editor.merge_with_next(ids(opened)[1])
    joined = opened.document.segment(ids(opened)[1])
    assert [one.stands for one in errors_of(opened.document, joined)] == [True, True]


def test_marked_words_of_a_draft_go_along_too(opened):
    whole = ids(opened)[1]
    draft_all(opened)
    draft = opened.document.shown_target(opened.document.segment(whole))
    opened.editor.say(
        whole, marked_error("target", draft, len(draft) - 6, len(draft), "style", "minor")
    )
    source = opened.document.segment(whole).source
    opened.editor.split(whole, source.index(" ", len(source) // 2))
    _left, right = ids(opened)[1:3]
    (found,) = errors_of(opened.document, opened.document.segment(right))
    assert found.stands
