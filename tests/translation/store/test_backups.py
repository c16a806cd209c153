"""Backups: the last states of each project, apart from it, few and small enough."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, typing
from translation.errors import ProjectError
from translation.model.backup import Backup
from translation.store import Backups, BackupThread, ProjectFile, backups
from translation.system.cancel import Cancelled
from translation.work.documents import document_from_text

DAY = 86_400.0
NOON = 1_790_000_000.0


@pytest.fixture
def kept(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "data" / "backups")


@pytest.fixture
def project(tmp_path: Path):
    with closing(ProjectFile.create(tmp_path / "rain.muraji", small_document())) as project:
        yield project


def write(project: ProjectFile, text: str) -> None:
    step = project.history.next_step + len(project._rows)
    batch = typing(project.document, 0, text)
    project.record("do", step, batch, project.document.next_number)


def backup(time: float, size: int = 1, project: str = "rain") -> Backup:
    return Backup(Path(f"{project} {time}"), Path(project), time, size)


class TestKeeping:
    def test_a_backup_is_the_project_as_it_is_written(self, kept, project, tmp_path):
        write(project, "It rained.")
        found = kept.keep(project)
        assert kept.of(project.path) == kept.all() == [found]
        assert found.project == project.path
        write(project, "It poured.")
        kept.bring_back(found, tmp_path / "again.muraji")
        with closing(ProjectFile.open(tmp_path / "again.muraji")) as again:
            assert again.document.segments[0].target == "It rained."
            assert again.history.steps
            assert not again.read_only
        assert kept.of(project.path) == [found]

    def test_nothing_done_needs_no_backup(self, kept, project, tmp_path):
        document = document_from_text("نص.", "text.txt").document
        with closing(ProjectFile.create(tmp_path / "fresh.muraji", document)) as fresh:
            assert kept.keep(fresh) is None
        write(project, "It rained.")
        assert kept.keep(project) is not None
        assert kept.keep(project) is None
        write(project, "It poured.")
        assert kept.keep(project) is not None
        assert len(kept.all()) == 2

    def test_it_lies_apart_and_is_private(self, kept, project, tmp_path):
        write(project, "It rained.")
        found = kept.keep(project)
        assert not found.path.is_relative_to(project.path.parent / "rain.muraji")
        assert stat.S_IMODE(found.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(found.path.parent.stat().st_mode) == 0o700
        names = {path.name for path in found.path.parent.iterdir()}
        assert names == {"project.json", found.path.name}

    def test_projects_of_one_name_stay_apart(self, kept, project, tmp_path):
        other_place = tmp_path / "other" / "rain.muraji"
        other_place.parent.mkdir()
        with closing(ProjectFile.create(other_place, small_document())) as other:
            for each in (project, other):
                write(each, "It rained.")
                kept.keep(each)
            assert len(kept.of(project.path)) == len(kept.of(other_place)) == 1
            assert len(kept.all()) == 2

    def test_giving_up_leaves_nothing(self, kept, project):
        write(project, "It rained.")

        def check() -> None:
            raise Cancelled

        with pytest.raises(Cancelled):
            kept.keep(project, check)
        assert kept.all() == []
        assert kept.keep(project) is not None

    def test_a_place_that_cannot_be_written_is_told(self, tmp_path, project):
        write(project, "It rained.")
        (tmp_path / "file").touch()
        with pytest.raises(ProjectError):
            Backups(tmp_path / "file" / "backups").keep(project)

    def test_what_is_no_backup_is_not_listed(self, kept, project):
        write(project, "It rained.")
        place = kept.keep(project).path.parent
        (place / "2026-99-99T00-00-00.000000.muraji").touch()
        (place / "notes.txt").touch()
        (place.parent / "stray").mkdir()
        assert len(kept.all()) == 1
        (place / "project.json").write_text("[]")
        assert kept.all() == []

    def test_a_thread_keeps_the_first_state_and_the_last(self, kept, project):
        write(project, "It rained.")
        thread = BackupThread(project, kept, first=0.0)
        while not kept.all():
            pass
        write(project, "It poured.")
        thread.close()
        assert len(kept.of(project.path)) == 2
        assert thread.error is None

    def test_a_full_disk_is_called_that(self, kept, project, monkeypatch):
        def full(*_args, **_named):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        write(project, "It rained.")
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(ProjectError) as caught:
            kept.keep(project)
        assert caught.value.code == "project.disk_full"

    def test_a_thread_that_cannot_says_why(self, tmp_path, project):
        write(project, "It rained.")
        (tmp_path / "file").touch()
        thread = BackupThread(project, Backups(tmp_path / "file" / "b"), first=60)
        thread.close()
        assert thread.error.code == "project.not_saved"


class TestBounds:
    def test_the_newest_and_the_last_of_each_day_are_kept(self):
        today = [backup(NOON - 600.0 * n) for n in range(5)]
        days = [backup(NOON - DAY * n - 600.0 * m) for n in range(1, 12) for m in range(2)]
        dropped = backups.too_many([*days, *today])
        remaining = [b for b in [*today, *days] if b not in dropped]
        assert remaining == [*today[:3], *(backup(NOON - DAY * n) for n in range(1, 8))]

    def test_large_ones_leave_less_but_always_the_newest(self):
        large = [backup(NOON - DAY * n, size=backups.LARGEST_SHARE // 2) for n in range(4)]
        assert backups.too_many(large) == large[2:]
        huge = [backup(NOON - DAY * n, size=backups.LARGEST_SHARE * 2) for n in range(2)]
        assert backups.too_many(huge) == huge[1:]

    def test_of_all_projects_the_oldest_go_first_and_the_newest_of_each_last(self):
        third = backups.LARGEST_WHOLE // 3
        old = [backup(NOON - 9 * DAY - n, third, "old") for n in range(2)]
        recent = [backup(NOON - n, third, "recent") for n in range(2)]
        assert backups.too_much([*old, *recent]) == [old[1]]

    def test_what_is_too_much_is_dropped_from_the_disk(self, kept, project, monkeypatch):
        for number in range(6):
            monkeypatch.setattr(backups.time, "time", lambda number=number: NOON + 60 * number)
            write(project, f"It rained {number}.")
            kept.keep(project)
        times = [found.time for found in kept.of(project.path)]
        assert times == [NOON + 300, NOON + 240, NOON + 180]
