"""The dialog of a returned table, driven by keys and clicks in a real window."""

from __future__ import annotations

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from translation.formats import FORMATS, WriteOptions
from translation.work.returning import Standing, read_return
from ui import dressing
from ui.appearance import Appearance
from ui.dialogs.returned_rows import SEGMENT, Shown
from ui.dialogs.returned_table import ReturnedTableDialog
from ui.main_window import MainWindow
from ui.theme import LIGHT


@pytest.fixture
def table(drafted, tmp_path):
    """Sent with a translation in the first row; two changed, one in conflict, one row added."""
    ids = [segment.id for segment in drafted.document.segments]
    for id_ in ids[:3]:
        drafted.editor.confirm(id_)
    spec = next(spec for spec in FORMATS if spec.id == "xlsx")
    path = tmp_path / "جدول.xlsx"
    path.write_bytes(spec.write(drafted.document, WriteOptions(path.name)).data)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    for row, text in ((2, "A headline"), (3, "One sentence."), (4, "Another sentence.")):
        sheet.cell(row, 4).value = text
    sheet.append(["x1", "نص", None, "Nobody knows it"])
    book.save(path)
    drafted.editor.type_text(ids[2], "Changed here.", 0, 3)
    return path


@pytest.fixture
def dialog(drafted, table, qtbot):
    made = ReturnedTableDialog(read_return(table, drafted.document), drafted.document, LIGHT)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def listed(dialog):
    return [dialog.rows.row(place).standing for place in dialog.shown.places()]


def test_changes_are_ticked_and_conflicts_are_words(dialog):
    assert listed(dialog) == [
        Standing.CHANGED,
        Standing.CHANGED,
        Standing.CONFLICT,
        Standing.ID_UNKNOWN,
    ]
    assert dialog.rows.ticked == {0, 1}
    said = dialog.shown.index(2, SEGMENT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "conflict: changed here too" in said
    assert "Another sentence." in said


def test_filters_count_and_list(dialog):
    dialog.choose_filter(Shown.CONFLICTS)
    assert listed(dialog) == [Standing.CONFLICT, Standing.ID_UNKNOWN]
    assert dialog.filter.currentText() == "Conflicts (2)"
    dialog.choose_filter(Shown.ALL)
    assert len(listed(dialog)) == dialog.rows.rowCount()
    dialog.choose_filter(Shown.CHANGES)
    assert set(listed(dialog)) == {Standing.CHANGED}


def test_space_ticks_and_enter_applies(dialog, qtbot):
    view = dialog.view
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.rows.ticked == {1}
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert dialog.rows.ticked == {1, 2}
    assert "it was sent. Ticked, the table wins." in dialog.detail.text
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)  # an id nobody knows can never be ticked
    assert dialog.rows.ticked == {1, 2}
    with qtbot.waitSignal(dialog.chosen) as told:
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args[1] == {1, 2}


def test_a_click_on_the_box_ticks(dialog, qtbot):
    view = dialog.view
    place = view.visualRect(dialog.shown.index(0, SEGMENT)).center()
    place.setX(view.visualRect(dialog.shown.index(0, SEGMENT)).left() + 14)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.rows.ticked == {1}


def test_all_and_none(dialog):
    dialog._tick_none.click()
    assert not dialog.rows.ticked
    assert not dialog._apply.isEnabled()
    dialog._tick_shown.click()
    assert dialog.rows.ticked == {0, 1, 2}


def test_the_row_in_full_shows_both_texts(dialog):
    assert "A headline" in dialog.detail.text
    assert "Draft of row 0." in dialog.detail.text.replace("\n", " ")


def test_every_look_in_both_directions(drafted, table, qtbot, qapp, theme):
    dressing.apply(qapp, theme)
    made = ReturnedTableDialog(read_return(table, drafted.document), drafted.document, theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.addWidget(made)
    made.show()
    assert not made.grab().isNull()


def test_from_the_menu_to_the_document_and_back(drafted, table, qtbot, monkeypatch):
    window = MainWindow(drafted, Appearance())
    qtbot.addWidget(window, before_close_func=lambda _window: drafted.close(discard=True))
    window.show()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(table), ""))
    with qtbot.waitSignal(drafted.exchange.returned):
        window.actions_["import_return"].trigger()
    dialog = window.findChild(ReturnedTableDialog)
    assert dialog.isVisible()
    before = [segment.target for segment in drafted.document.segments]
    with qtbot.waitSignal(drafted.noticed):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [s.target for s in drafted.document.segments[:2]] == ["A headline", "One sentence."]
    assert "2 segments changed as the table says" in window.messages.sentences[-1]
    drafted.editor.undo()
    assert [segment.target for segment in drafted.document.segments] == before
    QApplication.processEvents()
