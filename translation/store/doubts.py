"""Doubts about segments: why one cannot be trusted, and what it may have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.segment import Segment
from translation.store import values
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.store.project import ProjectFile

KEY = "doubts"
"""The key of the small value that keeps the doubts of a recovered project."""

CHANGED, DISAGREES, UNIT_CHANGED, REMOVED = "changed", "disagrees", "unit_changed", "removed"
DRAFT_CHANGED = "draft_changed"
"""Found in a project as it was opened: the row has not its checksum, the history says otherwise,
the paragraph's row has not its checksum, the history says it was taken out, a draft's row has not
its checksum."""
ROW_LOST, ORIGINAL_READ = "row_lost", "original_read"
PART, UNCONFIRMED = "part", "unconfirmed"
"""Of recovered segments: taken from the history, read anew from the original, read in part, read
without anything that confirms it."""
REASONS = frozenset(
    {CHANGED, DISAGREES, UNIT_CHANGED, REMOVED, DRAFT_CHANGED}
    | {ROW_LOST, ORIGINAL_READ, PART, UNCONFIRMED}
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a segment cannot be trusted (one of REASONS), and what else it may have been."""

    reason: str
    was: Segment | None = None


def doubts_of(project: ProjectFile) -> dict[str, Doubt]:
    """Return the doubts about a project's segments: as recovered, and as verified now."""
    found = project.verdict.segments if project.verdict is not None else {}
    return {**parse_doubts(project.get_meta(KEY)), **found}


def doubts_json(doubts: Mapping[str, Doubt]) -> dict[str, object]:
    """Return doubts by segment id, ready for JSON."""
    return {
        id_: [doubt.reason, None if doubt.was is None else values.to_json(doubt.was)]
        for id_, doubt in doubts.items()
    }


def parse_doubts(data: object) -> dict[str, Doubt]:
    """Return what ``doubts_json`` made; a doubt that cannot be read has nothing to offer."""
    if not isinstance(data, dict):
        return {}
    return {str(id_): _doubt(id_, item) for id_, item in data.items()}


def _doubt(id_: object, item: object) -> Doubt:
    try:
        reason, was = values.sequence(item)
        known = None if was is None else values.parse_fields(Segment, was)
        if reason not in REASONS or (known is not None and known.get("id") != id_):
            raise BadValueError("a doubt of no known kind")
        return Doubt(str(reason), None if known is None else Segment(**known))
    except (ValueError, TypeError):
        return Doubt(UNCONFIRMED)
