"""Putting translations into a text file: what stands between them stays, character by character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from translation.errors import ExportError, InputError
from translation.formats.decoding import BYTE_ORDER_MARKS, Decoded, decode
from translation.formats.joining import filling_notices, the_original
from translation.formats.spec import Written
from translation.model.imported import Notice
from translation.model.inline import code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.inline import InlineCode
    from translation.model.segment import SourceFile, TranslationUnit

Replacement = tuple[int, int, str]
"""Start and end in the decoded text, and what is to stand there."""

_Found = TypeVar("_Found")
_CODES = re.compile("([\ue000-\uf8ff])")


def required_original(
    document: Document, format_id: str, format_name: str, options: WriteOptions
) -> SourceFile:
    """Return the document's one original; raises ExportError wrong_original where it has none."""
    file = the_original(document, format_id)
    if file is None:
        raise ExportError("wrong_original", file=options.name, format=format_name)
    return file


def original_text(file: SourceFile, options: WriteOptions) -> Decoded:
    """Decode the original as it was decoded when read; raises ExportError original_damaged."""
    try:
        return decode(file.original, file.name, file.encoding or None)
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error


def found_at(
    found: Mapping[str, _Found], unit: TranslationUnit, file: SourceFile, options: WriteOptions
) -> _Found:
    """Return what a reading of the original found at the unit's anchor.

    Raises ExportError original_damaged where the original has nothing there.
    """
    try:
        return found[unit.anchor]
    except KeyError as error:
        detail = f"{file.name} has nothing at {unit.anchor or '?'}"
        raise ExportError("original_damaged", file=options.name, detail=detail) from error


def written_in_place(
    document: Document,
    file: SourceFile,
    original: Decoded,
    replacements: Iterable[Replacement],
    options: WriteOptions,
) -> Written:
    """Return the original with the replacements made, byte for byte itself where there are none.

    What the original's encoding cannot hold makes the whole file UTF-8, and a notice says so.
    """
    notices = filling_notices(options.name, document)
    text = replaced(original.text, replacements)
    if text == original.text:
        return Written(file.original, notices)
    data, more = encoded(text, original, options.name)
    return Written(data, (*notices, *more))


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """Return the text with what stands between start and end replaced."""
    pieces: list[str] = []
    at = 0
    for start, end, now in sorted(replacements):
        pieces += [text[at:start], now]
        at = end
    return "".join([*pieces, text[at:]])


def encoded(text: str, original: Decoded, name: str) -> tuple[bytes, tuple[Notice, ...]]:
    """Return the text as the original was encoded, and what is to be said where it cannot be."""
    encoding = original.encoding
    marks = {named: mark for mark, named in BYTE_ORDER_MARKS}
    mark = marks.get(encoding, b"") if original.has_bom else b""
    errors = "surrogatepass" if encoding.startswith("utf-") else "strict"
    try:
        return mark + text.encode(encoding, errors), ()
    except UnicodeEncodeError:
        facts = (("file", name), ("encoding", encoding))
        return text.encode("utf-8", "surrogatepass"), (Notice("encoding_changed", facts),)


def spelled(
    text: str,
    codes: Sequence[InlineCode],
    as_text: Callable[[str], str] = str,
    as_markup: Callable[[InlineCode], str] = lambda code: code.markup,
) -> str:
    """Return a target with its codes as markup and its text written as the format needs it.

    Characters that stand for codes of no table are left out.
    """
    pieces: list[str] = []
    for piece in _CODES.split(text):
        if len(piece) != 1 or not is_code(piece):
            pieces.append(as_text(piece) if piece else "")
        elif code_index(piece) < len(codes):
            pieces.append(as_markup(codes[code_index(piece)]))
    return "".join(pieces)
