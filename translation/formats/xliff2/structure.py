"""Which elements and attributes the core of XLIFF 2.0 to 2.2 allows where.

One row an element, as in section 4.2 of the specification and its schema.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.xliff.names import XML
from translation.formats.xliff2.names import core_tag_name, is_of_22

if TYPE_CHECKING:
    from lxml import etree

MODULES = ("urn:oasis:names:tc:xliff:", "http://www.w3.org/2005/11/its")
"""How the namespaces begin that a code may have attributes of."""

_YES_NO = frozenset({"yes", "no"})
_DIRECTIONS = frozenset({"ltr", "rtl", "auto"})
VALUES: dict[str, frozenset[str]] = {
    "canResegment": _YES_NO,
    "translate": _YES_NO,
    "canCopy": _YES_NO,
    "canDelete": _YES_NO,
    "canOverlap": _YES_NO,
    "isolated": _YES_NO,
    "canReorder": frozenset({"yes", "firstNo", "no"}),
    "srcDir": _DIRECTIONS,
    "trgDir": _DIRECTIONS,
    "dir": _DIRECTIONS,
    "appliesTo": frozenset({"source", "target"}),
    "state": frozenset({"initial", "translated", "reviewed", "final"}),
    "priority": frozenset("123456789") | {"10"},
}
"""The values of attributes that are lists."""


class Shape(NamedTuple):
    """What an element may hold.

    ``children`` is an expression over the names of the children, each followed by a blank and
    ``*`` for foreign elements. ``foreign`` says which attributes outside the core may stand
    there: "any", those of "modules", only "xml" or "none".
    """

    attributes: frozenset[str]
    required: tuple[str, ...]
    children: re.Pattern[str]
    foreign: str = "none"


def _shape(attributes: str, required: str, children: str, foreign: str = "none") -> Shape:
    names = frozenset(attributes.split()) | set(required.split())
    return Shape(names, tuple(required.split()), re.compile(children), foreign)


_OF_PARTS = "canResegment translate srcDir trgDir"
_INLINE = r"(?:(?:cp|ph|pc|sc|ec|mrk|sm|em) )*"
_EDITING = "canCopy canDelete canReorder copyOf subType type"
_SPANNING = "canOverlap dataRef dir disp equiv isolated subFlows"
SHAPES: dict[str, Shape] = {
    "xliff": _shape("trgLang", "version srcLang", r"(?:file )+", "any"),
    "file": _shape(
        f"original {_OF_PARTS}",
        "id",
        r"(?:skeleton )?(?:\* )*(?:notes )?(?:(?:unit|group) )+",
        "any",
    ),
    "skeleton": _shape("href", "", r"(?:\* )*"),
    "group": _shape(
        f"name type {_OF_PARTS}", "id", r"(?:\* )*(?:notes )?(?:(?:unit|group) )*", "any"
    ),
    "unit": _shape(
        f"name type {_OF_PARTS}",
        "id",
        r"(?:\* )*(?:notes )?(?:originalData )?(?:ignorable )*segment (?:(?:segment|ignorable) )*",
        "any",
    ),
    "segment": _shape("id canResegment state subState", "", r"source (?:target )?"),
    "ignorable": _shape("id", "", r"source (?:target )?"),
    "notes": _shape("", "", r"(?:note )+"),
    "note": _shape("id appliesTo category priority", "", "", "any"),
    "originalData": _shape("", "", r"(?:data )+"),
    "data": _shape("dir", "id", r"(?:cp )*", "xml"),
    "source": _shape("", "", _INLINE, "xml"),
    "target": _shape("order", "", _INLINE, "xml"),
    "cp": _shape("", "hex", ""),
    "ph": _shape(f"{_EDITING} dataRef disp equiv subFlows", "id", "", "modules"),
    "pc": _shape(
        f"{_EDITING} canOverlap dataRefEnd dataRefStart dir dispEnd dispStart equivEnd equivStart"
        " subFlowsEnd subFlowsStart",
        "id",
        _INLINE,
        "modules",
    ),
    "sc": _shape(f"{_EDITING} {_SPANNING}", "id", "", "modules"),
    "ec": _shape(f"{_EDITING} {_SPANNING} id startRef", "", "", "modules"),
    "mrk": _shape("translate type ref value", "id", _INLINE, "any"),
    "sm": _shape("translate type ref value", "id", "", "any"),
    "em": _shape("", "startRef", ""),
}


_SHAPES_22 = {
    **SHAPES,
    "xliff": SHAPES["xliff"]._replace(children=re.compile(r"(?:notes )?(?:\* )?(?:file )+")),
    "note": SHAPES["note"]._replace(attributes=SHAPES["note"].attributes | {"ref"}),
}
"""The same in XLIFF 2.2: a document has notes and metadata too, and a note says of what it is."""


def _shape_of(tag: object) -> Shape:
    return (_SHAPES_22 if is_of_22(tag) else SHAPES)[core_tag_name(tag)]


def wrong_children(element: etree._Element) -> str | None:
    """Return the children where they are not as the table says."""
    tags = tuple([child.tag for child in element]) if len(element) else ()
    return _wrong_children(element.tag, tags)


@lru_cache(4096)
def _wrong_children(tag: object, tags: tuple[object, ...]) -> str | None:
    names = [found for one in tags if (found := core_tag_name(one))]
    if _shape_of(tag).children.fullmatch("".join(f"{found} " for found in names)):
        return None
    return " ".join(names[:6]) or "nothing in it"


def wrong_attribute(element: etree._Element) -> str | None:
    """Return the name of an attribute that may not stand here."""
    return wrong_names(element.tag, tuple(element.keys()))


@lru_cache(4096)
def wrong_names(tag: object, keys: tuple[object, ...]) -> str | None:
    """Return the first attribute that may not stand on an element with this tag."""
    shape = _shape_of(tag)
    for key in map(str, keys):
        namespace, _, local = key.rpartition("}")
        if namespace:
            allowed = shape.foreign == "any" or (
                shape.foreign == "modules" and namespace[1:].startswith(MODULES)
            )
            if not allowed and not (shape.foreign == "xml" and namespace[1:] == XML):
                return local
        elif key not in shape.attributes:
            return key
    return None


def missing_attribute(element: etree._Element) -> str | None:
    """Return the name of an attribute that must stand here and does not."""
    return missing_name(element.tag, tuple(element.keys()))


@lru_cache(4096)
def missing_name(tag: object, keys: tuple[object, ...]) -> str | None:
    """Return the first attribute that an element with this tag must have and has not."""
    return next((wanted for wanted in _shape_of(tag).required if wanted not in keys), None)


def wrong_value(element: etree._Element) -> str | None:
    """Return an attribute of a closed list whose value is not in the list."""
    for key, value in element.attrib.items():
        allowed = VALUES.get(str(key))
        if allowed is not None and value not in allowed:
            return f"{key!s}={value!s}"
    return None
