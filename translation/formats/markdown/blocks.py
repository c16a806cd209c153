"""The blocks of a Markdown file that hold running text, with the places of their lines.

Front matter, code, HTML and link reference definitions are none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.markdown.front import Front, front_matter
from translation.formats.markdown.inline import DEEPEST
from translation.formats.markdown.shown import Shown
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

    from translation.model.ports import Report

_ATX_OPENS = re.compile(r"#{1,6}[ \t]*")
_ATX_CLOSES = re.compile(r"(?:(?<=[ \t])|\A)#+[ \t]*\Z")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
MOST_BLOCKS = 100_000
"""Paragraphs, items and cells of a file; the parser takes 3 seconds for them, a book has 5 000."""

_LINES = "lines"
_REPORT_EVERY = 200


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph, heading or cell: ``lines`` are the places of its text in the file.

    ``kind`` is how it is written: paragraph, heading (``#``), underlined (a heading) or cell.
    ``raw`` is its inline Markdown
    without the prefixes of the lines.
    """

    kind: str
    role: Role
    lines: tuple[tuple[int, int], ...]
    raw: str

    @property
    def anchor(self) -> str:
        """Where it stands, from the first character of its text to the last."""
        return f"{self.lines[0][0]}:{self.lines[-1][1]}"


@dataclass(frozen=True, slots=True)
class Blocks:
    """What was found: ``environment`` has the references, ``html`` the places of HTML blocks."""

    texts: list[TextBlock]
    environment: dict[str, Any]
    html: list[tuple[int, int]]
    front: Front


def find_blocks(text: str, name: str, report: Report) -> Blocks:
    """Parse the Markdown text of a file into its blocks; InputError too_many_paragraphs."""
    front = front_matter(text)
    shown = Shown(text, front.end)
    if shown.about > MOST_BLOCKS:
        raise InputError("too_many_paragraphs", file=name, limit=MOST_BLOCKS)
    environment: dict[str, Any] = {}
    tokens: list[Token] = []
    md = _parser(report)
    # The parser looks at the line end of a last line that has none.
    md.block.parse(f"{shown.text}\n", md, environment, tokens)
    html = [shown.lines(*token.map) for token in tokens if token.type == "html_block" and token.map]
    return Blocks(list(_text_blocks(tokens, shown)), environment, html, front)


def _parser(report: Report) -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import heading, lheading, paragraph, table

    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    ruler = made.block.ruler
    interrupting = ["paragraph", "reference", "blockquote"]
    ruler.at("heading", _watched(heading, report), {"alt": interrupting})
    ruler.at("table", _watched(table, report), {"alt": interrupting[:2]})
    ruler.at("lheading", _watched(lheading, report))
    ruler.at("paragraph", _watched(paragraph, report))
    return made


def _watched(
    rule: Callable[[StateBlock, int, int, bool], bool], report: Report
) -> Callable[[StateBlock, int, int, bool], bool]:
    """Return a rule that tells its tokens where the content of their lines stands."""

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        before = len(state.tokens)
        if not rule(state, start, end, silent):
            return False
        if not silent:
            for token in state.tokens[before:]:
                if token.type == "inline" and token.map:
                    token.meta[_LINES] = [
                        (line, state.bMarks[line] + state.tShift[line], state.eMarks[line])
                        for line in range(*token.map)
                    ]
            if before // _REPORT_EVERY != len(state.tokens) // _REPORT_EVERY:
                report(start, state.lineMax)
        return True

    return run


def _text_blocks(tokens: list[Token], shown: Shown) -> Iterator[TextBlock]:
    cells = 0
    inside: list[Token] = []
    for token in tokens:
        if token.nesting > 0:
            inside.append(token)
        elif token.nesting < 0:
            inside.pop()
        if token.type == "tr_open":
            cells = 0
        if token.type != "inline" or _LINES not in token.meta:
            continue
        holder = inside[-1]
        if holder.type in ("th_open", "td_open"):
            lines = list(_cell(token.meta[_LINES][0], cells, shown))
            cells += 1
            kind, role = "cell", Role.CELL
        elif holder.type == "heading_open":
            lines = list(_heading(token.meta[_LINES], holder, shown))
            kind = "underlined" if holder.markup in ("=", "-") else "heading"
            role = Role.HEADLINE if holder.tag == "h1" else Role.SUBHEADING
        else:
            lines, in_list = _paragraph(token.meta[_LINES], inside, shown)
            kind, role = "paragraph", Role.LIST_ITEM if in_list else Role.PARAGRAPH
        if lines:
            yield _block(kind, role, lines, shown)


_Line = tuple[int, int, int]
"""A line's number, and where its content starts and ends in the shown text."""


def _block(kind: str, role: Role, lines: list[_Line], shown: Shown) -> TextBlock:
    trimmed = []
    for number, (line, start, end) in enumerate(lines):
        # White space at the end of a line but the last can be a line break.
        text = shown.text[start:end]
        kept = text.rstrip(" \t") if number == len(lines) - 1 else text
        lead = len(kept) - len(kept.lstrip(" \t"))
        trimmed.append((line, start + lead, start + len(kept)))
    raw = "\n".join(shown.text[start:end] for _, start, end in trimmed)
    return TextBlock(kind, role, tuple(shown.place(*line) for line in trimmed), raw)


def _paragraph(lines: list[_Line], inside: list[Token], shown: Shown) -> tuple[list[_Line], bool]:
    number, start, end = lines[0]
    in_list = False
    if len(inside) > 1 and inside[-2].type == "list_item_open":
        in_list = number not in shown.footnotes
        task = _TASK.match(shown.text, start, end)
        start = task.end() if task and in_list else start
    return [(number, start, end), *lines[1:]], in_list


def _heading(lines: list[_Line], holder: Token, shown: Shown) -> Iterator[_Line]:
    if holder.markup in ("=", "-"):
        yield from lines  # without the line under them
        return
    number, start, end = lines[0]
    text = shown.text[start:end].rstrip(" \t")
    opening = _ATX_OPENS.match(text)
    first = opening.end() if opening else 0
    closing = _ATX_CLOSES.search(text, first)
    yield number, start + first, start + (closing.start() if closing else len(text))


def _cell(line: _Line, place: int, shown: Shown) -> Iterator[_Line]:
    """Give the part of a table's row that is the cell at ``place``, if the row goes so far."""
    number, start, end = line
    text = shown.text[start:end].rstrip(" \t")
    pipes = [-1, *(found.start() for found in re.finditer(r"(?<!\\)\|", text)), len(text)]
    cells = [(first + 1, last) for first, last in pairwise(pipes)]
    if cells[0] == (0, 0):
        cells = cells[1:]
    if place < len(cells):
        first, last = cells[place]
        yield number, start + first, start + last
