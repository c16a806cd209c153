"""A web page in the window: its article, and a way to all else on it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.review.segment_filter import MOST_FURNITURE

PARAGRAPH = "<p>" + "هذه فقرة من نص الخبر، وفيها كلام كثير عن أمور شتى يعرفها القارئ. " * 4 + "</p>"
MENU = "".join(f"<li><a href=/{n}>القسم {n}</a></li>" for n in range(MOST_FURNITURE + 1))
PAGE = f"<html dir=rtl lang=ar><nav><ul>{MENU}</ul></nav><h1>عنوان الخبر</h1>{PARAGRAPH * 3}</html>"


@pytest.fixture
def window(qtbot, session, tmp_path):
    """The window with a web page open whose menu is long."""
    made = MainWindow(session, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    with qtbot.waitSignals([session.editor.document_replaced, session.noticed]):
        session.files.open(path)
    return made


def shown(window):
    return window.review.shown_count()


def test_the_article_is_shown_and_the_rest_is_told_of(window, session):
    everything = len(session.document)
    assert shown(window) == everything - session.document.progress.furniture
    assert not window.actions_["left_out_text"].isChecked()
    said = " ".join(label.text() for label in window.messages.findChildren(QLabel))
    assert f"{MOST_FURNITURE + 1} texts outside the article" in said
    assert "Ctrl+Shift+X" in said


def test_the_view_menu_shows_what_is_left_out(window, session):
    action = window.actions_["left_out_text"]
    action.trigger()
    assert (shown(window), action.isChecked()) == (len(session.document), True)
    action.trigger()
    assert action.isChecked() is False
    assert shown(window) < len(session.document)


def test_the_whole_page_comes_back_in_one_step(window, session):
    window.actions_["all_furniture"].trigger()
    assert shown(window) == len(session.document) == session.document.progress.segments
    window.actions_["undo"].trigger()
    assert session.document.progress.furniture == MOST_FURNITURE + 1
