"""What the tests of this folder share."""

from __future__ import annotations

import sqlite3

import pytest

from tests.ui.draft_rows import draft_all
from tests.ui.foreign.marked_names import MARKED, _project_of
from tests.watched_pipe import WatchedPipe
from ui.appearance import Appearance
from ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def pipe(tmp_path, monkeypatch):
    """The pipe that the names are about, in the folder that the program runs in."""
    monkeypatch.chdir(tmp_path)
    watched = WatchedPipe(tmp_path / "pipe")
    yield tmp_path / "pipe"
    assert watched.close() == ""


@pytest.fixture
def xliff(tmp_path):
    """Two files under marked names in one XLIFF, in a folder and under a name of that kind."""
    folder = tmp_path / MARKED
    folder.mkdir()
    path = folder / f"{MARKED}.xlf"
    attribute = MARKED.replace("&", "&amp;").replace("<", "&lt;")
    text = attribute
    unit = (
        f'<trans-unit id="{attribute}"><source>نص {text}</source><target>One {text}</target>'
        f'<note from="{attribute}">{text}</note></trans-unit>'
    )
    files = "".join(
        f'<file original="{name}" source-language="ar" target-language="en" datatype="plaintext">'
        f"<body>{unit}{unit.replace('id=', 'resname=')}</body></file>"
        for name in (attribute, f"{attribute}2")
    )
    space = "urn:oasis:names:tc:xliff:document:1.2"
    path.write_text(f'<xliff version="1.2" xmlns="{space}">{files}</xliff>', encoding="utf-8")
    return path


@pytest.fixture
def marked(qtbot, session, xliff):
    """A session over a project whose every name and word is marked."""
    path = _project_of(xliff, qtbot)
    connection = sqlite3.connect(path)
    for column in ("source_language", "target_language", "encoding"):
        connection.execute(f"UPDATE files SET {column} = ?", (MARKED,))
    connection.commit()
    connection.close()
    there = path.with_name(f"{MARKED}.muraji")
    path.rename(there)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(there)
    draft_all(session, {0: f"A draft {MARKED}"})
    first = session.document.segments[0].id
    session.editor.type_text(first, f"Typed {MARKED}", 0, 5)
    return session


@pytest.fixture
def window(qtbot, marked):
    made = MainWindow(marked, Appearance())
    qtbot.addWidget(made, before_close_func=lambda _window: marked.close(discard=True))
    made.resize(1400, 900)
    made.show()
    qtbot.waitExposed(made)
    return made
