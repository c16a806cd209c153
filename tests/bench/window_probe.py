"""A window of the real program in a process of its own, measured: ``FILE STARTED [words]``.

Prints one JSON object of figures: milliseconds, and MB for "memory". STARTED is the time
(seconds since 1970) at which the parent started this process. Of the words, "edit" works in
the window, "rest" waits for the program to come to rest, "ten" makes the checks ten times as
dear.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tests.bench.pulse import Pulse
from translation.model.segment import SegmentState

BUSY_SHARE = 0.1
"""Less than this part of one processor is as good as idle."""
LOOK_SECONDS = 1.0
STEPS = 60
KEYS = 300
REST = 0.025
"""Seconds that a fast hand rests between two keys."""


def main(argv: list[str]) -> None:
    """Open the file, wait until it can be worked on, and measure."""
    file, started, edit = Path(argv[0]), float(argv[1]), "edit" in argv[2:]
    from ui.display import DisplayProbe

    probe = DisplayProbe()
    from PySide6.QtCore import QEventLoop

    from app.background.garbage import GarbageOnGuiThread
    from app.composition import program_services
    from app.session import Session
    from ui import application
    from ui.appearance import Appearance
    from ui.main_window import MainWindow

    probe.problem()
    app = application.make_application(sys.argv[:1])
    garbage = GarbageOnGuiThread(app)
    services = program_services()
    if "ten" in argv[2:]:
        from tests.bench import tenfold

        checks = {"make_finder": tenfold.make_finder, "check_apart": tenfold.check_apart}
        services = replace(services, **checks)
    session = Session(services)
    session.editor.document_replaced.connect(garbage.keep_document)
    appearance = Appearance(app)
    appearance.apply()
    window = MainWindow(session, appearance)
    window.show()
    figures: dict[str, float] = {"window": (time.time() - started) * 1000}
    asked = time.perf_counter()
    waiting = QEventLoop()
    session.editor.document_replaced.connect(waiting.quit)
    session.files.open(file)
    waiting.exec()
    painted(window)
    figures["open"] = (time.perf_counter() - asked) * 1000
    figures["usable"] = (time.time() - started) * 1000
    figures["memory"] = memory()
    figures["machine"] = waited()
    if "rest" in argv[2:]:
        figures |= resting(app)
    if edit:
        hand = Hand(app, window)
        figures |= hand.busy()
        figures |= hand.measure()
        figures["memory after"] = memory()
    print(json.dumps(figures))
    window.hide()
    session.close()
    garbage.stop()


def memory() -> float:
    """Return the most memory this process has held, in MB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not ru_maxrss: on Linux that counts what the parent held when it started this process.
        for line in status.read_text(encoding="utf-8").splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def waited() -> float:
    """Return how often longer than its processor time a calculation took: 1 where all is quiet."""
    since, used = time.perf_counter(), time.thread_time()
    sum(n * n for n in range(1_000_000))
    return (time.perf_counter() - since) / (time.thread_time() - used)


def processor_time() -> float:
    """Return the seconds of processor time of this process and of those it started."""
    total = 0.0
    tick = os.sysconf("SC_CLK_TCK")
    for process in [os.getpid(), *children(os.getpid())]:
        with suppress(OSError):
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15])) / tick
    return total


def children(process: int) -> list[int]:
    """Return the processes that a process started and that still are."""
    found = []
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        found += [int(number) for number in listed.read_text().split()]
    return found


def resting(app) -> dict[str, float]:
    """Return how many seconds after opening nothing goes on any more, and the work till then."""
    opened, begun = time.perf_counter(), processor_time()
    last = opened
    end = opened + 120
    while time.perf_counter() < min(end, last + 4):
        since, spent = time.perf_counter(), processor_time()
        while time.perf_counter() < since + LOOK_SECONDS:
            app.processEvents()
            time.sleep(0.005)
        if processor_time() - spent > BUSY_SHARE * LOOK_SECONDS:
            last = time.perf_counter()
    return {"rest": last - opened, "rest cpu": processor_time() - begun}


def painted(window) -> None:
    """Paint what is waiting to be painted."""
    from PySide6.QtWidgets import QApplication

    QApplication.sendPostedEvents()
    window.review.repaint()


def settle(app) -> None:
    """Wait until this process is as good as idle; checks of long documents go on for minutes."""
    quiet, end = False, time.perf_counter() + 120
    while not quiet and time.perf_counter() < end:
        since, spent = time.perf_counter(), time.process_time()
        while time.perf_counter() < since + LOOK_SECONDS:
            app.processEvents()
            time.sleep(0.005)
        quiet = time.process_time() - spent < BUSY_SHARE * LOOK_SECONDS


class Hand:
    """Works in the window as a reviewer does and times what is seen."""

    def __init__(self, app, window) -> None:
        from ui.review.segment_editor import SegmentEditor
        from ui.review.segment_view import SegmentView

        self.app, self.window, self.session = app, window, window.session
        self.review = window.review
        self.view = window.findChild(SegmentView)
        self.editor = window.findChild(SegmentEditor)
        self.chance = random.Random(1)
        self.pulse = Pulse()

    def busy(self) -> dict[str, float]:
        """Return what keys take a moment after opening: checks, spelling and a search go on."""
        self.window.find_bar.open()
        self.window.find_bar.words.setText("mayor")
        self.go(len(self.session.document) // 3)
        self.review.focus_editor()
        self.pulse.begin()
        figures = self.series("key busy", self.slow_key, KEYS)
        figures |= self.pulse.end("busy")
        self.window.find_bar.close_bar()
        return figures

    def many(self) -> dict[str, float]:
        """Return how long all rows take to be put into a state and back, and a frame of it."""
        self.review.chosen.choose_all()
        ids = self.review.chosen.ids()
        self.pulse.begin()
        self.session.editor.many.set_state(ids, SegmentState.REVIEWED)
        self.app.processEvents()
        figures = self.pulse.end("state of all")
        self.pulse.begin()
        self.session.editor.undo()
        self.app.processEvents()
        return figures | self.pulse.end("state of all undone")

    def resizes(self) -> dict[str, float]:
        """Return what a drag at the window's corner costs for each step."""
        width, height = self.window.width(), self.window.height()
        sizes = iter([(width + 12 * n % 240, height + 7 * n % 120) for n in range(STEPS)])
        return self.series("resize", lambda: self.window.resize(*next(sizes)), STEPS)

    def measure(self) -> dict[str, float]:
        """Return medians, the worst, for keys the 99th of 100, and the processor's share."""
        settle(self.app)
        found = self.series("jump", self.jump, STEPS) | self.series("scroll", self.scroll, STEPS)
        self.go(len(self.session.document) // 2)
        found |= self.series("key", self.key, KEYS)
        found |= self.series("confirm", self.review.confirm_and_next, STEPS)
        return found | self.resizes() | self.filters() | self.finds() | self.many()

    def series(self, name: str, work, times: int) -> dict[str, float]:
        before = time.thread_time()
        took = sorted(self.timed(work) for _ in range(times))
        spent = (time.thread_time() - before) * 1000 / times
        return {
            name: took[times // 2],
            f"{name} p99": took[times * 99 // 100],
            f"{name} worst": took[-1],
            f"{name} cpu": spent,
        }

    def timed(self, work) -> float:
        """Return the milliseconds from an event until all it changed is painted."""
        self.since = time.perf_counter()
        work()
        self.app.sendPostedEvents()  # what is to be painted is painted here
        self.app.processEvents()
        return (time.perf_counter() - self.since) * 1000

    def go(self, row: int) -> None:
        self.review.go_to(self.session.document.segments[row].id)

    def jump(self) -> None:
        self.go(self.chance.randrange(len(self.session.document)))

    def scroll(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self.chance.choice((-1, 1)) * 120)

    def key(self) -> None:
        from PySide6.QtTest import QTest

        QTest.keyClick(self.editor, self.chance.choice("etaoin shrdlu"))

    def slow_key(self) -> None:
        """Press a key as a fast typist does, who rests a fortieth of a second after it."""
        end = time.perf_counter() + REST
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.001)
        self.since = time.perf_counter()
        self.key()

    def filters(self) -> dict[str, float]:
        figures = {}
        for name, line in (("first", "الخط"), ("later", "mayor"), ("state", "state:confirmed")):
            figures[f"filter {name}"] = self.timed(lambda line=line: self.review.set_filter(line))
        self.review.set_filter("")
        return figures

    def finds(self) -> dict[str, float]:
        """Return the times of finding and replacing, and how long no key would be heard."""
        bar = self.window.find_bar
        bar.open(replacing=True)
        bar.template.setText("20th")
        figures = self.found("find", "twentieth")
        self.review.focus_editor()
        figures |= self.series("key found", self.key, KEYS)
        figures["replace all"] = self.timed(bar.replace_all)
        bar.open()
        figures |= self.found("find Arabic", "الخط الجديدة")
        bar.options.expression.setChecked(True)
        figures |= self.found("find expression", r"may\w+ (\d+)")
        bar.close_bar()
        return figures

    def found(self, name: str, words: str) -> dict[str, float]:
        finder, start = self.session.finder, time.perf_counter()
        turns = [self.timed(lambda: self.window.find_bar.words.setText(words))]
        first = turns[0] if finder.hits else 0.0
        while not finder.is_done:
            turns.append(self.timed(lambda: None))
            if finder.hits and not first:
                first = (time.perf_counter() - start) * 1000
        whole = (time.perf_counter() - start) * 1000
        return {f"{name} first": first, f"{name} all": whole, f"{name} turn": max(turns)}


if __name__ == "__main__":
    main(sys.argv[1:])
