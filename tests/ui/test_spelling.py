"""Spelling in the real window, by keys: marks, the menu at the word, the list of all words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.settings.store import Settings
from translation.model.mark import MarkKind, Side
from translation.model.segment import SegmentState
from translation.quality import Profile
from translation.system.preferences import ENGLISH
from ui.appearance import Appearance
from ui.dialogs.added_words import AddedWordsDialog
from ui.dialogs.spelling import SpellingDialog
from ui.dialogs.wrong_words import WrongWords
from ui.main_window import MainWindow
from ui.review import spelling_marks
from ui.review.spelling_menu import SpellingMenu

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing|propagateSizeHints)"
)
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot, drafted, monkeypatch):
    """The window over the small article, British, the first draft with two wrong words.

    However slow the machine is, a word that was typed counts as being typed.
    """
    monkeypatch.setattr(spelling_marks, "PAUSE", 10**6)
    settings = Settings()
    settings.keep(ENGLISH, "en-GB")
    made = MainWindow(drafted, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: drafted.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    write(drafted, 0, "It was recieved by teh man.")
    write(drafted, 1, "And recieved again.")
    drafted.editor.activate(drafted.document.segments[0].id)
    made.review.focus_editor()
    made.review.active.editor.set_caret(0)
    qtbot.waitUntil(lambda: not drafted.spelling.unchecked)
    return made


def write(session, row, text):
    segment = session.document.segments[row]
    session.editor.type_text(segment.id, text, 0, 0)


def target(window, row):
    document = window.session.document
    return document.shown_target(document.segments[row])


def marked(window, row=0):
    """The words that are marked in a row."""
    shown = window.review._model.row(row)
    marks = window.review.marks.of(shown, Side.TARGET)
    spelled = [mark for mark in marks if mark.kind is MarkKind.SPELLING]
    return [shown.shown[mark.start : mark.end] for mark in spelled]


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.review.active.editor, key, modifier)


def menu(qtbot):
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), SpellingMenu))
    return QApplication.activePopupWidget()


def close(qtbot):
    QTest.keyClick(menu(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def words_of(shown):
    return [action.text() for action in shown.actions() if action.text()]


def test_wrong_words_are_marked_and_mended_by_key(window, qtbot):
    assert marked(window) == ["recieved", "teh"]
    press(window, Qt.Key.Key_F7, ALT)
    shown = menu(qtbot)
    qtbot.waitUntil(lambda: words_of(shown)[0] == "received")
    assert words_of(shown)[-1] == "Ignore “recieved”"
    QTest.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: target(window, 0) == "It was received by teh man.")
    assert window.review.active.editor.caret == len("It was received")
    qtbot.waitUntil(lambda: marked(window) == ["teh"])
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: marked(window) == ["recieved", "teh"])


def test_a_profile_of_checks_leaves_the_spelling_out(window, drafted, qtbot):
    quiet = Profile("quiet", switches=(("spelling", False),))
    drafted.checks.choose_for_project(quiet)
    assert marked(window) == []
    press(window, Qt.Key.Key_F7, ALT)
    qtbot.waitUntil(lambda: "this profile of checks" in window.messages.sentences[-1])
    drafted.checks.choose_for_project(None)
    qtbot.waitUntil(lambda: marked(window) == ["recieved", "teh"])


def test_the_key_goes_on_to_the_next_word_and_segment(window, qtbot):
    press(window, Qt.Key.Key_F7, ALT)
    close(qtbot)
    press(window, Qt.Key.Key_F7, ALT)
    assert menu(qtbot)._word.word == "teh"
    close(qtbot)
    press(window, Qt.Key.Key_F7, ALT)
    assert menu(qtbot)._word.word == "recieved"
    assert window.session.editor.active_id == window.session.document.segments[1].id
    close(qtbot)


def test_the_word_that_is_typed_is_left_alone(window, qtbot):
    editor = window.review.active.editor
    editor.set_caret(len(editor.text))
    QTest.keyClicks(editor, " wrnog")
    id_ = window.session.document.segments[0].id
    found = window.session.spelling
    qtbot.waitUntil(lambda: "wrnog" in [w.word for w in found.wrong(id_, editor.text)])
    window.review.marks.changed.emit([id_])
    assert "wrnog" not in marked(window)
    QTest.keyClicks(editor, " ")
    qtbot.waitUntil(lambda: "wrnog" in marked(window))


def test_the_menu_of_the_mouse_has_the_same(window, qtbot):
    editor = window.review.active.editor
    language = window.session.spelling.language(window.session.editor.active_id)
    qtbot.waitUntil(lambda: bool(window.session.spelling.suggestions(language, "recieved")))
    editor.set_caret(9)
    place = editor.viewport().mapToGlobal(editor.cursorRect().center())
    shown = QMenu()
    window.review.offer(shown, place)
    assert words_of(shown)[0] == "received"
    add = next(action for action in shown.actions() if "to the project" in action.text())
    add.trigger()
    assert marked(window) == ["teh"]
    assert marked(window, 1) == []


class TestTheList:
    @pytest.fixture
    def shown(self, window, qtbot):
        press(window, Qt.Key.Key_F7)
        dialog = window.findChild(SpellingDialog)
        qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
        return dialog

    def test_the_model_keeps_to_the_rules(self, window, shown):
        model = WrongWords(window.session.document)
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.show(window.session.spelling.cases())
        model.show([])

    def test_a_word_is_corrected_everywhere_as_one_step(self, window, shown, qtbot):
        assert [shown.model.index(0, column).data() for column in (1, 2)] == ["2", "1, 2"]
        qtbot.waitUntil(lambda: shown.other.text() == "received")
        QTest.keyClick(shown.list, Qt.Key.Key_Return)
        assert target(window, 0) == "It was received by teh man."
        assert target(window, 1) == "And received again."
        window.session.editor.undo()
        assert target(window, 0) == "It was recieved by teh man."
        assert target(window, 1) == "And recieved again."
        assert shown.isVisible()

    def test_what_is_settled_stays(self, window, shown, qtbot):
        last = window.session.document.segments[1].id
        window.session.editor.set_state([last], SegmentState.FINAL)
        qtbot.waitUntil(lambda: shown.other.text() == "received")
        shown.replace()
        assert target(window, 1) == "And recieved again."
        qtbot.waitUntil(lambda: "stays as it is" in shown.said.text())

    def test_words_are_ignored_added_and_taken_back(self, window, shown, qtbot):
        shown._buttons[2].click()
        qtbot.waitUntil(lambda: shown.model.rowCount() == 1)
        assert shown.case.word == "teh"
        shown._buttons[3].click()
        assert shown.model.rowCount() == 0
        assert shown.said.text() == "0 words are wrong."
        shown._show_added()
        added = shown.findChild(AddedWordsDialog)
        added.project.item(0).setSelected(True)
        added._take_back.click()
        added.close()
        qtbot.waitUntil(lambda: shown.model.rowCount() == 1)

    def test_there_is_one_list_and_it_shows_the_sentence(self, window, shown):
        press(window, Qt.Key.Key_F7)
        assert window.findChildren(SpellingDialog) == [shown]
        assert "It was [recieved] by teh man." in shown.sentence.text()

    def test_it_goes_to_the_places(self, window, shown):
        segments = window.session.document.segments
        for row in (0, 1, 0):
            shown._buttons[1].click()
            assert window.session.editor.active_id == segments[row].id
