"""What goes with a confirm: the same sources elsewhere, and whose word it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings.table import AUTHOR_ASKED, PROPAGATION
from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window
from translation.model.segment import SegmentState
from translation.system.preferences import AUTHOR
from ui.appearance import Appearance
from ui.dialogs.author import AuthorDialog
from ui.dialogs.propagation import PropagationDialog
from ui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LINES = "نعم\n\nلا\n\nنعم\n\nنعم\n\nلا\n"


@pytest.fixture
def window(qtbot, session, tmp_path):
    """The window over five lines: yes, no, yes, yes, no."""
    path = tmp_path / "yes.ar.txt"
    path.write_text(LINES, encoding="utf-8")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    draft_all(session)
    appearance = Appearance()
    appearance.apply()
    return open_window(qtbot, session, appearance)


def confirm(window, text="Yes."):
    window.review.focus_editor()
    editor = window.review.active.editor
    editor.selectAll()
    QTest.keyClicks(editor, text)
    window.actions_["confirm"].trigger()


def targets(window):
    return [segment.target for segment in window.session.document.segments]


def settings(window):
    return window.desk.appearance.settings


def test_nothing_to_confirm_is_said_calmly(qtbot, opened):
    made = MainWindow(opened, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: opened.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    made.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert "nothing to confirm" in made.messages.sentences[-1]
    assert made.messages.property("kind") == "note", "no failure of anything"


def test_the_last_one_says_that_all_is_confirmed(window):
    document = window.session.document
    settings(window).keep(PROPAGATION, "never")
    for at, segment in enumerate(document.segments):
        assert window.messages.sentences == [], at
        assert window.session.editor.active_id == segment.id
        window.actions_["confirm"].trigger()
    assert len(window.messages.sentences) == 1
    assert "Every segment is confirmed" in window.messages.sentences[0]
    assert "Ctrl+E" in window.messages.sentences[0]


def test_what_was_refused_is_said_no_longer_once_it_is_done(window):
    editor = window.review.active.editor
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    window.actions_["confirm"].trigger()
    assert "is empty" in window.messages.sentences[-1]
    window.actions_["confirm"].trigger()
    assert window.session.document.segments[0].state is SegmentState.CONFIRMED
    assert window.messages.sentences == []


class TestSameSources:
    def test_are_asked_for_once_with_their_number(self, window):
        confirm(window)
        dialog = window.findChild(PropagationDialog)
        assert "2 other segments" in dialog.findChildren(type(dialog.add_text("x")))[0].text()
        dialog.accept()
        assert targets(window) == ["Yes.", None, "Yes.", "Yes.", None]
        assert any("2 other segments" in said for said in window.messages.sentences)
        assert settings(window).value(PROPAGATION) == "always"
        confirm(window, "No.")
        assert targets(window) == ["Yes.", "No.", "Yes.", "Yes.", "No."]
        assert all(s.state is SegmentState.CONFIRMED for s in window.session.document.segments)

    def test_who_types_on_loses_no_letter_and_is_asked_again(self, window):
        confirm(window)
        dialog = window.findChild(PropagationDialog)
        before = targets(window)
        QTest.keyClick(dialog, "N")
        assert not dialog.isVisible()
        QTest.keyClicks(window.review.active.editor, "o.")
        assert targets(window) == [before[0], "No.Draft of row 1.", *before[2:]]
        assert settings(window).value(PROPAGATION) == "ask"

    def test_are_one_step_of_undo(self, window):
        settings(window).keep(PROPAGATION, "always")
        confirm(window)
        window.actions_["undo"].trigger()
        assert targets(window) == ["Yes.", None, None, None, None]

    def test_left_as_they_are_for_good(self, window):
        confirm(window)
        dialog = window.findChild(PropagationDialog)
        dialog._leave()
        dialog.reject()
        assert targets(window) == ["Yes.", None, None, None, None]
        assert settings(window).value(PROPAGATION) == "never"

    def test_confirmed_otherwise_only_where_that_is_chosen(self, window):
        editor, ids = window.session.editor, [s.id for s in window.session.document.segments]
        editor.type_text(ids[2], "Indeed.", 0, 0)
        editor.confirm(ids[2])
        editor.many.set_state(ids[3:4], SegmentState.FINAL)
        editor.activate(ids[0])
        settings(window).keep(PROPAGATION, "always")
        confirm(window)
        assert targets(window)[2] == "Indeed."
        assert window.session.document.segments[3].state is SegmentState.FINAL

    def test_with_other_codes_are_other_sources(self, window):
        from app.editing.propagating import same_sources
        from tests.ui.review.desk import CODES, make_document
        from translation.model.segment import Role

        lines = [(Role.PARAGRAPH, "\ue000نعم\ue001", "Yes")] * 2
        document = make_document(lines, codes=CODES)
        assert same_sources(document, document.segments[0]).open == (document.segments[1].id,)


class TestAuthor:
    def test_is_asked_for_once_before_the_first_word(self, window):
        settings(window).keep(AUTHOR_ASKED, False)
        settings(window).keep(PROPAGATION, "never")
        signed = []
        window.session.editor.changed.connect(
            lambda change: signed.append(change.batch.author if change.batch else "")
        )
        confirm(window)
        dialog = window.findChild(AuthorDialog)
        QTest.keyClicks(dialog.name, "Huda")
        dialog.accept()
        assert settings(window).value(AUTHOR) == "Huda"
        first = window.session.document.segments[0]
        assert (first.state, first.target) == (SegmentState.CONFIRMED, "Yes.")
        assert signed[-1] == "Huda", "the name was known when the first word was given"
        assert window.session.editor.active_id != first.id

    def test_not_now_is_heard(self, window, qtbot):
        settings(window).keep(AUTHOR_ASKED, False)
        settings(window).keep(PROPAGATION, "never")
        confirm(window)
        assert not window.session.document.progress.done
        window.findChild(AuthorDialog).reject()
        assert window.session.document.progress.done == 1
        qtbot.waitUntil(lambda: window.findChild(AuthorDialog) is None)
        confirm(window, "No.")
        assert window.findChild(AuthorDialog) is None
        assert settings(window).value(AUTHOR) == ""


class TestReviewer:
    def test_confirms_what_is_reviewed_and_goes_on(self, window):
        from app.settings.preferring import Preferring

        Preferring(settings(window), window.session)
        window.session.editor.confirm(window.session.document.segments[0].id)
        window.actions_["role"].trigger()
        assert window.status.role.text() == "Reviewer"
        assert window.actions_["against"].isChecked()
        window.actions_["confirm"].trigger()
        assert window.session.document.segments[0].state is SegmentState.REVIEWED
        assert window.session.document.row(window.session.editor.active_id) == 1
        window.actions_["role"].trigger()
        assert window.status.role.text() == "Translator"
        assert not window.actions_["against"].isChecked()

    def test_sees_what_changed_since_the_translator(self, window):
        from app.settings.preferring import Preferring
        from ui.panels.changes import ChangesPanel

        Preferring(settings(window), window.session)
        settings(window).keep(PROPAGATION, "never")
        confirm(window, "Yes.")
        window.actions_["role"].trigger()
        window.review.go_to(window.session.document.segments[0].id)
        window.actions_["unconfirm"].trigger()
        panel = window.findChild(ChangesPanel)
        panel.refresh()
        assert panel.text == "As the translator left it."
        confirm(window, "Yes!")
        window.review.go_to(window.session.document.segments[0].id)
        panel.refresh()
        assert "Yes." in panel.text
        assert "!" in panel.text
