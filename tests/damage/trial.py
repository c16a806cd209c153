"""The project that is damaged: the sample article with ten reviewed segments and a restore point.

It is made in every form of the file: the first has no checksums, the second no records.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import EditBatch, Put, Say
from translation.model.record import Note, Record
from translation.model.segment import Origin, SegmentState, source_hash
from translation.store import ProjectFile, schema
from translation.store.checksums import COVERED, count_anew
from translation.work.documents import open_document

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "samples" / "sample.ar.txt"
EDITS = 10
SECTOR = 512
CUT = 480
"""Bytes from one cut point to the next."""


@dataclass(frozen=True)
class Trial:
    """A sound project as bytes, and all that it holds."""

    data: bytes
    document: Document
    points: int

    @property
    def sectors(self) -> range:
        return range(0, len(self.data), SECTOR)

    @property
    def cuts(self) -> range:
        return range(0, len(self.data), CUT)

    def without_sector(self, start: int) -> bytes:
        return self.data[:start] + bytes(SECTOR) + self.data[start + SECTOR :]

    def cut(self, length: int) -> bytes:
        return self.data[:length]

    def flipped(self, bit: int) -> bytes:
        data = bytearray(self.data)
        data[bit // 8] ^= 1 << bit % 8
        return bytes(data)


@cache
def trial(version: int) -> Trial:
    """Return the project in a form of the file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trial.muraji"
        document = open_document(SAMPLE).document
        made = [
            Draft(n, s.id, source_hash(s.source), f"Draft {n} of a machine.", "ct2", "starter")
            for n, s in enumerate(document.segments, 1)
        ]
        document.drafts.add(made)
        has_records = version >= schema.RECORDS_SINCE
        if has_records:
            document.add_records(_note(document, segment.id) for segment in document.segments[:6])
        project = ProjectFile.create(path, document)
        for row in range(EDITS):
            _review(project, document, row, has_records)
        project.restore_point("half")
        project.set_meta("active", "s5")
        project.close()
        if version < schema.current_version():
            path = _in_older_form(path, version)
        return Trial(path.read_bytes(), document, 1)


def _note(document: Document, segment_id: str) -> Record:
    note = Note(f"On {segment_id}: is the line one of the city or of the province?")
    return Record.of(document.new_id("r"), segment_id, note, "omar", 1.7e9)


def _review(project: ProjectFile, document: Document, row: int, has_records: bool) -> None:
    before = document.segments[row]
    text = f"Reviewed text number {row}: the city opened its first tram line and a library."
    after = replace(before, target=text, state=SegmentState.CONFIRMED, origin=Origin.HUMAN)
    said = (Say(None, _note(document, before.id)),) if has_records else ()
    batch = EditBatch("confirm", (Put(before, after), *said), "sara", 1.8e9 + row, before.id)
    document.apply_batch(batch)
    project.record("do", row + 1, batch, document.next_number)


def _in_older_form(path: Path, version: int) -> Path:
    """Copy a project into a database of an older form, as the program of then would write it."""
    older = path.with_name("older.muraji")
    with closing(sqlite3.connect(older, isolation_level=None)) as plain:
        schema.upgrade(plain, version)
        plain.execute("ATTACH ? AS present", (str(path),))
        tables = [table for table in COVERED if schema.columns_of(table, version)]
        for table in tables:
            columns = ", ".join(schema.columns_of(table, version))
            plain.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM present.{table}")
        if version >= schema.CHECKSUMS_SINCE:
            count_anew(plain, tables)
    return older
