"""Rows of a damaged project as values, as far as they can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from translation.model.draft import Draft
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair
from translation.model.record import Record
from translation.model.restore_point import RestorePoint
from translation.model.segment import Origin, Role, Segment, SegmentState, SourceFile
from translation.model.segment import TranslationUnit as Unit
from translation.store import values
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from enum import StrEnum

    from translation.store.salvage.tables import FoundRow

T = TypeVar("T")
Named = TypeVar("Named", Segment, Unit)

_ZEROS = re.compile(r"\0+")
_STALE = -1
"""The hash of no source: a draft of it is kept but never shown as current."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A value out of a row. ``is_sure``: it has its checksum; ``is_clean``: it may be right."""

    value: T
    place: int
    is_sure: bool
    is_clean: bool


def parts(rows: Mapping[str, FoundRow], build: Callable[[FoundRow], T | None]) -> list[Part[T]]:
    """Return the values of rows in the order of their places; rows that make none left out."""
    found = []
    for row in rows.values():
        value = build(row)
        if value is None:
            continue
        place = row.cells.get("place")
        is_clean = row.is_clean and row.fits is not False
        at = place if isinstance(place, int) else 0
        found.append(Part(value, at, row.fits is True, is_clean))
    return sorted(found, key=lambda part: part.place)


def segment(row: FoundRow) -> Segment | None:
    """Return a segment where at least its ids and its source could be read."""
    cells = row.cells
    id_, unit_id, source = (_text(cells, name) for name in ("id", "unit_id", "source"))
    if not id_ or not unit_id or source is None:
        return None
    target = _text(cells, "target")
    state = SegmentState.INITIAL if target is None else SegmentState.EDITED
    draft_id = cells.get("draft_id")
    return Segment(
        id_,
        unit_id,
        source,
        target,
        _member(SegmentState, cells.get("state"), state),
        _member(Origin, cells.get("origin"), None),
        draft_id if isinstance(draft_id, int) else None,
        _text(cells, "lead") or "",
        _text(cells, "trail") or "",
        _text(cells, "note") or "",
        bool(cells.get("locked")),
        _text(cells, "reference"),
    )


def unit(row: FoundRow) -> Unit | None:
    """Return a unit where at least its ids could be read, and its codes are codes."""
    cells = row.cells
    id_, file_id = _text(cells, "id"), _text(cells, "file_id")
    if not id_ or not file_id:
        return None
    try:
        codes = values.codes(values.loads(cells.get("codes")))
    except BadValueError:
        return None
    role = _member(Role, cells.get("role"), Role.PARAGRAPH)
    role_found = _member(Role, cells.get("role_found"), None)
    anchor, note = _text(cells, "anchor") or "", _text(cells, "note") or ""
    return Unit(id_, file_id, role, codes, anchor, role_found, note)


def source_file(row: FoundRow) -> SourceFile | None:
    """Return a file where at least its id could be read; its original may be lost."""
    cells = row.cells
    id_ = _text(cells, "id")
    if not id_:
        return None
    original = cells.get("original")
    pair = LanguagePair(
        _text(cells, "source_language") or ARABIC_TO_ENGLISH.source,
        _text(cells, "target_language") or ARABIC_TO_ENGLISH.target,
    )
    return SourceFile(
        id_,
        _text(cells, "name") or "",
        pair,
        _text(cells, "format") or "",
        original if isinstance(original, bytes) else b"",
        _text(cells, "encoding") or "",
        _text(cells, "extraction") or "",
    )


def draft(row: FoundRow) -> Draft | None:
    """Return a draft; one in doubt is kept as one of another source. None where it is no draft."""
    cells = row.cells
    if not row.is_clean or not 1 <= cells["id"] < values.LARGEST:
        return None
    try:
        marks = tuple(map(values.text, values.sequence(values.loads(cells["marks"]))))
        score = values.optional(values.number)(cells["score"])
        made_from = int(cells["source_hash"], 16)
    except ValueError:
        return None
    return Draft(
        cells["id"],
        cells["segment_id"],
        _STALE if row.fits is False else made_from,
        cells["text"],
        cells["engine"],
        cells["model"],
        cells["revision"],
        cells["parameters"],
        score,
        marks,
        cells["created"],
    )


def record(row: FoundRow) -> Record | None:
    """Return what somebody said, also where it is in doubt; None where not all can be read."""
    cells = row.cells
    if row.missing:
        return None
    said = (_text(cells, name) for name in ("id", "kind", "segment_id", "author", "value"))
    id_, kind, segment_id, author, value = (text or "" for text in said)
    try:
        return Record(id_, kind, segment_id, author, values.number(cells["time"]), value)
    except BadValueError:
        return None


def restore_point(row: FoundRow) -> RestorePoint | None:
    """Return a restore point, None where it is none or in doubt."""
    cells = row.cells
    if not row.is_clean or row.fits is False:
        return None
    try:
        numbers = values.count(cells["id"]), values.count(cells["seq"])
        return RestorePoint(numbers[0], cells["label"], values.number(cells["time"]), numbers[1])
    except BadValueError:
        return None


def small_values(rows: Iterable[FoundRow]) -> tuple[dict[str, object], int]:
    """Return the values of ``meta``, and how many rows of it were not to be read."""
    found: dict[str, object] = {}
    lost = 0
    for row in rows:
        try:
            if row.fits is False or not row.is_clean:
                raise BadValueError("in doubt")
            found[row.cells["key"]] = values.loads(row.cells["value"])
        except BadValueError:
            lost += 1
    return found, lost


def _text(cells: Mapping[str, Any], name: str) -> str | None:
    """Return a text; what zeros left in it, which no text holds, is shown as lost."""
    cell = cells.get(name)
    return _ZEROS.sub("\N{REPLACEMENT CHARACTER}", cell) if isinstance(cell, str) else None


def _member(kind: type[StrEnum], cell: object, otherwise: Any) -> Any:
    try:
        return kind(cell) if isinstance(cell, str) else otherwise
    except ValueError:
        return otherwise


def by_id(found: Iterable[Part[Named]]) -> dict[str, Part[Named]]:
    """Return parts by the ids of their values."""
    return {part.value.id: part for part in found}


def placed(found: Mapping[str, Part[Named]]) -> list[str]:
    """Return the ids of those whose places are to be believed."""
    return [id_ for id_, part in found.items() if part.is_clean]
