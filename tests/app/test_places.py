"""The next segment of a kind: the right one after any edits, and never by looking at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.editing import places
from app.editing.editor import Editor
from app.editing.grounds import Against, WorkRole
from app.editing.navigation import PLACES
from tests.app.small_documents import small_document
from translation.model.record import Bookmark
from translation.model.segment import SegmentState

KINDS = (*PLACES, places.CHANGED)


@pytest.fixture
def desk(qapp):
    made = Editor()
    made.open(small_document(("One two. Three four. Five.", "Six. Seven.", "Eight.")))
    return made


def walked(desk, kind, row, step, rows):
    """Return what looking at one row after the other gives."""
    document = desk.document
    behind = [at for at in rows if (at - row) * step > 0][::step]
    around = [at for at in rows if (at - row) * step <= 0][::step]
    for at in (*behind, *around):
        segment = document.segments[at]
        if kind == places.CHANGED:
            found = desk.grounds.is_changed(segment)
        else:
            found = PLACES[kind](document, segment)
        if found:
            return segment.id
    return ""


def act(desk, what, at):
    """Do something with the segment of a row, as far as there is one."""
    document = desk.document
    segment = document.segments[at % len(document)]
    match what:
        case "type":
            desk.type_text(segment.id, f"{document.shown_target(segment)}x", 0, 1)
        case "confirm":
            desk.confirm(segment.id)
        case "review":
            desk.many.set_state([segment.id], SegmentState.REVIEWED)
        case "all":
            desk.many.set_state([one.id for one in document.segments], SegmentState.CONFIRMED)
        case "reject":
            desk.many.reject([segment.id], "No")
        case "bookmark":
            desk.say(segment.id, Bookmark())
        case "clear":
            desk.clear(segment.id)
        case "lock":
            desk.many.lock([segment.id], not segment.locked)
        case "leave out":
            desk.toggle_furniture(segment.unit_id)
        case "split":
            desk.split(segment.id, 3)
        case "merge":
            desk.merge_with_next(segment.id)
        case "undo":
            desk.undo()
        case "redo":
            desk.redo()
        case "against":
            other = Against.TRANSLATOR if desk.grounds.against is Against.DRAFT else Against.DRAFT
            desk.grounds.take(WorkRole.REVIEWER, other)


ACTS = [
    "type", "confirm", "review", "all", "reject", "bookmark", "clear", "lock", "leave out",
    "split", "merge", "undo", "redo", "against",
]  # fmt: skip
ASKED = st.tuples(st.sampled_from(KINDS), st.integers(-1, 12), st.sampled_from((1, -1)))


@settings(max_examples=60, deadline=None)
@given(
    acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 8)), max_size=10),
    asked=st.lists(ASKED, min_size=1, max_size=4),
    shown=st.sets(st.integers(0, 8)),
)
def test_it_is_what_a_walk_over_all_rows_finds(qapp, acts, asked, shown):
    desk = Editor()
    desk.open(small_document(("One two. Three four. Five.", "Six. Seven.", "Eight.")))
    for what, at in acts:
        act(desk, what, at)
        for kind, row, step in asked:
            count = len(desk.document)
            found = desk.places.next(kind, min(row, count - 1), step)
            assert found == walked(desk, kind, min(row, count - 1), step, range(count))
            some = sorted(at for at in shown if at < count)
            found = desk.places.next(kind, min(row, count - 1), step, some)
            assert found == walked(desk, kind, min(row, count - 1), step, some)


def looked_at(desk, monkeypatch):
    seen = []
    holding = places.Places._holding

    def watched(own, kind):
        holds = holding(own, kind)
        return lambda segment: seen.append(segment.id) or holds(segment)

    monkeypatch.setattr(places.Places, "_holding", watched)
    return seen


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_looked_at_is_not_looked_at_again(desk, kind, monkeypatch):
    desk.many.set_state([one.id for one in desk.document.segments], SegmentState.REVIEWED)
    desk.places.next(kind, 2)
    seen = looked_at(desk, monkeypatch)
    desk.places.next(kind, 2)
    desk.places.next(kind, 5, -1)
    assert seen == []
    first = desk.document.segments[0].id
    desk.say(first, Bookmark())
    desk.places.next(kind, 2)
    assert seen == [first]


def test_rows_are_looked_at_while_there_is_time(qapp, qtbot, monkeypatch):
    monkeypatch.setattr(places, "AT_OPENING_MS", 0)
    monkeypatch.setattr(places, "FEW", 2)
    desk = Editor()
    desk.open(small_document())
    qtbot.waitUntil(lambda: not desk.places._later.isActive())
    seen = looked_at(desk, monkeypatch)
    for kind in KINDS:
        desk.places.next(kind, 0)
    assert seen == []


def test_another_document_is_known_for_itself(desk):
    first = desk.document.segments[0].id
    desk.say(first, Bookmark())
    assert desk.places.next("bookmarked", 3) == first
    desk.open(small_document())
    assert desk.places.next("bookmarked", 3) == ""
