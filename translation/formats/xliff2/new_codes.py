"""Inline codes of a unit as a new XLIFF 2.0 file has them: ``sc``/``ec``, and ``ph`` for the rest.

The ``id`` is the place in the unit's code table + 1; another copy on the same side says which
one it is after a hyphen. The markup stands in the unit's original data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, character_name
from translation.formats.safe_xml import FORBIDDEN, clean
from translation.formats.xliff2.inline import CHARACTER
from translation.formats.xliff2.names import core
from translation.model.inline import CodeKind, code_character, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from translation.model.inline import InlineCode


class CodeWriter:
    """Writes the texts of one unit; ids do not occur twice on a side."""

    def __init__(self, codes: Sequence[InlineCode]) -> None:
        self._codes = codes
        self._used: set[tuple[int, bool]] = set()
        """Places in the table, and whether the markup is that of targets."""
        self._copies: dict[tuple[str, int], int] = {}
        self._characters = 0

    def put(self, parent: etree._Element, text: str, side: str) -> None:
        """Put a text into ``parent``, which must be empty.

        A "match" has no original data of its own and refers to none.
        """
        if side == "match":
            self._copies = {key: n for key, n in self._copies.items() if key[0] != "match"}
        from lxml import etree

        parts = SPECIAL.split(text)
        parent.text = parts[0]
        open_: dict[int, str] = {}
        for found, after in zip(SPECIAL.finditer(text), parts[1:], strict=True):
            name, attributes = self._element(found[0], text[found.end() :], side, open_)
            etree.SubElement(parent, core(name), attributes).tail = after

    def write_data(self, original: etree._Element) -> None:
        """Put the markup of every code that was written into ``originalData``."""
        from lxml import etree

        for index, in_target in sorted(self._used):
            data = etree.SubElement(original, core("data"), {"id": _data_id(index, in_target)})
            code = self._codes[index]
            _write_markup(data, code.in_target.markup if in_target else code.markup)

    def _element(
        self, character: str, rest: str, side: str, open_: dict[int, str]
    ) -> tuple[str, dict[str, str]]:
        index = code_index(character)
        if not is_code(character) or index >= len(self._codes):
            self._characters += 1
            name = character_name(character)
            id_ = f"c{self._characters}"
            return "ph", {"id": id_, "type": "other", "subType": CHARACTER, "equiv": name}
        code = self._codes[index]
        attributes: dict[str, str] = {}
        if side != "match":
            in_target = side == "target" and bool(code.localised)
            self._used.add((index, in_target))
            attributes["dataRef"] = _data_id(index, in_target)
        if code.label:
            attributes["equiv"] = clean(code.label)
        opening = code.pair if code.kind is CodeKind.CLOSE else None
        if opening is not None and opening in open_ and self._codes[opening].pair == index:
            return "ec", {"startRef": open_.pop(opening), **attributes}
        attributes = {"id": self._id(side, index), **attributes}
        if code.kind is CodeKind.ALONE:
            return "ph", attributes
        closes = code.pair is not None and code_character(code.pair) in rest
        if code.kind is CodeKind.OPEN and closes and index not in open_:
            open_[index] = attributes["id"]
            return "sc", attributes
        return ("sc" if code.kind is CodeKind.OPEN else "ec"), {**attributes, "isolated": "yes"}

    def _id(self, side: str, index: int) -> str:
        copies = self._copies.get((side, index), 0)
        self._copies[side, index] = copies + 1
        return f"{index + 1}-{copies + 1}" if copies else str(index + 1)


def _data_id(index: int, in_target: bool) -> str:
    return f"d{index + 1}-target" if in_target else f"d{index + 1}"


def _write_markup(data: etree._Element, markup: str) -> None:
    from lxml import etree

    parts = FORBIDDEN.split(markup)
    data.text = parts[0]
    for found, after in zip(FORBIDDEN.finditer(markup), parts[1:], strict=True):
        etree.SubElement(data, core("cp"), {"hex": f"{ord(found[0]):04X}"}).tail = after
