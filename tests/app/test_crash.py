"""Unexpected errors: saved, logged without the document's text, told once, reported on request."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qWarning

from app.crash import crash
from translation.errors import ExportError
from translation.store import ProjectFile
from translation.system import preferences

SECRET = "classified-sentence"


class Unforeseen(Exception):
    """An error nobody expected."""


@pytest.fixture
def shown():
    return []


@pytest.fixture
def watch(opened, shown):
    watch = crash.install(opened, shown.append)
    yield watch
    watch.end()


def log():
    return (preferences.log_folder() / crash.LOG_NAME).read_text("utf-8")


def fail():
    raise Unforeseen(SECRET)


def test_an_error_in_a_slot_is_told_once_after_saving(watch, opened, shown, qtbot):
    first = opened.document.segments[0].id
    opened.editor.type_text(first, SECRET, 0, len(SECRET))
    for _ in range(3):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: log().count("Unforeseen") == 3)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].saved
    assert shown[0].kind == "Unforeseen"
    path = opened.files.path
    opened.close()
    project = ProjectFile.open(path)
    assert project.document.segments[0].target == SECRET
    project.close()


def test_an_error_in_a_thread_is_told_too(watch, shown, qtbot):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 1)


def test_no_text_of_the_document_unless_ticked(watch, opened, shown, qtbot, tmp_path):
    first = opened.document.segments[0].id
    opened.editor.type_text(first, SECRET, 0, len(SECRET))
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "fail" in log()
    assert SECRET not in log()
    report = tmp_path / "report.txt"
    shown[0].write(report)
    text = report.read_text("utf-8")
    assert "Unforeseen" in text
    assert "test_crash.py" in text
    assert SECRET not in text
    shown[0].write(report, include_text=True)
    assert report.read_text("utf-8").count(SECRET) >= 2


def test_a_report_that_cannot_be_written_says_why(watch, shown, qtbot, tmp_path):
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(shown) == 1)
    with pytest.raises(ExportError):
        shown[0].write(tmp_path / "nowhere" / "report.txt")


def test_messages_of_qt_go_into_the_log(watch):
    qWarning("a message of Qt")
    assert "a message of Qt" in log()


def test_without_a_place_for_the_log_the_program_runs(opened, shown, monkeypatch, tmp_path, capsys):
    (tmp_path / "file").touch()
    monkeypatch.setattr(preferences, "log_folder", lambda: tmp_path / "file" / "log")
    watch = crash.install(opened, shown.append)
    watch.end()
    assert "no log" in capsys.readouterr().err


def test_the_hooks_are_put_back(opened, shown):
    before = sys.excepthook, threading.excepthook
    crash.install(opened, shown.append).end()
    assert (sys.excepthook, threading.excepthook) == before
