"""Inline elements of XLIFF 2 as codes of a unit: ``pc``, ``ph``, ``sc``/``ec``, ``mrk``,
``sm``/``em`` and ``cp``; their markup is the original data they lead to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translation.formats.xliff2.names import CATEGORY, core_name
from translation.formats.xliff2.parts import below
from translation.model.inline import MAX_CODES, CodeKind, InlineCode, code_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from translation.formats.code_table import CodeTable

CHARACTER = f"{CATEGORY}:character"
"""``subType`` of a ``ph`` that stands for one character which XML or a segment cannot hold."""

_CHARACTER_NAME = re.compile(r"U\+([0-9A-F]{4,6})")
_OWN_ID = re.compile(r"([0-9]{1,4})(?:-[0-9]+)?")
_TAG = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
_LONGEST_LABEL = 16
_CLOSING = {"ec": "sc", "em": "sm"}


class InlineReader:
    """Reads sources and targets of one unit into texts with codes.

    ``ours`` says that the unit's table was read before and that ids lead into it. ``elements``
    is filled with the element that each code was read from.
    """

    def __init__(self, table: CodeTable, unit: etree._Element, ours: bool = False) -> None:
        self.table = table
        self.ours = ours
        self.elements: dict[str, etree._Element] = {}
        found = below(unit, "originalData", "data")
        self._data = {data.get("id", ""): _data_text(data) for data in found}

    def text(self, element: etree._Element) -> str:
        """Return the text of ``element``, inline elements as codes."""
        parts = [self.table.text(element.text or "")]
        for found in element:
            parts += [self.element(found), self.table.text(found.tail or "")]
        return "".join(parts)

    def element(self, element: etree._Element) -> str:
        """Return an inline element as its code, with the text inside; nothing for a comment."""
        name = core_name(element)
        if not name:
            return ""
        if name == "cp":
            return self.table.text(_character(element))
        if self.ours and (known := self._own(element, name)) is not None:
            return known
        if name in ("pc", "mrk"):
            return self._around(element, name)
        id_ = element.get("startRef") or element.get("id")
        alone = element.get("isolated") == "yes"
        key = (name, id_, alone)
        character = self.table.add(self._code(element, name), key if id_ else None)
        self.elements.setdefault(character, element)
        opening = self.table.find((_CLOSING.get(name), id_, False))
        if opening is not None and not alone:
            self.table.tie(opening, character)
        return character

    def _around(self, element: etree._Element, name: str) -> str:
        start = self._data.get(element.get("dataRefStart", ""), "")
        end = self._data.get(element.get("dataRefEnd", ""), "")
        items: Any = element.items()
        opening, closing = _halves(name, tuple(items), start, end)
        pair = self.table.add_pair(opening, closing, (name, element.get("id")))
        self.elements.setdefault(pair.open, element)
        self.elements.setdefault(pair.close, element)
        return pair.open + self.text(element) + pair.close

    def _code(self, element: etree._Element, name: str) -> InlineCode:
        kind = CodeKind.ALONE
        if name in ("sc", "sm"):
            kind = CodeKind.OPEN
        elif name in _CLOSING:
            kind = CodeKind.CLOSE
        markup = self._data.get(element.get("dataRef", "")) or _start_tag(element, name)
        given = element.get("disp") or element.get("equiv") or _tag(markup)
        label = given or f"{name}{element.get('id') or element.get('startRef') or ''}"
        return _code(kind, markup, label, element, name)

    def _own(self, element: etree._Element, name: str) -> str | None:
        """Return what an element that we wrote stands for, None if somebody else wrote it."""
        named = _CHARACTER_NAME.fullmatch(element.get("equiv", ""))
        if element.get("subType") == CHARACTER and named and int(named[1], 16) <= 0x10FFFF:
            return chr(int(named[1], 16))
        found = _OWN_ID.fullmatch(element.get("id") or element.get("startRef") or "")
        if found is None or not 0 < int(found[1]) <= MAX_CODES or name in ("pc", "mrk"):
            return None
        character = code_character(int(found[1]) - 1)
        if character not in self.table:
            return None
        if element.get("startRef"):  # the end of a pair has no id of its own
            other = self.table[character].pair
            return None if other is None else code_character(other)
        return character


@lru_cache(1024)
def _halves(
    name: str, items: tuple[tuple[str, str], ...], start: str, end: str
) -> tuple[InlineCode, InlineCode]:
    """Return the halves around the text of an element, shared by all units that have the same."""
    given = dict(items)
    return (
        _half(name, given, CodeKind.OPEN, start or _tag_of(name, items)),
        _half(name, given, CodeKind.CLOSE, end or f"</{name}>"),
    )


def _half(name: str, given: Mapping[str, str], kind: CodeKind, markup: str) -> InlineCode:
    end, closing = ("End", "/") if kind is CodeKind.CLOSE else ("Start", "")
    shown = given.get(f"disp{end}") or given.get(f"equiv{end}") or _tag(markup)
    label = shown or f"{closing}{name}{given.get('id', '')}"
    return _code(kind, markup, label, given, name)


def _code(
    kind: CodeKind, markup: str, label: str, element: etree._Element | Mapping[str, str], name: str
) -> InlineCode:
    annotation = name in ("mrk", "sm", "em") and element.get("translate") != "no"
    return InlineCode(
        kind,
        markup,
        label[:_LONGEST_LABEL],
        deletable=annotation or element.get("canDelete") == "yes",
        movable=element.get("canReorder") != "no",
    )


def _data_text(data: etree._Element) -> str:
    parts = [data.text or ""]
    for found in data:
        parts += [_character(found) if core_name(found) == "cp" else "", found.tail or ""]
    return "".join(parts)


def _character(element: etree._Element) -> str:
    """Return the character a ``cp`` stands for; the rules have looked at its ``hex``."""
    return chr(int(element.get("hex", "fffd"), 16))


def _tag(markup: str) -> str:
    found = _TAG.match(markup)
    closing = "/" if markup.startswith("</") else ""
    return closing + found[1].lower() if found and not _is_ours(found[1]) else ""


def _is_ours(name: str) -> bool:
    return name in ("ph", "pc", "sc", "ec", "mrk", "sm", "em")


def _start_tag(element: etree._Element, name: str) -> str:
    items: Any = element.items()
    return _tag_of(name if name != "*" else str(element.tag).rpartition("}")[2], items)


def _tag_of(name: str, items: Iterable[tuple[str, str]]) -> str:
    attributes = "".join([f' {key.rpartition("}")[2]}="{value}"' for key, value in items])
    return f"<{name}{attributes}>" if name in ("pc", "mrk") else f"<{name}{attributes}/>"
