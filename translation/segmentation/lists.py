"""Items of a list that was written into one paragraph: “1. Tea 2. Bread”, “أ- شاي ب- خبز”.

Only a paragraph that begins with a marker is such a list, and an item begins only where the
next marker of the same form stands: a number in passing is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BULLET = re.compile(r"\s*([•⁃▪◦●■])")
_FIRST = re.compile(
    r"\s*(?P<open>[(\[]?)(?P<value>[0-9]{1,2}|[٠-٩]{1,2}|[a-z]|[أاب])"
    r"(?P<close>\.\)|[.)\]]|\s?[-–])\s*(?=[^\W\d_])"
)
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشت"
_ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"


def with_items(text: str, starts: list[int]) -> list[int]:
    """Return where pieces start (ascending, 0 not among them), the items of a list too.

    ``starts`` are those the rules found; one between a marker and its item is left out.
    """
    bullet = _BULLET.match(text)
    if bullet:
        further = re.finditer(rf"(?<=\s){bullet[1]}", text[bullet.end() :])
        return sorted({*starts, *(bullet.end() + place.start() for place in further)})
    first = _FIRST.match(text)
    if first is None:
        return starts
    items = list(_items(text, first))
    inside = {start for start in starts for begin, end in items if begin < start <= end}
    return sorted({*starts, *(begin for begin, _ in items if begin)} - inside)


def _items(text: str, first: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Give where each marker begins and where its item does."""
    yield 0, first.end()
    value, place = first["value"], first.end()
    opening, closing = re.escape(first["open"]), re.escape(first["close"])
    while (value := _after(value)) and (
        marker := re.compile(
            rf"(?<=\s){opening}{value}{closing}\s*(?=[^\W\d_])(?![a-z]{{2}})"
        ).search(text, place)
    ):
        place = marker.end()
        yield marker.start(), place


def _after(value: str) -> str:
    """Return the marker after this one, "" where there is none."""
    if value.isdigit():
        following = str(int(value) + 1)
        if value.isascii():
            return following
        return "".join(_ARABIC_DIGITS[int(digit)] for digit in following)
    if value.isascii():
        return chr(ord(value) + 1) if value < "z" else ""
    at = _ABJAD.find("أ" if value == "ا" else value) + 1
    return _ABJAD[at : at + 1]
