"""The keys of the actions: profiles, keys of one's own, clashes, and sentences that name them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.settings.store import Settings
from app.settings.table import KEY_PROFILE, KEYS
from translation.errors import COMMAND_WORDS, SENTENCES, UsageError
from translation.errors.damage import DOUBTS
from ui.actions.table import ACTIONS, TABLE
from ui.dialogs.help_page import help_text
from ui.key_profiles import PROFILES
from ui.keys import RESERVED, Keys, in_sentence, named, portable, refusal

ROOT = Path(__file__).resolve().parents[2]
BY_ID = {spec.id: spec for spec in ACTIONS}

DRASTIC = {
    "quit",
    "close_document",
    "mark_final",
    "clear",
    "furniture",
    "all_furniture",
    "merge",
    "split",
    "translate",
    "forget_recent",
    "empty",
    "reject",
    "confirm_all",
    "accept_all",
    "replace_all",
}
"""What nobody wants who asked for something else."""

HARMLESS = {
    # Trados Studio: spelling, display filter, comment, term, target saved, preview, history …
    # memoQ: spelling, comment, terms, concordance, status, jump, lookup, statistics …
    "trados": (
        "F2 F3 F4 F6 F7 F8 F9 F10 F12 Shift+F3 Shift+F12 Ctrl+F3 Ctrl+F Ctrl+H Ctrl+Shift+F"
        " Ctrl+Shift+N Ctrl+Shift+M Ctrl+M Ctrl+K Ctrl+E Ctrl+Q Ctrl+G Ctrl+Shift+G Ctrl+D"
        " Ctrl+P Ctrl+R Ctrl+B Ctrl+I Ctrl+U Ctrl+T Ctrl+L Ctrl+, Ctrl+. Ctrl+Space Ctrl+Home"
        " Ctrl+End Ctrl+S Ctrl+Shift+S Ctrl+Shift+T Ctrl+Shift+I Ctrl+Shift+K Ctrl+Shift+E"
        " Ctrl+Shift+H Ctrl+Shift+B Ctrl+Shift+P Ctrl+Shift+Q Ctrl+Alt+F3 Ctrl+Alt+N Ctrl+Alt+D"
        " Alt+F7 Ctrl+Alt+Up Ctrl+Alt+Down Ctrl+Shift+Up Ctrl+Shift+Down Ctrl+F8 Shift+F8"
    ).split(),
    "omegat": (
        "F5 Ctrl+Shift+N Ctrl+O Ctrl+S Ctrl+D Ctrl+Shift+D Ctrl+E Ctrl+L Ctrl+R Ctrl+I Ctrl+M"
        " Ctrl+Shift+R Ctrl+Shift+I Ctrl+Shift+T Ctrl+T Ctrl+Shift+C Ctrl+Shift+G Ctrl+F"
        " Ctrl+Shift+F Ctrl+K Shift+F3 Ctrl+Up Ctrl+Down Ctrl+Shift+S Ctrl+U Ctrl+Shift+U Ctrl+N"
        " Ctrl+P Ctrl+J Ctrl+Shift+Q Ctrl+Shift+M Ctrl+Shift+P Ctrl+Shift+V Ctrl+Shift+A"
        " Ctrl+Shift+O Ctrl+Return Ctrl+PgUp Ctrl+PgDown Ctrl+Space F2 Ctrl+Alt+9"
    ).split(),
    "poedit": (
        "Ctrl+B Ctrl+K Ctrl+U Ctrl+M Ctrl+Up Ctrl+Down Ctrl+Shift+Up Ctrl+Shift+Down Ctrl+F Ctrl+H"
        " Ctrl+J Ctrl+Shift+J Ctrl+Shift+K Ctrl+T F3 F5 F8 Shift+F1 Ctrl+N Ctrl+S Ctrl+P"
        " Ctrl+Shift+S Ctrl+Shift+E Alt+Return"
    ).split(),
}
"""Keys that do nothing drastic in the programs of a profile."""


@pytest.fixture
def settings(qapp):
    return Settings()


@pytest.fixture
def keys(settings):
    return Keys(TABLE, settings)


def of(keys, action):
    return keys.of(BY_ID[action])


class TestProfiles:
    def test_they_are_those_that_can_be_chosen(self):
        assert tuple(PROFILES) == KEY_PROFILE.choices

    @pytest.mark.parametrize("profile", PROFILES)
    def test_no_key_means_two_things(self, keys, settings, profile):
        settings.keep(KEY_PROFILE, profile)
        every = [key for spec in ACTIONS for key in keys.of(spec)]
        assert len(every) == len(set(every))

    @pytest.mark.parametrize("profile", PROFILES)
    def test_all_of_its_own_hold_and_can_be_bound(self, keys, settings, profile):
        settings.keep(KEY_PROFILE, profile)
        for action, wanted in PROFILES[profile].items():
            assert of(keys, action) == tuple(map(portable, wanted)), action
            assert not any(map(refusal, wanted)), action

    @pytest.mark.parametrize("profile", PROFILES)
    def test_nothing_that_had_a_key_is_left_without(self, keys, settings, profile):
        settings.keep(KEY_PROFILE, profile)
        left = {spec.id for spec in ACTIONS if spec.shortcuts and not keys.all_of(spec)}
        assert left == set()

    def test_a_profile_changes_at_once(self, keys, settings, qtbot):
        with qtbot.waitSignal(keys.changed):
            settings.keep(KEY_PROFILE, "omegat")
        assert of(keys, "next_unfinished") == ("Ctrl+U",)
        assert f"{named():confirm}" == "Enter"
        assert of(keys, "previous") == ("Ctrl+P", "Ctrl+Return", "Ctrl+Enter")

    @pytest.mark.parametrize("profile", PROFILES)
    def test_keys_known_from_elsewhere_take_nothing_away(self, keys, settings, profile):
        settings.keep(KEY_PROFILE, profile)
        does = {key: spec.id for spec in ACTIONS for key in keys.of(spec)}
        for key in HARMLESS[profile]:
            assert does.get(portable(key)) not in DRASTIC, key

    @pytest.mark.parametrize("profile", PROFILES)
    def test_none_is_what_altgr_writes_by(self, keys, settings, profile):
        """On Windows AltGr is Ctrl+Alt: ł, ś, ń, €, @ and brackets are written by it."""
        settings.keep(KEY_PROFILE, profile)
        for spec in ACTIONS:
            for key in keys.all_of(spec):
                *modifiers, last = key.split("+")
                assert not ({"Ctrl", "Alt"} <= set(modifiers) and len(last) == 1), spec.id

    @pytest.mark.parametrize("profile", PROFILES)
    def test_none_opens_a_menu(self, keys, settings, profile):
        settings.keep(KEY_PROFILE, profile)
        for spec in ACTIONS:
            for key in keys.all_of(spec):
                assert not keys.menu_opened_by(key), (spec.id, key)


class TestBinding:
    def test_what_is_bound_is_kept(self, keys, settings):
        keys.bind(BY_ID["confirm"], ["Ctrl+K", "F4"])
        assert of(keys, "confirm") == ("Ctrl+K", "F4")
        assert of(Keys(TABLE, Settings()), "confirm") == ("Ctrl+K", "F4")

    def test_whose_key_it_was_is_known_before_and_loses_it(self, keys):
        assert keys.owner("Ctrl+J", BY_ID["confirm"]) is BY_ID["merge"]
        assert keys.owner("Ctrl+J", BY_ID["merge"]) is None
        assert keys.owner("Ctrl+Alt+K", BY_ID["confirm"]) is None
        keys.bind(BY_ID["confirm"], ["Ctrl+J", "Alt+Shift+S"])
        assert of(keys, "merge") == ()
        assert of(keys, "confirm") == ("Ctrl+J", "Alt+Shift+S")

    def test_one_of_two_keys_can_be_taken(self, keys):
        keys.bind(BY_ID["confirm"], ["Ctrl+Space"])
        assert of(keys, "insert_draft") == ("Ctrl+T",)

    def test_the_usual_keys_come_back_without_those_others_were_given(self, keys, settings):
        keys.bind(BY_ID["confirm"], ["Ctrl+J", "Alt+Shift+S"])
        keys.bind_as_usual(BY_ID["merge"])
        assert of(keys, "merge") == ()
        keys.bind(BY_ID["clear"], ["Ctrl+J", "Alt+Shift+S"])
        assert of(keys, "confirm") == ()
        keys.bind_as_usual(BY_ID["clear"])
        keys.bind_as_usual(BY_ID["confirm"])
        assert of(keys, "confirm") == ("Ctrl+Return", "Ctrl+Enter")
        assert of(keys, "merge") == ("Ctrl+J", "Alt+Shift+S")
        assert settings.value(KEYS) == ""

    def test_both_keys_called_enter_do_the_same(self, keys):
        keys.bind(BY_ID["copy_source"], ["Alt+Return"])
        assert of(keys, "copy_source") == ("Alt+Return", "Alt+Enter")
        assert of(keys, "issue_menu") == ()

    def test_keys_that_open_a_menu_are_known(self, keys):
        assert keys.menu_opened_by("Alt+F") == "File"
        assert keys.menu_opened_by("Alt+X") == ""
        every = [key for profile in PROFILES.values() for own in profile.values() for key in own]
        every += [key for spec in ACTIONS for key in spec.shortcuts]
        assert not [key for key in every if keys.menu_opened_by(key)]

    def test_an_action_can_have_none(self, keys):
        keys.bind(BY_ID["confirm"], [])
        assert of(keys, "confirm") == ()
        assert keys.shown(BY_ID["confirm"]) == ""

    def test_what_is_bound_stays_over_another_profile(self, keys, settings):
        keys.bind(BY_ID["confirm"], ["Ctrl+U"])
        settings.keep(KEY_PROFILE, "omegat")
        assert of(keys, "confirm") == ("Ctrl+U",)
        assert of(keys, "next_unfinished") == ()

    @pytest.mark.parametrize(
        ("pressed", "why"),
        [
            ("", "none"),
            ("Ctrl+K, Ctrl+D", "none"),
            ("A", "writes"),
            ("Shift+A", "writes"),
            ("Return", "writes"),
            ("Up", "writes"),
            ("F2", ""),
            ("Shift+F2", ""),
            ("Esc", ""),
            ("Alt+Del", ""),
            *((keys, "reserved") for keys in ("Ctrl+C", "Ctrl+V", "Tab")),
        ],
    )
    def test_keys_that_would_be_missed_are_refused(self, pressed, why):
        assert refusal(pressed) == why

    def test_the_tables_keys_can_all_be_bound(self):
        assert not [key for spec in ACTIONS for key in spec.shortcuts if refusal(key)]
        assert all(QKeySequence(key).count() == 1 for key in RESERVED)

    @pytest.mark.parametrize(
        "kept",
        ["x", "[1]", '{"confirm": 3}', '{"nothing": ["F4"]}', '{"confirm": ["A", 7, "Ctrl+C"]}'],
    )
    def test_what_cannot_be_read_costs_nothing(self, settings, kept):
        settings.keep(KEYS, kept)
        found = Keys(TABLE, settings)
        assert of(found, "open") == ("Ctrl+O",)


class TestSentences:
    def test_they_name_the_keys_that_hold(self, keys):
        said = "{key:confirm} or {key:next}".format(key=named())
        assert said == "Ctrl+Enter or Ctrl+↓"
        keys.bind(BY_ID["confirm"], ["F4"])
        assert f"{named():confirm}" == "F4"
        assert "<b>F4</b> confirms" in help_text()

    def test_without_keys_they_name_the_action(self, keys):
        keys.bind(BY_ID["confirm"], [])
        assert f"{named():confirm}" == "Confirm"
        assert named().beside("Confirm", "confirm") == "Confirm"

    def test_the_command_line_names_actions_as_the_window_does(self, keys):
        for action, words in COMMAND_WORDS.items():
            assert BY_ID[action].plain_text == words
        named_there = {i for s in SENTENCES.values() for i in re.findall(r"{key:(\w+)}", s)}
        assert named_there == set(COMMAND_WORDS)
        assert str(UsageError("final")).startswith("This segment is final: Unconfirm lets")

    @pytest.mark.parametrize(
        ("keys", "said"),
        [("Ctrl+Return", "Ctrl+Enter"), ("Ctrl+Up", "Ctrl+↑"), ("PgUp", "PgUp"), ("F5", "F5")],
    )
    def test_as_people_say_them(self, keys, said):
        assert in_sentence(keys) == said

    def test_no_sentence_names_keys_by_hand(self):
        written = re.compile(r"\b(?:Ctrl|Alt|Shift|Meta)\+\S|\bF\d{1,2}\b")
        sentences = [*SENTENCES.values(), *DOUBTS.values(), *interface_texts()]
        sentences += (ROOT / "resources/help/help.en.html").read_text("utf-8").splitlines()
        assert len(sentences) > 500
        assert [sentence for sentence in sentences if written.search(sentence)] == []

    def test_every_action_that_is_named_is_there(self):
        sentences = [*SENTENCES.values(), *interface_texts()]
        sentences.append((ROOT / "resources/help/help.en.html").read_text("utf-8"))
        found = {id_ for s in sentences for id_ in re.findall(r"\{key:([^}]*)\}", s)}
        assert {"confirm", "open", "unconfirm", "next_issue"} <= found <= set(BY_ID)


def interface_texts() -> list[str]:
    """Return every text of the window that is translated."""
    found = []
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in ("tr", "translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"):
                    found += [
                        part.value
                        for part in node.args
                        if isinstance(part, ast.Constant) and isinstance(part.value, str)
                    ]
    return found


def test_in_omegats_keys_enter_confirms_only_in_a_translation(qtbot, drafted):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.appearance import Appearance
    from ui.main_window import MainWindow

    window = MainWindow(drafted, Appearance())
    qtbot.addWidget(window, before_close_func=lambda _w: drafted.close(discard=True))
    window.show()
    qtbot.waitActive(window)
    window.appearance.settings.keep(KEY_PROFILE, "omegat")
    first, second = (segment.id for segment in drafted.document.segments[:2])
    window.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert drafted.document.segment(first).state.is_done
    assert drafted.editor.active_id == second
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert drafted.editor.active_id == first
    assert not drafted.document.segment(second).state.is_done
    window.filter_field.setFocus()
    drafted.editor.activate(second)
    QTest.keyClick(window.filter_field, Qt.Key.Key_Return)
    assert not drafted.document.segment(second).state.is_done
    window.keys.bind(BY_ID["confirm"], ["F4"])
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not drafted.document.segment(second).state.is_done, "what was bound holds alone"


def test_a_rebound_key_works_and_is_shown_everywhere(qtbot, drafted):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QToolButton

    from ui.appearance import Appearance
    from ui.main_window import MainWindow

    window = MainWindow(drafted, Appearance())
    qtbot.addWidget(window, before_close_func=lambda _w: drafted.close(discard=True))
    window.show()
    qtbot.waitActive(window)
    window.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    window.keys.bind(BY_ID["confirm"], ["F4"])
    window.keys.bind(BY_ID["cancel"], ["F6"])
    window.keys.bind(BY_ID["open"], ["Ctrl+B"])
    buttons = [button.text() for button in window.findChildren(QToolButton)]
    assert "Confirm  F4" in buttons
    assert "F4" in window.actions_["confirm"].toolTip()
    assert window.status.cancel.text() == "Cancel   F6"
    assert any("Ctrl+B" in button.text() for button in window.welcome._ways.values())
    first = drafted.editor.active_id
    field = QApplication.focusWidget()
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert drafted.editor.active_id == first, "the usual key does nothing any more"
    QTest.keyClick(field, Qt.Key.Key_F4)
    assert drafted.document.segment(first).state.is_done
