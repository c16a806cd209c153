"""Terms: a menu of the Tools menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import teaching, terms
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

_NUMBERED = (
    QT_TRANSLATE_NOOP("actions", "Insert term &1"),
    QT_TRANSLATE_NOOP("actions", "Insert term &2"),
    QT_TRANSLATE_NOOP("actions", "Insert term &3"),
    QT_TRANSLATE_NOOP("actions", "Insert term &4"),
    QT_TRANSLATE_NOOP("actions", "Insert term &5"),
    QT_TRANSLATE_NOOP("actions", "Insert term &6"),
    QT_TRANSLATE_NOOP("actions", "Insert term &7"),
    QT_TRANSLATE_NOOP("actions", "Insert term &8"),
    QT_TRANSLATE_NOOP("actions", "Insert term &9"),
)

TERMS: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "add_term", QT_TRANSLATE_NOOP("actions", "&Add a term…"), "terms", terms.add,
        ("Ctrl+F2",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "With what is chosen on both sides"),
    ),
    ActionSpec(
        "add_term_at_once", QT_TRANSLATE_NOOP("actions", "Add a term at &once"), "terms",
        terms.add_at_once, ("Ctrl+Shift+F2",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "What is chosen on both sides, without being asked"),
    ),
    ActionSpec(
        "terms", QT_TRANSLATE_NOOP("actions", "&Choose a term"), "terms", terms.walk,
        ("Alt+Shift+I",), "segment",
        tip=QT_TRANSLATE_NOOP("actions", "Walk through the list of terms; Enter inserts one"),
    ),
    ActionSpec(
        "insert_chosen_term", QT_TRANSLATE_NOOP("actions", "&Insert the one in the panel"),
        "terms", terms.insert_chosen, (), "editable_segment",
    ),
    ActionSpec(
        "change_term", QT_TRANSLATE_NOOP("actions", "C&hange the one in the panel…"), "terms",
        terms.change, (), "editable",
    ),
    ActionSpec(
        "take_term_out", QT_TRANSLATE_NOOP("actions", "&Take the one in the panel out"), "terms",
        terms.take_out, (), "editable",
    ),
    *(
        ActionSpec(
            f"insert_term_{number}", words, "terms", partial(terms.insert_term, number=number),
            (f"Alt+{number}",), "editable_segment", section=1,
        )
        for number, words in enumerate(_NUMBERED, start=1)
    ),
    ActionSpec(
        "correct_here", QT_TRANSLATE_NOOP("actions", "Correct here as abo&ve"), "terms",
        teaching.correct_here, ("Alt+0",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Put right here what was put right and confirmed"),
    ),
    ActionSpec(
        "correct_rest", QT_TRANSLATE_NOOP("actions", "Co&rrect in the rest"), "terms",
        teaching.correct_rest, ("Alt+Shift+A",), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "In every segment that is not confirmed, as one step"),
    ),
    ActionSpec(
        "make_rule", QT_TRANSLATE_NOOP("actions", "&Make it a rule"), "terms",
        teaching.make_rule, ("Alt+Shift+K", "Alt+Shift+Y"), "editable", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Correct it in the rest, and keep it as a term"),
    ),
    ActionSpec(
        "termbases", QT_TRANSLATE_NOOP("actions", "Term&bases…"), "terms", terms.termbases, (),
        section=3, tip=QT_TRANSLATE_NOOP("actions", "Which termbases are at hand"),
    ),
)  # fmt: skip
