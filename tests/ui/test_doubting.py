"""Most likely wrong first, in the real window: the walk, the sign, the filter, a model asked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.draft_rows import draft_all
from tests.ui.window import open_window, press
from translation.estimating import Estimate
from translation.estimating.features import WITH_LIKELIHOOD
from translation.work.likelihoods_apart import Scored
from ui.review.accessible import state_text
from ui.review.estimate_texts import estimate_reasons
from ui.review.row_marks import marks

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Doubter:
    """Stands for the model: finds the translation of one row hard to believe."""

    def __init__(self, unlikely):
        self.unlikely = unlikely
        self.asked = []

    def ask(self, rows, token):
        token.raise_if_cancelled()
        self.asked += rows
        return "tiny", [Scored(one.id, -9.0 if one.id in self.unlikely else -2.0) for one in rows]

    def close(self):
        pass


@pytest.fixture
def window(qtbot, opened):
    draft_all(opened)
    made = open_window(qtbot, opened)
    qtbot.waitUntil(lambda: opened.estimates.left == 0)
    return made


def ids(session):
    return [one.id for one in session.document.segments]


def ask(window, opened, qtbot, row):
    opened.asking.process = lambda model, engine: Doubter({ids(opened)[row]})
    window.actions_["ask_model"].trigger()
    qtbot.waitUntil(lambda: opened.estimates.unsaid() == [])
    qtbot.waitUntil(lambda: opened.jobs.current is None)


def test_one_key_goes_to_the_most_doubtful_and_says_why(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    assert any("was asked about" in sentence for sentence in window.messages.sentences)
    press(Qt.Key.Key_D, ALT | SHIFT)
    assert opened.editor.active_id == ids(opened)[2]
    said = window.messages.sentences[-1]
    assert "the model finds it unlikely" in said
    assert "no verdict" in said
    press(Qt.Key.Key_D, ALT | SHIFT)
    assert opened.editor.active_id != ids(opened)[2]


def test_confirming_goes_on_from_the_top_of_what_is_left(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    press(Qt.Key.Key_D, ALT | SHIFT)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_D, ALT | SHIFT)
    seen = opened.editor.active_id
    assert seen != ids(opened)[2]
    expected = opened.estimates.of(seen).expected
    rest = [opened.estimates.of(id_) for id_ in ids(opened) if id_ not in (seen, ids(opened)[2])]
    assert all(one is None or one.expected <= expected for one in rest)


def test_at_the_end_it_says_so(window, opened, qtbot):
    for id_ in ids(opened):
        opened.editor.confirm(id_)
    qtbot.waitUntil(lambda: opened.estimates.left == 0)
    press(Qt.Key.Key_D, ALT | SHIFT)
    assert "No unfinished segment is more doubtful." in window.messages.sentences


def test_a_doubtful_row_has_a_sign_until_it_is_confirmed(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    row = window.review._model.row(2)
    assert row.estimate is not None
    assert ("doubtful", "note") in marks(row)
    assert "doubtful by estimate: " in state_text(row)
    opened.editor.confirm(ids(opened)[2])
    assert ("doubtful", "note") not in marks(window.review._model.row(2))


def test_the_filter_shows_them_alone(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    window.filter_field.add("is:doubtful")
    qtbot.waitUntil(lambda: window.review.shown_count() < len(ids(opened)))
    assert ids(opened)[2] in window.review.shown_ids()


def listed(window):
    return [entry.id for entry in window.side.panels["doubtful"].list.entries.entries]


def test_a_list_has_them_in_order_and_goes_there(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    before = ids(opened)
    press(Qt.Key.Key_W, ALT | SHIFT)
    panel = window.side.panels["doubtful"]
    assert panel.isVisible()
    assert panel.list.hasFocus()
    first, second, *_ = panel.list.entries.entries
    assert first.id == before[2] == panel.list.current_id
    assert first.heading.startswith("3 · errors to be expected: ")
    assert "the model finds it unlikely" in first.heading
    expected = [opened.estimates.of(id_).expected for id_ in listed(window)]
    assert expected == sorted(expected, reverse=True)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert opened.editor.active_id == second.id
    assert not panel.list.hasFocus()
    assert ids(opened) == before


def test_what_is_confirmed_leaves_the_list(window, opened, qtbot):
    press(Qt.Key.Key_W, ALT | SHIFT)
    first = listed(window)[0]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: first not in listed(window))
    press(Qt.Key.Key_W, ALT | SHIFT)
    press(Qt.Key.Key_Escape)
    assert not window.side.panels["doubtful"].list.hasFocus()
    for id_ in ids(opened):
        opened.editor.confirm(id_)
    qtbot.waitUntil(lambda: listed(window) == [])
    assert "No unfinished segment" in window.side.panels["doubtful"]._none.text()


def test_where_every_draft_has_its_models_word_nothing_is_asked(window, opened, qtbot):
    ask(window, opened, qtbot, 2)
    window.actions_["ask_model"].trigger()
    assert any("no translation about which" in one for one in window.messages.sentences)


def test_every_reason_has_words(opened):
    estimate = Estimate(1.0, WITH_LIKELIHOOD, by_model=True, doubtful=True)
    assert len(set(estimate_reasons(estimate))) == len(WITH_LIKELIHOOD)
    assert estimate_reasons(replace(estimate, reasons=())) == ["nothing stands out"]
