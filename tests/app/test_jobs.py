"""Jobs off the GUI thread: how they end, and that nothing comes after they were given up."""

from __future__ import annotations

import threading

import pytest

from app.background.job_board import JobBoard
from app.engine.translating import TRANSLATE
from app.engine.work import INSTALL
from app.files.exporting import EXPORT
from app.state import Job
from translation.errors import ExportError

KIND = EXPORT


@pytest.fixture
def board(qapp):
    board = JobBoard()
    yield board
    board.close()


def test_the_result_comes_in_the_gui_thread(board, qtbot):
    threads = []
    board.start(
        Job(KIND),
        lambda token, report: threads.append(threading.current_thread()),
        lambda _: threads.append(threading.current_thread()),
    )
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()
    assert board.current is None


def test_an_expected_error_is_told(board, qtbot):
    def work(token, report):
        raise ExportError("disk_full", file="x")

    with qtbot.waitSignal(board.failed) as failed:
        board.start(Job(KIND), work, pytest.fail)
    assert failed.args[0].reason == "disk_full"
    assert board.current is None


def test_progress_is_shown(board, qtbot):
    go = threading.Event()

    def work(token, report):
        report(1, 2)
        go.wait(10)

    board.start(Job(KIND), work, lambda _: None)
    qtbot.waitUntil(lambda: (board.current.done, board.current.total) == (1, 2))
    go.set()
    qtbot.waitUntil(lambda: board.current is None)


def test_a_cancelled_job_is_off_at_once_and_never_heard_of(board, qtbot):
    go, ended = threading.Event(), threading.Event()
    dropped = []

    def work(token, report):
        go.wait(10)
        ended.set()
        return "late"

    board.start(Job(KIND), work, pytest.fail, dropped.append)
    board.cancel()
    assert board.current is None
    go.set()
    assert ended.wait(10)
    qtbot.waitUntil(lambda: dropped == ["late"])


def test_work_that_reports_ends_when_it_is_given_up(board, qtbot):
    began, over = threading.Event(), threading.Event()

    def work(token, report):
        began.set()
        try:
            while True:
                report(0, 0)
        finally:
            over.set()

    board.start(Job(KIND), work, pytest.fail)
    assert began.wait(10)
    board.cancel()
    assert over.wait(10)


def test_closing_closes_what_was_made_for_nobody(qapp):
    board = JobBoard()
    dropped = []
    done = threading.Event()

    def work(token, report):
        done.set()
        return "made"

    board.start(Job(KIND, cancellable=False), work, pytest.fail, dropped.append)
    assert done.wait(10)
    board.close()
    assert dropped == ["made"]
    assert board.current is None


def test_what_cannot_be_given_up_is_waited_for(board, qtbot):
    go = threading.Event()
    results = []
    board.start(Job(KIND, cancellable=False), lambda token, report: go.wait(10), results.append)
    with qtbot.waitSignal(board.failed) as failed:
        board.start(Job(KIND), lambda token, report: None, pytest.fail)
    assert failed.args[0].reason == "busy"
    go.set()
    qtbot.waitUntil(lambda: results == [True])


def test_the_job_begun_last_is_shown_and_cancelled(board):
    cancelled = []
    board.begin(Job(TRANSLATE), lambda: cancelled.append("translate"))
    board.begin(Job(INSTALL), lambda: cancelled.append("install"))
    board.cancel()
    assert cancelled == ["install"]
    assert board.current.kind is TRANSLATE
