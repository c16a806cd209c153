"""Every action in every state does something one can see, or says why it did not."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.settings.table import SETTINGS
from tests.ui.window import open_window, press
from translation.model.segment import SegmentState
from ui import asking
from ui.action_spec import Condition
from ui.actions.table import ACTIONS
from ui.appearance import Appearance
from ui.commands.nothing_done import REASONS as NOTHING_DONE
from ui.situation import REASONS

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BY_ID = {spec.id: spec for spec in ACTIONS}


def make_window(session, qtbot):
    return open_window(qtbot, session, Appearance())


@pytest.fixture
def empty(qtbot, session):
    return make_window(session, qtbot)


@pytest.fixture
def window(qtbot, drafted):
    return make_window(drafted, qtbot)


def nothing_open(_window):
    pass


def untouched(_window):
    pass


def final(window):
    editor = window.session.editor
    editor.set_state([editor.active_id], SegmentState.FINAL)


def all_confirmed(window):
    editor = window.session.editor
    for segment in list(window.session.document.segments):
        editor.confirm(segment.id)


def filtered_out(window):
    window.filter_field.setText("qqqq")
    window.filter_field.returnPressed.emit()


def read_only(window):
    window.session.editor.open(window.session.document, read_only=True)


STATES = (untouched, final, all_confirmed, filtered_out, read_only)

NOT_HERE = {"quit", "close_document", "full_screen"}
"""End the window or belong to the system's."""


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing|raise|propagateSizeHints)")
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_no_action_is_silent(window, state, qtbot, monkeypatch):
    for name in ("file_to_open", "file_to_write", "folder_to_use"):
        monkeypatch.setattr(asking, name, lambda *a, **k: None)
    monkeypatch.setattr(asking, "files_to_open", lambda *a, **k: [])
    monkeypatch.setattr(type(window.session.engine), "translate", lambda *a, **k: None)
    state(window)
    window.messages.clear()
    silent = []
    for spec in ACTIONS:
        if spec.id in NOT_HERE or spec.text.endswith("…") or spec.choice:
            continue
        editor = window.session.editor
        before = look(window)
        window.messages.clear()
        action = window.actions_[spec.id]
        if action.isEnabled():
            action.trigger()
        else:
            window._refuse(spec)
        says = bool(window.messages.sentences) or look(window) != before
        if not says and spec.id not in ALLOWED:
            silent.append(spec.id)
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
        if state is not read_only:
            while editor.undo_stack.index() > (1 if state is final else 0):
                if state is all_confirmed:
                    break
                editor.undo()
        window.review.focus_editor()
    assert silent == []


ALLOWED = {
    "cancel",
    "filter",
    "forget_recent",
    "find_next",
    "find_previous",
    "select_all",
    "next_part",
    "previous_part",
}
ALLOWED |= {"usual_layout", "even_columns", "ask_model"}
"""What a model is asked shows as a job, and says in the end what came of it. Esc gives up work
where there is some; going where one is already, or setting what stands so already, needs no word;
the bar for finding says itself how many there are."""


def look(window):
    """Return what a person can see of a window."""
    document = window.session.document
    return (
        window.session.editor.active_id,
        tuple((s.target, s.state) for s in document.segments),
        len(document),
        window.review.shows_furniture,
        window.review.shown_count(),
        window.filter_field.text(),
        window.appearance.theme.text_size,
        tuple(card.isVisible() for card in window.side.panels.values()),
        tuple(str(window.appearance.settings.value_of(setting)) for setting in SETTINGS),
        id(window.focusWidget()),
        len(document.records),
        tuple(window.actions_[spec.id].isChecked() for spec in ACTIONS if spec.checkable),
        window.review.tracking.is_shown(window.session.editor.active_id),
        window.review.chosen.count,
        tuple(id(one) for one in QApplication.topLevelWidgets() if one.isVisible()),
        tuple(window.session.editor.document.units),
        tuple(window.actions_[spec.id].isChecked() for spec in ACTIONS if spec.checkable),
    )


def test_every_condition_says_why_it_does_not_hold():
    assert set(REASONS) == set(get_args(Condition))
    assert all(REASONS[name] for name in REASONS if name != "always")


def test_every_reason_is_of_an_action():
    assert set(NOTHING_DONE) <= set(BY_ID)


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_E, CONTROL, "Nothing is open"),
        (Qt.Key.Key_Z, CONTROL, "Nothing is open"),
        (Qt.Key.Key_Return, CONTROL, "Nothing is open"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "Nothing is open"),
    ],
)
def test_keys_without_a_document_say_that_none_is_open(empty, key, modifiers, said):
    QTest.keyClick(empty, key, modifiers)
    assert said in empty.messages.sentences[-1]


def test_esc_says_nothing(empty):
    QTest.keyClick(empty, Qt.Key.Key_Escape)
    assert empty.messages.sentences == []


@pytest.mark.parametrize(
    ("key", "modifiers", "said"),
    [
        (Qt.Key.Key_Z, CONTROL, "nothing to undo"),
        (Qt.Key.Key_Y, CONTROL, "Nothing was undone"),
        (Qt.Key.Key_Up, CONTROL, "first segment"),
        (Qt.Key.Key_U, CONTROL | SHIFT, "not started"),
        (Qt.Key.Key_Comma, CONTROL, "No inline code"),
        (Qt.Key.Key_A, CONTROL | SHIFT, "No filter"),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, "checks found nothing"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier, "The checks found nothing in this"),
    ],
)
def test_keys_that_change_nothing_say_why(window, qtbot, key, modifiers, said):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.waitUntil(lambda: not window.session.issues.unchecked)
    press(key, modifiers)
    assert len(window.messages.sentences) == 1
    assert said in window.messages.sentences[0]


def test_a_filter_that_was_cleared_was_something(window, qtbot):
    window.filter_field.setText("state:unfinished")
    QTest.keyClick(window.filter_field, Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CONTROL | SHIFT)
    assert window.filter_field.text() == ""
    assert window.messages.sentences == []


def test_what_the_filter_hides_is_left_alone_and_said(window, drafted, qtbot):
    filtered_out(window)
    before = drafted.document.segments
    window.review.setFocus()
    QTest.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert "The filter hides" in window.messages.sentences[-1]
    assert drafted.document.segments == before


def test_one_key_in_vain_after_another_leaves_one_sentence(window, qtbot):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_Up, CONTROL)
    press(Qt.Key.Key_U, CONTROL | SHIFT)
    assert len(window.messages.sentences) == 1


class TestUndo:
    def test_after_a_command_in_vain_it_asks_back_before_it_goes_far(self, window, drafted, qtbot):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        first, second = (segment.id for segment in drafted.document.segments[:2])
        press(Qt.Key.Key_Return, CONTROL)
        assert drafted.editor.active_id == second
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        press(Qt.Key.Key_Z, CONTROL)
        assert drafted.document.segment(first).state.is_done
        assert "changed nothing" in window.messages.sentences[-1]
        press(Qt.Key.Key_Z, CONTROL)
        assert not drafted.document.segment(first).state.is_done
        assert "Undone: confirming" in window.messages.sentences[-1]
        assert "segment 1" in window.messages.sentences[-1]

    def test_after_a_command_that_did_something_it_undoes_that(self, window, drafted, qtbot):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        first = drafted.editor.active_id
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        press(Qt.Key.Key_Return, CONTROL)
        press(Qt.Key.Key_Z, CONTROL)
        assert not drafted.document.segment(first).state.is_done

    def test_it_says_what_it_undoes_but_for_typing_one_sees_go(self, window, drafted, qtbot):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        press(Qt.Key.Key_Insert, CONTROL)
        press(Qt.Key.Key_Z, CONTROL)
        assert "Undone: copying the source" in window.messages.sentences[-1]
        window.messages.clear()
        press(Qt.Key.Key_A)
        press(Qt.Key.Key_Z, CONTROL)
        assert window.messages.sentences == []


def test_a_new_document_of_the_clipboard_asks_where_one_is_open(window, drafted, qtbot):
    QApplication.clipboard().setText("جملة جديدة.")
    before = drafted.files.path
    press(Qt.Key.Key_N, CONTROL | SHIFT)
    assert drafted.files.path == before
    from ui.dialogs.new_text import NewTextDialog

    dialog = window.findChild(NewTextDialog)
    assert dialog.field.toPlainText() == "جملة جديدة."
    dialog.reject()
