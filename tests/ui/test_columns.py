"""The dialog for columns: it opens by itself where they cannot be told, and works by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from translation.formats.tables.column_choice import ColumnChoice
from translation.model.language import LanguagePair
from ui.appearance import Appearance
from ui.dialogs.columns import ColumnsDialog
from ui.main_window import MainWindow

UNKNOWN = "k1;مرحبا بكم;Hello;max 5\nk2;وداعا، (إلى اللقاء);;\n".encode()


@pytest.fixture
def window(qtbot, session):
    made = MainWindow(session, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "strings.csv"
    path.write_bytes(UNKNOWN)
    return path


def dialog_of(window, qtbot) -> ColumnsDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(ColumnsDialog)))
    return next(d for d in window.findChildren(ColumnsDialog) if d.isVisible())


def test_it_opens_where_the_columns_cannot_be_told(window, qtbot, session, table):
    session.files.open(table)
    dialog = dialog_of(window, qtbot)
    assert dialog.table.rowCount() == 2
    assert dialog.table.item(0, 1).text() == "مرحبا بكم"
    assert not dialog._accept.isEnabled()
    dialog.heading.setFocus()
    QTest.keyClick(dialog.heading, Qt.Key.Key_Home)  # none
    for name, downs in (("source", 2), ("target", 3), ("id", 1)):
        dialog.fields[name].setFocus()
        for _ in range(downs):
            QTest.keyClick(dialog.fields[name], Qt.Key.Key_Down)
    assert dialog._accept.isEnabled()
    labels = [dialog.table.horizontalHeaderItem(at).text() for at in range(4)]
    assert labels == ["Id", "Source", "Translation", "4"]
    with qtbot.waitSignal(session.editor.document_replaced):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    found = [(s.id, s.source, s.target) for s in session.document.segments]
    assert found == [("k1", "مرحبا بكم", "Hello"), ("k2", "وداعا، (إلى اللقاء)", None)]


def test_what_was_chosen_is_kept_with_the_project(window, qtbot, session, table):
    choice = ColumnChoice((("source", "2"), ("target", "3")), 0, "", ";")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(table, columns=choice)
    first = session.files.path
    session.editor.type_text(session.document.segments[1].id, "Bye", 0, 3)
    out = table.with_name("out.csv")
    with qtbot.waitSignal(session.noticed, check_params_cb=lambda n: n.code == "exported"):
        session.files.export(out)
    assert out.read_bytes() == UNKNOWN.replace(b";;\n", b";Bye;\n")
    other = ColumnChoice((("source", "3"), ("target", "2")), 0, "", ";")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.choose_columns(None, other)
    assert session.files.path != first
    assert [s.source for s in session.document.segments] == ["Hello"]
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.choose_columns(None, choice)
    assert session.files.path == first
    assert session.document.segments[1].target == "Bye"


def test_the_columns_of_an_open_table_can_be_changed(window, qtbot, session, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"English,German,French\nHello,Hallo,Salut\n")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    assert session.editor.pair == LanguagePair("en", "de")
    window.actions_["columns"].trigger()
    dialog = dialog_of(window, qtbot)
    assert [dialog.fields[name].currentData() for name in ("source", "target")] == [0, 1]
    assert dialog.fields["target"].itemText(3) == "3: \u2068French\u2069"
    dialog.fields["target"].setCurrentIndex(3)
    with qtbot.waitSignal(session.editor.document_replaced):
        dialog.accept()
    assert session.document.segments[0].target == "Salut"
    assert session.editor.pair == LanguagePair("en", "fr")


def test_one_column_is_not_two_things(window, qtbot, session, table):
    session.files.open(table)
    dialog = dialog_of(window, qtbot)
    dialog.fields["source"].setCurrentIndex(2)
    dialog.fields["target"].setCurrentIndex(2)
    assert not dialog._accept.isEnabled()
    assert dialog._problem.isVisible()
    dialog.reject()
    QApplication.processEvents()
    assert not session.document.files


def test_what_is_no_table_has_no_columns(window, qtbot, opened):
    with qtbot.waitSignal(opened.failed) as caught:
        opened.files.ask_columns()
    assert caught.args[0].reason == "no_table"


def test_what_an_export_leaves_out_is_said_in_the_window(window, qtbot, session, table):
    choice = ColumnChoice((("source", "2"), ("target", "3")), 0, "", ";")
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(table, columns=choice)
    session.editor.confirm(session.document.segments[0].id)
    told = []
    session.noticed.connect(told.append)
    session.files.export(table.with_name("out.csv"))
    qtbot.waitUntil(lambda: any(notice.code == "left_out" for notice in told))
    said = "out.csv leaves out what its format cannot hold:"
    assert any(sentence.startswith(said) for sentence in window.messages.sentences)
    assert any("1 segment is confirmed, reviewed or final" in s for s in window.messages.sentences)
