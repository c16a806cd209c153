"""Terms in the real window by keys: added from both sides, inserted, changed, taken out, undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.editing.terming import add_term
from app.settings.table import TEACHING, TERMBASES
from tests.moments import pass_moments
from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press, type_text
from translation.model.mark import MarkKind, Side
from translation.model.record import ProjectTerm
from translation.system.setting import Page
from translation.terms.files import TermbaseFile, written_termbases
from translation.terms.own import project_terms
from ui import asking
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.term import TermDialog
from ui.review.segment_row import segment_row

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
ROW = 2
"""Of the small article: the minister says that dialogue matters."""
DRAFT = "The minister said that talking matters."


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened, {ROW: DRAFT})
    opened.editor.activate(opened.document.segments[ROW].id)
    return open_window(qtbot, opened)


@pytest.fixture
def segment(window, opened):
    return opened.document.segments[ROW]


def terms(session):
    return [term for _, term in project_terms(session.document)]


def choose(window, segment, source, target):
    """Choose words on both sides, as a mouse does."""
    active = window.review.active
    for field, text, words in (
        (active.source, segment.source, source),
        (active.editor, active.editor.text, target),
    ):
        start = text.index(words)
        field.choose(start, start + len(words))
    active.editor.setFocus()


def term(source="الحوار", target="dialogue", status="preferred"):
    return ProjectTerm(source, target, "ar", "en", status)


def panel(window):
    found = window.side.panels["terms"]
    pass_moments(found)
    return found


def dialog(window, qtbot) -> TermDialog:
    qtbot.waitUntil(lambda: window.findChild(TermDialog) is not None)
    return window.findChild(TermDialog)


class TestAdding:
    def test_two_keys_make_a_term_of_what_is_chosen_on_both_sides(
        self, window, segment, opened, qtbot
    ):
        choose(window, segment, "الحوار", "talking")
        press(Qt.Key.Key_F2, CONTROL)
        shown = dialog(window, qtbot)
        assert (shown.source.text(), shown.target.text()) == ("الحوار", "talking")
        qtbot.waitUntil(shown.target.hasFocus)
        press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: terms(opened) == [term(target="talking")])
        assert "from now on" in window.messages.log[-1].sentence
        opened.editor.undo()
        assert terms(opened) == []

    def test_one_key_does_it_at_once(self, window, segment, opened):
        choose(window, segment, "الوزير", "minister")
        press(Qt.Key.Key_F2, CONTROL | SHIFT)
        assert terms(opened) == [term("الوزير", "minister")]
        press(Qt.Key.Key_F2, CONTROL | SHIFT)
        assert len(terms(opened)) == 1
        assert "already" in window.messages.log[-1].sentence

    def test_the_counterpart_is_proposed_where_nothing_is_chosen(self, window, segment, qtbot):
        choose(window, segment, "الوزير", "said")
        window.review.active.editor.set_caret(0)
        press(Qt.Key.Key_F2, CONTROL)
        assert dialog(window, qtbot).target.text() == "minister"

    def test_a_term_without_a_source_can_only_forbid(self, window, opened, qtbot):
        press(Qt.Key.Key_F2, CONTROL)
        shown = dialog(window, qtbot)
        shown.target.setText("so-called")
        assert not shown._accept.isEnabled()
        shown.status.setCurrentIndex(shown.status.findData("forbidden"))
        assert shown._accept.isEnabled()
        shown.accept()
        assert [one.status for one in terms(opened)] == ["forbidden"]


class TestPanel:
    def test_terms_are_listed_with_their_keys_and_marked_in_the_source(
        self, window, segment, opened
    ):
        QAbstractItemModelTester(window.side.panels["terms"].list.entries)
        add_term(opened.editor, term())
        add_term(opened.editor, term(target="talks", status="forbidden"))
        pass_moments(opened.terms)
        first, second = panel(window).list.entries.entries
        assert "Alt+1" in first.heading
        assert first.parts[0].text == "dialogue"
        assert "this project" in first.heading
        assert second.faded
        assert "not to be used" in second.heading
        row = segment_row(opened.document, ROW)
        (mark,) = [
            one for one in window.review.marks.of(row, Side.SOURCE) if one.kind is MarkKind.TERM
        ]
        assert segment.source[mark.start : mark.end] == "الحوار"
        assert mark.message == "dialogue"

    def test_a_key_inserts_in_the_place_of_what_is_chosen(self, window, segment, opened):
        add_term(opened.editor, term())
        choose(window, segment, "الحوار", "talking")
        press(Qt.Key.Key_1, ALT)
        assert opened.document.segment(segment.id).target == DRAFT.replace("talking", "dialogue")
        window.review.active.editor.set_caret(len("The minister"))
        press(Qt.Key.Key_1, ALT)
        assert "The minister dialogue said" in opened.document.segment(segment.id).target
        press(Qt.Key.Key_2, ALT)
        assert "no term with this number" in window.messages.log[-1].sentence

    def test_enter_inserts_from_the_list_and_goes_back(self, window, segment, opened):
        add_term(opened.editor, term())
        choose(window, segment, "الحوار", "talking")
        press(Qt.Key.Key_I, ALT | SHIFT)
        press(Qt.Key.Key_Return)
        assert "dialogue" in opened.document.segment(segment.id).target
        type_text("s")
        assert "dialogues" in opened.document.segment(segment.id).target

    def test_own_terms_are_changed_and_taken_out(self, window, opened, qtbot):
        add_term(opened.editor, term())
        press(Qt.Key.Key_I, ALT | SHIFT)
        press(Qt.Key.Key_F2)
        shown = dialog(window, qtbot)
        shown.target.setText("talks")
        shown.note.setText("as agreed")
        shown.accept()
        assert [(one.target, one.note) for one in terms(opened)] == [("talks", "as agreed")]
        qtbot.waitUntil(lambda: window.findChild(TermDialog) is None)
        panel(window).list.choose(panel(window).list.entries.entries[0].id)
        panel(window).delete_link.click()
        assert terms(opened) == []
        opened.editor.undo()
        assert len(terms(opened)) == 1

    def test_it_says_how_to_begin(self, window):
        assert "Ctrl+F2" in panel(window)._none.text()


class TestTermbases:
    def test_files_are_added_held_to_or_not_and_taken_off(
        self, window, opened, qtbot, tmp_path, monkeypatch
    ):
        path = tmp_path / "terms.csv"
        path.write_text("ar,en\nالحوار,dialogue\n", encoding="utf-8")
        monkeypatch.setattr(asking, "files_to_open", lambda *_args: [path])
        window.actions_["termbases"].trigger()
        shown = window.findChild(PreferencesDialog)
        editor = shown.fields[TERMBASES.key]
        assert shown.pages.currentRow() == list(Page).index(Page.TERMS)
        editor.add.click()
        settings = window.appearance.settings
        assert settings.value(TERMBASES) == written_termbases([TermbaseFile(str(path))])
        opened.terms.go_by([TermbaseFile(str(path))])
        qtbot.waitUntil(lambda: "1 entry" in editor.list.item(0).text())
        editor.list.item(0).setCheckState(Qt.CheckState.Unchecked)
        assert settings.value(TERMBASES) == written_termbases([TermbaseFile(str(path), False)])
        assert "only shown" in editor.list.item(0).text()
        editor.list.setCurrentRow(0)
        editor.take_off.click()
        assert settings.value(TERMBASES) == ""
        shown.reject()

    def test_terms_of_files_are_read_never_written(self, window, opened, qtbot, tmp_path):
        path = tmp_path / "terms.csv"
        path.write_text("ar,en\nالحوار,dialogue\n", encoding="utf-8")
        with qtbot.waitSignal(opened.terms.files_read):
            opened.terms.go_by([TermbaseFile(str(path))])
        press(Qt.Key.Key_I, ALT | SHIFT)
        assert not panel(window).change_link.isEnabled()
        press(Qt.Key.Key_F2)
        assert "read, never written" in window.messages.log[-1].sentence


class TestTeaching:
    ARTICLE = "قال بلينكين إن الحوار مهم\n\nوختم الوزير زيارته\n\nرحب بلينكين بالوزير"
    DRAFTS = ("Plinkin said so", "The minister ended his visit", "Plinkin welcomed the minister")

    @pytest.fixture
    def taught(self, session, tmp_path, qtbot):
        """The window, in which a name was put right and confirmed; it stands wrong below."""
        path = tmp_path / "news.txt"
        path.write_text(self.ARTICLE, encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        draft_all(session, dict(enumerate(self.DRAFTS)))
        session.editor.author = "Huda"
        session.editor.activate(session.document.segments[0].id)
        window = open_window(qtbot, session)
        choose(window, session.document.segments[0], "بلينكين", "Plinkin")
        type_text("Blinken")
        press(Qt.Key.Key_Return, CONTROL)
        pass_moments(session.teaching)
        qtbot.waitUntil(lambda: bool(session.teaching.open_lessons))
        return window

    def shown(self, window):
        document = window.session.document
        return [document.shown_target(segment) for segment in document.segments]

    def test_it_is_told_and_one_key_corrects_the_rest(self, taught):
        assert "stands in 1 more segment" in taught.messages.sentences[-1]
        press(Qt.Key.Key_A, ALT | SHIFT)
        assert self.shown(taught)[2] == "Blinken welcomed the minister"
        assert "Corrected in 1 segment." in taught.messages.sentences
        taught.session.editor.undo()
        assert self.shown(taught)[2] == self.DRAFTS[2]

    def test_the_message_can_be_done_without(self, taught, qtbot):
        taught.appearance.settings.keep(TEACHING, False)
        taught.messages.clear()
        taught.session.editor.undo()
        taught.session.editor.redo()
        taught.session.teaching.proposed.emit(taught.session.teaching.of("none"))
        assert taught.messages.sentences == []

    def test_a_rule_is_kept_as_a_term(self, taught):
        press(Qt.Key.Key_K, ALT | SHIFT)
        assert self.shown(taught)[2] == "Blinken welcomed the minister"
        assert terms(taught.session) == [term("بلينكين", "Blinken")]
        taught.session.editor.undo()
        assert terms(taught.session) == []
        assert self.shown(taught)[2] == self.DRAFTS[2]

    def test_the_panel_leads_there_and_a_key_corrects_it_there(self, taught, qtbot):
        assert panel(taught).list.entries.entries[0].faded
        press(Qt.Key.Key_I, ALT | SHIFT)
        press(Qt.Key.Key_Return)
        third = taught.session.document.segments[2].id
        qtbot.waitUntil(lambda: taught.session.editor.active_id == third)
        (entry, *_) = panel(taught).list.entries.entries
        assert "Alt+0" in entry.heading
        assert not entry.faded
        taught.review.focus_editor()
        press(Qt.Key.Key_0, ALT)
        assert self.shown(taught)[2] == "Blinken welcomed the minister"
        press(Qt.Key.Key_0, ALT)
        assert "No correction is known" in taught.messages.sentences[-1]

    def test_a_name_is_listed_as_it_was_confirmed(self, taught, qtbot):
        taught.review.go_to(taught.session.document.segments[2].id)
        pass_moments(taught.session.terms)
        entry = panel(taught).list.entries.entries[-1]
        assert entry.parts[0].text == "Blinken"
        assert "confirmed" in entry.heading
