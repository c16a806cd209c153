"""A further table beside the document: one class, and a place among the followers."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Signal

from app.followers.follower import Follower
from translation.model.segment import word_count


class WordsBySegment(Follower):
    """The words of each target, kept up to date by what changed alone."""

    changed = Signal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.words = {}
        self.told = []
        self._document = None

    def open(self, document, kept):
        self.told.append("open")
        self._document = document
        self._count([segment.id for segment in document.segments])

    def follow(self, change):
        self.told.append(change)
        for segment_id in change.removed:
            del self.words[segment_id]
        self._count(change.present)

    def close(self):
        self.told.append("close")
        self._document, self.words = None, {}

    def _count(self, segment_ids):
        for segment_id in segment_ids:
            shown = self._document.shown_target(self._document.segment(segment_id))
            self.words[segment_id] = word_count(shown)
        self.changed.emit()


@pytest.fixture
def words(session):
    words = WordsBySegment(session)
    session.followers = (*session.followers, words)
    return words


def anew(session):
    document = session.document
    return {s.id: word_count(document.shown_target(s)) for s in document.segments}


@pytest.mark.parametrize("seed", range(3))
def test_what_changed_is_enough_to_keep_a_table(words, opened, seed):
    chance = random.Random(seed)
    editor = opened.editor
    for _ in range(60):
        segment = chance.choice(opened.document.segments)
        deeds = (
            lambda s=segment: editor.type_text(s.id, f"{s.target or ''} more words", 0, 5),
            lambda s=segment: editor.copy_source(s.id),
            lambda s=segment: editor.split(s.id, len(s.source) // 2),
            lambda s=segment: editor.merge_with_next(s.id),
            lambda s=segment: editor.toggle_furniture(s.unit_id),
            lambda s=segment: editor.clear(s.id),
            editor.undo,
            editor.undo,
            editor.redo,
        )
        chance.choice(deeds)()
        assert words.words == anew(opened)


def test_it_is_opened_and_closed_with_the_document(words, opened, article_file, qtbot):
    first = words.words
    assert words.told == ["close", "open"]
    assert first == anew(opened)
    other = article_file.with_name("other.txt")
    other.write_text("نص آخر. وثالث.", encoding="utf-8")
    with qtbot.waitSignal(opened.editor.document_replaced):
        opened.files.open(other)
    assert words.told == ["close", "open", "close", "open"]
    assert words.words == anew(opened)
    opened.files.close()
    assert words.told[-1] == "close"
    assert words.words == {}


def test_what_it_says_reaches_the_session(words, session):
    heard = []
    session.noticed.connect(heard.append)
    for follower in session.followers[:-1]:
        follower.noticed.emit("something")
    assert heard == ["something"] * (len(session.followers) - 1)


def test_followers_hear_of_a_change_before_any_widget(words, opened):
    seen = []
    opened.editor.changed.connect(lambda change: seen.append(words.told[-1] is change))
    opened.editor.copy_source(opened.document.segments[0].id)
    assert seen == [True]
