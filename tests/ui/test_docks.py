"""The panels around the table: opened, closed, moved, in tabs, and remembered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QTextEdit, QWidget

from app.editing.noting import write_note
from tests.ui.draft_rows import NO_CHECKS
from tests.ui.window import open_window, press
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.panels.column_heights import Bounds, lowered, shared
from ui.panels.docks import Docks
from ui.panels.table import PANELS
from ui.theme import DARK, LIGHT
from ui.widgets.elided_label import ElidedLabel

RIGHT, LEFT = Qt.DockWidgetArea.RightDockWidgetArea, Qt.DockWidgetArea.LeftDockWidgetArea
BELOW = Qt.DockWidgetArea.BottomDockWidgetArea


def make(qtbot, session, size=(1400, 860)) -> Docks:
    docks = Docks(session, LIGHT)
    docks.setCentralWidget(QTextEdit())
    qtbot.addWidget(docks)
    docks.resize(*size)
    docks.show()
    qtbot.waitExposed(docks)
    return docks


def dock(docks: Docks, name: str) -> QDockWidget:
    found = docks.findChild(QDockWidget, name)
    assert isinstance(found, QDockWidget)
    return found


def is_settled(docks: Docks, *names: str) -> bool:
    """Tell whether panels are as high as they want to be."""
    cards = [docks.panels[name] for name in names]
    return all(card.height() == card.wanted_height() for card in cards)


@pytest.fixture
def docks(qtbot, drafted):
    return make(qtbot, drafted)


class TestRoom:
    def test_a_name_is_said_once_by_the_tab_or_by_the_panel(self, docks, qtbot):
        def named(name):
            return docks.panels[name]._title.isVisibleTo(docks)

        qtbot.waitUntil(lambda: not named("changes"))
        assert [named(name) for name in ("scores", "document", "issues")] == [True] * 3
        for other in ("terms", "memory", "notes", "history"):
            docks.toggle(other)  # to the front
            docks.toggle(other)  # and away
        qtbot.waitUntil(lambda: named("changes"))
        dock(docks, "changes").setFloating(True)
        docks.show_panel("notes")
        qtbot.waitUntil(lambda: named("changes") and named("notes"))

    def test_empty_panels_are_their_title_and_a_line(self, docks, qtbot):
        qtbot.waitUntil(lambda: is_settled(docks, "issues", "changes", "scores", "document"))
        for name in ("issues", "changes"):
            line = docks.panels[name].fontMetrics().lineSpacing()
            assert docks.panels[name].is_empty
            assert docks.panels[name].height() < 2.6 * line

    @pytest.mark.parametrize("front", ["changes", "notes", "history"])
    @pytest.mark.usefixtures("appearance")
    def test_scores_stand_whole_with_a_reference(self, qtbot, drafted, tmp_path, front):
        """In the window of 1440 x 900, where a list and a long change want room, too."""
        docks = make(qtbot, drafted, (1416, 720))
        drafted.editor.type_text(drafted.editor.active_id, "many other  words 7 " * 30, 0, 200)
        reference = tmp_path / "reference.txt"
        reference.write_text("One\nTwo\nThree\nFour\n", encoding="utf-8")
        drafted.exchange.load_reference(reference)
        qtbot.waitUntil(lambda: drafted.scores.scores.with_reference > 0)
        qtbot.waitUntil(lambda: not docks.panels["issues"].is_empty)
        write_note(drafted.editor, drafted.editor.active_id, "Is this a name? " * 9)
        docks.show_panel(front)
        qtbot.waitUntil(lambda: is_settled(docks, "scores"))
        scores = docks.panels["scores"]
        said = [one for one in scores.findChildren(ElidedLabel) if one.text().startswith("drafts")]
        assert [one.width() >= one.sizeHint().width() for one in said] == [True]
        least = 4 * docks.fontMetrics().lineSpacing()
        qtbot.waitUntil(lambda: docks.panels[front].height() > least)

    def test_a_change_takes_the_room_of_its_text(self, docks, qtbot, drafted):
        drafted.checks.prefer(NO_CHECKS)
        panel = docks.panels["changes"]
        qtbot.waitUntil(lambda: is_settled(docks, "changes"))
        low, others = panel.height(), [docks.panels[n].geometry() for n in ("scores", "document")]
        drafted.editor.type_text(drafted.editor.active_id, "many other words " * 12, 0, 200)
        qtbot.waitUntil(lambda: panel.height() > 3 * low)
        view = panel.findChild(QTextEdit)
        qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() == 0)  # all lines are seen
        assert [docks.panels[n].geometry() for n in ("scores", "document")] == others

    @pytest.mark.parametrize("height", [300, 420, 560])
    def test_in_a_low_window_no_line_is_cut_through(self, qtbot, drafted, height):
        docks = make(qtbot, drafted, (1000, height))
        drafted.editor.type_text(drafted.editor.active_id, "many other words " * 200, 0, 9)
        view = docks.panels["changes"].findChild(QTextEdit)
        qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
        qtbot.waitUntil(view.isVisible)
        line = view.document().firstBlock().layout().lineAt(0).height()
        qtbot.waitUntil(lambda: view.viewport().height() >= 2 * round(line))
        qtbot.waitUntil(lambda: view.viewport().height() % round(line) == 0)

    def test_panels_follow_the_size_of_the_texts(self, docks, qtbot):
        before = docks.panels["document"].wanted_height()
        title = docks.panels["document"].title_bar.sizeHint().height()
        docks.set_theme(LIGHT.zoomed(30))
        qtbot.waitUntil(lambda: docks.panels["document"].wanted_height() > 1.5 * before)
        assert docks.panels["document"].title_bar.sizeHint().height() > 1.3 * title
        docks.set_theme(LIGHT)
        qtbot.waitUntil(lambda: docks.panels["document"].wanted_height() == before)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=8), st.integers(0, 2000))
def test_the_highest_give_way_first(heights, room):
    found = lowered(heights, room)
    assert sum(found) <= max(room, 0) or found == heights == [0] * len(heights)
    if sum(heights) <= room:
        assert found == heights
    level = max(found)
    assert all(new in (old, level) for new, old in zip(found, heights, strict=True))


@st.composite
def a_panel(draw) -> Bounds:
    least, first, wanted = sorted(draw(st.lists(st.integers(1, 900), min_size=3, max_size=3)))
    return Bounds(wanted, least, first)


@given(st.lists(a_panel(), min_size=1, max_size=6), st.integers(0, 3000))
def test_what_a_panel_has_first_is_taken_last(column, room):
    found = shared(column, room)
    assert sum(found) <= room
    wanted, least, first = ([getattr(one, of) for one in column] for of in Bounds.__slots__)
    if sum(wanted) <= room:
        assert found == wanted
    elif sum(first) <= room:
        assert room - len(column) < sum(found), "all but what cannot be shared evenly"
        assert all(low <= high for low, high in zip(first, found, strict=True))
    elif sum(least) <= room:
        assert sum(found) == room
        assert all(low <= high for low, high in zip(least, found, strict=True))
        given_way = [one for one, height in zip(column, found, strict=True) if height < one.first]
        kept = column[: column.index(given_way[0])]
        assert found[: len(kept)] == [one.first for one in kept], "those above keep theirs"


class TestShown:
    def test_panels_close_and_come_back(self, docks):
        docks.toggle("changes")
        assert not docks.is_shown("changes")
        others = set(docks.shown)
        docks.show_all(False)
        assert docks.shown == ()
        docks.show_all(True)
        assert set(docks.shown) == others, "those that were open come back, no others"

    def test_one_panel_opens_alone_where_all_are_closed(self, docks):
        docks.show_all(False)
        docks.toggle("scores")
        assert docks.shown == ("scores",)

    def test_in_a_low_window_two_share_their_place(self, qtbot, drafted):
        low = make(qtbot, drafted, (1000, 540))
        qtbot.waitUntil(lambda: not low.panels["document"].isVisible())
        assert low.panels["scores"].isVisible()
        qtbot.waitUntil(lambda: is_settled(low, "scores", "changes"))

    def test_a_panel_behind_others_comes_to_the_front(self, docks, qtbot):
        docks.tabifyDockWidget(dock(docks, "scores"), dock(docks, "document"))
        dock(docks, "scores").raise_()
        qtbot.waitUntil(lambda: not docks.panels["document"].isVisible())
        docks.toggle("document")
        qtbot.waitUntil(lambda: docks.panels["document"].isVisible())
        assert not docks.panels["scores"].isVisible()
        assert docks.is_shown("scores")

    def test_the_cross_closes(self, docks, qtbot):
        cross = docks.panels["issues"].title_bar.findChild(object, "closePanel")
        qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
        assert not docks.is_shown("issues")

    def test_another_look_reaches_every_panel(self, docks):
        docks.set_theme(DARK)
        docks.grab()
        assert all(panel.theme == DARK for panel in docks.panels.values())


class TestLayout:
    def test_a_layout_comes_back(self, docks, qtbot, drafted):
        docks.addDockWidget(LEFT, dock(docks, "scores"))
        docks.addDockWidget(BELOW, dock(docks, "changes"))
        docks.toggle("issues")
        again = make(qtbot, drafted)
        again.restore_layout(docks.save_layout())
        assert again.dockWidgetArea(dock(again, "scores")) == LEFT
        assert again.dockWidgetArea(dock(again, "changes")) == BELOW
        assert not again.is_shown("issues")

    @pytest.mark.parametrize("kept", [b"", b"garbage", b"\0" * 4000])
    def test_what_is_no_layout_is_dropped(self, docks, kept):
        docks.restore_layout(QByteArray(kept))
        assert docks.shown == tuple(spec.id for spec in PANELS if spec.shown)

    def test_a_layout_of_a_large_screen_leaves_the_text_its_room(self, docks, qtbot, drafted):
        wide = make(qtbot, drafted, (2500, 900))
        wide.resizeDocks([dock(wide, "scores")], [1900], Qt.Orientation.Horizontal)
        qtbot.waitUntil(lambda: dock(wide, "scores").width() > 1500)
        small = make(qtbot, drafted, (900, 560))
        small.restore_layout(wide.save_layout())
        qtbot.waitUntil(lambda: small.centralWidget().width() >= 300)

    def test_a_panel_that_floats_from_behind_others_shows_what_it_has(self, docks, qtbot):
        dock(docks, "notes").setFloating(True)
        qtbot.waitUntil(docks.panels["notes"].isVisible)
        qtbot.waitUntil(docks.panels["notes"].title_bar.isVisible)

    def test_what_floats_goes_and_comes_with_the_table(self, docks, qtbot, drafted):
        dock(docks, "scores").setFloating(True)
        docks.hide()
        assert not dock(docks, "scores").isVisible()
        kept = docks.save_layout()
        docks.show()
        assert dock(docks, "scores").isVisible()
        again = make(qtbot, drafted)
        again.restore_layout(kept)
        assert dock(again, "scores").isFloating()
        assert again.is_shown("scores")

    def test_the_usual_layout_can_be_had_back(self, docks):
        docks.addDockWidget(LEFT, dock(docks, "scores"))
        dock(docks, "changes").setFloating(True)
        docks.show_all(False)
        docks.restore_usual()
        for spec in PANELS:
            assert not dock(docks, spec.id).isFloating()
            assert docks.is_shown(spec.id) is spec.shown
        assert docks.dockWidgetArea(dock(docks, "scores")) == RIGHT


@pytest.fixture
def window(qtbot, drafted, qapp):
    return open_window(qtbot, drafted)


def picture_around(window, part) -> bytes:
    assert not part.visibleRegion().isEmpty(), f"{part}, {part.accessibleName()} is out of sight"
    place = QRect(part.mapTo(window, QPoint()), part.size()).adjusted(-4, -4, 4, 4)
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits())


def stops(window) -> list[QWidget]:
    """Return where Tab stops, once around, from the editor."""
    seen = []
    while (part := QApplication.focusWidget()) not in seen:
        seen.append(part)
        QTest.keyClick(part, Qt.Key.Key_Tab)
    return seen


class TestFocus:
    @pytest.mark.parametrize("look", ["light", "dark", "contrast"])
    def test_it_is_seen_at_every_stop_of_tab(self, window, look, qapp):
        qapp.setCursorFlashTime(0)
        window.appearance.choose(look)
        unseen = []
        for part in stops(window):
            part.setFocus(Qt.FocusReason.TabFocusReason)
            there = picture_around(window, part)
            part.clearFocus()
            gone = picture_around(window, part)
            different = sum(one != other for one, other in zip(there, gone, strict=True))
            # More than a caret: a line around it.
            if different < 200:
                unseen.append((part.objectName(), part.accessibleName(), different))
        window.appearance.choose("light")
        assert not unseen

    def test_the_table_is_no_stop_beside_its_editor(self, window, drafted):
        names = [part.objectName() for part in stops(window)]
        assert names.count("targetEditor") == 1
        assert "Segments" not in [part.accessibleName() for part in stops(window)]
        drafted.editor.activate(drafted.document.segments[-1].id)
        window.review.focus_editor()
        assert QApplication.focusWidget().accessibleName() == "Segments"


class TestWalking:
    def parts(self, window) -> list[str]:
        named = {window.review: "table", window.filter_field: "filter"}
        named |= {card: name for name, card in window.side.panels.items()}
        here = QApplication.focusWidget()
        return [name for part, name in named.items() if part is here or part.isAncestorOf(here)]

    def test_f6_goes_round_and_back(self, window):
        panels = [[name] for name in window.side.panels if window.side.panels[name].isVisible()]
        seen = []
        for _press in range(len(panels) + 2):
            press(Qt.Key.Key_F6)
            seen.append(self.parts(window))
        assert seen == [*panels, ["filter"], ["table"]]
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert self.parts(window) == ["filter"]

    def test_a_message_is_on_the_way(self, window):
        window.messages.show_message("Failed.", "error", "Mend", lambda: None)
        press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert QApplication.focusWidget().text() == "Mend"
        press(Qt.Key.Key_Escape)
        assert window.messages.isHidden()
        assert self.parts(window) == ["table"]

    def test_escape_goes_from_any_panel_to_the_text(self, window):
        for card in window.side.reachable():
            card.take_focus()
            assert self.parts(window) != ["table"]
            press(Qt.Key.Key_Escape)
            assert self.parts(window) == ["table"]

    def test_the_panel_with_the_keyboard_is_marked(self, window):
        scores = window.side.panels["scores"]
        scores.take_focus()
        assert scores.title_bar.property("keyboard") == "true"
        press(Qt.Key.Key_Escape)
        assert scores.title_bar.property("keyboard") == "false"

    def test_the_layout_is_kept_over_a_restart(self, window, qtbot, drafted):
        window.actions_["panel_issues"].trigger()
        window.close()
        again = MainWindow(drafted, Appearance())
        qtbot.addWidget(again)
        assert not again.side.is_shown("issues")
        assert again.side.is_shown("scores")
        assert not again.actions_["panel_issues"].isChecked()
