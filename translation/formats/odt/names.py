"""The names of OpenDocument 1.3 (part 3) that the ODT modules speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = {
    "office": _OASIS + "office:1.0",
    "text": _OASIS + "text:1.0",
    "style": _OASIS + "style:1.0",
    "table": _OASIS + "table:1.0",
    "draw": _OASIS + "drawing:1.0",
    "fo": _OASIS + "xsl-fo-compatible:1.0",
    "svg": _OASIS + "svg-compatible:1.0",
    "form": _OASIS + "form:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_PREFIXES = {namespace: prefix for prefix, namespace in NAMESPACES.items()}


def qualified(name: str) -> str:
    """Return lxml's form of a prefixed name: ``text:p`` gives ``{urn:...:text:1.0}p``."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def qualified_set(*names: str) -> frozenset[str]:
    """Return lxml's forms of several prefixed names."""
    return frozenset(map(qualified, names))


def prefixed(name: str) -> str:
    """Return a name of lxml's form with its prefix, for people to read."""
    namespace, _, local = name.removeprefix("{").rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else local


def is_element(node: etree._Element) -> bool:
    """Tell elements from comments and processing instructions."""
    return isinstance(node.tag, str)


P, H = qualified("text:p"), qualified("text:h")
SPAN = qualified("text:span")
CELLS = qualified_set("table:table-cell", "table:covered-table-cell")
STYLE_NAME = qualified("text:style-name")
"""The attribute that names a paragraph's or span's style."""
