"""What is typed is checked once it is painted; until then its issues move along with the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.editing.editor import Editor
from app.followers.issues import IssueTable
from app.followers.typed_issues import moved_along
from tests.app.small_documents import NothingKept, small_document
from translation.model.issue import Issue, Severity
from translation.model.mark import Side
from translation.text.utf16 import from_utf16, to_utf16
from translation.work.checks_apart import CheckProcess

TEXTS = st.text("ab 𝄞", max_size=9)


def find_bad(subject):
    """A check of the tests' own: each "bad" is one."""
    at = subject.target.find("bad")
    return (Issue("bad", Severity.ERROR, subject.segment_id, start=at, length=3),) * (at >= 0)


@pytest.fixture
def desk(qapp):
    editor, asked = Editor(), []

    def find(subject):
        asked.append(subject.segment_id)
        return find_bad(subject)

    table = IssueTable(find, CheckProcess)
    editor.open(small_document())
    editor.changed.connect(table.follow)
    table.open(editor.document, NothingKept())
    yield editor, table, asked
    table.close()
    editor.deleteLater()


def test_a_key_moves_what_was_found_and_is_checked_in_a_moment(desk, qtbot):
    editor, table, asked = desk
    qtbot.waitUntil(lambda: table.unchecked == 0)
    id_ = editor.document.segments[1].id
    editor.type_text(id_, "a bad day", 0, 9)
    qtbot.waitUntil(lambda: table.unchecked == 0)
    asked.clear()
    for text in ("a  bad day", "a so bad day", "a so bad day."):
        editor.type_text(id_, text, 0, len(text))
        (moved,) = table.seen(id_)
        assert text[moved.start : moved.start + moved.length] == "bad"
    assert asked == []
    assert table.unchecked == 1
    with qtbot.waitSignal(table.changed) as changed:
        pass
    assert changed.args == [[id_]]
    assert asked == [id_]
    assert table.seen(id_) == (moved,)


def test_whoever_asks_hears_of_the_text_as_it_is(desk, qtbot):
    editor, table, _asked = desk
    qtbot.waitUntil(lambda: table.unchecked == 0)
    id_ = editor.document.segments[1].id
    for ask in (lambda: table.of(id_), table.all, lambda: table.count, lambda: table.kinds):
        editor.type_text(id_, "bad", 0, 3)
        assert ask()
        editor.type_text(id_, "good", 3, 4)
        assert not ask()
        assert table.seen(id_) == ()


def test_what_comes_back_to_its_place_is_told(desk, qtbot):
    editor, table, _asked = desk
    id_ = editor.document.segments[1].id
    editor.type_text(id_, "bad", 0, 3)
    (found,) = table.of(id_)
    editor.type_text(id_, "bd", 3, 1)
    assert table.seen(id_) == (replace(found, length=2),)
    editor.type_text(id_, "", 1, 0)
    assert table.seen(id_) == (replace(found, length=0),)
    with qtbot.waitSignal(table.changed) as changed:
        editor.type_text(id_, "bad", 0, 3)
    assert changed.args == [[id_]]
    assert table.seen(id_) == (found,)


def test_what_is_gone_or_closed_is_not_checked_any_more(desk, qtbot):
    editor, table, _asked = desk
    one, other = (segment.id for segment in editor.document.segments[1:3])
    editor.type_text(one, "bad", 0, 3)
    editor.merge_with_next(one)
    merged = editor.document.segments[1].id
    assert not {one, other} & {issue.segment_id for issue in table.all()}
    assert table.of(merged)
    editor.type_text(merged, "good", 0, 4)
    table.close()
    assert table.all() == []
    assert table.unchecked == 0


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.data())
def test_words_that_were_not_cut_into_are_the_same_words(before, gone, come, after, data):
    was, now = before + gone + after, before + come + after
    start = data.draw(st.integers(0, len(was)))
    end = data.draw(st.integers(start, len(was)))
    place = to_utf16(was, start)
    issue = Issue("bad", Severity.NOTE, "s1", (), place, to_utf16(was, end) - place)
    (moved,) = moved_along([issue], was, now)
    words = now[from_utf16(now, moved.start) : from_utf16(now, moved.start + moved.length)]
    if end <= len(before) or start >= len(before) + len(gone):
        # Where texts are alike around a change, it may have been made elsewhere.
        assert words == was[start:end] or not moved.length or was[start:end] in words
    of_source = replace(issue, side=Side.SOURCE)
    assert moved_along([of_source], was, now) == (of_source,)
