"""References: independent translations to score against, read from a text or a bilingual file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.errors import ScoreError
from translation.formats.choosing import find_reader
from translation.formats.decoding import decode
from translation.formats.files import read_bytes
from translation.formats.plain_text import FORMAT as TEXT
from translation.formats.spec import Capability, ReadOptions
from translation.formats.table import FORMATS
from translation.model.inline import strip_codes
from translation.model.segment import joined_references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from translation.formats.spec import FormatSpec
    from translation.model.document import Document
    from translation.model.imported import ImportedSegment
    from translation.model.segment import Segment

_LINE_END = re.compile("\r\n|[\n\r]")


def read_reference(
    path: Path, document: Document, format_id: str | None = None
) -> list[str | None]:
    """Read a reference for the document: one text or None for each segment, in order.

    A plain text, of whatever suffix, has one line a segment, furniture counted or left out. A
    bilingual file goes by ids where any is the document's, else by order; its references are
    taken, and where it has none its targets. Raises ScoreError reference_length or
    no_reference, and whatever reading the file raises.
    """
    data = read_bytes(path)
    options = ReadOptions(path.name, document.files[0].pair if document.files else None)
    spec = _format(path, data, format_id)
    if spec is None:
        texts = [joined_references([line]) for line in _lines(data, path.name)]
        return in_order(texts, document, path)
    if spec.read is None or Capability.SEGMENTS not in spec.capabilities:
        raise ScoreError("no_reference", file=path)
    files = spec.read(data, options)
    return match_segments((s for f in files for u in f.units for s in u.segments), document, path)


def has_lines(path: Path) -> bool:
    """Tell whether a file is a plain text, of whatever suffix. Raises InputError, UsageError."""
    return _format(path, read_bytes(path), None) is None


def read_lines(path: Path) -> list[str]:
    """Read a plain text that has one line a segment; an empty line is one. Raises InputError."""
    return _lines(read_bytes(path), path.name)


def _format(path: Path, data: bytes, format_id: str | None) -> FormatSpec | None:
    """Return the format of a file that is more than lines of text."""
    known = any(path.suffix.lower() in spec.suffixes for spec in FORMATS)
    spec = find_reader(path, data, format_id) if format_id or known else None
    return None if spec is not None and spec.id == TEXT else spec


def match_segments(
    segments: Iterable[ImportedSegment] | Iterable[Segment], document: Document, path: Path
) -> list[str | None]:
    """Give each segment of the document its reference among those of a bilingual file.

    An id counts with the source it names: other articles have segments of the same ids.
    Raises ScoreError reference_length, no_reference.
    """
    found: list[ImportedSegment | Segment] = [*segments]
    texts = _texts(found)
    if not any(texts):
        raise ScoreError("no_reference", file=path)
    return match_texts(found, texts, document, path)


def match_texts(
    segments: Sequence[ImportedSegment | Segment],
    texts: Sequence[str | None],
    document: Document,
    path: Path,
    refusal: str = "reference_length",
) -> list[str | None]:
    """Give each segment of the document the text that a segment of a bilingual file has.

    Raises ScoreError with the reason ``refusal`` where neither ids nor numbers fit.
    """
    named = {_name(s): text for s, text in zip(segments, texts, strict=True) if s.id}
    if any(_name(segment) in named for segment in document.segments):
        return [named.get(_name(segment)) for segment in document.segments]
    return in_order(texts, document, path, refusal)


def _name(segment: ImportedSegment | Segment) -> tuple[str | None, str]:
    return segment.id, " ".join(strip_codes(segment.source).split())


def _texts(found: Collection[ImportedSegment | Segment]) -> list[str | None]:
    references = [segment.reference for segment in found]
    if not any(references):
        references = [segment.target for segment in found]
    return [strip_codes(text) or None if text else None for text in references]


def _lines(data: bytes, name: str) -> list[str]:
    lines = _LINE_END.split(decode(data, name).text)
    if lines[-1] == "":
        lines.pop()
    return [line.strip() for line in lines]


def in_order(
    texts: Sequence[str | None],
    document: Document,
    path: Path,
    refusal: str = "reference_length",
) -> list[str | None]:
    """Match by order with all segments, else with those that are not furniture.

    Raises ScoreError with the reason ``refusal`` where the numbers do not fit, with
    "_left_out" behind it where segments are left out.
    """
    segments = document.segments
    if len(texts) == len(segments):
        return [*texts]
    wanted = [not document.is_furniture(segment) for segment in segments]
    if len(texts) == sum(wanted):
        rest = iter(texts)
        return [next(rest) if want else None for want in wanted]
    facts = {"file": path, "have": len(texts), "want": len(segments)}
    if all(wanted):
        raise ScoreError(refusal, **facts)
    raise ScoreError(f"{refusal}_left_out", **facts, rest=sum(wanted))
