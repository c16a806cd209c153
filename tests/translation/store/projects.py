"""A small document of our own text, and what one does to it, for the tests of the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.edits import EditBatch, Insert, Put, Remove
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SegmentState,
    SourceFile,
    TranslationUnit,
    source_hash,
)
from translation.store.checksums import COVERED, add_functions, count_anew

CODES = (
    InlineCode(CodeKind.OPEN, "<b>", "b", 1),
    InlineCode(CodeKind.CLOSE, "</b>", "/b", 0, deletable=True),
)


def small_document(count: int = 4) -> Document:
    """Two units with ``count`` segments in all, the first with codes and a draft."""
    document = Document()
    pair = LanguagePair("ar", "en")
    file = SourceFile("f1", "rain.ar.txt", pair, "txt", "مطر".encode(), "utf-8", '{"a": 1}')
    units = [
        TranslationUnit("u1", "f1", Role.HEADLINE, CODES, "0", note="heading"),
        TranslationUnit("u2", "f1", Role.FURNITURE, role_found=Role.PARAGRAPH),
    ]
    segments = [
        Segment("s1", "u1", "هطل \ue000المطر\ue001 أمس.", trail=" ", reference="Rain."),
        *(Segment(f"s{n}", "u1", f"الجملة رقم {n}.", lead="\n") for n in range(2, count)),
        Segment(f"s{count}", "u2", "شارك", target="Share", state=SegmentState.FINAL, locked=True),
    ]
    document.add_file(file, units, segments)
    source = source_hash(segments[0].source)
    text = "It \ue000rained\ue001 yesterday."
    document.drafts.add(
        [Draft(1, "s1", source, text, "ct2", "starter", "r1", '{"beam_size":4}', -0.5, ("loop",))]
    )
    return document


def typing(document: Document, row: int, target: str, caret: int = 0) -> EditBatch:
    """Type: the row's target becomes ``target``; applied to the document."""
    segment = document.segments[row]
    after = replace(segment, target=target, state=SegmentState.EDITED, origin=Origin.MT, draft_id=1)
    edits = (Put(segment, after),)
    batch = EditBatch("type", edits, "sara", 5.0, segment.id, caret, caret + 1)
    document.apply_batch(batch)
    return batch


def split(document: Document, row: int) -> EditBatch:
    """Split a row's segment in its middle; applied to the document."""
    segment = document.segments[row]
    middle = len(segment.source) // 2
    left = replace(segment, id=document.new_id("s"), source=segment.source[:middle], trail="")
    right = replace(segment, id=document.new_id("s"), source=segment.source[middle:], lead="")
    edits = (Remove(row, segment), Insert(row, left), Insert(row + 1, right))
    batch = EditBatch("split", edits, "sara", 6.0, left.id)
    document.apply_batch(batch)
    return batch


def state_of(document: Document) -> tuple[object, ...]:
    """All that a project must bring back of a document."""
    lists = document.files, document.units, document.snapshot(), tuple(document.drafts)
    return (*lists, document.next_number)


def sign_anew(path: Path) -> None:
    """Give every row the checksum of what it holds now, as one who means harm would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        add_functions(plain)
        for table, columns in COVERED.items():
            plain.execute(f"UPDATE {table} SET checksum = row_checksum({', '.join(columns)})")
        count_anew(plain, COVERED)
        plain.execute("PRAGMA journal_mode = DELETE")


def spoil(path: Path, *statements: str) -> None:
    """Change a closed project behind the program's back, as a bad disk would: no checksum fits."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        for statement in statements:
            plain.execute(statement)
        plain.execute("PRAGMA journal_mode = DELETE")
