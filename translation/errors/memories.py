"""What is told of translation memories. Part of ``translation.errors.SENTENCES``."""

from __future__ import annotations

from translation.errors.plurals import Counted

MEMORIES: dict[str, str] = {
    "usage.no_memory": "No memory is used that may be written: Preferences, Memory.",
    "notice.taken_into_memory": Counted(
        "{file}: {count} unit is new to the memory, {known} were there already.",
        "{file}: {count} units are new to the memory, {known} were there already.",
    ),
    "memory.missing": "{file}: there is no such memory.",
    "memory.not_a_memory": "{file} is not a translation memory of Muraji.",
    "memory.empty": "{file} holds nothing that could be written.",
    "memory.newer": "{file} was made by a newer Muraji (version {version}).",
    "memory.damaged": "{file}: the memory is damaged ({detail}).",
    "memory.busy": "{file} is in use by another program; try again when that is done with it.",
    "memory.read_only": "{file} may only be read.",
    "memory.disk_full": "{file} was not kept: the disk is full.",
    "memory.not_kept": "{file} was not kept: {detail}.",
}
