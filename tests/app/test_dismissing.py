"""Letting issues stand: undone, kept in the project, and back when a text changes."""

from __future__ import annotations

import pytest

from app.editing.dismissing import bring_back, dismiss
from app.followers.issue_book import Kind
from translation.model.issue import Severity

SHOUTING = Kind("shouting", Severity.WARNING)


@pytest.fixture
def shouted(opened):
    """Three of its targets shout, which the tests' own check finds."""
    for segment in opened.document.segments[:3]:
        opened.editor.type_text(segment.id, "WORDS", 0, 0)
    assert opened.issues.count == 3
    return opened


def test_one_is_dismissed_with_a_reason_as_one_step(shouted):
    shouted.editor.author = "Sara"
    first, *others = shouted.issues.all()
    told = []
    shouted.issues.changed.connect(told.append)
    dismiss(shouted.editor, [first], " a title ")
    assert shouted.issues.all() == others
    assert told == [[first.segment_id]]
    (one,) = shouted.issues.dismissed()
    assert (one.issue, one.record.author, one.dismissal.reason) == (first, "Sara", "a title")
    shouted.editor.undo()
    assert shouted.issues.all() == [first, *others]
    assert shouted.issues.dismissed() == []
    shouted.editor.redo()
    assert shouted.issues.all() == others


def test_all_of_a_kind_are_one_step_and_counted(shouted):
    assert shouted.issues.kinds == {SHOUTING: 3}
    dismiss(shouted.editor, shouted.issues.of_kind(SHOUTING, 3), "")
    assert (shouted.issues.kinds, shouted.issues.count) == ({}, 0)
    assert len(shouted.issues.dismissed()) == 3
    bring_back(shouted.editor, shouted.issues.dismissed())
    assert shouted.issues.kinds == {SHOUTING: 3}
    shouted.editor.undo()
    assert shouted.issues.count == 0
    shouted.editor.undo()
    assert shouted.issues.count == 3


def test_it_comes_back_when_the_translation_changes_and_goes_when_that_is_undone(shouted):
    (first, *_) = shouted.issues.all()
    dismiss(shouted.editor, [first], "")
    shouted.editor.type_text(first.segment_id, "OTHER WORDS", 0, 0)
    assert [issue.fix for issue in shouted.issues.of(first.segment_id)] == ["Other words"]
    assert shouted.issues.dismissed() == []
    shouted.editor.undo()
    assert shouted.issues.of(first.segment_id) == ()


def test_it_is_kept_in_the_project(shouted, make_session, qtbot):
    first, *others = shouted.issues.all()
    dismiss(shouted.editor, [first], "a title")
    path = shouted.autosave.project.path
    assert shouted.close()
    again = make_session()
    with qtbot.waitSignal(again.files.opened):
        again.files.open(path)
    qtbot.waitUntil(lambda: again.issues.unchecked == 0)
    assert [issue.segment_id for issue in again.issues.all()] == [i.segment_id for i in others]
    (one,) = again.issues.dismissed()
    assert (one.issue.segment_id, one.dismissal.reason) == (first.segment_id, "a title")


def test_issues_of_segments_that_are_gone_are_left_out(shouted):
    from dataclasses import replace

    (first, *_) = shouted.issues.all()
    dismiss(shouted.editor, [replace(first, segment_id="gone")], "")
    assert shouted.issues.count == 3
    assert not shouted.document.records.of("gone")
