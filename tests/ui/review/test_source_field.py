"""The source of the active row: chosen by mouse and keys, copied, looked up, a place to split."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.review.desk import Desk, make_document
from translation.model.segment import Role
from ui import theme as themes
from ui.review.review_panel import ReviewPanel
from ui.review.source_field import SourceField

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def source(panel):
    return panel.findChild(SourceField)


def place_of(view, row, word):
    """Return where a word of a source stands, in the viewport's terms."""
    shown = view.segment_row(row)
    area = view.delegate.source_area(view.source_cell(row), shown)
    laid = view.texts.source(shown, area.width())
    at = laid.text.index(word) + 1
    return area.topLeft() + laid.caret_rect(at).center()


def copied(qtbot, field):
    QApplication.clipboard().clear()
    qtbot.keyClick(field, Key.Key_C, CONTROL)
    return QApplication.clipboard().text()


class TestMouse:
    def test_a_double_click_chooses_a_word_of_any_row(self, qtbot, desk, ids, view, source):
        place = place_of(view, 3, "التعاون")
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
        assert desk.active_id == ids[3]
        inside = source.viewport().mapFrom(view.viewport(), place)
        qtbot.mouseDClick(source.viewport(), LEFT, pos=inside)
        assert copied(qtbot, source) == "التعاون"
        qtbot.mousePress(source.viewport(), LEFT, pos=inside)
        assert copied(qtbot, source) == "وأضاف أن التعاون مستمر"

    def test_drawing_over_another_row_chooses_in_it(self, qtbot, desk, ids, view, source):
        start, end = place_of(view, 3, "وأضاف"), place_of(view, 3, "مستمر")
        qtbot.mousePress(view.viewport(), LEFT, pos=start)
        # The mouse belongs to the table until it is let go.
        qtbot.mouseMove(view.viewport(), pos=end)
        view.drawn.emit(view.viewport().mapToGlobal(end))
        qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
        assert desk.active_id == ids[3]
        assert source.hasFocus()
        assert "أن التعاون" in source.chosen
        assert source.chosen in "وأضاف أن التعاون مستمر"

    def test_a_date_is_copied_without_its_isolates(self, qtbot, view, source):
        qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, 1, "January"))
        qtbot.keyClick(source, Key.Key_A, CONTROL)
        assert copied(qtbot, source) == "31 January 2022 الدولية"

    def test_codes_are_copied_for_the_translation_alone(self, qtbot, ids, panel, view, source):
        panel.go_to(ids[2])
        qtbot.mouseClick(view.viewport(), LEFT, pos=place_of(view, 2, "الكويت"))
        qtbot.keyClick(source, Key.Key_A, CONTROL)
        assert copied(qtbot, source) == "جددت الكويت التزامها"
        assert source.chosen == "جددت \ue000الكويت\ue001 التزامها"


class TestKeys:
    def test_two_keys_copy_the_word_beside_the_caret(self, qtbot, ids, panel, editor, source):
        panel.go_to(ids[5])
        panel.active.change_side()
        assert source.hasFocus()
        assert copied(qtbot, source) == "وقال"
        qtbot.keyClick(source, Key.Key_Escape)
        assert editor.hasFocus()
        editor.set_caret(len(editor.text))
        panel.active.change_side()
        assert copied(qtbot, source) == "مهم"

    def test_enter_puts_the_chosen_words_into_the_translation(
        self, qtbot, desk, ids, panel, editor, source
    ):
        panel.go_to(ids[1])
        editor.set_caret(0)
        panel.active.change_side()
        assert source.chosen == "31"
        qtbot.keyClick(source, Key.Key_Return)
        assert editor.hasFocus()
        assert desk.document.segments[1].target == "3131 January 2022 International"

    def test_left_goes_forward_in_arabic_and_isolates_are_no_letters(
        self, qtbot, ids, panel, source
    ):
        panel.go_to(ids[1])
        panel.active.enter_source(at_end=False)
        stops = []
        for _ in range(len("31 January 2022 الدولية")):
            stops.append(source.place)
            qtbot.keyClick(source, Key.Key_Left)
        assert stops == list(range(len(stops)))
        qtbot.keyClick(source, Key.Key_Home)
        assert source.place == 0
        qtbot.keyClick(source, Key.Key_End)
        assert source.place == len("31 January 2022 الدولية")
        for _ in range(3):
            qtbot.keyClick(source, Key.Key_Right, SHIFT)
        assert source.chosen == "لية"

    def test_words_are_gone_over_in_the_direction_of_the_text(self, qtbot, ids, panel, source):
        panel.go_to(ids[3])
        panel.active.enter_source(at_end=False)
        qtbot.keyClick(source, Key.Key_Left, CONTROL)
        qtbot.keyClick(source, Key.Key_Left, CONTROL | SHIFT)
        assert source.chosen.strip() == "أن"

    def test_up_and_down_lead_into_the_sources_beside(self, qtbot, desk, ids, panel, source):
        panel.go_to(ids[0])
        panel.active.enter_source(at_end=True)
        qtbot.keyClick(source, Key.Key_Down)
        assert desk.active_id == ids[1]
        assert source.hasFocus()
        qtbot.keyClick(source, Key.Key_Up)
        assert desk.active_id == ids[0]
        assert source.place == len(desk.document.segments[0].source)

    def test_a_split_needs_no_mouse(self, qtbot, desk, ids, panel, source):
        panel.go_to(ids[3])
        panel.active.enter_source(at_end=False)
        qtbot.keyClick(source, Key.Key_Left, CONTROL)
        panel.split_at_caret()
        assert [s.source for s in desk.document.segments[3:5]] == ["وأضاف", "أن التعاون مستمر"]

    def test_tab_leaves_the_place_and_esc_forgets_it(self, qtbot, ids, panel, editor, source):
        panel.go_to(ids[3])
        for key, place in ((Key.Key_Tab, 0), (Key.Key_Escape, None)):
            panel.active.enter_source(at_end=False)
            qtbot.keyClick(source, key)
            assert editor.hasFocus()
            assert source.place == place

    def test_what_is_typed_in_the_source_is_the_translation(
        self, qtbot, desk, ids, panel, editor, source
    ):
        panel.go_to(ids[3])
        panel.active.enter_source(at_end=False)
        qtbot.keyClicks(source, "H")
        qtbot.keyClicks(editor, "e")
        assert desk.document.segments[3].target == "He"
        assert desk.document.segments[3].source == "وأضاف أن التعاون مستمر"

    def test_nothing_of_the_source_can_be_deleted(self, qtbot, desk, ids, panel, source):
        panel.go_to(ids[5])
        panel.active.enter_source(at_end=False)
        for key in (Key.Key_Delete, Key.Key_Backspace):
            qtbot.keyClick(source, key)
        qtbot.keyClick(source, Key.Key_X, CONTROL)
        assert source.toPlainText() == desk.document.segments[5].source


class TestLook:
    def test_the_field_paints_what_the_row_painted(self, qtbot, desk, ids, panel, view, source):
        panel.go_to(ids[0])
        for row in (1, 3, 5):
            shown = view.segment_row(row)
            panel.go_to(ids[row])
            laid = view.texts.source(shown, source.width())
            image = QImage(source.size(), QImage.Format.Format_RGB32)
            image.fill(view.texts.theme.color("active_row"))
            painter = QPainter(image)
            theme = view.texts.theme
            laid.paint(painter, QPoint(0, 0).toPointF(), theme.color("text"), theme)
            painter.end()
            over = view.viewport().grab(source.geometry()).toImage()
            assert over.convertToFormat(QImage.Format.Format_RGB32) == image, row

    @pytest.mark.parametrize("name", list(themes.THEMES))
    def test_no_dot_goes_missing_below_what_is_chosen(self, qtbot, name):
        """The dots of a final yeh hang below the last line: without them it is another letter."""
        theme = replace(themes.THEMES[name], line_spacing=1.0)
        desk = Desk(make_document([(Role.PARAGRAPH, "يجري ذلك في الحي", "x")], codes=()))
        panel = ReviewPanel(desk, desk.issues, theme)
        qtbot.addWidget(panel)
        panel.resize(700, 300)
        with qtbot.waitExposed(panel):
            panel.show()
        source = panel.findChild(SourceField)
        before = self.lowest_ink(source, (theme.active_row,))
        source.selectAll()
        chosen = self.lowest_ink(source, (theme.active_row, theme.selection))
        assert chosen[0] == before[0]
        assert chosen[1] > before[1] // 3

    def lowest_ink(self, source, grounds):
        """Return how far down letters reach, and how many pixels the last rows of them have."""
        image = source.parent().grab(source.geometry()).toImage()
        inked = [
            y
            for y in range(image.height())
            for x in range(image.width())
            if min(distance(image.pixelColor(x, y), QColor(ground)) for ground in grounds) > 150
        ]
        return max(inked), sum(y > max(inked) - 3 for y in inked)


def distance(one, other):
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True))


WORDS = ["وقال", "الكويت", "31 January 2022", "IBM", "٢٠٢٢", "لا", "مُهِمّ", "\u0640", "3.5%"]
SIGNS = ["(", ")", "،", '"', "\ue000", "\ue001", "\n", "😀", "é", "\u200f", " "]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(WORDS + SIGNS), min_size=1, max_size=14), data=st.data())
def test_what_is_chosen_is_what_stands_there(qapp, pieces, data):
    """Whatever isolates, codes and letters of two units stand in it: nothing shifts."""
    text = " ".join(pieces)
    desk = Desk(make_document([(Role.PARAGRAPH, text, "x")]))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    panel.resize(500, 300)
    source = panel.active.source
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source.choose(start, end)
    assert source.chosen == text[start:end]
    source.selectAll()
    assert source.chosen == text
    panel.deleteLater()
