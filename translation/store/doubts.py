"""The doubts about the segments of a project, and how those left are kept in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.doubt import REASONS, UNCONFIRMED, Doubt
from translation.model.segment import Segment
from translation.store import values
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.store.project import ProjectFile

KEY = "doubts"
"""The key of the small value that keeps the doubts of a recovered project."""


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
