"""History and restore points in the window, by keys: earlier texts put back, points named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press, type_text
from translation.model.segment import SegmentState
from ui.dialogs.restore_points import NamePointDialog, RestorePointsDialog
from ui.panels.history import HistoryPanel
from ui.panels.restore_points import point_name
from ui.review.segment_editor import SegmentEditor
from ui.widgets.view_switch import DOCUMENT

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened)
    opened.editor.author = "Huda"
    return open_window(qtbot, opened)


def history(window) -> HistoryPanel:
    return window.side.panels["history"]


def name_point(window, qtbot, name):
    press(Qt.Key.Key_S, CONTROL)
    dialog = window.findChild(NamePointDialog)
    qtbot.waitUntil(dialog.name.hasFocus)
    if name:
        type_text(name)
    press(Qt.Key.Key_Return if name else Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(NamePointDialog) is None)
    window.activateWindow()
    qtbot.waitActive(window)
    window.review.focus_editor()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), SegmentEditor))


class TestHistory:
    def test_an_earlier_text_is_put_back_by_keys(self, window, opened, qtbot):
        active = opened.editor.active_id
        press(Qt.Key.Key_A, CONTROL)
        type_text("Rain")
        opened.editor.confirm(active)
        opened.editor.activate(active)
        opened.editor.mend(active, "Snow")
        press(Qt.Key.Key_Y, ALT)
        list_ = history(window).texts.list
        assert QApplication.focusWidget() is list_
        qtbot.waitUntil(lambda: len(list_.entries.entries) == 4)
        headings = [entry.heading for entry in list_.entries.entries]
        assert "as it stands" in headings[0]
        assert "Huda" in headings[0]
        assert "at first" in headings[3]
        assert [part.kind for part in list_.entries.entries[0].parts] == ["delete", "insert"]
        assert not history(window).texts.back.isEnabled()
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        segment = opened.document.segment(active)
        assert (segment.target, segment.state) == ("Rain", SegmentState.EDITED)
        assert isinstance(QApplication.focusWidget(), SegmentEditor)
        press(Qt.Key.Key_Z, CONTROL)
        assert opened.document.segment(active).target == "Snow"

    def test_that_it_is_still_reading_is_said(self, window, opened, qtbot, monkeypatch):
        """Where the disk or the processor has other work an empty list would say: nothing."""
        press(Qt.Key.Key_Y, ALT)
        texts = history(window).texts
        qtbot.waitUntil(lambda: len(texts.list.entries.entries) == 1)
        asked = []
        monkeypatch.setattr(texts._past, "ask_versions", asked.append)
        opened.editor.activate(opened.document.segments[1].id)
        qtbot.waitUntil(lambda: "Reading" in texts._none.text() and not texts.list.isVisible())
        monkeypatch.undo()
        texts.ask()
        qtbot.waitUntil(lambda: texts.list.isVisible() and texts._none.isHidden())
        assert asked == [opened.document.segments[1].id]

    def test_the_first_texts_of_a_segment_are_not_put_off(self, window, opened, qtbot):
        """A reading that took long puts off only those that follow an edit."""
        press(Qt.Key.Key_Y, ALT)
        texts = history(window).texts
        qtbot.waitUntil(lambda: len(texts.list.entries.entries) == 1)
        texts._soon._took = 60_000
        here = opened.document.segments[1].id
        opened.editor.activate(here)
        opened.editor.confirm(here)
        qtbot.waitUntil(lambda: texts._asked == here)

    def test_the_first_is_the_draft(self, window, opened, qtbot):
        active = opened.editor.active_id
        press(Qt.Key.Key_A, CONTROL)
        type_text("Rain")
        press(Qt.Key.Key_Y, ALT)
        list_ = history(window).texts.list
        qtbot.waitUntil(lambda: len(list_.entries.entries) == 2)
        assert "machine draft" in list_.entries.entries[1].remark
        press(Qt.Key.Key_End)
        press(Qt.Key.Key_Return)
        assert opened.document.segment(active).target is None

    def test_restore_points_say_what_changed_and_go_there(self, window, opened, qtbot):
        name_point(window, qtbot, "Noon")
        points = opened.files
        qtbot.waitUntil(lambda: [one.label for one in points.restoring.points] == ["Noon"])
        press(Qt.Key.Key_A, CONTROL)
        type_text("Rain")
        window.actions_["restore_points"].trigger()
        dialog = window.findChild(RestorePointsDialog)
        dialog.list.choose(str(points.restoring.points[0].id))
        changes = dialog.points.changes
        qtbot.waitUntil(lambda: len(changes.entries.entries) == 1)
        texts = [entry.remark for entry in dialog.list.entries.entries]
        assert "1 segment changed since" in texts
        opened.editor.activate(opened.document.segments[2].id)
        changes.setFocus()
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Return)
        assert opened.editor.active_id == opened.document.segments[0].id
        qtbot.waitUntil(lambda: window.findChild(RestorePointsDialog) is None)

    def test_esc_makes_no_point(self, window, opened, qtbot):
        name_point(window, qtbot, "")
        assert opened.files.restoring.points == ()

    def test_the_panel_goes_back_to_a_point(self, window, opened, qtbot):
        opened.files.restoring.make("Noon")
        press(Qt.Key.Key_A, CONTROL)
        type_text("Rain")
        window.side.show_panel("history")
        history(window).about.choose(DOCUMENT)
        panel = history(window).points
        panel.list.setFocus()
        qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
        press(Qt.Key.Key_End)
        assert panel.marked.label == "Noon"
        with qtbot.waitSignal(opened.editor.changed):
            panel.back.click()
        assert opened.document.segments[0].target is None


def test_names_of_points_that_the_program_made():
    assert point_name("@opening") == "As it was opened"
    assert point_name("@export a.docx") == "Export of a.docx"
    assert point_name("") == "Without a name"
    assert point_name("<b>") == "<b>"
