"""What stands in the cells of a WordprocessingML table, as a person sees it.

ISO/IEC 29500-1: 17.4 (tables), 17.13.5 (revisions), 17.13.4 (comments).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "rPr", "instrText", "delText"})
"""Elements whose content is no text of the page any more, or never was."""
_CHARACTERS = {
    "tab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_WIDEST = 200
"""Columns looked at."""


def cells(row: etree._Element) -> list[str]:
    """Return the text of each column: merged cells count where they begin."""
    found: list[str] = [""] * _count(row.find("{*}trPr/{*}gridBefore"), 0)
    for cell in row.iter("{*}tc"):
        if next(cell.iterancestors("{*}tr")) is not row:
            continue
        merged = cell.find("{*}tcPr/{*}vMerge")
        goes_on = merged is not None and _value(merged) != "restart"
        found.append("" if goes_on else text_of(cell))
        span = cell.find("{*}tcPr/{*}gridSpan")
        found += [""] * (_count(span, 1) - 1)
        if len(found) >= _WIDEST:
            break
    return found


def is_deleted(row: etree._Element) -> bool:
    """Tell whether a tracked change takes the whole row away."""
    return row.find("{*}trPr/{*}del") is not None


def comment_ids(row: etree._Element) -> Iterator[str]:
    """Give the ids of the comments that hang on a row, in order."""
    for mark in row.iter("{*}commentReference"):
        for name, value in mark.attrib.items():
            if str(name).endswith("}id"):
                yield str(value)


def text_of(element: etree._Element) -> str:
    """Return the text inside, paragraphs as lines, as it is with all tracked changes accepted."""
    from lxml import etree

    pieces: list[str] = []
    unseen = 0
    joined = True
    """Whether the next paragraph goes on in the same line."""
    for event, part in etree.iterwalk(element, events=("start", "end")):
        name = local_name(part)
        if name in _UNSEEN and not _is_property(part):
            unseen += 1 if event == "start" else -1
        elif unseen or event == "end":
            continue
        elif name == "p":
            if not joined:
                pieces.append("\n")
            joined = part.find("{*}pPr/{*}rPr/{*}del") is not None
        elif name == "t":
            pieces.append(part.text or "")
        elif name in _CHARACTERS and local_name(part.getparent()) == "r":
            pieces.append(_CHARACTERS[name])
    return "".join(pieces)


def _is_property(part: etree._Element) -> bool:
    """Tell whether a ``w:del`` only marks something as deleted (17.13.5.13)."""
    return local_name(part) == "del" and len(part) == 0


def _count(element: etree._Element | None, otherwise: int) -> int:
    """Return how many columns a property says."""
    value = "" if element is None else _value(element)
    return min(int(value), _WIDEST) if value.isdecimal() and len(value) < 6 else otherwise


def _value(element: etree._Element) -> str:
    return next((str(v) for name, v in element.attrib.items() if str(name).endswith("}val")), "")
