"""Writing texts with inline codes as TMX has them: see tmx_seg_read for the elements."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import accumulate
from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, character_name
from translation.formats.safe_xml import FORBIDDEN, local_name
from translation.formats.tmx.seg_read import CODE_NAMES
from translation.formats.xliff.names import CHARACTER
from translation.model.inline import CodeKind, code_character, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml import etree

    from translation.model.inline import InlineCode

_PIECES = re.compile(f"({SPECIAL.pattern})")


class SegWriter:
    """Writes texts of one unit with its ``codes``.

    Codes that were read from ``elements``, known by their character, become copies of them.
    The halves of a pair are ``bpt`` and ``ept`` with an ``i`` of their own where both stand, in
    their order, else ``it``; a ``hi`` that would not nest is left out.
    """

    def __init__(
        self, codes: Sequence[InlineCode], elements: Mapping[str, etree._Element] | None = None
    ) -> None:
        self._codes = codes
        self._elements: Mapping[str, etree._Element] = elements or {}
        # The halves of a pair count as one, from 1.
        self._numbers = list(accumulate(int(not _is_second(code)) for code in codes))

    def put(self, seg: etree._Element, text: str) -> None:
        """Put a text into ``seg``, which must be empty."""
        if not SPECIAL.search(text):
            seg.text = text or None
            return
        pieces = _PIECES.split(text)
        halves = self._halves(pieces)
        open_: list[etree._Element] = [seg]
        for at, piece in enumerate(pieces):
            if not at % 2:
                _append(open_[-1], piece)
            elif self._is_hi(piece):
                if at in halves:
                    self._step(open_, piece)
            else:
                open_[-1].append(self._made(seg, piece, halves.get(at)))

    def _step(self, open_: list[etree._Element], piece: str) -> None:
        """Go into a ``hi``, or out of it."""
        if self._codes[code_index(piece)].kind is CodeKind.CLOSE:
            open_.pop()
            return
        element = self._elements[piece]
        shell = element.makeelement(str(element.tag), None)
        for name, value in element.attrib.items():
            shell.set(name, value)
        open_[-1].append(shell)
        open_.append(shell)

    def _halves(self, pieces: Sequence[str]) -> dict[int, int]:
        """Return the ``i`` of the codes whose other half stands in the text too, by place.

        Halves of ``hi`` are among them only where they nest.
        """
        found: dict[int, int] = {}
        waiting: list[tuple[int, int]] = []
        taken: set[int] = set()
        for at in range(1, len(pieces), 2):
            index = code_index(pieces[at])
            if not self._is_ours(pieces[at]):
                continue
            code = self._codes[index]
            if code.kind is CodeKind.OPEN and code.pair is not None:
                waiting.append((at, index))
            elif code.kind is CodeKind.CLOSE:
                opened = next((one for one in reversed(waiting) if one[1] == code.pair), None)
                if opened is None:
                    continue
                waiting.remove(opened)
                number = self._numbers[opened[1]]
                while number in taken:  # every pair of the text has an ``i`` of its own
                    number += 1
                taken.add(number)
                found[opened[0]] = found[at] = number
                if self._is_hi(pieces[at]):  # a hi opened inside it cannot nest any more
                    before = opened[0]
                    waiting = [
                        one for one in waiting if one[0] < before or not self._is_hi(pieces[one[0]])
                    ]
        return found

    def _made(self, seg: etree._Element, character: str, half: int | None) -> etree._Element:
        """Return the element for a code, or for a character that no segment can hold."""
        if not self._is_ours(character):
            return _new(seg, "ph", {"type": CHARACTER}, character)
        code, element = self._codes[code_index(character)], self._elements.get(character)
        if element is None and SPECIAL.fullmatch(code.markup):
            return _new(seg, "ph", {"type": CHARACTER}, code.markup)
        name, attributes = self._tag(character, code, half)
        if element is None:
            return _new(seg, name, attributes, code.markup)
        copy = deepcopy(element)
        copy.tail = None
        if code.kind is not CodeKind.ALONE:  # it has the name and the ties that it has now
            copy.tag = _beside(seg, name)
            copy.attrib.clear()
            for key, value in attributes.items():
                copy.set(key, value)
        return copy

    def _tag(
        self, character: str, code: InlineCode, half: int | None
    ) -> tuple[str, dict[str, str]]:
        kind, x = "", self._x(character)
        if (element := self._elements.get(character)) is not None:
            kind = element.get("type", "")
        common = {name: value for name, value in (("x", x), ("type", kind)) if value}
        if code.kind is CodeKind.ALONE:
            return "ph", common
        if half is None:
            position = "begin" if code.kind is CodeKind.OPEN else "end"
            return "it", {"pos": position, **common}
        if code.kind is CodeKind.OPEN:
            return "bpt", {"i": str(half), **common}
        return "ept", {"i": str(half)}

    def _x(self, character: str) -> str:
        """Return what ties a code to its like: as its element or its other half has it."""
        code = self._codes[code_index(character)]
        pair = "" if code.pair is None else code_character(code.pair)
        known = [self._elements[one] for one in (character, pair) if one in self._elements]
        if known:
            return next((x for one in known if (x := one.get("x"))), "")
        index = code.pair if code.pair is not None and _is_second(code) else code_index(character)
        return str(self._numbers[index])

    def _is_ours(self, character: str) -> bool:
        return is_code(character) and code_index(character) < len(self._codes)

    def _is_hi(self, character: str) -> bool:
        element = self._elements.get(character)
        return (
            element is not None
            and local_name(element) not in CODE_NAMES
            and self._codes[code_index(character)].kind is not CodeKind.ALONE
        )


def _is_second(code: InlineCode) -> bool:
    return code.kind is CodeKind.CLOSE and code.pair is not None


def _new(
    seg: etree._Element, name: str, attributes: dict[str, str], content: str
) -> etree._Element:
    element = seg.makeelement(_beside(seg, name), attributes)
    if attributes.get("type") == CHARACTER:
        content = character_name(content)
    element.text = FORBIDDEN.sub(lambda found: character_name(found[0]), content)
    return element


def _beside(seg: etree._Element, name: str) -> str:
    """Return a name in the namespace of ``seg``: TMX has none, yet some programs write one."""
    namespace, brace, _ = str(seg.tag).rpartition("}")
    return f"{namespace}{brace}{name}"


def _append(parent: etree._Element, text: str) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
