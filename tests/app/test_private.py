"""What the program writes for itself is its owner's alone; what is exported is not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from app.crash import crash
from app.session import Session
from app.settings.store import Settings
from app.settings.table import THEME
from translation.system import preferences
from translation.system.preferences import Preferences
from translation.system.private import open_private

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders private")


@pytest.fixture(autouse=True)
def generous():
    """The most generous rule that a system can have: everybody may read and write all."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> set[str]:
    """Return the files in a folder that somebody else may read or write."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.name for path in found if stat.S_IMODE(path.stat().st_mode) & 0o077}


@pytest.fixture
def session(qapp, services):
    session = Session(services)
    yield session
    session.close(discard=True)


def test_a_project_with_all_that_lies_beside_it(session, article_file, qtbot, tmp_path):
    os.chmod(article_file, 0o600)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    session.editor.type_text(session.document.segments[0].id, "Secret", 0, 6)
    with qtbot.waitSignal(session.noticed):
        session.files.export(tmp_path / "copy.muraji")
    beside = {path.name for path in article_file.parent.iterdir()}
    assert {f".{session.files.path.name}.lock", f"{session.files.path.name}-wal"} <= beside
    assert open_to_others(tmp_path) == set()
    with qtbot.waitSignal(session.noticed):
        session.files.export(tmp_path / "for a colleague.txt")
    assert open_to_others(tmp_path) == {"for a colleague.txt"}


def test_a_project_in_the_users_own_folder(session, qtbot, tmp_path):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.new_from_text("نص سري.", "Pasted text")
    folder = session.files.path.parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert open_to_others(folder) == set()


def test_settings_logs_and_reports(session, tmp_path, monkeypatch):
    place = tmp_path / "config" / "settings.json"
    monkeypatch.setenv(preferences.SETTINGS_VARIABLE, str(place))
    logs = tmp_path / "logs"
    preferences.save(Preferences(author="Layla"))
    settings = Settings()
    settings.keep(THEME, "dark")
    settings._kept.sync()
    shown = []
    watch = crash.CrashWatch(session, shown.append, logs)
    watch.begin()
    monkeypatch.setattr(watch._handler, "maxBytes", 200)
    for number in range(5):
        watch._take(ValueError(number), None)
    watch._tell((ValueError(), None))
    watch.end()
    shown[0].write(tmp_path / "report.txt")
    assert {path.name for path in logs.iterdir()} == {"muraji.log", "muraji.log.1", "faults.log"}
    assert {path.name for path in place.parent.iterdir()} == {"settings.json", "window.ini"}
    assert open_to_others(tmp_path) == set()
    assert stat.S_IMODE(logs.stat().st_mode) == stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_a_log_of_before_is_made_private(tmp_path):
    log = tmp_path / "muraji.log"
    log.touch()
    assert open_to_others(tmp_path) == {"muraji.log"}
    os.close(open_private(log, os.O_WRONLY))
    assert open_to_others(tmp_path) == set()
