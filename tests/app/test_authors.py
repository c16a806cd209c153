"""Who brought each segment into its state, and when: live, undone, and after reopening."""

from __future__ import annotations

import pytest

from tests.app.small_documents import NothingKept, draft_all
from translation.model.authorship import AuthorshipTable, Touch
from translation.model.segment import SegmentState

CONFIRMED, REVIEWED, FINAL = SegmentState.CONFIRMED, SegmentState.REVIEWED, SegmentState.FINAL
EDITED = SegmentState.EDITED


def who(session, segment_id):
    return [(one.state, one.author) for one in session.authors.standing(segment_id)]


def write(session, segment_id, text, by):
    session.editor.author = by
    shown = session.document.shown_target(session.document.segment(segment_id))
    session.editor.type_text(segment_id, text, len(shown), len(text))


def reopened(session, qtbot):
    path = session.files.path
    session.files.close()
    with qtbot.waitSignal(session.files.opened):
        session.files.open(path)
    with qtbot.waitSignal(session.authors.changed):
        session.authors.ask()


@pytest.fixture
def ids(opened):
    draft_all(opened.document)
    return [segment.id for segment in opened.document.segments]


@pytest.fixture
def passed(opened, ids):
    """The first segment went from Huda's keyboard to Samir's review."""
    write(opened, ids[0], "Rain", "Huda")
    opened.editor.confirm(ids[0])
    opened.editor.author = "Samir"
    opened.editor.set_state([ids[0]], REVIEWED)
    return opened


BY_BOTH = [(EDITED, "Huda"), (CONFIRMED, "Huda"), (REVIEWED, "Samir")]


class TestStanding:
    def test_each_state_has_its_author_and_time(self, passed, ids):
        found = passed.authors.standing(ids[0])
        assert who(passed, ids[0]) == BY_BOTH
        assert [one.time for one in found] == sorted(one.time for one in found)
        assert found[0].time > 1_700_000_000
        assert passed.authors.of(ids[0]) == ("Huda", "Samir")

    def test_what_was_said_beyond_the_state_does_not_stand(self, passed, ids):
        passed.editor.set_state([ids[0]], EDITED)
        assert who(passed, ids[0]) == [(EDITED, "Huda")]  # to take a word back is no edit
        assert passed.authors.of(ids[0]) == ("Huda", "Samir")

    def test_the_draft_taken_as_it_is_was_edited_by_nobody(self, opened, ids):
        opened.editor.author = "Huda"
        opened.editor.confirm(ids[1])
        assert who(opened, ids[1]) == [(CONFIRMED, "Huda")]

    def test_many_at_once(self, opened, ids):
        opened.editor.author = "Huda"
        opened.editor.many.confirm(ids)
        assert {tuple(who(opened, id_)) for id_ in ids} == {((CONFIRMED, "Huda"),)}
        opened.editor.undo()
        assert all(who(opened, id_) == [] for id_ in ids)

    def test_what_nobody_touched_says_nothing(self, opened, ids):
        assert who(opened, ids[2]) == []
        assert who(opened, "nothing") == []


class TestUndo:
    def test_a_word_taken_back_was_not_said(self, passed, ids):
        passed.editor.undo()
        assert who(passed, ids[0]) == BY_BOTH[:2]
        passed.editor.undo()
        assert who(passed, ids[0]) == BY_BOTH[:1]
        passed.editor.undo()
        assert who(passed, ids[0]) == []
        for _ in range(3):
            passed.editor.redo()
        assert who(passed, ids[0]) == BY_BOTH

    def test_who_said_it_before_is_named_again(self, passed, ids):
        passed.editor.set_state([ids[0]], EDITED)
        passed.editor.author = "Dina"
        passed.editor.set_state([ids[0]], REVIEWED)
        assert who(passed, ids[0])[-1] == (REVIEWED, "Dina")
        passed.editor.undo()
        passed.editor.undo()
        assert who(passed, ids[0])[-1] == (REVIEWED, "Samir")

    def test_words_one_after_the_other_stay_while_one_is_left(self, opened, ids):
        write(opened, ids[0], "Rain", "Huda")
        opened.editor.activate(ids[1])
        opened.editor.activate(ids[0])
        write(opened, ids[0], "Rain falls", "Huda")
        opened.editor.undo()
        assert who(opened, ids[0]) == [(EDITED, "Huda")]
        opened.editor.undo()
        assert who(opened, ids[0]) == []


class TestSplitAndMerge:
    def test_they_go_along_and_come_back(self, opened, ids):
        write(opened, ids[1], "One", "Huda")
        write(opened, ids[2], "Two", "Samir")
        opened.editor.author = "Dina"
        row = opened.document.row(ids[1])
        opened.editor.merge_with_next(ids[1])
        merged = opened.document.segments[row].id
        assert opened.authors.of(merged) == ("Huda", "Samir", "Dina")
        opened.editor.split(merged, 5)
        left = opened.document.segments[row].id
        assert opened.authors.of(left) == ("Huda", "Samir", "Dina")
        opened.editor.undo()
        opened.editor.undo()
        assert who(opened, ids[1]) == [(EDITED, "Huda")]
        assert who(opened, ids[2]) == [(EDITED, "Samir")]
        opened.editor.redo()
        assert opened.authors.of(merged) == ("Huda", "Samir", "Dina")


class TestAfterReopening:
    def test_they_are_known_again(self, passed, ids, qtbot):
        times = [one.time for one in passed.authors.standing(ids[0])]
        reopened(passed, qtbot)
        assert who(passed, ids[0]) == BY_BOTH
        assert [one.time for one in passed.authors.standing(ids[0])] == times
        assert passed.authors.everybody == ["Huda", "Samir"]

    def test_they_are_read_without_being_asked_for(self, passed, ids, qtbot):
        path = passed.files.path
        passed.files.close()
        with qtbot.waitSignal(passed.authors.changed):
            passed.files.open(path)
        assert who(passed, ids[0]) == BY_BOTH

    def test_undo_goes_back_before_it(self, passed, ids, qtbot):
        reopened(passed, qtbot)
        passed.editor.undo()
        assert who(passed, ids[0]) == BY_BOTH[:2]
        passed.editor.redo()
        assert who(passed, ids[0]) == BY_BOTH

    def test_what_was_undone_before_stays_undone(self, passed, ids, qtbot):
        passed.editor.undo()
        reopened(passed, qtbot)
        assert who(passed, ids[0]) == BY_BOTH[:2]
        passed.editor.redo()
        assert who(passed, ids[0]) == BY_BOTH

    def test_what_is_done_before_it_is_read_is_not_lost(self, passed, ids, qtbot):
        path = passed.files.path
        passed.files.close()
        with qtbot.waitSignal(passed.files.opened):
            passed.files.open(path)
        passed.editor.undo()  # the review, which is not read yet
        passed.editor.author = "Dina"
        passed.editor.set_state([ids[0]], FINAL)
        with qtbot.waitSignal(passed.authors.changed):
            passed.authors.ask()
        assert who(passed, ids[0]) == [*BY_BOTH[:2], (FINAL, "Dina")]

    def test_a_merge_of_before_is_known(self, opened, ids, qtbot):
        write(opened, ids[1], "One", "Huda")
        write(opened, ids[2], "Two", "Samir")
        row = opened.document.row(ids[1])
        opened.editor.merge_with_next(ids[1])
        merged = opened.document.segments[row].id
        reopened(opened, qtbot)
        assert opened.authors.of(merged) == ("Huda", "Samir")
        opened.editor.undo()
        assert who(opened, ids[1]) == [(EDITED, "Huda")]

    def test_texts_that_sqlite_cannot_read_are_read(self, opened, ids, qtbot):
        write(opened, ids[0], "half \ud800", "Huda")
        opened.editor.confirm(ids[0])
        reopened(opened, qtbot)
        assert who(opened, ids[0]) == [(EDITED, "Huda"), (CONFIRMED, "Huda")]

    def test_a_document_nobody_edited_has_nothing_to_read(self, opened):
        assert opened.authors._missed is None


def test_many_share_what_is_kept_of_them():
    table = AuthorshipTable()
    touches = [Touch(f"s{n}", state=CONFIRMED) for n in range(1000)]
    table.do(1, "Huda", 1.0, touches)
    table.do(2, "Samir", 2.0, [Touch(one.id, state=REVIEWED) for one in touches])
    assert len({id(table.of(one.id)) for one in touches}) == 1


def test_who_adds_files_has_not_confirmed_what_they_hold():
    table = AuthorshipTable()
    table.do(1, "Huda", 1.0, [Touch("s1", "u1", CONFIRMED, came=True)])
    assert table.of("s1") == ()


def test_nothing_is_kept_of_a_document_that_was_closed(opened, ids):
    write(opened, ids[0], "Rain", "Huda")
    opened.authors.close()
    assert opened.authors.of(ids[0]) == ()
    opened.authors.open(opened.document, NothingKept())
    assert opened.authors.everybody == []
