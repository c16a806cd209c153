"""Every column of a project filled with what no program of ours writes there.

A project then opens and can be worked in and saved, or is refused in a sentence; never anything
else: no other exception, no project that cannot be saved any more.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from app.composition import program_services
from app.session import Session
from tests.translation.store.projects import small_document, typing
from translation.errors import InputError, ProjectError
from translation.store import PointEntry, ProjectFile
from translation.store.schema import current_version, expected_schema
from ui.panels.document import DocumentPanel
from ui.theme import LIGHT

HOSTILE: tuple[object, ...] = (
    None,
    "",
    "a\0b",
    "x" * 5000,
    "[" * 5000,
    '["a"]',
    "NaN",
    '{"a": 1, "a": 2}',
    "\u202egpj.exe",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    0,
    -1,
    2**63 - 1,
    -(2**63),
    1e300,
    -1e15,
    float("inf"),
    "../../etc",
)
"""Values of every type that SQLite puts into any column."""


def columns() -> list[tuple[str, str]]:
    """Return every column of the schema, with its table."""
    connection = sqlite3.connect(":memory:")
    tables = sorted(
        sql for kind, _, _, sql in expected_schema(current_version()) if kind == "table"
    )
    for statement in tables:
        connection.execute(str(statement))
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema")]
    found = [
        (table, row[1])
        for table in names
        if not table.startswith("sqlite_")
        for row in connection.execute(f"PRAGMA table_info({table})")
    ]
    connection.close()
    return found


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with edits, an undone one, a restore point and small values."""
    path = tmp_path_factory.mktemp("sound") / "a.muraji"
    document = small_document()
    project = ProjectFile.create(path, document)
    for step, text in enumerate(("one", "two"), 1):
        project.record("do", step, typing(document, 0, text), document.next_number)
    project.write([PointEntry("noon", 5.0)])
    for key, value in (("active", "s1"), ("reference", "r.txt")):
        project.set_meta(key, value)
    project.close()
    return path


def damaged(sound: Path, folder: Path, table: str, column: str, value: object) -> Path | None:
    """Return a copy with the value in one row of the column; None where SQLite refuses it."""
    path = folder / "b.muraji"
    path.write_bytes(sound.read_bytes())
    connection = sqlite3.connect(path)
    try:
        row = f"(SELECT min({_key(table)}) FROM {table})"
        statement = f"UPDATE {table} SET {column} = ? WHERE {_key(table)} = {row}"
        connection.execute(statement, (value,))
        connection.commit()
    except (sqlite3.IntegrityError, UnicodeEncodeError):
        return None
    finally:
        connection.close()
    return path


def _key(table: str) -> str:
    return {"meta": "key", "tallies": "name"}.get(table, "rowid")


def work_in(project: ProjectFile) -> None:
    """Edit, set a restore point, go back, undo and copy; all that is written must be taken."""
    document, step = project.document, project.history.next_step
    project.record("do", step, typing(document, 0, "typed"), document.next_number)
    project.write([PointEntry("later", 6.0)])
    project.set_meta("active", "s2")
    with suppress(ProjectError):  # A damaged step cannot be read; that is a sentence.
        for point in project.restore_points():
            project.restore(point)
        for undo in project.history.steps:
            assert isinstance(undo.batches, tuple)
    project.copy_to(project.path.with_name("copy.muraji"))
    project.checkpoint()


@pytest.mark.parametrize(("table", "column"), columns())
def test_a_sentence_or_a_project_that_works(sound, tmp_path, table, column):
    for value in HOSTILE:
        path = damaged(sound, tmp_path, table, column, value)
        project = None
        if path is not None:
            with suppress(ProjectError, InputError):
                project = ProjectFile.open(path)
        if project is not None and not project.read_only and len(project.document):
            work_in(project)
            project.close()
            project = ProjectFile.open(project.path)
            assert project.document.segments[0].target == "typed"
        if project is not None:
            project.close()
        for left in tmp_path.iterdir():
            left.unlink()


SHOWN = (
    ("restore_points", "time"),
    ("restore_points", "label"),
    ("meta", "value"),
    ("files", "name"),
    ("files", "encoding"),
    ("files", "source_language"),
    ("journal", "time"),
    ("journal", "step"),
)
"""Columns that the window shows or goes by."""


@pytest.mark.parametrize(("table", "column"), SHOWN)
def test_the_window_shows_it_or_says_why_not(sound, qapp, tmp_path, qtbot, table, column):
    for value in HOSTILE:
        path = damaged(sound, tmp_path, table, column, value)
        if path is None:
            continue
        session = Session(program_services())
        panel = DocumentPanel(session, LIGHT)
        qtbot.addWidget(panel)
        said = []
        session.failed.connect(said.append)
        session.files.open(path)
        qtbot.waitUntil(lambda said=said, now=session: bool(said or now.files.path), timeout=60_000)
        panel.refresh()
        if not said and not session.editor.read_only:
            first = session.document.segments[0].id
            session.editor.activate(first)
            session.editor.type_text(first, "typed", 0, 5)
            session.files.restoring.make("now")
            assert session.autosave.drain()
            panel.refresh()
        assert session.close()
        session.deleteLater()
