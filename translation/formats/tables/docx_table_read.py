"""DOCX in: the table of segments that comes back from a word processor.

Tolerant of what happens to it there: runs split, rows moved, deleted, doubled or added, columns
moved, cells merged, the table cut in two. Tracked insertions count, tracked deletions do not.
Comments that hang on a row are kept beside it.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats import safe_xml
from translation.formats.safe_zip import open_zip
from translation.formats.tables.docx_table_cells import cells, comment_ids, is_deleted, text_of
from translation.formats.tables.docx_table_write import FORMAT, NAME
from translation.formats.tables.segment_table import (
    SegmentTable,
    find_table,
    imported_file,
    no_table,
)
from translation.formats.tables.table_headings import find_columns, names_ids
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.safe_zip import SafeZip
    from translation.formats.spec import ReadOptions
    from translation.model.imported import ImportedFile

_DOCUMENT = "word/document.xml"
_COMMENTS = "word/comments.xml"
_MOST_TAGS = 1_500_000
"""Tags of a document that is parsed; 5 000 segments make about 400 000."""
_CELL_END = re.compile(rb"</w:tc>")
_TAG = re.compile(rb"<[^>]*>")


def recognises(data: bytes) -> bool:
    """Tell whether the first table of a DOCX is headed as ours are, without parsing it."""
    try:
        package = open_zip(data, "", NAME)
        document = package.read(_DOCUMENT) if _DOCUMENT in package else b""
    except InputError:
        return False
    start = document.find(b"<w:tbl>")
    end = document.find(b"</w:tr>", start)
    if start < 0 or end < 0 or end - start > 100_000:
        return False
    heads = [_TAG.sub(b"", cell) for cell in _CELL_END.split(document[start:end])]
    header = [unescape(head.decode("utf-8", "replace")) for head in heads]
    if not names_ids(header):
        return False
    return {"id", "source", "target"} <= find_columns(header, ARABIC_TO_ENGLISH).keys()


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the table: a unit for each row.

    Raises InputError: what opening a zip and parsing XML raise, wrong_format, no_text,
    too_many_codes.
    """
    return [imported_file(read_table(data, options), FORMAT, data, options)]


def read_table(data: bytes, options: ReadOptions) -> SegmentTable:
    """Return the rows of the document's tables under the first heading row; raises as ``read``."""
    package = open_zip(data, options.name, NAME, needed=[_DOCUMENT])
    root = _parsed(package, _DOCUMENT)
    comments = _comments(package) if _COMMENTS in package else {}
    remarks: dict[int, str] = {}

    def rows() -> Iterator[tuple[int, list[str]]]:
        for number, row in enumerate(_table_rows(root), start=1):
            hanging = [comments[key] for key in comment_ids(row) if comments.get(key)]
            if hanging:
                remarks[number] = "\n".join(hanging)
            yield number, cells(row)

    found = find_table(rows(), options)
    if found is None:
        raise no_table(options, NAME)
    return SegmentTable(*found, remarks=remarks)


def _parsed(package: SafeZip, part: str) -> etree._Element:
    data = package.read(part)
    if data.count(b"<") > _MOST_TAGS:
        raise InputError("zip_unsafe", file=package.name, detail=f"“{part}” holds too many tags")
    return safe_xml.parse(data, package.name)


def _table_rows(root: etree._Element) -> Iterator[etree._Element]:
    """Give the rows of the tables that stand in no other table, without those deleted."""
    for table in root.iter("{*}tbl"):
        if next(table.iterancestors("{*}tbl"), None) is None:
            for row in table.iter("{*}tr"):
                if next(row.iterancestors("{*}tbl")) is table and not is_deleted(row):
                    yield row


def _comments(package: SafeZip) -> dict[str, str]:
    found = {}
    for comment in _parsed(package, _COMMENTS).iter("{*}comment"):
        key = next((v for name, v in comment.attrib.items() if str(name).endswith("}id")), "")
        found[str(key)] = text_of(comment).strip()
    return found
