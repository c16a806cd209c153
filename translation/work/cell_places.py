"""Where the cells of a file's tables stand, found by reading the original once more."""

from __future__ import annotations

from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import MurajiError
from translation.model.ports import no_report
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from lxml import etree

    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import SourceFile, TranslationUnit


class CellPlace(NamedTuple):
    """A cell: the number of its table in the file, row and column from 0."""

    table: int
    row: int
    column: int


MOST_COLUMNS, MOST_CELLS = 60, 20_000
"""A table that is wider, or a file with more cells, is shown as text."""
_ROWS = frozenset({"tr", "table-row"})
_CELLS = frozenset({"tc", "td", "th", "table-cell", "covered-table-cell"})
_TABLES = frozenset({"tbl", "table"})


def cell_places(document: Document, report: Report = no_report) -> Mapping[str, CellPlace]:
    """Return the places of the units that are cells, by unit id; none where that is not known.

    Raises what ``report`` raises.
    """
    found: dict[str, CellPlace] = {}
    for file in document.files:
        units = {u.anchor: u.id for u in document.units if u.file_id == file.id and _is_cell(u)}
        if not units or len(units) > MOST_CELLS:
            continue
        with suppress(MurajiError, ValueError, LookupError):  # else it is shown as text
            if file.format == "md":
                found |= _in_lines(file, units)
            elif read := _READERS.get(file.format):
                elements = ((a, e) for a, e in read(file, report) if a in units)
                found |= {units[a]: place for a, place in _placed(elements).items()}
    return found


def _is_cell(unit: TranslationUnit) -> bool:
    return unit.role is Role.CELL


def _placed(elements: Iterable[tuple[str, etree._Element]]) -> dict[str, CellPlace]:
    tables: dict[etree._Element, int] = {}
    rows: dict[etree._Element, int] = {}
    rows_of: dict[int, int] = {}
    found = {}
    for anchor, element in elements:
        cell = _around(element, _CELLS)
        row = None if cell is None else _around(cell, _ROWS)
        table = None if row is None else _around(row, _TABLES)
        if cell is None or row is None or table is None:
            continue
        number = tables.setdefault(table, len(tables))
        if row not in rows:
            rows[row] = rows_of.get(number, 0)
            rows_of[number] = rows[row] + 1
        column = sum(1 for one in cell.itersiblings(preceding=True) if _name(one) in _CELLS)
        if column < MOST_COLUMNS:
            found[anchor] = CellPlace(number, rows[row], column)
    return found


def _around(element: etree._Element, names: frozenset[str]) -> etree._Element | None:
    if _name(element) in names:
        return element
    return next((one for one in element.iterancestors() if _name(one) in names), None)


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _docx(file: SourceFile, report: Report) -> Iterator[tuple[str, etree._Element]]:
    from translation.formats.docx.package import Package
    from translation.formats.docx.read import rules_of
    from translation.formats.docx.stories import spots
    from translation.formats.docx.styles import Styles

    package = Package(file.original, file.name)
    rules = rules_of(file.extraction, Styles(package.styles()))
    for part in package.parts():
        rules.look_at(part.root)
        for place, spot in enumerate(spots(part.root, rules)):
            yield f"{part.name} {place}", spot.paragraph


def _odt(file: SourceFile, report: Report) -> Iterator[tuple[str, etree._Element]]:
    from translation.formats.odt.blocks import paragraphs
    from translation.formats.odt.package import open_package

    for paragraph in paragraphs(open_package(file.original, file.name)):
        yield paragraph.anchor, paragraph.element


def _pptx(file: SourceFile, report: Report) -> Iterator[tuple[str, etree._Element]]:
    from translation.formats.pptx.bodies import spots
    from translation.formats.pptx.presentation import Presentation

    for part in Presentation(file.original, file.name).parts():
        for place, spot in enumerate(spots(part)):
            yield f"{part.name} {place}", spot.paragraph


def _html(file: SourceFile, report: Report) -> Iterator[tuple[str, etree._Element]]:
    from translation.formats.html.read import original_page

    _page, blocks = original_page(file, report)
    for placed in blocks:
        yield placed.anchor, placed.block.owner


def _epub(file: SourceFile, report: Report) -> Iterator[tuple[str, etree._Element]]:
    from translation.formats.epub.book import Book
    from translation.formats.epub.pages import read_page

    book = Book(file.original, file.name)
    for part in book.pages:
        if (page := read_page(book, part, report)) is not None:
            for placed in page.found:
                yield page.anchor(placed), placed.block.owner


_READERS: dict[str, Callable[[SourceFile, Report], Iterator[tuple[str, etree._Element]]]] = {
    "docx": _docx,
    "odt": _odt,
    "pptx": _pptx,
    "html": _html,
    "epub": _epub,
}


def _in_lines(file: SourceFile, units: Mapping[str, str]) -> dict[str, CellPlace]:
    """Return the places of the cells of Markdown: a row is a line."""
    text = file.original.decode(file.encoding or "utf-8", "replace")
    ends = [at for at, character in enumerate(text) if character == "\n"]
    starts = sorted((int(anchor.partition(":")[0]), anchor) for anchor in units)
    lines: list[tuple[int, str]] = []
    line = 0
    for start, anchor in starts:
        while line < len(ends) and ends[line] < start:
            line += 1
        lines.append((line, anchor))
    found, table, row, before = {}, -1, 0, -9
    for number, group in groupby(lines, key=lambda one: one[0]):
        # The line below the heads of the columns has no cell.
        table, row = (table, row + 1) if number - before <= 2 else (table + 1, 0)
        before = number
        for column, (_, anchor) in enumerate(group):
            if column < MOST_COLUMNS:
                found[units[anchor]] = CellPlace(table, row, column)
    return found
