"""The filter line by keys and mouse in the real window: conditions, count, place, saved lines."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press, type_text
from translation.model.record import Note
from ui.dialogs.filter_name import FilterNameDialog
from ui.finding.filter_count import FilterCount
from ui.finding.filter_menu import FilterMenu
from ui.finding.saved_filters import forget_filter, save_filter, saved_filters
from ui.panels.changes import ChangesPanel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, qapp, opened):
    """The window with drafts that say their rows."""
    draft_all(opened, {2: "The minister said so."})
    return open_window(qtbot, opened)


def narrow(window, qtbot, line, count):
    press(Qt.Key.Key_F, CONTROL | SHIFT)
    type_text(line)
    qtbot.waitUntil(lambda: window.review.shown_count() == count)


def said(window):
    return window.findChild(FilterCount).text()


def menu(window):
    found = window.findChild(FilterMenu)
    found.aboutToShow.emit()
    return found


def words(of):
    return [action.text().replace("&", "") for action in of.actions() if action.text()]


def submenu(of, name):
    return next(a.menu() for a in of.actions() if a.text().replace("&", "") == name)


def choose(of, name):
    next(a for a in of.actions() if a.text().replace("&", "") == name).trigger()


class TestLine:
    def test_how_many_of_how_many(self, window, qtbot):
        narrow(window, qtbot, "target:minister", 1)
        assert said(window) == f"1 of {len(window.session.document)}"
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: said(window) == "")

    def test_enter_goes_to_the_first_place_found(self, window, qtbot):
        narrow(window, qtbot, "minister", 1)
        press(Qt.Key.Key_Return)
        editor = window.review.active.editor
        assert QApplication.focusWidget() is editor
        assert editor.textCursor().selectedText() == "minister"

    def test_enter_before_the_rows_have_followed(self, window):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        type_text("minister")
        press(Qt.Key.Key_Return)
        assert window.review.active.editor.textCursor().selectedText() == "minister"

    def test_the_panel_shows_no_hidden_segment(self, window, qtbot):
        panel = window.findChild(ChangesPanel)
        segments = window.session.document.segments
        narrow(window, qtbot, "minister", 1)
        assert window.session.editor.active_id == segments[2].id
        type_text(" zebra")
        qtbot.waitUntil(lambda: panel.text == "No segment is active.")
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.session.editor.active_id == segments[0].id)

    def test_escape_clears_it_from_the_editor_too(self, window, qtbot):
        narrow(window, qtbot, "minister", 1)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        whole = len(window.session.document)
        qtbot.waitUntil(lambda: window.review.shown_count() == whole)
        assert QApplication.focusWidget() is window.review.active.editor

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ("source:", "“source:” needs words after it."),
            ("sorce:x", "“sorce:x” is not a condition; it is looked for as text."),
            ("state:odd", "“state:odd” is not a condition; it is looked for as text."),
        ],
    )
    def test_what_is_no_condition_is_said(self, window, qtbot, line, sentence):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        type_text(line)
        qtbot.waitUntil(lambda: sentence in said(window))


class TestMenu:
    def test_every_kind_is_offered(self, window):
        found = words(menu(window))
        for kind in ("State", "Text", "Issues", "Comes from", "Person", "Length of the source"):
            assert kind in found
        for mark in ("With notes", "Changed", "Sources that are repeated"):
            assert mark in found

    def test_a_click_adds_a_condition_and_another_takes_it_away(self, window, qtbot):
        segment = window.session.document.segments[1]
        window.session.editor.say(segment.id, Note("Is this so?"))
        choose(menu(window), "With notes")
        assert window.filter_field.text() == "has:note"
        assert window.review.shown_count() == 1
        choose(submenu(menu(window), "State"), "Unfinished: not confirmed yet")
        assert window.filter_field.text() == "has:note state:unfinished"
        choose(menu(window), "With notes")
        assert window.filter_field.text() == "state:unfinished"

    def test_a_text_waits_for_its_words(self, window, qtbot):
        choose(submenu(menu(window), "Text"), "In the translation …")
        assert window.filter_field.text() == "target:"
        assert window.filter_field.hasFocus()
        type_text("minister")
        qtbot.waitUntil(lambda: window.review.shown_count() == 1)

    def test_who_worked_on_it(self, window, qtbot):
        window.session.editor.author = "Dina Haddad"
        first = window.session.document.segments[0].id
        window.session.editor.confirm(first)
        choose(submenu(menu(window), "Person"), "Dina Haddad")
        assert window.filter_field.text() == 'person:"Dina Haddad"'
        assert window.review.shown_ids() == (first,)

    def test_who_worked_on_it_before_it_was_opened_again(self, window, qtbot):
        window.session.editor.author = "Dina"
        first = window.session.document.segments[0].id
        window.session.editor.confirm(first)
        path = window.session.files.path
        press(Qt.Key.Key_W, CONTROL)
        with qtbot.waitSignal(window.session.editor.document_replaced):
            window.session.files.open(path)
        with qtbot.waitSignal(window.session.authors.changed):
            menu(window)
        assert window.session.authors.of(first) == ("Dina",)
        assert window.session.authors.everybody == ["Dina"]

    def test_down_opens_it(self, window, monkeypatch):
        opened = []
        monkeypatch.setattr(FilterMenu, "popup", lambda _menu, place: opened.append(place))
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        press(Qt.Key.Key_Down)
        assert len(opened) == 1


class TestSaved:
    def test_saved_by_a_name_recalled_and_forgotten(self, window, qtbot):
        narrow(window, qtbot, "minister state:unfinished", 1)
        choose(menu(window), "Save this filter…")
        dialog = window.findChild(FilterNameDialog)
        QTest.keyClicks(dialog.name, "To do")
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)
        settings = window.appearance.settings
        assert saved_filters(settings) == {"To do": "minister state:unfinished"}
        window.filter_field.clear()
        choose(menu(window), "To do")
        qtbot.waitUntil(lambda: window.review.shown_count() == 1)
        choose(submenu(menu(window), "Forget"), "To do")
        assert saved_filters(settings) == {}

    def test_what_a_broken_setting_holds_is_left_out(self, window):
        settings = window.appearance.settings
        save_filter(settings, "One", "has:note")
        save_filter(settings, "Two", "state:final")
        save_filter(settings, "One", "has:issue")
        assert saved_filters(settings) == {"Two": "state:final", "One": "has:issue"}
        from app.settings.table import SAVED_FILTERS

        for broken in ("[1]", '{"a": 1}', "{"):
            settings.keep(SAVED_FILTERS, broken)
            assert saved_filters(settings) == {}
        forget_filter(settings, "One")


def test_what_is_unfinished_is_one_key_away(window, opened, qtbot):
    opened.editor.confirm(opened.document.segments[0].id)
    all_rows = window.review.shown_count()
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert window.review.shown_count() == 3, "one of four is confirmed; furniture is no work"
    assert window.filter_field.text() == "state:unfinished"
    assert QApplication.focusWidget() is window.review.active.editor
    press(Qt.Key.Key_H, CONTROL | SHIFT)
    assert window.review.shown_count() == all_rows
    assert window.messages.sentences == []
