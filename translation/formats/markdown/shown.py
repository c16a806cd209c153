"""A Markdown text as its parser is shown it, line for line, so that places stay known.

CommonMark knows nothing of footnotes, definition lists, boxes (``:::note``, ``!!! note``), alerts
(``[!NOTE]``), lists numbered in Arabic digits and the lines of site generators. Each is shown as
what it is most like: an item, a heading, or nothing at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile("\r\n|[\n\r]")
_FOOTNOTE = re.compile(r"( {0,3})\[\^[^\]\s]+\]:[ \t]*(?=\S)")
_QUOTES = r"(?:[ \t]*>)*"
_DEFINITION = re.compile(rf"({_QUOTES} {{0,3}})[:~][ \t]+(?=\S)")
_ARABIC_ITEM = re.compile(
    rf"({_QUOTES}[ \t]*)[\u0660-\u0669\u06f0-\u06f9]{{1,9}}[.)\-][ \t]+(?=\S)"
)
_KIND = "[A-Za-z][A-Za-z0-9_-]*"
_COLONS = re.compile(rf"[ \t]*:{{3,}}[ \t]*(?:{_KIND})?(?P<title>.*)")
_BANGS = re.compile(
    rf"(?P<indent>[ \t]*)(?:!!!|\?\?\?\+?)[ \t]+{_KIND}(?:[ ]{_KIND})*[ \t]*"
    r"(?P<title>(?:\".*\")?)[ \t]*\Z"
)
_ALERT = re.compile(r"(?P<quote>[ \t]*(?:>[ \t]?)+)\[![\w-]+\][+-]?[ \t]*(?P<title>.*)")
_GENERATOR = re.compile(r"[ \t]*(?:\{[:.#][^{}]*\}|\{%.*%\}|\{\{[<%].*[>%]\}\})[ \t]*\Z")
"""Lines that kramdown, Liquid and Hugo read: attributes, tags, short codes."""

_FENCE = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")
_TITLE = re.compile(
    r"(?:\[(?P<bracketed>[^\]]*)\]|\"(?P<quoted>[^\"]*)\"|(?P<bare>[^{\[\"][^{]*?))\s*(?:\{.*\})?"
)
_HEADING = "#### "
_BOX_INDENT = "    "

MARKERS = frozenset("-*+>#0123456789")
"""What a block can begin with on the line after another one."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as shown; its end stands at ``end`` in the original."""

    shown: str
    end: int


class Shown:
    """The text as the parser is shown it, its line ends all alike, without front matter.

    ``about`` is how many blocks it has, but for such as follow a heading at once. ``footnotes``
    are the numbers of lines that are shown as items and are none.
    """

    def __init__(self, text: str, hidden: int) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.footnotes: set[int] = set()
        self.about = 0
        self._text_ends: list[int] = []
        self._shown_ends: list[int] = []
        pieces: list[str] = []
        at = length = 0
        after_blank = True
        lines = _Lines()
        edges = [(end.start(), end.end()) for end in _LINE_END.finditer(text)]
        for number, (stop, following) in enumerate([*edges, (len(text), len(text))]):
            source = "" if stop <= hidden and hidden else text[at:stop].replace("\0", "\ufffd")
            line = lines.shown(source, stop)
            if lines.is_footnote:
                self.footnotes.add(number)
            pieces.append(line.shown)
            begin = line.shown.lstrip(" \t")[:1]
            self.about += line.shown.count("|") if begin else 0
            self.about += (after_blank and begin != "") or begin in MARKERS
            after_blank = not begin
            length += len(line.shown)
            self.starts.append(at)
            self.ends.append(stop)
            self._text_ends.append(line.end)
            self._shown_ends.append(length)
            length += 1
            at = following
        self.text = "\n".join(pieces)

    def lines(self, first: int, after: int) -> tuple[int, int]:
        """Return where whole lines stand in the original."""
        return self.starts[first], self.ends[after - 1]

    def place(self, line: int, start: int, end: int) -> tuple[int, int]:
        """Return where a part of a shown line stands in the original."""
        shift = self._text_ends[line] - self._shown_ends[line]
        return start + shift, end + shift


class _Lines:
    """Shows one line after another, knowing what those before it were."""

    def __init__(self) -> None:
        self.is_footnote = False
        self._fence = ""
        self._has_text = False
        self._box: list[int] = []

    def shown(self, line: str, stop: int) -> _Line:
        """Return a line of the file, which ends at ``stop``, as it is shown."""
        self.is_footnote = False
        inner = self._inside_boxes(line)
        made = next(self._special(inner, stop), None) if not self._in_code(inner) else None
        made = made or _Line(inner, stop)
        self._has_text = bool(made.shown.strip()) or (self._has_text and not line.strip())
        return made

    def _inside_boxes(self, line: str) -> str:
        """Return a line of a box that is made by its indent without that indent."""
        while self._box and line.strip() and not line.startswith(" " * self._box[-1]):
            self._box.pop()
        return line[self._box[-1] :] if self._box and line.strip() else line

    def _in_code(self, line: str) -> bool:
        found = _FENCE.match(line)
        if not self._fence:
            self._fence = found[1] if found else ""
            return bool(found)
        if found and found[1].startswith(self._fence) and not line[found.end() :].strip():
            self._fence = ""
        return True

    def _special(self, line: str, stop: int) -> Iterator[_Line]:
        if not line.strip():
            return
        if found := _FOOTNOTE.match(line):
            self.is_footnote = True
            yield _Line(f"{found[1]}- {line[found.end() :]}", stop)
        elif (found := _ARABIC_ITEM.match(line)) or (
            self._has_text and (found := _DEFINITION.match(line))
        ):
            yield _Line(f"{found[1]}- {line[found.end() :]}", stop)
        elif found := _COLONS.fullmatch(line):
            yield _titled(line[: len(line) - len(line.lstrip())], line, found, stop)
        elif found := _BANGS.match(line):
            depth = self._box[-1] if self._box else 0
            self._box.append(depth + len(found["indent"].expandtabs(4)) + len(_BOX_INDENT))
            yield _titled(found["indent"], line, found, stop)
        elif found := _ALERT.fullmatch(line):
            yield _titled(found["quote"], line, found, stop)
        elif _GENERATOR.match(line):
            yield _Line("", stop)


def _titled(prefix: str, line: str, found: re.Match[str], stop: int) -> _Line:
    """Return the title of a box as a heading, where it has one, else an empty line."""
    title = found["title"].strip()
    inner = _TITLE.fullmatch(title)
    name = inner.lastgroup if inner else None
    if inner is None or name is None or not inner[name].strip():
        return _Line(prefix, stop)
    start = line.index(title, found.start("title")) + inner.start(name)
    text = inner[name].rstrip()
    return _Line(f"{prefix}{_HEADING}{text}", stop - len(line) + start + len(text))
