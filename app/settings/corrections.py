"""The list of what is put right while one types, as the settings keep it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.settings.table import kept_json

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST, LONGEST = 2000, 60
"""Rows of the list, and characters of a text in it."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A row of the list: what is typed, what takes its place, and whether it does."""

    typed: str
    put: str
    is_on: bool = True


_NEVER_RIGHT = """
teh the | adn and | taht that | thier their | wich which | becuase because | untill until
recieve receive | recieved received | beleive believe | seperate separate | occured occurred
goverment government | enviroment environment | tommorow tomorrow | accomodate accommodate
definately definitely | neccessary necessary | publically publicly | agressive aggressive
هاذا هذا | هاذه هذه | لاكن لكن | اللذي الذي | اللتي التي | انشاءالله إن_شاء_الله
"""
"""Spellings that are no word of any text: on from the start."""
_BY_TASTE = (
    ("(c)", "©"), ("(r)", "®"), ("(tm)", "™"), ("...", "…"), ("--", "–"), ("–-", "—"),
    ("->", "→"), ("الى", "إلى"),
)  # fmt: skip
"""What a text may mean as it is typed, a list of (a) (b) (c) for one: off until it is wanted."""


def _usual() -> tuple[CorrectionRow, ...]:
    pairs = (pair.split() for line in _NEVER_RIGHT.splitlines() for pair in line.split("|"))
    right = [CorrectionRow(pair[0], pair[1].replace("_", " ")) for pair in pairs if pair]
    return (*right, *(CorrectionRow(typed, put, is_on=False) for typed, put in _BY_TASTE))


USUAL = _usual()
"""The list of those who never touched it."""


def read_corrections(kept: str) -> tuple[CorrectionRow, ...]:
    """Return the list that a setting keeps; the usual one where it keeps none that can be read."""
    found = kept_json(kept)
    if not isinstance(found, list):
        return USUAL
    rows = (CorrectionRow(*row) for row in found[:MOST] if _is_row(row))
    return tuple({row.typed: row for row in rows}.values())


def written_corrections(rows: Iterable[CorrectionRow]) -> str:
    """Return a list as the setting keeps it, "" for the usual one."""
    whole = tuple(row for row in rows if row.typed)
    if whole == USUAL:
        return ""
    return json.dumps([[row.typed, row.put, row.is_on] for row in whole])


def in_use(kept: str) -> dict[str, str]:
    """Return what holds of the list: what is typed to what takes its place."""
    return {row.typed: row.put for row in read_corrections(kept) if row.is_on and row.put}


def _is_row(row: object) -> bool:
    return (
        isinstance(row, list)
        and len(row) == 3
        and all(isinstance(text, str) and len(text) <= LONGEST for text in row[:2])
        and bool(row[0])
        and isinstance(row[2], bool)
    )
