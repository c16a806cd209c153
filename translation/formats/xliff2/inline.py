"""Inline elements of XLIFF 2 as codes of a unit: ``pc``, ``ph``, ``sc``/``ec``, ``mrk``,
``sm``/``em`` and ``cp``; their markup is the original data they lead to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translation.formats.code_matching import CodeMatcher, Likeness
from translation.formats.code_table import Pair
from translation.formats.safe_xml import local_name
from translation.formats.xliff2.names import CATEGORY, INLINE, core_name
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
_HEX = re.compile(r"0*(?:10|[0-9A-Fa-f])?[0-9A-Fa-f]{1,4}")
"""A code point: U+10FFFF is the last."""

_LONGEST_LABEL = 16
_CLOSING = {"ec": "sc", "em": "sm"}


class InlineReader:
    """Reads sources and targets of one unit into texts with codes.

    ``ours`` says that the unit's table was read before and that ids lead into it. ``elements``
    is filled with the element to write for each code: the target's own, else the source's.
    """

    def __init__(self, table: CodeTable, unit: etree._Element, ours: bool = False) -> None:
        self.table = table
        self.ours = ours
        self.place = ""
        """The segment that is read."""
        self.elements: dict[str, etree._Element] = {}
        self._matcher = CodeMatcher()
        self._is_target = False
        self._open: dict[tuple[str, str], list[str]] = {}
        found = below(unit, "originalData", "data")
        self._data = {data.get("id", ""): _data_text(data) for data in found}

    def read_source(self) -> None:
        """From now on every element is a code of its own."""
        self._matcher.read_source()
        self._is_target, self._open = False, {}

    def read_target(self) -> None:
        """From now on elements are the targets': like those of the sources, and their own."""
        self.read_other()
        self._is_target = True

    def read_other(self) -> None:
        """From now on elements are those of another target, of which none is kept."""
        self._matcher.read_other()
        self._is_target, self._open = False, {}

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
        if name == "cp" and (meant := _character(element)) is not None:
            return self.table.text(meant)
        if self.ours and (known := self._own(element, name)) is not None:
            return known
        if name in ("pc", "mrk") or (name not in INLINE and _holds_text(element)):
            return self._around(element, name)
        id_ = element.get("startRef") or element.get("id") or ""
        alone = element.get("isolated") == "yes"
        opened = None if alone else self._opened(name, id_)
        other = None if opened is None else self.table[opened].pair
        if other is not None and self._matcher.take(closing := code_character(other)):
            self._keep(closing, element)
            return closing
        code = self._code(element, name)
        likeness = Likeness((name, id_, alone), code.markup, self.place)
        character = self._matcher.find(likeness)
        if character is None:
            character = self.table.add(code)
            self._matcher.add(likeness, character)
        self._keep(character, element)
        if name in _CLOSING.values() and not alone:
            self._open.setdefault((name, id_), []).append(character)
        elif opened is not None and other is None and self.table[character].pair is None:
            self.table.tie(opened, character)
        return character

    def _opened(self, name: str, id_: str) -> str | None:
        """Take the last half that this element closes."""
        waiting = self._open.get((_CLOSING.get(name, ""), id_))
        return waiting.pop() if waiting else None

    def _keep(self, character: str, element: etree._Element) -> None:
        if self._is_target:
            self.elements[character] = element
        else:
            self.elements.setdefault(character, element)

    def _around(self, element: etree._Element, name: str) -> str:
        start = self._data.get(element.get("dataRefStart", ""), "")
        end = self._data.get(element.get("dataRefEnd", ""), "")
        items: Any = element.items()
        shown = name if name != "*" else local_name(element)
        opening, closing = _halves(shown, tuple(items), start, end)
        likeness = Likeness((shown, element.get("id")), (opening.markup, tuple(items)), self.place)
        first = self._matcher.find(likeness)
        if first is None:
            pair = self.table.add_pair(opening, closing)
            self._matcher.add(likeness, pair.open)
        else:
            pair = Pair(first, code_character(self.table[first].pair or 0))
        self._keep(pair.open, element)
        self._keep(pair.close, element)
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


def _holds_text(element: etree._Element) -> bool:
    return any(str(part).strip() for part in element.itertext("*"))


@lru_cache(1024)
def _halves(
    name: str, items: tuple[tuple[str, str], ...], start: str, end: str
) -> tuple[InlineCode, InlineCode]:
    """Return the halves around the text of an element, shared by all units that have the same."""
    given = dict(items)
    return (
        _half(name, given, CodeKind.OPEN, start or _tag_of(name, items, around=True)),
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
        parts += [(_character(found) or "") if core_name(found) == "cp" else "", found.tail or ""]
    return "".join(parts)


def _character(element: etree._Element) -> str | None:
    """Return the character a ``cp`` stands for, None where its ``hex`` is none."""
    digits = element.get("hex", "")
    return chr(int(digits, 16)) if _HEX.fullmatch(digits) else None


def _tag(markup: str) -> str:
    found = _TAG.match(markup)
    closing = "/" if markup.startswith("</") else ""
    return closing + found[1].lower() if found and not _is_ours(found[1]) else ""


def _is_ours(name: str) -> bool:
    return name in ("ph", "pc", "sc", "ec", "mrk", "sm", "em")


def _start_tag(element: etree._Element, name: str) -> str:
    items: Any = element.items()
    return _tag_of(name if name != "*" else local_name(element), items)


def _tag_of(name: str, items: Iterable[tuple[str, str]], around: bool = False) -> str:
    attributes = "".join([f' {key.rpartition("}")[2]}="{value}"' for key, value in items])
    return f"<{name}{attributes}>" if around else f"<{name}{attributes}/>"
