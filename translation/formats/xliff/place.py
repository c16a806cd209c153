"""Writing translations back into the foreign XLIFF 1.2 file they came from, else left alone.

Only targets, their states and ``approved`` change; notes typed here stand beside the others.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from translation.formats.code_table import CodeTable
from translation.formats.fingerprints import UNITS_A_REPORT, changed_units
from translation.formats.safe_xml import local_name, parse, serialize
from translation.formats.xliff.foreign import foreign_unit
from translation.formats.xliff.splice import NotSpliceableError, spliced, with_attribute
from translation.formats.xliff.surroundings import surrounding
from translation.formats.xliff.unit_filling import fill_unit
from translation.model.language import language_tag
from translation.model.ports import no_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import TranslationUnit


def write_in_place(document: Document, joined: set[str], report: Report = no_report) -> bytes:
    """Return the original of the document's files with the targets as they are now.

    The very bytes where nothing changed; outside the units that did, the very bytes too where
    their places can be told. Ids of units whose segments had to share one state are added to
    ``joined``.
    """
    first = document.files[0]
    changed = changed_units(document, report)
    if changed == {}:
        return first.original
    if changed is not None:
        changes = {place: _change(document, unit, joined) for place, unit in changed.items()}
        try:
            data = spliced(first.original, first.name, "trans-unit", changes, report)
            return _with_languages(data, document, {unit.file_id for unit in changed.values()})
        except NotSpliceableError:
            pass
    return _write_tree(document, joined, report)


def _with_languages(data: bytes, document: Document, changed: set[str]) -> bytes:
    """Let the files that changed say their target language, where they did not."""
    missing: dict[int, str] = {}
    for file in document.files:
        facts = json.loads(file.extraction)
        if file.id in changed and not facts.get("target_language"):
            missing[facts["file"]] = language_tag(file.pair.target)
    if not missing:
        return data
    return with_attribute(data, document.files[0].name, "file", missing, "target-language")


def _change(
    document: Document, unit: TranslationUnit, joined: set[str]
) -> Callable[[etree._Element], bool]:
    def change(element: etree._Element) -> bool:
        found = foreign_unit(element, CodeTable(""), lambda _: None, surrounding(element))
        if found is None:
            raise NotSpliceableError
        return fill_unit(found, document, unit, joined)

    return change


def _write_tree(document: Document, joined: set[str], report: Report) -> bytes:
    """Look at every unit, and write the whole file anew where one changed."""
    from lxml import etree

    first = document.files[0]
    root = parse(first.original, first.name, whole=True)
    elements = [element for element in root if local_name(element) == "file"]
    changed = False
    for file in document.files:
        element = elements[json.loads(file.extraction)["file"]]
        reading = (
            foreign_unit(found, CodeTable(file.name), lambda _: None, surrounding(found))
            for _, found in etree.iterwalk(element, events=("end",), tag="{*}trans-unit")
        )
        places = (found for found in reading if found is not None)
        units = (unit for unit in document.units if unit.file_id == file.id)
        for number, (unit, found) in enumerate(zip(units, places, strict=True)):
            if number % UNITS_A_REPORT == 0:
                report(number, len(document))
            changed = fill_unit(found, document, unit, joined) or changed
        if changed and not element.get("target-language"):
            element.set("target-language", language_tag(file.pair.target))
    return serialize(root, first.original) if changed else first.original
