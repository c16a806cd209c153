"""The ratings of a document as JSON: all that the program knows of them, to be read again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from translation.mqm.names import category_name
from translation.mqm.rated import rated_segments
from translation.mqm.rating import Rating
from translation.mqm.score import score_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.mqm.rated import RatedError
    from translation.mqm.score import MqmScore
    from translation.mqm.typology import Typology

FORMAT = "muraji-mqm"


def written(document: Document, typology: Typology, system: str) -> str:
    """Return the ratings with texts, typology and score."""
    rows = [
        {
            "id": one.segment.id,
            "number": one.number,
            "file": one.file,
            "source": one.source,
            "target": one.target,
            "errors": [_error(rated, typology) for rated in one.errors],
        }
        for one in rated_segments(document)
    ]
    shown = {
        "format": FORMAT,
        "system": system,
        "score": score_json(score_document(document, typology), typology),
        "typology": json.loads(typology.as_json()),
        "segments": rows,
    }
    return json.dumps(shown, ensure_ascii=False, indent=1) + "\n"


def score_json(score: MqmScore, typology: Typology) -> dict[str, object]:
    """Return a score as JSON has it, with what it says."""
    return {
        **asdict(score),
        "points_per_1000_source_words_as_marked": score.per_thousand,
        "points_per_1000_source_words_as_it_stands": score.left_per_thousand,
        "threshold": typology.threshold,
        "passes": score.passes(typology),
    }


def _error(rated: RatedError, typology: Typology) -> dict[str, object]:
    error, record = rated.found.error, rated.found.record
    return {
        "side": error.side,
        "start": rated.start,
        "end": rated.end,
        "text": error.text,
        "category": error.category,
        "category_name": category_name(typology, error.category),
        "severity": error.severity,
        "note": error.note,
        "rater": record.author,
        "time": record.time,
        "stands": rated.found.stands,
    }


def ratings(data: dict[str, Any]) -> Iterator[Rating]:
    """Give what such a file says; ValueError, TypeError or KeyError where it is none."""
    if data.get("format") != FORMAT:
        raise ValueError(f"“format” is not “{FORMAT}”")
    for row in data["segments"]:
        for error in row["errors"]:
            start, end = error["start"], error["end"]
            is_placed = isinstance(start, int) and isinstance(end, int) and 0 <= start < end
            yield Rating(
                number=int(row.get("number", 0)),
                source=str(row["source"]),
                target=str(row["target"]),
                side="source" if error["side"] == "source" else "target",
                place=(start, end) if is_placed else None,
                category=str(error["category"]),
                severity=str(error["severity"]),
                note=str(error.get("note", "")),
                rater=str(error.get("rater", "")),
                time=float(error.get("time", 0.0)),
                gone=str(error.get("text", "")) if error.get("stands") is False else "",
            )
