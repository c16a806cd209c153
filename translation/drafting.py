"""From segments to what an engine is asked, and from its answers to drafts."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.engines.pipeline import Request
from translation.model.draft import Draft
from translation.model.segment import source_hash

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.engines.pipeline import Result
    from translation.model.document import Document
    from translation.model.ports import DecodingOptions, ModelInfo
    from translation.model.segment import Segment


def wants_draft(document: Document, segment: Segment) -> bool:
    """Tell whether translating everything includes this segment.

    Furniture, locked segments and those with a person's target are left alone.
    """
    return segment.target is None and not segment.locked and not document.is_furniture(segment)


def lacks_draft(document: Document, segment: Segment) -> bool:
    """Tell whether the segment wants a draft and has none of its present source."""
    return wants_draft(document, segment) and document.drafts.current(segment) is None


def requests_for(segments: Iterable[Segment]) -> list[Request]:
    """Return what to ask an engine for these segments, in their order."""
    return [Request(segment.id, segment.source) for segment in segments]


def drafts_from(
    results: Iterable[Result],
    sources: dict[str, str],
    info: ModelInfo,
    options: DecodingOptions,
    first_id: int,
) -> list[Draft]:
    """Make drafts of results. ``sources`` are the texts that were asked, by segment id."""
    parameters = json.dumps(asdict(options), sort_keys=True)
    created = datetime.now(UTC).isoformat(timespec="seconds")
    return [
        Draft(
            first_id + number,
            result.id,
            source_hash(sources[result.id]),
            result.text,
            info.engine,
            info.name,
            info.revision,
            parameters,
            result.score,
            tuple(result.marks),
            created,
        )
        for number, result in enumerate(results)
    ]
