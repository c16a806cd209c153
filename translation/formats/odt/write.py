"""OpenDocument texts out: the original with the translation in the place of its paragraphs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.joining import filled_units, filling_notices, the_original
from translation.formats.odt.direction import Direction
from translation.formats.odt.numbering import fill_levels, turn_formats
from translation.formats.odt.package import NAME, open_package
from translation.formats.odt.read import FORMAT, Place, places, rules_of
from translation.formats.odt.restoring import restore
from translation.formats.odt.styles import Styles
from translation.formats.spec import Written
from translation.model.ports import no_report

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.odt.package import OdtPackage
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_FLAT = ".fodt"
_TEMPLATES = {".ott": True, ".odt": False}
"""Suffixes of zipped texts, and whether they say that it is a template."""
_STEP = 200


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translated text in its original; nothing translated gives its very bytes.

    Translated paragraphs run as the target language does, tables with most of their cells
    translated too, pages where most of the document is. Raises ExportError: wrong_original,
    original_damaged.
    """
    file = the_original(document, FORMAT)
    if file is None:
        raise ExportError("wrong_original", file=options.name, format=NAME)
    notices = filling_notices(options.name, document)
    filled = {one.unit.anchor: one.joined.text for one in filled_units(document)}
    try:
        package = open_package(file.original, file.name)
        _check_suffix(package, options.name)
        template = _TEMPLATES.get(PurePath(options.name).suffix.lower())
        if not filled:
            return Written(package.with_changed((), template=template), notices)
        styles = Styles(package.roots)
        source = json.loads(file.extraction or "{}").get("source", file.pair.source)
        rules = rules_of(file.extraction, styles)
        found = list(places(package, rules, source, file.name, no_report))
    except (InputError, json.JSONDecodeError) as error:
        raise ExportError("original_damaged", file=options.name, detail=error) from error
    changed = _fill(package, styles, file, found, filled, options)
    return Written(package.with_changed(changed, template=template), notices)


def _check_suffix(package: OdtPackage, name: str) -> None:
    suffix = PurePath(name).suffix.lower()
    if suffix in (*_TEMPLATES, _FLAT) and (suffix == _FLAT) != package.is_flat:
        kind = "flat ODT (.fodt)" if suffix == _FLAT else "zipped ODT (.odt)"
        raise ExportError("wrong_original", file=name, format=kind)


def _fill(
    package: OdtPackage,
    styles: Styles,
    file: SourceFile,
    found: list[Place],
    filled: dict[str, str],
    options: WriteOptions,
) -> set[str]:
    """Put the texts in their places; return the parts that changed."""
    direction = Direction(package.roots, styles, file.pair, [place.paragraph for place in found])
    changed: set[str] = set()
    for done, place in enumerate(found):
        if done % _STEP == 0:
            options.report(done, len(found))
        paragraph = place.paragraph
        if (text := filled.get(paragraph.anchor)) is not None:
            old = paragraph.style
            direction.paragraph(paragraph)
            restore(
                paragraph.element,
                place.inline,
                text,
                lambda name, p=paragraph, o=old: direction.span(p, o, name),  # type: ignore[misc]
            )
            changed.add(paragraph.part)
    changed |= fill_levels(package, filled, file.name)
    if direction.turns:
        changed |= _turn(direction, found, filled)
        if _is_translated(found, filled):
            changed |= turn_formats(package, file.pair)
    return changed


def _is_translated(found: list[Place], filled: dict[str, str]) -> bool:
    """Tell whether most of the text is translated."""
    counting = [place.paragraph for place in found if not place.paragraph.is_left_out]
    return 2 * sum(paragraph.anchor in filled for paragraph in counting) > len(counting)


def _turn(direction: Direction, found: list[Place], filled: dict[str, str]) -> set[str]:
    """Turn tables and pages of which most is translated; return the parts that changed."""
    all_cells: Counter[tuple[str, etree._Element]] = Counter()
    cells: Counter[tuple[str, etree._Element]] = Counter()
    for place in found:
        paragraph = place.paragraph
        if paragraph.table is not None:
            all_cells[paragraph.part, paragraph.table] += 1
            cells[paragraph.part, paragraph.table] += paragraph.anchor in filled
    for (part, table), count in cells.items():
        if 2 * count > all_cells[part, table]:
            direction.table(part, table)
    if not _is_translated(found, filled):
        return set()
    changed = set(direction.pages())
    if changed:
        for place in found:
            if place.paragraph.anchor not in filled:
                direction.keep(place.paragraph)
                changed.add(place.paragraph.part)
    return changed
