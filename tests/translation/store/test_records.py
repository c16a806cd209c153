"""What people say of segments lies in the project: undone, restored, verified and recovered."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, spoil
from translation.model.edits import EditBatch, Say
from translation.model.record import Bookmark, Note, Record
from translation.store import Backups, ProjectFile, schema
from translation.work.salvaging import recover

GOLDEN = Path(__file__).parent / "golden"
NOTE = Record.of("r90", "s1", Note("Which rain? \ud83d"), "sara", 7.0)
OTHER = Record.of("r91", "s2", Bookmark("here"), "omar", 8.0)
UNKNOWN = Record("r92", "mqm", "s2", "newer", 9.0, '{"span":[1,4],"category":"accuracy"}')


def say(project: ProjectFile, step: int, *edits: Say) -> EditBatch:
    batch = EditBatch("note", edits, "sara", 7.0, "s1")
    project.document.apply_batch(batch)
    project.record("do", step, batch, project.document.next_number)
    return batch


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with three records, one said otherwise since, one of an unknown kind."""
    project = ProjectFile.create(tmp_path / "a.muraji", small_document())
    say(project, 1, Say(None, NOTE))
    say(project, 2, Say(None, OTHER), Say(None, UNKNOWN))
    project.restore_point("before")
    say(project, 3, Say(NOTE, NOTE.saying(Note("Which rain?", resolved=True))))
    say(project, 4, Say(OTHER, None))
    project.close()
    return tmp_path / "a.muraji"


def said(project: ProjectFile) -> dict[str, Record]:
    return {record.id: record for record in project.document.records}


def test_all_of_it_is_there_again_and_can_be_undone(path: Path) -> None:
    project = ProjectFile.open(path)
    assert project.verdict is not None
    assert project.verdict.is_sound
    assert said(project)["r90"].content == Note("Which rain?", resolved=True)
    assert said(project)["r92"] == UNKNOWN
    assert UNKNOWN.content is None
    assert project.document.new_id("r") == "r93"
    for step in reversed(project.history.steps):
        for batch in reversed(step.batches):
            project.document.apply_batch(batch.inverse())
    assert not said(project)
    project.close()


def test_a_restore_point_brings_it_back_in_one_batch(path: Path) -> None:
    project = ProjectFile.open(path)
    batch = project.restore(project.restore_points()[0])
    assert len(batch.edits) == 2
    project.document.apply_batch(batch)
    assert said(project) == {"r90": NOTE, "r91": OTHER, "r92": UNKNOWN}
    project.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_project_gets_the_table(version: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / f"version_{version}.project", tmp_path / "old.muraji"))
    project = ProjectFile.open(path)
    assert not said(project)
    say(project, 9, Say(None, NOTE))
    project.close()
    project = ProjectFile.open(path)
    assert said(project) == {"r90": NOTE}
    assert project.verdict is not None
    assert project.verdict.is_sound
    project.close()


def test_a_file_of_the_third_form_has_its_records(tmp_path: Path) -> None:
    assert schema.current_version() == schema.RECORDS_SINCE
    path = Path(shutil.copy(GOLDEN / "version_3.project", tmp_path / "old.muraji"))
    project = ProjectFile.open(path)
    ours = replace(NOTE, id="r3"), replace(UNKNOWN, id="r4")
    assert said(project) == {record.id: record for record in ours}
    project.close()


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE records SET value = '{\"text\":\"No!\"}' WHERE id = 'r90'",
        "UPDATE records SET time=1",
    ],
)
def test_a_changed_record_is_noticed(path: Path, damage: str) -> None:
    spoil(path, damage)
    project = ProjectFile.open(path)
    assert project.verdict is not None
    assert "r90" in project.verdict.rows["records"]
    project.close()


def test_a_record_that_is_gone_is_missed(path: Path) -> None:
    spoil(path, "DELETE FROM records WHERE id = 'r92'")
    project = ProjectFile.open(path)
    assert project.obstacle is not None
    assert project.obstacle.reason == "unsound"
    project.close()


def test_a_record_that_came_back_from_an_older_page_is_noticed(path: Path) -> None:
    older = ProjectFile.open(Path(shutil.copy(path, path.with_name("b.muraji"))))
    say(older, 5, Say(said(older)["r90"], NOTE))
    older.close()
    spoil(path.with_name("b.muraji"), "UPDATE records SET value = '{}' WHERE id = 'r90'")
    project = ProjectFile.open(path.with_name("b.muraji"))
    assert project.verdict is not None
    assert project.verdict.rows == {"records": ("r90",)}
    project.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM records",
        "UPDATE records SET value = 'x' WHERE id = 'r90'",
        "DELETE FROM journal",
        "DROP TABLE records",
    ],
)
def test_what_was_said_is_recovered_from_rows_or_journal(path: Path, damage: str) -> None:
    spoil(path, damage)
    found = recover(path)
    project = ProjectFile.open(found.path)
    assert said(project)["r90"].content == Note("Which rain?", resolved=True)
    assert said(project)["r92"] == UNKNOWN
    assert "r91" not in said(project)
    project.close()


def test_a_backup_and_a_copy_have_it(path: Path) -> None:
    project = ProjectFile.open(path)
    copy = path.with_name("copy.muraji")
    project.copy_to(copy)
    project.close()
    again = ProjectFile.open(copy)
    backups = Backups(path.parent / "backups")
    kept = backups.keep(again)
    assert kept is not None
    say(again, 9, Say(UNKNOWN, None))
    assert backups.keep(again) is not None, "what is said makes a state worth keeping"
    again.close()
    backups.bring_back(kept, path.with_name("brought back.muraji"))
    back = ProjectFile.open(path.with_name("brought back.muraji"))
    assert set(said(back)) == {"r90", "r92"}
    back.close()


def test_where_the_file_is_lost_it_is_written_anew(path: Path) -> None:
    project = ProjectFile.open(path)
    path.unlink()
    project.write_anew(project.document.copy(), ())
    project.close()
    again = ProjectFile.open(path)
    assert set(said(again)) == {"r90", "r92"}
    again.close()
