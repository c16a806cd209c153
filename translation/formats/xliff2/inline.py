"""Inline elements of XLIFF 2 as codes of a unit: ``pc``, ``ph``, ``sc``/``ec``, ``mrk``,
``sm``/``em`` and ``cp``; their markup is the original data they lead to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translation.formats import inline_reader
from translation.formats.code_matching import Likeness
from translation.formats.inline_reader import (
    LONGEST_LABEL,
    character_named,
    holds_text,
    name_of_tag,
    tag_of,
)
from translation.formats.safe_xml import local_name
from translation.formats.xliff2.names import CATEGORY, INLINE, core_name
from translation.formats.xliff2.parts import below
from translation.model.inline import MAX_CODES, CodeKind, InlineCode, code_character

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from translation.formats.code_table import CodeTable

CHARACTER = f"{CATEGORY}:character"
"""``subType`` of a ``ph`` that stands for one character which XML or a segment cannot hold."""

_OWN_ID = re.compile(r"([0-9]{1,4})(?:-[0-9]+)?")
_HEX = re.compile(r"0*(?:10|[0-9A-Fa-f])?[0-9A-Fa-f]{1,4}")
"""A code point: U+10FFFF is the last."""

_CLOSING = {"ec": "sc", "em": "sm"}


class InlineReader(inline_reader.InlineReader):
    """Reads the inline elements of XLIFF 2, whose markup stands in the unit's original data."""

    def __init__(self, table: CodeTable, unit: etree._Element, ours: bool = False) -> None:
        super().__init__(table, ours)
        found = below(unit, "originalData", "data")
        self._data = {data.get("id", ""): _data_text(data) for data in found}

    def element(self, child: etree._Element) -> str:
        """Return an inline element as its code, with the text inside; nothing for a comment."""
        name = core_name(child)
        if not name:
            return ""
        if name == "cp" and (meant := _character(child)) is not None:
            return self.table.text(meant)
        if self.ours and (known := self._own(child, name)) is not None:
            return known
        if name in ("pc", "mrk") or (name not in INLINE and holds_text(child)):
            return self._holding(child, name)
        id_ = child.get("startRef") or child.get("id") or ""
        alone = child.get("isolated") == "yes"
        code = self._code(child, name)
        likeness = Likeness((name, id_, alone), code.markup, self.place)
        if alone:
            return self._coded(child, likeness, code)
        if name in _CLOSING.values():
            return self._opening(child, (name, id_), likeness, code)
        opened = self._opened((_CLOSING.get(name, ""), id_))
        return self._closing(child, opened, likeness, code)

    def _holding(self, child: etree._Element, name: str) -> str:
        start = self._data.get(child.get("dataRefStart", ""), "")
        end = self._data.get(child.get("dataRefEnd", ""), "")
        items: Any = child.items()
        shown = name if name != "*" else local_name(child)
        opening, closing = _halves(shown, tuple(items), start, end)
        likeness = Likeness((shown, child.get("id")), (opening.markup, tuple(items)), self.place)
        return self._around(child, likeness, opening, closing)

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
        if element.get("subType") == CHARACTER:
            named = character_named(element.get("equiv", ""))
            if named is not None:
                return named
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
        _half(name, given, CodeKind.OPEN, start or tag_of(name, items, around=True)),
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
        label[:LONGEST_LABEL],
        deletable=annotation or element.get("canDelete") == "yes",
        movable=element.get("canReorder") != "no",
    )


def _data_text(data: etree._Element) -> str:
    parts = [data.text or ""]
    for found in data:
        parts += [(_character(found) or "") if core_name(found) == "cp" else "", found.tail or ""]
    return "".join(parts)


def _character(element: etree._Element) -> str | None:
    """Return the character a ``cp`` stands for, None where its ``hex`` is none."""
    digits = element.get("hex", "")
    return chr(int(digits, 16)) if _HEX.fullmatch(digits) else None


def _tag(markup: str) -> str:
    name = name_of_tag(markup)
    closing = "/" if markup.startswith("</") else ""
    return closing + name if name and not _is_ours(name) else ""


def _is_ours(name: str) -> bool:
    return name in ("ph", "pc", "sc", "ec", "mrk", "sm", "em")


def _start_tag(element: etree._Element, name: str) -> str:
    items: Any = element.items()
    return tag_of(name if name != "*" else local_name(element), items, around=False)
