"""Another document, or none, asked for in the middle of a step over many segments."""

from __future__ import annotations

import pytest

from app.editing import document_owner, many
from translation.model.segment import SegmentState
from translation.store import ProjectFile


@pytest.fixture
def piecewise(opened, monkeypatch):
    """A session whose steps over many are of pieces, the window painted after each."""
    monkeypatch.setattr(many, "PIECE", 1)
    monkeypatch.setattr(document_owner, "BREATH", 0.0)
    for segment in opened.document.segments:
        opened.editor.type_text(segment.id, "Text", 0, 4)
    return opened


def in_mid_step(session, ask):
    """Do something after the first piece of a step that confirms all; return its project."""
    editor, asked = session.editor, []

    def interrupt(change):
        if not asked:
            asked.append(change)
            ask()

    editor.changed.connect(interrupt)
    ids = [segment.id for segment in session.document.segments]
    document, path = session.document, session.files.path
    assert editor.many.confirm(ids) == len(ids) > 2
    assert session.document is document  # to the end
    return path


def states(path):
    project = ProjectFile.open(path)
    try:
        return {segment.state for segment in project.document.segments}
    finally:
        project.close()


def test_what_was_opened_comes_when_the_step_is_whole(piecewise, tmp_path, qtbot):
    session, other = piecewise, tmp_path / "other.txt"
    other.write_text("خبر آخر.", encoding="utf-8")

    def open_other():
        session.files.open(other)
        qtbot.waitUntil(lambda: session.jobs.current is None)

    with qtbot.waitSignal(session.files.opened):
        path = in_mid_step(session, open_other)
    assert session.files.title == "other.txt"
    assert session.document.progress.done == 0
    assert states(path) == {SegmentState.CONFIRMED}


def test_closing_waits_for_its_end(piecewise, qtbot):
    with qtbot.waitSignal(piecewise.files.closing):
        path = in_mid_step(piecewise, piecewise.files.close)
    qtbot.waitUntil(lambda: not piecewise.document.segments)
    assert states(path) == {SegmentState.CONFIRMED}


def test_the_program_does_not_end_before(piecewise):
    ended = []
    path = in_mid_step(piecewise, lambda: ended.append(piecewise.close()))
    assert ended == [False]
    assert piecewise.close()
    assert states(path) == {SegmentState.CONFIRMED}
