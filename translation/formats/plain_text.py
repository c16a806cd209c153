"""Plain text: an article in, paragraph by paragraph; the translated article out.

Anchors are ``start:end``, character positions in the decoded text without byte order mark.
The extraction map is JSON: ``bom`` (whether there was a mark), ``newline`` (the line end that
most lines have) and ``mixed`` (whether others occur). Encoding the text again with ``encoding``
and putting the mark back gives the original bytes.

A document that was opened from a plain text is written into that text: encoding, line ends,
blank lines and page furniture stay, paragraphs that were wrapped by hand are wrapped again.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import NEVER_TEXT, CodeTable
from translation.formats.decoding import Decoded, decode
from translation.formats.joining import filled_units, the_original, unit_text
from translation.formats.notices import counted, text_notices
from translation.formats.spec import Written
from translation.formats.text_place import found_at, original_text, spelled, written_in_place
from translation.model.imported import ImportedFile, ImportedUnit, Notice
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.ports import no_report
from translation.text.paragraphs import LINE_END, WIDEST, Block, paragraphs
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.formats.text_place import Replacement
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.model.segment import SourceFile

FORMAT = "txt"
REPORT_EVERY = 200
"""Paragraphs after which the report is told."""

_LINE_END = re.compile("\r\n|[\n\r]")
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
_PLACEHOLDER = "\ue000"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a plain text; raises InputError where it is no text or holds none."""
    decoded = decode(data, options.name, options.encoding)
    return [_imported(decoded, data, options.name, options.pair, options.report)]


def text_file(text: str, name: str, pair: LanguagePair | None = None) -> ImportedFile:
    """Make the file of a text that came from no file, such as the clipboard.

    Raises InputError: empty, blank.
    """
    if not text:
        raise InputError("empty", file=name)
    if not text.strip():
        raise InputError("blank", file=name)
    data = text.encode("utf-8", "surrogatepass")
    marked = text.startswith("\ufeff")  # a file with these bytes would have a byte order mark
    return _imported(Decoded(text[marked:], "utf-8", has_bom=marked), data, name, pair)


def write(document: Document, options: WriteOptions) -> Written:
    """Write the target article; drafts nobody reviewed are used and counted in a notice.

    It is written into the plain text it was opened from, page furniture and all; from another
    format it is made anew, without furniture. Raises ExportError original_damaged.
    """
    file = the_original(document, FORMAT)
    if file is None:
        return _new(document, options)
    original = original_text(file, options)
    filled = _replacements(document, file, original.text, options)
    return written_in_place(document, file, original, filled, options)


def _replacements(
    document: Document, file: SourceFile, text: str, options: WriteOptions
) -> Iterator[Replacement]:
    blocks = {f"{b.start}:{b.end}": b for b in paragraphs(NEVER_TEXT.sub(_PLACEHOLDER, text))}
    newline = _newline(_LINE_END.findall(text))
    wrapped = [_columns(block, text) for block in blocks.values() if block.wrapped]
    width = max((len(line) for lines in wrapped for line in lines), default=0)
    for number, filled in enumerate(filled_units(document)):
        if number % REPORT_EVERY == 0:
            options.report(number, len(blocks))
        block = found_at(blocks, filled.unit, file, options)
        now = spelled(filled.joined.text.strip(), filled.unit.codes)
        yield block.start, block.end, newline.join(_lines(now, width, block, text))


def _columns(block: Block, text: str) -> list[str]:
    """Return the lines of a paragraph with the blanks before them."""
    before = text[max(0, block.start - WIDEST) : block.start]
    indent = before[len(before.rstrip(" \t")) :]
    return LINE_END.split(indent + text[block.start : block.end])


def _lines(now: str, width: int, block: Block, text: str) -> Iterator[str]:
    """Give the lines of a paragraph: at most ``width`` columns, or as they are where it is 0."""
    first, *more = _columns(block, text)
    indents = [line[: len(line) - len(line.lstrip(" \t"))] for line in (first, *more[:1])]
    for number, line in enumerate(_LINE_END.split(now)):
        if not width:
            yield line
            continue
        made = textwrap.wrap(
            line,
            width,
            initial_indent=indents[0] if number == 0 else indents[-1],
            subsequent_indent=indents[-1],
            expand_tabs=False,
            replace_whitespace=False,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
        yield made[0][len(indents[0]) :] if number == 0 else made[0]
        yield from made[1:]


def _new(document: Document, options: WriteOptions) -> Written:
    paragraphs_out, drafts, sources, count = [], 0, 0, len(document.units)
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % REPORT_EVERY == 0:
            options.report(number, count)
        if not unit.is_in_text:
            continue
        joined = unit_text(document, unit, segments)
        drafts += joined.drafts
        sources += joined.sources
        if joined.text:
            paragraphs_out.append(joined.text)
    notices = tuple(counted(options.name, unreviewed_drafts=drafts, untranslated=sources))
    text = "\n\n".join(paragraphs_out) + "\n" if paragraphs_out else ""
    return Written(text.encode("utf-8", "replace"), notices)


def _imported(
    decoded: Decoded,
    data: bytes,
    name: str,
    pair: LanguagePair | None,
    report: Report = no_report,
) -> ImportedFile:
    text = decoded.text
    units = tuple(_units(text, name, (pair or ARABIC_TO_ENGLISH).source, report))
    if not units:
        raise InputError("no_text", file=name)
    ends = _LINE_END.findall(text)
    mixed = len(set(ends)) > 1
    extraction = {"bom": decoded.has_bom, "newline": _newline(ends), "mixed": mixed}
    return ImportedFile(
        name,
        FORMAT,
        data,
        units,
        pair,
        decoded.encoding,
        json.dumps(extraction),
        tuple(_notices(decoded, name, mixed, units)),
    )


def _newline(ends: list[str]) -> str:
    """Return the line end that most lines have."""
    return Counter(ends).most_common(1)[0][0] if ends else "\n"


def _units(text: str, name: str, language: str, report: Report) -> Iterator[ImportedUnit]:
    # Special characters are hidden behind one placeholder, character for character, so that
    # none of them is taken for white space and every position stays.
    blocks = paragraphs(NEVER_TEXT.sub(_PLACEHOLDER, text))
    roles = classify([block.text for block in blocks], language)
    for number, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if number % REPORT_EVERY == 0:
            report(number, len(blocks))
        table = CodeTable(name)
        yield ImportedUnit(
            _with_codes(block, text, table),
            role=role,
            codes=table.codes,
            anchor=f"{block.start}:{block.end}",
        )


def _with_codes(block: Block, text: str, table: CodeTable) -> str:
    """Return the block's text with each placeholder as the code of what it hid."""
    if _PLACEHOLDER not in block.text:
        return block.text
    hidden = iter(NEVER_TEXT.findall(text, block.start, block.end))
    return re.sub(_PLACEHOLDER, lambda _: table.character(next(hidden)), block.text)


def _notices(
    decoded: Decoded, name: str, mixed: bool, units: tuple[ImportedUnit, ...]
) -> Iterator[Notice]:
    yield from text_notices(decoded, name, units)
    yield from counted(name, line_separators=len(_SEPARATORS.findall(decoded.text)))
    if mixed:
        yield Notice("mixed_line_ends", (("file", name),))
