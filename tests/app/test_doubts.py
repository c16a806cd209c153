"""A session tells what of its project is in doubt, and a person says what is right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.files.recovering import Damaged, damage_in
from tests.translation.store.projects import spoil
from translation.errors import ProjectError
from translation.model.doubt import CHANGED, Doubt
from translation.model.segment import SegmentState
from translation.store import ProjectFile, verifying
from translation.store.doubts import doubts_of


@pytest.fixture
def project(session, article_file, qtbot) -> Path:
    """The closed project of an article whose first two segments were confirmed."""
    opened(session, article_file, qtbot)
    for segment in session.document.snapshot()[:2]:
        text = f"Typed into {segment.id}"
        session.editor.type_text(segment.id, text, 0, len(text))
        session.editor.confirm(segment.id)
    path = session.files.path
    away(session, article_file, qtbot)
    return path


def opened(session, path, qtbot):
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    return session


def away(session, article_file, qtbot):
    """Open something else, so that the project is closed."""
    other = article_file.with_name("other.txt")
    other.write_text("نص آخر.", encoding="utf-8")
    opened(session, other, qtbot)


def rot(project: Path, number: int = 0) -> str:
    """Change a target behind the program's back, and return the segment's id."""
    held = ProjectFile.open(project)
    held.close()
    id_ = held.document.segments[number].id
    spoil(project, f"UPDATE segments SET target = 'Rotten' WHERE id = '{id_}'")
    return id_


def in_doubt(path: Path) -> set[str]:
    held = ProjectFile.open(path)
    held.close()
    assert held.obstacle is None
    return set(doubts_of(held))


@pytest.fixture
def told(session):
    notices: list[str] = []
    session.noticed.connect(lambda notice: notices.append(notice.code))
    return notices


def test_a_sound_project_says_nothing(session, project, told, qtbot):
    opened(session, project, qtbot)
    assert not session.doubts.known
    assert session.files.damage is None
    assert told == []


def test_a_changed_segment_is_an_issue_with_what_the_history_says(session, project, told, qtbot):
    id_ = rot(project)
    opened(session, project, qtbot)
    assert session.doubts.known.keys() == {id_}
    assert "doubted_segments" in told
    [issue] = [i for i in session.issues.all() if i.check == "doubt.changed"]
    assert (issue.segment_id, issue.fix) == (id_, f"Typed into {id_}")
    session.editor.apply_fix(issue)
    assert session.document.segment(id_).target == f"Typed into {id_}"
    assert not session.doubts.known
    assert issue not in session.issues.of(id_)
    session.editor.undo()
    assert session.document.segment(id_).target == "Rotten"
    session.editor.redo()


def test_what_the_history_has_is_put_back_whole_in_one_step(session, project, qtbot):
    ids = [rot(project), rot(project, 1)]
    opened(session, project, qtbot)
    session.doubts.settle(ids, put_back=True)
    for id_ in ids:
        segment = session.document.segment(id_)
        assert (segment.target, segment.state) == (f"Typed into {id_}", SegmentState.CONFIRMED)
    session.editor.undo()
    assert {session.document.segment(id_).target for id_ in ids} == {"Rotten"}
    session.editor.redo()
    assert session.autosave.drain()


def test_what_is_settled_is_in_doubt_no_more(session, project, article_file, qtbot):
    id_, other = rot(project), rot(project, 1)
    opened(session, project, qtbot)
    session.doubts.settle([id_], put_back=False)
    assert session.doubts.known.keys() == {other}
    away(session, article_file, qtbot)
    assert in_doubt(project) == {other}
    opened(session, project, qtbot)
    assert session.document.segment(id_).target == "Rotten"
    session.doubts.settle([other], put_back=True)
    away(session, article_file, qtbot)
    assert in_doubt(project) == set()


def test_a_doubt_lasts_until_somebody_saw_to_that_very_segment(
    session, project, article_file, qtbot
):
    """Else what changes many at once would make a wrong text look right."""
    id_, other = rot(project), rot(project, 1)
    opened(session, project, qtbot)
    ids = [segment.id for segment in session.document.segments]
    session.editor.set_state(ids, SegmentState.CONFIRMED)
    session.editor.many.set_state(ids, SegmentState.EDITED)
    assert session.doubts.known.keys() == {id_, other}
    session.editor.type_text(id_, "Right", 0, 5)
    assert session.doubts.known.keys() == {other}
    away(session, article_file, qtbot)
    assert in_doubt(project) == {other}


def test_a_paragraph_and_a_draft_in_doubt_are_settled_too(session, project, article_file, qtbot):
    spoil(project, "UPDATE units SET note = 'x'")
    opened(session, project, qtbot)
    assert session.doubts.known
    session.doubts.settle(list(session.doubts.known), put_back=False)
    away(session, article_file, qtbot)
    assert in_doubt(project) == set()


def test_small_things_are_told_once(session, project, article_file, told, qtbot):
    spoil(project, "UPDATE project SET created = 1.0")
    opened(session, project, qtbot)
    assert told.count("doubted_rows") == 1
    away(session, article_file, qtbot)
    opened(session, project, qtbot)
    assert told.count("doubted_rows") == 1


def test_a_large_project_is_verified_beside_the_work(session, project, told, qtbot, monkeypatch):
    monkeypatch.setattr(verifying, "AT_ONCE", 0)
    id_, other = rot(project), rot(project, 1)
    began = session.editor.document_replaced
    with qtbot.waitSignal(began):
        session.files.open(project)
    session.editor.type_text(other, "Typed meanwhile", 0, 15)
    qtbot.waitUntil(lambda: bool(session.doubts.known))
    assert session.doubts.known.keys() == {id_}
    assert "doubted_segments" in told


def test_closing_does_not_wait_for_the_verification(
    session, project, article_file, qtbot, monkeypatch
):
    monkeypatch.setattr(verifying, "AT_ONCE", 0)
    rot(project)
    opened(session, project, qtbot)
    away(session, article_file, qtbot)
    assert not session.doubts.known


def test_a_read_only_project_tells_and_changes_nothing(session, project, qtbot):
    id_ = rot(project)
    os.chmod(project, 0o400)
    if os.access(project, os.W_OK):
        pytest.skip("this user may write everything")
    opened(session, project, qtbot)
    assert session.doubts.known.keys() == {id_}
    with qtbot.waitSignal(session.failed):
        session.doubts.settle([id_], put_back=True)


# --- recovering ----------------------------------------------------------------------------------


def ruin(project: Path) -> None:
    """Overwrite the first page: the project cannot be opened."""
    data = project.read_bytes()
    project.write_bytes(bytes(4096) + data[4096:])


def refused(session, path, qtbot) -> ProjectError:
    with qtbot.waitSignal(session.failed) as said:
        session.files.open(path)
    return said.args[0]


def test_a_damaged_project_is_recovered_and_goes_on(session, project, qtbot):
    ruin(project)
    damaged = damage_in(refused(session, project, qtbot))
    assert damaged is not None
    before = project.read_bytes()
    with qtbot.waitSignal(session.files.recovered) as told:
        session.files.recover(damaged)
    assert session.files.path.name == f"{project.stem} (recovered).muraji"
    assert project.read_bytes() == before
    first, second = session.document.segments[:2]
    assert (first.target, second.target) == (f"Typed into {first.id}", f"Typed into {second.id}")
    [notices] = told.args
    assert notices[0].code == "recovered"
    session.editor.type_text(first.id, "On", 0, 2)
    assert session.autosave.drain()


def test_an_article_whose_project_is_damaged_leads_there_too(session, project, article_file, qtbot):
    ruin(project)
    damaged = damage_in(refused(session, article_file, qtbot))
    assert damaged is not None
    assert (damaged.path, damaged.article) == (project, article_file)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.recover(damaged)
    assert session.document.files[0].original == article_file.read_bytes()


def test_one_that_is_read_only_since_it_is_damaged_is_recovered(session, project, qtbot, told):
    spoil(project, "UPDATE journal SET label = 'x' WHERE seq = 1")
    opened(session, project, qtbot)
    assert session.editor.read_only
    assert "project_history_damaged" in told
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.recover(session.files.damage)
    assert not session.editor.read_only
    assert session.files.damage is None


def test_an_original_that_changed_is_taken_from_the_article(
    session, project, article_file, qtbot, told
):
    """The project is open for writing here, and what was just typed goes along."""
    spoil(project, "UPDATE files SET original = CAST('x' AS BLOB)")
    opened(session, project, qtbot)
    assert "doubted_original" in told
    last = session.document.segments[-1].id
    session.editor.type_text(last, "Just now", 0, 8)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.recover(session.files.damage)
    assert session.document.files[0].original == article_file.read_bytes()
    assert session.document.segment(last).target == "Just now"
    assert session.files.damage is None


def test_what_rots_while_it_is_open_is_recovered_as_far_as_it_can_be_read(session, project, qtbot):
    """SQLite itself cannot copy it any more."""
    opened(session, project, qtbot)
    assert session.autosave.drain()
    session.autosave.project.checkpoint()
    times = project.stat()
    with project.open("r+b") as file:
        file.seek(2 * 4096)
        file.write(b"\xff" * 6 * 4096)
    os.utime(project, ns=(times.st_atime_ns, times.st_mtime_ns))
    session.autosave.project.check()
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.recover(Damaged(project))
    assert "(recovered)" in session.files.path.name
    assert not session.editor.read_only


def test_what_else_goes_wrong_is_no_reason_to_recover(session):
    assert damage_in(ProjectError("newer", file="x", version=9)) is None
    assert session.doubts.known == {}
    assert Doubt(CHANGED).is_likely is False
