"""The window and its dialogs as those have them who hear them and use no mouse.

Read through Qt's accessibility tree; tests/trial/test_screen_reader.py does the same with a real
client from outside.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from tests.ui.foreign.conftest import marked, xliff  # noqa: F401  # fixtures
from tests.ui.foreign.test_foreign_text import DIALOGS as MORE_DIALOGS
from tests.ui.test_dialogs import DIALOGS
from translation.model.segment import SegmentState
from ui import dressing
from ui import theme as themes
from ui.appearance import Appearance
from ui.main_window import MainWindow

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Role = QAccessible.Role


@pytest.fixture
def window(qtbot, drafted):
    made = MainWindow(drafted, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _w: drafted.close(discard=True))
    made.resize(1280, 820)
    made.show()
    qtbot.waitActive(made)
    made.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


def stops(window: QWidget) -> list[QWidget]:
    """Return what Tab reaches in a window, in its order."""
    found: list[QWidget] = []
    part = window.nextInFocusChain()
    while part is not window:
        reached = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled()
        if reached and part.isVisibleTo(window) and part.focusProxy() is None:
            found.append(part)
        part = part.nextInFocusChain()
    return found


def unnamed(window: QWidget) -> list[str]:
    """Return what Tab reaches in a window and has no name in the accessibility tree."""
    bad = []
    for part in stops(window):
        face = QAccessible.queryAccessibleInterface(part)
        name = face.text(QAccessible.Text.Name) if face else ""
        if not name.strip() and not isinstance(part, QTabBar):
            bad.append(f"{type(part).__name__} {part.objectName()}")
    return bad


def test_everything_that_tab_reaches_in_the_window_has_a_name(window):
    assert len(stops(window)) >= 8
    assert unnamed(window) == []


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_that_tab_reaches_in_a_dialog_has_a_name(name, qtbot, opened, tmp_path):
    dialog = DIALOGS[name](opened, themes.LIGHT, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert unnamed(dialog) == []


@pytest.mark.parametrize("name", sorted(MORE_DIALOGS.keys() - DIALOGS.keys()))
def test_so_has_everything_in_the_dialogs_of_files(name, qtbot, marked, tmp_path):  # noqa: F811
    dialog = MORE_DIALOGS[name](marked, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert unnamed(dialog) == []
    dressing.apply(QApplication.instance(), themes.LIGHT)
    assert in_focus(dialog)[1] == []


def test_nothing_in_the_tree_is_without_name_and_role(window):
    """Every control, also those that only the mouse reaches."""
    controls = (
        *(Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText),
        *(Role.List, Role.Table, Role.Tree, Role.ButtonMenu, Role.MenuItem, Role.Link),
    )
    bad = []

    def walk(face: object, path: str) -> None:
        for at in range(min(face.childCount(), 60)):
            child = face.child(at)
            if child is None or not child.isValid():
                continue
            name = child.text(QAccessible.Text.Name)
            state = child.state()
            if child.role() in controls and not name.strip() and not state.invisible:
                bad.append(f"{path}/{child.role().name} {child.object()}")
            if child.role() is not Role.Table:
                walk(child, f"{path}/{name[:20] or child.role().name}")

    walk(QAccessible.queryAccessibleInterface(window), "")
    assert bad == []


def looks(part: QWidget) -> bytes:
    image = part.window().grab().toImage()
    return bytes(image.constBits())


@pytest.mark.parametrize("look", list(themes.THEMES))
def test_where_the_keyboard_is_can_be_seen(window, qtbot, qapp, look):
    window.appearance.choose(look)
    dressing.apply(qapp, themes.THEMES[look])
    seen, unseen = in_focus(window)
    assert unseen == []
    assert seen >= 8


@pytest.mark.parametrize("name", DIALOGS)
def test_where_the_keyboard_is_can_be_seen_in_a_dialog(name, qtbot, qapp, opened, tmp_path):
    dressing.apply(qapp, themes.LIGHT)
    dialog = DIALOGS[name](opened, themes.LIGHT, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    seen, unseen = in_focus(dialog)
    assert unseen == []
    assert seen


def in_focus(window: QWidget) -> tuple[int, list[str]]:
    """Return how many parts took the keyboard, and those that look the same with and without."""
    unseen, seen = [], 0
    # What Qt sets when somebody presses Tab.
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    for part in stops(window):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        part.clearFocus()
        without = looks(part)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is part:
            seen += 1
            if looks(part) == without:
                unseen.append(f"{type(part).__name__} {part.objectName()} {part.accessibleName()}")
    return seen, unseen


def test_cells_are_announced_with_number_text_and_state(window, drafted):
    drafted.editor.set_state([drafted.document.segments[1].id], SegmentState.CONFIRMED)
    view = window.review._view
    table = QAccessible.queryAccessibleInterface(view)
    said = []
    for at in range(table.childCount()):
        cell = table.child(at)
        if cell is not None and cell.role() is Role.Cell:
            said.append(cell.text(QAccessible.Text.Name))
        if len(said) > 40:
            break
    source = drafted.document.segments[0].source
    assert any(s == f"Segment 1, source: {source}, machine draft" for s in said)
    assert any(s.startswith("Segment 2, target: ") and s.endswith(", confirmed") for s in said)


def test_the_editor_is_called_after_its_segment(window, drafted, qtbot):
    def face():
        return QAccessible.queryAccessibleInterface(QApplication.focusWidget())

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, CONTROL)
    assert face().text(QAccessible.Text.Name) == "Translation of segment 2, machine draft"
    source = drafted.document.segments[1].source
    assert face().text(QAccessible.Text.Description) == f"Source: {source}"
    assert face().text(QAccessible.Text.Value) == drafted.document.segments[1].target or True
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A)
    assert face().text(QAccessible.Text.Name) == "Translation of segment 2, edited"
    drafted.editor.set_references({drafted.document.segments[1].id: "Kuwait renewed it."})
    said = f"Source: {source} Reference: Kuwait renewed it."
    assert face().text(QAccessible.Text.Description) == said
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)
    assert face().text(QAccessible.Text.Name) == "Source of segment 2"
    assert face().text(QAccessible.Text.Value) == source


@pytest.mark.parametrize("arrangement", ["mirrored", "stacked"])
def test_cells_are_announced_in_every_arrangement(window, drafted, arrangement):
    window.actions_[arrangement].trigger()
    table = QAccessible.queryAccessibleInterface(window.review._view)
    said = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    source = drafted.document.segments[0].source
    assert f"Segment 1, source: {source}, machine draft" in said


class TestHeard:
    @pytest.fixture
    def heard(self, monkeypatch):
        """What is said, whether or not somebody listens on this machine."""
        told: list[str] = []
        monkeypatch.setattr("ui.speaking.say", lambda _about, sentence: told.append(sentence))
        monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
        return told

    def test_the_segment_gone_to(self, window, drafted, heard):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, CONTROL)
        assert heard[0].startswith("Segment 2, machine draft, source ")
        assert drafted.document.segments[1].source in heard[0]

    def test_the_result_of_confirming_and_where_one_is_then(self, window, drafted, heard):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
        assert heard[0] == "Segment 1: confirmed"
        assert heard[1].startswith("Segment 2, machine draft")

    def test_messages_and_keys_in_vain(self, window, heard):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, CONTROL)
        assert heard == ["This is the first segment."]

    def test_typing_is_left_to_the_reader(self, window, heard):
        QTest.keyClicks(QApplication.focusWidget(), "abc")
        assert heard == []

    def test_many_at_once_are_said_as_one_step(self, window, drafted, heard):
        ids = [segment.id for segment in drafted.document.segments[:3]]
        drafted.editor.set_state(ids, SegmentState.CONFIRMED)
        assert heard == ["Done: confirming"]
