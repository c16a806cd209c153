"""How the items of a page's lists are marked and counted (HTML, 4.4.5 and 4.4.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.html.read import original_page
from translation.model.item_place import BULLET, DEEPEST, GOES_ON, ItemPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

    from translation.formats.html.inline import Placed
    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_KINDS = frozenset({"a", "A", "i", "I"})


def item_places(file: SourceFile, report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of blocks in lists with their places; InputError."""
    _page, blocks = original_page(file, report)
    for placed, place in in_lists(blocks):
        yield placed.anchor, place


def in_lists(blocks: Iterable[Placed]) -> Iterator[tuple[Placed, ItemPlace]]:
    """Give the blocks of a page that stand in lists, with their places."""
    numbers: dict[etree._Element, int] = {}
    begun: set[etree._Element] = set()
    for placed in blocks:
        around = [placed.block.owner, *placed.block.owner.iterancestors()]
        item = next((one for one in around if one.tag == "li"), None)
        lists = [one for one in around if one.tag in _LISTS]
        if item is None or not lists:
            continue
        level = min(len(lists) - 1, DEEPEST)
        if lists[0].tag != "ol":
            kind, number = BULLET, 0
        else:
            said = lists[0].get("type", "")
            kind, number = said if said in _KINDS else "1", _number(item, lists[0], numbers)
        yield placed, ItemPlace(level, GOES_ON if item in begun else kind, number)
        begun.add(item)


def _number(item: etree._Element, list_: etree._Element, numbers: dict[etree._Element, int]) -> int:
    """Return the number of an item: what it says, else one more than the item before it."""
    if item not in numbers:
        items = list(list_.iterchildren("li"))
        step = -1 if list_.get("reversed") is not None else 1
        start = len(items) if step < 0 else 1
        number = _whole(list_.get("start"), start) - step
        for one in items:
            number = numbers[one] = _whole(one.get("value"), number + step)
    return numbers.get(item, 1)


def _whole(text: str | None, other: int) -> int:
    """Return a whole number as HTML reads it, ``other`` where there is none."""
    said = (text or "").strip()
    digits = said.removeprefix("-").removeprefix("+")
    return int(said) if digits.isascii() and digits.isdecimal() and len(digits) < 7 else other
