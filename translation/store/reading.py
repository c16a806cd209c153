"""The document out of the tables, every cell checked: project files come from others too."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.language import LanguagePair
from translation.model.record import Record
from translation.model.segment import Origin, Role, Segment, SegmentState, SourceFile
from translation.model.segment import TranslationUnit as Unit
from translation.store import schema, values
from translation.store.values import BadValueError
from translation.system.collecting import no_collecting

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

Columns = dict[str, str]
"""Column names with what they hold: text, blob, integer or real, with ``?`` where NULL may be."""


def _texts(*names: str) -> Columns:
    return dict.fromkeys(names, "text")


FILES: Columns = {
    **_texts("id", "name", "source_language", "target_language", "format", "encoding"),
    **_texts("extraction"),
    "original": "blob",
}
UNITS: Columns = {
    **_texts("id", "file_id", "role", "codes", "anchor"),
    "role_found": "text?",
    "note": "text",
}
SEGMENTS: Columns = {
    **_texts("id", "unit_id", "source"),
    "target": "text?",
    "state": "text",
    "origin": "text?",
    "draft_id": "integer?",
    **_texts("lead", "trail", "note"),
    "locked": "integer",
    "reference": "text?",
}
DRAFTS: Columns = {
    "id": "integer",
    **_texts("segment_id", "source_hash", "text", "engine", "model", "revision", "parameters"),
    "score": "real?",
    **_texts("marks", "created"),
}
JOURNAL: Columns = {
    **_texts("label", "author"),
    "time": "real",
    "batch": "text",
}
RECORDS: Columns = {
    **_texts("id", "segment_id", "kind", "author"),
    "time": "real",
    "value": "text",
}
RESTORE_POINTS: Columns = {"id": "integer", "label": "text", "time": "real", "seq": "integer"}

_TYPES = {
    "text": ("text",),
    "blob": ("blob",),
    "integer": ("integer",),
    "real": ("real", "integer"),
}
_STATES = {state.value: state for state in SegmentState}
_role = values.member(Role)
_found_role = values.optional(_role)
_ORIGINS: dict[str | None, Origin | None] = {None: None, **{o.value: o for o in Origin}}


def read_rows(
    connection: sqlite3.Connection,
    table: str,
    columns: Columns,
    order: str,
    where: str = "TRUE",
    parameters: tuple[object, ...] = (),
) -> list[tuple[Any, ...]]:
    """Return rows whose cells are what ``columns`` says; BadValueError otherwise."""
    return list(each_row(connection, table, columns, order, where, parameters))


def each_row(
    connection: sqlite3.Connection,
    table: str,
    columns: Columns,
    order: str,
    where: str = "TRUE",
    parameters: tuple[object, ...] = (),
) -> Iterator[tuple[Any, ...]]:
    """Give rows as ``read_rows`` returns them, one at a time: of many they take much memory.

    SQLite looks at the types, so that a hundred thousand honest rows cost no Python loop.
    """
    names = ", ".join(columns)
    right = " AND ".join(_type_check(name, kind) for name, kind in columns.items())
    chosen = f"FROM {table} WHERE {where}"
    odd = f"SELECT EXISTS (SELECT 1 {chosen} AND NOT ({right}))"
    is_odd = connection.execute(odd, parameters).fetchone()[0]
    rows = connection.execute(f"SELECT {names} {chosen} ORDER BY {order}", parameters)
    if not is_odd:
        return rows
    return (tuple(map(_checked, columns.values(), row)) for row in rows)


def _type_check(name: str, kind: str) -> str:
    types = _TYPES[kind.rstrip("?")] + (("null",) if kind.endswith("?") else ())
    listed = ", ".join(f"'{name}'" for name in types)
    return f"typeof({name}) IN ({listed})"


def _checked(kind: str, value: object) -> object:
    if kind.endswith("?") and value is None:
        return None
    match kind.rstrip("?"):
        case "text":
            return values.text(values.from_cell(value))
        case "integer":
            return values.integer(value)
        case "real":
            return values.number(value)
    if not isinstance(value, bytes):
        raise BadValueError("the original of a file is missing")
    return value


def read_document(connection: sqlite3.Connection) -> Document:
    """Return the document of a project; BadValueError where the tables do not make one."""
    with no_collecting():
        return _read_document(connection)


def _read_document(connection: sqlite3.Connection) -> Document:
    files = [_file(row) for row in read_rows(connection, "files", FILES, "place, rowid")]
    same = _Same()
    units = [_unit(row, same) for row in each_row(connection, "units", UNITS, "place, rowid")]
    segments = _segments(
        each_row(connection, "segments", SEGMENTS, "place, rowid"),
        {unit.id: unit for unit in units},
    )
    document = Document()
    try:
        _add_files(document, files, units, segments)
        same.update((segment.id, segment.id) for segment in segments)
        rows = each_row(connection, "drafts", DRAFTS, "id")
        document.drafts.add(_draft(row, same) for row in rows)
        document.add_records(_records(connection))
    except ValueError as error:
        raise BadValueError(str(error)) from None
    counters = read_rows(connection, "project", {"next_number": "integer"}, "id")
    if len(counters) != 1:
        raise BadValueError("the counter of ids is missing")
    document.next_number = max(document.next_number, values.count(counters[0][0]))
    for table in ("files", "units", "segments"):
        for edge in connection.execute(f"SELECT min(place), max(place) FROM {table}").fetchone():
            values.optional(values.count)(edge)
    return document


class _Same(dict[str, str]):
    """Gives for a text the one that came first: SQLite makes another at each row."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


def _records(connection: sqlite3.Connection) -> list[Record]:
    """Return the records in the order in which they came; older projects have none."""
    if schema.version_of(connection) < schema.RECORDS_SINCE:
        return []
    rows = read_rows(connection, "records", RECORDS, "rowid")
    return [
        Record(id_, kind, segment_id, author, values.number(time), value)
        for id_, segment_id, kind, author, time, value in rows
    ]


def read_created(connection: sqlite3.Connection) -> float:
    """Return when the project was made, in seconds since 1970."""
    ((created,),) = read_rows(connection, "project", {"created": "real"}, "id")
    return values.number(created)


def _add_files(
    document: Document, files: list[SourceFile], units: list[Unit], segments: list[Segment]
) -> None:
    file_of = {unit.id: unit.file_id for unit in units}
    units_in = _runs(units, [unit.file_id for unit in units])
    segments_in = _runs(segments, [file_of[segment.unit_id] for segment in segments])
    order = {unit.id: row for row, unit in enumerate(units)}
    rows = [order[segment.unit_id] for segment in segments]
    if rows != sorted(rows):
        raise BadValueError("the segments of a unit do not stand together")
    if [file.id for file in files if file.id in units_in] != list(units_in):
        raise BadValueError("the units of a file do not stand together")
    for file in files:
        document.add_file(file, units_in.get(file.id, ()), segments_in.get(file.id, ()))


def _runs(items: Iterable[Any], keys: list[str]) -> dict[str, list[Any]]:
    """Group neighbours by key; BadValueError where a key comes back later."""
    runs: dict[str, list[Any]] = {}
    for key, run in groupby(zip(keys, items, strict=True), key=lambda pair: pair[0]):
        if key in runs:
            raise BadValueError("the parts of a file do not stand together")
        runs[key] = [item for _, item in run]
    return runs


def _file(row: tuple[Any, ...]) -> SourceFile:
    file_id, name, source, target, format_id, encoding, extraction, original = row
    pair = LanguagePair(source, target)
    return SourceFile(file_id, name, pair, format_id, original, encoding, extraction)


def _unit(row: tuple[Any, ...], same: _Same) -> Unit:
    unit_id, file_id, role, codes, anchor, role_found, note = row
    table = values.codes(values.loads(codes)) if codes != "[]" else ()
    return Unit(unit_id, same[file_id], _role(role), table, anchor, _found_role(role_found), note)


def _segments(rows: Iterable[tuple[Any, ...]], units: Mapping[str, Unit]) -> list[Segment]:
    try:
        return [
            Segment(
                segment_id,
                units[unit_id].id,
                source,
                target,
                _STATES[state],
                _ORIGINS[origin],
                draft_id,
                lead,
                trail,
                note,
                locked != 0,
                reference,
            )
            for (
                segment_id,
                unit_id,
                source,
                target,
                state,
                origin,
                draft_id,
                lead,
                trail,
                note,
                locked,
                reference,
            ) in rows
        ]
    except KeyError as error:
        raise BadValueError(f"a segment with an unknown unit, state or origin ({error})") from None


def _source_hash(digits: str) -> int:
    """Return the hash of a source, of none where the 16 hexadecimal digits are damaged."""
    try:
        return int(digits, 16)
    except ValueError:
        return -1  # The draft is kept as one of another source.


def _draft(row: tuple[Any, ...], same: _Same) -> Draft:
    draft_id, segment_id, made_from, text, engine, model, revision, parameters = row[:8]
    score, marks, created = row[8:]
    if not 1 <= draft_id < values.LARGEST:
        raise BadValueError("a draft with an impossible number")
    return Draft(
        draft_id,
        same[segment_id],
        _source_hash(made_from),
        text,
        same[engine],
        same[model],
        same[revision],
        same[parameters],
        None if score is None else values.number(score),
        _marks(marks) if marks != "[]" else (),
        same[created],
    )


def _marks(stored: str) -> tuple[str, ...]:
    return tuple(values.text(mark) for mark in values.sequence(values.loads(stored)))
