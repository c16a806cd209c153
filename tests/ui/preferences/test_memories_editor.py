"""The page on which memories are chosen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QSpinBox

from app.settings.table import MEMORIES, MEMORY_THRESHOLD, USE_MEMORIES
from app.settings.used_memories import chosen_memories, read_used, written_used
from translation.memory.shelf import UsedMemory
from translation.system.preferences import own_memory
from ui import asking
from ui.dialogs.memories_editor import MemoriesEditor


@pytest.fixture
def editor(dialog) -> MemoriesEditor:
    return dialog.fields["memories"]


def paths(settings) -> list[Path]:
    return [one.path for one in read_used(settings.value(MEMORIES))]


def test_a_memory_is_added_put_up_and_taken_out(editor, settings, tmp_path, monkeypatch):
    client = tmp_path / "client.murajitm"
    monkeypatch.setattr(asking, "file_to_open", lambda *_asked: client)
    editor.add.click()
    assert paths(settings) == [own_memory(), client]
    editor.add.click()
    assert len(editor.used) == 2
    buttons = {one.accessibleName(): one for one in editor._rows.findChildren(type(editor.add))}
    buttons["client up"].click()
    assert paths(settings) == [client, own_memory()]
    buttons = {one.accessibleName(): one for one in editor._rows.findChildren(type(editor.add))}
    buttons["Take client out"].click()
    assert settings.value(MEMORIES) == ""


def test_a_memory_is_made_with_its_suffix(editor, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "file_to_write", lambda *_asked: tmp_path / "news")
    editor.make.click()
    assert paths(settings)[1] == tmp_path / "news.murajitm"


def test_penalty_and_reading_only_hold_at_once(editor, settings):
    editor._rows.findChild(QSpinBox).setValue(7)
    editor._rows.findChild(QCheckBox).click()
    assert read_used(settings.value(MEMORIES)) == (UsedMemory(own_memory(), 7, read_only=True),)


def test_what_is_chosen_elsewhere_is_shown(editor, settings, tmp_path):
    used = (UsedMemory(tmp_path / "a.murajitm"), UsedMemory(own_memory(), 3, read_only=True))
    settings.keep(MEMORIES, written_used(used))
    assert editor.used == used
    assert [field.value() for field in editor._rows.findChildren(QSpinBox)] == [0, 3]


def test_none_is_used_where_nobody_wants_any(settings):
    assert chosen_memories(settings).used == (UsedMemory(own_memory()),)
    settings.keep(MEMORY_THRESHOLD, 90)
    assert chosen_memories(settings).threshold == 90
    settings.keep(USE_MEMORIES, False)
    assert chosen_memories(settings).used == ()


@pytest.mark.parametrize(
    "odd", ["{", "[]", "{}", '[{"path": 3}]', "[1]", '[{"path": "", "penalty": "x"}]']
)
def test_odd_settings_mean_the_programs_own_memory(odd):
    assert read_used(odd) == (UsedMemory(own_memory()),)
