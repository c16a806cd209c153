"""The writer's thread: what gathers, what is told, and that a failure drops nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translation.store.projects import small_document, split, state_of, typing
from translation.errors import ProjectError
from translation.model.document import Document
from translation.store import Entry, MetaEntry, PointEntry, ProjectFile, Writer

LONG = 3600.0


class Desk:
    """A project with a writer, and what the writer told."""

    def __init__(self, path: Path) -> None:
        self.document = small_document()
        self.project = ProjectFile.create(path, self.document)
        self.saved: list[int] = []
        self.failed: list[ProjectError] = []
        self.told = threading.Event()

    def writer(self, gather: float = LONG, retry: float = LONG, idle: float = LONG) -> Writer:
        return Writer(
            self.project, self.on_saved, self.on_failed, gather=gather, retry=retry, idle=idle
        )

    def on_saved(self, number: int) -> None:
        self.saved.append(number)
        self.told.set()

    def on_failed(self, error: ProjectError) -> None:
        self.failed.append(error)
        self.told.set()

    def type(self, text: str, step: int = 1, row: int = 0) -> Entry:
        return Entry("do", step, typing(self.document, row, text), self.document.next_number)

    def journal_rows(self) -> int:
        assert self.project._database is not None
        rows = self.project._database.connection.execute("SELECT count(*) FROM journal").fetchone()
        return int(rows[0])

    def reopened(self) -> Document:
        self.project.close()
        project = ProjectFile.open(self.project.path)
        project.close()
        return project.document


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "a.muraji")
    yield desk
    desk.project.close()


def test_typing_of_one_step_is_written_as_one_batch(desk: Desk) -> None:
    writer = desk.writer()
    for text in ("r", "ra", "rai", "rain"):
        writer.submit(desk.type(text))
    assert writer.submit(desk.type("other", step=2)) == 5
    assert desk.journal_rows() == 0
    assert writer.drain()
    assert (writer.durable, desk.saved, desk.journal_rows()) == (5, [5], 2)
    assert writer.close()
    assert state_of(desk.reopened()) == state_of(desk.document)


def test_undone_typing_is_not_merged_with_what_it_undoes(desk: Desk) -> None:
    writer = desk.writer()
    entry = desk.type("rain")
    writer.submit(entry)
    back = entry.batch.inverse()
    desk.document.apply_batch(back)
    writer.submit(Entry("undo", 1, back, desk.document.next_number))
    assert writer.close()
    assert desk.journal_rows() == 2
    assert state_of(desk.reopened()) == state_of(desk.document)


def test_an_entry_is_written_without_being_asked_for(desk: Desk) -> None:
    writer = desk.writer(gather=0.01)
    writer.submit(desk.type("rain"))
    assert desk.told.wait(60)
    assert writer.durable == 1
    writer.close()


def test_a_confirm_is_written_at_once_with_all_that_waits(desk: Desk) -> None:
    writer = desk.writer()
    writer.submit(desk.type("rain"))
    writer.submit(MetaEntry("active", "s2"))
    writer.submit(Entry("do", 2, split(desk.document, 1), desk.document.next_number), flush=True)
    assert desk.told.wait(60)
    assert desk.saved == [3]
    writer.submit(PointEntry("noon", 5.0), flush=True)
    writer.close()
    assert [point.label for point in desk.project.restore_points()] == ["noon"]


def test_when_idle_everything_is_brought_into_the_one_file(desk: Desk) -> None:
    tidied = threading.Event()
    checkpoint = desk.project.checkpoint

    def watched() -> None:
        checkpoint()
        tidied.set()

    desk.project.checkpoint = watched  # type: ignore[method-assign]
    writer = desk.writer(gather=0.0, idle=0.01)
    writer.submit(desk.type("rain"))
    assert tidied.wait(60)
    log = desk.project.path.with_name("a.muraji-wal")
    assert log.stat().st_size == 0
    writer.close()


def test_a_full_disk_is_told_and_everything_is_written_once_there_is_room(desk: Desk) -> None:
    connection = desk.project._database.connection
    assert connection is not None
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    writer = desk.writer()
    for step in range(1, 9):
        writer.submit(desk.type(f"rain {step} " * 300, step))
    assert not writer.drain()
    assert [error.code for error in desk.failed] == ["project.disk_full"]
    assert (writer.durable, desk.journal_rows()) == (0, 0)
    writer.submit(desk.type("more", 9))
    assert not writer.drain()
    connection.execute("PRAGMA max_page_count = 100000")
    writer.submit(desk.type("and more", 9), flush=True)
    assert writer.drain()
    assert (writer.durable, desk.saved) == (10, [10])
    assert writer.close()
    assert state_of(desk.reopened()) == state_of(desk.document)


def test_writing_is_tried_again_by_itself(desk: Desk) -> None:
    write, attempts = desk.project.write, []

    def failing(entries: object) -> None:
        attempts.append(entries)
        if len(attempts) < 3:
            raise ProjectError("disk_full", file="a.muraji")
        write(entries)  # type: ignore[arg-type]

    desk.project.write = failing  # type: ignore[method-assign]
    writer = desk.writer(gather=0.0, retry=0.01)
    writer.submit(desk.type("rain"))
    while not desk.saved:
        assert desk.told.wait(60)
        desk.told.clear()
    assert (len(desk.failed), desk.saved) == (2, [1])
    writer.close()


def test_an_edit_that_the_project_cannot_take_is_told_and_not_dropped(desk: Desk) -> None:
    writer = desk.writer()
    entry = desk.type("rain")
    desk.project._database.connection.execute("DELETE FROM segments WHERE id = 's1'")  # type: ignore[union-attr]
    desk.project._database.settle()  # type: ignore[union-attr]
    writer.submit(entry)
    assert not writer.close()
    assert [error.code for error in desk.failed] == ["project.not_saved"]
    with pytest.raises(ProjectError, match="closed"):
        writer.submit(entry)


def test_an_error_in_a_listener_is_reported_and_saving_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    def broken(number: int) -> None:
        raise RuntimeError(str(number))

    writer = Writer(desk.project, broken, desk.on_failed)
    writer.submit(desk.type("rain"), flush=True)
    writer.submit(desk.type("rain again"))
    assert writer.close()
    assert writer.durable == 2
    assert [str(args.exc_value) for args in reported][-1] == "2"


def test_a_long_read_holds_up_no_commit_and_no_commit_a_read(desk: Desk) -> None:
    desk.project.write([desk.type("before")])
    with desk.project.reader() as reader:
        reader.execute("BEGIN")
        (before,) = reader.execute("SELECT count(*) FROM journal").fetchone()
        writer = desk.writer()
        writer.submit(desk.type("meanwhile", step=2), flush=True)
        assert writer.drain(60)
        desk.project.checkpoint()
        assert reader.execute("SELECT count(*) FROM journal").fetchone() == (before,)
        reader.execute("COMMIT")
    with desk.project._mutex:  # As while a commit waits for the disk.
        asked = threading.Thread(target=desk.project.restore_points, daemon=True)
        asked.start()
        asked.join(60)
        copied = threading.Thread(
            target=desk.project.copy_to, args=(desk.project.path.with_name("c.muraji"),)
        )
        copied.start()
        copied.join(60)
        assert not asked.is_alive()
        assert not copied.is_alive()
    writer.close()
