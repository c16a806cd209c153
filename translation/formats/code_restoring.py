"""Putting a text back into an original: codes become copies of their elements."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.safe_xml import clean
from translation.model.inline import CodeKind, code_character, code_index

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml import etree

    from translation.model.inline import InlineCode

_PIECES = re.compile("([\ue000-\uf8ff])")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What tells the versions of XLIFF apart here.

    ``half`` makes of an element around text the lone one for its start or end, where pairs
    overlap, or none. ``single`` is given
    every other copy and the ids taken so far; ``character`` puts a character that XML cannot hold.
    """

    half: Callable[[etree._Element, bool], etree._Element | None]
    single: Callable[[etree._Element, set[str]], None]
    character: Callable[[str], etree._Element | None]


@dataclass(slots=True)
class Restorer:
    """Writes texts of one unit; ``elements`` are those its codes were read from."""

    dialect: Dialect
    codes: Sequence[InlineCode]
    elements: Mapping[str, etree._Element]
    taken: set[str] = field(default_factory=set)

    def put(self, parent: etree._Element, text: str) -> None:
        """Put a text into ``parent``, which must be empty."""
        pieces = _PIECES.split(text)
        nested = self._nested(pieces)
        open_: list[etree._Element] = [parent]
        for at, piece in enumerate(pieces):
            element = self.elements.get(piece)
            if element is None:
                _append_text(open_[-1], self._plain(open_[-1], piece))
            elif not self._is_around(piece):
                copy = _bare(element)
                self.dialect.single(copy, self.taken)
                open_[-1].append(copy)
            elif at not in nested:
                opens = self._code(piece).kind is CodeKind.OPEN
                half = self.dialect.half(element, opens)
                if half is not None:
                    open_[-1].append(half)
            elif self._code(piece).kind is CodeKind.OPEN:
                copy = _shell(element)
                self.dialect.single(copy, self.taken)
                open_[-1].append(copy)
                open_.append(copy)
            else:
                open_.pop()

    def _code(self, character: str) -> InlineCode:
        return self.codes[code_index(character)]

    def _is_around(self, character: str) -> bool:
        """Tell whether an element holds the text between this code and its other half."""
        pair = self._code(character).pair
        other = None if pair is None else self.elements.get(code_character(pair))
        return other is not None and other is self.elements.get(character)

    def _plain(self, parent: etree._Element, piece: str) -> str:
        """Return a piece as text; one character that XML cannot hold becomes an element."""
        if _PIECES.fullmatch(piece) and code_index(piece) < len(self.codes):
            piece = self._code(piece).in_target.markup
        if clean(piece) == piece:
            return piece
        element = self.dialect.character(piece) if len(piece) == 1 else None
        if element is None:
            return clean(piece)
        parent.append(element)
        return ""

    def _nested(self, pieces: Sequence[str]) -> set[int]:
        """Return the places of the halves of pairs that stand one inside the other."""
        nested: set[int] = set()
        waiting: list[tuple[int, etree._Element]] = []
        for at, piece in enumerate(pieces):
            element = self.elements.get(piece)
            if element is None or not self._is_around(piece):
                continue
            if self._code(piece).kind is CodeKind.OPEN:
                waiting.append((at, element))
            elif any(element is opened for _, opened in waiting):
                while waiting[-1][1] is not element:
                    waiting.pop()
                nested |= {waiting.pop()[0], at}
        return nested


def empty(element: etree._Element) -> None:
    """Take out the text and the elements inside; comments and instructions stay."""
    kept = [found for found in element.iter() if not isinstance(found.tag, str)]
    element.text = None
    del element[:]
    for found in kept:
        found.tail = None
        element.append(found)


def take_out(element: etree._Element) -> None:
    """Remove an element, but not the text after it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _append_text(parent: etree._Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _bare(element: etree._Element) -> etree._Element:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _shell(element: etree._Element) -> etree._Element:
    copy = _bare(element)
    empty(copy)
    return copy
