"""Going to segments of a kind, and back: the actions of the menu Go to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import going, places
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

_KINDS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "unreviewed",
        QT_TRANSLATE_NOOP("actions", "Next not &reviewed"), "Alt+Down Ctrl+Alt+Down",
        QT_TRANSLATE_NOOP("actions", "Previous not reviewe&d"), "Alt+Up Ctrl+Alt+Up",
    ),
    (
        "changed",
        QT_TRANSLATE_NOOP("actions", "Next &changed"), "",
        QT_TRANSLATE_NOOP("actions", "Previous c&hanged"), "",
    ),
    (
        "rejected",
        QT_TRANSLATE_NOOP("actions", "Next re&jected"), "",
        QT_TRANSLATE_NOOP("actions", "Previous rejec&ted"), "",
    ),
    (
        "noted",
        QT_TRANSLATE_NOOP("actions", "Next with a &note"), "",
        QT_TRANSLATE_NOOP("actions", "Previous with a n&ote"), "",
    ),
    (
        "bookmarked",
        QT_TRANSLATE_NOOP("actions", "Next &bookmark"), "Ctrl+Alt+PgDown",
        QT_TRANSLATE_NOOP("actions", "Previous boo&kmark"), "Ctrl+Alt+PgUp",
    ),
)  # fmt: skip
"""Name in PLACES, words and keys of the next one, words and keys of the one before.

Ctrl+Alt with an arrow changes the workspace on many Linux desktops: there Alt alone does it.
"""
_RARER = ("changed", "rejected", "noted")
"""Those that stand in a menu of their own."""


def _to(id_: str, words: str, keys: str, place: str, step: int) -> ActionSpec[Desk]:
    go = partial(places.go_to_place, place=place, step=step)
    menu = "kinds" if place in _RARER else "go"
    return ActionSpec(id_, words, menu, go, tuple(keys.split()), "document", section=1)


GO: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "next", QT_TRANSLATE_NOOP("actions", "&Next segment"), "go", going.next_segment,
        ("Ctrl+Down",), "document",
    ),
    ActionSpec(
        "previous", QT_TRANSLATE_NOOP("actions", "&Previous segment"), "go", going.previous_segment,
        ("Ctrl+Up",), "document",
    ),
    ActionSpec(
        "next_unfinished", QT_TRANSLATE_NOOP("actions", "Next unfinis&hed"), "go",
        going.go_to_unfinished, ("Ctrl+Shift+Down",), "document",
    ),
    ActionSpec(
        "previous_unfinished", QT_TRANSLATE_NOOP("actions", "Previous &unfinished"), "go",
        partial(places.go_to_place, place="unfinished", step=-1), ("Ctrl+Shift+Up",), "document",
    ),
    ActionSpec(
        "first_segment", QT_TRANSLATE_NOOP("actions", "&First segment"), "go",
        partial(places.go_to_end, last=False), ("Ctrl+PgUp",), "document",
        section=2,
    ),
    ActionSpec(
        "last_segment", QT_TRANSLATE_NOOP("actions", "&Last segment"), "go",
        partial(places.go_to_end, last=True), ("Ctrl+PgDown",), "document",
        section=2,
    ),
    ActionSpec(
        "go_to", QT_TRANSLATE_NOOP("actions", "Go to nu&mber…"), "go", going.go_to, ("Ctrl+G",),
        "document", section=2,
    ),
    ActionSpec(
        "go_back", QT_TRANSLATE_NOOP("actions", "Back to &where I was"), "go",
        places.go_back, ("Alt+Left",), "document", section=3,
    ),
    ActionSpec(
        "go_ahead", QT_TRANSLATE_NOOP("actions", "Forward &again"), "go",
        places.go_ahead, ("Alt+Right",), "document", section=3,
    ),
    *(
        spec
        for place, following, key, before, key_before in _KINDS
        for spec in (
            _to(f"next_{place}", following, key, place, +1),
            _to(f"previous_{place}", before, key_before, place, -1),
        )
    ),
    ActionSpec(
        "bookmark", QT_TRANSLATE_NOOP("actions", "&Set or take away a bookmark"), "go",
        places.toggle_bookmark, ("Alt+B",), "editable_segment", section=4,
    ),
)  # fmt: skip
