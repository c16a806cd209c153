"""Things that are done once, a moment after they were asked for."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QObject

from app.background import hands, slices, soon
from app.background.slices import Slices
from app.background.soon import Soon
from app.editing.editor import Editor
from translation.work.documents import document_from_text


@pytest.fixture
def runs():
    return []


@pytest.fixture
def parent(qapp):
    return QObject()


def test_it_runs_once_however_often_it_is_asked(qtbot, parent, runs):
    waiting = Soon(parent, lambda: runs.append(1))
    for _again in range(3):
        waiting.ask("what a signal tells")
        waiting.again("what a signal tells")
    assert not runs
    qtbot.waitUntil(lambda: bool(runs))
    assert runs == [1]
    assert not waiting.isActive()


def test_who_asks_meanwhile_does_not_put_it_off(parent, runs, monkeypatch):
    waiting = Soon(parent, lambda: runs.append(1), 60_000)
    begun = []
    monkeypatch.setattr(waiting, "start", begun.append)
    waiting.ask()
    monkeypatch.setattr(waiting, "isActive", lambda: True)
    waiting.ask()
    assert begun == [60_000]
    waiting.again()
    assert begun == [60_000, 60_000]


def test_what_takes_long_is_done_more_seldom(parent, runs, monkeypatch):
    times = iter((10.0, 10.5))
    monkeypatch.setattr(soon.time, "perf_counter", lambda: next(times))
    waiting = Soon(parent, lambda: runs.append(1), 300, sparing=10)
    waiting.ask()
    assert waiting.interval() == 300
    waiting.began()
    assert not waiting.isActive()
    waiting.ended()
    waiting.ask()
    assert waiting.interval() == 5000


class TestUnhurried:
    """What nobody waits for is done when the hands rest."""

    @pytest.fixture
    def clock(self, monkeypatch):
        clock = [100.0]
        monkeypatch.setattr(hands.time, "monotonic", lambda: clock[0])
        hands.HANDS.served()
        hands.HANDS.move()
        return clock

    def test_it_waits_for_the_hands(self, parent, runs, clock):
        waiting = Soon(parent, lambda: runs.append(1), unhurried=True)
        clock[0] += hands.REST_SECONDS / 2
        waiting.timeout.emit()
        assert not runs
        assert waiting.interval() == math.ceil(1000 * hands.REST_SECONDS / 2)
        clock[0] += hands.REST_SECONDS
        waiting.timeout.emit()
        assert runs == [1]

    def test_what_somebody_waits_for_does_not(self, parent, runs, clock):
        Soon(parent, lambda: runs.append(1)).timeout.emit()
        assert runs == [1]

    def test_no_two_run_in_one_turn(self, parent, runs, clock):
        clock[0] += 2 * hands.REST_SECONDS
        first, second = (Soon(parent, lambda: runs.append(1), unhurried=True) for _ in range(2))
        first.timeout.emit()
        second.timeout.emit()
        assert runs == [1]
        assert second.isActive()
        clock[0] += 2 * hands.APART_SECONDS
        second.timeout.emit()
        assert runs == [1, 1]

    def test_slices_wait_after_the_first(self, parent, runs, clock, monkeypatch):
        monkeypatch.setattr(slices, "SLICE_SECONDS", -1.0)
        work = Slices(parent, lambda: len(runs) < 2 and not runs.append(1))
        work.go_on()
        work.timeout.emit()
        assert runs == [1]
        clock[0] += 2 * hands.REST_SECONDS
        work.timeout.emit()
        assert runs == [1, 1]

    def test_typing_and_going_move_them(self, clock):
        document = document_from_text("Eins.\nZwei.", "two.txt").document
        editor = Editor()
        editor.open(document)
        for work in (
            lambda: editor.type_text(document.segments[0].id, "One", 0, 3),
            lambda: editor.activate(document.segments[1].id),
            lambda: editor.note_caret(2),
        ):
            clock[0] += 2 * hands.REST_SECONDS
            assert not hands.HANDS.left
            work()
            assert hands.HANDS.left == pytest.approx(hands.REST_SECONDS)
