import itertools

import pytest
from PySide6.QtGui import QKeySequence

from ui.action_set import TOOLBAR_ORDER, action_text, shown_keys
from ui.actions import ACTIONS, CONDITIONS, MENUS
from ui.commands.files import FileCommands
from ui.commands.help import HelpCommands
from ui.commands.models import ModelCommands
from ui.commands.segments import SegmentCommands
from ui.commands.view import ViewCommands
from ui.situation import holding

GROUPS = {
    "files": FileCommands,
    "segments": SegmentCommands,
    "view": ViewCommands,
    "models": ModelCommands,
    "help": HelpCommands,
}

BY_ID = {spec.id: spec for spec in ACTIONS}


def test_ids_are_unique():
    assert len(BY_ID) == len(ACTIONS)


def test_no_key_means_two_things(qapp):
    taken: dict[str, str] = {}
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
            assert written, (spec.id, keys)
            assert written not in taken, (spec.id, taken[written], keys)
            taken[written] = spec.id


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.id)
def test_an_action_has_a_menu_a_condition_and_a_method(spec):
    assert spec.menu in {menu.id for menu in MENUS}
    assert spec.enabled_when in CONDITIONS
    group, method = spec.handler.split(".")
    assert callable(getattr(GROUPS[group], method))


@pytest.mark.parametrize("group", GROUPS)
def test_every_command_can_be_reached(group):
    methods = {name for name in vars(GROUPS[group]) if not name.startswith("_")}
    named = {spec.handler.split(".")[1] for spec in ACTIONS if spec.handler.startswith(group)}
    assert methods == named


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.id)
def test_mnemonics_are_unique_in_a_menu(menu):
    texts = [action_text(spec) for spec in ACTIONS if spec.menu == menu.id]
    texts += [other.text for other in MENUS if other.parent == menu.id]
    letters = [text[text.index("&") + 1].lower() for text in texts]
    assert len(letters) == len(set(letters)), sorted(letters)


def test_mnemonics_of_the_menu_bar_are_unique():
    letters = [menu.text[menu.text.index("&") + 1] for menu in MENUS if not menu.parent]
    assert len(letters) == len(set(letters))


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("confirm", "Ctrl+Return"),
        ("confirm", "Ctrl+Enter"),
        ("next", "Ctrl+Down"),
        ("previous", "Ctrl+Up"),
        ("undo", "Ctrl+Z"),
        ("redo", "Ctrl+Y"),
        ("redo", "Ctrl+Shift+Z"),
        ("restore_point", "Ctrl+S"),
        ("open", "Ctrl+O"),
        ("new", "Ctrl+N"),
        ("new_from_clipboard", "Ctrl+Shift+N"),
        ("paste_plain", "Ctrl+Shift+V"),
        ("close_document", "Ctrl+W"),
        ("filter", "Ctrl+Shift+F"),
        ("next_issue", "F7"),
        ("export", "Ctrl+E"),
        ("filter", "Ctrl+F"),
        ("go_to", "Ctrl+G"),
        ("copy_source", "Ctrl+Ins"),
        ("insert_draft", "Ctrl+T"),
        ("apply_fix", "Alt+Return"),
        ("next_issue", "F8"),
        ("help", "F1"),
        ("cancel", "Esc"),
    ],
)
def test_the_keys_translators_know(action, keys):
    assert keys in BY_ID[action].shortcuts


def test_the_toolbar_is_as_drawn():
    assert {spec.id for spec in ACTIONS if spec.toolbar} == set(TOOLBAR_ORDER)
    assert shown_keys(BY_ID["confirm"]) == "Ctrl+↵"


def test_sections_of_a_menu_stand_together():
    for menu in MENUS:
        sections = [spec.section for spec in ACTIONS if spec.menu == menu.id]
        groups = [number for number, _group in itertools.groupby(sections)]
        assert len(groups) == len(set(groups)), menu.id


def test_what_can_be_done_without_a_document(session):
    assert holding(session) == {"always"}


def test_what_can_be_done_with_one(opened):
    here = holding(opened)
    assert {"document", "editable", "segment", "editable_segment"} <= here
    assert not {"undo", "redo", "busy", "fixable"} & here
    opened.copy_source(opened.active_id)
    assert "undo" in holding(opened)
    opened.undo()
    assert "redo" in holding(opened)
