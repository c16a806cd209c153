"""Things that are done once, a moment after they were asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from app.background import soon
from app.background.soon import Soon


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
