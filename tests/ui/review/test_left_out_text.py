"""Text outside the article: hidden where there is much of it, and a way to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.review.desk import Desk, make_document
from translation.model.segment import Role
from ui import theme as themes
from ui.review.review_panel import ReviewPanel
from ui.review.segment_filter import MOST_FURNITURE

MENU = [(Role.FURNITURE, f"قائمة {number}", None) for number in range(MOST_FURNITURE + 1)]
ARTICLE = [(Role.HEADLINE, "عنوان الخبر", None), (Role.PARAGRAPH, "قال الوزير نعم", None)]


@pytest.fixture
def page(qapp, qtbot):
    """A desk and a panel over a page with a long menu before its article."""
    themes.load_fonts()
    desk = Desk(make_document([*MENU, *ARTICLE]))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    return desk, panel


def test_much_furniture_is_hidden_until_it_is_asked_for(page):
    _, panel = page
    assert (panel.shown_count(), panel.shows_furniture) == (2, False)
    panel.show_furniture(True)
    assert panel.shown_count() == len(MENU) + 2
    panel.show_furniture(False)
    assert panel.shown_count() == 2


def test_a_little_furniture_is_shown(qapp, qtbot):
    desk = Desk(make_document([*MENU[1:], *ARTICLE]))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    assert (panel.shown_count(), panel.shows_furniture) == (len(MENU) + 1, True)


def test_the_filter_line_finds_it_all_the_same(page):
    _, panel = page
    panel.set_filter("is:furniture")
    assert panel.shown_count() == len(MENU)
    panel.set_filter("قائمة")
    assert panel.shown_count() == 0


def test_what_is_brought_back_is_shown_and_counted(page):
    desk, panel = page
    desk.toggle_furniture(desk.document.segments[0].unit_id)
    assert panel.shown_count() == 3
    assert desk.document.progress.segments == 3
    desk.undo()
    assert desk.document.progress.segments == 2


def test_everything_comes_back_in_one_step(page):
    desk, panel = page
    desk.bring_all_back()
    assert panel.shown_count() == len(MENU) + 2
    assert desk.document.progress.furniture == 0
    desk.undo()
    assert desk.document.progress.furniture == len(MENU)


def test_going_to_a_hidden_line_shows_them(page):
    desk, panel = page
    first = desk.document.segments[0].id
    panel.go_to(first)
    assert desk.active_id == first
    assert panel.shows_furniture
    assert panel.current_id() == first


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_what_would_write_there_says_why_it_does_not(panel, desk, ids, qtbot, key, modifiers):
    panel.go_to(ids[4])
    said = []
    desk.failed.connect(lambda error: said.append(error.reason))
    QTest.keyClick(panel.focusWidget(), key, modifiers)
    assert said == ["left_out"]
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    assert said == ["left_out"], "going on is no writing"
