"""Files that are no projects, damaged ones, and ones made to do harm."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.translation.store.projects import sign_anew, small_document, state_of, typing
from translation.errors import InputError, MurajiError, ProjectError
from translation.store import ProjectFile, UndoStep, connection, schema


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with a little history, drafts, a value and a restore point."""
    path = tmp_path / "rain.muraji"
    document = small_document()
    project = ProjectFile.create(path, document)
    for step in range(1, 6):
        text = f"It rained, {step}. " * 200
        project.record("do", step, typing(document, 0, text), document.next_number)
    project.set_meta("active", "s1")
    project.restore_point("noon")
    project.close()
    return path


def refusal(path: Path) -> MurajiError:
    """Open it: refused, in one sentence that names the file; nothing is left or changed."""
    before = {p: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    with pytest.raises(MurajiError) as caught:
        ProjectFile.open(path)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert "\n" not in sentence
    assert before == {p: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    return caught.value


def test_what_is_no_file_with_something_in_it_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.muraji"
    empty.touch()
    folder = tmp_path / "folder.muraji"
    folder.mkdir()
    for place, reason in ((empty, "empty"), (folder, "directory"), (tmp_path / "no", "missing")):
        error = refusal(place)
        assert isinstance(error, InputError)
        assert error.reason == reason


@pytest.mark.parametrize(
    "data",
    [b"x", "نص عادي\n".encode() * 50, b"PK\x03\x04" + bytes(500), b"SQLite format 3", bytes(4096)],
)
def test_another_kind_of_file_is_no_project(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.muraji"
    path.write_bytes(data)
    assert refusal(path).code == "project.not_a_project"


@pytest.mark.parametrize("version", [0, 1])
def test_a_foreign_database_is_no_project(tmp_path: Path, version: int) -> None:
    path = tmp_path / "other.muraji"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE segments (id TEXT)")
        other.execute(f"PRAGMA user_version = {version}")
    assert refusal(path).code == "project.not_a_project"


def test_a_project_of_a_newer_program_says_so(path: Path) -> None:
    _change(path, f"PRAGMA user_version = {schema.current_version() + 1}")
    error = refusal(path)
    assert error.code == "project.newer"
    assert f"version {schema.current_version() + 1}" in str(error)


@pytest.mark.parametrize("share", [0.001, 0.02, 0.1, 0.3, 0.5, 0.8, 0.99, 0.9999])
def test_a_cut_project_is_refused(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: max(40, int(len(data) * share))])
    assert refusal(path).code == "project.damaged"


@pytest.mark.parametrize("page", range(18))
def test_a_spoiled_page_is_told_and_never_a_crash(path: Path, page: int) -> None:
    """Each page in turn is overwritten. Either the project is refused, or it opens and what it
    says is what was written, or it says that it is damaged inside."""
    data = bytearray(path.read_bytes())
    start = page * 4096
    if start >= len(data):
        pytest.skip("the project has fewer pages")
    first = 100 if page == 0 else 0  # the header is another test's business
    data[start + first : start + 4096] = b"\xa5" * (4096 - first)
    path.write_bytes(bytes(data))
    project, reason = opened(path)
    assert reason in {"", "damaged"}
    if project is None:
        return
    expected = small_document()
    typing(expected, 0, "It rained, 5. " * 200)
    is_said = project.obstacle is not None and project.obstacle.reason == "unsound"
    assert is_said or state_of(project.document)[:3] == state_of(expected)[:3]
    for step in project.history.steps:
        assert reading(step) in {"", "damaged"}
    project.close()


def opened(path: Path) -> tuple[ProjectFile | None, str]:
    try:
        return ProjectFile.open(path), ""
    except ProjectError as error:
        return None, error.reason


def reading(step: UndoStep) -> str:
    try:
        assert step.batches
    except ProjectError as error:
        return error.reason
    return ""


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER UPDATE ON segments BEGIN DELETE FROM journal; END",
        "CREATE VIEW evil AS SELECT load_extension('evil')",
        "CREATE TABLE evil (x)",
        "CREATE INDEX evil ON segments (target)",
        "DROP INDEX segments_in_order",
        "ALTER TABLE segments ADD COLUMN evil TEXT",
        "DROP TABLE drafts",
    ],
)
def test_tables_that_are_not_ours_are_refused(path: Path, statement: str) -> None:
    _change(path, statement)
    error = refusal(path)
    assert error.code == "project.damaged"
    assert "its tables are not those of a project" in str(error)


def test_the_tables_that_analyze_leaves_are_no_damage(path: Path) -> None:
    _change(path, "ANALYZE")
    with closing(ProjectFile.open(path)) as project:
        document = project.document
        project.record("do", 6, typing(document, 0, "Counted."), document.next_number)
    with closing(ProjectFile.open(path)) as project:
        assert project.document.snapshot() == document.snapshot()


def test_a_view_in_the_place_of_a_table_is_never_read(path: Path) -> None:
    _change(path, "DROP TABLE meta", "CREATE VIEW meta AS SELECT 'a' AS key, '1' AS value")
    assert refusal(path).code == "project.damaged"


DEEP = "[" * 100_000

SPOILED = [
    "UPDATE segments SET state = 'perfect' WHERE id = 's1'",
    "UPDATE segments SET origin = 7 WHERE id = 's1'",
    "UPDATE segments SET origin = 'cat' WHERE id = 's1'",
    "UPDATE segments SET unit_id = 'u9' WHERE id = 's1'",
    "UPDATE segments SET unit_id = 'u2' WHERE id = 's1'",
    "UPDATE segments SET source = x'ff' WHERE id = 's1'",
    "UPDATE segments SET source = CAST(x'ff' AS TEXT) WHERE id = 's1'",
    "UPDATE segments SET locked = 'yes' WHERE id = 's1'",
    "UPDATE segments SET draft_id = 1.5 WHERE id = 's1'",
    "UPDATE units SET role = 'king' WHERE id = 'u1'",
    "UPDATE units SET file_id = 'f9' WHERE id = 'u1'",
    "UPDATE units SET codes = 'x' WHERE id = 'u1'",
    "UPDATE units SET codes = '{}' WHERE id = 'u1'",
    "UPDATE units SET codes = '[[1]]' WHERE id = 'u1'",
    'UPDATE units SET codes = \'[["open","","",5,true,true]]\' WHERE id = \'u1\'',
    'UPDATE units SET codes = \'[["shut","","",null,true,true]]\' WHERE id = \'u1\'',
    'UPDATE units SET codes = \'[["open","","",null,1,true]]\' WHERE id = \'u1\'',
    f"UPDATE units SET codes = '{DEEP}' WHERE id = 'u1'",
    "UPDATE files SET original = 'text'",
    "UPDATE files SET id = 'f2'",
    "DELETE FROM files",
    "DELETE FROM units WHERE id = 'u2'",
    "UPDATE drafts SET marks = '[1]'",
    "UPDATE drafts SET score = 9e999",
    "UPDATE drafts SET score = 'good'",
    "UPDATE drafts SET id = -1",
    "DELETE FROM project",
    "UPDATE meta SET value = '{'",
    f"UPDATE meta SET value = '{DEEP}'",
    "UPDATE restore_points SET time = -9e999",
    "UPDATE restore_points SET label = x'ff'",
]


@pytest.mark.parametrize("statement", SPOILED)
def test_a_value_that_cannot_be_is_refused(path: Path, statement: str) -> None:
    _change(path, statement)
    assert refusal(path).code == "project.damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET action = 'drop' WHERE seq = 2",
        "UPDATE journal SET action = 'undo' WHERE seq = 1",
        "UPDATE journal SET label = x'ff' WHERE seq = 1",
    ],
)
def test_a_spoiled_history_leaves_the_document_readable(path: Path, statement: str) -> None:
    before = ProjectFile.open(path)
    before.close()
    _change(path, statement)
    project = ProjectFile.open(path)
    assert project.obstacle is not None
    assert project.obstacle.code == "project.history_damaged"
    assert state_of(project.document) == state_of(before.document)
    assert project.history.steps == ()


@pytest.mark.parametrize(
    "batch",
    [
        "",
        "7",
        "{}",
        '{"edits":[{}]}',
        '{"edits":[{"put":"king","before":{},"after":{}}]}',
        '{"edits":[{"put":"segment","before":{"id":"s1"},"after":{}}]}',
        '{"edits":[{"put":"file","before":{"id":"f9"},"after":{}}]}',
        '{"edits":[],"caret":[1]}',
        '{"edits":[],"caret":[true,1]}',
        DEEP,
    ],
)
def test_a_spoiled_step_is_told_when_it_is_asked_for(path: Path, batch: str) -> None:
    _change(path, f"UPDATE journal SET batch = '{batch}' WHERE seq = 3")
    sign_anew(path)
    project = ProjectFile.open(path)
    assert not project.read_only
    assert project.history.steps[1].batches
    with pytest.raises(ProjectError, match="damaged"):
        _ = project.history.steps[2].batches
    project.close()


def test_a_cell_beyond_all_measure_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "LONGEST_CELL", 10_000)
    _change(path, "UPDATE files SET original = zeroblob(20000)")
    assert refusal(path).code == "project.too_large"


def _change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)
        other.execute("PRAGMA journal_mode = DELETE")


def test_a_draft_with_a_damaged_hash_is_kept_as_one_of_another_source(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE drafts SET source_hash = 'none'")
    project = ProjectFile.open(path)
    project.close()
    document = project.document
    [draft] = document.drafts.history("s1")
    assert document.drafts.by_id(draft.id) == draft
    assert document.drafts.current(document.segment("s1")) is None
