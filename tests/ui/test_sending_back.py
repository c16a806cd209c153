"""A reviewer's pass in the window: what was changed or rejected is one filter away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.editing.grounds import Against, WorkRole
from tests.ui.draft_rows import draft_all
from translation.work.sending_back import changed_only
from ui.appearance import Appearance
from ui.dialogs.go_to import GoToDialog
from ui.main_window import MainWindow
from ui.review.filter_query import parse

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, opened):
    """Everything is confirmed by the translator; a reviewer sits down."""
    draft_all(opened)
    editor, document = opened.editor, opened.document
    here = [one.id for one in document.segments if not document.is_furniture(one)]
    editor.mend(here[2], "Of the translator's own")
    editor.many.confirm(here)
    made = MainWindow(opened, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _w: opened.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    editor.grounds.take(WorkRole.REVIEWER, Against.TRANSLATOR)
    made.review.go_to(here[0])
    made.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


@pytest.fixture
def shown(window, qtbot):
    """What a filter line shows."""

    def show(line):
        window.filter_field.setText(line)
        qtbot.waitUntil(lambda: window.review.query == parse(line))
        return window.review.shown_ids()

    return show


def expected(window, *, since_translator):
    found = changed_only(window.session.document, since_translator=since_translator)
    return tuple(segment.id for segment in found.segments)


def test_one_filter_shows_what_is_sent_back(window, shown):
    here = [segment.id for segment in window.session.document.segments]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(QApplication.focusWidget(), " indeed")
    window.session.editor.many.reject([here[1]], "Too long")
    assert shown("is:changed") == (here[0],)
    assert shown("is:rejected") == (here[1],)
    assert shown("is:to-send-back") == (here[0], here[1])
    assert expected(window, since_translator=True) == (here[0], here[1])


def test_it_goes_by_what_changes_are_shown_against(window, shown):
    here = [segment.id for segment in window.session.document.segments]
    assert shown("is:to-send-back") == ()
    window.session.editor.grounds.take(WorkRole.REVIEWER, Against.DRAFT)
    assert window.review.shown_ids() == (here[2],)
    assert expected(window, since_translator=False) == (here[2],)
    window.actions_["next_changed"].trigger()
    assert window.session.editor.active_id == here[2]


@pytest.mark.parametrize("format_id", ["html-changes", "html-sides"])
def test_the_rows_that_are_sent_back_have_the_numbers_of_the_window(
    window, qtbot, tmp_path, format_id
):
    """Who reads “segment 3” there, and goes to 3 here, is at the same segment."""
    session = window.session
    rejected = session.document.segments[2]
    session.editor.many.reject([rejected.id], "Too long")
    path = tmp_path / "back.html"
    session.files.export_changed(path, format_id, since_translator=True)
    qtbot.waitUntil(path.exists)
    page = path.read_text("utf-8")
    numbers = [line.partition("<")[0] for line in page.split('<td class="number">')[1:]]
    assert numbers == ["3"]
    window.actions_["go_to"].trigger()
    dialog = window.findChild(GoToDialog)
    dialog.number.setValue(int(numbers[0]))
    dialog.accept()
    assert session.editor.active_id == rejected.id
