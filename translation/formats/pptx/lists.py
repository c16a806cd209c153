"""How the paragraphs of slides are marked and counted (ECMA-376 part 1, 21.1.2.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.pptx.bodies import spots
from translation.formats.pptx.presentation import Presentation
from translation.model.item_place import BULLET, DEEPEST, GOES_ON, ItemPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_KINDS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}


def item_places(file: SourceFile, _report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of paragraphs that say how they are marked, with places; InputError."""
    for part in Presentation(file.original, file.name).parts():
        body, counts = None, dict[int, int]()
        for place, spot in enumerate(spots(part)):
            if spot.paragraph.getparent() is not body:
                body, counts = spot.paragraph.getparent(), {}
            if (found := _place(spot.paragraph, counts)) is not None:
                yield f"{part.name} {place}", found


def _place(paragraph: etree._Element, counts: dict[int, int]) -> ItemPlace | None:
    """Return the place of a paragraph; ``counts`` are the last numbers of its body by level."""
    properties = paragraph.find("{*}pPr")
    if properties is None:
        counts.clear()
        return None
    said = properties.get("lvl", "0")
    level = int(said) if said in "0 1 2 3 4 5 6 7 8".split() else 0
    for deeper in [one for one in counts if one > level]:
        del counts[deeper]
    counted = properties.find("{*}buAutoNum")
    if counted is None:
        counts.pop(level, None)
        is_bare = properties.find("{*}buNone") is not None
        return ItemPlace(min(level, DEEPEST), GOES_ON if is_bare else BULLET)
    start = counted.get("startAt", "1")
    first = int(start) if start.isdecimal() and len(start) < 7 else 1
    number = counts[level] = counts[level] + 1 if level in counts else first
    kind = next(
        (k for begin, k in _KINDS.items() if counted.get("type", "").startswith(begin)), "1"
    )
    return ItemPlace(min(level, DEEPEST), kind, number)
