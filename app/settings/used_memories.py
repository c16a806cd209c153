"""Which memories are used: read from the settings, and written into them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from app.followers.memory import MemoryChoice
from app.settings.table import MEMORIES, MEMORY_THRESHOLD, USE_MEMORIES, kept_json
from translation.memory.shelf import UsedMemory
from translation.system.preferences import own_memory

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.settings.store import Settings

MOST_PENALTY = 30
"""Percent that are taken from the matches of a memory, at most."""
_OWN = ""
"""Stands for the path of the program's own memory."""


def read_used(text: str) -> tuple[UsedMemory, ...]:
    """Return the memories that a setting names; the program's own alone where it names none."""
    kept = kept_json(text)
    found = [one for one in map(_used, kept if isinstance(kept, list) else []) if one is not None]
    return tuple({one.path: one for one in found}.values()) or (UsedMemory(own_memory()),)


def _used(value: object) -> UsedMemory | None:
    if not isinstance(value, dict) or not isinstance(path := value.get("path"), str):
        return None
    penalty = value.get("penalty")
    fitting = penalty if type(penalty) is int and 0 <= penalty <= MOST_PENALTY else 0
    place = own_memory() if path == _OWN else Path(path)
    return UsedMemory(place, fitting, value.get("read_only") is True)


def written_used(used: Sequence[UsedMemory]) -> str:
    """Return memories as the setting keeps them, "" for the program's own alone."""
    if tuple(used) == (UsedMemory(own_memory()),):
        return ""
    return json.dumps(
        [
            {
                "path": _OWN if one.path == own_memory() else str(one.path),
                "penalty": one.penalty,
                "read_only": one.read_only,
            }
            for one in used
        ]
    )


def chosen_memories(settings: Settings) -> MemoryChoice:
    """Return which memories are used, none where a person wants none."""
    if not settings.value(USE_MEMORIES):
        return MemoryChoice()
    return MemoryChoice(read_used(settings.value(MEMORIES)), settings.value(MEMORY_THRESHOLD))
