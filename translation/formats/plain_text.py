"""Plain text: an article in, paragraph by paragraph; the translated article out.

Anchors are ``start:end``, character positions in the decoded text without byte order mark.
The extraction map is JSON: ``bom`` (whether there was a mark), ``newline`` (the line end that
most lines have) and ``mixed`` (whether others occur). Encoding the text again with ``encoding``
and putting the mark back gives the original bytes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import NEVER_TEXT, CodeTable
from translation.formats.decoding import Decoded, decode
from translation.formats.joining import unit_text
from translation.formats.notices import counted, text_notices
from translation.formats.spec import Written
from translation.model.imported import ImportedFile, ImportedUnit, Notice
from translation.model.language import ARABIC_TO_ENGLISH
from translation.text.paragraphs import Block, paragraphs
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.language import LanguagePair

FORMAT = "txt"
_LINE_END = re.compile("\r\n|[\n\r]")
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
_PLACEHOLDER = "\ue000"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a plain text; raises InputError where it is no text or holds none."""
    decoded = decode(data, options.name, options.encoding)
    return [_imported(decoded, data, options.name, options.pair)]


def text_file(text: str, name: str, pair: LanguagePair | None = None) -> ImportedFile:
    """Make the file of a text that came from no file, such as the clipboard.

    Raises InputError: empty, blank.
    """
    if not text:
        raise InputError("empty", file=name)
    if not text.strip():
        raise InputError("blank", file=name)
    data = text.encode("utf-8", "surrogatepass")
    return _imported(Decoded(text, "utf-8"), data, name, pair)


def write(document: Document, options: WriteOptions) -> Written:
    """Write the target article; drafts nobody reviewed are used and counted in a notice."""
    paragraphs_out, drafts, sources = [], 0, 0
    for unit, segments in document.by_unit():
        if unit.is_furniture:
            continue
        joined = unit_text(document, unit, segments)
        drafts += joined.drafts
        sources += joined.sources
        if joined.text:
            paragraphs_out.append(joined.text)
    notices = tuple(counted(options.name, unreviewed_drafts=drafts, untranslated=sources))
    text = "\n\n".join(paragraphs_out) + "\n" if paragraphs_out else ""
    return Written(text.encode("utf-8", "replace"), notices)


def _imported(decoded: Decoded, data: bytes, name: str, pair: LanguagePair | None) -> ImportedFile:
    text = decoded.text
    units = tuple(_units(text, name, (pair or ARABIC_TO_ENGLISH).source))
    if not units:
        raise InputError("no_text", file=name)
    ends = Counter(_LINE_END.findall(text))
    newline = ends.most_common(1)[0][0] if ends else "\n"
    extraction = {"bom": decoded.has_bom, "newline": newline, "mixed": len(ends) > 1}
    return ImportedFile(
        name,
        FORMAT,
        data,
        units,
        pair,
        decoded.encoding,
        json.dumps(extraction),
        tuple(_notices(decoded, name, len(ends) > 1, units)),
    )


def _units(text: str, name: str, language: str) -> Iterator[ImportedUnit]:
    # Special characters are hidden behind one placeholder, character for character, so that
    # none of them is taken for white space and every position stays.
    blocks = paragraphs(NEVER_TEXT.sub(_PLACEHOLDER, text))
    roles = classify([block.text for block in blocks], language)
    for block, role in zip(blocks, roles, strict=True):
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
