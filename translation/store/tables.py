"""The document into the tables: writing it whole, applying one edit.

``place`` orders rows. It grows in strides, so that a segment inserted by a split takes a place
between its neighbours and no other row is written; only where a gap is used up (some forty
splits at one spot) are all places dealt out anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.model.edits import Arrange, Insert, Put, Remove, Say, runs
from translation.model.segment import Segment, SourceFile
from translation.model.segment import TranslationUnit as Unit
from translation.store import values
from translation.store.checksums import (
    COVERED,
    Tallies,
    checksum,
    content_hash,
    count_anew,
    real,
    stored_checksum,
    with_checksum,
)
from translation.store.values import cell

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edits import Edit
    from translation.model.record import Record

STRIDE = 1 << 40


def _inserting(table: str, *more: str) -> str:
    columns = (*COVERED[table], "checksum", *more)
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _putting(table: str, *kept: str) -> str:
    columns = (*(name for name in COVERED[table] if name not in ("id", *kept)), "checksum")
    return f"UPDATE {table} SET {', '.join(f'{name}=?' for name in columns)} WHERE id=?"


_FILES = _inserting("files", "original")
_UNITS = _inserting("units")
_SEGMENTS = _inserting("segments")
_DRAFTS = _inserting("drafts")
_RECORDS = _inserting("records")
_PUT = {
    "files": _putting("files", "place", "original_hash"),
    "units": _putting("units", "place"),
    "segments": _putting("segments", "place"),
    "records": _putting("records"),
}
_KEPT = {"files": ("place", "original_hash"), "units": ("place",), "segments": ("place",)}
"""What an edit leaves as it is in a row; the checksum covers it."""


# --- writing ---------------------------------------------------------------------------------


def write_document(connection: sqlite3.Connection, document: Document, created: float) -> None:
    """Fill the tables of a fresh project, inside the caller's transaction."""
    row = with_checksum((1, document.next_number, created))
    connection.execute(
        "INSERT INTO project (id, next_number, created, checksum) VALUES (?,?,?,?)", row
    )
    files = enumerate(document.kept_files, 1)
    summed = [
        (*with_checksum((*file_row(f), n * STRIDE, content_hash(f.original))), f.original)
        for n, f in files
    ]
    _many(connection, _FILES, summed)
    _many(connection, _UNITS, _placed(map(unit_row, document.kept_units)))
    _many(connection, _SEGMENTS, _placed(map(segment_row, document.segments)))
    _many(connection, _RECORDS, [with_checksum(record_row(r)) for r in document.records])
    count_anew(connection, ("project", "files", "units", "segments", "records"))
    write_drafts(connection, document.drafts)


def write_drafts(connection: sqlite3.Connection, drafts: Iterable[Draft]) -> None:
    """Append drafts, inside the caller's transaction."""
    rows = [with_checksum(_draft_row(draft)) for draft in drafts]
    _many(connection, _DRAFTS, rows)
    tallies = Tallies(connection)
    tallies.add("drafts", len(rows), sum(row[-1] for row in rows))
    tallies.write()


def write_file(connection: sqlite3.Connection, file: SourceFile, units: Sequence[Unit]) -> None:
    """Append a file and its units, as yet without segments, inside the caller's transaction."""
    cells = (*file_row(file), _next_place(connection, "files"), content_hash(file.original))
    rows = [(*with_checksum(cells), file.original)]
    first = _next_place(connection, "units")
    placed = ((*unit_row(unit), first + n * STRIDE) for n, unit in enumerate(units))
    tallies = Tallies(connection)
    for table, statement, made in (
        ("files", _FILES, rows),
        ("units", _UNITS, [with_checksum(row) for row in placed]),
    ):
        _many(connection, statement, made)
        sums = (row[len(COVERED[table])] for row in made)
        tallies.add(table, len(made), sum(sums))
    tallies.write()


def _next_place(connection: sqlite3.Connection, table: str) -> int:
    found = connection.execute(f"SELECT coalesce(max(place), 0) FROM {table}").fetchone()
    return int(found[0]) + STRIDE


def write_next_number(connection: sqlite3.Connection, next_number: int, tallies: Tallies) -> None:
    """Keep the number of the next new id; it never goes down."""
    found = connection.execute("SELECT next_number, created, checksum FROM project").fetchone()
    if found is None or not found[0] < next_number:
        return
    new = checksum((1, next_number, found[1]))
    connection.execute("UPDATE project SET next_number=?, checksum=?", (next_number, new))
    tallies.add("project", 0, new - stored_checksum(found[2]))


def _placed(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [with_checksum((*row, n * STRIDE)) for n, row in enumerate(rows, 1)]


def _many(connection: sqlite3.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    before = connection.total_changes
    try:
        connection.executemany(statement, rows)
    except UnicodeEncodeError:
        # Rare: one of the texts is beyond UTF-8. Looking at each beforehand would be slow, and
        # a project that is being built has no journal by which to take the first rows back.
        done = connection.total_changes - before
        connection.executemany(statement, [tuple(map(cell, row)) for row in rows[done:]])


def file_row(f: SourceFile) -> tuple[Any, ...]:
    """Return a file's cells in the order of ``COVERED``, those that stay left out."""
    return (f.id, f.name, f.pair.source, f.pair.target, f.format, f.encoding, f.extraction)


def unit_row(u: Unit) -> tuple[Any, ...]:
    """Return a unit's cells in the order of ``COVERED``, its place left out."""
    table = values.dumps(values.codes_json(u.codes))
    return (u.id, u.file_id, u.role, table, u.anchor, u.role_found, u.note)


def segment_row(s: Segment) -> tuple[Any, ...]:
    """Return a segment's cells in the order of ``COVERED``, its place left out."""
    whence = s.origin, s.draft_id
    around = s.lead, s.trail, s.note, int(s.locked), s.reference
    return (s.id, s.unit_id, s.source, s.target, s.state, *whence, *around)


def record_row(r: Record) -> tuple[Any, ...]:
    """Return a record's cells in the order of ``COVERED``."""
    return (r.id, r.segment_id, r.kind, r.author, real(r.time) or 0.0, r.value)


def _draft_row(d: Draft) -> tuple[Any, ...]:
    made_by = d.engine, d.model, d.revision, d.parameters
    marks = values.dumps(d.marks)
    made_from = f"{d.source_hash:016x}"
    return (d.id, d.segment_id, made_from, d.text, *made_by, real(d.score), marks, d.created)


# --- edits -----------------------------------------------------------------------------------


def apply_edits(connection: sqlite3.Connection, edits: Iterable[Edit], tallies: Tallies) -> None:
    """Do to the tables what ``Document.apply_batch`` does, inside the caller's transaction.

    Raises ValueError where the tables do not hold what the edits are about.
    """
    for run in runs(edits):
        inserts = [edit for edit in run if isinstance(edit, Insert)]
        puts = [edit.after for edit in run if isinstance(edit, Put)]
        if len(inserts) > 1:
            _insert(connection, inserts, tallies)
        elif len(puts) > 1:
            _put_segments(connection, [s for s in puts if isinstance(s, Segment)], tallies)
        else:
            for edit in run:
                apply_edit(connection, edit, tallies)


def apply_edit(connection: sqlite3.Connection, edit: Edit, tallies: Tallies) -> None:
    """Do to the tables what ``Document.apply`` does, inside the caller's transaction.

    Raises ValueError where the tables do not hold what the edit is about.
    """
    match edit:
        case Put(after=Segment() as after):
            _put(connection, "segments", segment_row(after), tallies)
        case Put(after=Unit() as unit):
            _put(connection, "units", unit_row(unit), tallies)
        case Put(after=SourceFile() as file):
            _put(connection, "files", file_row(file), tallies)
        case Insert():
            _insert(connection, [edit], tallies)
        case Remove(_, segment):
            [old] = _found(connection, "checksum", "segments", segment.id)
            connection.execute("DELETE FROM segments WHERE id=?", (cell(segment.id),))
            tallies.add("segments", -1, -stored_checksum(old))
        case Say(before, after):
            _say(connection, before, after, tallies)
        case Arrange(after=files):
            _arrange(connection, files)
            for table in ("files", *_BY_FILE):
                tallies.forget(table)


def _say(
    connection: sqlite3.Connection, before: Record | None, after: Record | None, tallies: Tallies
) -> None:
    if before is not None and after is not None:
        _put(connection, "records", record_row(after), tallies)
    elif after is not None:
        cells = with_checksum(record_row(after))
        connection.execute(_RECORDS, tuple(map(cell, cells)))
        tallies.add("records", 1, cells[-1])
    elif before is not None:
        [old] = _found(connection, "checksum", "records", before.id)
        connection.execute("DELETE FROM records WHERE id=?", (cell(before.id),))
        tallies.add("records", -1, -stored_checksum(old))


def _put(
    connection: sqlite3.Connection, table: str, row: tuple[Any, ...], tallies: Tallies
) -> None:
    columns = ", ".join((*_KEPT.get(table, ()), "checksum"))
    *kept, old = _found(connection, columns, table, row[0])
    new = checksum((*row, *kept))
    connection.execute(_PUT[table], tuple(map(cell, (*row[1:], new, row[0]))))
    tallies.add(table, 0, new - stored_checksum(old))


_ASKED_AT_ONCE = 500
_AS_THEY_ARE = "SELECT id, place, checksum FROM segments WHERE id IN ({marks})"


def _put_segments(
    connection: sqlite3.Connection, segments: Iterable[Segment], tallies: Tallies
) -> None:
    """Put many segments at once, the last where one comes several times."""
    after = {cell(segment.id): segment for segment in segments}
    ids = list(after)
    for start in range(0, len(ids), _ASKED_AT_ONCE):
        some = ids[start : start + _ASKED_AT_ONCE]
        asked = _AS_THEY_ARE.format(marks=",".join("?" * len(some)))
        found = connection.execute(asked, some).fetchall()
        places = {id_: place for id_, place, _ in found}
        if not len(found) == len(places) == len(some):
            raise ValueError("an edit of something that the project does not hold")
        made, total = [], 0
        for id_ in some:
            row = segment_row(after[id_])
            new = checksum((*row, places[id_]))
            total += new
            made.append((*row[1:], new, id_))
        _many(connection, _PUT["segments"], made)
        tallies.add("segments", 0, total - sum(stored_checksum(old) for *_, old in found))


def _found(connection: sqlite3.Connection, columns: str, table: str, id_: str) -> tuple[Any, ...]:
    found = connection.execute(f"SELECT {columns} FROM {table} WHERE id=?", (cell(id_),)).fetchall()
    if len(found) != 1:
        raise ValueError("an edit of something that the project does not hold")
    return tuple(found[0])


def _insert(connection: sqlite3.Connection, inserts: Sequence[Insert], tallies: Tallies) -> None:
    """Put segments into the gap at the row of the first, one behind the other."""
    row, room = inserts[0].row, len(inserts) + 1
    before, after = _gap(connection, row, room)
    if after - before < room:
        rows = _rows_in_order(connection, "segments", "place, rowid")
        _deal_places_out(connection, "segments", rows)
        tallies.forget("segments")
        before, after = _gap(connection, row, room)
    made = [
        with_checksum((*segment_row(edit.segment), before + (after - before) * n // room))
        for n, edit in enumerate(inserts, 1)
    ]
    connection.executemany(_SEGMENTS, [tuple(map(cell, cells)) for cells in made])
    tallies.add("segments", len(made), sum(cells[-1] for cells in made))


def _gap(connection: sqlite3.Connection, row: int, room: int) -> tuple[int, int]:
    """Return the places before and behind ``row``, at the ends with ``room`` strides between."""
    skip, count = (row - 1, 2) if row > 0 else (0, 1)
    found = [
        int(place)
        for (place,) in connection.execute(
            "SELECT place FROM segments ORDER BY place LIMIT ? OFFSET ?", (count, skip)
        )
    ]
    if row == 0:
        return (found[0] - room * STRIDE, found[0]) if found else (0, room * STRIDE)
    if not found:
        raise ValueError("an insert beyond the end")
    return (found[0], found[1]) if len(found) == 2 else (found[0], found[0] + room * STRIDE)


_BY_FILE = {
    "units": "(SELECT f.place FROM files AS f WHERE f.id = units.file_id), place, rowid",
    "segments": "(SELECT u.place FROM units AS u WHERE u.id = segments.unit_id), place, rowid",
}


def _arrange(connection: sqlite3.Connection, files: Sequence[str]) -> None:
    """Put the files into this order, then their units and segments."""
    number_of = {id_: number for number, id_ in enumerate(files)}
    rows = _rows_in_order(connection, "files", "place")
    ids = [str(values.from_cell(row[0])) for row in rows]
    if sorted(ids) != sorted(files):
        raise ValueError("an order of files that are not those of the project")
    rows.sort(key=lambda row: number_of[str(values.from_cell(row[0]))])
    _deal_places_out(connection, "files", rows)
    for table, order in _BY_FILE.items():
        _deal_places_out(connection, table, _rows_in_order(connection, table, order))


def _rows_in_order(connection: sqlite3.Connection, table: str, order: str) -> list[tuple[Any, ...]]:
    columns = ", ".join(COVERED[table])
    return connection.execute(
        f"SELECT {columns}, checksum FROM {table} ORDER BY {order}"
    ).fetchall()


def _deal_places_out(
    connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]
) -> None:
    at = COVERED[table].index("place")
    connection.executemany(
        f"UPDATE {table} SET place=?, checksum=? WHERE id=?",
        [
            (n * STRIDE, _moved_checksum(row, at, n * STRIDE), row[0])
            for n, row in enumerate(rows, 1)
        ],
    )
    count_anew(connection, (table,))


def _moved_checksum(row: tuple[Any, ...], at: int, place: int) -> int:
    """Return the checksum of a row at another place; one that was wrong stays wrong."""
    *cells, stored = row
    moved = (*cells[:at], place, *cells[at + 1 :])
    return checksum(moved) ^ checksum(cells) ^ stored_checksum(stored)
