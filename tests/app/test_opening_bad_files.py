"""Bad input at the session: one sentence, and the document that is open stays; or a notice."""

from __future__ import annotations

import shutil

import pytest

from app.state import SaveKind
from tests.bad_files import NEWS, OPENED, REFUSED, bytes_in, make_read_only, small_disk
from translation.errors import notice_sentence


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_keeps_what_is_open(case, opened, article_file, tmp_path, qtbot):
    make, reason = REFUSED[case]
    path = make(tmp_path)
    project, first = opened.files.path, opened.document.segments[0].id
    with qtbot.waitSignal(opened.failed) as failed:
        opened.files.open(path)
    said = str(failed.args[0])
    assert path.name in said
    assert reason in said
    assert len(said.splitlines()) == 1
    assert opened.jobs.current is None
    assert (opened.files.path, opened.files.title) == (project, article_file.name)
    assert not path.with_name(f"{path.name}.muraji").exists()
    opened.editor.copy_source(first)
    qtbot.waitUntil(lambda: opened.autosave.state.kind is SaveKind.SAVED)
    assert opened.document.segment(first).target


@pytest.mark.parametrize("case", OPENED)
def test_odd_texts_open_with_a_notice_and_keep_their_bytes(case, session, tmp_path, qtbot):
    text, said = OPENED[case]
    data = text.encode("utf-8", "surrogatepass")
    path = bytes_in("odd.txt", data)(tmp_path)
    notices = []
    session.noticed.connect(notices.append)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    assert any(said in notice_sentence(notice) for notice in notices)
    assert session.document.files[0].original == data
    assert session.files.path.exists()


def test_an_article_in_a_read_only_place_is_worked_on_elsewhere(session, tmp_path, qtbot):
    with small_disk(tmp_path / "disk", 128) as disk:
        path = bytes_in("news.txt", NEWS.encode())(disk)
        make_read_only(disk)
        notices = []
        session.noticed.connect(notices.append)
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        assert [notice.code for notice in notices] == ["project_elsewhere"]
        assert session.files.path.parent == tmp_path / "projects"
        assert not session.editor.read_only


def test_an_article_on_a_full_disk_is_worked_on_elsewhere(session, tmp_path, qtbot):
    with small_disk(tmp_path / "disk", 32) as disk:
        path = bytes_in("news.txt", NEWS.encode())(disk)
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        assert session.files.path.parent == tmp_path / "projects"
        assert [place.name for place in disk.iterdir()] == ["news.txt"]


def test_a_disk_that_fills_up_while_working(session, make_session, tmp_path, qtbot):
    """It is said, the text stays in the window, and is saved as soon as there is room."""
    with small_disk(tmp_path / "disk", 1024) as disk:
        path = bytes_in("news.txt", NEWS.encode())(disk)
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        project, first = session.files.path, session.document.segments[0].id
        assert project.parent == disk
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(shutil.disk_usage(disk).free))
        long = "a long sentence " * 4_000
        session.editor.type_text(first, long, 0, len(long))
        session.editor.confirm(first)
        qtbot.waitUntil(lambda: session.autosave.state.kind is SaveKind.FAILED, timeout=30_000)
        assert session.autosave.state.error.reason == "disk_full"
        assert session.document.segment(first).target == long
        assert not session.close()
        ballast.unlink()
        assert session.close()
        again = make_session()
        with qtbot.waitSignal(again.editor.document_replaced):
            again.files.open(project)
        assert again.document.segment(first).target == long
        assert again.close()
