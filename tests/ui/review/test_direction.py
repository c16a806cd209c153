"""The direction of a text by hand: by keys and menu, kept, shown and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.editing.directing import direct
from tests.ui.review.desk import Desk
from translation.model.mark import Side
from ui.review.source_field import SourceField

RTL, LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
Key, Modifier = Qt.Key, Qt.KeyboardModifier
NUMBERS = {  # key code and keysym, as X11 has them; scan code and virtual key, as Windows has them
    "X11": {"left": (50, 0xFFE1), "right": (62, 0xFFE2)},
    "Windows": {"left": (42, 0x10), "right": (54, 0x10)},
    "macOS": {"left": (0, 56), "right": (0, 60)},
}


def send(field, kind, key, modifiers, number=(0, 0), text=""):
    event = QKeyEvent(kind, key, modifiers, *number, 0, text)
    QApplication.sendEvent(field, event)


def control_and_shift(field, number, *, shift_first=False, between=None):
    """Press both keys and let them go, as a person does."""
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    if shift_first:
        send(field, press, Key.Key_Shift, Modifier.NoModifier, number)
        send(field, press, Key.Key_Control, Modifier.ShiftModifier)
    else:
        send(field, press, Key.Key_Control, Modifier.NoModifier)
        send(field, press, Key.Key_Shift, Modifier.ControlModifier, number)
    both = Modifier.ControlModifier | Modifier.ShiftModifier
    if between is not None:
        send(field, QEvent.Type.ShortcutOverride, between, both)
    send(field, release, Key.Key_Shift, both, number)
    send(field, release, Key.Key_Control, Modifier.ControlModifier)


def line_start(laid):
    return laid.document.begin().layout().lineAt(0).naturalTextRect()


@pytest.mark.parametrize("platform", list(NUMBERS))
@pytest.mark.parametrize("shift_first", [False, True])
def test_control_and_a_shift_key_turn_the_translation(
    desk, ids, panel, view, editor, platform, shift_first
):
    keys = NUMBERS[platform]
    control_and_shift(editor, keys["right"], shift_first=shift_first)
    assert view.segment_row(0).is_rtl(Side.TARGET)
    assert editor.layoutDirection() is RTL
    assert editor.document().begin().textDirection() is RTL
    assert line_start(view.texts.target(view.segment_row(0), 600)).left() > 200
    control_and_shift(editor, keys["right"])
    assert len(desk.document.records) == 1
    control_and_shift(editor, keys["left"])
    assert editor.layoutDirection() is LTR
    assert not len(desk.document.records)


def test_undo_turns_it_back_and_the_caret_stays(desk, ids, panel, editor):
    editor.set_caret(5)
    panel.active.turn(rtl=True)
    assert (editor.layoutDirection(), editor.caret) == (RTL, 5)
    desk.undo()
    assert editor.layoutDirection() is LTR
    desk.redo()
    assert editor.layoutDirection() is RTL
    panel.active.turn(rtl=None)
    assert editor.layoutDirection() is LTR


def test_another_key_with_both_turns_nothing(desk, editor):
    control_and_shift(editor, NUMBERS["X11"]["right"], between=Key.Key_R)
    assert not len(desk.document.records)


def test_a_shift_key_of_neither_side_turns_nothing(desk, editor):
    QTest.keyPress(editor, Key.Key_Shift, Modifier.ControlModifier)
    QTest.keyRelease(editor, Key.Key_Shift, Modifier.ControlModifier)
    assert not len(desk.document.records)


def test_in_the_source_it_is_the_source_that_turns(desk, ids, panel, view, editor):
    source = panel.findChild(SourceField)
    panel.go_to(ids[1])
    panel.active.enter_source(at_end=False)
    control_and_shift(source, NUMBERS["X11"]["left"])
    row = view.segment_row(1)
    assert row.turned == {Side.SOURCE}
    assert source.layoutDirection() is LTR
    assert line_start(view.texts.source(row, 600)).left() < 100
    role = Qt.ItemDataRole.TextAlignmentRole
    assert view.model().index(1, 1).data(role) & Qt.AlignmentFlag.AlignLeft


def test_rows_that_are_not_active_are_painted_so(desk, ids, panel, view):
    direct(desk, ids[2], Side.TARGET, rtl=True)
    laid = view.texts.target(view.segment_row(2), 1500)
    assert line_start(laid).right() > 1400


def test_a_split_and_its_undo_keep_it(desk: Desk, ids, panel, view):
    direct(desk, ids[3], Side.TARGET, rtl=True)
    desk.split(ids[3], 6)
    assert view.segment_row(3).turned == {Side.TARGET}
    desk.undo()
    assert view.segment_row(3).turned == {Side.TARGET}
