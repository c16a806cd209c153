"""Who goes first at the interpreter."""

from __future__ import annotations

import threading

from app.background import right_of_way
from app.background.right_of_way import RightOfWay


def test_a_thread_waits_while_somebody_goes_first(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 60.0)
    way, passed = RightOfWay(), []
    thread = threading.Thread(target=lambda: passed.append(way.give()))
    with way.taken():
        thread.start()
        thread.join(0.05)
        assert not passed
    thread.join()
    assert passed
    way.give()  # nobody goes first any more


def test_it_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 0.01)
    way = RightOfWay()
    with way.taken():
        way.give()


def test_a_step_over_many_goes_first_to_its_end(opened):
    waited = []

    def look(change):
        waited.append((change.more, opened.editor.right_of_way.is_taken))

    opened.editor.changed.connect(look)
    opened.editor.many.copy_sources([segment.id for segment in opened.document.segments])
    assert waited
    assert all(taken for _more, taken in waited)
    assert not opened.editor.right_of_way.is_taken
