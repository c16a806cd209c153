"""Tab-separated values: one row a segment, for spreadsheets, scripts and evaluation tools.

Header ``id source draft target state reference``; quoted as CSV does and only where needed,
quotes doubled, UTF-8 without mark, LF. An empty target cell is no target. Inline codes are
written as visible_codes says. In: any column may be missing but ``source``, and stand anywhere.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.decoding import decode
from translation.formats.notices import text_notices
from translation.formats.spec import Written
from translation.formats.visible_codes import read_codes, show_codes
from translation.model.imported import (
    ImportedDraft,
    ImportedFile,
    ImportedSegment,
    ImportedUnit,
    Notice,
)
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role, SegmentState
from translation.text.roles import is_furniture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.segment import Segment, TranslationUnit

FORMAT = "tsv"
COLUMNS = ("id", "source", "draft", "target", "state", "reference")
_QUOTED = re.compile('[\t\r\n"]')
_LONGEST_CELL = 2**31 - 1


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment as a row, furniture too."""
    del options
    rows = ["\t".join(COLUMNS)]
    for unit, segments in document.by_unit():
        rows += [_row(document, unit, segment) for segment in segments]
    return Written(("\n".join(rows) + "\n").encode("utf-8"))


def _row(document: Document, unit: TranslationUnit, segment: Segment) -> str:
    draft = document.drafts.base(segment)
    texts = (segment.source, draft.text if draft else "", segment.target or "")
    shown = [show_codes(text, unit.codes) for text in texts]
    reference = show_codes(segment.reference or "", unit.codes)
    cells = (show_codes(segment.id, ()), *shown, segment.state.value, reference)
    return "\t".join(map(_cell, cells))


def _cell(text: str) -> str:
    if _QUOTED.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a table with a header row that names a ``source`` column: a unit for each row.

    Raises InputError: what decoding raises, wrong_format, no_text, too_many_codes.
    """
    decoded = decode(data, options.name, options.encoding)
    rows, quoted = _rows(decoded.text)
    units = tuple(_units(rows, options))
    if not units:
        raise InputError("no_text", file=options.name)
    notices = list(text_notices(decoded, options.name, units))
    if not quoted:
        detail = "quotes do not balance, so they were taken as part of the text"
        notices.append(Notice("repaired", (("file", options.name), ("detail", detail))))
    file = ImportedFile(
        options.name,
        FORMAT,
        data,
        units,
        options.pair,
        decoded.encoding,
        notices=tuple(notices),
    )
    return [file]


def _rows(text: str) -> tuple[list[list[str]], bool]:
    """Return the rows, and whether quotes were taken for quotes."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True)), True
    except csv.Error:  # a bare quote at the start of some cell
        bare = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(bare), False


def _units(rows: list[list[str]], options: ReadOptions) -> Iterator[ImportedUnit]:
    header = [cell.strip().lower() for cell in rows[0]]
    if "source" not in header:
        detail = "no column is headed “source”"
        raise InputError("wrong_format", file=options.name, format="TSV", detail=detail)
    columns = {name: header.index(name) for name in COLUMNS if name in header}
    language = (options.pair or ARABIC_TO_ENGLISH).source
    taken: set[str] = set()
    for number, row in enumerate(rows[1:], start=2):

        def cell(name: str, row: list[str] = row) -> str:
            place = columns.get(name)
            return row[place] if place is not None and place < len(row) else ""

        if cell("source").strip():
            yield _unit(cell, number, taken, CodeTable(options.name), language)


def _unit(
    cell: Callable[[str], str], number: int, taken: set[str], table: CodeTable, language: str
) -> ImportedUnit:
    """Make the unit of row ``number``, counted from 1 at the header."""
    source = read_codes(cell("source"), table)
    target = read_codes(cell("target"), table) or None
    draft = read_codes(cell("draft"), table)
    reference = read_codes(cell("reference"), table) or None
    core = source.strip()
    start = source.find(core)
    id_ = cell("id").strip()
    segment = ImportedSegment(
        core,
        target,
        _state(cell("state"), target),
        None if id_ in taken else id_ or None,
        source[:start],
        source[start + len(core) :],
        ImportedDraft(draft) if draft else None,
        reference=reference,
    )
    taken.add(id_)
    chrome = target is None and is_furniture(core, language)
    return ImportedUnit(
        segments=(segment,),
        role=Role.FURNITURE if chrome else Role.PARAGRAPH,
        codes=table.codes,
        anchor=str(number),
    )


def _state(name: str, target: str | None) -> SegmentState:
    """Return the state named, as far as it fits: without a target nothing can be accepted."""
    if target is None:
        return SegmentState.INITIAL
    known = name.strip().lower()
    state = SegmentState(known) if known in set(SegmentState) else SegmentState.EDITED
    return SegmentState.EDITED if state is SegmentState.INITIAL else state
