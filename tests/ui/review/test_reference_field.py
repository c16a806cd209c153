"""The reference below the active translation: chosen by mouse and keys, copied, put in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.review.desk import make_document
from translation.model.segment import Role, joined_references
from ui import theme as themes
from ui.review.reference_field import ReferenceField
from ui.review.table_look import TableLook

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
SAID = "The minister called the dialogue important."


@pytest.fixture
def reference(panel, desk, ids):
    """The field, in the last row, whose reference is loaded."""
    desk.set_references({ids[5]: SAID, ids[0]: "A living partner"})
    panel.go_to(ids[5])
    return panel.findChild(ReferenceField)


def place_of(view, row, word):
    """Return where a word of a reference stands, in the viewport's terms."""
    area = view.delegate.reference_area(view.reference_part(row))
    laid = view.texts.reference(view.segment_row(row), area.width())
    return area.topLeft() + laid.caret_rect(laid.text.index(word) + 1).center()


def copied(qtbot, field):
    QApplication.clipboard().clear()
    qtbot.keyClick(field, Key.Key_C, CONTROL)
    return QApplication.clipboard().text()


def test_a_double_click_chooses_a_word(qtbot, view, reference):
    inside = reference.viewport().mapFrom(view.viewport(), place_of(view, 5, "important"))
    qtbot.mouseDClick(reference.viewport(), LEFT, pos=inside)
    assert copied(qtbot, reference) == "important"
    qtbot.mousePress(reference.viewport(), LEFT, pos=inside)
    assert copied(qtbot, reference) == SAID


def test_it_is_drawn_over_in_another_row(qtbot, desk, ids, panel, view, reference):
    panel.set_look(TableLook(all_references=True))
    start, end = place_of(view, 0, "living"), place_of(view, 0, "partner")
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    view.drawn.emit(view.viewport().mapToGlobal(end))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
    assert desk.active_id == ids[0]
    assert reference.hasFocus()
    assert reference.chosen in "A living partner"
    assert "iving" in reference.chosen


def test_keys_go_in_choose_put_in_and_go_back(qtbot, desk, ids, panel, editor, reference):
    editor.set_caret(0)
    panel.active.change_reference()
    assert reference.hasFocus()
    assert copied(qtbot, reference) == "The"
    qtbot.keyClick(reference, Key.Key_End)
    qtbot.keyClick(reference, Key.Key_Left, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(reference, Key.Key_Return)
    assert editor.hasFocus()
    assert desk.document.segment(ids[5]).target.startswith(".")
    panel.active.change_reference()
    panel.active.change_reference()
    assert editor.hasFocus()


def test_what_is_typed_there_goes_into_the_translation(qtbot, desk, ids, panel, editor, reference):
    editor.set_caret(0)
    panel.active.change_reference()
    qtbot.keyClicks(reference, "So")
    assert editor.hasFocus()
    assert desk.document.segment(ids[5]).target == "SoThe minister said dialogue matters."


def test_what_is_chosen_is_what_is_looked_up(panel, reference):
    panel.active.change_reference()
    assert panel.chosen_words == "The"


def test_a_segment_without_one_has_no_field(panel, ids, editor, reference):
    assert reference.isVisible()
    panel.active.change_reference()
    panel.go_to(ids[1])
    assert not reference.isVisible()
    panel.active.change_reference()
    assert editor.hasFocus()


def test_it_follows_what_is_loaded(panel, desk, ids, reference):
    desk.set_references({ids[5]: joined_references(["One.", "Two."])})
    assert reference.toPlainText().splitlines() == ["One.", "Two."]
    desk.set_references({ids[5]: None})
    assert not reference.isVisible()


def test_arrows_lead_out_of_it(qtbot, desk, ids, panel, editor, reference):
    panel.go_to(ids[0])
    panel.active.change_reference()
    qtbot.keyClick(reference, Key.Key_Up)
    assert editor.hasFocus()
    panel.active.change_reference()
    qtbot.keyClick(reference, Key.Key_Down)
    assert desk.active_id == ids[1]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_looks_as_its_row_does(qtbot, panel, view, reference, look):
    """The field lies over what the row paints: nothing moves when a segment becomes active."""
    panel.set_theme(themes.THEMES[look])
    panel.set_look(TableLook(all_references=True))
    part = view.reference_part(5)

    def picture():
        return view.viewport().grab(part).toImage()

    with_field = picture()
    view.delegate.editor_shown = False
    reference.hide()
    assert with_field == picture()


def test_an_arabic_reference_begins_on_the_right(desk, qtbot):
    from tests.ui.review.desk import Desk
    from translation.model.language import LanguagePair
    from ui.review.review_panel import ReviewPanel

    document = make_document([(Role.PARAGRAPH, "Peace", "سلام")], pair=LanguagePair("en", "ar"))
    desk = Desk(document)
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    desk.set_references({document.segments[0].id: "السلام عليكم"})
    field = panel.findChild(ReferenceField)
    assert field.isVisible()
    assert field.layoutDirection() is Qt.LayoutDirection.RightToLeft
