"""The cells of a spreadsheet's XML, taken in as its parser comes by them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.tables.segment_table import STEP
from translation.formats.tables.xlsx_styles import date_text, number_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from translation.formats.spec import ReadOptions

MOST_ROWS = 200_000
"""Rows with anything in them; more are no table of segments that people exchange."""
MOST_TEXTS = 1_000_000
MOST_MERGED = 10_000
WIDEST = 200
"""Columns looked at."""
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Return a text with its characters written ``_xHHHH_`` as themselves (18.3, ST_Xstring)."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


@lru_cache(1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


class SharedTexts:
    """The table of texts that cells refer to: runs joined, readings above Chinese left out."""

    def __init__(self, options: ReadOptions) -> None:
        self.found: list[str] = []
        self.formatted: set[int] = set()
        """The places of texts whose parts look different."""
        self._options = options
        self._pieces: list[str] = []
        self._in_text = False
        self._phonetic = 0

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        local = _local(tag)
        self._in_text = local == "t" and not self._phonetic
        if local == "rPh":
            self._phonetic += 1
        elif local == "si":
            self._pieces.clear()
        elif local == "rPr":
            self.formatted.add(len(self.found))

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if self._in_text:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        local = _local(tag)
        self._in_text = False
        if local == "rPh":
            self._phonetic -= 1
        elif local == "si":
            self.found.append(unescaped("".join(self._pieces)))
            if len(self.found) % STEP == 0:
                self._options.report(len(self.found), 0)
            if len(self.found) > MOST_TEXTS:
                raise InputError("too_many_rows", file=self._options.name, limit=MOST_TEXTS)

    def close(self) -> None:
        """End the parsing: all is in ``found``."""


class SheetCells:
    """The cells of a sheet, those with a text; ``formulas`` counts the ones that were computed.

    ``formatted`` holds the rows and columns (from 0) of cells whose parts look different,
    ``merged`` the first and last row and column of cells that are merged.
    """

    def __init__(
        self, options: ReadOptions, texts: SharedTexts, date_styles: Collection[int]
    ) -> None:
        self.formulas = 0
        self.formatted: set[tuple[int, int]] = set()
        self.merged: list[tuple[int, int, int, int]] = []
        self._options = options
        self._shared = texts
        self._texts: Sequence[str] = texts.found
        self._dates = date_styles
        self._rows: list[tuple[int, dict[int, str]]] = []
        self._number = 0
        self._cells: dict[int, str] = {}
        self._column = -1
        self._kind = self._style = ""
        self._pieces: list[str] = []
        self._wanted = False
        self._phonetic = False

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Give the rows that hold anything, with their numbers counted from 1."""
        for number, cells in self._rows:
            yield number, [cells.get(place, "") for place in range(max(cells) + 1)]

    def covered_rows(self, column: int, numbers: Iterable[int]) -> set[int]:
        """Return which of these rows have no cell of their own in a column: it is merged away."""
        spans = sorted(
            (first + (left == column), last)
            for first, left, last, right in self.merged
            if left <= column <= right
        )
        ends: list[int] = []
        for _first, last in spans:
            ends.append(max(last, ends[-1] if ends else last))
        starts = [first for first, _last in spans]
        found = set()
        for number in numbers:
            at = bisect_right(starts, number) - 1
            if at >= 0 and number <= ends[at]:
                found.add(number)
        return found

    # --- parser events ---------------------------------------------------------------------

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        match _local(tag):
            case "c":
                self._begin_cell(attributes)
            case "v" | "t":
                self._wanted = not self._phonetic
            case "f":
                self.formulas += 1
            case "rPh":
                self._phonetic = True
            case "rPr":
                self.formatted.add((self._number, self._column))
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "row":
                self._number = _number(attributes.get("r", "")) or self._number + 1
                self._column, self._cells = -1, {}

    def data(self, text: str) -> None:
        """Take a stretch of text."""
        if self._wanted:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        match _local(tag):
            case "v" | "t":
                self._wanted = False
            case "rPh":
                self._phonetic = False
            case "c":
                text = self._text()
                if text and 0 <= self._column < WIDEST:
                    self._cells[self._column] = text
            case "row":
                self._end_row()

    def close(self) -> None:
        """End the parsing: ``rows`` gives what was found."""

    # --- inside ----------------------------------------------------------------------------

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        place = attributes.get("r")
        self._column = column_of(place) if place else self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._pieces.clear()

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        if last and len(self.merged) < MOST_MERGED:
            self.merged.append((*_place(first), *_place(last)))

    def _text(self) -> str:
        text = "".join(self._pieces)
        match self._kind:
            case "s":
                place = _number(text)
                if place in self._shared.formatted:
                    self.formatted.add((self._number, self._column))
                known = text.isdecimal() and place < len(self._texts)
                return self._texts[place] if known else ""
            case "inlineStr" | "str" | "e" | "d":
                return unescaped(text)
            case "b":
                return "TRUE" if text == "1" else "FALSE" if text else ""
        if not text:
            return ""
        return date_text(text) if _number(self._style) in self._dates else number_text(text)

    def _end_row(self) -> None:
        if self._cells:
            self._rows.append((self._number, self._cells))
            self._cells = {}
            if len(self._rows) % STEP == 0:
                self._options.report(len(self._rows), 0)
            if len(self._rows) > MOST_ROWS:
                raise InputError("too_many_rows", file=self._options.name, limit=MOST_ROWS)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _place(reference: str) -> tuple[int, int]:
    """Return the row, from 1, and the column, from 0, of ``BC12``."""
    return _number(reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$").replace("$", "")), column_of(
        reference.replace("$", "")
    )


def column_of(place: str) -> int:
    """Return the column of ``BC12``, counted from 0; -1 for none."""
    column = 0
    for letter in place[:4].upper():
        if not "A" <= letter <= "Z":
            break
        column = column * 26 + ord(letter) - 64
    return column - 1
