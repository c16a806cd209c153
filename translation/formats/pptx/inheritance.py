"""What a paragraph has from its shape, the layout, the master and the presentation.

ECMA-376 part 1, 19.3.1.36 (placeholders), 19.3.1.52 (text styles of a master) and 21.1.2.4
(list styles): the nearest that says anything is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.pptx.bodies import placeholder
from translation.formats.pptx.names import P_PR, SHAPE, a, child, p
from translation.formats.pptx.presentation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.pptx.bodies import Spot
    from translation.formats.pptx.presentation import Part, Presentation

_LIST_STYLE = a("lstStyle")
_TITLES = frozenset({"title", "ctrTitle"})
_IN_TEXT = frozenset({"", "body", "obj", "subTitle", "chart", "tbl", "dgm", "media", "clipArt",
                      "pic"})  # fmt: skip
_LEVELS = 9


class Inheritance:
    """What paragraphs of one part inherit; diagrams and charts inherit nothing."""

    def __init__(self, presentation: Presentation, part: Part) -> None:
        self._above: list[etree._Element] = []
        """The layout, then the master."""
        self._default = child(presentation.root, p("defaultTextStyle"))
        self._is_slide = part.kind in (Kind.SLIDE, Kind.NOTES)
        name: str = part.name
        kinds = ("slideLayout", "slideMaster") if part.kind is Kind.SLIDE else ("notesMaster",)
        for kind in kinds if self._is_slide else ():
            found = presentation.above(name, kind)
            if found is None:
                return
            name, root = found
            self._above.append(root)

    def value(self, spot: Spot, name: str) -> str | None:
        """Return an attribute of a paragraph's properties, its own or inherited."""
        own = child(spot.paragraph, P_PR)
        level = "0" if own is None else own.get("lvl", "0")
        number = int(level) if level in map(str, range(_LEVELS)) else 0
        wanted = a(f"lvl{number + 1}pPr")
        if own is not None and (value := own.get(name)) is not None:
            return value
        for styles in self._styles(spot):
            found = child(styles, wanted)
            if found is not None and (value := found.get(name)) is not None:
                return value
        return None

    def _styles(self, spot: Spot) -> Iterator[etree._Element]:
        """Give what lists the properties of each level, the nearest first."""
        body = spot.paragraph.getparent()
        own = None if body is None else child(body, _LIST_STYLE)
        if own is not None:
            yield own
        if not self._is_slide:
            return
        if spot.shape is not None and spot.place is not None:
            filled = placeholder(spot.shape)
            for root in self._above:
                same = None if filled is None else _same_place(root, filled)
                if same is not None:
                    yield from same.iter(*_LIST_STYLE)
        if self._above:
            yield from _master_styles(self._above[-1], spot)
        if self._default is not None:
            yield self._default


def _master_styles(master: etree._Element, spot: Spot) -> Iterator[etree._Element]:
    notes = child(master, p("notesStyle"))
    styles = child(master, p("txStyles"))
    if notes is not None:
        yield notes
    if styles is not None:
        place = spot.place
        kind = "titleStyle" if place in _TITLES else "bodyStyle" if place in _IN_TEXT else ""
        found = child(styles, p(kind or "otherStyle"))
        if found is not None:
            yield found


def _same_place(root: etree._Element, filled: etree._Element) -> etree._Element | None:
    """Return the shape of a layout or master that a placeholder is an instance of."""
    kind, index = filled.get("type", ""), filled.get("idx", "0")
    by_kind = None
    for shape in root.iter(*SHAPE):
        found = placeholder(shape)
        if found is None:
            continue
        its = found.get("type", "")
        if index != "0" and found.get("idx", "0") == index:
            return shape
        alike = its == kind or {its, kind} <= _TITLES or {its, kind} <= _IN_TEXT
        if by_kind is None and alike:
            by_kind = shape
    return by_kind
