"""Effort in the real window: nothing before consent, then keys by kind, and all can be deleted."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.files.autosave import Autosave
from app.settings.preferring import Preferring
from app.settings.store import Settings
from app.settings.table import EFFORT
from translation.model.effort import KEPT
from ui import asking
from ui.appearance import Appearance
from ui.dialogs.effort import EffortDialog
from ui.dialogs.report import ReportDialog
from ui.main_window import MainWindow


class Clock:
    """Seconds that go by only when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settings(qapp):
    return Settings()


@pytest.fixture
def clock(opened):
    clock = Clock()
    opened.effort._clock = clock
    return clock


@pytest.fixture
def window(qapp, opened, settings, clock, qtbot):
    Preferring(settings, opened)
    window = MainWindow(opened, Appearance(qapp, settings))
    window.show()
    qtbot.waitExposed(window)
    window.review.focus_editor()
    yield window
    window.close()


def asked(window) -> EffortDialog:
    window.actions_["effort"].trigger()
    (dialog,) = (one for one in window.findChildren(EffortDialog) if one.isVisible())
    return dialog


def typed(window, clock) -> None:
    """Write three letters, a pause before the last, delete one, move, and run a command."""
    editor = window.review.active.editor
    for character, wait in (("a", 0.1), ("b", 0.1), ("c", 2.0)):
        clock.now += wait
        QTest.keyClick(editor, character)
    clock.now += 0.1
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    clock.now += 0.1
    QTest.keyClick(editor, Qt.Key.Key_Left)
    clock.now += 0.1
    window.actions_["undo"].trigger()


def test_nothing_is_counted_unasked(window, opened, settings, clock):
    assert not settings.value(EFFORT)
    typed(window, clock)
    assert not opened.effort.efforts
    opened.effort.close()
    assert isinstance(opened.autosave, Autosave)
    assert not opened.autosave.get_meta(KEPT)


def test_keys_and_time_are_counted_by_kind(window, opened, clock):
    dialog = asked(window)
    assert "Which keys you pressed is not kept" in "".join(
        label.text() for label in dialog.findChildren(type(dialog._told))
    )
    dialog.switch.click()
    dialog.close()
    first = opened.editor.active_id
    typed(window, clock)
    found = opened.effort.efforts[first]
    assert (found.writing, found.deleting, found.moving, found.command) == (3, 1, 1, 1)
    assert found.pauses == 1
    assert found.pause_seconds == pytest.approx(2.0)
    assert found.seconds == pytest.approx(2.5)
    opened.effort.rest()
    clock.now += 3600
    assert opened.effort.efforts[first].seconds == pytest.approx(2.5)
    window.review.go_to(opened.document.segments[1].id)
    assert opened.effort.efforts[first].visits == 1


def test_idle_time_is_cut(window, opened, settings, clock):
    settings.keep(EFFORT, True)
    first = opened.editor.active_id
    clock.now += 100_000
    words = len(opened.document.segment(first).source.split())
    assert opened.effort.efforts[first].seconds == 30 * words


def test_it_is_kept_in_the_project_and_can_be_deleted(
    window, opened, settings, clock, tmp_path, qtbot, monkeypatch
):
    settings.keep(EFFORT, True)
    typed(window, clock)
    window.review.go_to(opened.document.segments[1].id)
    dialog = asked(window)
    assert "wrote: 3, deleted: 1, moved: 1; commands given: 2." in dialog.said
    path = tmp_path / "e.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path), ""))
    with qtbot.waitSignal(opened.reporting.noticed):
        dialog._save.click()
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[0]["writing"] == "3"
    assert rows[0]["seconds"] == "2.5"
    opened.effort._keep()
    assert opened.autosave.get_meta(KEPT)
    monkeypatch.setattr(asking, "ask", lambda *a: True)
    dialog._delete.click()
    assert opened.autosave.get_meta(KEPT) == {}
    assert not settings.value(EFFORT) or not any(one.keys for one in opened.effort.efforts.values())


def test_the_report_tells_of_it_only_when_asked(
    window, opened, settings, clock, tmp_path, qtbot, monkeypatch
):
    settings.keep(EFFORT, True)
    typed(window, clock)
    window.review.go_to(opened.document.segments[1].id)
    opened.effort._keep()
    for told in (False, True):
        window.actions_["report"].trigger()
        (dialog,) = (one for one in window.findChildren(ReportDialog) if one.isVisible())
        dialog.kind.setCurrentIndex(dialog.kind.findData(".html"))
        assert dialog.with_effort.isVisible()
        dialog.with_effort.setChecked(told)
        path = tmp_path / f"{told}.html"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, p=path, **k: (str(p), ""))
        with qtbot.waitSignal(opened.reporting.noticed, timeout=60_000):
            dialog.accept()
        assert ("Keys and commands" in path.read_text("utf-8")) is told
