"""A damaged project gives what can be read of it, and says what of that is in doubt."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.damage.trial import SECTOR, trial
from tests.damage.trying import tried
from tests.translation.store.projects import small_document, split, spoil, typing
from translation.errors import InputError, MurajiError, ProjectError, UsageError
from translation.model.doubt import ORIGINAL_READ, ROW_LOST
from translation.model.edits import EditBatch, Put
from translation.store import ProjectFile, schema
from translation.store.doubts import doubts_of
from translation.work.documents import open_document
from translation.work.salvaging import Salvaged, recover

FORMS = range(1, schema.current_version() + 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with a history, of a document that comes from no file."""
    path = tmp_path / "rain.ar.txt.muraji"
    document = small_document(40)
    project = ProjectFile.create(path, document)
    for step in range(1, 6):
        batch = typing(document, step, f"It rained {step} times. " * 30)
        project.record("do", step, batch, document.next_number)
    project.record("do", 6, split(document, 10), document.next_number)
    project.restore_point("first")
    project.close()
    return path


def reopened(found: Salvaged) -> ProjectFile:
    project = ProjectFile.open(found.path)
    project.close()
    assert project.obstacle is None
    assert project.verdict is not None
    assert project.verdict.is_sound
    return project


def codes(found: Salvaged) -> set[str]:
    return {notice.code for notice in found.notices}


def zero(path: Path, start: int, length: int = SECTOR) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:start] + bytes(length) + data[start + length :])


# --- what is damaged, place by place (tests/damage tries them all) -------------------------------


@pytest.mark.parametrize("version", FORMS)
@pytest.mark.parametrize("share", range(8))
def test_a_lost_sector_loses_no_text_that_can_be_read(
    version: int, share: int, tmp_path: Path
) -> None:
    held = trial(version)
    at = random.Random(share).choice(held.sectors)
    assert not tried(held, held.without_sector(at), tmp_path).complaints


@pytest.mark.parametrize("version", FORMS)
@pytest.mark.parametrize("share", range(4))
def test_a_cut_file_loses_no_text_that_can_be_read(
    version: int, share: int, tmp_path: Path
) -> None:
    held = trial(version)
    at = random.Random(share).choice(held.cuts)
    assert not tried(held, held.cut(at), tmp_path).complaints


@pytest.mark.parametrize("share", range(16))
def test_a_flipped_bit_is_never_passed_over(share: int, tmp_path: Path) -> None:
    held = trial(schema.current_version())
    bit = random.Random(share).randrange(8 * len(held.data))
    assert not tried(held, held.flipped(bit), tmp_path).complaints


# --- given cases ----------------------------------------------------------------------------------


def given(shared: Path, name: str, tmp_path: Path) -> Path:
    return Path(shutil.copy(shared / "cases" / "project" / name, tmp_path / name))


@pytest.mark.shared
def test_work_that_is_lost_from_the_rows_is_in_the_history(shared: Path, tmp_path: Path) -> None:
    case = given(shared, "one_zero_sector.muraji", tmp_path)
    with pytest.raises(ProjectError):
        ProjectFile.open(case)
    found = recover(case)
    assert found.path == tmp_path / "one_zero_sector (recovered).muraji"
    targets = [s.target for s in reopened(found).document.segments]
    assert targets[:10] == [f"WORK-{n} done by hand" for n in range(10)]
    assert {doubt.reason for _, _, doubt in found.doubts} == {ROW_LOST}


@pytest.mark.shared
def test_a_damaged_history_does_not_stand_in_the_way(shared: Path, tmp_path: Path) -> None:
    case = given(shared, "history_sector.muraji", tmp_path)
    project = reopened(recover(case))
    targets = [s.target for s in project.document.segments]
    assert targets[:10] == [f"Reviewed text number {n}" for n in range(10)]
    assert project.history.steps


@pytest.mark.shared
def test_a_byte_of_the_schema_loses_nothing(shared: Path, tmp_path: Path) -> None:
    case = given(shared, "schema_byte.muraji", tmp_path)
    with pytest.raises(ProjectError) as raised:
        ProjectFile.open(case)
    assert raised.value.reason == "damaged"
    assert not recover(case).doubts


@pytest.mark.shared
def test_statistics_of_analyze_are_no_damage(shared: Path, tmp_path: Path) -> None:
    project = ProjectFile.open(given(shared, "analyzed.muraji", tmp_path))
    project.close()
    assert project.obstacle is None
    assert project.verdict is not None
    assert project.verdict.is_sound


@pytest.mark.shared
@pytest.mark.parametrize(
    "name",
    ["restore_time_1e300", "meta_active_list", "encoding_nul", "journal_step_max"],
)
def test_odd_values_are_not_handed_on(shared: Path, tmp_path: Path, name: str) -> None:
    project = ProjectFile.open(recover(given(shared, f"{name}.muraji", tmp_path)).path)
    assert project.obstacle is None
    document = project.document
    batch = typing(document, 0, "On.")
    project.record("do", project.history.next_step, batch, document.next_number)
    project.restore_point("on")
    project.close()


# --- what is recovered ---------------------------------------------------------------------------


def test_a_sound_project_is_recovered_whole(path: Path) -> None:
    before = ProjectFile.open(path)
    before.close()
    found = recover(path)
    after = reopened(found)
    assert after.document.snapshot() == before.document.snapshot()
    assert after.document.units == before.document.units
    assert after.document.files == before.document.files
    assert tuple(after.document.drafts) == tuple(before.document.drafts)
    assert after.document.next_number == before.document.next_number
    assert after.restore_points() == before.restore_points()
    assert [s.label for s in after.history.steps] == [s.label for s in before.history.steps]
    assert codes(found) == {"recovered"}


@pytest.mark.parametrize("sector", [0, 1, 7])
def test_a_project_whose_beginning_is_lost_is_known_for_one(path: Path, sector: int) -> None:
    zero(path, sector * SECTOR)
    with pytest.raises(ProjectError) as raised:
        ProjectFile.open(path)
    assert raised.value.reason == "damaged"
    assert len(reopened(recover(path)).document.segments) == 41


def test_texts_longer_than_a_page_come_back(tmp_path: Path) -> None:
    path = tmp_path / "long.muraji"
    document = small_document(4)
    project = ProjectFile.create(path, document)
    batch = typing(document, 0, "A very long sentence. " * 2000)
    project.record("do", 1, batch, document.next_number)
    project.close()
    zero(path, 0, 4096)
    assert reopened(recover(path)).document.segments[0].target == "A very long sentence. " * 2000


def test_what_a_crash_left_in_the_log_is_recovered(path: Path, tmp_path: Path) -> None:
    project = ProjectFile.open(path)
    document = project.document
    project.record("do", 7, typing(document, 0, "In the log."), document.next_number)
    crashed = tmp_path / "crashed.muraji"
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", f"{crashed}{suffix}")
    project.close()
    zero(crashed, 0)
    assert reopened(recover(crashed)).document.segments[0].target == "In the log."


def test_the_original_is_taken_from_the_article_beside(tmp_path: Path) -> None:
    article = tmp_path / "article.ar.txt"
    article.write_text("هطل المطر أمس.\n\nوقال الوزير إن الحوار مهم.\n", encoding="utf-8")
    path = tmp_path / "article.ar.txt.muraji"
    ProjectFile.create(path, open_document(article).document).close()
    spoil(path, "UPDATE files SET original = zeroblob(40)")
    found = recover(path)
    assert "recovered_original_replaced" in codes(found)
    assert reopened(found).document.files[0].original == article.read_bytes()
    article.unlink()
    assert "recovered_original_changed" in codes(recover(path))


def test_segments_that_nobody_touched_are_read_anew_from_the_original(tmp_path: Path) -> None:
    article = tmp_path / "article.ar.txt"
    text = "".join(f"الجملة رقم {n} من النص الطويل.\n\n" for n in range(60))
    article.write_text(text, encoding="utf-8")
    path = tmp_path / "article.ar.txt.muraji"
    document = open_document(article).document
    ProjectFile.create(path, document).close()
    article.unlink()
    lost = document.segments[20].id
    spoil(path, f"DELETE FROM segments WHERE id = '{lost}'")
    found = recover(path)
    project = reopened(found)
    assert [s.source for s in project.document.segments] == [s.source for s in document.segments]
    assert [(number, id_, doubt.reason) for number, id_, doubt in found.doubts] == [
        (21, lost, ORIGINAL_READ)
    ]
    assert doubts_of(project).keys() == {lost}


TWO_FILES = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="one" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>هطل المطر أمس.</source></trans-unit></body></file>
<file original="two" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>وقال الوزير إن الحوار مهم.</source></trans-unit></body></file>
</xliff>"""


@pytest.mark.parametrize("lost", ["f1", "f3"])
def test_a_file_whose_row_is_lost_keeps_its_segments(tmp_path: Path, lost: str) -> None:
    source = tmp_path / "two.xlf"
    source.write_text(TWO_FILES, encoding="utf-8")
    document = open_document(source).document
    assert [file.id for file in document.files] == ["f1", "f3"]
    path = tmp_path / "two.xlf.muraji"
    ProjectFile.create(path, document).close()
    source.unlink()
    spoil(path, f"DELETE FROM files WHERE id = '{lost}'")
    found = recover(path)
    project = reopened(found)
    assert project.document.snapshot() == document.snapshot()
    assert [(f.id, f.name) for f in project.document.files] == [("f1", "one"), ("f3", "two")]
    assert [u.file_id for u in project.document.units] == ["f1", "f3"]
    assert "recovered_file_changed" in codes(found)


def test_where_every_file_is_lost_the_texts_are_not(path: Path) -> None:
    spoil(path, "DELETE FROM files")
    found = recover(path)
    assert len(reopened(found).document.segments) == 41
    assert "recovered_original_lost" in codes(found)


def test_the_history_is_kept_as_far_as_it_leads_back(path: Path) -> None:
    spoil(path, "DELETE FROM journal WHERE seq = 3")
    found = recover(path)
    assert "recovered_history_cut" in codes(found)
    project = ProjectFile.open(found.path)
    document = project.document.copy()
    assert len(project.history.steps) == 3
    for step in reversed(project.history.steps):
        for batch in reversed(step.batches):
            document.apply_batch(batch.inverse())
    project.close()


def test_a_recovered_project_can_be_recovered_again(path: Path) -> None:
    spoil(path, "UPDATE segments SET target = 'x' WHERE id = 's2'")
    first = recover(path)
    again = recover(first.path)
    assert again.path.name == "rain.ar.txt (recovered) (2).muraji"
    assert reopened(again).document.snapshot() == reopened(first).document.snapshot()
    assert doubts_of(reopened(again)) == doubts_of(reopened(first)) != {}


def test_work_goes_on_in_a_recovered_project(path: Path) -> None:
    zero(path, 8192)
    project = ProjectFile.open(recover(path).path)
    document = project.document
    before = document.segments[3]
    batch = EditBatch("type", (Put(before, replace(before, target="On.")),), "", 9.0, before.id)
    document.apply_batch(batch)
    step = project.history.next_step
    project.record("do", step, batch, document.next_number)
    project.close()
    again = ProjectFile.open(project.path)
    again.close()
    assert again.document.snapshot() == document.snapshot()


# --- where it goes, and what is refused ----------------------------------------------------------


def test_the_damaged_file_and_what_lies_beside_stay_as_they_are(path: Path) -> None:
    zero(path, 4096)
    taken = path.with_name("rain.ar.txt (recovered).muraji")
    taken.write_bytes(b"somebody's")
    before = path.read_bytes()
    found = recover(path)
    assert found.path.name == "rain.ar.txt (recovered) (2).muraji"
    assert (path.read_bytes(), taken.read_bytes()) == (before, b"somebody's")
    assert {p.name for p in path.parent.iterdir()} == {path.name, taken.name, found.path.name}


def test_where_nothing_can_be_written_beside_it_goes_elsewhere(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    beside = path.with_name("rain.ar.txt (recovered).muraji")
    blocked = ProjectError("disk_full", file=beside)

    def report(done: int, total: int) -> None:
        if any(beside.parent.glob(".rain*partial")):
            raise blocked

    assert recover(path, elsewhere=elsewhere, report=report).path.parent == elsewhere


def test_it_never_goes_onto_itself_nor_into_another_kind_of_file(path: Path) -> None:
    for out, reason in ((path, "out_is_in"), (path.with_suffix(".txt"), "recover_suffix")):
        with pytest.raises(UsageError) as raised:
            recover(path, out, replaces=True)
        assert raised.value.reason == reason


def test_one_that_is_open_elsewhere_is_left_alone(path: Path) -> None:
    project = ProjectFile.open(path)
    with pytest.raises(ProjectError) as raised:
        recover(path)
    assert raised.value.reason == "recover_in_use"
    project.close()


@pytest.mark.parametrize("junk", [b"x", bytes(5000), b"SQLite format 3\0" + bytes(9000)])
def test_what_holds_nothing_is_refused_in_a_sentence(tmp_path: Path, junk: bytes) -> None:
    path = tmp_path / "junk.muraji"
    path.write_bytes(junk)
    with pytest.raises(ProjectError) as raised:
        recover(path)
    assert raised.value.reason == "nothing_recovered"
    with pytest.raises(InputError):
        recover(tmp_path / "missing.muraji")


@pytest.mark.parametrize("seed", range(12))
def test_noise_is_never_a_crash(path: Path, seed: int) -> None:
    """Half of the pages are noise, and lead anywhere."""
    chance = random.Random(seed)
    data = bytearray(path.read_bytes())
    for page in range(0, len(data), 4096):
        if chance.random() < 0.5:
            start = page + chance.choice((0, 8, 100, 2048))
            data[start : page + 4096] = chance.randbytes(page + 4096 - start)
    path.write_bytes(data)
    try:
        found = recover(path)
    except MurajiError:
        return
    reopened(found)


def test_pages_that_lead_in_a_ring_come_to_an_end(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        roots = [n for (n,) in plain.execute("SELECT rootpage FROM sqlite_schema") if n]
    data = bytearray(path.read_bytes())
    for root in roots:
        start = (root - 1) * 4096
        data[start] = 5
        data[start + 8 : start + 12] = root.to_bytes(4, "big")
    path.write_bytes(data)
    try:
        reopened(recover(path))
    except ProjectError as error:
        assert error.reason == "nothing_recovered"  # noqa: PT017 (either way is well)
