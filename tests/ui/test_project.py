"""Several files in one project, the list of projects and the statistics, in the real window."""

from __future__ import annotations

import csv
import json
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from app.settings.store import Settings
from tests.app.test_project_files import XLIFF
from tests.ui.draft_rows import draft_all
from ui.appearance import Appearance
from ui.dialogs.export_files import ExportFilesDialog
from ui.dialogs.go_to import GoToDialog
from ui.dialogs.project_files import ProjectFilesDialog
from ui.dialogs.projects import ProjectColumn, ProjectsDialog
from ui.dialogs.statistics import StatisticsDialog
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def others(article_file) -> list[Path]:
    text, xliff = article_file.with_name("ثان.txt"), article_file.with_name("third.xlf")
    text.write_text("الفقرة الأولى. وبعدها جملة.\n\nالفقرة الثانية.\n", encoding="utf-8")
    xliff.write_text(XLIFF, encoding="utf-8")
    return [text, xliff]


@pytest.fixture
def window(qapp, session, qtbot):
    window = MainWindow(session, Appearance(qapp, Settings()))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


@pytest.fixture
def several(window, session, article_file, others, qtbot):
    """The window over a project of three files, the last of which has two parts."""
    session.originals.open([article_file, *others])
    qtbot.waitUntil(lambda: len(session.originals.all) == 3)
    window.review.focus_editor()
    return window


def names(window) -> list[str]:
    return [one.name for one in window.session.originals.all]


def dialog_of(window, kind):
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def closed(dialog) -> None:
    with suppress(RuntimeError):
        dialog.close()


def here(window) -> str:
    document = window.session.document
    return document.file_of(document.segment(window.session.editor.active_id)).name


# --- several files ------------------------------------------------------------------------------


def test_opening_several_makes_one_project_of_them(several):
    assert names(several) == ["حوار.ar.txt", "ثان.txt", "a.docx"]
    assert "\u2066حوار.ar.txt\u2069 · 2 more files" in several.windowTitle()


def test_several_are_chosen_in_the_open_dialog(window, article_file, others, qtbot, monkeypatch):
    chosen = ([str(article_file), *map(str, others)], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: chosen)
    qtbot.keyClick(window, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(window.session.originals.all) == 3)


def test_files_are_added_by_key_and_taken_back_by_undo(
    window, session, article_file, others, qtbot, monkeypatch
):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    chosen = ([str(path) for path in others], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: chosen)
    qtbot.keyClick(window.review.active.editor, Qt.Key.Key_I, ALT)
    qtbot.waitUntil(lambda: len(session.originals.all) == 3)
    qtbot.keyClick(window.review.active.editor, Qt.Key.Key_Z, CTRL)
    assert names(window) == [article_file.name]


def test_several_that_are_dropped_are_added(window, session, article_file, others, qtbot):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in others])
    drop(window, data)
    qtbot.waitUntil(lambda: len(session.originals.all) == 3)


def drop(window, data) -> None:
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    told = Qt.DropAction.CopyAction, data, button, plain
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(200, 200).toPoint(), *told))
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), *told))


def test_a_head_stands_above_the_first_shown_row_of_each_file(several, qtbot):
    review = several.review
    heads = [review._view.segment_row(row).head for row in range(review.shown_count())]
    said = [head for head in heads if head]
    assert len(said) == 4
    assert said[1].startswith("\u2066ثان.txt\u2069 · ")
    assert said[2] == "a.docx · English → Arabic"
    index = review._shown.index(heads.index(said[2]), 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("File a.docx · English")
    several.filter_field.setText('file:"a.docx" file:ثان الثانية')
    review.set_filter(several.filter_field.text())
    assert review.shown_count() == 1
    assert review._view.segment_row(0).head.startswith("\u2066ثان.txt")


def test_the_filter_shows_one_file(several):
    several.review.set_filter("file:ثان")
    document = several.session.document
    shown = [document.segments[row] for row in several.review.shown_rows()]
    assert {document.file_of(segment).name for segment in shown} == {"ثان.txt"}


def test_next_and_previous_file_by_key(several, qtbot):
    def press(key):
        qtbot.keyClick(several.review.active.editor, key, CTRL | SHIFT)

    press(Qt.Key.Key_PageDown)
    assert here(several) == "ثان.txt"
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_PageDown)
    assert here(several) == "b.docx"
    press(Qt.Key.Key_PageDown)
    assert here(several) == "b.docx"
    press(Qt.Key.Key_PageUp)
    assert here(several) == "a.docx"


def test_a_number_can_be_one_of_a_file(several, qtbot):
    several.actions_["go_to"].trigger()
    dialog = dialog_of(several, GoToDialog)
    dialog.file.setCurrentIndex(2)
    assert dialog.number.maximum() == several.session.document.length_of("f1") - 2
    dialog.number.setValue(2)
    dialog.accept()
    assert here(several) == "ثان.txt"


def test_the_list_of_files_orders_and_removes(several, qtbot, monkeypatch):
    several.actions_["project_files"].trigger()
    dialog = dialog_of(several, ProjectFilesDialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.table.selectRow(2)
    qtbot.mouseClick(dialog._buttons["up"], Qt.MouseButton.LeftButton)
    assert names(several) == ["حوار.ar.txt", "a.docx", "ثان.txt"]
    assert dialog.marked.name == "a.docx"
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[-1])
    qtbot.mouseClick(dialog._buttons["remove"], Qt.MouseButton.LeftButton)
    assert names(several) == ["حوار.ar.txt", "ثان.txt"]
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert here(several) == "ثان.txt"
    several.actions_["undo"].trigger()
    several.actions_["undo"].trigger()
    assert names(several) == ["حوار.ar.txt", "ثان.txt", "a.docx"]


def test_removing_asks_first(several, monkeypatch):
    asked = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: None)
    several.actions_["remove_file"].trigger()
    assert len(asked) == 1
    assert len(names(several)) == 3


def test_each_file_is_exported_under_its_own_name(several, tmp_path, qtbot):
    told = []
    several.session.noticed.connect(lambda notice: told.append(notice.code))
    out = tmp_path / "out"
    out.mkdir()
    several.actions_["export"].trigger()
    dialog = dialog_of(several, ExportFilesDialog)
    dialog.folder.setText(str(out))
    dialog._item(1, 1).setText("two.txt")
    dialog.accept()
    qtbot.waitUntil(lambda: told.count("exported") == 3)
    assert sorted(path.name for path in out.iterdir()) == ["a.ar.xlf", "two.txt", "حوار.en.txt"]
    assert (out / "a.ar.xlf").read_text("utf-8") == XLIFF
    assert told.count("untranslated") == 2


def test_one_file_alone_is_exported(several, tmp_path, qtbot):
    several.actions_["export_file"].trigger()
    dialog = dialog_of(several, ExportFilesDialog)
    assert [one.original.name for one in dialog.plan] == ["حوار.ar.txt"]
    dialog.folder.setText(str(tmp_path / "nowhere"))
    assert not dialog._write.isEnabled()
    closed(dialog)


def test_no_original_is_written_over_and_no_two_get_one_name(several, article_file):
    several.actions_["export"].trigger()
    dialog = dialog_of(several, ExportFilesDialog)
    dialog._item(0, 1).setText(article_file.name)
    assert not dialog._write.isEnabled()
    dialog._item(0, 1).setText("two.txt")
    assert dialog._write.isEnabled()
    dialog._item(1, 1).setText("TWO.txt")
    assert not dialog._write.isEnabled()
    closed(dialog)


# --- the list of projects -----------------------------------------------------------------------


@pytest.fixture
def worked(window, session, article_file, others, qtbot):
    """Two projects, the second of which is open."""
    with qtbot.waitSignal(session.files.opened):
        session.files.open(article_file)
    first = session.document.segments[0]
    session.editor.type_text(first.id, "Done", 0, 4)
    session.editor.confirm(first.id)
    with qtbot.waitSignal(session.files.opened):
        session.files.open(others[0])
    return window


def listed(window, qtbot) -> ProjectsDialog:
    with qtbot.waitSignal(window.session.projects.found):
        window.actions_["projects"].trigger()
    dialog = dialog_of(window, ProjectsDialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(dialog.shown, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return dialog


def shown(dialog, column=ProjectColumn.TITLE) -> list[str]:
    model = dialog.shown
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_all_projects_are_listed_and_one_opens(worked, article_file, qtbot):
    dialog = listed(worked, qtbot)
    assert len(shown(dialog)) == 2
    dialog.field.setText("حوار")
    assert shown(dialog) == ["\u2066حوار.ar.txt\u2069"]
    assert shown(dialog, ProjectColumn.CONFIRMED) == ["25 %"]
    with qtbot.waitSignal(worked.session.files.opened):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert names(worked) == [article_file.name]


def test_looking_at_a_project_changes_nothing_of_it(worked, article_file, qtbot):
    folder = article_file.parent
    here = worked.session.files.path

    def others():
        return {
            path: (path.stat().st_mtime_ns, path.stat().st_size)
            for path in folder.iterdir()
            if not path.name.startswith(here.name)
        }

    before = others()
    closed(listed(worked, qtbot))
    assert others() == before


def test_one_is_taken_out_of_the_list_until_it_is_opened_again(worked, article_file, qtbot):
    dialog = listed(worked, qtbot)
    dialog.field.setText("حوار")
    dialog._forget.click()
    assert shown(dialog) == []
    closed(dialog)
    dialog = listed(worked, qtbot)
    assert len(shown(dialog)) == 1
    closed(dialog)
    with qtbot.waitSignal(worked.session.files.opened):
        worked.session.files.open(article_file)
    dialog = listed(worked, qtbot)
    assert len(shown(dialog)) == 2
    closed(dialog)


def test_one_that_cannot_be_read_says_why(worked, article_file, qtbot):
    article_file.with_name(f"{article_file.name}.muraji").write_bytes(b"nothing of the kind")
    dialog = listed(worked, qtbot)
    dialog.table.sortByColumn(ProjectColumn.SEGMENTS, Qt.SortOrder.AscendingOrder)
    dialog.table.selectRow(0)
    assert shown(dialog, ProjectColumn.SEGMENTS)[0] == "–"
    assert "muraji" in dialog._told.text()
    closed(dialog)


# --- statistics -----------------------------------------------------------------------------------


def test_statistics_are_counted_and_saved(several, tmp_path, qtbot, monkeypatch):
    session = several.session
    first = session.document.segments[0]
    session.editor.type_text(first.id, "A headline", 0, 10)
    session.editor.confirm(first.id)
    with qtbot.waitSignal(session.counting.found):
        several.actions_["statistics"].trigger()
    dialog = dialog_of(several, StatisticsDialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = dialog.model
    rows = {
        model.index(row, 0).data(): [model.index(row, n).data() for n in range(1, 6)]
        for row in range(model.rowCount())
    }
    progress = session.document.progress
    assert rows["Everything"][:2] == [str(progress.segments), str(progress.words)]
    length = str(len(first.source))
    assert rows["Confirmed or beyond"] == ["1", "5", length, "2", "10"]
    assert rows["confirmed"][0] == "1"
    assert "Confirmed today: 1 segment, 5 words" in dialog.said
    for name, load in (("s.csv", _csv), ("s.json", json.loads)):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, p=path, **k: (str(p), ""))
        with qtbot.waitSignal(session.noticed):
            dialog._save.click()
        found = load(path.read_text("utf-8-sig"))
        assert found["whole"]["segments"] == progress.segments
        assert found["confirmed"]["target_words"] == 2
    closed(dialog)


def test_each_file_has_scores_of_its_own(several, qtbot):
    session = several.session
    draft_all(session)
    second = session.document.length_of("f1") - 1
    for row, text in ((0, "Other words"), (second + 1, None)):
        segment = session.document.segments[row]
        if text:
            session.editor.type_text(segment.id, text, 0, len(text))
        session.editor.confirm(segment.id)
    qtbot.waitUntil(lambda: session.scores.scores.covered == 2)
    found = []
    session.counting.found.connect(found.append)
    session.counting.ask(session.scores)
    qtbot.waitUntil(lambda: bool(found))
    first, other, third = (one.changed for one in found[0].files)
    assert (first.compared, first.untouched) == (1, 0.0)
    assert (other.compared, other.untouched, other.measures["HTER"]) == (1, 1.0, 0.0)
    assert third.compared == 0
    whole = found[0].changed
    assert (whole.compared, whole.untouched) == (2, 0.5)


def _csv(text: str) -> dict[str, dict[str, int]]:
    heading, *rows = csv.reader(text.splitlines())
    return {
        row[0]: {name: int(cell) for name, cell in zip(heading[2:], row[2:], strict=True)}
        for row in rows
        if len(row) == len(heading)
    }


def test_a_field_of_text_takes_no_key_of_files(several, qtbot):
    assert isinstance(several.filter_field, QLineEdit)
    several.filter_field.setFocus()
    qtbot.keyClick(several.filter_field, Qt.Key.Key_PageDown, CTRL | SHIFT)
    assert here(several) == "ثان.txt"
