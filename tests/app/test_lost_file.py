"""Bad luck with the file of an open project, in mid-work: no edit is lost, nothing is called saved.

``BAD_LUCK`` is the table of what happens to the file; each is tried three times: noticed by the
next confirm, by the look every few seconds, and at the close.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.state import SaveKind
from tests.translation.store.projects import small_document
from translation.errors import ProjectError
from translation.model.segment import SegmentState
from translation.store import ProjectFile

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files in place")


def _copied(path: Path) -> Path:
    """Return a copy of the main file alone, as a sync client would bring it."""
    other = path.with_name("copy")
    shutil.copyfile(path, other)
    return other


def replaced_by_a_copy(path: Path) -> None:
    _copied(path).rename(path)


def replaced_by_another_project(path: Path) -> None:
    other = path.with_name("other.muraji")
    ProjectFile.create(other, small_document()).close()
    other.rename(path)


def replaced_by_junk(path: Path) -> None:
    junk = path.with_name("junk")
    junk.write_bytes(b"junk" * 5000)
    junk.rename(path)


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replaced_by_a_link(path: Path) -> None:
    other = _copied(path)
    path.unlink()
    path.symlink_to(other)


def deleted(path: Path) -> None:
    path.unlink()


def deleted_with_its_log(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=suffix == "-shm")


def log_deleted(path: Path) -> None:
    Path(f"{path}-wal").unlink()


def log_and_index_deleted(path: Path) -> None:
    Path(f"{path}-wal").unlink()
    Path(f"{path}-shm").unlink(missing_ok=True)


def cut_to_nothing(path: Path) -> None:
    os.truncate(path, 0)


def cut_to_two_pages(path: Path) -> None:
    os.truncate(path, 8192)


def overwritten_with_junk_of_its_size(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(b"x" * size)


def overwritten_by_another_project(path: Path) -> None:
    other = path.with_name("other.muraji")
    ProjectFile.create(other, small_document()).close()
    path.write_bytes(other.read_bytes())


def log_cut(path: Path) -> None:
    os.truncate(f"{path}-wal", 0)


def moved(path: Path) -> None:
    path.rename(path.with_name("moved away"))


def folder_renamed(path: Path) -> None:
    path.parent.rename(path.parent.with_name("renamed"))


def folder_deleted(path: Path) -> None:
    shutil.rmtree(path.parent)


BAD_LUCK: tuple[Callable[[Path], None], ...] = (
    replaced_by_a_copy,
    replaced_by_another_project,
    replaced_by_junk,
    replaced_by_a_folder,
    replaced_by_a_link,
    deleted,
    deleted_with_its_log,
    log_deleted,
    log_and_index_deleted,
    cut_to_nothing,
    cut_to_two_pages,
    overwritten_with_junk_of_its_size,
    overwritten_by_another_project,
    log_cut,
    moved,
    folder_renamed,
    folder_deleted,
)
FREES_THE_PATH = frozenset({deleted, deleted_with_its_log, moved, folder_renamed, folder_deleted})


class Work:
    """A session at work on the small article, with what was said meanwhile."""

    def __init__(self, session, qtbot) -> None:
        self.session, self.qtbot = session, qtbot
        self.path = session.files.path
        self.ids = [segment.id for segment in session.document.segments]
        self.notices = []
        self.kinds = []
        session.noticed.connect(self.notices.append)
        session.autosave.changed.connect(lambda state: self.kinds.append(state.kind))

    def edit(self, row: int, text: str) -> None:
        self.session.editor.activate(self.ids[row])
        self.session.editor.type_text(self.ids[row], text, 0, len(text))

    def confirm(self, row: int, text: str) -> None:
        self.edit(row, text)
        self.session.editor.confirm(self.ids[row])

    def is_kept(self) -> bool:
        return any(notice.code.startswith("kept_") for notice in self.notices)

    def texts(self) -> list[str | None]:
        return [segment.target for segment in self.session.document.segments]


@pytest.fixture
def work(opened, qtbot):
    work = Work(opened, qtbot)
    work.confirm(0, "first")
    work.session.files.restoring.make("noon")
    work.edit(1, "second")
    assert work.session.autosave.drain()
    return work


@pytest.mark.parametrize("happen", BAD_LUCK, ids=lambda happen: happen.__name__)
@pytest.mark.parametrize(
    "noticed_by", ["confirm", "close", pytest.param("look", marks=pytest.mark.slow)]
)
def test_no_edit_is_lost(work, happen, noticed_by):
    session = work.session
    happen(work.path)
    work.kinds.clear()
    if noticed_by == "confirm":
        work.confirm(2, "third")
    elif noticed_by == "close":
        work.edit(2, "third")
        assert session.autosave.writes_anew()
    work.qtbot.waitUntil(work.is_kept)
    if noticed_by == "look":
        work.confirm(2, "third")
        assert session.autosave.drain()
    work.qtbot.waitUntil(lambda: session.autosave.state.kind is SaveKind.SAVED)

    kept = session.files.path
    assert kept == work.path if happen in FREES_THE_PATH else kept.name.endswith(" (kept).muraji")
    assert ("kept", str(kept)) in next(n for n in work.notices if "kept_" in n.code).facts
    # The work goes on there, and its history with it.
    work.edit(1, "second, mended")
    session.editor.undo()
    session.editor.undo()
    texts = work.texts()
    assert session.close()
    project = ProjectFile.open(kept)
    assert [segment.target for segment in project.document.segments] == texts
    assert project.document.segments[0].state is SegmentState.CONFIRMED
    assert "".join(project.document.segments[0].target) == "first"
    assert project.history.steps
    project.close()


def test_nothing_is_called_saved_before_the_work_is_written_anew(work, monkeypatch):
    write_anew, tries = ProjectFile.write_anew, []

    def full_at_first(project, *arguments):
        tries.append(work.session.autosave.state.kind)
        if len(tries) < 6:
            raise ProjectError("disk_full", file=project.path)
        write_anew(project, *arguments)

    monkeypatch.setattr(ProjectFile, "write_anew", full_at_first)
    deleted(work.path)
    work.kinds.clear()
    work.confirm(2, "third")
    assert not work.session.autosave.drain()
    assert not work.session.close()
    work.edit(1, "typed while nothing could be saved")
    work.qtbot.waitUntil(work.is_kept)
    work.qtbot.waitUntil(lambda: work.session.autosave.state.kind is SaveKind.SAVED)
    assert work.kinds[-1] is SaveKind.SAVED
    assert SaveKind.SAVED not in work.kinds[: work.kinds.index(SaveKind.FAILED)]
    texts = work.texts()
    assert work.session.close()
    project = ProjectFile.open(work.path)
    assert [segment.target for segment in project.document.segments] == texts
    project.close()


def test_what_another_program_put_there_is_left_as_it_is(work):
    replaced_by_another_project(work.path)
    before = work.path.read_bytes()
    work.confirm(2, "third")
    work.qtbot.waitUntil(work.is_kept)
    assert work.session.close()
    assert work.path.read_bytes() == before
    assert not Path(f"{work.path}-wal").exists()
    project = ProjectFile.open(work.path)
    assert len(project.document.segments) == len(small_document().segments)
    project.close()


def test_restore_points_and_undo_of_before_go_along(work):
    replaced_by_a_copy(work.path)
    work.qtbot.waitUntil(work.is_kept)
    *_, point = work.session.files.restoring.points
    with work.qtbot.waitSignal(work.session.editor.changed):
        work.session.files.restoring.go_back(point)
    assert work.texts()[:2] == ["first", None]
    for _ in range(8):
        work.session.editor.undo()
    assert work.texts()[:2] == [None, None]


def test_a_second_loss_makes_a_second_file(work):
    replaced_by_a_copy(work.path)
    work.qtbot.waitUntil(work.is_kept)
    first = work.session.files.path
    work.notices.clear()
    replaced_by_a_copy(first)
    work.confirm(2, "third")
    work.qtbot.waitUntil(work.is_kept)
    assert work.session.files.path.name.endswith("(kept) (kept).muraji")
    assert work.session.files.path.parent == first.parent


TYPES_AND_DIES = """
import os, signal, sys
from pathlib import Path
from tests.translation.store.projects import small_document, typing
from translation.store import ProjectFile
path = Path(sys.argv[1])
document = small_document()
project = ProjectFile.create(path, document)
for number in range(20):
    project.record("do", number + 1, typing(document, 0, f"text {number}"), document.next_number)
os.kill(os.getpid(), signal.SIGKILL)
"""


def crashed(folder: Path, repository: Path) -> Path:
    """Make a project whose window was killed: its log lies beside it."""
    folder.mkdir()
    path = folder / "a.muraji"
    child = subprocess.run(
        [sys.executable, "-c", TYPES_AND_DIES, str(path)],
        cwd=repository,
        env={**os.environ, "PYTHONPATH": str(repository)},
        check=False,
    )
    assert child.returncode == -signal.SIGKILL
    assert Path(f"{path}-wal").stat().st_size
    return path


def test_a_log_of_the_same_file_is_taken_in(tmp_path, repository):
    path = crashed(tmp_path / "a", repository)
    project = ProjectFile.open(path)
    assert project.document.segments[0].target == "text 19"
    assert not project.notices
    project.close()


def test_a_log_is_taken_in_where_the_same_file_was_put_back(tmp_path, repository):
    path = crashed(tmp_path / "a", repository)
    replaced_by_a_copy(path)
    project = ProjectFile.open(path)
    assert project.document.segments[0].target == "text 19"
    project.close()


def test_a_log_of_another_copy_is_not_taken_in(tmp_path, repository):
    path = crashed(tmp_path / "a", repository)
    replaced_by_another_project(path)
    other = path.read_bytes()
    project = ProjectFile.open(path)
    assert [notice.code for notice in project.notices] == ["foreign_log"]
    assert project.document.segments[0].target != "text 19"
    project.close()
    assert path.with_name("a.muraji-wal (foreign)").stat().st_size
    assert len(path.read_bytes()) == len(other)


def test_a_second_window_takes_over_when_the_first_one_closes(make_session, article_file, qtbot):
    first, second = make_session(), make_session()
    for session in (first, second):
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(article_file)
    assert second.editor.read_only
    ids = [segment.id for segment in first.document.segments]
    second.editor.activate(ids[2])
    notices = []
    second.noticed.connect(lambda notice: notices.append(notice.code))
    first.editor.type_text(ids[1], "typed in the first", 0, 18)
    assert first.close()
    qtbot.waitUntil(lambda: "taken_over" in notices)
    assert not second.editor.read_only
    assert second.editor.active_id == ids[2]
    assert second.document.segment(ids[1]).target == "typed in the first"
    second.editor.confirm(ids[1])
    assert second.close()
