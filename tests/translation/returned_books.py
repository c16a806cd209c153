"""What test_returning and test_returning_documents work with."""

from __future__ import annotations

from pathlib import Path

from translation.formats import FORMATS, WriteOptions
from translation.model.document import Document
from translation.model.notes import notes_of_people
from translation.work.returning import Return, Standing

NOW = 1_764_000_000.0


SUFFIXES = {"docx-table": ".docx", "xlsx": ".xlsx", "csv": ".csv", "tsv": ".tsv"}


def sent(document: Document, folder: Path, format_id: str) -> Path:
    spec = next(spec for spec in FORMATS if spec.id == format_id)
    assert spec.write
    path = folder / f"sent{SUFFIXES[format_id]}"
    path.write_bytes(spec.write(document, WriteOptions(path.name)).data)
    return path


def standings(found: Return) -> dict[str, Standing]:
    return {row.id: row.standing for row in found.rows}


def said(document: Document, id_: str) -> list[tuple[str, str, float | None]]:
    notes = notes_of_people(document, document.segment(id_))
    return [(note.text, note.author, note.time) for note in notes]


def apply(document: Document, found: Return, *ids: str) -> None:
    chosen = {place for place, row in enumerate(found.rows) if row.id in ids}
    batch = found.edits(chosen, document.new_id, NOW)
    assert batch is not None
    assert batch.label == "return"
    document.apply_batch(batch)
