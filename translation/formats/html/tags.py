"""Changing one attribute of a start tag and nothing else of it."""

from __future__ import annotations

import re
from html import escape, unescape

from translation.formats.html.tokens import Attribute, Kind, Token, attributes

_NAME = re.compile(r"<[^\s/>]+")


def attribute_of(tag: str, name: str) -> str | None:
    """Return the value of an attribute of a start tag; None where it has none of that name."""
    found = _find(tag, name)
    return None if found is None else unescape(found.value)


def keeps_text(tag: str) -> bool:
    """Tell whether a start tag says that the text of its element is not to be translated."""
    return (attribute_of(tag, "translate") or "").strip().lower() == "no" or (
        "notranslate" in (attribute_of(tag, "class") or "").lower().split()
    )


def with_attribute(tag: str, name: str, value: str) -> str:
    """Return a start tag with an attribute set, in its place and its quotes where it has one."""
    found = _find(tag, name)
    if found is None:
        named = _NAME.match(tag)
        assert named is not None
        return f'{named[0]} {name}="{escape(value)}"{tag[named.end() :]}'
    if found.quote:
        written = escape(value, quote=False).replace(
            found.quote, "&quot;" if found.quote == '"' else "&#39;"
        )
        return tag[: found.start] + written + tag[found.end :]
    written = value if re.fullmatch(r"[\w.-]+", value) else f'"{escape(value)}"'
    if found.start == found.end and tag[found.start - 1] != "=":
        written = f"={written}"
    return tag[: found.start] + written + tag[found.end :]


def with_style(tag: str, name: str, value: str) -> str:
    """Return a start tag whose ``style`` sets a property; one that it sets itself stays."""
    style = (attribute_of(tag, "style") or "").strip()
    if re.search(rf"(?:^|;)\s*{name}\s*:", style, re.IGNORECASE):
        return tag
    between = "" if not style else " " if style.endswith(";") else "; "
    return with_attribute(tag, "style", f"{style}{between}{name}:{value}")


def _find(tag: str, name: str) -> Attribute | None:
    named = _NAME.match(tag)
    if named is None:
        return None
    token = Token(Kind.START, 0, len(tag), named[0][1:].lower())
    return next((found for found in attributes(tag, token) if found.name == name), None)
