"""Rows of text files whose cells are separated by a character: CSV, TSV."""

from __future__ import annotations

import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.model.imported import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

    Where quotes do not balance they are taken as part of the text, and a notice says so.
    Raises InputError too_many_rows.
    """
    csv.field_size_limit(_LONGEST_CELL)
    try:
        return _bounded(_numbered(text, separator, strict=True), name), ()
    except csv.Error:  # a bare quote at the start of some cell
        detail = "quotes do not balance, so they were taken as part of the text"
        notice = Notice("repaired", (("file", name), ("detail", detail)))
        return _bounded(_numbered(text, separator, strict=False), name), (notice,)


def _bounded(
    rows: Iterator[tuple[int, Sequence[str]]], name: str
) -> list[tuple[int, Sequence[str]]]:
    found = list(islice(rows, MOST_ROWS))
    if next(rows, None) is not None:
        raise InputError("too_many_rows", file=name, limit=MOST_ROWS)
    return found


def _numbered(text: str, separator: str, *, strict: bool) -> Iterator[tuple[int, Sequence[str]]]:
    stream = io.StringIO(text, newline="")
    if strict:
        return enumerate(csv.reader(stream, delimiter=separator, strict=True), start=1)
    return enumerate(csv.reader(stream, delimiter=separator, quoting=csv.QUOTE_NONE), start=1)


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
