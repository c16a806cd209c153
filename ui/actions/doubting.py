"""What is most likely wrong, first: actions of the Go and the Model menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import doubting
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

DOUBTING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "next_doubtful", QT_TRANSLATE_NOOP("actions", "Next most doub&tful"), "go",
        doubting.next_doubtful, ("Alt+Shift+D",), "document", section=1,
        tip=QT_TRANSLATE_NOOP("actions", "What is unfinished and most likely wrong, first"),
    ),
    ActionSpec(
        "explain_doubt", QT_TRANSLATE_NOOP("actions", "Wh&y it is doubtful"), "model",
        doubting.explain, (), "segment", section=2,
    ),
    ActionSpec(
        "list_doubtful", QT_TRANSLATE_NOOP("actions", "&List the most doubtful first"), "model",
        doubting.list_doubtful, ("Alt+Shift+W",), "document", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "A list in that order; the table stays as it is"),
    ),
    ActionSpec(
        "mark_words", QT_TRANSLATE_NOOP("actions", "Mark &words it finds unlikely"), "model",
        doubting.mark_words, ("Alt+Q",), "document", section=2, is_on=doubting.marks_words,
        tip=QT_TRANSLATE_NOOP(
            "actions", "In drafts and in what you wrote, in three grades: sure words have no mark"
        ),
    ),
    ActionSpec(
        "ask_model", QT_TRANSLATE_NOOP("actions", "&Ask it what it doubts"), "model",
        doubting.ask_model, (), "document", section=2,
        tip=QT_TRANSLATE_NOOP(
            "actions", "How likely the model finds each translation: the doubtful come first by it"
        ),
    ),
)  # fmt: skip
