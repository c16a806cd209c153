"""What XLIFF 2 demands of the values of attributes, one by one and side by side.

Each function returns the first thing that breaks its rule, or None.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.xliff.names import LANG, SPACE
from translation.formats.xliff2 import references
from translation.formats.xliff2.names import CODES, core_name, core_tags
from translation.formats.xliff2.parts import child

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.xliff2.parts import UnitParts

_OWN_VALUE = re.compile(r"[^\s:]+:[^\s:](?:.*\S)?")
"""A value with the prefix of whoever made it."""

_CODE_TYPES = frozenset({"fmt", "ui", "quote", "link", "image", "other"})
_ANNOTATION_TYPES = frozenset({"generic", "comment", "term"})
_SUB_TYPES = {
    "xlf:var": "ui",
    **dict.fromkeys(("xlf:lb", "xlf:pb", "xlf:b", "xlf:i", "xlf:u"), "fmt"),
}
_FS = "{urn:oasis:names:tc:xliff:fs:2.0}"
_FS_NAMES = (
    "a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt"
    " em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span"
    " strike strong sub sup table tbody td tfoot th thead title tr tt u ul"
)
_FS_TAGS = frozenset(_FS_NAMES.split())
_VALIDATION = "{urn:oasis:names:tc:xliff:validation:2.0}"


def bad_sub_state(segment: etree._Element) -> str | None:
    """A subState has a prefix and stands beside a state."""
    value = segment.get("subState")
    if value is None or (segment.get("state") and _OWN_VALUE.fullmatch(value)):
        return None
    return value or "empty"


def bad_type(element: etree._Element) -> str | None:
    """A type is in the list of its element or has a prefix."""
    name, value = core_name(element), element.get("type")
    if value is None:
        return None
    listed: frozenset[str] = frozenset()
    if name in CODES:
        return None if value in _CODE_TYPES else value
    if name in ("mrk", "sm"):
        listed = _ANNOTATION_TYPES
    return None if value in listed or _OWN_VALUE.fullmatch(value) else value


def bad_sub_type(code: etree._Element) -> str | None:
    """A subType has a prefix and stands beside a type that fits it."""
    value, kind = code.get("subType"), code.get("type")
    if value is None:
        return None
    if kind is None or not _OWN_VALUE.fullmatch(value):
        return value
    known = _SUB_TYPES.get(value) == kind if value.startswith("xlf:") else True
    return None if known else value


def wrong_language(element: etree._Element) -> str | None:
    """Look at a source or target: the nearest xml:lang is that of the document's side."""
    if core_name(element.getparent()) not in ("segment", "ignorable"):
        return None
    nearest = next((e.get(LANG) for e in (element, *element.iterancestors()) if e.get(LANG)), None)
    if nearest is None:
        return None
    name = "srcLang" if core_name(element) == "source" else "trgLang"
    wanted = element.getroottree().getroot().get(name, "")
    return nearest if nearest.lower() != wanted.lower() else None


def different_space(part: etree._Element) -> str | None:
    """Source and target of a segment agree on xml:space."""
    source, target = child(part, "source"), child(part, "target")
    if source is None or target is None:
        return None
    inherited = next((e.get(SPACE) for e in part.iterancestors() if e.get(SPACE)), "default")
    there, here = source.get(SPACE, inherited), target.get(SPACE, inherited)
    return None if there == here else str(here)


def bad_order(unit: UnitParts) -> str | None:
    """The places of the targets of a unit, stated or not, are all different."""
    taken: set[int] = set()
    for place, target in enumerate(unit.targets, start=1):
        value = target.get("order") if target is not None else None
        if value is not None and not (value.isascii() and value.isdigit()):
            return value
        order = int(value[:9]) if value else place
        if not 1 <= order <= len(unit.targets) or order in taken:
            return str(order)
        taken.add(order)
    return None


def unknown_subflow(unit: UnitParts) -> str | None:
    """Sub-flows are units of the same file."""
    if not any("subFlows" in str(key) for code in unit.codes() for key in code.attrib):
        return None
    file = next((e for e in unit.unit.iterancestors() if core_name(e) == "file"), None)
    units = () if file is None else file.iter(*core_tags("unit"))
    ids = frozenset(e.get("id", "") for e in units)
    return references.unknown_subflow(unit, ids)


def bad_formatting(element: etree._Element) -> str | None:
    """Look at fs:fs and fs:subFs (format style module, section 5.4)."""
    given = {
        str(key)[len(_FS) :]: str(value)
        for key, value in element.attrib.items()
        if str(key).startswith(_FS)
    }
    if not given:
        return None
    if set(given) - {"fs", "subFs"} or "fs" not in given:
        return ", ".join(sorted(given))
    if given["fs"] not in _FS_TAGS:
        return given["fs"]
    lone = core_name(element) == "ec" and element.get("isolated") != "yes"
    return "fs on an ec" if lone else None


def bad_validation(element: etree._Element) -> str | None:
    """The validation module has the one element validation in a file, group or unit."""
    for found in element.iterchildren(f"{_VALIDATION}*"):
        if found.tag != f"{_VALIDATION}validation":
            return str(found.tag)[len(_VALIDATION) :]
    return None
