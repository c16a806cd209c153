"""How the translation may go on: asked while one types, shown behind the caret, taken by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.settings.table import COMPLETION
from tests.ui.helping.conftest import Client
from translation.engines.events import EngineStateChanged
from ui.review.alternatives_menu import AlternativesMenu


def write(qtbot, editor, client, text):
    """Type, and let the model answer what it is asked once the hands rest."""
    asked = len(client.asked)
    QTest.keyClicks(editor, text)
    qtbot.waitUntil(lambda: len(client.asked) > asked)
    client.say()


class TestOffers:
    def test_a_word_begun_is_offered_whole(self, qtbot, window, editor, client):
        write(qtbot, editor, client, "Kuw")
        qtbot.waitUntil(lambda: window.completion.offer == "ait is a vital partner of the States.")
        _, about, typed = client.asked[-1]
        segment = window.session.document.segments[0]
        assert (about.source, about.target, typed) == (segment.source, "", "Kuw")
        assert editor.text == "Kuw", "what is offered is not typed"

    def test_it_is_asked_about_what_stands_there_when_the_hands_rest(self, qtbot, editor, client):
        write(qtbot, editor, client, "Kuwait is")
        qtbot.waitUntil(lambda: client.asked[-1][2] == "Kuwait is")

    def test_what_fits_stays_while_one_types_on(self, qtbot, window, editor, client):
        write(qtbot, editor, client, "Kuw")
        qtbot.waitUntil(lambda: bool(window.completion.offer))
        QTest.keyClicks(editor, "ait")
        assert window.completion.offer == " is a vital partner of the States."
        QTest.keyClicks(editor, "x")
        assert window.completion.offer == ""

    def test_an_answer_that_comes_late_is_not_shown(self, qtbot, window, editor, client):
        QTest.keyClicks(editor, "Kuw")
        qtbot.waitUntil(lambda: bool(client.asked))
        QTest.keyClicks(editor, "x")
        client.say("ait")
        qtbot.wait(20)
        assert window.completion.offer == ""

    @pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Backspace])
    def test_it_goes_when_the_caret_leaves_the_end(self, qtbot, window, editor, client, key):
        write(qtbot, editor, client, "Kuw")
        qtbot.waitUntil(lambda: bool(window.completion.offer))
        QTest.keyClick(editor, key)
        assert window.completion.offer == ""

    def test_it_goes_with_the_row(self, qtbot, window, editor, client):
        write(qtbot, editor, client, "Kuw")
        qtbot.waitUntil(lambda: bool(window.completion.offer))
        window.review.go_by(+1)
        assert window.completion.offer == ""
        write(qtbot, editor, client, "K")
        assert client.asked[-1][1].source == window.session.document.segments[1].source

    def test_nothing_is_asked_where_it_is_switched_off(self, qtbot, window, editor, client):
        window.appearance.settings.keep(COMPLETION, False)
        QTest.keyClicks(editor, "Kuw")
        qtbot.wait(150)
        assert client.asked == []

    def test_nothing_is_asked_in_the_middle_of_a_text(self, qtbot, editor, client):
        write(qtbot, editor, client, "Kuwait")
        asked = len(client.asked)
        QTest.keyClick(editor, Qt.Key.Key_Home)
        QTest.keyClicks(editor, "The ")
        qtbot.wait(150)
        assert len(client.asked) == asked


class TestKeys:
    @pytest.fixture(autouse=True)
    def _offered(self, qtbot, window, editor, client):
        write(qtbot, editor, client, "Kuw")
        qtbot.waitUntil(lambda: bool(window.completion.offer))

    def test_tab_takes_a_word_and_then_the_next(self, window, editor):
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert editor.text == "Kuwait"
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert editor.text == "Kuwait is"
        assert window.completion.offer == " a vital partner of the States."
        assert window.session.document.segments[0].target == "Kuwait is"

    def test_end_takes_all_of_it(self, window, editor):
        QTest.keyClick(editor, Qt.Key.Key_End)
        assert editor.text == Client.KNOWS
        assert editor.caret == len(Client.KNOWS)
        assert window.completion.offer == ""

    def test_escape_takes_nothing(self, window, editor):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        assert (editor.text, window.completion.offer) == ("Kuw", "")

    def test_without_an_offer_tab_leaves_the_text(self, window, editor):
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        assert not editor.hasFocus()
        assert editor.text == "Kuw"

    def test_what_was_taken_is_undone_like_what_was_typed(self, window, editor):
        QTest.keyClick(editor, Qt.Key.Key_End)
        while window.session.editor.undo_stack.canUndo():
            window.session.editor.undo()
        assert window.session.document.segments[0].target is None


def test_an_offer_without_room_stands_below_the_line(qtbot, window, editor, client):
    write(qtbot, editor, client, "Kuwait is a vital partner of the States. " * 3)
    client.say("and of all the others who stand by them " * 3)
    qtbot.waitUntil(lambda: bool(window.completion.offer))
    shown = window.findChild(object, "offeredText")
    assert shown.framed
    assert shown.y() > editor.caret_area().top()


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing|raise)")
class TestOtherWays:
    """The menu at the word from which on a translation is to go on otherwise."""

    TEXT = "Kuwait is a partner of it."

    @pytest.fixture
    def menu(self, window, editor, client):
        window.session.editor.type_text(
            window.session.editor.active_id, self.TEXT, 0, len(self.TEXT)
        )
        editor.set_caret(len("Kuwait is a par"))
        window.actions_["alternatives"].trigger()
        found = window.findChild(AlternativesMenu)
        yield found
        found.close()

    def test_the_model_is_asked_from_the_word_at_the_caret_on(self, menu, client):
        assert client.ways == 5
        assert client.asked[-1][2] == menu.before == "Kuwait is a "
        assert [action.text() for action in menu.actions()] == ["Asking the model…"]

    def test_what_is_chosen_takes_the_place_of_the_rest(self, qtbot, window, editor, menu, client):
        client.say_ways("friend & ally of it.", "partner of it.", "state that helps.")
        qtbot.waitUntil(lambda: len(menu.actions()) == 2)
        assert [action.text() for action in menu.actions()] == [
            "&1  friend && ally of it.",
            "&2  state that helps.",
        ]
        menu.actions()[0].trigger()
        assert editor.text == "Kuwait is a friend & ally of it."
        window.session.editor.undo()
        assert editor.text == self.TEXT, "it is a step of its own"

    def test_a_text_that_changed_meanwhile_is_left_alone(self, qtbot, window, editor, menu, client):
        client.say_ways("friend.")
        qtbot.waitUntil(lambda: menu.actions()[0].isEnabled())
        editor.insert_text("x")
        menu.actions()[0].trigger()
        assert "friend" not in editor.text

    def test_no_other_way_is_said(self, qtbot, menu, client):
        client.say_ways()
        qtbot.waitUntil(lambda: menu.actions()[0].text() == "The model knows no other way")

    def test_without_a_model_it_says_so(self, qtbot, window, clients):
        with qtbot.waitSignal(window.session.engine.changed):
            clients[0].play(EngineStateChanged("failed"))
        with qtbot.waitSignal(window.session.noticed) as said:
            window.actions_["alternatives"].trigger()
        assert said.args[0].code == "no_model_to_ask"
