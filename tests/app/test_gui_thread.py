"""The window never waits for the disk: no SQL and no fsync in the GUI thread while one works."""

from __future__ import annotations

import os
import sqlite3
import threading
from inspect import getattr_static

import pytest

from app.session import Session
from app.state import SaveKind
from translation.store import connection as connections


class Disk:
    """Hears of every SQL statement and every fsync, and keeps those of the GUI thread."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.everything = 0
        self.held: list[str] = []
        self._gui = threading.get_ident()
        connect, fsync = sqlite3.connect, os.fsync

        def connect_traced(*arguments: object, **options: object) -> sqlite3.Connection:
            self.hear("connect")
            connection = connect(*arguments, **options)
            connection.set_trace_callback(self.hear)
            return connection

        def fsync_traced(file: int) -> None:
            self.hear("fsync")
            fsync(file)

        monkeypatch.setattr(connections.sqlite3, "connect", connect_traced)
        monkeypatch.setattr(os, "fsync", fsync_traced)

    def hear(self, what: str) -> None:
        self.everything += 1
        if threading.get_ident() == self._gui:
            self.held.append(what)


@pytest.fixture
def disk(monkeypatch):
    return Disk(monkeypatch)


@pytest.fixture
def opened(disk, services, article_file, qtbot):
    """A session at work on a project of yesterday, with a step to undo in it."""
    for _ in range(2):
        session = Session(services)
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(article_file)
        first = session.document.segments[0].id
        written(session, first, "A headline")
        if all(point.label != "yesterday" for point in session.files.restoring.points):
            session.files.restoring.make("yesterday")
            written(session, session.document.segments[1].id, "Kuwait renewed.")
            assert session.close()
    yield session
    assert session.close()
    assert disk.everything > 100
    assert disk.held == []


def written(session: Session, segment_id: str, text: str) -> None:
    session.editor.type_text(segment_id, text, 0, len(text))


def saved(session: Session) -> bool:
    return session.autosave.state.kind is SaveKind.SAVED


def test_a_day_at_the_keyboard(opened, qtbot):
    ids = [segment.id for segment in opened.document.segments]
    for id_ in ids:
        opened.editor.activate(id_)
        written(opened, id_, "One")
        written(opened, id_, "One more")
        opened.editor.confirm(id_)
    qtbot.waitUntil(lambda: saved(opened))
    for _ in range(12):
        opened.editor.undo()
    for _ in range(12):
        opened.editor.redo()
    qtbot.waitUntil(lambda: saved(opened))


def test_points_and_exports(opened, qtbot, tmp_path):
    opened.files.restoring.make("noon")
    first = opened.document.segments[0].id
    written(opened, first, "Typed after it")
    qtbot.waitUntil(lambda: opened.files.restoring.points[-1].label == "noon")
    with qtbot.waitSignal(opened.editor.changed):
        opened.files.restoring.go_back(opened.files.restoring.points[-1])
    assert opened.document.segment(first).target == "A headline"
    for name in ("copy.muraji", "copy.txt", "copy.xlf"):
        with qtbot.waitSignal(opened.noticed):
            opened.files.export(tmp_path / name)


def test_another_document_and_back(opened, qtbot, tmp_path):
    home = opened.files.path
    other = tmp_path / "other.txt"
    other.write_text("خبر آخر.", encoding="utf-8")
    written(opened, opened.document.segments[0].id, "Typed a moment ago")
    for path in (other, home):
        with qtbot.waitSignal(opened.editor.document_replaced):
            opened.files.open(path)
    assert opened.document.segments[0].target == "Typed a moment ago"
    assert not opened.editor.read_only


def test_choosing_a_model(opened, qtbot, tmp_path):
    with qtbot.waitSignal(opened.failed):
        opened.engine.use_model(str(tmp_path))


def test_whatever_the_window_may_ask(opened):
    parts = (
        opened,
        opened.editor,
        opened.files,
        opened.files.restoring,
        opened.engine,
        opened.jobs,
        *opened.followers,
    )
    asked = {
        name: getattr(part, name)
        for part in parts
        for name in dir(type(part))
        if isinstance(getattr_static(type(part), name), property)
    }
    assert {"points", "obstacle", "path", "unchecked", "known"} <= set(asked)
    for segment in opened.document.segments:
        opened.issues.of(segment.id)
    opened.issues.all()
