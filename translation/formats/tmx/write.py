"""Translation memories out: TMX 1.4, level 2.

A document that was opened from TMX is written into that file (tmx_place). Of any other, the
confirmed pairs are written: ``tuid`` is the segment's id; its unit, role and state stand in
``prop`` elements, and ``changeid`` of the translation names who worked on it last, where the
history of a project says that. Notes on the whole document stand in the header. Valid against
tmx14.dtd.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation import __version__
from translation.errors import ExportError
from translation.formats.comments import comment_of, document_comment
from translation.formats.in_place import came_from
from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.formats.tmx.place import write_in_place
from translation.formats.tmx.read import FORMAT, ROLE, STATE
from translation.formats.tmx.seg_write import SegWriter
from translation.formats.xliff.names import LANG
from translation.model.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import Segment, TranslationUnit

_TOOL = "Muraji"
HEAD = b"""<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
"""
TAIL = b"</body>\n</tmx>\n"
_DATATYPES = {"html": "html", "md": "x-markdown", "docx": "xml", "odt": "xml"}
_REPORT_EVERY = 200


def write(document: Document, options: WriteOptions) -> Written:
    """Write the memory; raises ExportError: nothing where no segment is confirmed.

    Raises ExportError original_damaged where the file it came from cannot be read again.
    """
    if len(document.files) == 1 and came_from(document.files, FORMAT):
        return write_in_place(document, options)
    source_language = language_tag(document.files[0].pair.source) if document.files else ""
    lines = [line_of(tu) for tu in _units(document, source_language, options)]
    if not lines:
        raise ExportError("nothing", file=options.name)
    head = line_of(_header(document, source_language))
    return Written(b"".join([HEAD, head, b"<body>\n", *lines, TAIL]))


def line_of(element: etree._Element) -> bytes:
    """Return an element as a line of the file."""
    from lxml import etree

    return bytes(etree.tostring(element, encoding="UTF-8", xml_declaration=False)) + b"\n"


def _units(
    document: Document, source_language: str, options: WriteOptions
) -> Iterator[etree._Element]:
    """Make the units one after the other: written at once, they never are in memory together."""
    total, report = len(document.units), options.report
    edits = options.edit_times() if options.edit_times else {}
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % _REPORT_EVERY == 0:
            report(number, total)
        writers = SegWriter(unit.codes), SegWriter(unit.target_codes)
        for segment in segments:
            if segment.state.is_done and segment.target is not None and not unit.is_furniture:
                author = next((e.author for e in reversed(edits.get(segment.id, ()))), "")
                yield _tu(document, unit, segment, source_language, writers, author)


def _header(document: Document, source_language: str) -> etree._Element:
    kinds = {_DATATYPES.get(file.format, "plaintext") for file in document.files}
    header = header_of(source_language, kinds.pop() if len(kinds) == 1 else "plaintext")
    if comment := document_comment(document):
        note = header.makeelement("note")
        note.text = clean(comment)
        header.append(note)
    return header


def header_of(source_language: str, datatype: str) -> etree._Element:
    """Return the header of a memory that this program makes."""
    from lxml import etree

    attributes = {
        "creationtool": _TOOL,
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": _TOOL,
        "adminlang": "en",
        "srclang": source_language,
        "datatype": datatype,
    }
    return etree.Element("header", attributes)


def _tu(
    document: Document,
    unit: TranslationUnit,
    segment: Segment,
    source_language: str,
    writers: tuple[SegWriter, SegWriter],
    author: str,
) -> etree._Element:
    from lxml import etree

    pair = document.file(unit.file_id).pair
    own, target = language_tag(pair.source), language_tag(pair.target)
    attributes = {"tuid": clean(segment.id)}
    if own != source_language:
        attributes["srclang"] = own
    tu = etree.Element("tu", attributes)
    if comment := comment_of(document, segment):
        etree.SubElement(tu, "note").text = clean(comment)
    for kind, value in (
        ("x-unit", clean(unit.id)),
        (ROLE, unit.role.value),
        (STATE, segment.state.value),
    ):
        etree.SubElement(tu, "prop", {"type": kind}).text = value
    texts = (segment.source, segment.target or "")
    for language, text, writer in zip((own, target), texts, writers, strict=True):
        tuv = etree.SubElement(tu, "tuv", {LANG: language})
        writer.put(etree.SubElement(tuv, "seg"), text)
    if author:
        tuv.set("changeid", clean(author))
    return tu
