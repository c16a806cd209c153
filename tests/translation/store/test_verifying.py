"""What changed behind the program's back is noticed, named, and settled for good."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, spoil, typing
from translation.errors import ProjectError
from translation.model.doubt import (
    CHANGED,
    DISAGREES,
    DRAFT_CHANGED,
    REMOVED,
    UNIT_CHANGED,
    Doubt,
)
from translation.model.edits import EditBatch, Put
from translation.store import AcceptEntry, Entry, ProjectFile, verifying
from translation.store.doubts import doubts_json, doubts_of, parse_doubts

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project in which the first segment was typed into twice, and the second was split."""
    path = tmp_path / "rain.muraji"
    document = small_document()
    project = ProjectFile.create(path, document)
    for step, text in enumerate(("It rained.", "It rained a lot."), 1):
        project.record("do", step, typing(document, 0, text), document.next_number)
    project.record("do", 3, split(document, 1), document.next_number)
    project.restore_point("first")
    project.set_meta("active", "s1")
    project.close()
    return path


def doubts(path: Path) -> dict[str, Doubt]:
    """Open a project and return what is in doubt in it; it must not be refused."""
    project = ProjectFile.open(path)
    project.close()
    assert project.obstacle is None
    return doubts_of(project)


def trouble(path: Path) -> str:
    """Return why a project is refused or read-only, "" where it is neither."""
    try:
        project = ProjectFile.open(path)
    except ProjectError as error:
        return error.reason
    project.close()
    return project.obstacle.reason if project.obstacle else ""


def reasons(path: Path) -> dict[str, str]:
    return {id_: doubt.reason for id_, doubt in doubts(path).items()}


def test_nothing_is_in_doubt_that_nobody_touched(path: Path) -> None:
    project = ProjectFile.open(path)
    assert project.verdict is not None
    assert project.verdict.is_sound
    project.close()


@pytest.mark.parametrize(
    ("column", "value"),
    [("source", "'x'"), ("target", "NULL"), ("state", "'final'"), ("locked", "1"), ("note", "'n'")],
)
def test_a_changed_cell_is_noticed_with_what_the_history_says(
    path: Path, column: str, value: str
) -> None:
    spoil(path, f"UPDATE segments SET {column} = {value} WHERE id = 's1'")
    [(id_, doubt)] = doubts(path).items()
    assert (id_, doubt.reason) == ("s1", CHANGED)
    assert doubt.was is not None
    assert doubt.was.target == "It rained a lot."


def test_a_segment_that_no_history_speaks_of_is_noticed_too(path: Path) -> None:
    spoil(path, "UPDATE segments SET source = source || 'x' WHERE id = 's3'")
    assert doubts(path) == {"s3": Doubt(CHANGED)}


def test_a_row_that_came_back_from_before_disagrees_with_the_history(
    path: Path, tmp_path: Path
) -> None:
    project = ProjectFile.open(path)
    document = project.document
    earlier = shutil.copy(path, tmp_path / "earlier.muraji")
    project.record("do", 4, typing(document, 0, "It poured."), document.next_number)
    project.close()
    columns = "target, checksum"
    spoil(
        path,
        f"ATTACH '{earlier}' AS earlier",
        f"UPDATE segments SET ({columns}) = (SELECT {columns} FROM earlier.segments"
        " WHERE id = 's1') WHERE id = 's1'",
        "UPDATE tallies SET total = (SELECT sum(checksum) FROM segments) WHERE name = 'segments'",
    )
    [(id_, doubt)] = doubts(path).items()
    assert (id_, doubt.reason) == ("s1", DISAGREES)
    assert doubt.was is not None
    assert doubt.was.target == "It poured."


def test_a_stale_page_is_missed_in_the_sum_where_no_history_tells(path: Path) -> None:
    spoil(path, "UPDATE tallies SET total = total + 1 WHERE name = 'drafts'")
    assert trouble(path) == "unsound"


@pytest.mark.parametrize("table", ["segments", "units", "drafts", "journal", "restore_points"])
def test_a_row_that_is_gone_is_missed(path: Path, table: str) -> None:
    key = "seq" if table == "journal" else "rowid"
    spoil(path, f"DELETE FROM {table} WHERE {key} = (SELECT max({key}) FROM {table})")
    assert trouble(path) in {"damaged", "unsound", "history_damaged"}


def test_a_paragraph_and_a_draft_are_named_by_their_segments(path: Path) -> None:
    spoil(path, "UPDATE units SET note = 'x' WHERE id = 'u2'", "UPDATE drafts SET text = 'x'")
    assert reasons(path) == {"s1": DRAFT_CHANGED, "s4": UNIT_CHANGED}


def test_a_segment_that_the_history_took_out_is_named(path: Path) -> None:
    columns = (
        "id, place, unit_id, source, target, state, origin, draft_id, lead, trail, note, locked,"
        " reference, checksum"
    )
    project = ProjectFile.open(path)
    document = project.document
    earlier = path.with_name("earlier.muraji")
    shutil.copy(path, earlier)
    row = next(row for row, s in enumerate(document.segments) if s.id == "s3")
    project.record("do", 4, split(document, row), document.next_number)
    project.close()
    spoil(
        path,
        f"ATTACH '{earlier}' AS earlier",
        f"INSERT INTO segments ({columns}) SELECT {columns} FROM earlier.segments WHERE id = 's3'",
        "UPDATE tallies SET (rows, total) = (SELECT count(*), sum(checksum) FROM segments)"
        " WHERE name = 'segments'",
    )
    assert reasons(path) == {"s3": REMOVED}


def test_a_changed_original_is_noticed_at_each_opening(path: Path) -> None:
    spoil(path, "UPDATE files SET original = CAST('x' AS BLOB)")
    for _ in range(2):
        project = ProjectFile.open(path)
        assert project.verdict is not None
        assert project.verdict.originals == ("f1",)
        project.close()


def test_a_changed_row_of_the_history_is_not_written_behind(path: Path) -> None:
    spoil(path, "UPDATE journal SET label = 'x' WHERE seq = 1")
    assert trouble(path) == "history_damaged"


def test_what_is_written_again_is_in_doubt_no_more(path: Path) -> None:
    spoil(path, "UPDATE segments SET target = 'x' WHERE id = 's1'")
    project = ProjectFile.open(path)
    document = project.document
    project.record("do", 4, typing(document, 0, "It poured."), document.next_number)
    project.close()
    assert not doubts(path)


def test_a_damaged_checksum_does_not_spoil_the_sum(path: Path) -> None:
    spoil(path, "UPDATE segments SET checksum = checksum + 1 WHERE id = 's1'")
    project = ProjectFile.open(path)
    assert doubts_of(project).keys() == {"s1"}
    document = project.document
    project.record("do", 4, typing(document, 0, "It poured."), document.next_number)
    project.close()
    assert not doubts(path)


def test_what_is_right_as_it_stands_is_said_once(path: Path) -> None:
    """An edit that changes nothing makes the row and the history agree."""
    spoil(path, "UPDATE segments SET target = 'x' WHERE id = 's1'")
    project = ProjectFile.open(path)
    document = project.document
    segment = document.segments[0]
    batch = EditBatch("doubt", (Put(segment, segment),), "", 9.0, segment.id)
    document.apply_batch(batch)
    project.write([Entry("do", 4, batch, document.next_number)])
    project.close()
    assert not doubts(path)


def test_rows_that_are_accepted_are_in_doubt_no_more(path: Path) -> None:
    spoil(path, "UPDATE drafts SET text = 'x'", "UPDATE restore_points SET label = 'x'")
    project = ProjectFile.open(path)
    assert project.verdict is not None
    assert project.verdict.rows == {"drafts": (1,), "restore_points": (1,)}
    project.write([AcceptEntry(project.verdict.rows)])
    project.close()
    again = ProjectFile.open(path)
    again.close()
    assert again.verdict is not None
    assert again.verdict.is_sound


def test_a_large_project_is_verified_afterwards_and_beside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifying, "AT_ONCE", 0)
    spoil(path, "UPDATE segments SET target = 'x' WHERE id = 's1'")
    project = ProjectFile.open(path)
    assert project.verdict is None
    document = project.document
    project.record("do", 4, typing(document, 2, "Beside."), document.next_number)
    assert project.verify().segments.keys() == {"s1"}
    assert project.verdict is not None
    project.record("do", 5, typing(document, 0, "It poured."), document.next_number)
    assert project.verify().is_sound
    project.close()


def test_closing_ends_a_verification(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "AT_ONCE", 0)
    project = ProjectFile.open(path)
    began, may_go_on, said = threading.Event(), threading.Event(), []

    def report(done: int, total: int) -> None:
        began.set()
        may_go_on.wait()

    def verify() -> None:
        try:
            project.verify(report)
        except ProjectError as error:
            said.append(error.reason)

    thread = threading.Thread(target=verify)
    thread.start()
    began.wait()
    closing = threading.Thread(target=project.close)
    closing.start()
    while project._database is not None:
        pass
    may_go_on.set()
    closing.join()
    thread.join()
    assert said == ["closed"]
    assert not list(path.parent.glob("*-wal"))


def test_a_project_of_the_first_form_is_never_called_damaged(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "version_1.project", tmp_path / "old.muraji"))
    for _ in range(2):
        project = ProjectFile.open(path)
        project.close()
        assert project.obstacle is None
        assert project.verdict is not None
        assert project.verdict.is_sound


def test_a_sector_lost_before_there_were_checksums_is_noticed(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "version_1.project", tmp_path / "old.muraji"))
    spoil(path, "UPDATE files SET original = CAST('x' || zeroblob(512) AS BLOB)")
    project = ProjectFile.open(path)
    project.close()
    assert project.verdict is not None
    assert project.verdict.originals == ("f1",)


def test_work_that_was_written_anew_has_checksums(path: Path) -> None:
    project = ProjectFile.open(path)
    document = project.document
    path.unlink()
    batch = typing(document, 0, "Kept.")
    project.write_anew(document.copy(), [Entry("do", 4, batch, document.next_number)])
    project.close()
    assert not doubts(project.path)
    spoil(project.path, "UPDATE segments SET target = 'x' WHERE id = 's1'")
    assert reasons(project.path) == {"s1": CHANGED}


def test_doubts_are_kept_with_what_they_know() -> None:
    segment = small_document().segments[0]
    known = {"s1": Doubt(CHANGED, replace(segment, target="\ud800")), "s2": Doubt(REMOVED)}
    assert parse_doubts(doubts_json(known)) == known


@pytest.mark.parametrize(
    "kept",
    [None, [], {"s1": 3}, {"s1": ["changed", {"id": "s2"}]}, {"s1": ["odd", None]}, {"s": []}],
)
def test_a_doubt_that_cannot_be_read_still_is_one(kept: object) -> None:
    expected = set(kept) if isinstance(kept, dict) else set()
    assert parse_doubts(kept).keys() == expected
