"""Inline codes as XLIFF 1.2 writes them, out and in.

Out: ``bpt``/``ept`` for the halves of a pair that stand together, ``it`` for a half alone,
``ph`` for the rest; ``id`` is the place in the unit's code table + 1, the content is the
original markup, ``equiv-text`` the label. In: these and ``g``, ``x``, ``bx``, ``ex``, ``mrk``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.formats.code_elements import pieces
from translation.formats.code_matching import CodeMatcher, Likeness
from translation.formats.code_table import SPECIAL, Pair
from translation.formats.safe_xml import attributes_of, local_name
from translation.formats.xliff.names import CHARACTER
from translation.formats.xml_text import element, escaped
from translation.model.inline import MAX_CODES, CodeKind, InlineCode, code_character

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from lxml import etree

    from translation.formats.code_elements import CodeElement
    from translation.formats.code_table import CodeTable

_CTYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined"}
_CTYPES |= {"a": "link", "img": "image", "br": "lb"}
_TAG = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
_CHARACTER_NAME = re.compile(r"U\+([0-9A-F]{4,6})")
_LONGEST_LABEL = 16
_LONGEST_DELETION = 60
_DELETIONS = frozenset({"x-sdl-deleted", "x-sdl-feedback-deleted"})
"""``mtype`` of text that was deleted in Trados Studio; memoQ says ``mq:tctype="del"``."""
_PAIRED = frozenset({"bpt", "ept", "bx", "ex"})
_AROUND = frozenset({"g", "mrk", "hi"})
_CODES = _PAIRED | {"it", "ph", "x", "ut", "sub"}
"""Elements whose content is native code; what XLIFF does not know is markup around its text."""


def text_as_xml(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with codes as the content of an element."""
    if not SPECIAL.search(text):
        return escaped(text)
    return "".join(
        [
            escaped(piece) if isinstance(piece, str) else _as_xml(piece)
            for piece in pieces(text, codes)
        ]
    )


def _as_xml(found: CodeElement) -> str:
    if found.number is None:
        given = {"id": found.label, "ctype": CHARACTER, "equiv-text": found.label}
        return element(found.name, given, escaped(found.content))
    attributes = {"id": str(found.number), "equiv-text": found.label}
    if found.pair is not None:
        attributes["rid"] = str(found.pair)
    if found.name == "it":
        attributes["pos"] = "open" if found.opens else "close"
    if found.name != "ept" and (ctype := _ctype(found)):
        attributes["ctype"] = ctype
    return element(found.name, attributes, escaped(found.content))


def _ctype(element: CodeElement) -> str | None:
    tag = _TAG.match(element.content)
    ctype = _CTYPES.get(tag[1].lower()) if tag else None
    return ctype if (ctype in ("image", "lb")) == (element.name == "ph") else None


class InlineReader:
    """Reads the inline content of the elements of one unit into texts with codes.

    ``ours`` says that the unit's table was read before and that ids lead into it. The source is
    read first; ``read_target`` and ``read_other`` say that what follows is of the other side.
    """

    def __init__(self, table: CodeTable, ours: bool) -> None:
        self.table = table
        self.ours = ours
        self.place = ""
        """The segment that is read, where the unit has several."""
        self.shows_marks = False
        """Whether the marks of segments are codes like all other marks."""
        self.elements: dict[str, etree._Element] = {}
        """The element to write for each code: the target's own, else the source's."""
        self._matcher = CodeMatcher()
        self._is_target = False
        self._open: dict[tuple[bool, str | None], list[str]] = {}

    def read_source(self) -> None:
        """From now on every element is a code of its own."""
        self._matcher.read_source()
        self._is_target, self._open = False, {}

    def read_target(self) -> None:
        """From now on elements are the target's: like those of the source, and its own."""
        self.read_other()
        self._is_target = True

    def read_other(self) -> None:
        """From now on elements are those of another target, of which none is kept."""
        self._matcher.read_other()
        self._is_target, self._open = False, {}

    def text(self, element: etree._Element) -> str:
        """Return the text of ``element``, inline elements as codes."""
        if not len(element):
            return self.table.text(element.text or "")
        parts = [self.table.text(element.text or "")]
        for child in element:
            parts += [self.element(child), self.table.text(child.tail or "")]
        return "".join(parts)

    def element(self, child: etree._Element) -> str:
        """Return an inline element as its code, with the text inside where it is text.

        Nothing for a comment or an instruction.
        """
        tag: object = child.tag
        if not isinstance(tag, str):
            return ""
        name = local_name(child)
        if name == "mrk" and child.get("mtype") == "seg" and not self.shows_marks:
            return self.text(child)
        if name == "mrk" and _is_deletion(child):
            return self._coded(child, (name, "deletion"), _deletion(child), exact=True)
        if name in _AROUND or (name not in _CODES and _holds_text(child)):
            return self._around(child, name)
        known = self._ours(child) if self.ours else None
        if known is not None:
            return known
        if name in _PAIRED:
            return self._half(child, name)
        kind = _kind(child, name)
        key = (name, kind, child.get("id") or child.get("mid"))
        return self._coded(child, key, _code(child, name, kind))

    def _coded(
        self, child: etree._Element, name: Hashable, code: InlineCode, exact: bool = False
    ) -> str:
        likeness = Likeness(name, (code.markup, code.label), self.place, exact)
        character = self._matcher.find(likeness)
        if character is None:
            character = self.table.add(code)
            self._matcher.add(likeness, character)
        self._keep(character, child)
        return character

    def _half(self, child: etree._Element, name: str) -> str:
        """Return half of a pair: ``rid`` ties it to the other, ``id`` where neither has one."""
        kind, id_, rid = _kind(child, name), child.get("id"), child.get("rid")
        code = _code(child, name, kind)
        opened = self._opened(id_, rid) if kind is CodeKind.CLOSE else None
        other = None if opened is None else self.table[opened].pair
        if other is not None and self._matcher.take(closing := code_character(other)):
            self._keep(closing, child)
            return closing
        key = ("paired", kind, "rid" if rid else "id", rid or id_)
        character = self._coded(child, key, code)
        if kind is CodeKind.OPEN:
            self._open.setdefault((rid is not None, rid or id_), []).append(character)
        elif opened is not None and other is None and self.table[character].pair is None:
            self.table.tie(opened, character)
        return character

    def _opened(self, id_: str | None, rid: str | None) -> str | None:
        """Take the last half that this one closes, first of those of its own number space."""
        for has_rid in (rid is not None, rid is None):
            if waiting := self._open.get((has_rid, rid or id_)):
                return waiting.pop()
        return None

    def _keep(self, character: str, child: etree._Element) -> None:
        if self._is_target:
            self.elements[character] = child
        else:
            self.elements.setdefault(character, child)

    def _ours(self, child: etree._Element) -> str | None:
        """Return what an element that we wrote stands for, None if somebody else wrote it."""
        named = _CHARACTER_NAME.fullmatch(child.text or "")
        if (
            CHARACTER in (child.get("ctype"), child.get("type"))
            and named
            and int(named[1], 16) <= 0x10FFFF
        ):
            return chr(int(named[1], 16))
        identity = child.get("id", "")
        if identity.isascii() and identity.isdigit() and 0 < int(identity) <= MAX_CODES:
            character = code_character(int(identity) - 1)
            return character if character in self.table else None
        return None

    def _around(self, child: etree._Element, name: str) -> str:
        opening, closing, key = _pair(name, _items(child))
        # An annotation without a name is no part of the text that two texts could share.
        unnamed = name == "mrk" and key[1] is None
        likeness = Likeness(key, opening.markup, self.place, exact=unnamed)
        first = self._matcher.find(likeness)
        if first is None:
            pair = self.table.add_pair(opening, closing)
            self._matcher.add(likeness, pair.open)
        else:
            pair = Pair(first, code_character(self.table[first].pair or 0))
        self._keep(pair.open, child)
        self._keep(pair.close, child)
        return pair.open + self.text(child) + pair.close


def _is_deletion(child: etree._Element) -> bool:
    """Tell whether this holds text that was deleted while changes were tracked."""
    marked = child.get("mtype") in _DELETIONS
    return marked or any(key.endswith("}tctype") and value == "del" for key, value in _items(child))


def _deletion(child: etree._Element) -> InlineCode:
    """Return the code for deleted text: it is no part of the text, but shown."""
    text = " ".join("".join(str(part) for part in child.itertext("*")).split())
    label = text if len(text) <= _LONGEST_DELETION else f"{text[: _LONGEST_DELETION - 1]}\u2026"
    start = f"<mrk{_attributes(_items(child))}/>"
    return InlineCode(CodeKind.ALONE, start, label or "mrk", deletable=True)


def _holds_text(child: etree._Element) -> bool:
    return any(str(part).strip() for part in child.itertext("*"))


@lru_cache(1024)
def _pair(
    name: str, attributes: tuple[tuple[str, str], ...]
) -> tuple[InlineCode, InlineCode, tuple[str, str | None, str | None]]:
    """Return the halves around the text of an element, and what ties it to its like.

    They are the same values for all units that have the same element.
    """
    given = dict(attributes)
    link = given.get("id") or given.get("mid")
    label = given.get("equiv-text") or f"{name}{link or ''}"
    easy = name == "mrk"  # an annotation, not markup of the text
    start = f"<{name}{_attributes(attributes)}>"
    return (
        InlineCode(CodeKind.OPEN, start, label, deletable=easy),
        InlineCode(CodeKind.CLOSE, f"</{name}>", f"/{label}", deletable=easy),
        (name, link, given.get("mtype") or given.get("type")),
    )


def _kind(child: etree._Element, name: str) -> CodeKind:
    if name in ("bpt", "bx") or child.get("pos") in ("open", "begin"):
        return CodeKind.OPEN
    if name in ("ept", "ex") or child.get("pos") in ("close", "end"):
        return CodeKind.CLOSE
    return CodeKind.ALONE


def _code(child: etree._Element, name: str, kind: CodeKind) -> InlineCode:
    content = "".join(str(part) for part in child.itertext("*"))
    markup = content or _start_tag(child, name)
    tag = _TAG.match(content)
    label = child.get("equiv-text") or (tag[1].lower() if tag else "")
    label = label or f"{name}{child.get('id') or child.get('i') or child.get('x') or ''}"
    return InlineCode(kind, markup, label[:_LONGEST_LABEL])


def _start_tag(child: etree._Element, name: str) -> str:
    attributes = _attributes(_items(child))
    return f"<{name}{attributes}>" if name in ("g", "mrk") else f"<{name}{attributes}/>"


def _items(child: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple(attributes_of(child).items())


def _attributes(given: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {key.rpartition("}")[2]}="{value}"' for key, value in given)
