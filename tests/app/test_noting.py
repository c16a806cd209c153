"""Notes as people write them: threads, settled, put otherwise, taken back, each one step."""

from __future__ import annotations

import pytest

from app.editing.noting import answer, is_own, rewrite, settle, settle_all, take_back, write_note
from translation.model.notes import (
    WHOLE_DOCUMENT,
    has_open_notes,
    note_records,
    notes_of_document,
    notes_of_people,
)
from translation.store import ProjectFile


def threads(session, segment_id):
    return [
        (note.text, [reply.text for reply in note.replies], note.resolved)
        for _record, note in note_records(session.document, segment_id)
    ]


@pytest.fixture
def noted(opened):
    """A segment with a note of Huda's."""
    id_ = opened.document.segments[1].id
    opened.editor.author = "Huda"
    write_note(opened.editor, id_, "  Whose?\n")
    return id_


def record_id(session, segment_id):
    return note_records(session.document, segment_id)[0][0].id


def test_a_thread_step_by_step_and_back(opened, noted):
    editor, id_ = opened.editor, record_id(opened, noted)
    answer(editor, id_, "His.")
    settle(editor, id_, True)
    assert threads(opened, noted) == [("Whose?", ["His."], True)]
    assert not has_open_notes(opened.document, noted)
    answer(editor, id_, "No, hers.")
    assert threads(opened, noted) == [("Whose?", ["His.", "No, hers."], False)]
    rewrite(editor, id_, "Hers.", 1)
    rewrite(editor, id_, "Whose is it?")
    take_back(editor, id_, 0)
    assert threads(opened, noted) == [("Whose is it?", ["Hers."], False)]
    for _ in range(6):
        editor.undo()
    assert threads(opened, noted) == [("Whose?", [], False)]
    editor.undo()
    assert threads(opened, noted) == []


def test_what_is_empty_is_not_written(opened, noted):
    id_ = record_id(opened, noted)
    write_note(opened.editor, noted, " \n")
    answer(opened.editor, id_, "")
    rewrite(opened.editor, id_, "  ")
    assert threads(opened, noted) == [("Whose?", [], False)]


def test_only_ones_own_is_put_otherwise_or_taken_back(opened, noted, qtbot):
    editor, id_ = opened.editor, record_id(opened, noted)
    editor.author = "Samir"
    answer(editor, id_, "His.")
    assert not is_own(editor, id_)
    assert is_own(editor, id_, 0)
    for forbidden in (lambda: rewrite(editor, id_, "x"), lambda: take_back(editor, id_)):
        with qtbot.waitSignal(editor.failed) as told:
            forbidden()
        assert told.args[0].reason == "not_own_note"
    assert threads(opened, noted) == [("Whose?", ["His."], False)]
    take_back(editor, id_, 0)
    assert threads(opened, noted) == [("Whose?", [], False)]


def test_all_of_a_segment_are_settled_in_one_step(opened, noted):
    write_note(opened.editor, noted, "And when?")
    assert settle_all(opened.editor, noted)
    assert [resolved for *_, resolved in threads(opened, noted)] == [True, True]
    assert not settle_all(opened.editor, noted)
    opened.editor.undo()
    assert [resolved for *_, resolved in threads(opened, noted)] == [False, False]


def test_a_note_on_the_document_is_kept(opened, noted, qtbot):
    write_note(opened.editor, WHOLE_DOCUMENT, "Ask the client for a glossary.")
    [note] = notes_of_document(opened.document)
    assert (note.text, note.author) == ("Ask the client for a glossary.", "Huda")
    assert notes_of_people(opened.document, opened.document.segment(noted))[0].text == "Whose?"
    opened.editor.split(noted, opened.document.segment(noted).source.index(" "))
    assert len(notes_of_document(opened.document)) == 1
    assert opened.autosave.settle()
    path = opened.files.path
    opened.files.close()
    project = ProjectFile.open(path)
    try:
        assert notes_of_document(project.document) == (note,)
        assert project.verdict is None or project.verdict.is_sound
    finally:
        project.close()
