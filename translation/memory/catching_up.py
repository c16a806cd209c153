"""Bringing a memory up to a document: what one has confirmed and the other lacks, and back.

Confirmed segments go into memories a moment after the document has them. Whatever was lost in
that moment, with the program or the disk, is made good when the document is opened again.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from translation.memory.of_document import belongs_in_memory, place_of, unit_of
from translation.memory.rows import key_of_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from translation.memory.file import MemoryFile
    from translation.model.document import Document

AT_ONCE = 500
"""Segments that are compared between two rests."""


def catch_up(
    memory: MemoryFile, document: Document, project: str, rest: Callable[[], None] = lambda: None
) -> int:
    """Put in what is confirmed and not there, take out what is there and not confirmed.

    Returns how many segments that were. ``document`` is one that nobody changes meanwhile; what
    was opened as a memory is none of its own. ``rest`` is called again and again, and may raise.
    """
    changed = 0
    for start in range(0, len(document), AT_ONCE):
        rest()
        changed += _catch_up(memory, document, project, range(start, start + AT_ONCE))
    return changed


def _catch_up(memory: MemoryFile, document: Document, project: str, rows: range) -> int:
    wanted, others = {}, {}
    for row in rows[: max(0, len(document) - rows.start)]:
        segment = document.segments[row]
        place = place_of(document, segment, project)
        if is_kept(document, row):
            wanted[key_of_place(*place)] = row
        else:
            others[key_of_place(*place)] = place
    there = memory.texts_of([*wanted, *others])
    lacking = [
        unit_of(document, row, project, "", time.time())
        for key, row in wanted.items()
        if there.get(key) != (document.segments[row].source, document.segments[row].target)
    ]
    too_many = [place for key, place in others.items() if key in there]
    if lacking:
        memory.put(lacking)
    if too_many:
        memory.take_out(too_many)
    return len(lacking) + len(too_many)


def is_kept(document: Document, row: int) -> bool:
    """Whether memories keep the segment of a row: not what was opened as a memory itself."""
    segment = document.segments[row]
    return belongs_in_memory(document, segment) and document.file_of(segment).format != "tmx"
