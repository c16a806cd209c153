"""What a day may bring: the window or its engine killed, others at the same work."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from tests.trial.conftest import ARTICLE
from tests.trial.desk import Desk, Window, descendants, is_alive, until
from tests.trial.work import drafted, on_disk, project_of, work

SLACK = 4.0
"""How many times longer than the slowest key so far a key may take before it counts as lost."""


def engine_of(window: Window) -> int:
    """The process that translates, once it is there."""

    def found() -> int:
        below = descendants(window.pid)
        return next((pid for pid, line in below.items() if "engine-worker" in line), 0)

    return until("the engine", found)


def typed(article: Path) -> str:
    return work(on_disk(article))[0].target or ""


def type_and_wait(window: Window, article: Path, text: str) -> float:
    """Type and return how many seconds it took until that was on the disk."""
    wanted, start = typed(article) + text, time.monotonic()
    window.type(text)
    until(f"{text} on the disk", lambda: typed(article) == wanted)
    return time.monotonic() - start


def test_killed_in_mid_typing_loses_half_a_second_at_most(desk: Desk, own_article: Path):
    with desk.open(own_article) as window:
        engine_of(window)
        slowest = max(type_and_wait(window, own_article, key) for key in "abc")
        keys: list[float] = []
        stop = threading.Event()

        def type_on() -> None:
            while not stop.is_set():
                window.type("x")
                keys.append(time.monotonic())

        typist = threading.Thread(target=type_on)
        typist.start()
        try:
            until("typing", lambda: keys and keys[-1] - keys[0] > SLACK * slowest + 2)
            below = descendants(window.pid)
            sent, killed = list(keys), time.monotonic()
            window.kill()
        finally:
            stop.set()
            typist.join()
    until("no process left behind", lambda: not any(map(is_alive, below)))
    assert below
    with project_of(own_article) as project:
        assert not project.read_only
        kept = (work(project.document)[0].target or "").removeprefix("abc")
    due = sum(moment < killed - 0.5 - SLACK * slowest for moment in sent)
    assert due > 0
    assert set(kept) == {"x"}
    assert due <= len(kept) <= len(keys)
    with desk.open(own_article) as window:
        window.press("ctrl+End")
        type_and_wait(window, own_article, "y")
        window.close()


def test_a_killed_engine_is_started_again_and_finishes(desk: Desk, tmp_path: Path):
    article = tmp_path / "long.ar.txt"
    article.write_text("\n".join(f"{n}\n{ARTICLE}" for n in range(30)), encoding="utf-8")
    with desk.open(article) as window:
        first = engine_of(window)
        os.kill(first, signal.SIGSTOP)  # so that it has all the work before it when it dies
        window.press("F5")
        assert len(on_disk(article).drafts) == 0
        os.kill(first, signal.SIGKILL)
        until("another engine", lambda: engine_of(window) not in (0, first))
        until("some drafts", lambda: len(on_disk(article).drafts) > 0)
        os.kill(engine_of(window), signal.SIGKILL)
        until("every draft", lambda: drafted(article))
        last = engine_of(window)
        window.close()
    until("the end of the engine", lambda: not is_alive(last))


def test_a_second_window_may_only_read(desk: Desk, own_article: Path):
    with desk.open(own_article) as first:
        type_and_wait(first, own_article, "a")
        with desk.open(own_article) as second:
            second.type("b")
            second.press("ctrl+Return", "ctrl+shift+Delete")
            second.press("ctrl+e")
            second.wait_for("Export")  # every key before has been heard by now
            assert typed(own_article) == "a"
            second.press("Escape")
            second.wait_for(own_article.name)
            second.close()
        until("the first window's keyboard", first.has_keyboard)
        type_and_wait(first, own_article, "c")
        first.close()
    assert typed(own_article) == "ac"


def test_others_may_read_what_a_dialog_of_the_window_has_listed(desk: Desk, own_article: Path):
    """A dialog opens and closes what it lists, and with that the window's locks are gone."""
    with desk.open(own_article) as window:
        type_and_wait(window, own_article, "a")
        window.press("ctrl+o")
        window.wait_for("Open")
        desk.settle()
        window.press("Escape")
        window.wait_for(own_article.name)
        for key in "bcdefghijk":
            type_and_wait(window, own_article, key)
        window.close()
    assert typed(own_article) == "abcdefghijk"
