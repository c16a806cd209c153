"""Putting texts into the cells of a sheet's XML, everything around them left as it is.

ISO/IEC 29500-1, 18.3.1: rows stand in order, cells of a row too; a place (``r``) may be left out
where it is the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from translation.formats.code_table import NEVER_TEXT
from translation.formats.tables.xlsx_cells import column_of
from translation.formats.text_place import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.formats.tables.rows_in_place import ChangedRows
    from translation.formats.tables.table_layout import TableLayout
    from translation.formats.text_place import Replacement

_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>"
    r"|<(/?)((?:[\w.-]+:)?)(row|c)(?=[\s/>])((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FORMULA = re.compile(r"<(?:[\w.-]+:)?f(?=[\s/>])([^>]*)>")
_DIMENSION = re.compile(r'(<(?:[\w.-]+:)?dimension\s+ref="[A-Z]+[0-9]+:)([A-Z]+)([0-9]+")')
_SPANS = re.compile(r'(\sspans="[0-9]+:)([0-9]+)(")')
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile(f"\r|{NEVER_TEXT.pattern}")


@dataclass(slots=True)
class _Cell:
    column: int
    start: int
    end: int
    attributes: Mapping[str, str]


@dataclass(slots=True)
class _Row:
    number: int
    start: int
    inside: int
    """Where its start tag ends."""
    end: int = 0
    """Where its end tag begins."""
    cells: list[_Cell] = field(default_factory=list)


class SheetSplice:
    """A sheet's XML; ``formulas_kept`` counts those that stand for cells beside them, too."""

    def __init__(self, data: bytes) -> None:
        self.formulas_overwritten = self.formulas_kept = 0
        self._xml = data.decode("utf-8")
        self._prefix = ""
        self._styles: dict[int, str] = {}
        """The style of the last cell seen in a column, below the headings."""

    def written(self, layout: TableLayout, changes: ChangedRows) -> bytes:
        """Return the sheet with the texts in their cells."""
        made = "target" not in layout.columns
        last = 1 + max((cell.column for row in self._rows() for cell in row.cells), default=0)
        target = last if made else layout.columns["target"]
        places = {**layout.columns, "target": target}
        found: list[Replacement] = []
        for row in self._rows():
            cells = dict(changes.cells.get(row.number, {}))
            if made and layout.heading and row.number == layout.heading:
                cells["target"] = changes.heading
            by_place = {places[name]: text for name, text in cells.items()}
            model = layout.columns["source"] if made else None
            found += self._in_row(row, by_place, model)
            if row.number > layout.heading:
                styles = ((cell.column, cell.attributes.get("s", "")) for cell in row.cells)
                self._styles.update(styles)
            if made and cells:
                found += self._widened(row, target)
        xml = replaced(self._xml, found)
        if made:
            xml = _DIMENSION.sub(rf"\g<1>{letters(target)}\3", xml, count=1)
        return xml.encode("utf-8")

    def _rows(self) -> Iterator[_Row]:
        """Give the rows with their cells, as xlsx_cells counts them."""
        row: _Row | None = None
        number = 0
        for tag in _TAG.finditer(self._xml):
            end, prefix, name, attributes, closed = tag.groups()
            if name == "row" and not end:
                self._prefix = prefix
                said = dict(_attributes(attributes)).get("r", "")
                number = int(said) if said.isdecimal() and len(said) < 10 else number + 1
                row = None if closed else _Row(number, tag.start(), tag.end())
            elif row is None or name is None:
                continue
            elif name == "row":
                row.end = tag.start()
                yield row
                row = None
            elif end:
                row.cells[-1].end = tag.end()
            else:
                found = dict(_attributes(attributes))
                before = row.cells[-1].column if row.cells else -1
                column = column_of(found["r"]) if "r" in found else before + 1
                row.cells.append(_Cell(column, tag.start(), tag.end(), found))

    def _in_row(
        self, row: _Row, texts: Mapping[int, str], model: int | None
    ) -> Iterator[Replacement]:
        there = {cell.column: cell for cell in row.cells}
        beside: dict[int, list[str]] = {}
        for place, text in sorted(texts.items()):
            cell = there.get(place)
            if cell is not None:
                if self._may_write(row, cell):
                    yield cell.start, cell.end, self._cell(row, place, text, cell.attributes)
                continue
            like = there.get(model) if model is not None else None
            style = self._styles.get(place, "") if like is None else like.attributes.get("s", "")
            at = next((c.start for c in row.cells if c.column > place), row.end)
            beside.setdefault(at, []).append(self._cell(row, place, text, {"s": style}))
        for at, cells in beside.items():
            yield at, at, "".join(cells)

    def _may_write(self, row: _Row, cell: _Cell) -> bool:
        """Tell whether a cell can become text: no formula of it is that of others, too."""
        formula = _FORMULA.search(self._xml, cell.start, cell.end)
        if formula is None:
            return True
        covers = dict(_attributes(formula[1])).get("ref", "")
        if ":" in covers:
            self.formulas_kept += 1
            return False
        self.formulas_overwritten += 1
        return True

    def _cell(self, row: _Row, column: int, text: str, attributes: Mapping[str, str]) -> str:
        p, style = self._prefix, attributes.get("s", "")
        head = f'<{p}c r="{_place(row, column)}"' + (f' s="{style}"' if style else "")
        if not text:
            return f"{head}/>"
        spelled = escape(_SPECIAL.sub(_code, _ESCAPE.sub("_x005F_", text)))
        shown = f'<{p}is><{p}t xml:space="preserve">{spelled}</{p}t></{p}is>'
        return f'{head} t="inlineStr">{shown}</{p}c>'

    def _widened(self, row: _Row, column: int) -> Iterator[Replacement]:
        tag = self._xml[row.start : row.inside]
        wider = _SPANS.sub(lambda m: f"{m[1]}{max(int(m[2]), column + 1)}{m[3]}", tag)
        if wider != tag:
            yield row.start, row.inside, wider


def letters(column: int) -> str:
    """Return the name of a column counted from 0: ``A`` … ``Z``, ``AA`` …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _place(row: _Row, column: int) -> str:
    return f"{letters(column)}{row.number}"


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(text):
        yield found[1], found[2] if found[2] is not None else found[3]


def _code(found: re.Match[str]) -> str:
    """Return a character that XML cannot hold as a spreadsheet writes it; none beyond U+FFFF is."""
    return f"_x{ord(found[0]):04X}_"
