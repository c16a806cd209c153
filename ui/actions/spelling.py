"""The spelling: actions of the Tools menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import spelling
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

SPELLING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "spelling", QT_TRANSLATE_NOOP("actions", "S&pelling…"), "tools", spelling.word_list,
        ("F7",), "document",
        tip=QT_TRANSLATE_NOOP("actions", "Every wrong word of the document in one list"),
    ),
    ActionSpec(
        "spelling_word", QT_TRANSLATE_NOOP("actions", "Correct the &word"), "tools",
        spelling.this_word, ("Alt+F7",), "document",
        tip=QT_TRANSLATE_NOOP(
            "actions", "Offer other words for the wrong one at the caret, or for the next"
        ),
    ),
)  # fmt: skip
