"""The sheet that stands in the window while nothing is open."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton

from app.settings.recent import RecentProject
from app.settings.store import Settings
from app.settings.table import RECENT
from tests.ui.draft_rows import draft_all
from ui import asking, texts
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.review.segment_view import SegmentView
from ui.widgets.welcome import Welcome


@pytest.mark.parametrize("pixels", [13, 26])
def test_the_whole_hint_can_be_read(qtbot, pixels):
    window = QMainWindow()
    qtbot.addWidget(window)
    ways = [QAction(text, window) for text in ("&Open…", "&New from text…", "New from &clipboard")]
    welcome = Welcome(ways)
    window.setCentralWidget(welcome)
    window.setStyleSheet(f"* {{ font-size: {pixels}px; }}")
    window.resize(1100, 700)
    window.show()
    qtbot.waitExposed(window)
    for label in filter(QLabel.isVisible, welcome.findChildren(QLabel)):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
        assert label.height() >= max(needed, label.minimumSizeHint().height())


@pytest.fixture
def settings(qapp):
    return Settings()


@pytest.fixture
def window(qtbot, session, settings):
    appearance = Appearance(settings=settings)
    appearance.apply()
    made = MainWindow(session, appearance)
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


def labels(window) -> list[str]:
    return [label.text() for label in window.welcome.findChildren(QLabel) if label.isVisible()]


def test_pasting_makes_a_document(window, session, qtbot):
    QApplication.clipboard().setText("جملة أولى. جملة ثانية.")
    with qtbot.waitSignal(session.editor.document_replaced):
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier
        )
    assert [s.source for s in session.document.segments] == ["جملة أولى.", "جملة ثانية."]


def test_what_was_open_says_when_and_how_far(window, session, article_file, qtbot):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    path = session.files.path
    draft_all(session)
    session.editor.confirm(session.document.segments[0].id)
    window.actions_["close_document"].trigger()
    qtbot.waitUntil(lambda: len(session.document) == 0)
    shown = labels(window)
    assert "Recent projects" in shown
    assert "25 % confirmed" in shown, "one of four, furniture left out"
    assert texts.clock_time(time.time()) in shown
    button = window.welcome.findChild(QPushButton, "recentProject")
    assert "حوار.ar.txt" in button.text()
    assert "25 % confirmed" in button.accessibleDescription()
    assert QApplication.focusWidget() is button, "yesterday's work is one key away"
    with qtbot.waitSignal(session.editor.document_replaced):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert session.files.path == path


def test_files_are_looked_for_where_the_last_one_lies(
    window, session, article_file, monkeypatch, qtbot
):
    asked = []

    def ask(*given):
        asked.append(given[2])
        return []

    monkeypatch.setattr(asking, "files_to_open", ask)
    window.actions_["open"].trigger()
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    window.actions_["open"].trigger()
    window.actions_["close_document"].trigger()
    qtbot.waitUntil(lambda: len(session.document) == 0)
    window.actions_["open"].trigger()
    assert asked == [Path.home(), article_file.parent, article_file.parent]


def test_a_hundred_is_said_only_of_what_is_done():
    assert RecentProject("a", 1.0, 999, 1000).percent == 99
    assert RecentProject("a", 1.0, 1000, 1000).percent == 100
    assert RecentProject("a").percent is None


@pytest.mark.parametrize(
    "kept",
    [
        '["/a/b.muraji"]',
        '[{"path": "/a/b.muraji"}]',
        '[{"path": "/a/b.muraji", "left": "x", "done": null, "segments": -4}]',
        '[7, null, {"left": 3}, {"path": 4}, "/a/b.muraji"]',
        '[{"path": "/a/b.muraji", "left": 1e308, "done": 1e400}]',
    ],
)
def test_what_earlier_versions_and_hands_wrote_is_read(window, settings, kept):
    settings.keep(RECENT, kept)
    assert [str(path) for path in window.desk.recent.paths] == ["/a/b.muraji"]
    assert any(b.text() == "b" for b in window.welcome.findChildren(QPushButton, "recentProject"))


def test_closing_the_window_notes_how_far_it_is(window, session, article_file, qtbot):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    draft_all(session)
    session.editor.confirm(session.document.segments[1].id)
    window.close()
    [project] = window.desk.recent.projects
    assert (project.done, project.segments) == (1, 4)


def test_work_that_goes_on_is_seen_among_its_neighbours(session, settings, tmp_path, qtbot):
    path = tmp_path / "long.ar.txt"
    path.write_text("\n\n".join(f"الجملة {at}." for at in range(100)), encoding="utf-8")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    session.editor.activate(session.document.segments[59].id)
    project = session.files.path
    session.files.close()
    window = MainWindow(session, Appearance(settings=settings))
    qtbot.addWidget(window, before_close_func=lambda _window: session.close(discard=True))
    window.show()
    qtbot.waitActive(window)
    with qtbot.waitSignal(session.files.opened):
        session.files.open(project)
    assert session.document.row(session.editor.active_id) == 59
    view = window.findChild(SegmentView)
    qtbot.waitUntil(lambda: 57 in view.visible_rows() and 61 in view.visible_rows())
