"""Inline codes: markup inside a segment, held as one private-use character each.

Code ``n`` of a unit's table is the character U+E000 + n wherever it occurs in that unit's
sources and targets, so texts stay plain strings whose positions are Qt positions.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

FIRST_CODE = 0xE000
MAX_CODES = 6400
"""Codes one unit can hold: the size of the private-use area U+E000 to U+F8FF."""

_CODE = re.compile("[\ue000-\uf8ff]")


class CodeKind(StrEnum):
    """What an inline code does to the text around it."""

    OPEN = "open"
    CLOSE = "close"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class InlineCode:
    """One inline code: its original markup and how it may be handled.

    ``pair`` is the place in the table of the other half of an OPEN or CLOSE code, else None.
    ``localised`` is its markup in the target where that is another, such as a link to a page
    in the target's language; the code is the same, so it takes no part in comparing.
    """

    kind: CodeKind
    markup: str
    label: str
    pair: int | None = None
    deletable: bool = False
    movable: bool = True
    localised: str = field(default="", compare=False, repr=False)

    @property
    def in_target(self) -> InlineCode:
        """The code as a target has it."""
        return replace(self, markup=self.localised, localised="") if self.localised else self

    @property
    def row(self) -> list[object]:
        """Its fields as a row of JSON; one that is not localised has no seventh."""
        row: list[object] = [
            self.kind,
            self.markup,
            self.label,
            self.pair,
            self.deletable,
            self.movable,
        ]
        return [*row, self.localised] if self.localised else row

    @property
    def is_annotation(self) -> bool:
        """Whether this marks text (a comment, a tracked change) and is no markup of the text."""
        return self.markup.startswith(("<mrk ", "<mrk>", "</mrk>"))

    @property
    def is_deletion(self) -> bool:
        """Whether this stands for text that somebody deleted; the label is that text."""
        return self.kind is CodeKind.ALONE and self.is_annotation


def code_character(index: int) -> str:
    """Return the character that stands for code ``index`` of a unit's table."""
    if not 0 <= index < MAX_CODES:
        raise ValueError(f"code index {index} outside 0..{MAX_CODES - 1}")
    return chr(FIRST_CODE + index)


def is_code(character: str) -> bool:
    """Tell whether this character stands for an inline code."""
    return FIRST_CODE <= ord(character) < FIRST_CODE + MAX_CODES


def code_index(character: str) -> int:
    """Return the place in the unit's code table that this character names."""
    return ord(character) - FIRST_CODE


def has_codes(text: str) -> bool:
    """Tell whether the text holds any inline code."""
    return not text.isprintable() and _CODE.search(text) is not None


def codes_in(text: str) -> list[int]:
    """Return the table places of the codes in the text, in order of occurrence."""
    return [code_index(found) for found in _CODE.findall(text)]


def strip_codes(text: str) -> str:
    """Return the text without inline codes: what MT, scores and counts read."""
    if text.isprintable():  # No code is, and it is the faster question.
        return text
    return _CODE.sub("", text)


def missing_codes(source: str, target: str) -> list[int]:
    """Return the codes of the source that the target lacks, in source order."""
    if not has_codes(source):
        return []
    have = Counter(codes_in(target))
    missing = []
    for index in codes_in(source):
        if have[index] > 0:
            have[index] -= 1
        else:
            missing.append(index)
    return missing


def extra_codes(source: str, target: str) -> list[int]:
    """Return the codes of the target that the source lacks, in target order."""
    return missing_codes(target, source)
