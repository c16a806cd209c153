"""What is confirmed goes into memories, and what they have is found and fills rows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.followers.memory import MemoryChoice
from translation.memory import MemoryFile
from translation.memory.concordance import Wanted
from translation.memory.shelf import UsedMemory
from translation.model.memory_unit import MemoryUnit
from translation.model.segment import Origin


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "memories" / "own.murajitm"


@pytest.fixture
def working(session, article_file, qtbot, path):
    """A session with the small article open, and a memory that is not made yet."""
    session.memory.prefer(MemoryChoice((UsedMemory(path),)))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    return session


def held(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    memory = MemoryFile(path)
    try:
        return {stored.unit.source: stored.unit.target for stored in memory}
    finally:
        memory.close()


def translate(session, row: int, text: str) -> str:
    segment = session.document.segments[row]
    session.editor.type_text(segment.id, text, 0, len(text))
    session.editor.confirm(segment.id)
    return segment.source


def test_a_confirmed_segment_goes_in_and_leaves_when_it_is_unconfirmed(working, path, qtbot):
    source = translate(working, 1, "Kuwait renewed its commitment.")
    qtbot.waitUntil(lambda: held(path) == {source: "Kuwait renewed its commitment."})
    working.editor.undo()
    qtbot.waitUntil(lambda: held(path) == {})
    working.editor.redo()
    qtbot.waitUntil(lambda: len(held(path)) == 1)
    working.editor.type_text(working.document.segments[1].id, "Changed", 0, 7)
    qtbot.waitUntil(lambda: held(path) == {})


def test_it_goes_in_with_who_where_and_its_neighbours(working, path, qtbot):
    working.editor.author = "Lina"
    translate(working, 1, "Kuwait renewed it.")
    qtbot.waitUntil(lambda: bool(held(path)))
    [stored] = MemoryFile(path)
    segments = working.document.segments
    assert stored.unit.author == "Lina"
    assert stored.unit.document == working.document.files[0].name
    assert (stored.unit.before, stored.unit.after) == (segments[0].source, segments[2].source)
    assert stored.unit.time > 1e9


def test_a_split_and_a_merge_are_followed(working, path, qtbot):
    first = translate(working, 1, "One. Two")
    second = translate(working, 2, "Three")
    qtbot.waitUntil(lambda: len(held(path)) == 2)
    working.editor.merge_with_next(working.document.segments[1].id)
    qtbot.waitUntil(lambda: not {first, second} & set(held(path)))
    working.editor.undo()
    qtbot.waitUntil(lambda: set(held(path)) == {first, second})


def test_what_is_left_out_leaves(working, path, qtbot):
    translate(working, 3, "Headline")
    qtbot.waitUntil(lambda: len(held(path)) == 1)
    working.editor.toggle_furniture(working.document.segments[3].unit_id)
    qtbot.waitUntil(lambda: held(path) == {})


def test_all_at_once_and_closed_at_once_all_is_there(working, path):
    for row in range(1, 4):
        translate(working, row, f"Translation {row}")
    assert working.files.let_go()
    assert sorted(held(path).values()) == [f"Translation {row}" for row in range(1, 4)]


def test_what_a_memory_lost_is_made_good_at_the_next_opening(working, path, qtbot):
    kept = [translate(working, row, f"Translation {row}") for row in (1, 2)]
    article, undone = working.files.path, working.document.segments[3]
    assert working.files.let_go()
    memory = MemoryFile(path)
    units = [stored.unit for stored in memory]
    memory.take_out([(units[0].document, units[0].segment)])  # as if killed before it went in
    project = units[1].segment.partition("/")[0]
    memory.put([units[1]._replace(source=undone.source, segment=f"{project}/{undone.id}")])
    memory.close()
    with qtbot.waitSignal(working.editor.document_replaced):
        working.files.open(article)
    wanted = {source: f"Translation {row}" for row, source in enumerate(kept, 1)}
    qtbot.waitUntil(lambda: held(path) == wanted)


def test_matches_of_the_active_segment_are_found(working, path, qtbot):
    source = working.document.segments[2].source
    memory = MemoryFile.at(path)
    memory.put([MemoryUnit(source, "Known"), MemoryUnit("كلام آخر تماما", "Other")])
    with qtbot.waitSignal(working.memory.found, check_params_cb=lambda _id, found: found):
        working.editor.activate(working.document.segments[2].id)
    [match] = working.memory.matches
    assert (match.percent, match.target, match.memory) == (100, "Known", "own")


def test_a_segment_does_not_find_itself_but_its_like(working, path, qtbot):
    translate(working, 2, "Known")
    qtbot.waitUntil(lambda: len(held(path)) == 1)
    with qtbot.waitSignal(working.memory.found):
        working.editor.activate(working.document.segments[2].id)
    qtbot.wait(200)
    assert working.memory.matches == ()


def test_words_are_looked_up(working, path, qtbot):
    MemoryFile.at(path).put([MemoryUnit("مجلس الأمن", "Security Council")])
    with qtbot.waitSignal(working.memory.hits_found) as told:
        working.memory.search(Wanted("council"))
    _, hits = told.args
    assert [hit.unit.target for hit in hits.hits] == ["Security Council"]


def test_rows_are_filled_after_opening_and_known_for_what_they_are(
    session, article_file, qtbot, path
):
    source = "جددت الكويت التزامها."
    MemoryFile.at(path).put([MemoryUnit(source, "Kuwait renewed it.")])
    session.memory.prefer(MemoryChoice((UsedMemory(path),), threshold=75))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    segment = session.document.segments[1]
    qtbot.waitUntil(lambda: session.document.current_draft(segment) is not None)
    draft = session.document.current_draft(segment)
    assert (draft.is_match, draft.percent, draft.text) == (True, 100, "Kuwait renewed it.")
    assert segment.target is None
    session.editor.confirm(segment.id)
    confirmed = session.document.segment(segment.id)
    assert (confirmed.target, confirmed.origin) == (draft.text, Origin.TM)
    assert session.scores.scores.document is None
    assert (
        len([one for one in session.document.segments if session.document.current_draft(one)]) == 1
    )


def test_the_machine_drafts_what_memories_do_not_fill(session, article_file, qtbot, path):
    source = "جددت الكويت التزامها."
    MemoryFile.at(path).put([MemoryUnit(source, "Kuwait renewed it.")])
    session.memory.prefer(MemoryChoice((UsedMemory(path),)))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    asked = []
    session.engine._translating.begin = lambda document, segments, options: asked.append(segments)
    session.engine._link.load = lambda preferences: None
    session.engine.translate()
    qtbot.waitUntil(lambda: bool(asked))
    rest = [one.source for one in session.document.segments if one.source != source]
    assert [segment.source for segment in asked[0]] == rest


def test_below_the_threshold_nothing_is_filled(session, article_file, qtbot, path):
    MemoryFile.at(path).put([MemoryUnit("جددت قطر التزامها.", "Qatar renewed it.")])
    session.memory.prefer(MemoryChoice((UsedMemory(path),), threshold=95))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    done = []
    session.memory.fill(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert not len(session.document.drafts)


def test_a_memory_that_is_read_only_is_asked_and_never_written(session, article_file, qtbot, path):
    MemoryFile.at(path).put([MemoryUnit("مجلس", "Council")])
    before = path.read_bytes()
    session.memory.prefer(MemoryChoice((UsedMemory(path, read_only=True),)))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    translate(session, 3, "Headline")
    with qtbot.waitSignal(session.memory.hits_found) as told:
        session.memory.search(Wanted("council"))
    assert len(told.args[1].hits) == 1
    assert session.files.let_go()
    assert path.read_bytes() == before


def test_what_cannot_be_opened_is_told_once_and_the_others_work(
    session, article_file, qtbot, path, tmp_path
):
    odd = tmp_path / "odd.murajitm"
    odd.write_bytes(b"no memory")
    MemoryFile.at(path).put([MemoryUnit("مجلس", "Council")])
    used = (UsedMemory(odd), UsedMemory(tmp_path / "gone.murajitm", read_only=True))
    failed = []
    session.failed.connect(failed.append)
    session.memory.prefer(MemoryChoice((*used, UsedMemory(path))))
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    for _ in range(2):
        with qtbot.waitSignal(session.memory.hits_found) as told:
            session.memory.search(Wanted("council"))
    assert len(told.args[1].hits) == 1
    translate(session, 3, "Headline")
    qtbot.waitUntil(lambda: len(held(path)) == 2)
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert sorted(error.reason for error in failed) == ["missing", "not_a_memory"]


def test_a_memory_that_is_just_written_by_another_is_tried_again(working, path, qtbot, monkeypatch):
    monkeypatch.setattr("app.followers.memory_keeping.AGAIN_SECONDS", 0.05)
    monkeypatch.setattr("translation.memory.schema.WAIT", 0.05)
    MemoryFile.at(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    source = translate(working, 3, "Headline")
    qtbot.wait(80)
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: source in held(path))


def test_nothing_is_made_where_no_memory_is_used(opened, tmp_path, qtbot):
    assert not opened.memory.is_on
    translate(opened, 3, "Headline")
    done = []
    opened.memory.fill(lambda: done.append(True))
    assert done
    opened.memory.search(Wanted("headline"))
    opened.memory.prefer(MemoryChoice((UsedMemory(tmp_path / "a.murajitm"),)))
    assert opened.memory.is_on
    qtbot.waitUntil(lambda: len(held(tmp_path / "a.murajitm")) == 1)
    opened.memory.prefer(MemoryChoice())
    assert not opened.memory.is_on
