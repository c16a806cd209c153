"""Styles of a DOCX: what a paragraph or run is by its style, and by those that one is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.docx.names import P_PR, R_PR, TBL_PR, VAL, is_on, w
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_LONGEST_CHAIN = 20
"""Styles based on one another; Word allows ten."""
_HEADING = re.compile(r"heading ([1-9])\Z")
_BY_NAME = (
    (re.compile(r"title\Z"), Role.HEADLINE),
    (re.compile(r"subtitle\Z"), Role.SUBHEADING),
    (_HEADING, Role.SUBHEADING),
    (re.compile(r"caption\Z"), Role.CAPTION),
    (re.compile(r"date\Z"), Role.DATELINE),
    (re.compile(r"(author|byline)\Z"), Role.BYLINE),
    (re.compile(r"list\b|toc [1-9]\Z"), Role.LIST_ITEM),
)


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str
    element: etree._Element


class Styles:
    """The styles of one document by id. Names of built-in styles are English in every Word."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = ""
        self._known: dict[tuple[str, str, str], etree._Element | None] = {}
        self._roles: dict[str, Role] = {}
        self._defaults: etree._Element | None = None
        self.hide = False
        """Whether any of them hides text."""
        self.lists: set[str] = set()
        """The ids of the lists that paragraphs are in by their styles."""
        if root is None:
            return
        self._defaults = root.find(w("docDefaults"))
        self.hide = next(root.iter(w("vanish")), None) is not None
        self.lists = lists_of(root)
        for element in root.iter(w("style")):
            id_ = element.get(w("styleId"), "")
            name, based = element.find(w("name")), element.find(w("basedOn"))
            self._styles[id_] = _Style(
                "" if name is None else name.get(VAL, "").lower(),
                "" if based is None else based.get(VAL, ""),
                element,
            )
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true"):
                self._default = id_

    def role(self, style: str) -> Role:
        """Return what a paragraph of this style is, PARAGRAPH where its name says nothing."""
        if style not in self._roles:
            self._roles[style] = self._role(style)
        return self._roles[style]

    def is_first_heading(self, style: str) -> bool:
        """Tell whether this is a heading of the first level."""
        return any(found.name == "heading 1" for found in self._chain(style))

    def paragraph(self, style: str, name: str) -> etree._Element | None:
        """Return the paragraph property ``name`` that a style gives, else the document."""
        return self._property(style or self._default, P_PR, name)

    def table(self, style: str, name: str) -> etree._Element | None:
        """Return the table property ``name`` that a table style gives."""
        return self._property(style, TBL_PR, name)

    def run(self, run_style: str, paragraph_style: str, name: str) -> etree._Element | None:
        """Return the run property that a run's style, its paragraph's or the document gives."""
        own = self.own_run(run_style, name) if run_style else None
        return self.paragraph_run(paragraph_style, name) if own is None else own

    def paragraph_run(self, style: str, name: str) -> etree._Element | None:
        """Return the run property that a paragraph's style gives, else the document."""
        return self._property(style or self._default, R_PR, name)

    def own_run(self, style: str, name: str) -> etree._Element | None:
        """Return the run property that a style gives, or one that it is based on."""
        found = (one.element.find(f"{R_PR}/{w(name)}") for one in self._chain(style))
        return next((own for own in found if own is not None), None)

    def _property(self, style: str, where: str, name: str) -> etree._Element | None:
        key = (style, where, name)
        if key not in self._known:
            self._known[key] = self._found(style, where, name)
        return self._known[key]

    def _found(self, style: str, where: str, name: str) -> etree._Element | None:
        for found in self._chain(style):
            if (own := found.element.find(f"{where}/{w(name)}")) is not None:
                return own
        if self._defaults is None:
            return None
        return self._defaults.find(f"*/{where}/{w(name)}")

    def _chain(self, style: str) -> Iterator[_Style]:
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = found.based_on

    def _role(self, style: str) -> Role:
        for found in self._chain(style):
            for pattern, role in _BY_NAME:
                if pattern.match(found.name):
                    return role
            level = found.element.find(f"{P_PR}/{w('outlineLvl')}")
            if level is not None and level.get(VAL, "9") < "9":
                return Role.SUBHEADING
            if found.element.find(f"{P_PR}/{w('numPr')}") is not None:
                return Role.LIST_ITEM
        return Role.PARAGRAPH


def lists_of(root: etree._Element) -> set[str]:
    """Return the ids of the lists that a part or the styles speak of."""
    return {found.get(VAL, "") for found in root.iter(w("numId"))}


def style_of(properties: etree._Element | None, name: str) -> str:
    """Return the style that paragraph (pStyle), run (rStyle) or table properties name."""
    found = None if properties is None else properties.find(w(name))
    return "" if found is None else found.get(VAL, "")


def flag(element: etree._Element | None) -> bool:
    """Tell what an on-or-off property says, off where it is missing."""
    return element is not None and is_on(element)
