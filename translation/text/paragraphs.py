"""Paragraphs of a plain text: every line that is not blank, or the lines of a wrapped one.

News text copied from a page has one paragraph a line, with or without blank lines between. A
text wrapped by hand or by mail at some column is recognised by its lines being as full as the
next word allows; there, lines are joined into paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

NARROWEST, WIDEST = 40, 120
"""Columns between which texts are wrapped by hand."""

FEWEST_FULL = 3
"""Full lines that prove a wrapped text; fewer can be chance."""

FULL_SHARE = 0.8
"""Of the lines that another follows directly, how many must be full in a wrapped text."""

LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BULLET = re.compile(r"(?:[-*•·▪–—]|\(?[0-9\u0660-\u0669]{1,3}[.)\-])\s")
_STOPS = (".", "!", "?", "؟", "…", "۔", '."', ".”", ".»", '".', "».")
_HYPHENATED = re.compile("\\w[-/\u2010\u2011]\\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its text, and where it stands in the original (Python indices).

    ``original[start:end]`` is the paragraph as found (line ends inside where it was wrapped);
    ``separator`` is what stands after it, up to the next paragraph or the end. So the original
    is ``original[:first.start]`` and then ``original[start:end] + separator`` of each block.
    """

    text: str
    start: int
    end: int
    separator: str
    wrapped: bool = False


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    """Without the white space around it."""
    follows_blank: bool
    indent: int


def paragraphs(text: str) -> list[Block]:
    """Find the paragraphs of a plain text; none where it is all white space."""
    lines = _lines(text)
    width = _wrap_width(lines)
    groups: list[list[_Line]] = []
    for line in lines:
        if groups and width and _continues(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    if not groups:
        return []
    ends = [group[0].start for group in groups[1:]] + [len(text)]
    return [
        Block(
            _joined(group),
            group[0].start,
            group[-1].end,
            text[group[-1].end : next_start],
            len(group) > 1,
        )
        for group, next_start in zip(groups, ends, strict=True)
    ]


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start, blank = 0, True
    edges = [(end.start(), end.end()) for end in LINE_END.finditer(text)]
    for stop, next_start in [*edges, (len(text), len(text))]:
        raw = text[start:stop]
        kept = raw.strip()
        if kept:
            indent = len(raw) - len(raw.lstrip())
            first = start + indent
            lines.append(_Line(first, first + len(kept), kept, blank, indent))
        blank = not kept
        start = next_start
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """Return the column at which the text is wrapped, 0 where it is not."""
    inner = [
        (line, after)
        for line, after in pairwise(lines)
        if not after.follows_blank and not _BULLET.match(after.text)
    ]
    if len(inner) < FEWEST_FULL:
        return 0
    width = max(len(line.text) + line.indent for both in inner for line in both)
    if not NARROWEST <= width <= WIDEST:
        return 0
    full = [line for line, after in inner if _is_full(line, after, width)]
    stopped = sum(line.text.endswith(_STOPS) for line in full)
    proven = len(full) >= max(FEWEST_FULL, FULL_SHARE * len(inner)) and 2 * stopped <= len(full)
    return width if proven else 0


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted."""
    return line.indent + len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _continues(line: _Line, after: _Line, width: int) -> bool:
    starts_anew = after.follows_blank or bool(_BULLET.match(after.text))
    indented = after.indent > line.indent + 1 and not _BULLET.match(line.text)
    return not starts_anew and not indented and _is_full(line, after, width)


def _joined(group: list[_Line]) -> str:
    text = group[0].text
    for line in group[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line.text
        else:
            text += line.text if _HYPHENATED.search(text[-2:]) else " " + line.text
    return text
