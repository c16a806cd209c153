"""Reading XLIFF 2.0 to 2.2: our own exports with all they carry, and everybody else's."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.broken_rules import notices_of
from translation.formats.fingerprints import UNITS_A_REPORT, Fingerprints, of_imported
from translation.formats.languages import guessed_languages
from translation.formats.safe_xml import local_name, parse
from translation.formats.xliff.common import language_pair
from translation.formats.xliff2.breaches import breaches
from translation.formats.xliff2.module_rules import module_breaches
from translation.formats.xliff2.names import core_name, core_tags
from translation.formats.xliff2.own import file_note, is_ours, own_unit
from translation.formats.xliff2.parts import children
from translation.formats.xliff2.units import read_unit
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.segment import FIXED_SEGMENTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from translation.formats.spec import ReadOptions

FORMAT = "xliff2"


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an XLIFF 2.0, 2.1 or 2.2 file, one ImportedFile for each ``file`` with text.

    Rules that it breaks give notices. Raises InputError: bad_xml, xml_entities, no_text,
    too_many_codes, and wrong_format for what is no XLIFF 2 at all, or where ``strict`` is asked
    for. Rules about what became of codes in targets give a notice even then.
    """
    return read_root(parse(data, options.name), data, options)


def read_root(root: etree._Element, data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """The same for a document that was parsed already."""
    if local_name(root) != "xliff":
        raise _refused(options, f"its root element is <{local_name(root)}>")
    if core_name(root) != "xliff":
        raise _refused(options, "its elements are not in the namespace of XLIFF 2")
    broken = chain(breaches(root), module_breaches(root))
    notices = notices_of(broken, options, "XLIFF 2")
    found = [
        (place, file, tuple(_units(file, options, taken)))
        for taken in [set[str]()]
        for place, file in enumerate(children(root, "file"))
    ]
    with_text = [row for row in found if row[2]]
    if not with_text:
        raise InputError("no_text", file=options.name)
    firsts = [0, *accumulate(len(units) for _, _, units in found)]
    encoding = root.getroottree().docinfo.encoding or "utf-8"
    said = root.get("srcLang"), root.get("trgLang")
    pair = language_pair(*said, options)
    notices += guessed_languages(*said, pair, options)
    return [
        ImportedFile(
            _name(file, options, len(with_text)),
            FORMAT,
            data,
            units,
            pair,
            encoding,
            json.dumps({"file": place, **_fingerprints(units, firsts[place])}),
            notices,
            file_note(file),
        )
        for place, file, units in with_text
    ]


def _fingerprints(units: Iterable[ImportedUnit], first: int) -> dict[str, object]:
    made = Fingerprints(first)
    for unit in units:
        made.add(of_imported(unit, whole=True))
    return made.facts()


def _refused(options: ReadOptions, detail: str) -> InputError:
    return InputError("wrong_format", file=options.name, format="XLIFF 2", detail=detail)


def _name(file: etree._Element, options: ReadOptions, count: int) -> str:
    original = file.get("original", "")
    return original if original and (is_ours(file) or count > 1) else options.name


def _units(file: etree._Element, options: ReadOptions, taken: set[str]) -> Iterator[ImportedUnit]:
    def fresh(id_: str | None) -> str | None:
        if not id_ or id_ in taken:
            return None
        taken.add(id_)
        return id_

    ours = is_ours(file)
    for place, element in enumerate(file.iter(*core_tags("unit"))):
        if place % UNITS_A_REPORT == 0:
            options.report(place, 0)
        own = own_unit(element, options.name, fresh) if ours else None
        if own is not None:
            yield own
            continue
        fixed = FIXED_SEGMENTS if _keeps_segments(element) else ""
        found = read_unit(element, options.name, f"{place}{fixed}")
        if found is None:
            continue
        unit = found.unit
        if len(unit.segments) == 1:  # as in XLIFF 1.2, the unit's id is that of its segment
            only = replace(unit.segments[0], id=fresh(element.get("id")))
            unit = unit._replace(segments=(only,))
        yield unit


def _keeps_segments(unit: etree._Element) -> bool:
    """Tell whether a segment of the unit says, or inherits, that it may not be resegmented."""
    above = (e.get("canResegment") for e in (unit, *unit.iterancestors()))
    inherited = next((said for said in above if said), "yes")
    return any(e.get("canResegment", inherited) == "no" for e in children(unit, "segment"))


def is_our_export(original: bytes, name: str) -> bool:
    """Tell whether we wrote the whole of an original."""
    return all(is_ours(file) for file in children(parse(original, name), "file"))


def document_note(original: bytes, name: str) -> str:
    """Return what an export of ours holds of notes on the whole document."""
    found = map(file_note, children(parse(original, name), "file"))
    return next(filter(None, found), "")
