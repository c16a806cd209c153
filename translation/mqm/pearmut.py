"""A campaign for Pearmut, in which others go on with the errors that are marked already.

Its form: github.com/zouharvi/pearmut, README ("Campaign Configuration", "Pre-filled Error Spans")
and web/src/basic.ts. Places are the first and the last UTF-16 unit of the target, line ends not
counted; what is missing stands behind the last one, at "[missing]". It knows neutral, minor and
major errors that do not overlap.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from translation.mqm.names import category_name
from translation.mqm.rated import rated_segments
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from translation.model.document import Document
    from translation.mqm.rated import RatedError, RatedSegment
    from translation.mqm.typology import Typology

_WORST = "major"
_SEVERITIES = ("neutral", "minor", _WORST)


@dataclass(frozen=True, slots=True)
class Campaign:
    """The file, and how many errors it has no place for: those that overlap, or stand nowhere."""

    text: str
    left_out: int


def written(document: Document, typology: Typology, system: str, name: str) -> Campaign:
    """Return the campaign: one task, a document for each file of the project."""
    documents, left_out = [], 0
    for _file, group in groupby(rated_segments(document), key=lambda one: one.file):
        items = []
        for one in group:
            spans, lost = _spans(one, typology)
            left_out += lost
            items.append(
                {
                    "doc_id": f"{one.file}_#_{one.number}",
                    "src": one.source,
                    "tgt": {system: one.target},
                    "error_spans": {system: spans},
                }
            )
        documents.append(items)
    info = {"assignment": "task-based", "protocol": "MQM"}
    campaign = {"info": info, "campaign_id": name, "data": [documents]}
    return Campaign(json.dumps(campaign, ensure_ascii=False, indent=1) + "\n", left_out)


def _spans(one: RatedSegment, typology: Typology) -> tuple[list[dict[str, object]], int]:
    """Return the spans of a segment, the heaviest first chosen, and how many found no room."""
    taken: list[tuple[int, int, RatedError]] = []
    heaviest = sorted(one.errors, key=lambda error: -_points(error, typology))
    for rated in heaviest:
        place = _place(one, rated)
        if place and all(place[1] < start or end < place[0] for start, end, _ in taken):
            taken.append((*place, rated))
    taken.sort(key=lambda span: span[:2])
    spans: list[dict[str, object]] = [
        {
            "start_i": start,
            "end_i": end,
            "severity": _severity(rated, typology),
            "category": category_name(typology, rated.found.error.category),
        }
        for start, end, rated in taken
    ]
    return spans, len(one.errors) - len(taken)


def _place(one: RatedSegment, rated: RatedError) -> tuple[int, int] | None:
    """Return the first and last unit of an error; of one on the source, that of "[missing]"."""
    if rated.start is None or rated.end is None:
        return None
    if rated.is_whole or rated.found.error.side == "source":
        missing = _unit(one.target, len(one.target))
        return missing, missing
    return _unit(one.target, rated.start), _unit(one.target, rated.end) - 1


def _unit(text: str, at: int) -> int:
    return utf16_length(text[:at].replace("\n", ""))


def _points(rated: RatedError, typology: Typology) -> float:
    error = rated.found.error
    return typology.penalty(error.category, error.severity) or 0.0


def _severity(rated: RatedError, typology: Typology) -> str:
    """Return the severity that Pearmut has for one: by its name, else by its points."""
    id_ = rated.found.error.severity
    if id_ in _SEVERITIES:
        return id_
    level = typology.severity(id_)
    points = level.points if level else 0.0
    return _SEVERITIES[0] if points <= 0 else _SEVERITIES[1] if points < 5 else _WORST
