"""Every text that a segment ever had, read from the journal of its project."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from translation.model.edits import Insert, Put
from translation.model.segment import Segment
from translation.model.version import Version
from translation.store.connection import telling
from translation.store.past_edits import edits_of, gone_with

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from translation.store.past_edits import PastEdit
    from translation.store.project import ProjectFile

MOST_ANCESTORS = 20
"""Segments followed back over splits and merges."""

PAUSE = 60.0
"""Seconds without a key after which what is typed in a segment is another text."""


def segment_history(project: ProjectFile, segment_id: str) -> tuple[Version, ...]:
    """Return what a segment was, the earliest first, of what is written so far; from any thread.

    Those it was split from or merged of come first. The last that is not taken back is how it
    stands; nothing is returned for one that nobody ever edited. Raises ProjectError.
    """
    with telling(project.path), project.reader() as connection:
        return tuple(_versions(connection, segment_id, set()))


def _versions(connection: sqlite3.Connection, segment_id: str, seen: set[str]) -> list[Version]:
    seen.add(segment_id)
    edits = edits_of(connection, segment_id)
    found: list[Version] = []
    if edits and isinstance(edits[0].edit, Insert):
        for ancestor in _ancestors(connection, edits[0], edits[0].edit.segment):
            if ancestor not in seen and len(seen) < MOST_ANCESTORS:
                found += _versions(connection, ancestor, seen)
    return found + _of_one(edits)


def _ancestors(connection: sqlite3.Connection, made: PastEdit, segment: Segment) -> list[str]:
    """Return the segments that went when this one came, where its source is of theirs."""
    gone = gone_with(connection, made)
    return [
        one.id
        for one in sorted(gone, key=lambda one: segment.source.find(one.source))
        if one.unit_id == segment.unit_id
        and (one.source in segment.source or segment.source in one.source)
    ]


def _of_one(edits: Iterable[PastEdit]) -> list[Version]:
    """Return a version for each step that left another text or state behind."""
    found: list[tuple[int, Version]] = []
    for one in edits:
        if one.action == "do":
            _do(found, one)
        else:
            back = one.action == "undo"
            found = [
                (step, replace(version, taken_back=back) if step == one.step else version)
                for step, version in found
            ]
    return _joined([version for _step, version in found])


def _joined(versions: list[Version]) -> list[Version]:
    """Join the steps of typing that one person made without a pause: they are words of one text."""
    found: list[Version] = []
    for version in versions:
        if found and _goes_on(found[-1], version):
            found.pop()
        found.append(version)
    return found


def _goes_on(before: Version, version: Version) -> bool:
    same = (before.label, before.author, before.taken_back)
    if before.time is None or version.time is None or version.label != "type":
        return False
    is_soon = version.time - before.time < PAUSE
    return is_soon and same == (version.label, version.author, version.taken_back)


def _do(found: list[tuple[int, Version]], one: PastEdit) -> None:
    match one.edit:
        case Put(Segment() as before, Segment() as after):
            if not found:
                found.append((0, Version(before)))
        case Insert(_, after):
            pass
        case _:
            return
    version = Version(after, one.label, one.author, one.time)
    if found and found[-1][0] == one.step:  # A step is written down now and then as one types.
        found[-1] = one.step, version
    elif not found or _shown(found[-1][1].segment) != _shown(after):
        found.append((one.step, version))


def _shown(segment: Segment) -> tuple[str, str | None, str]:
    return segment.source, segment.target, segment.state
