"""Cycles are freed on the GUI thread, whatever makes new objects meanwhile."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from app.background import garbage
from app.background.garbage import GarbageOnGuiThread
from app.background.hands import Hands


class Ring:
    """A cycle with one of Qt's objects in it that says where it was freed."""

    freed_on: list[threading.Thread] = []  # noqa: RUF012 - shared by the rings of one test

    def __init__(self):
        self.itself = self
        self.object = QObject()

    def __del__(self):
        self.freed_on.append(threading.current_thread())


@pytest.fixture
def collector(qapp, monkeypatch):
    monkeypatch.setattr(garbage, "INTERVAL", 5)
    Ring.freed_on.clear()
    gc.enable()
    collector = GarbageOnGuiThread()
    yield collector
    collector.stop()
    gc.disable()


def make_many(kept):
    kept.extend([number] for number in range(20_000))


def test_a_worker_frees_no_cycles(collector, qtbot):
    for _ in range(50):
        Ring()
    kept = []
    worker = threading.Thread(target=make_many, args=[kept])
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(Ring.freed_on) == 50)
    assert set(Ring.freed_on) == {threading.main_thread()}


def test_without_it_a_worker_would(collector):
    collector.stop()
    gc.collect()  # what others left would have Python search in this thread at once
    for _ in range(50):
        Ring()
    kept = []
    worker = threading.Thread(target=make_many, args=[kept])
    worker.start()
    worker.join()
    assert worker in Ring.freed_on


def test_an_open_document_is_not_searched(collector):
    document = [[number] for number in range(1000)]
    collector.keep_document()
    assert gc.get_freeze_count() > len(document)
    collector.stop()
    assert gc.get_freeze_count() == 0


def test_it_waits_while_somebody_types(collector, monkeypatch):
    monkeypatch.setattr(garbage, "HANDS", Hands())
    garbage.HANDS.move()
    Ring()
    kept = []
    make_many(kept)
    collector.look()
    assert not Ring.freed_on
    monkeypatch.setattr(garbage, "HANDS", Hands())
    collector.look()
    assert len(Ring.freed_on) == 1
