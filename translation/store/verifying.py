"""Whether a project still says what was written into it: its order, its rows, its journal."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from translation.model.doubt import CHANGED, DISAGREES, DRAFT_CHANGED, REMOVED, UNIT_CHANGED, Doubt
from translation.model.ports import no_report
from translation.store import schema, tables, values
from translation.store.batches import parse_batch
from translation.store.checksums import COVERED, checksum, content_hash, count_anew, stored_checksum
from translation.store.past_states import PastStates
from translation.store.values import BadValueError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from translation.model.ports import Report

Row = tuple[Any, ...]

AT_ONCE = 4 << 20
"""Bytes of a project that is verified wholly while it is opened; a larger one afterwards."""
_BLOCK = 1000
_TOLD = 3
"""Of SQLite's complaints so many are repeated."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found not to be as it was written. Everything empty: nothing at all.

    ``segments`` are doubts by segment id; ``rows`` the keys of the rows in doubt by table, those
    of ``segments`` left out; ``originals`` the ids of files whose bytes changed; ``missing`` the
    tables that lack rows or have older ones than were written.
    """

    segments: Mapping[str, Doubt] = field(default_factory=dict)
    rows: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    originals: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is in doubt."""
        return not (self.segments or self.rows or self.originals or self.missing)


def structure_problem(connection: sqlite3.Connection) -> str:
    """Return what SQLite finds wrong with the order of a database, "" for nothing.

    Such a database may be read but must not be written. A table with fewer or more rows than
    its tally says is one.
    """
    try:
        found = connection.execute(f"PRAGMA integrity_check({_TOLD})").fetchall()
        if found != [("ok",)]:
            lines = [line.strip() for (said,) in found for line in str(said).splitlines()]
            return "; ".join(line for line in lines if not line.startswith("***"))
        if schema.version_of(connection) < schema.CHECKSUMS_SINCE:
            return ""
        tallies = dict(connection.execute("SELECT name, rows FROM tallies").fetchall())
        version = schema.version_of(connection)
        for table in (table for table in COVERED if schema.columns_of(table, version)):
            [[rows]] = connection.execute(f"SELECT count(*) FROM {table} NOT INDEXED").fetchall()
            if rows != tallies.get(table):
                return f"{table}: {rows} rows of {tallies.get(table)}"
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)
    return ""


def is_small(connection: sqlite3.Connection) -> bool:
    """Whether a project is verified in no time, before it is shown."""
    [[pages]] = connection.execute("PRAGMA page_count").fetchall()
    [[size]] = connection.execute("PRAGMA page_size").fetchall()
    return bool(pages * size <= AT_ONCE)


def verify(connection: sqlite3.Connection, report: Report = no_report) -> Verdict:
    """Compare every row with its checksum, its table's tally and the journal, as of one moment.

    Raises sqlite3.Error where the tables cannot be read, and what ``report`` raises.
    """
    connection.execute("BEGIN")
    try:
        return _Verifying(connection, report).verdict()
    finally:
        connection.execute("ROLLBACK")


def count_doubtful_anew(connection: sqlite3.Connection, verdict: Verdict) -> None:
    """Let the tallies of the tables with rows in doubt say what these hold now, in a transaction.

    Else the first of them that is written again would be missed in the sum.
    """
    connection.execute("BEGIN IMMEDIATE")
    count_anew(connection, [*verdict.rows, *(["segments"] if verdict.segments else [])])
    connection.execute("COMMIT")


class _Verifying:
    def __init__(self, connection: sqlite3.Connection, report: Report) -> None:
        self._connection = connection
        self._report = report
        self._past = PastStates()
        self._tallies: dict[str, object] = {}
        self._doubts: dict[str, Doubt] = {}
        self._rows: dict[str, list[object]] = {}
        self._missing: list[str] = []
        self._bad_drafts: set[str] = set()
        self._bad_units: frozenset[object] = frozenset()

    def verdict(self) -> Verdict:
        self._tallies = dict(self._connection.execute("SELECT name, total FROM tallies").fetchall())
        originals = self._changed_originals()
        self._check("journal", self._take_batch)
        for table in ("project", "meta", "restore_points"):
            self._check(table)
        self._check("drafts", self._note_draft)
        self._check("files", self._compare_file)
        self._check("units", self._compare_unit)
        self._bad_units = frozenset(self._rows.get("units", ()))
        self._check("records", self._compare_record)
        self._check("segments", self._compare_segment)
        self._compare_what_is_there()
        rows = {table: tuple(keys) for table, keys in self._rows.items()}
        return Verdict(self._doubts, rows, originals, tuple(self._missing))

    def _changed_originals(self) -> tuple[str, ...]:
        files = self._connection.execute("SELECT id, original, original_hash FROM files")
        return tuple(str(id_) for id_, data, kept in files if content_hash(data) != kept)

    def _check(self, table: str, look: Callable[[Row, bool], None] | None = None) -> None:
        """Compare a table's rows with their checksums; ``look`` sees each, and whether it fits."""
        total, doubtful = 0, False
        for row in self._read(table):
            *cells, stored = row
            is_right = checksum(cells) == stored
            total += stored_checksum(stored)
            doubtful = doubtful or not is_right
            if not is_right and table != "segments":
                self._rows.setdefault(table, []).append(cells[0])
            if look is not None:
                look(tuple(cells), is_right)
        if not doubtful and total != self._tallies.get(table):
            self._missing.append(table)

    def _read(self, table: str) -> Iterator[Row]:
        columns = ", ".join((*COVERED[table], "checksum"))
        before = self._connection.text_factory
        if table == "journal":  # Of the others every text was read before.
            self._connection.text_factory = _lenient
        try:
            cursor = self._connection.execute(f"SELECT {columns} FROM {table} NOT INDEXED")
            while block := cursor.fetchmany(_BLOCK):
                self._report(0, 0)
                yield from block
        finally:
            self._connection.text_factory = before

    def _take_batch(self, row: Row, is_right: bool) -> None:
        if not is_right:
            return
        # What was written as no batch is told when somebody goes back that far.
        with suppress(BadValueError):
            data = values.loads(values.from_cell(row[-1]))
            self._past.take(parse_batch("", "", 0.0, data, _nothing))

    def _compare_file(self, row: Row, is_right: bool) -> None:
        known = self._past.files.get(row[0])
        if is_right and known is not None and not _same(row, tables.file_row(known)):
            self._rows.setdefault("files", []).append(row[0])

    def _note_draft(self, row: Row, is_right: bool) -> None:
        if not is_right:
            self._bad_drafts.add(str(values.from_cell(row[1])))

    def _compare_unit(self, row: Row, is_right: bool) -> None:
        known = self._past.units.get(row[0])
        agrees = known is None or _same(row, tables.unit_row(known))
        if is_right and not agrees:
            self._rows.setdefault("units", []).append(row[0])

    def _compare_record(self, row: Row, is_right: bool) -> None:
        id_ = str(values.from_cell(row[0]))
        known = self._past.records.get(id_)
        agrees = known is not None and _same(row, tables.record_row(known))
        if is_right and id_ in self._past.records and not agrees:
            self._rows.setdefault("records", []).append(row[0])

    def _compare_segment(self, row: Row, is_right: bool) -> None:
        id_ = values.from_cell(row[0])
        was = self._past.segments.get(str(id_))
        if not is_right:
            self._doubts[str(id_)] = Doubt(CHANGED, was)
        elif was is not None and not _same(row, tables.segment_row(was)):
            self._doubts[str(id_)] = Doubt(DISAGREES, was)
        elif row[1] in self._bad_units:
            self._doubts[str(id_)] = Doubt(UNIT_CHANGED)
        elif id_ in self._past.segments and was is None:
            self._doubts[str(id_)] = Doubt(REMOVED)
        elif id_ in self._bad_drafts:
            self._doubts[str(id_)] = Doubt(DRAFT_CHANGED)

    def _compare_what_is_there(self) -> None:
        """Miss segments and records that the journal says are there, and no table has."""
        records = (record for record in self._past.records.values() if record is not None)
        for table, there in (("segments", self._past.present()), ("records", records)):
            if table not in self._missing and not all(self._has(table, v.id) for v in there):
                self._missing.append(table)

    def _has(self, table: str, id_: str) -> bool:
        statement = f"SELECT 1 FROM {table} WHERE id = ?"
        return self._connection.execute(statement, (values.cell(id_),)).fetchone() is not None


def _same(row: Row, known: Row) -> bool:
    return tuple(map(values.from_cell, row[: len(known)])) == known


def _lenient(text: bytes) -> str:
    return text.decode("utf-8", "surrogateescape")


def _nothing(_file_id: str) -> bytes:
    return b""
