"""How the table is laid out: chosen in the window by menu, mouse and preferences, and kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings.language_fonts import read_fonts
from app.settings.store import Settings
from app.settings.table import ALL_REFERENCES, ARRANGEMENT, FONTS, LINE_SPACING, SOURCE_SHARE
from tests.ui.review.test_table_look import turn
from tests.ui.window import open_window
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.review.header import ReviewHeader
from ui.review.roles import Column
from ui.review.segment_view import SegmentView
from ui.review.table_look import Arrangement

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, drafted):
    return open_window(qtbot, drafted, Appearance())


@pytest.fixture
def view(window):
    return window.findChild(SegmentView)


def test_the_menu_chooses_an_arrangement_and_it_is_kept(window, view):
    for action, arrangement in (("stacked", "stacked"), ("mirrored", "mirrored")):
        window.actions_[action].trigger()
        assert window.review.look.arrangement == Arrangement(arrangement)
        assert Settings().value(ARRANGEMENT) == arrangement
        checked = [
            name
            for name in ("side_by_side", "mirrored", "stacked")
            if window.actions_[name].isChecked()
        ]
        assert checked == [action]
    assert view.columnViewportPosition(Column.TARGET) < view.columnViewportPosition(Column.SOURCE)
    window.actions_["all_references"].trigger()
    assert window.review.look.all_references
    assert Settings().value(ALL_REFERENCES)


def test_a_new_window_has_what_was_kept(qtbot, drafted):
    settings = Settings()
    settings.keep(ARRANGEMENT, "stacked")
    settings.keep(SOURCE_SHARE, 333)
    made = MainWindow(drafted, Appearance(settings=settings))
    qtbot.addWidget(made, before_close_func=lambda _window: drafted.close(discard=True))
    assert made.review.look.arrangement is Arrangement.STACKED
    assert made.review.look.source_share == 333
    assert made.actions_["stacked"].isChecked()


def test_a_border_that_was_drawn_is_kept_and_made_even_by_the_menu(window, view):
    header = view.findChild(ReviewHeader)
    border = header.sectionViewportPosition(Column.STATE)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(border, 12))
    QTest.mouseMove(header.viewport(), QPoint(border - 90, 12))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(border - 90, 12))
    assert Settings().value(SOURCE_SHARE) == window.review.look.source_share < 490
    window.actions_["even_columns"].trigger()
    assert window.review.look.source_share == 490


def test_the_wheel_changes_the_size_of_one_language_alone(window, view):
    row = view.segment_row(1)
    before = view.texts.source_style(row).font.pixelSize()
    other = view.texts.target_style(row).font.pixelSize()
    turn(view, view.source_cell(1).center(), 240)
    row = view.segment_row(1)
    assert view.texts.source_style(row).font.pixelSize() == before + 2
    assert view.texts.target_style(row).font.pixelSize() == other
    assert read_fonts(Settings().value(FONTS))["ar"].size == before + 2
    turn(view, view.source_cell(1).center(), -240)
    assert Settings().value(FONTS) == ""
    turn(view, view.source_cell(1).center(), -120 * 100)
    assert view.texts.source_style(view.segment_row(1)).font.pixelSize() == 8


def test_wider_lines_make_higher_rows(window, view):
    before = view.rowHeight(1)
    window.appearance.settings.keep(LINE_SPACING, 200)
    assert view.rowHeight(1) > before


def test_the_letters_of_both_sides_are_alike_in_size(view):
    """At the usual size an Arabic letter with teeth is as high as an English one without."""
    from PySide6.QtGui import QFontMetricsF

    row = view.segment_row(1)
    arabic = QFontMetricsF(view.texts.source_style(row).font).tightBoundingRect("مس").height()
    english = QFontMetricsF(view.texts.target_style(row).font).xHeight()
    assert arabic > english


def test_a_word_of_the_source_is_copied_by_two_keys_and_looked_up_by_one(window, drafted, qtbot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "جددت"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CONTROL | SHIFT)
    assert window.filter_field.text() == "جددت"
    qtbot.waitUntil(lambda: window.review.shown_count() == 1)


def test_with_nothing_chosen_it_asks_for_the_words(window, drafted):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, CONTROL | SHIFT)
    assert window.filter_field.isAncestorOf(QApplication.focusWidget()) or (
        QApplication.focusWidget() is window.filter_field
    )


def test_a_choice_in_the_source_is_quoted_for_the_filter(window, drafted, qtbot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, CONTROL)
    window.actions_["filter_by_chosen"].trigger()
    assert window.filter_field.text() == '"الولايات المتحدة" "الشريك الحيوي" للكويت'
    qtbot.waitUntil(lambda: window.review.shown_count() == 1)
