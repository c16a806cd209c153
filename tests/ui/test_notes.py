"""Notes in the window, by keys: written, answered, settled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

from tests.moments import pass_moments
from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press, type_text
from translation.model.notes import WHOLE_DOCUMENT, note_records, notes_of_document
from translation.model.segment import SegmentState
from translation.text.words import DiffPart
from ui.panels.entries import EntryList, EntryModel
from ui.panels.entry_painting import Entry
from ui.panels.notes import NotesPanel
from ui.review.accessible import state_text
from ui.review.row_marks import marks
from ui.review.segment_editor import SegmentEditor
from ui.review.segment_row import segment_row
from ui.theme import DARK, LIGHT

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened)
    opened.editor.author = "Huda"
    return open_window(qtbot, opened)


def said(session, segment_id):
    return [
        (record.author, note.text, [(r.author, r.text) for r in note.replies], note.resolved)
        for record, note in note_records(session.document, segment_id)
    ]


def notes(window) -> NotesPanel:
    return window.side.panels["notes"]


def note(window, text):
    press(Qt.Key.Key_N, ALT)
    type_text(text)
    press(Qt.Key.Key_Return)


class TestNotes:
    def test_a_note_is_three_keys_and_the_keyboard_is_back_in_the_text(self, window, opened):
        active = opened.editor.active_id
        press(Qt.Key.Key_N, ALT)
        type_text("Whose?")
        press(Qt.Key.Key_Return, SHIFT)
        type_text("When?")
        press(Qt.Key.Key_Return)
        assert said(opened, active) == [("Huda", "Whose?\nWhen?", [], False)]
        assert isinstance(QApplication.focusWidget(), SegmentEditor)
        press(Qt.Key.Key_Z, CONTROL)
        assert said(opened, active) == []

    def test_control_and_enter_keep_the_note_and_confirm_nothing(self, window, opened):
        active = opened.editor.active_id
        press(Qt.Key.Key_N, ALT)
        type_text("Whose?")
        press(Qt.Key.Key_Return, CONTROL)
        assert said(opened, active) == [("Huda", "Whose?", [], False)]
        assert opened.editor.active_id == active
        assert opened.document.segment(active).state is SegmentState.INITIAL
        assert isinstance(QApplication.focusWidget(), SegmentEditor)

    def test_a_note_that_was_left_without_enter_stays_with_its_segment(self, window, opened, qtbot):
        first, second = (segment.id for segment in opened.document.segments[:2])
        window.review.go_to(first)
        press(Qt.Key.Key_N, ALT)
        type_text("Whose?")
        window.review.go_to(second)
        qtbot.waitUntil(lambda: bool(said(opened, first)))
        assert said(opened, first) == [("Huda", "Whose?", [], False)]
        assert said(opened, second) == []
        assert notes(window).field.toPlainText() == ""

    def test_an_answer_that_was_left_without_enter_is_kept(self, window, opened, qtbot):
        first, second = (segment.id for segment in opened.document.segments[:2])
        window.review.go_to(first)
        note(window, "Whose?")
        list_ = notes(window).list
        qtbot.waitUntil(lambda: len(list_.entries.entries) == 1)
        list_.setFocus()
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Return)
        type_text("His.")
        window.review.go_to(second)
        qtbot.waitUntil(lambda: bool(said(opened, first)[0][2]))
        assert said(opened, first) == [("Huda", "Whose?", [("Huda", "His.")], False)]

    def test_a_note_in_writing_is_kept_when_the_document_is_closed(self, window, opened, qtbot):
        path, active = opened.files.path, opened.editor.active_id
        press(Qt.Key.Key_N, ALT)
        type_text("Whose?")
        with qtbot.waitSignal(opened.editor.document_replaced):
            opened.files.close()
        with qtbot.waitSignal(opened.files.opened):
            opened.files.open(path)
        assert said(opened, active) == [("Huda", "Whose?", [], False)]
        assert notes(window).field.toPlainText() == ""

    def test_esc_gives_a_note_up(self, window, opened, qtbot):
        first, second = (segment.id for segment in opened.document.segments[:2])
        window.review.go_to(first)
        press(Qt.Key.Key_N, ALT)
        type_text("Whose?")
        press(Qt.Key.Key_Escape)
        window.review.go_to(second)
        pass_moments(window)
        assert said(opened, first) == said(opened, second) == []

    def test_a_hidden_panel_comes_back_for_a_note(self, window, opened):
        if window.side.is_shown("notes"):
            window.side.toggle("notes")
        press(Qt.Key.Key_N, ALT)
        assert window.side.is_shown("notes")
        assert QApplication.focusWidget() is notes(window).field

    def test_a_thread_is_answered_settled_and_opened_again(self, window, opened, qtbot):
        active = opened.editor.active_id
        note(window, "Whose?")
        opened.editor.author = "Samir"
        list_ = notes(window).list
        qtbot.waitUntil(lambda: len(list_.entries.entries) == 1)
        list_.setFocus()
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Return)
        type_text("His.")
        press(Qt.Key.Key_Return)
        assert said(opened, active) == [("Huda", "Whose?", [("Samir", "His.")], False)]
        assert QApplication.focusWidget() is list_
        qtbot.waitUntil(lambda: len(list_.entries.entries) == 2)
        press(Qt.Key.Key_Space)
        assert said(opened, active)[0][3]
        press(Qt.Key.Key_Space)
        assert not said(opened, active)[0][3]
        press(Qt.Key.Key_R, ALT)
        assert said(opened, active)[0][3]
        press(Qt.Key.Key_R, ALT)
        assert "no open note" in window.messages.sentences[-1]
        press(Qt.Key.Key_Escape)
        assert isinstance(QApplication.focusWidget(), SegmentEditor)

    def test_ones_own_is_edited_and_deleted_that_of_others_not(self, window, opened, qtbot):
        active, panel = opened.editor.active_id, notes(window)
        note(window, "Whose?")
        qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
        panel.list.setFocus()
        press(Qt.Key.Key_Home)
        assert panel.edit_link.isEnabled()
        press(Qt.Key.Key_F2)
        assert panel.field.toPlainText() == "Whose?"
        type_text("Whose is it?")
        press(Qt.Key.Key_Return)
        assert said(opened, active) == [("Huda", "Whose is it?", [], False)]
        opened.editor.author = "Samir"
        panel.refresh()
        assert not panel.edit_link.isEnabled()
        assert panel.answer_link.isEnabled()
        press(Qt.Key.Key_Delete)
        assert len(said(opened, active)) == 1
        opened.editor.author = "Huda"
        panel.refresh()
        press(Qt.Key.Key_Delete)
        assert said(opened, active) == []

    def test_esc_gives_an_answer_up_and_then_the_field(self, window, opened, qtbot):
        note(window, "Whose?")
        panel = notes(window)
        qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
        panel.list.setFocus()
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_Return)
        type_text("Hi")
        press(Qt.Key.Key_Escape)
        assert panel.field.toPlainText() == ""
        assert QApplication.focusWidget() is panel.list
        panel.field.setFocus()
        press(Qt.Key.Key_Escape)
        assert isinstance(QApplication.focusWidget(), SegmentEditor)

    def test_typing_reads_no_notes(self, window, opened, qtbot):
        note(window, "Whose?")
        panel = notes(window)
        qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
        read = []
        panel._soon.timeout.connect(lambda: read.append(1))
        type_text("Rain")
        pass_moments(window)
        assert read == []

    def test_the_document_has_notes_of_its_own(self, window, opened, qtbot):
        window.actions_["document_note"].trigger()
        type_text("Ask for a glossary.")
        press(Qt.Key.Key_Return)
        assert [one.text for one in notes_of_document(opened.document)] == ["Ask for a glossary."]
        panel = notes(window)
        qtbot.waitUntil(lambda: len(panel.list.entries.entries) == 1)
        panel.about.choose(0)
        qtbot.waitUntil(lambda: not panel.list.entries.entries)
        assert said(opened, WHOLE_DOCUMENT)[0][0] == "Huda"

    def test_the_row_shows_what_is_open_by_more_than_colour(self, window, opened):
        def shown():
            row = segment_row(opened.document, 0)
            return [name for name, _colour in marks(row) if "note" in name], state_text(row)

        assert shown()[0] == []
        note(window, "Whose?")
        assert shown()[0] == ["open_note"]
        assert "open note" in shown()[1]
        press(Qt.Key.Key_R, ALT)
        assert shown()[0] == ["noted"]
        assert "with a note" in shown()[1]

    def test_what_the_file_says_is_read_only(self, session, tmp_path, qtbot):
        path = tmp_path / "a.po"
        path.write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n'
            'X-Source-Language: ar\\n"\n\n# اسم الوزير\nmsgid "نص"\nmsgstr "Text"\n',
            "utf-8",
        )
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        panel = NotesPanel(session, DARK)
        qtbot.addWidget(panel)
        panel.show()
        [entry] = panel.list.entries.entries
        assert "اسم الوزير" in entry.spoken
        panel.list.setCurrentIndex(panel.list.entries.index(0))
        assert not panel.answer_link.isEnabled()
        assert not panel.delete_link.isEnabled()
        row = segment_row(session.document, 0)
        assert ("noted", "muted") in marks(row)


def entry(id_, text):
    return Entry(id_, "now", (DiffPart("equal", text, 0, 0),), spoken=text)


def test_the_list_keeps_what_is_marked(qtbot):
    list_ = EntryList(LIGHT, "Notes")
    qtbot.addWidget(list_)
    QAbstractItemModelTester(list_.entries, QAbstractItemModelTester.FailureReportingMode.Fatal)
    list_.set_entries([entry("a", "1"), entry("b", "2")])
    list_.choose("b")
    list_.set_entries([entry("a", "1"), entry("b", "3")])
    assert list_.current_id == "b"
    list_.set_entries([entry("c", "0"), entry("a", "1"), entry("b", "3")])
    assert list_.current_id == "b"
    list_.set_entries([entry("c", "0")])
    assert list_.current_id == ""


def test_a_text_without_end_is_shown_as_it_begins(qtbot):
    list_ = EntryList(LIGHT, "Notes")
    qtbot.addWidget(list_)
    list_.show()
    list_.set_entries([entry("a", "word " * 1_000_000), entry("b", "2")])
    option = QStyleOptionViewItem()
    size = list_.itemDelegate().sizeHint(option, list_.entries.index(0))
    assert 500 < size.height() < 100_000


def test_the_model_holds(qtbot):
    model = EntryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_entries([entry("a", "نص"), entry("b", "")])
    model.set_entries([])
    model.set_entries([entry("a", "نص")])
    assert model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole) == "نص"
