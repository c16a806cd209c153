"""Inline codes as XLIFF 1.2 writes them, out and in.

Out: ``bpt``/``ept`` for the halves of a pair that stand together, ``it`` for a half alone,
``ph`` for the rest; ``id`` is the place in the unit's code table + 1, the content is the
original markup, ``equiv-text`` the label. In: these and ``g``, ``x``, ``bx``, ``ex``, ``mrk``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.formats import inline_reader
from translation.formats.code_elements import pieces
from translation.formats.code_matching import Likeness
from translation.formats.code_table import SPECIAL
from translation.formats.inline_reader import (
    LONGEST_LABEL,
    character_named,
    holds_text,
    name_of_tag,
    tag_of,
)
from translation.formats.safe_xml import attributes_of, local_name
from translation.formats.xliff.names import CHARACTER
from translation.formats.xml_text import element, escaped
from translation.model.inline import MAX_CODES, CodeKind, InlineCode, code_character

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from lxml import etree

    from translation.formats.code_elements import CodeElement
    from translation.formats.code_table import CodeTable

_CTYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underlined"}
_CTYPES |= {"a": "link", "img": "image", "br": "lb"}
_LONGEST_DELETION = 60
_DELETIONS = frozenset({"x-sdl-deleted", "x-sdl-feedback-deleted"})
"""``mtype`` of text that was deleted in Trados Studio; memoQ says ``mq:tctype="del"``."""
_PAIRED = frozenset({"bpt", "ept", "bx", "ex"})
_AROUND = frozenset({"g", "mrk", "hi"})
_CODES = _PAIRED | {"it", "ph", "x", "ut", "sub"}
"""Elements whose content is native code; what XLIFF does not know is markup around its text."""


def text_as_xml(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text with codes as the content of an element."""
    if text.isprintable() or not SPECIAL.search(text):
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
    ctype = _CTYPES.get(name_of_tag(element.content))
    return ctype if (ctype in ("image", "lb")) == (element.name == "ph") else None


class InlineReader(inline_reader.InlineReader):
    """Reads the inline elements of XLIFF 1.2."""

    def __init__(self, table: CodeTable, ours: bool = False) -> None:
        super().__init__(table, ours)
        self.shows_marks = False
        """Whether the marks of segments are codes like all other marks."""

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
            code = _deletion(child)
            return self._coded(child, _likeness((name, "deletion"), code, self.place, True), code)
        if name in _AROUND or (name not in _CODES and holds_text(child)):
            return self._holding(child, name)
        known = self._ours(child) if self.ours else None
        if known is not None:
            return known
        if name in _PAIRED:
            return self._half(child, name)
        kind = _kind(child, name)
        key = (name, kind, child.get("id") or child.get("mid"))
        code = _code(child, name, kind)
        return self._coded(child, _likeness(key, code, self.place), code)

    def _half(self, child: etree._Element, name: str) -> str:
        """Return half of a pair: ``rid`` ties it to the other, ``id`` where neither has one."""
        kind, id_, rid = _kind(child, name), child.get("id"), child.get("rid")
        code = _code(child, name, kind)
        key = ("paired", kind, "rid" if rid else "id", rid or id_)
        likeness = _likeness(key, code, self.place)
        if kind is CodeKind.OPEN:
            return self._opening(child, (rid is not None, rid or id_), likeness, code)
        # First of those of its own number space.
        opened = self._opened((rid is not None, rid or id_), (rid is None, rid or id_))
        return self._closing(child, opened, likeness, code)

    def _ours(self, child: etree._Element) -> str | None:
        """Return what an element that we wrote stands for, None if somebody else wrote it."""
        if CHARACTER in (child.get("ctype"), child.get("type")):
            named = character_named(child.text or "")
            if named is not None:
                return named
        identity = child.get("id", "")
        if identity.isascii() and identity.isdigit() and 0 < int(identity) <= MAX_CODES:
            character = code_character(int(identity) - 1)
            return character if character in self.table else None
        return None

    def _holding(self, child: etree._Element, name: str) -> str:
        opening, closing, key = _pair(name, _items(child))
        # An annotation without a name is no part of the text that two texts could share.
        unnamed = name == "mrk" and key[1] is None
        likeness = Likeness(key, opening.markup, self.place, exact=unnamed)
        return self._around(child, likeness, opening, closing)


def _likeness(name: Hashable, code: InlineCode, place: str, exact: bool = False) -> Likeness:
    return Likeness(name, (code.markup, code.label), place, exact)


def _is_deletion(child: etree._Element) -> bool:
    """Tell whether this holds text that was deleted while changes were tracked."""
    marked = child.get("mtype") in _DELETIONS
    return marked or any(key.endswith("}tctype") and value == "del" for key, value in _items(child))


def _deletion(child: etree._Element) -> InlineCode:
    """Return the code for deleted text: it is no part of the text, but shown."""
    text = " ".join("".join(str(part) for part in child.itertext("*")).split())
    label = text if len(text) <= _LONGEST_DELETION else f"{text[: _LONGEST_DELETION - 1]}\u2026"
    start = tag_of("mrk", _items(child), around=False)
    return InlineCode(CodeKind.ALONE, start, label or "mrk", deletable=True)


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
    start = tag_of(name, attributes, around=True)
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
    markup = content or tag_of(name, _items(child), around=name in ("g", "mrk"))
    label = child.get("equiv-text") or name_of_tag(content)
    label = label or f"{name}{child.get('id') or child.get('i') or child.get('x') or ''}"
    return InlineCode(kind, markup, label[:LONGEST_LABEL])


def _items(child: etree._Element) -> tuple[tuple[str, str], ...]:
    return tuple(attributes_of(child).items())
