"""Going to segments of a kind, and back: the actions of the menu Go to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.action_spec import ActionSpec
from ui.commands import places
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ui.commands.desk import Desk

_KINDS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "unreviewed",
        QT_TRANSLATE_NOOP("actions", "Next not &reviewed"), "Ctrl+Alt+Down",
        QT_TRANSLATE_NOOP("actions", "Previous not reviewe&d"), "Ctrl+Alt+Up",
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
"""Name in PLACES, words and key of the next one, words and key of the one before."""


def _to(id_: str, words: str, key: str, place: str, step: int) -> ActionSpec[Desk]:
    go = partial(places.go_to_place, place=place, step=step)
    return ActionSpec(id_, words, "go", go, (key,) if key else (), "document", section=1)


GO: tuple[ActionSpec[Desk], ...] = (
    ActionSpec(
        "first_segment", QT_TRANSLATE_NOOP("actions", "&First"), "go",
        partial(places.go_to_end, last=False), ("Ctrl+PgUp",), "document",
    ),
    ActionSpec(
        "last_segment", QT_TRANSLATE_NOOP("actions", "&Last"), "go",
        partial(places.go_to_end, last=True), ("Ctrl+PgDown",), "document",
    ),
    ActionSpec(
        "go_back", QT_TRANSLATE_NOOP("actions", "Back to &where I was"), "go",
        places.go_back, ("Alt+Left",), "document",
    ),
    ActionSpec(
        "go_ahead", QT_TRANSLATE_NOOP("actions", "Forth a&gain"), "go",
        places.go_ahead, ("Alt+Right",), "document",
    ),
    ActionSpec(
        "previous_unfinished", QT_TRANSLATE_NOOP("actions", "Previous &unfinished"), "go",
        partial(places.go_to_place, place="unfinished", step=-1), ("Ctrl+Shift+Up",), "document",
        section=1,
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
        places.toggle_bookmark, ("Ctrl+Alt+B",), "editable_segment", section=2,
    ),
)  # fmt: skip
