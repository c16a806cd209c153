"""Bad input at the session: one sentence, and the document that is open stays; or a notice."""

from __future__ import annotations

import pytest

from app.state import SaveKind
from tests.bad_files import OPENED, REFUSED, bytes_in
from translation.errors import notice_sentence


@pytest.mark.parametrize("case", REFUSED)
def test_a_refusal_keeps_what_is_open(case, opened, article_file, tmp_path, qtbot):
    make, reason = REFUSED[case]
    path = make(tmp_path)
    project, first = opened.path, opened.document.segments[0].id
    with qtbot.waitSignal(opened.failed) as failed:
        opened.open(path)
    said = str(failed.args[0])
    assert path.name in said
    assert reason in said
    assert len(said.splitlines()) == 1
    assert opened.job is None
    assert (opened.path, opened.title) == (project, article_file.name)
    assert not path.with_name(f"{path.name}.muraji").exists()
    opened.copy_source(first)
    qtbot.waitUntil(lambda: opened.save_state.kind is SaveKind.SAVED)
    assert opened.document.segment(first).target


@pytest.mark.parametrize("case", OPENED)
def test_odd_texts_open_with_a_notice_and_keep_their_bytes(case, session, tmp_path, qtbot):
    text, said = OPENED[case]
    data = text.encode("utf-8", "surrogatepass")
    path = bytes_in("odd.txt", data)(tmp_path)
    notices = []
    session.noticed.connect(notices.append)
    with qtbot.waitSignal(session.document_replaced):
        session.open(path)
    assert any(said in notice_sentence(notice) for notice in notices)
    assert session.document.files[0].original == data
    assert session.path.exists()
