"""Errors marked in the real window by keys: words, letters, changed, noted, walked, undone."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press, type_text
from translation.model.mark import MarkKind, Side
from translation.mqm.typology import mqm_core
from ui import asking
from ui.dialogs.typology import TypologyDialog
from ui.dialogs.typology_rows import TypologyRows
from ui.review.segment_row import segment_row
from ui.widgets.letter_list import LetterList

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (grabbing the keyboard|raise|propagateSizeHints)"
)

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT = "He said that Yvonne was here."


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened, {0: DRAFT, 1: "Another line of the text.", 2: "The third one."})
    opened.editor.author = "Huda"
    opened.editor.activate(opened.document.segments[0].id)
    return open_window(qtbot, opened)


def errors(session, row=0):
    return session.errors.of(session.document.segments[row].id)


def asked(window, qtbot) -> LetterList:
    qtbot.waitUntil(lambda: window.findChild(LetterList) is not None)
    return window.findChild(LetterList)


def letters(window, qtbot, keys):
    """Type letters where the list is."""
    found = asked(window, qtbot)
    for letter in keys:
        QTest.keyClicks(found.view, letter)
    back(window, qtbot)


def back(window, qtbot):
    """Wait until the list has gone; what the system does then, the keyboard is back in the text."""
    qtbot.waitUntil(lambda: window.findChild(LetterList) is None)
    window.activateWindow()
    qtbot.waitActive(window)
    window.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def mark(window, qtbot, words, keys):
    text = window.review.active.editor.text
    start = text.index(words)
    window.review.active.choose(Side.TARGET, start, start + len(words))
    press(Qt.Key.Key_F4)
    letters(window, qtbot, keys)


def test_words_one_key_and_three_letters(window, opened, qtbot):
    mark(window, qtbot, "Yvonne", "amj")
    (found,) = errors(opened)
    assert (found.error.text, found.error.category) == ("Yvonne", "accuracy/mistranslation")
    assert (found.error.severity, found.record.author) == ("major", "Huda")
    row = segment_row(opened.document, 0)
    (mark_,) = [m for m in window.review.marks.of(row, Side.TARGET) if "mqm" in m.kind]
    assert (mark_.start, mark_.length, mark_.kind) == (13, 6, MarkKind.MQM_MAJOR)
    assert mark_.message == "Accuracy/Mistranslation · Major"
    opened.editor.undo()
    assert errors(opened) == ()
    opened.editor.redo()
    assert errors(opened) == (found,)


def test_each_step_offers_what_comes_next_and_backspace_goes_back(window, opened, qtbot):
    window.review.active.choose(Side.TARGET, 3, 7)
    press(Qt.Key.Key_F4)
    found = asked(window, qtbot)
    assert "said" in found.title.text()
    assert [row.letter for row in found.offered] == list("TALSCUDO")
    QTest.keyClicks(found.view, "l")
    assert found.way.text() == "Linguistic conventions"
    assert found.offered[-1].id == "linguistic"
    QTest.keyClick(found.view, Qt.Key.Key_Backspace)
    QTest.keyClicks(found.view, "o")
    assert [row.words for row in found.offered] == ["Neutral", "Minor", "Major", "Critical"]
    QTest.keyClick(found.view, Qt.Key.Key_Escape)
    back(window, qtbot)
    assert errors(opened) == ()


def test_without_words_the_whole_segment_is_meant(window, opened, qtbot):
    press(Qt.Key.Key_F4)
    letters(window, qtbot, "aoc")
    (found,) = errors(opened)
    assert (found.error.text, found.error.category) == ("", "accuracy/omission")
    assert found.stands


def test_page_furniture_takes_no_errors(window, opened):
    segment = opened.document.segments[0]
    opened.editor.toggle_furniture(segment.unit_id)
    window.actions_["mark_error"].trigger()
    assert window.findChild(LetterList) is None
    assert window.messages.sentences


def test_a_word_of_the_source_is_marked_in_the_source(window, opened, qtbot):
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_F4)
    letters(window, qtbot, "aon")
    (found,) = errors(opened)
    source = opened.document.segments[0].source
    assert found.error.side == "source"
    assert found.error.text
    assert source[slice(*found.place)] == found.error.text


def test_at_an_error_the_key_changes_it(window, opened, qtbot):
    mark(window, qtbot, "Yvonne", "amj")
    window.review.active.editor.set_caret(15)
    press(Qt.Key.Key_F4)
    found = asked(window, qtbot)
    assert "Yvonne" in found.title.text()
    assert found.view.currentIndex().row() == 1  # Accuracy, as it was
    letters(window, qtbot, "twm")
    (found,) = errors(opened)
    assert (found.error.category, found.error.severity) == ("terminology/wrong_term", "minor")
    press(Qt.Key.Key_F4, SHIFT)
    assert errors(opened) == ()
    press(Qt.Key.Key_F4, SHIFT)
    assert "No error is marked in this segment." in window.messages.sentences


def test_an_edit_elsewhere_moves_the_words_and_one_in_them_leaves_them_behind(
    window, opened, qtbot
):
    mark(window, qtbot, "Yvonne", "amj")
    window.review.active.editor.set_caret(0)
    type_text("So ")
    (found,) = errors(opened)
    assert found.place == (16, 22)
    window.review.active.editor.set_caret(18)
    type_text("x")
    (found,) = errors(opened)
    assert not found.stands
    panel = window.side.panels["errors"]
    qtbot.waitUntil(lambda: any("changed since" in e.remark for e in panel.list.entries.entries))
    assert opened.errors.score.left == 0
    assert opened.errors.score.errors == 1


def test_walking_goes_over_rows_and_round(window, opened, qtbot):
    mark(window, qtbot, "said", "lgm")
    mark(window, qtbot, "Yvonne", "amj")
    opened.editor.activate(opened.document.segments[2].id)
    window.review.focus_editor()
    mark(window, qtbot, "third", "oc")
    opened.editor.activate(opened.document.segments[1].id)
    window.review.focus_editor()
    chosen = []
    for _time in range(4):
        press(Qt.Key.Key_F8, CONTROL)
        chosen.append(window.review.active.editor.chosen)
    assert chosen == ["third", "said", "Yvonne", "third"]
    press(Qt.Key.Key_F8, CONTROL | SHIFT)
    assert window.review.active.editor.chosen == "Yvonne"
    assert window.side.panels["errors"].current.error.text == "Yvonne"


def test_the_panel_says_score_and_counts_and_keeps_a_note(window, opened, qtbot):
    panel = window.side.panels["errors"]
    assert panel.is_empty
    mark(window, qtbot, "Yvonne", "amj")
    window.side.show_panel("errors")
    qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
    words = len(opened.document.segments[0].source.split())
    points = 5000 / words
    assert panel.score.text().startswith(f"{points:.1f} points in 1 000 words · fails")
    assert "Major 1" in panel.counts.text()
    assert "Accuracy/Mistranslation 1" in panel.counts.text()
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.entries.index(0))
    panel.note.setFocus()
    type_text("iPhone")
    press(Qt.Key.Key_Return)
    assert errors(opened)[0].error.note == "iPhone"
    opened.editor.undo()
    assert errors(opened)[0].error.note == ""
    qtbot.waitUntil(lambda: panel.note.toPlainText() == "")
    panel.list.setFocus()
    press(Qt.Key.Key_F2)
    letters(window, qtbot, "tic")
    assert errors(opened)[0].error.severity == "critical"
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.entries.index(0))
    press(Qt.Key.Key_Delete)
    assert errors(opened) == ()
    qtbot.waitUntil(lambda: panel.is_empty)


def test_a_note_that_was_begun_is_not_lost(window, opened, qtbot):
    panel = window.side.panels["errors"]
    mark(window, qtbot, "Yvonne", "amj")
    mark(window, qtbot, "said", "lgm")
    window.side.show_panel("errors")
    qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 2)
    panel.list.setCurrentIndex(panel.list.entries.index(0))
    panel.note.setFocus()
    type_text("begun")
    panel.list.setCurrentIndex(panel.list.entries.index(1))
    assert errors(opened)[0].error.note == "begun"
    assert errors(opened)[1].error.note == ""


class TestFiles:
    def test_out_and_in_again(self, window, opened, qtbot, tmp_path, monkeypatch):
        mark(window, qtbot, "Yvonne", "amj")
        out = tmp_path / "errors.tsv"
        monkeypatch.setattr(asking, "file_to_write", lambda *_args: out)
        window.actions_["export_ratings"].trigger()
        qtbot.waitUntil(out.exists)
        qtbot.waitUntil(lambda: opened.jobs.current is None)
        assert "<v>Yvonne</v>" in out.read_text("utf-8")
        opened.editor.undo()
        monkeypatch.setattr(asking, "file_to_open", lambda *_args: out)
        window.actions_["import_ratings"].trigger()
        qtbot.waitUntil(lambda: len(errors(opened)) == 1)
        assert errors(opened)[0].error.text == "Yvonne"
        assert "errors.tsv: 1 marked error was taken." in window.messages.sentences
        opened.editor.undo()
        assert errors(opened) == ()

    @pytest.mark.parametrize("name", ["x.json", "x.pearmut.json"])
    def test_by_the_suffix_it_is_json_or_a_campaign(self, window, opened, qtbot, tmp_path, name):
        mark(window, qtbot, "Yvonne", "amj")
        opened.ratings.write(tmp_path / name)
        qtbot.waitUntil((tmp_path / name).exists)
        data = json.loads((tmp_path / name).read_text("utf-8"))
        assert ("campaign_id" in data) is ("pearmut" in name)


class TestTypology:
    def test_points_are_changed_and_the_project_keeps_them(self, window, opened, qtbot):
        mark(window, qtbot, "Yvonne", "amj")
        window.actions_["typology"].trigger()
        dialog = window.findChild(TypologyDialog)
        rows = dialog.rows
        assert rows.setData(rows.index(2, 2), "10")  # Major
        dialog.threshold.setValue(5)
        dialog.accept()
        assert opened.errors.score.penalty == 10
        assert opened.errors.typology.threshold == 5
        assert json.loads(opened.autosave.get_meta("mqm_typology"))["threshold"] == 5

    def test_what_nobody_could_choose_by_is_refused(self, qtbot):
        refused = []
        rows = TypologyRows(mqm_core(), refused.append)
        QAbstractItemModelTester(rows)
        assert not rows.setData(rows.index(1, 0), "J")  # Major's
        assert not rows.setData(rows.index(1, 2), "many")
        assert not rows.setData(rows.index(1, 1), "  ")
        assert len(refused) == 3
        assert rows.setData(rows.index(5, 1), "Own words")
        assert rows.typology != mqm_core()

    def test_categories_come_and_go(self, qtbot):
        rows = TypologyRows(mqm_core(), lambda why: None)
        QAbstractItemModelTester(rows)
        count = rows.rowCount()
        at = rows.add_below(rows.index(5, 0))
        assert rows.rowCount() == count + 1
        assert rows.row(rows.index(at, 0)).parent == "terminology"
        assert rows.remove(rows.index(at, 0))
        assert rows.typology == mqm_core()
        assert rows.remove(rows.index(4, 0))  # Terminology, with what stands below it
        assert rows.rowCount() == count - 4


def test_the_list_is_a_sound_model(window, qtbot):
    press(Qt.Key.Key_F4)
    found = asked(window, qtbot)
    QAbstractItemModelTester(found.view.model())
    QTest.keyClicks(found.view, "2")
    assert found.way.text() == "Accuracy"
    assert QApplication.activePopupWidget() is found
    found.close()
