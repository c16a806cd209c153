"""Writing the units of a memory as TMX 1.4, one after the other, whatever their number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.formats.safe_xml import clean
from translation.formats.tmx.memory_read import AFTER, BEFORE, DOCUMENT, SEGMENT
from translation.formats.tmx.seg_write import SegWriter
from translation.formats.tmx.write import HEAD, TAIL, header_of, line_of
from translation.formats.xliff.names import LANG
from translation.model.inline import strip_codes
from translation.model.language import language_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from translation.model.memory_unit import MemoryUnit

_DATE = "%Y%m%dT%H%M%SZ"


def written_units(units: Iterable[MemoryUnit], source_language: str) -> Iterator[bytes]:
    """Give a TMX file piece by piece; ``source_language`` is that of its header."""
    source_language = language_tag(source_language)
    yield HEAD + line_of(header_of(source_language, "plaintext")) + b"<body>\n"
    for unit in units:
        yield line_of(_tu(unit, source_language))
    yield TAIL


def _tu(unit: MemoryUnit, source_language: str) -> etree._Element:
    from lxml import etree

    own, target = language_tag(unit.pair.source), language_tag(unit.pair.target)
    tu = etree.Element("tu", {} if own == source_language else {"srclang": own})
    around = ((BEFORE, unit.before), (AFTER, unit.after))
    places = ((DOCUMENT, unit.document or None), (SEGMENT, unit.segment or None))
    for kind, value in (*places, *around):
        if value is not None:
            etree.SubElement(tu, "prop", {"type": kind}).text = clean(strip_codes(value))
    target_codes = tuple(code.in_target for code in unit.codes)
    texts = ((own, unit.source, unit.codes), (target, unit.target, target_codes))
    for language, text, codes in texts:
        tuv = etree.SubElement(tu, "tuv", {LANG: language})
        SegWriter(codes).put(etree.SubElement(tuv, "seg"), text)
    if date := _date(unit.time):
        tuv.set("changedate", date)
    if unit.author:
        tuv.set("changeid", clean(unit.author))
    return tu


def _date(time: float) -> str:
    if not time:
        return ""
    try:
        return datetime.fromtimestamp(time, UTC).strftime(_DATE)
    except (ValueError, OverflowError, OSError):  # a time that no calendar has
        return ""
