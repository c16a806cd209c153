"""The doubts about the segments of a project, and how those left are kept in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.doubt import REASONS, UNCONFIRMED, Doubt
from translation.model.imported import Notice
from translation.model.segment import Segment
from translation.store import values
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.store.project import ProjectFile
    from translation.store.verifying import Verdict

KEY = "doubts"
"""The key of the small value that keeps the doubts that nobody settled yet."""
OF_SEGMENTS = frozenset({"units", "drafts"})
"""Tables whose rows are in doubt as long as one of their segments is."""


DAMAGE_REASONS = frozenset({"damaged", "unsound", "history_damaged"})
"""Reasons of ProjectError that mean damage: a new project may hold more than this one shows."""


def doubts_of(project: ProjectFile) -> dict[str, Doubt]:
    """Return the doubts about a project's segments: as recovered, and as verified now."""
    found = project.verdict.segments if project.verdict is not None else {}
    return {**parse_doubts(project.get_meta(KEY)), **found}


def rows_beside(verdict: Verdict) -> dict[str, tuple[object, ...]]:
    """Return the keys of the rows in doubt, by table, that no segment and no step is read from."""
    return {t: k for t, k in verdict.rows.items() if t not in {*OF_SEGMENTS, "journal"}}


def notices_of(project: ProjectFile, count: int) -> Iterator[Notice]:
    """Give what to tell of a project that was verified, ``count`` segments in doubt."""
    verdict, name = project.verdict, project.path.name
    if count:
        yield Notice("doubted_segments", (("file", name), ("count", str(count))))
    if verdict is None:
        return
    for file in project.document.files:
        if file.id in verdict.originals:
            yield Notice("doubted_original", (("file", file.name),))
    if beside := rows_beside(verdict):
        detail = ", ".join(f"{table}: {len(keys)}" for table, keys in beside.items())
        yield Notice("doubted_rows", (("file", name), ("detail", detail)))
    if project.obstacle is None and "journal" in verdict.rows:
        yield Notice("doubted_history", (("file", name),))
    if project.obstacle is None and verdict.missing:
        detail = ", ".join(verdict.missing)
        yield Notice("doubted_missing", (("file", name), ("detail", detail)))


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
