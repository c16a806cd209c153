"""Backups in the window: listed, and opened as copies."""

from __future__ import annotations

from contextlib import suppress

import pytest
from PySide6.QtCore import Qt

from ui.dialogs.backups import BackupsDialog


@pytest.fixture
def worked_on(session, article_file, qtbot):
    """A project that was opened, worked in and closed, twice; and open now."""
    for text in ("Once", "Twice", "Now"):
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(article_file)
        session.editor.type_text(session.document.segments[0].id, text, 0, len(text))
        if text != "Now":
            other = article_file.with_name("other.txt")
            other.write_text("نص آخر.", encoding="utf-8")
            with qtbot.waitSignal(session.editor.document_replaced):
                session.files.open(other)
    return session


@pytest.fixture
def dialog(worked_on, qtbot):
    with qtbot.waitSignal(worked_on.files.backups_found):
        dialog = BackupsDialog(worked_on)
    dialog.show()
    yield dialog
    with suppress(RuntimeError):  # It forgets itself when closed.
        dialog.close()


def test_those_of_the_project_are_listed(dialog, worked_on, qtbot):
    assert dialog.list.count() >= 2
    assert not dialog.others.isChecked()
    assert worked_on.files.path.name not in dialog.list.item(0).text()
    dialog.others.setChecked(True)
    assert worked_on.files.path.name in dialog.list.item(0).text()


def test_one_opens_as_a_copy_and_the_project_stays(dialog, worked_on, qtbot):
    home = worked_on.files.path
    dialog.chosen.connect(worked_on.files.open_backup)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    with qtbot.waitSignals([worked_on.editor.document_replaced, worked_on.noticed]):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert worked_on.document.segments[0].target == "Once"
    assert worked_on.files.path.parent == home.parent
    assert "(backup " in worked_on.files.path.name
    with qtbot.waitSignal(worked_on.editor.document_replaced):
        worked_on.files.open(home)
    assert worked_on.document.segments[0].target == "Now"


def test_where_the_folder_is_gone_it_opens_in_the_users_own(worked_on, qtbot):
    with qtbot.waitSignal(worked_on.files.backups_found) as found:
        worked_on.files.find_backups()
    home = worked_on.files.path.parent
    home.rename(home.with_name("moved"))
    with qtbot.waitSignal(worked_on.editor.document_replaced):
        worked_on.files.open_backup(found.args[0][0])
    assert worked_on.files.path.parent == worked_on.files._services.projects_folder()


def test_with_nothing_open_all_are_listed(qtbot, session):
    with qtbot.waitSignal(session.files.backups_found):
        dialog = BackupsDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.others.isChecked()
    assert dialog.list.count() == 0
    assert not dialog._open.isEnabled()
