"""Rows of text files whose cells are separated by a character: CSV, TSV."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Literal

from translation.errors import InputError
from translation.formats.tables.separated_cells import cells_of
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_ROWS = 500_000
"""Rows of a table that is opened; more would fill the memory and are no table people edit."""
_LONGEST_CELL = 2**31 - 1
SEPARATORS = ",;\t|"
_SAID = re.compile(r"sep=(.)[\r\n]", re.IGNORECASE)
_QUOTED = re.compile('"[^"]*"')


def separated_rows(
    text: str, separator: str, name: str
) -> tuple[list[tuple[int, Sequence[str]]], tuple[Notice, ...]]:
    """Return the rows with their numbers, counted from 1, empty ones too.

    Where quotes do not balance those of the cells in question are taken as part of the text, or
    all where the file does not quote its cells; a notice says so. Raises InputError too_many_rows.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return _bounded(_numbered(text, separator, csv.QUOTE_MINIMAL), name), ()
    except csv.Error:  # a bare quote at the start of some cell
        detail = "quotes do not balance, so they were taken as part of the text"
        notice = Notice("repaired", (("file", name), ("detail", detail)))
        if quotes_count(text, separator):
            return _bounded(enumerate(_loose_rows(text, separator), start=1), name), (notice,)
        return _bounded(_numbered(text, separator, csv.QUOTE_NONE), name), (notice,)


def quotes_count(text: str, separator: str) -> bool:
    """Tell whether quotes stand around cells in this file, or are letters like others.

    They do where they balance, and where fewer rows are of another width than the first by them;
    in doubt they do, but in files separated by tabs, which many programs write without quotes.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for _row in _numbered(text, separator, csv.QUOTE_MINIMAL):
            pass
    except csv.Error:
        quoted = _misfits(_loose_rows(text, separator))
        bare = _misfits(row for _, row in _numbered(text, separator, csv.QUOTE_NONE))
        if quoted != bare:
            return quoted < bare
        first = next((row for row in cells_of(text, separator, is_quoted=True) if row[0].text), ())
        return separator != "\t" or any(cell.is_quoted for cell in first)
    return True


def _loose_rows(text: str, separator: str) -> Iterator[Sequence[str]]:
    for row in cells_of(text, separator, is_quoted=True):
        yield [cell.value for cell in row] if len(row) > 1 or row[0].text else []


def _misfits(rows: Iterable[Sequence[str]]) -> float:
    """Return the share of rows that are of another width than the first."""
    widths = Counter(len(row) for row in rows if row)
    first = next(iter(widths), 0)
    return 1 - widths[first] / max(widths.total(), 1)


def _bounded(
    rows: Iterator[tuple[int, Sequence[str]]], name: str
) -> list[tuple[int, Sequence[str]]]:
    found = list(islice(rows, MOST_ROWS))
    if next(rows, None) is not None:
        raise InputError("too_many_rows", file=name, limit=MOST_ROWS)
    return found


def _numbered(
    text: str, separator: str, quoting: Literal[0, 3]
) -> Iterator[tuple[int, Sequence[str]]]:
    stream = io.StringIO(text, newline="")
    is_strict = quoting == csv.QUOTE_MINIMAL
    reader = csv.reader(stream, delimiter=separator, strict=is_strict, quoting=quoting)
    return enumerate(reader, start=1)


def guess_separator(text: str) -> str:
    """Return the separator of a CSV file: what stands most often in its first row with any."""
    return likely_separators(text)[0]


def likely_separators(text: str) -> tuple[str, ...]:
    """Return what may separate the cells of a CSV file, the likeliest first; one at least.

    Excel says it in a first line ``sep=;``. Else what stands most often in the first row with
    any comes first, what is quoted not counted, then what stands in the rows after it.
    """
    if says_separator(text):
        return (text[4],)
    found: list[str] = []
    for line in islice(io.StringIO(text[:100_000]), 20):
        bare = _QUOTED.sub("", line)
        counts = {mark: bare.count(mark) for mark in SEPARATORS if mark in bare}
        found += sorted(counts, key=lambda mark: -counts[mark])
    # In a table of one column, whatever stands in its texts separates nothing.
    found += (mark for mark in SEPARATORS if mark not in text)
    return tuple(dict.fromkeys(found)) or (",",)


def says_separator(text: str) -> bool:
    """Tell whether the first line is Excel's ``sep=;``, which is no row."""
    return _SAID.match(text) is not None
