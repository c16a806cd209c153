"""The text at the caret: the clipboard, what no key of the keyboard types, case, signs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import segments, typing
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

CLIPBOARD: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "cut", QT_TRANSLATE_NOOP("actions", "Cu&t"), "edit", typing.cut, (), "editable_segment",
        section=1, held="Ctrl+X",
    ),
    ActionSpec(
        "copy", QT_TRANSLATE_NOOP("actions", "Cop&y"), "edit", typing.copy, (), "document",
        section=1, held="Ctrl+C",
    ),
    ActionSpec(
        "paste", QT_TRANSLATE_NOOP("actions", "&Paste"), "edit", typing.paste, (),
        "editable_segment", section=1, held="Ctrl+V",
        tip=QT_TRANSLATE_NOOP("actions", "The text, never its look; codes that belong here come"),
    ),
    ActionSpec(
        "paste_plain", QT_TRANSLATE_NOOP("actions", "Paste as plain te&xt"), "edit",
        segments.paste_plain, ("Ctrl+Shift+V",), "editable_segment", section=1,
    ),
    ActionSpec(
        "select_all", QT_TRANSLATE_NOOP("actions", "Select &all"), "edit", typing.select_all, (),
        "document", section=1, held="Ctrl+A",
    ),
    ActionSpec(
        "change_case", QT_TRANSLATE_NOOP("actions", "C&hange case"), "edit", typing.change_case,
        ("Shift+F3",), "editable_segment", section=2,
        tip=QT_TRANSLATE_NOOP("actions", "Small letters, Each Word, CAPITALS in turn"),
    ),
)  # fmt: skip

INSERT: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "special_character", QT_TRANSLATE_NOOP("actions", "&Special character…"), "insert",
        typing.special_character, ("Alt+Ins",), "editable_segment",
        tip=QT_TRANSLATE_NOOP("actions", "Dashes, quotes, blanks, marks of direction, fractions"),
    ),
    ActionSpec(
        "line_break", QT_TRANSLATE_NOOP("actions", "&Line break"), "insert", typing.break_line, (),
        "editable_segment", section=1, held="Shift+Return",
    ),
    ActionSpec(
        "insert_nbsp", QT_TRANSLATE_NOOP("actions", "&No-break space"), "insert",
        partial(typing.insert, text="\u00a0"), ("Ctrl+Shift+Space",), "editable_segment", section=1,
    ),
    ActionSpec(
        "insert_en_dash", QT_TRANSLATE_NOOP("actions", "&En dash"), "insert",
        partial(typing.insert, text="\u2013"), ("Alt+-",), "editable_segment", section=1,
    ),
    ActionSpec(
        "insert_em_dash", QT_TRANSLATE_NOOP("actions", "E&m dash"), "insert",
        partial(typing.insert, text="\u2014"), ("Alt+Shift+-",), "editable_segment",
        section=1,
    ),
    ActionSpec(
        "insert_rlm", QT_TRANSLATE_NOOP("actions", "&Right-to-left mark"), "insert",
        partial(typing.insert, text="\u200f"), ("Alt+Shift+R",), "editable_segment", section=1,
    ),
    ActionSpec(
        "insert_lrm", QT_TRANSLATE_NOOP("actions", "Le&ft-to-right mark"), "insert",
        partial(typing.insert, text="\u200e"), ("Alt+Shift+L",), "editable_segment", section=1,
    ),
)  # fmt: skip

SHOWN: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "show_invisibles", QT_TRANSLATE_NOOP("actions", "Show &invisible characters"), "view",
        typing.show_invisibles, ("Ctrl+Shift+8",), "document", section=0,
        is_on=typing.shows_invisibles,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Blanks, tatweels, line breaks; marks of direction and tabs are always seen"
        ),
    ),
)  # fmt: skip
