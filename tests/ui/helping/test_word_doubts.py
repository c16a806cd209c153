"""Words that the model finds unlikely: asked about what is in view, marked in grades."""

from __future__ import annotations

import pytest

from app.settings.table import WORD_DOUBTS
from tests.app.test_session import INFO
from tests.ui.draft_rows import draft_all
from translation.engines.events import EngineStateChanged
from translation.model.mark import MarkKind, Side


@pytest.fixture
def editor(window):
    draft_all(window.session, {0: "It is a vital partnership"}, model=INFO.name)
    return window.review.active.editor


def doubted(editor):
    """The words of the active row that are marked, with their grades."""
    kinds = (MarkKind.UNSURE, MarkKind.DOUBTED)
    return [
        (editor.text[mark.start : mark.end], mark.kind)
        for mark in editor.marks.of_text
        if mark.kind in kinds
    ]


def test_nothing_is_asked_until_it_is_wanted(qtbot, window, editor, client):
    qtbot.wait(400)
    assert (client.judged, doubted(editor)) == ([], [])


def test_words_have_marks_by_how_unlikely_they_are(qtbot, window, editor, client):
    window.actions_["mark_words"].trigger()
    qtbot.waitUntil(lambda: bool(doubted(editor)))
    assert doubted(editor) == [("vital", MarkKind.DOUBTED), ("partnership", MarkKind.DOUBTED)]
    written = "A person may say partnerships otherwise, if representationally"
    window.session.editor.type_text(window.session.editor.active_id, written, 0, len(written))
    qtbot.waitUntil(lambda: doubted(editor) == [("representationally", MarkKind.UNSURE)])
    window.actions_["mark_words"].trigger()
    qtbot.waitUntil(lambda: doubted(editor) == [])


def test_rows_in_view_are_asked_about_once(qtbot, window, editor, client):
    window.appearance.settings.keep(WORD_DOUBTS, True)
    shown = {f"Draft of row {row}." for row in range(1, len(window.session.document) - 1)}
    qtbot.waitUntil(lambda: shown <= set(client.judged))
    window.review.paint_anew()
    qtbot.wait(400)
    assert len(client.judged) == len(set(client.judged))


def test_another_model_is_asked_anew(qtbot, window, editor, client):
    window.appearance.settings.keep(WORD_DOUBTS, True)
    qtbot.waitUntil(lambda: bool(doubted(editor)))
    client.judged.clear()
    client.play(EngineStateChanged("loading"), EngineStateChanged("ready", INFO))
    window.review.paint_anew()
    qtbot.waitUntil(lambda: "It is a vital partnership" in client.judged)


def test_a_mark_says_what_it_means(qtbot, window, editor):
    window.appearance.settings.keep(WORD_DOUBTS, True)
    qtbot.waitUntil(lambda: bool(doubted(editor)))
    said = {mark.message for mark in editor.marks.of_text if mark.side is Side.TARGET}
    assert "The model finds this word unlikely here." in said
