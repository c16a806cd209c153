"""How the table is laid out: the actions of its part of the View menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import arranging
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

ARRANGING: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "side_by_side", QT_TRANSLATE_NOOP("actions", "&Side by side"), "table",
        partial(arranging.arrange, arrangement="beside"),
        is_on=partial(arranging.is_arranged, arrangement="beside"), choice="arrangement",
        tip=QT_TRANSLATE_NOOP("actions", "Source on the left, both beginning in the middle"),
    ),
    ActionSpec(
        "mirrored", QT_TRANSLATE_NOOP("actions", "Side by side, &mirrored"), "table",
        partial(arranging.arrange, arrangement="mirrored"),
        is_on=partial(arranging.is_arranged, arrangement="mirrored"), choice="arrangement",
    ),
    ActionSpec(
        "stacked", QT_TRANSLATE_NOOP("actions", "&One above the other"), "table",
        partial(arranging.arrange, arrangement="stacked"),
        is_on=partial(arranging.is_arranged, arrangement="stacked"), choice="arrangement",
    ),
    ActionSpec(
        "even_columns", QT_TRANSLATE_NOOP("actions", "Columns of &equal width"), "table",
        arranging.even_columns, section=1,
        tip=QT_TRANSLATE_NOOP("actions", "The border between the headings can be dragged, too"),
    ),
    ActionSpec(
        "all_references", QT_TRANSLATE_NOOP("actions", "E&very reference"), "table",
        arranging.all_references, section=1, is_on=arranging.shows_all_references,
        tip=QT_TRANSLATE_NOOP("actions", "Show the reference below each translation"),
    ),
)  # fmt: skip
