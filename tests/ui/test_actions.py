import inspect
import itertools
from typing import get_args

import pytest
from PySide6.QtGui import QKeySequence

from app.settings.store import Settings
from ui.action_set import TOOLBAR_ORDER
from ui.action_spec import Condition
from ui.actions.table import ACTIONS, MENUS, TABLE
from ui.commands import files, help, models, segments, view
from ui.keys import Keys
from ui.panels.table import PANELS
from ui.situation import holding

GROUPS = (files, help, models, segments, view)

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
def test_an_action_has_a_menu_and_a_condition(spec):
    assert spec.menu in {menu.id for menu in MENUS}
    assert spec.enabled_when in get_args(Condition)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_every_command_can_be_reached(group):
    commands = {
        command
        for name, command in vars(group).items()
        if inspect.isfunction(command)
        and command.__module__ == group.__name__
        and not name.startswith("_")
    }
    handlers = [named for spec in ACTIONS for named in (spec.handler, spec.is_on)]
    assert commands <= {getattr(handler, "func", handler) for handler in handlers}


def test_every_panel_has_an_action():
    assert {panel.action for panel in PANELS} <= set(BY_ID)
    assert all(BY_ID[panel.action].menu == "panels" for panel in PANELS)


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.id)
def test_mnemonics_are_unique_in_a_menu(menu):
    texts = [spec.marked_text for spec in ACTIONS if spec.menu == menu.id]
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
        ("spelling", "F7"),
        ("export", "Ctrl+E"),
        ("find", "Ctrl+F"),
        ("replace", "Ctrl+H"),
        ("find_next", "F3"),
        ("go_to", "Ctrl+G"),
        ("copy_source", "Ctrl+Ins"),
        ("insert_draft", "Ctrl+T"),
        ("issue_menu", "Alt+Return"),
        ("next_issue", "F8"),
        ("help", "F1"),
        ("cancel", "Esc"),
    ],
)
def test_the_keys_translators_know(action, keys):
    assert keys in BY_ID[action].shortcuts


def test_the_toolbar_is_as_drawn():
    assert {spec.id for spec in ACTIONS if spec.toolbar} == set(TOOLBAR_ORDER)
    assert Keys(TABLE, Settings()).shown(BY_ID["confirm"]) == "Ctrl+↵"


def test_sections_of_a_menu_stand_together():
    for menu in MENUS:
        sections = [spec.section for spec in ACTIONS if spec.menu == menu.id]
        groups = [number for number, _group in itertools.groupby(sections)]
        assert len(groups) == len(set(groups)), menu.id


@pytest.mark.parametrize("menu", MENUS, ids=lambda menu: menu.id)
def test_a_menu_is_short_enough_to_be_read(menu):
    assert len(list(TABLE.entries(menu))) <= 20


def test_every_menu_has_each_of_its_actions_and_menus_once():
    shown = [entry for menu in MENUS for _section, entry in TABLE.entries(menu)]
    inner = [menu for menu in MENUS if menu.parent]
    assert sorted(map(repr, shown)) == sorted(map(repr, [*ACTIONS, *inner]))


def test_what_can_be_done_without_a_document(session):
    assert holding(session) == {"always"}


def test_what_can_be_done_with_one(opened):
    here = holding(opened)
    assert {"document", "editable", "segment", "editable_segment"} <= here
    assert not {"undo", "redo", "busy", "fixable"} & here
    opened.editor.copy_source(opened.editor.active_id)
    assert "undo" in holding(opened)
    opened.editor.undo()
    assert "redo" in holding(opened)
