"""A damaged project in the window: the offer, the report, the segments in doubt."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.translation.store.projects import spoil
from translation.errors.damage import DOUBTS
from translation.store import ProjectFile
from ui.appearance import Appearance
from ui.dialogs.doubts import DoubtsDialog
from ui.dialogs.recovery import RecoveryDialog
from ui.main_window import MainWindow


@pytest.fixture
def project(opened, article_file, qtbot):
    """The closed project of the small article, two segments confirmed."""
    for segment in opened.document.snapshot()[:2]:
        opened.editor.type_text(segment.id, f"Typed into {segment.id}", 0, 1)
        opened.editor.confirm(segment.id)
    path = opened.files.path
    other = article_file.with_name("other.txt")
    other.write_text("نص آخر.", encoding="utf-8")
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(other)
    return path


@pytest.fixture
def window(qtbot, opened, project):
    made = MainWindow(opened, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: opened.close(discard=True))
    made.show()
    return made


def ids(path) -> list[str]:
    held = ProjectFile.open(path)
    held.close()
    return [segment.id for segment in held.document.segments]


def rotten(path) -> list[str]:
    """Change the first two targets on the disk, and return the ids of their segments."""
    found = ids(path)[:2]
    for id_ in found:
        spoil(path, f"UPDATE segments SET target = 'Rotten' WHERE id = '{id_}'")
    return found


def offered(window, words) -> QPushButton:
    [button] = [b for b in window.messages.findChildren(QPushButton) if b.text() == words]
    return button


def shown(kind):
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return dialog


def test_where_opening_is_refused_recovering_is_offered(window, opened, project, qtbot):
    data = project.read_bytes()
    project.write_bytes(bytes(4096) + data[4096:])
    with qtbot.waitSignal(opened.failed):
        opened.files.open(project)
    with qtbot.waitSignal(opened.files.recovered):
        qtbot.mouseClick(offered(window, "Recover what can be read"), Qt.MouseButton.LeftButton)
    assert "(recovered)" in opened.files.path.name
    qtbot.mouseClick(offered(window, "Report…"), Qt.MouseButton.LeftButton)
    report = shown(RecoveryDialog)
    assert str(len(opened.document.segments)) in report.sentences[0]
    [copy] = [b for b in report.findChildren(QPushButton) if b.text() == "Copy"]
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "\n".join(report.sentences)
    report.close()


def test_a_project_read_only_for_its_damage_offers_it_too(window, opened, project, qtbot):
    spoil(project, "UPDATE journal SET label = 'x' WHERE seq = 1")
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(project)
    with qtbot.waitSignal(opened.files.recovered):
        offered(window, "Recover what can be read").click()
    assert not opened.editor.read_only


def test_a_sound_project_offers_nothing(window, opened, project, qtbot):
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(project)
    assert not window.messages.findChildren(QPushButton, "messageAction")
    assert not window.actions_["doubts"].isEnabled()


@pytest.fixture
def dialog(window, opened, project, qtbot):
    rotten(project)
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(project)
    offered(window, "Show them…").click()
    found = shown(DoubtsDialog)
    yield found
    with suppress(RuntimeError):  # It forgets itself when closed.
        found.close()


def test_the_segments_in_doubt_are_listed_with_what_they_were(dialog, opened):
    assert dialog.list.topLevelItemCount() == 2
    item = dialog.list.topLevelItem(0)
    assert item.text(0) == "1"
    assert item.text(1) == DOUBTS["changed"]
    assert "Rotten" in item.text(2)
    detail = dialog.detail.toPlainText()
    assert "Typed into" in detail
    assert DOUBTS["changed"] in detail


def test_with_the_keyboard_one_is_put_back_and_the_other_left(dialog, opened, qtbot):
    first, second = dialog.ticked
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.ticked == [first]
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened.document.segment(first).target == f"Typed into {first}"
    assert opened.document.segment(second).target == "Rotten"
    assert opened.doubts.known.keys() == {second}
    opened.editor.undo()
    assert opened.document.segment(first).target == "Rotten"


def test_what_is_right_as_it_stands_is_in_doubt_no_more(dialog, window, opened, qtbot):
    ticked = dialog.ticked
    [keep] = [b for b in dialog.findChildren(QPushButton) if "as they stand" in b.text()]
    qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert {opened.document.segment(id_).target for id_ in ticked} == {"Rotten"}
    assert not opened.doubts.known
    assert not window.actions_["doubts"].isEnabled()


def test_leaving_it_changes_nothing(dialog, opened, qtbot):
    before = opened.document.snapshot()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert opened.document.snapshot() == before
    assert len(opened.doubts.known) == 2


def test_a_doubt_is_an_issue_that_one_key_mends(window, opened, project, qtbot):
    first, _second = rotten(project)
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(project)
    issues = window.side.panels["issues"]
    issues.refresh()
    kind = issues.model.index(0, 0, issues.model.index(0, 0))
    issues.view.expand(kind)
    qtbot.waitUntil(lambda: issues.model.rowCount(kind) == 2)
    said = issues.model.index(0, 0, kind).data()
    assert DOUBTS["changed"] in said
    assert f"Typed into {first}" in said
    issues._delegate.fix_clicked.emit(opened.issues.of(first)[0])
    assert opened.document.segment(first).target == f"Typed into {first}"
