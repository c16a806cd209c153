"""The paragraphs of an OpenDocument text, wherever they stand: an own walk over its tree.

Body, lists, tables, sections, text boxes, notes, and the headers and footers of its pages.
Deleted text, comments, forms and the sources of indexes hold paragraphs too, but none to
translate. The lines of an index are translated: office programs collect them anew only when
somebody asks them to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.odt.names import (
    CELLS,
    STYLE_NAME,
    H,
    P,
    is_element,
    qualified,
    qualified_set,
)
from translation.formats.odt.package import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.odt.package import OdtPackage

_SKIPPED = qualified_set(
    "text:tracked-changes", "office:annotation", "office:forms", "office:scripts",
    "office:event-listeners", "text:note-citation", "text:table-of-content-source",
    "text:alphabetical-index-source", "text:illustration-index-source", "text:table-index-source",
    "text:object-index-source", "text:user-index-source", "text:bibliography-source",
    "svg:title", "svg:desc", "draw:object", "form:form",
)  # fmt: skip
_LISTS = qualified_set("text:list", "text:numbered-paragraph")
_PAGES = qualified_set(
    "style:header", "style:header-left", "style:header-first", "style:footer",
    "style:footer-left", "style:footer-first", "loext:header-first", "loext:footer-first",
)  # fmt: skip
_TABLE, _SECTION = qualified("table:table"), qualified("text:section")
_IS_HIDDEN = qualified("text:is-hidden")
_DISPLAY, _SHOWN = qualified("text:display"), qualified("style:display")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or heading: ``number`` counts them in their part, from 0.

    ``container`` is "cell", "list" or nothing, whichever is nearest; ``table`` the innermost
    table around it. ``is_hidden`` tells that a section around it is (rows and columns that are
    switched off are shown all the same by LibreOffice Writer, which knows none), ``is_left_out``
    that its header or footer is switched off.
    """

    element: etree._Element
    part: str
    number: int
    container: str
    table: etree._Element | None
    is_left_out: bool
    is_hidden: bool

    @property
    def anchor(self) -> str:
        """Its place in words that a unit keeps."""
        return f"{self.part} {self.number}"

    @property
    def style(self) -> str:
        """The name of its style, empty where it has none."""
        return self.element.get(STYLE_NAME, "")

    @property
    def outline_level(self) -> int:
        """The level of a heading from 1, 0 for a paragraph."""
        if self.element.tag != H:
            return 0
        level = self.element.get(qualified("text:outline-level"), "1")
        return int(level) if level.isdecimal() and len(level) < 3 else 1


@dataclass(frozen=True, slots=True)
class _Around:
    container: str = ""
    table: etree._Element | None = None
    is_left_out: bool = False
    is_hidden: bool = False


def paragraphs(package: OdtPackage) -> Iterator[Paragraph]:
    """Give all paragraphs with content, those of the body first, then headers and footers."""
    for part, root in package.roots.items():
        number = 0
        for name in ("office:body", "office:master-styles"):
            place = root.find(qualified(name))
            if place is not None and (name == "office:body") <= (part == CONTENT):
                for paragraph in _walk(place, part, number):
                    number = paragraph.number + 1
                    yield paragraph


def _walk(top: etree._Element, part: str, number: int) -> Iterator[Paragraph]:
    from lxml import etree

    around = [_Around()]
    walker = etree.iterwalk(top, events=("start", "end"))
    for event, element in walker:
        if not is_element(element):
            continue
        if event == "end":
            if _surrounds(element):
                around.pop()
        elif element.tag in _SKIPPED:
            walker.skip_subtree()
        elif _surrounds(element):
            around.append(_inside(element, around[-1]))
        elif element.tag in (P, H) and (element.text or len(element)):
            here = around[-1]
            yield Paragraph(
                element, part, number, here.container, here.table, here.is_left_out, here.is_hidden
            )
            number += 1


def _surrounds(element: etree._Element) -> bool:
    return (
        element.tag in CELLS
        or element.tag in _LISTS
        or element.tag in _PAGES
        or element.tag in (_TABLE, _SECTION)
    )


def _inside(element: etree._Element, around: _Around) -> _Around:
    container, table, left_out = around.container, around.table, around.is_left_out
    hidden = around.is_hidden
    if element.tag in CELLS:
        container = "cell"
    elif element.tag in _LISTS:
        container = "list"
    elif element.tag == _TABLE:
        table = element
    elif element.tag == _SECTION:
        display = element.get(_DISPLAY)
        hidden = hidden or display == "none"
        hidden = hidden or (display == "condition" and element.get(_IS_HIDDEN) == "true")
    else:
        left_out = left_out or element.get(_SHOWN) == "false"
    return _Around(container, table, left_out, hidden)
