"""Strict Open XML (ISO/IEC 29500): read as the usual kind, and written in its own words again.

Its namespaces are others (part 1, annex A), and lines start and end where the usual kind also
says left and right (part 4, 14.11). Only declarations of namespaces are looked at.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.docx.names import VAL, w

if TYPE_CHECKING:
    from lxml import etree

_STRICT = re.compile(
    rb"""(\sxmlns(?::[\w.-]+)?\s*=\s*["'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)(?=["'])"""
)
_USUAL = re.compile(
    rb"""(\sxmlns(?::[\w.-]+)?\s*=\s*["'])http://schemas\.openxmlformats\.org/(\w+)/2006/(\w+)"""
    rb"""(?=["'])"""
)
_SIDES = {"left": "start", "right": "end"}


def is_strict(data: bytes) -> bool:
    """Tell whether a part is written in the strict namespaces."""
    return _STRICT.search(data) is not None


def as_usual(data: bytes) -> bytes:
    """Return a strict part in the usual namespaces."""
    return _STRICT.sub(rb"\1http://schemas.openxmlformats.org/\2/2006/\3", data)


def as_strict(data: bytes, original: bytes) -> bytes:
    """Return a part in the strict namespaces that its ``original`` declares."""
    declared = {found.group(2, 3) for found in _STRICT.finditer(original)}

    def strict(found: re.Match[bytes]) -> bytes:
        if found.group(2, 3) not in declared:
            return found[0]
        return found[1] + b"http://purl.oclc.org/ooxml/" + found[2] + b"/" + found[3]

    return _USUAL.sub(strict, data)


def to_strict_sides(root: etree._Element) -> None:
    """Say start and end of lines where left and right were written."""
    for element in root.iter(w("jc"), w("lvlJc")):
        value = element.get(VAL, "")
        element.set(VAL, _SIDES.get(value, value))
