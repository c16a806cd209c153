"""How the items of Markdown lists are marked, by what their lines begin with (CommonMark, 5.2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.item_place import BULLET, DEEPEST, GOES_ON, ItemPlace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_MARK = re.compile(
    r"(?P<indent>[ \t>]*)(?:(?P<number>\d{1,9})[.)]|[-*+])[ \t]+(?:\[[ xX]\][ \t]+)?"
)


def item_places(file: SourceFile, _report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of all places of text that may stand in lists, with their marks."""
    text = file.original.decode(file.encoding or "utf-8", "replace")
    lists: list[tuple[int, int]] = []
    """The indents of the lists around, and the last number of each, 0 for bullets."""
    at = 0
    for line in text.splitlines(keepends=True):
        found = _MARK.match(line)
        indent = len(
            (found["indent"] if found else line[: len(line) - len(line.lstrip())]).expandtabs(4)
        )
        if line.strip():
            while lists and (lists[-1][0] > indent or (not found and lists[-1][0] == indent)):
                lists.pop()
        if found:
            said = int(found["number"]) if found["number"] else 0
            is_next = bool(lists) and lists[-1][0] == indent and (lists[-1][1] > 0) == (said > 0)
            # Only the first number of a list counts; the others go on from it.
            number = lists[-1][1] + 1 if is_next and said else said
            if lists and lists[-1][0] == indent:
                lists.pop()
            lists.append((indent, number))
            level = min(len(lists) - 1, DEEPEST)
            kind = "1" if found["number"] else BULLET
            yield str(at + found.end()), ItemPlace(level, kind, number)
        elif lists and line.strip():
            level = min(len(lists) - 1, DEEPEST)
            yield str(at + len(line) - len(line.lstrip())), ItemPlace(level, GOES_ON)
        at += len(line)
