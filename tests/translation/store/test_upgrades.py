"""Files of every version ever written still open; a later form is one more step."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, state_of, typing
from translation.model.document import Document
from translation.store import ProjectFile, schema

GOLDEN = Path(__file__).parent / "golden"
LATER = ("ALTER TABLE segments ADD COLUMN mood TEXT", "CREATE TABLE moods (name TEXT)")


@pytest.fixture(params=range(1, schema.current_version() + 1))
def version(request: pytest.FixtureRequest) -> int:
    """Each form there ever was, the present one too."""
    return int(request.param)


@pytest.fixture
def path(version: int, tmp_path: Path) -> Path:
    """A file that the program of then wrote."""
    return Path(shutil.copy(GOLDEN / f"version_{version}.project", tmp_path / "old.muraji"))


def expected() -> Document:
    document = small_document()
    typing(document, 0, "It rained \ud83d\u2028yesterday.")
    document.apply_batch(split(document, 1).inverse())
    return document


def check(project: ProjectFile) -> None:
    assert state_of(project.document) == state_of(expected())
    assert project.get_meta("active") == "s1"
    assert [point.label for point in project.restore_points()] == ["first"]


def test_every_form_opens_with_all_it_holds(path: Path) -> None:
    project = ProjectFile.open(path)
    assert not project.read_only
    assert project.verdict is not None
    assert project.verdict.is_sound
    check(project)
    history = project.history
    assert ([(s.id, s.label) for s in history.steps], history.index) == (
        [(1, "type"), (2, "split")],
        1,
    )
    (again,) = history.steps[1].batches
    project.document.apply_batch(again)
    project.record("redo", 2, again, project.document.next_number)
    assert project.restore(project.restore_points()[0]).edits
    project.close()


def test_an_older_file_is_brought_up_to_date_and_stays_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, LATER))
    for _ in range(2):
        project = ProjectFile.open(path)
        check(project)
        project.close()
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (schema.current_version(),)
        assert plain.execute("SELECT count(mood) FROM segments").fetchone() == (0,)


def test_an_older_file_that_somebody_else_has_is_read_as_it_will_be(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = ProjectFile.open(path)
    written = schema.current_version()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, LATER))
    second = ProjectFile.open(path)
    assert second.read_only
    check(second)
    owner.close()
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (written,)


def test_a_step_that_fails_leaves_the_file_as_it_was(
    path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, (LATER[0], "CREATE NONSENSE")))
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        with pytest.raises(sqlite3.OperationalError):
            schema.upgrade(plain)
        assert schema.schema_of(plain) == schema.expected_schema(version)
    assert path.read_bytes() == before
