"""The document into the tables: writing it whole, applying one edit.

``place`` orders rows. It grows in strides, so that a segment inserted by a split takes a place
between its neighbours and no other row is written; only where a gap is used up (some forty
splits at one spot) are all places dealt out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.model.edits import Insert, Put, Remove
from translation.model.segment import Segment, SourceFile
from translation.model.segment import TranslationUnit as Unit
from translation.store import values
from translation.store.values import cell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edits import Edit

STRIDE = 1 << 40

_FILES = (
    "INSERT INTO files (id, name, source_language, target_language, format, encoding,"
    " extraction, original, place) VALUES (?,?,?,?,?,?,?,?,?)"
)
_UNITS = (
    "INSERT INTO units (id, file_id, role, codes, anchor, role_found, note, place)"
    " VALUES (?,?,?,?,?,?,?,?)"
)
_SEGMENTS = (
    "INSERT INTO segments (id, unit_id, source, target, state, origin, draft_id, lead, trail,"
    " note, locked, reference, place) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
)
_DRAFTS = (
    "INSERT INTO drafts (id, segment_id, source_hash, text, engine, model, revision, parameters,"
    " score, marks, created) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
)
_PUT_FILE = (
    "UPDATE files SET name=?, source_language=?, target_language=?, format=?, encoding=?,"
    " extraction=? WHERE id=?"
)
_PUT_UNIT = "UPDATE units SET file_id=?, role=?, codes=?, anchor=?, role_found=?, note=? WHERE id=?"
_PUT_SEGMENT = (
    "UPDATE segments SET unit_id=?, source=?, target=?, state=?, origin=?, draft_id=?, lead=?,"
    " trail=?, note=?, locked=?, reference=? WHERE id=?"
)


# --- writing ---------------------------------------------------------------------------------


def write_document(connection: sqlite3.Connection, document: Document, created: float) -> None:
    """Fill the tables of a fresh project, inside the caller's transaction."""
    connection.execute("INSERT INTO project VALUES (1, ?, ?)", (document.next_number, created))
    _insert(connection, _FILES, [(*_file_row(f), f.original) for f in document.files])
    _insert(connection, _UNITS, [_unit_row(u) for u in document.units])
    _insert(connection, _SEGMENTS, [_segment_row(s) for s in document.segments])
    write_drafts(connection, document.drafts)


def write_drafts(connection: sqlite3.Connection, drafts: Iterable[Draft]) -> None:
    """Append drafts, inside the caller's transaction."""
    _many(connection, _DRAFTS, [_draft_row(draft) for draft in drafts])


def write_next_number(connection: sqlite3.Connection, next_number: int) -> None:
    """Keep the number of the next new id; it never goes down."""
    connection.execute("UPDATE project SET next_number = max(next_number, ?)", (next_number,))


def _insert(connection: sqlite3.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    _many(connection, statement, [(*row, n * STRIDE) for n, row in enumerate(rows, 1)])


def _many(connection: sqlite3.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    connection.execute("SAVEPOINT many")
    try:
        connection.executemany(statement, rows)
    except UnicodeEncodeError:
        # Rare: one of the texts is beyond UTF-8. Looking at each beforehand would be slow.
        connection.execute("ROLLBACK TO many")
        connection.executemany(statement, [tuple(map(cell, row)) for row in rows])
    connection.execute("RELEASE many")


def _file_row(f: SourceFile) -> tuple[Any, ...]:
    return (f.id, f.name, f.pair.source, f.pair.target, f.format, f.encoding, f.extraction)


def _unit_row(u: Unit) -> tuple[Any, ...]:
    table = values.dumps(values.codes_json(u.codes))
    return (u.id, u.file_id, u.role, table, u.anchor, u.role_found, u.note)


def _segment_row(s: Segment) -> tuple[Any, ...]:
    whence = s.origin, s.draft_id
    around = s.lead, s.trail, s.note, int(s.locked), s.reference
    return (s.id, s.unit_id, s.source, s.target, s.state, *whence, *around)


def _draft_row(d: Draft) -> tuple[Any, ...]:
    made_by = d.engine, d.model, d.revision, d.parameters
    marks = values.dumps(d.marks)
    made_from = f"{d.source_hash:016x}"
    return (d.id, d.segment_id, made_from, d.text, *made_by, d.score, marks, d.created)


# --- one edit --------------------------------------------------------------------------------


def apply_edit(connection: sqlite3.Connection, edit: Edit) -> None:
    """Do to the tables what ``Document.apply`` does, inside the caller's transaction.

    Raises ValueError where the tables do not hold what the edit is about.
    """
    match edit:
        case Put(after=Segment() as after):
            done = _one(connection, _PUT_SEGMENT, _segment_row(after))
        case Put(after=Unit() as unit):
            done = _one(connection, _PUT_UNIT, _unit_row(unit))
        case Put(after=SourceFile() as file):
            done = _one(connection, _PUT_FILE, _file_row(file))
        case Insert(row, segment):
            place = _place_for(connection, row)
            done = _changed(connection, _SEGMENTS, (*_segment_row(segment), place))
        case Remove(_, segment):
            done = _changed(connection, "DELETE FROM segments WHERE id=?", (segment.id,))
    if done != 1:
        raise ValueError("an edit of something that the project does not hold")


def _one(connection: sqlite3.Connection, statement: str, row: tuple[Any, ...]) -> int:
    return _changed(connection, statement, (*row[1:], row[0]))


def _changed(connection: sqlite3.Connection, statement: str, row: tuple[Any, ...]) -> int:
    return connection.execute(statement, tuple(map(cell, row))).rowcount


def _place_for(connection: sqlite3.Connection, row: int) -> int:
    """Return a free place for a segment that is to stand at ``row``."""
    before, after = _gap(connection, row)
    if after - before < 2:
        _deal_places_out(connection)
        before, after = _gap(connection, row)
    return before + (after - before) // 2


def _gap(connection: sqlite3.Connection, row: int) -> tuple[int, int]:
    skip, count = (row - 1, 2) if row > 0 else (0, 1)
    found = [
        int(place)
        for (place,) in connection.execute(
            "SELECT place FROM segments ORDER BY place LIMIT ? OFFSET ?", (count, skip)
        )
    ]
    if row == 0:
        return (found[0] - 2 * STRIDE, found[0]) if found else (0, 2 * STRIDE)
    if not found:
        raise ValueError("an insert beyond the end")
    return (found[0], found[1]) if len(found) == 2 else (found[0], found[0] + 2 * STRIDE)


def _deal_places_out(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT rowid FROM segments ORDER BY place").fetchall()
    connection.executemany(
        "UPDATE segments SET place=? WHERE rowid=?",
        [(n * STRIDE, rowid) for n, (rowid,) in enumerate(rows, 1)],
    )
