"""Names of DrawingML and PresentationML, each in its ordinary and its strict namespace.

ECMA-376 part 1, sections 19 (PresentationML) and 21.1 (DrawingML); strict names are those of
part 1, ordinary ones ("transitional") those of part 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_SLIDES = (
    "http://schemas.openxmlformats.org/presentationml/2006/main",
    "http://purl.oclc.org/ooxml/presentationml/main",
)
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def _both(namespaces: tuple[str, str], name: str) -> frozenset[str]:
    return frozenset(f"{{{namespace}}}{name}" for namespace in namespaces)


def a(name: str) -> frozenset[str]:
    """Return a name of DrawingML as lxml writes it, in both namespaces."""
    return _both(_DRAWING, name)


def p(name: str) -> frozenset[str]:
    """Return a name of PresentationML as lxml writes it, in both namespaces."""
    return _both(_SLIDES, name)


P, P_PR, R, R_PR, T = a("p"), a("pPr"), a("r"), a("rPr"), a("t")
BR, FIELD, END, TBL, BODY_PR = a("br"), a("fld"), a("endParaRPr"), a("tbl"), a("bodyPr")
SHAPE, PLACEHOLDER, SLIDE = p("sp"), p("ph"), p("sld")
ALTERNATE = f"{{{MC}}}AlternateContent"


def child(parent: etree._Element, names: frozenset[str]) -> etree._Element | None:
    """Return the first child with one of these names."""
    return next((element for element in parent if element.tag in names), None)


def made(beside: etree._Element, name: str) -> etree._Element:
    """Return a new element of DrawingML in the namespace that ``beside`` stands in."""
    namespace = str(beside.tag).partition("}")[0][1:]
    if namespace not in _DRAWING:
        namespace = _DRAWING[0]
    return beside.makeelement(f"{{{namespace}}}{name}")


def relation_id(element: etree._Element, name: str = "id") -> str:
    """Return the relationship that an element names."""
    found = (element.get(f"{{{namespace}}}{name}") for namespace in _RELATIONS)
    return next((value for value in found if value), "")


def is_on(value: str | None) -> bool:
    """Tell whether an attribute says yes (xsd:boolean)."""
    return value in ("1", "true", "on")


def shown(element: etree._Element, most: int = 200) -> str:
    """Return an element's start tag for people and other programs to read."""
    attributes = "".join(
        f' {str(name).rpartition("}")[2]}="{value!s}"' for name, value in element.attrib.items()
    )
    return f"<a:{local_name(element)}{attributes}"[:most] + "/>"
