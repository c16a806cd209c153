"""Names of WordprocessingML, and the order in which its schema wants properties.

ECMA-376 part 1, sections 17.3.1.26 (pPr), 17.3.2.28 (rPr), 17.4.60 (tblPr), 17.6.17 (sectPr);
the orders are those of the schema's CT_PPr, CT_RPr, CT_TblPr and CT_SectPr.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PREFIXES = {
    W: "w",
    R: "r",
    MC: "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
}


@cache
def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


VAL = w("val")
P, R_ = w("p"), w("r")
P_PR, R_PR, T = w("pPr"), w("rPr"), w("t")
TBL, TBL_PR, TC, SECT_PR = w("tbl"), w("tblPr"), w("tc"), w("sectPr")
ALTERNATE, CHOICE, FALLBACK = (
    f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback")
)

SCRIPT_PAIRS = (("b", "bCs"), ("i", "iCs"), ("sz", "szCs"))
"""Properties of a run's Latin text, and the same of its complex scripts (Arabic, Hebrew)."""

Order = dict[str, int]


def _order(names: str) -> Order:
    return {w(name): place for place, name in enumerate(names.split())}


PARAGRAPH_ORDER = _order(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
    " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
    " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
    " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle"
    " rPr sectPr pPrChange"
)
RUN_ORDER = _order(
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline"
    " shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz"
    " szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish"
    " oMath rPrChange"
)
TABLE_ORDER = _order(
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc"
    " tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    " tblPrChange"
)
SECTION_ORDER = _order(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders"
    " lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter"
    " docGrid printerSettings sectPrChange"
)


def put(parent: etree._Element, name: str, order: Mapping[str, int]) -> etree._Element:
    """Return the child ``name`` of a properties element, made at its place where it is not."""
    tag = w(name)
    found = parent.find(tag)
    if found is not None:
        return found
    made = parent.makeelement(tag)
    rank = order[tag]
    # Properties of later Word versions stand behind all others but the record of a change.
    last = len(order) - 1.5
    for place, child in enumerate(parent):
        if order.get(str(child.tag), last) > rank:
            parent.insert(place, made)
            return made
    parent.append(made)
    return made


def remove(parent: etree._Element, name: str) -> None:
    """Take the child ``name`` out of a properties element."""
    found = parent.find(w(name))
    if found is not None:
        parent.remove(found)


def is_on(element: etree._Element) -> bool:
    """Tell what an on-or-off property says (ST_OnOff)."""
    return element.get(VAL, "1") not in ("0", "false", "off")


def switch(parent: etree._Element, name: str, on: bool, order: Mapping[str, int]) -> None:
    """Set an on-or-off property to what it says of itself."""
    element = put(parent, name, order)
    if not on:
        element.set(VAL, "0")
    elif VAL in element.attrib:
        del element.attrib[VAL]


def properties(element: etree._Element, tag: str) -> etree._Element:
    """Return the properties (pPr, rPr, tblPr) of an element, made as its first child if missing."""
    found = element.find(tag)
    if found is None:
        found = element.makeelement(tag)
        element.insert(0, found)
    return found


def brief(element: etree._Element, most: int = 200) -> str:
    """Return an element's start tag with known prefixes, for people and other programs to read."""
    attributes = "".join(
        f' {_short(str(name))}="{value!s}"' for name, value in element.attrib.items()
    )
    return f"<{_short(str(element.tag))}{attributes}"[:most] + ("/>" if len(element) == 0 else ">")


def _short(tag: str) -> str:
    namespace, _, name = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return f"{prefix}:{name}" if prefix else name
