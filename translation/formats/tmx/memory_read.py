"""The units of a TMX file for a memory: one after the other, whatever the size of the file."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.safe_xml import local_name
from translation.formats.tmx.languages import LanguagesSeen, language_of, variants
from translation.formats.tmx.seg_read import SegReader
from translation.formats.tmx.stream import UnitStream
from translation.model.memory_unit import MemoryUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.model.inline import InlineCode
    from translation.model.language import LanguagePair

DOCUMENT, SEGMENT = "x-document", "x-segment"
BEFORE, AFTER = "x-context-pre", "x-context-post"
"""Types of the ``prop`` elements that say where a unit stood, and between which sources."""
_SAMPLE = 500
"""Units that are looked at for the languages of a file."""
_DATE = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})")
"""A time as TMX has it: ISO 8601, basic format, in UTC."""


def languages_of(file: BinaryIO, name: str) -> LanguagePair | None:
    """Return the pair of a memory: by its header, else the first two languages that it has.

    Raises InputError as ``UnitStream`` does.
    """
    stream, languages = UnitStream(file, name), LanguagesSeen()
    for tu in islice(stream, _SAMPLE):
        for tuv in tu.iterfind("{*}tuv"):
            languages.add(language_of(tuv))
    return languages.pair(stream.header.get("srclang", ""), None)


def read_units(file: BinaryIO, name: str, pair: LanguagePair) -> Iterator[MemoryUnit]:
    """Give the units that have a text in both languages, in order; others are left out.

    Where a unit has several texts in a language, the first counts. Raises InputError as
    ``UnitStream`` does.
    """
    for tu in UnitStream(file, name):
        unit = _unit(tu, name, pair)
        if unit is not None:
            yield unit


def _unit(tu: etree._Element, name: str, pair: LanguagePair) -> MemoryUnit | None:
    source_tuv, target_tuv, _ = variants(tu, pair)
    if source_tuv is None or target_tuv is None:
        return None
    texts = _texts(_seg(source_tuv), _seg(target_tuv), name)
    if texts is None:
        return None
    source, target, codes = texts
    said = _said(tu)
    return MemoryUnit(
        source,
        target,
        pair,
        codes,
        said.get(DOCUMENT, ""),
        said.get(SEGMENT, ""),
        _first(target_tuv, tu, "changeid", "creationid"),
        _time(_first(target_tuv, tu, "changedate", "creationdate")),
        said.get(BEFORE),
        said.get(AFTER),
    )


def _seg(tuv: etree._Element) -> etree._Element | None:
    return next(tuv.iterchildren("{*}seg"), None)


def _texts(
    source_seg: etree._Element | None, target_seg: etree._Element | None, name: str
) -> tuple[str, str, tuple[InlineCode, ...]] | None:
    """Return both texts with their codes, None where one has nothing to say."""
    if source_seg is None or target_seg is None:
        return None
    codes: tuple[InlineCode, ...] = ()
    source, target = source_seg.text or "", target_seg.text or ""
    # Most units have no codes, and to say so costs less than to look for them.
    if len(source_seg) or len(target_seg) or not (source + target).isprintable():
        reader = SegReader(CodeTable(name))
        try:
            source = reader.seg(source_seg)
            reader.is_target = True
            target = reader.seg(target_seg)
        except InputError:  # more codes than a text can hold
            return None
        codes = reader.table.codes
    source, target = source.strip(), target.strip()
    return (source, target, codes) if source and target else None


def _said(tu: etree._Element) -> dict[str, str]:
    """Return the properties of a unit by their types; they stand before its texts."""
    said: dict[str, str] = {}
    for child in tu.iterchildren("*"):
        name = local_name(child)
        if name == "prop":
            said[child.get("type", "")] = child.text or ""
        elif name == "tuv":
            break
    return said


def _first(tuv: etree._Element, tu: etree._Element, *names: str) -> str:
    """Return the first attribute that is there: of the translation, else of the unit."""
    for element in (tuv, tu):
        for name in names:
            if value := element.get(name):
                return value
    return ""


def _time(date: str) -> float:
    """Return a date of TMX in seconds since 1970, 0 where it is none."""
    found = _DATE.match(date) if date else None
    if found is None:
        return 0.0
    try:
        year, month, day, hour, minute, second = map(int, found.groups())
        when = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        return when.timestamp()
    except (ValueError, OverflowError):
        return 0.0
