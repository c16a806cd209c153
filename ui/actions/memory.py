"""What memories have: actions of a menu of their own, and the concordance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import memory
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

_INSERT = (
    QT_TRANSLATE_NOOP("actions", "Insert match &1"),
    QT_TRANSLATE_NOOP("actions", "Insert match &2"),
    QT_TRANSLATE_NOOP("actions", "Insert match &3"),
    QT_TRANSLATE_NOOP("actions", "Insert match &4"),
    QT_TRANSLATE_NOOP("actions", "Insert match &5"),
    QT_TRANSLATE_NOOP("actions", "Insert match &6"),
    QT_TRANSLATE_NOOP("actions", "Insert match &7"),
    QT_TRANSLATE_NOOP("actions", "Insert match &8"),
    QT_TRANSLATE_NOOP("actions", "Insert match &9"),
)

MEMORY: tuple[ActionSpec[Desk], ...] = (
    *(
        ActionSpec(
            f"insert_match_{place + 1}", words, "matches",
            partial(memory.insert_match, place=place), (f"Ctrl+{place + 1}",), "editable_segment",
        )
        for place, words in enumerate(_INSERT)
    ),
    ActionSpec(
        "concordance", QT_TRANSLATE_NOOP("actions", "&Concordance"), "matches",
        memory.concordance, ("Ctrl+K",), "document", section=1,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Where the selected words stand in the memories, in both languages"
        ),
    ),
    ActionSpec(
        "insert_hit", QT_TRANSLATE_NOOP("actions", "Insert the &hit of the concordance"),
        "matches", memory.insert_hit, (), "editable_segment", section=1,
    ),
    ActionSpec(
        "fill_from_memories", QT_TRANSLATE_NOOP("actions", "&Fill empty rows"), "matches",
        memory.fill, (), "editable", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Show matches in all rows that have neither a translation nor a draft"
        ),
    ),
    ActionSpec(
        "import_memory", QT_TRANSLATE_NOOP("actions", "&Import into the memory…"), "matches",
        memory.import_files, (), section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Take TMX files, or the confirmed segments of others, into the memory"
        ),
    ),
)  # fmt: skip
