"""How the paragraphs of a Word document's lists are marked and counted (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.docx.names import P_PR, VAL, P, w
from translation.formats.docx.package import Package
from translation.formats.docx.read import rules_of
from translation.formats.docx.stories import spots
from translation.formats.docx.styles import Styles, style_of
from translation.model.item_place import BULLET, DEEPEST, GOES_ON, ItemPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_KINDS = {
    "bullet": BULLET,
    "none": GOES_ON,
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "arabicAbjad": "a",
    "arabicAlpha": "a",
    "hebrew1": "a",
    "hebrew2": "a",
}
"""What a list counts by in the translation (w:numFmt); all others are numbers."""


def item_places(file: SourceFile, _report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of numbered and bulleted paragraphs with their places; InputError."""
    package = Package(file.original, file.name)
    styles = Styles(package.styles())
    rules = rules_of(file.extraction, styles)
    part = package.name_of(package.main, "numbering")
    lists = _WordLists(package.root(part)) if part is not None else None
    if lists is None:
        return
    for one in package.parts():
        rules.look_at(one.root)
        anchors = {
            spot.paragraph: f"{one.name} {place}"
            for place, spot in enumerate(spots(one.root, rules))
        }
        for paragraph in one.root.iter(P):
            properties = paragraph.find(P_PR)
            own = None if properties is None else properties.find(w("numPr"))
            styled = styles.paragraph(style_of(properties, "pStyle"), "numPr")
            if (place := lists.counted(own, styled)) is not None and paragraph in anchors:
                yield anchors[paragraph], place


class _WordLists:
    """Counts the paragraphs of the lists of a numbering part, in the order they come in."""

    def __init__(self, root: etree._Element) -> None:
        self._shared = {one.get(w("abstractNumId")): one for one in root.iter(w("abstractNum"))}
        self._lists = {one.get(w("numId")): one for one in root.iter(w("num"))}
        self._counts: dict[object, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def counted(
        self, own: etree._Element | None, styled: etree._Element | None
    ) -> ItemPlace | None:
        """Return the place of the next paragraph, by its properties and those of its style."""
        list_id = self._said(own, "numId") or self._said(styled, "numId")
        found = self._lists.get(list_id)
        if found is None:
            return None
        level = int(self._said(own, "ilvl") or self._said(styled, "ilvl") or 0)
        shared_id = self._said(found, "abstractNumId")
        kind, start = self._level(found, self._shared.get(shared_id), level)
        counts = self._counts.setdefault(shared_id, {})
        begins = self._begins(found, list_id, level)
        number = counts[level] + 1 if level in counts and begins is None else begins or start
        counts[level] = number
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return ItemPlace(min(level, DEEPEST), kind, number)

    def _begins(self, found: etree._Element, list_id: str, level: int) -> int | None:
        """Return where a list begins that says so itself, at its first paragraph of a level."""
        if (list_id, level) in self._begun:
            return None
        self._begun.add((list_id, level))
        for override in found.iter(w("lvlOverride")):
            if override.get(w("ilvl")) == str(level):
                begins = self._said(override, "startOverride")
                return int(begins) if begins else None
        return None

    def _level(
        self, found: etree._Element, shared: etree._Element | None, level: int
    ) -> tuple[str, int]:
        for holder in (found, shared):
            for one in () if holder is None else holder.iter(w("lvl")):
                if one.get(w("ilvl")) == str(level):
                    kind = _KINDS.get(self._said(one, "numFmt"), "1")
                    return kind, int(self._said(one, "start") or 1)
        return BULLET, 1

    def _said(self, element: etree._Element | None, name: str) -> str:
        found = None if element is None else element.find(w(name))
        return "" if found is None else found.get(VAL, "")
