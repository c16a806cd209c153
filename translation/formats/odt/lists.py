"""How the items of an OpenDocument text's lists are marked and counted (part 3, 5.3 and 16.30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.odt.blocks import paragraphs
from translation.formats.odt.names import qualified
from translation.formats.odt.package import open_package
from translation.model.item_place import BULLET, DEEPEST, GOES_ON, ItemPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.odt.package import OdtPackage
    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_LIST, _ITEM = qualified("text:list"), qualified("text:list-item")
_STYLE, _LIST_STYLE = qualified("style:style"), qualified("text:list-style")
_NAME, _OF_STYLE = qualified("style:name"), qualified("style:list-style-name")
_LEVEL, _USES = qualified("text:level"), qualified("text:style-name")
_NUMBERED = qualified("text:list-level-style-number")
_FORMAT, _START = qualified("style:num-format"), qualified("text:start-value")
_GOES_ON = qualified("text:continue-numbering")
_PLAIN = frozenset({"a", "A", "i", "I"})


def item_places(file: SourceFile, _report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of paragraphs in lists with their places; InputError."""
    package = open_package(file.original, file.name)
    lists = _Lists(package)
    for paragraph in paragraphs(package):
        if (place := lists.place(paragraph.element, paragraph.style)) is not None:
            yield paragraph.anchor, place


class _Lists:
    """Counts the items of all lists, in the order they come in."""

    def __init__(self, package: OdtPackage) -> None:
        roots = package.roots.values()
        self._levels = {
            (style.get(_NAME), level.get(_LEVEL)): level
            for root in roots
            for style in root.iter(_LIST_STYLE)
            for level in style.iterchildren("*")
        }
        self._of_styles = {
            style.get(_NAME, ""): style.get(_OF_STYLE, "")
            for root in roots
            for style in root.iter(_STYLE)
        }
        self._numbers: dict[etree._Element, int] = {}
        self._last: dict[tuple[str, int], int] = {}
        """The last number of each style and level, for lists that go on from another."""

    def place(self, paragraph: etree._Element, style: str) -> ItemPlace | None:
        """Return how a paragraph is marked, None for one in no list."""
        item = next(paragraph.iterancestors(_ITEM), None)
        lists = list(paragraph.iterancestors(_LIST))
        if item is None or not lists:
            return None
        level = len(lists) - 1
        named = next((name for one in lists if (name := one.get(_USES))), "")
        named = named or self._of_styles.get(style, "")
        by = self._levels.get((named, str(level + 1)))
        if item in self._numbers:
            return ItemPlace(min(level, DEEPEST), GOES_ON)
        number = self._number(item, lists[0], by, (named, level))
        if by is None or by.tag != _NUMBERED:
            return ItemPlace(min(level, DEEPEST), BULLET)
        said = by.get(_FORMAT, "")
        kind = (
            GOES_ON if not said else said if said in _PLAIN else "1" if said[0].isdecimal() else "a"
        )
        return ItemPlace(min(level, DEEPEST), kind, number)

    def _number(
        self,
        item: etree._Element,
        list_: etree._Element,
        by: etree._Element | None,
        key: tuple[str, int],
    ) -> int:
        begins = _whole(item.get(_START))
        if begins is None:
            before = (self._numbers.get(one) for one in item.itersiblings(_ITEM, preceding=True))
            last = next((one for one in before if one is not None), None)
            if last is None and list_.get(_GOES_ON) == "true":
                last = self._last.get(key)
            first = _whole(by.get(_START)) if by is not None else None
            begins = (1 if first is None else first) if last is None else last + 1
        self._numbers[item] = self._last[key] = begins
        return begins


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 7 else None
