"""Segments filled from memories: matches kept as drafts, or taken over as translations."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.memory.of_document import asked_of
from translation.model.draft import MEMORY, Draft
from translation.model.edits import Put
from translation.model.ports import no_report
from translation.model.segment import SegmentState, source_hash
from translation.work.drafting import wants_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from translation.memory import Memories
    from translation.model.document import Document
    from translation.model.memory_unit import Match
    from translation.model.ports import Report
    from translation.model.segment import Segment

THRESHOLD = 75
"""Percent from which on a match is taken where nobody says otherwise."""
_REPORT_EVERY = 20


def matches_for(
    document: Document,
    memories: Memories,
    threshold: int = THRESHOLD,
    report: Report = no_report,
    project: str = "",
    *,
    wants: Callable[[Document, Segment], bool] = wants_draft,
) -> dict[str, Match]:
    """Return the best match, by their ids, of each segment that nobody has translated yet.

    ``wants`` says which these are. Raises TranslationMemoryError, and what ``report`` raises.
    """
    found: dict[str, Match] = {}
    total = len(document)
    for row, segment in enumerate(document.segments):
        if row % _REPORT_EVERY == 0:
            report(row, total)
        if wants(document, segment):
            match = memories.best(asked_of(document, row, project), threshold)
            if match is not None:
                found[segment.id] = match
    report(total, total)
    return found


def draft_of(match: Match, segment: Segment, number: int) -> Draft:
    """Return a match as a draft of a segment: shown like one, and known for what it is."""
    said: dict[str, object] = {"percent": match.percent, "match": match.kind.value}
    if match.adapted:
        said["adapted"] = True
    if match.unit.document:
        said["document"] = match.unit.document
    return Draft(
        number,
        segment.id,
        source_hash(segment.source),
        match.target,
        MEMORY,
        match.memory,
        parameters=json.dumps(said, ensure_ascii=False, sort_keys=True),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def take_over(document: Document, drafts: Iterable[Draft]) -> None:
    """Make matches the translations of their segments, which somebody has still to look at.

    For who owns the document alone; it has the drafts beside it already.
    """
    for draft in drafts:
        before = document.segment(draft.segment_id)
        after = before.with_target(draft.text, SegmentState.EDITED, draft.origin, draft.id)
        document.apply(Put(before, after))
