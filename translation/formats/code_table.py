"""Building a unit's table of inline codes while its text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.model.inline import MAX_CODES, CodeKind, InlineCode, code_character, code_index

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

_NEVER_TEXT = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff"
NEVER_TEXT = re.compile(f"[{_NEVER_TEXT}]")
"""Characters that no segment may hold as they are: control characters, halves of surrogate
pairs, noncharacters, and the private-use characters that stand for inline codes."""

SPECIAL = re.compile(f"[{_NEVER_TEXT}\u2028\u2029]")
"""Those, and the line separators that an editor would turn into others."""


def character_name(character: str) -> str:
    """Return the name of a code point as people write it: ``U+00A0``."""
    return f"U+{ord(character):04X}"


def is_surrogate(character: str) -> bool:
    """Tell whether this is half of a surrogate pair."""
    return "\ud800" <= character <= "\udfff"


@dataclass(frozen=True, slots=True)
class Pair:
    """The characters of an opening code and of the closing code that belongs to it."""

    open: str
    close: str


class CodeTable:
    """The inline codes of one unit, added in reading order.

    Codes are known by a key, so that a code of the target finds the one of the source.
    ``name`` is the file's, for the sentence when a table is full: every method that adds
    raises InputError too_many_codes.
    """

    def __init__(self, name: str, codes: Iterable[InlineCode] = ()) -> None:
        self._name = name
        self._codes = list(codes)
        self._known: dict[Hashable, str] = {}
        self._pairs: dict[Hashable, Pair] = {}

    @property
    def codes(self) -> tuple[InlineCode, ...]:
        """The table so far."""
        return tuple(self._codes)

    def __getitem__(self, character: str) -> InlineCode:
        return self._codes[code_index(character)]

    def __contains__(self, character: str) -> bool:
        return 0 <= code_index(character) < len(self._codes)

    def add(self, code: InlineCode, key: Hashable = None) -> str:
        """Add a code and return its character; one with a known ``key`` is not added again."""
        if key is not None and key in self._known:
            return self._known[key]
        if len(self._codes) >= MAX_CODES:
            raise InputError("too_many_codes", file=self._name, limit=MAX_CODES)
        character = code_character(len(self._codes))
        self._codes.append(code)
        if key is not None:
            self._known[key] = character
        return character

    def find(self, key: Hashable) -> str | None:
        """Return the character of the code with this key, or None."""
        return self._known.get(key)

    def add_pair(self, opening: InlineCode, closing: InlineCode, key: Hashable = None) -> Pair:
        """Add the two halves of a pair, tied to one another."""
        known = self._pairs.get(key) if key is not None else None
        if known is not None:
            return known
        at = len(self._codes)
        first = self.add(_tied(opening, CodeKind.OPEN, at + 1))
        pair = Pair(first, self.add(_tied(closing, CodeKind.CLOSE, at)))
        if key is not None:
            self._pairs[key] = pair
        return pair

    def tie(self, opening: str, closing: str) -> None:
        """Make two codes of the table the halves of a pair."""
        first, second = code_index(opening), code_index(closing)
        self._tie(first, CodeKind.OPEN, second)
        self._tie(second, CodeKind.CLOSE, first)

    def _tie(self, index: int, kind: CodeKind, other: int) -> None:
        was = self._codes[index]
        tied = _tied(was, kind, other)
        self._codes[index] = replace(tied, localised=was.localised) if was.localised else tied

    def localise(self, character: str, markup: str) -> None:
        """Keep the markup that a code has in the target, where it is another."""
        index = code_index(character)
        if markup != self._codes[index].markup:
            self._codes[index] = replace(self._codes[index], localised=markup)

    def text(self, text: str) -> str:
        """Return the text with every special character as a code: one code a code point."""
        if text.isprintable():  # No special character is, and it is the faster question.
            return text
        return SPECIAL.sub(lambda found: self.character(found[0]), text)

    def character(self, character: str) -> str:
        """Return the code for a character that may not stand in a text; it is its markup."""
        private = "\ue000" <= character <= "\uf8ff"
        code = InlineCode(
            CodeKind.ALONE, character, character_name(character), deletable=not private
        )
        return self.add(code, ("character", character))


@lru_cache(4096)
def _tied(code: InlineCode, kind: CodeKind, other: int) -> InlineCode:
    """Return a half that knows the other; the same value for all units that have the same."""
    return replace(code, kind=kind, pair=other, localised="")
