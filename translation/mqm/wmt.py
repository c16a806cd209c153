"""WMT's MQM files: tab-separated, a row an error, the marked words between <v> and </v>.

The ten columns of Marot's format (google-research/marot, README, "Data file format"), which the
files of google/wmt-mqm-human-evaluation have too, the earlier ones with notes in the last column.
A segment in which nothing was found has a row with "no-error". No quotes: tabs and line ends in
texts become blanks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.mqm.names import NO_ERROR, category_name, severity_name
from translation.mqm.rated import rated_segments
from translation.mqm.rating import Rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.mqm.rated import RatedError, RatedSegment
    from translation.mqm.typology import Typology

HEADER = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)
_COLUMNS = {"doc_id": "doc", "seg_id": "docSegId", "docsegid": "docSegId", "note": "metadata"}
"""Columns as earlier files call them."""
NAMELESS = "rater"
"""Stands for whoever gave no name: a row without a rater carries no rating in Marot."""
OPENS, CLOSES = "<v>", "</v>"
_BLANKS = str.maketrans("\t\n\r\u2028\u2029", "     ")


def written(document: Document, typology: Typology, system: str) -> str:
    """Return the ratings of a document as a file of WMT's."""
    lines = ["\t".join(HEADER)]
    for one in rated_segments(document):
        lines += ["\t".join(row) for row in _rows(one, typology, system)]
    return "\n".join(lines) + "\n"


def _rows(one: RatedSegment, typology: Typology, system: str) -> Iterator[tuple[str, ...]]:
    place = _cell(system), _cell(one.file), str(one.number), str(one.number)
    if not one.errors:
        texts = _cell(one.source), _cell(one.target)
        yield (
            *place,
            NAMELESS,
            *texts,
            NO_ERROR,
            NO_ERROR,
            json.dumps({"segment_id": one.segment.id}),
        )
    for rated in one.errors:
        error = rated.found.error
        kind = category_name(typology, error.category), severity_name(typology, error.severity)
        more = json.dumps(_metadata(one, rated), ensure_ascii=False)
        texts = _marked(one.source, rated, "source"), _marked(one.target, rated, "target")
        rater = _cell(rated.found.record.author) or NAMELESS
        yield (*place, rater, *texts, *map(_cell, kind), more)


def _marked(text: str, rated: RatedError, side: str) -> str:
    start, end = rated.start, rated.end
    if rated.found.error.side != side or rated.is_whole or start is None or end is None:
        return _cell(text)
    return "".join((_cell(text[:start]), OPENS, _cell(text[start:end]), CLOSES, _cell(text[end:])))


def _metadata(one: RatedSegment, rated: RatedError) -> dict[str, object]:
    error, record = rated.found.error, rated.found.record
    found: dict[str, object] = {
        "timestamp": round(1000 * record.time),
        "marked_text": error.text,
        "segment_id": one.segment.id,
    }
    if error.note:
        found["note"] = error.note
    if rated.is_whole:
        found["side"] = error.side
    if rated.start is None:
        found |= {"out_of_date": True, "side": error.side}
    return found


def _cell(text: str) -> str:
    return text.translate(_BLANKS)


def ratings(text: str) -> Iterator[Rating]:
    """Give what the rows of a file say. Raises ValueError where it has not these columns."""
    lines = text.splitlines() if "\r" in text else text.split("\n")
    first = lines[0].split("\t")
    names = [_COLUMNS.get(name.strip(), name.strip()) for name in first]
    if "source" in names and "category" in names:
        lines = lines[1:]
    elif len(first) == len(HEADER):
        names = list(HEADER)
    else:
        raise ValueError("the columns source, target, category and severity are not there")
    for line in lines:
        row = dict(zip(names, line.split("\t"), strict=False))
        if line.strip() and row.get("category", "").strip():
            yield _rating(row)


def _rating(row: dict[str, str]) -> Rating:
    more = _object(row.get("metadata", ""))
    source, target = _unmarked(row.get("source", "")), _unmarked(row.get("target", ""))
    side = "source" if source[1] is not None else str(more.get("side", "target"))
    place = source[1] if side == "source" else target[1]
    number = row.get("docSegId", "")
    rater = row.get("rater", "")
    seconds = more.get("timestamp", 0)
    return Rating(
        number=int(number) if number.isdecimal() and len(number) < 10 else 0,
        source=source[0],
        target=target[0],
        side="source" if side == "source" else "target",
        place=place,
        category=row["category"].strip(),
        severity=row.get("severity", "").strip(),
        note=str(more.get("note", "")),
        rater="" if rater == NAMELESS else rater,
        time=seconds / 1000 if isinstance(seconds, int | float) else 0.0,
        gone=str(more.get("marked_text", "")) if more.get("out_of_date") is True else "",
    )


def _object(text: str) -> dict[str, object]:
    """Return the metadata; earlier files have a note there."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {"note": text.strip()} if text.strip() else {}
    return found if isinstance(found, dict) else {"note": text.strip()}


def _unmarked(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return a text without the signs, and the place between them; of several the first."""
    start = text.find(OPENS)
    end = text.find(CLOSES, start)
    bare = text.replace(OPENS, "").replace(CLOSES, "")
    return bare, (start, end - len(OPENS)) if 0 <= start < end else None
