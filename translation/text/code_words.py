"""What a person is shown of an inline code: a short word for what it holds, never its number alone.

Files name many codes by an id that says nothing ("ph" and "source25"). Then the content speaks,
as ``{0}`` or ``<br/>``, or the type that the file gives the code.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from translation.model.inline import CodeKind

if TYPE_CHECKING:
    from translation.model.inline import InlineCode

_NAMES = "ph|x|g|bpt|ept|it|bx|ex|ut|mrk|pc|sc|ec|sm|em|hi|cp|sub"
"""Elements for codes in XLIFF, TMX and their like."""
_BY_ID = re.compile(rf"/?(?:{_NAMES})(?P<id>[^<>{{}}]*)")
_TAG = re.compile(r"\s*<\s*(?P<closes>/?)\s*(?P<name>[\w:.-]+)(?P<rest>[^>]*)>?")
_ESCAPED = re.compile(r"\s*&(?:amp;)*lt;")
"""Markup that was escaped once more by the program it came through, as Phrase hands it on."""
_TYPE = re.compile(r"""\b(?:ctype|type|subType|mtype)=["'](?:x-|fmt:|xlf:|mda:)?([^"']+)["']""")
_KNOWN = {
    "bold": "b", "italic": "i", "underlined": "u", "underline": "u", "link": "link",
    "image": "image", "lb": "br", "linebreak": "br", "pb": "page break",
}  # fmt: skip
"""What the types of XLIFF are called; those that are no letters say themselves."""


def code_words(code: InlineCode, place: int) -> str:
    """Return what its chip says; ``place`` is that in the unit's table, for one that says nothing.

    Deleted text says itself. A lone code that closes something says so with a slash.
    """
    label = " ".join(code.label.split())
    if code.is_deletion and label:
        return label
    markup = _as_written(code.markup)
    tag = _TAG.match(markup)
    by_id = _BY_ID.fullmatch(label)
    if by_id is not None or not label:
        label = _content(markup, tag) or _of_id(by_id, tag, place)
    closes = tag is not None and bool(tag["closes"])
    if (closes or code.kind is CodeKind.CLOSE) and not label.startswith("/"):
        label = f"/{label}"
    return label


def _as_written(markup: str) -> str:
    """Return markup as its author wrote it: ``<div>`` for ``&lt;div&gt;``."""
    while _ESCAPED.match(markup):
        markup = unescape(markup)
    return markup


def _content(markup: str, tag: re.Match[str] | None) -> str:
    """Return what the markup itself says, "" where it is only the file's word for a code."""
    if tag is None:
        return " ".join(markup.split())
    if re.fullmatch(_NAMES, tag["name"]) is None:
        return tag["name"]
    kind = _TYPE.search(tag["rest"])
    return _KNOWN.get(kind[1], kind[1]) if kind is not None else ""


def _of_id(by_id: re.Match[str] | None, tag: re.Match[str] | None, place: int) -> str:
    """Return a name by which the code is told from others: the file's number, else its place."""
    found = by_id["id"] if by_id is not None else ""
    if not found and tag is not None and tag["name"] in ("em", "sub"):
        return tag["name"]  # HTML's own
    number = re.search("[0-9]+$", found)
    return number[0] if number is not None else found or str(place + 1)
