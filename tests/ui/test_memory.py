"""What memories have, in the window: matches by keys, rows filled, words looked up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.followers.memory import MemoryChoice
from tests.ui.window import open_window, press, type_text
from translation.memory import MemoryFile
from translation.memory.shelf import UsedMemory
from translation.model.memory_unit import MemoryUnit
from translation.model.segment import Origin, SegmentState
from ui import asking
from ui.panels.concordance import ConcordancePanel
from ui.panels.memory import MemoryPanel
from ui.review.row_marks import marks
from ui.review.segment_editor import SegmentEditor
from ui.review.segment_row import segment_row

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SOURCE = "وقال الوزير إن الحوار مهم."
UNITS = (
    MemoryUnit(SOURCE, "The minister said the dialogue matters.", document="a.txt", author="Lina"),
    MemoryUnit("وقال الوزير إن الحوار مفيد.", "The minister said the dialogue is useful."),
    MemoryUnit("مجلس الأمن", "Security Council"),
)


@pytest.fixture
def window(qtbot, session, article_file, tmp_path):
    path = tmp_path / "own.murajitm"
    MemoryFile.at(path).put(UNITS)
    session.memory.prefer(MemoryChoice((UsedMemory(path),)))
    with qtbot.waitSignal(session.editor.document_replaced, timeout=30_000):
        session.files.open(article_file)
    return open_window(qtbot, session)


def row_of(session, source: str) -> int:
    return [segment.source for segment in session.document.segments].index(source)


def at(window, qtbot, source=SOURCE):
    session = window.session
    session.editor.activate(session.document.segments[row_of(session, source)].id)
    if source == SOURCE:
        qtbot.waitUntil(lambda: len(session.memory.matches) >= 2, timeout=30_000)
    window.review.focus_editor()
    return session.document.segments[row_of(session, source)]


def panel(window) -> MemoryPanel:
    return window.side.panels["memory"]


def concordance(window) -> ConcordancePanel:
    return window.side.panels["concordance"]


def test_matches_are_listed_with_what_differs(window, qtbot):
    at(window, qtbot)
    first, second = panel(window).list.entries.entries
    assert first.heading == "1 · 100 % · own · a.txt · Lina"
    assert first.beneath == UNITS[0].target
    assert [(part.kind, part.text) for part in second.parts if part.kind != "equal"] == [
        ("delete", "مفيد"),
        ("insert", "مهم"),
    ]
    assert second.heading.startswith("2 · 90 %")
    QAbstractItemModelTester(panel(window).list.entries)


def test_a_key_inserts_a_match_as_one_step(window, qtbot):
    segment = at(window, qtbot)
    press(Qt.Key.Key_2, CONTROL)
    document = window.session.document
    after = document.segment(segment.id)
    assert (after.target, after.state) == (UNITS[1].target, SegmentState.EDITED)
    assert after.origin is Origin.TM
    assert document.drafts.machine_base(after) is None
    assert isinstance(QApplication.focusWidget(), SegmentEditor)
    press(Qt.Key.Key_1, CONTROL)
    assert document.segment(segment.id).target == UNITS[0].target
    press(Qt.Key.Key_Z, CONTROL)
    assert document.segment(segment.id).target == UNITS[1].target
    press(Qt.Key.Key_Z, CONTROL)
    assert document.segment(segment.id) == segment
    press(Qt.Key.Key_9, CONTROL)
    assert document.segment(segment.id) == segment
    assert "no such match" in window.messages.log[-1].sentence


def test_what_is_typed_after_that_is_a_persons_and_no_edit_of_a_draft(window, qtbot):
    segment = at(window, qtbot)
    press(Qt.Key.Key_1, CONTROL)
    type_text("!")
    after = window.session.document.segment(segment.id)
    assert after.origin is Origin.HUMAN
    assert window.session.document.drafts.base(after).is_match


def test_filled_rows_are_marked_as_what_they_are(window, qtbot):
    session = window.session
    row = row_of(session, SOURCE)
    qtbot.waitUntil(lambda: segment_row(session.document, row).is_draft, timeout=30_000)
    assert [name for name, _ in marks(segment_row(session.document, row))][:1] == ["match"]
    at(window, qtbot)
    press(Qt.Key.Key_Return, CONTROL)
    names = [name for name, _ in marks(segment_row(session.document, row))]
    assert names[:2] == ["confirmed", "match"]


def test_words_are_looked_up_by_key_and_a_hit_is_inserted(window, qtbot):
    segment = at(window, qtbot)
    press(Qt.Key.Key_K, CONTROL)
    found = concordance(window)
    assert QApplication.focusWidget() is found.field
    type_text("council")
    qtbot.waitUntil(lambda: len(found.list.entries.entries) == 1, timeout=30_000)
    [entry] = found.list.entries.entries
    assert entry.beneath == "Security Council"
    assert entry.beneath_marked == ((9, 16),)
    QAbstractItemModelTester(found.list.entries)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is found.list
    before = window.session.document.shown_target(segment)
    press(Qt.Key.Key_Return)
    target = window.session.document.segment(segment.id).target
    assert "Security Council" in target
    assert len(target) == len(before) + len("Security Council")


def test_chosen_words_are_looked_up_as_they_follow(window, qtbot):
    at(window, qtbot)
    concordance(window).look_up('the "dialogue')
    assert concordance(window).field.text() == '"the dialogue"'
    qtbot.waitUntil(lambda: len(concordance(window).list.entries.entries) == 2, timeout=30_000)
    concordance(window).field.setText("nowhere")
    empty = concordance(window)
    qtbot.waitUntil(lambda: empty._none.text() == "No memory has that.", timeout=30_000)
    assert not empty.insert.isEnabled()


def test_one_goes_from_a_hit_to_its_segment(window, qtbot):
    session = window.session
    segment = at(window, qtbot, "وأضاف أن التعاون مستمر.")
    session.editor.type_text(segment.id, "Cooperation continues.", 0, 22)
    session.editor.confirm(segment.id)
    at(window, qtbot)
    found = concordance(window)

    def is_found():
        found.look_up("cooperation")
        return bool(found.list.entries.entries)

    qtbot.waitUntil(is_found, timeout=30_000)
    assert found.go.isEnabled()
    found.go.click()
    assert session.editor.active_id == segment.id


def test_files_are_taken_in_and_found_at_once(window, qtbot, tmp_path, monkeypatch):
    tmx = tmp_path / "more.tmx"
    tmx.write_text(
        '<tmx version="1.4"><header srclang="ar"/><body><tu><tuv xml:lang="ar"><seg>'
        f"{SOURCE}</seg></tuv><tuv xml:lang='en'><seg>From a file</seg></tuv></tu></body></tmx>",
        "utf-8",
    )
    at(window, qtbot)
    monkeypatch.setattr(asking, "files_to_open", lambda *_asked: [tmx])
    window.actions_["import_memory"].trigger()
    qtbot.waitUntil(lambda: len(window.session.memory.matches) == 3, timeout=30_000)
    assert "1 unit is new to the memory" in window.messages.log[-1].sentence


def test_without_a_memory_it_says_so(window, qtbot):
    window.session.memory.prefer(MemoryChoice())
    assert "No memory is used" in panel(window)._none.text()
    window.review.focus_editor()
    press(Qt.Key.Key_1, CONTROL)
    assert "No memory is used" in window.messages.log[-1].sentence
    window.actions_["import_memory"]
    window.session.memory_files.take_in([])
    assert "No memory is used" in window.messages.log[-1].sentence
