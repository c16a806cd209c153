"""Which columns of a table a person chose: ``source=English,target=German`` or by number.

Beside columns, ``heading`` is the number of the row that holds the headings (0 for none) and
``sheet`` the name of a spreadsheet's sheet; rows and columns are counted from 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.text.language_names import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

CHOSEN = ("source", "target", "id", "comment", "draft", "state", "reference")
"""The columns that can be chosen."""
_NAMES = {**{name: name for name in CHOSEN}, "note": "comment", "notes": "comment"}
_BETWEEN = re.compile(rf"[,;]\s*(?=(?:{'|'.join((*_NAMES, 'heading', 'sheet'))})\s*=)")
MOST_COLUMNS = 16_384
"""Of a spreadsheet's sheet."""


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What was chosen: headings or numbers by column; ``heading`` is None where nobody said it.

    ``separator`` is the one of a text file, empty where it is still to be found.
    """

    columns: tuple[tuple[str, str], ...] = ()
    heading: int | None = None
    sheet: str = ""
    separator: str = ""

    @classmethod
    def parsed(cls, text: str) -> ColumnChoice:
        """Read what stands on a command line. Raises UsageError bad_columns."""
        columns: dict[str, str] = {}
        heading, sheet = None, ""
        for piece in _BETWEEN.split(text):
            name, sign, value = piece.partition("=")
            name, value = name.strip().lower(), value.strip()
            if not sign or not value:
                raise UsageError("bad_columns", columns=text)
            if name == "sheet":
                sheet = value
            elif name == "heading" and value.isdecimal() and len(value) < 7:
                heading = int(value)
            elif name in _NAMES:
                columns[_NAMES[name]] = value
            else:
                raise UsageError("bad_columns", columns=text)
        return cls(tuple(columns.items()), heading, sheet)

    @property
    def is_by_heading(self) -> bool:
        """Whether any column is chosen by what heads it."""
        return any(not _is_number(value) for _, value in self.columns)

    def places(self, row: Sequence[str]) -> dict[str, int] | None:
        """Return the places of the columns, counted from 0, if this row heads all of them.

        A column chosen by number is where it is, whatever heads it.
        """
        found: dict[str, int] = {}
        for name, value in self.columns:
            if _is_number(value):
                found[name] = int(value) - 1
                continue
            place = _headed(row, value)
            if place is None:
                return None
            found[name] = place
        return found


def _is_number(value: str) -> bool:
    return value.isdecimal() and 0 < int(value[:9]) <= MOST_COLUMNS and len(value) < 6


def _headed(row: Sequence[str], wanted: str) -> int | None:
    """Return the place of the column headed so: to the letter, else without case and accents."""
    stripped = [cell.strip() for cell in row]
    if wanted in stripped:
        return stripped.index(wanted)
    folded = words_of(wanted)
    return next((at for at, cell in enumerate(row) if folded and words_of(cell) == folded), None)
