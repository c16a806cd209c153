"""The blocks of text of a page: an own walk over its tree, block by block.

A block is a run of text and inline elements that no block-level element interrupts. The walk
keeps no stack of its own on Python's, so that a page nested thousands deep is no danger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

BLOCK_TAGS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
SKIPPED_TAGS = frozenset(
    {
        "applet", "area", "audio", "base", "button", "canvas", "datalist", "dialog", "embed",
        "frame", "frameset", "head", "iframe", "input", "label", "link", "map", "math", "menu",
        "meta", "nav", "noframes", "noscript", "object", "option", "param", "progress",
        "script", "select", "style", "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
"""Elements whose inside is never text of an article; some systems put all of it in a form."""

CODE_TAGS = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "i",
        "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strike", "strong",
        "sub", "sup", "tt", "u", "var",
    }
)  # fmt: skip
"""Inline elements that become a pair of codes; others (span, font, time) are looked through."""

ALONE_TAGS = frozenset({"br", "img", "wbr"})
_SEEN = re.compile("[^\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters of the page, white space as found."""

    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """An inline element's start, its end, or the whole of it."""

    element: etree._Element
    opens: bool = False
    closes: bool = False


@dataclass(slots=True)
class Block:
    """A run of inline content directly inside the block-level element ``owner``.

    ``place`` counts the runs of the same owner from 0.
    """

    owner: etree._Element
    place: int = 0
    parts: list[Text | Tag] = field(default_factory=list)

    @property
    def plain(self) -> str:
        """The text alone, white space collapsed."""
        return " ".join("".join(p.text for p in self.parts if isinstance(p, Text)).split())


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a reader of the page would not see this element."""
    return (
        element.tag in SKIPPED_TAGS
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
    )


def blocks(root: etree._Element) -> Iterator[Block]:
    """Walk the page in document order and give its blocks that hold any text."""
    walk = _Walk(root)
    walk.run()
    return (block for block in walk.found if _SEEN.search(block.plain))


class _Walk:
    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.found: list[Block] = []
        self.containers = _containers(root)
        self.places: dict[etree._Element, int] = {}
        self.owners: list[etree._Element] = [root]
        self.current = Block(root)

    def run(self) -> None:
        from lxml import etree

        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if not isinstance(element.tag, str):
                self._text(element.tail if event == "end" else None)
            elif event == "start":
                self._start(element, walker)
            else:
                self._end(element)
        self._flush()

    def _start(self, element: etree._Element, walker: etree.iterwalk) -> None:
        if is_hidden(element):
            walker.skip_subtree()
        elif self._is_block(element):
            self._flush()
            self.owners.append(element)
            self._begin()
            self._text(element.text)
        else:
            if element.tag in ALONE_TAGS:
                self.current.parts.append(Tag(element))
            elif element.tag in CODE_TAGS:
                self.current.parts.append(Tag(element, opens=True))
            self._text(element.text)

    def _end(self, element: etree._Element) -> None:
        if not is_hidden(element):
            if self._is_block(element):
                self._flush()
                if len(self.owners) > 1:
                    self.owners.pop()
                self._begin()
            elif element.tag in CODE_TAGS:
                self.current.parts.append(Tag(element, closes=True))
        if element is not self.root:
            self._text(element.tail)

    def _is_block(self, element: etree._Element) -> bool:
        return element.tag in BLOCK_TAGS or element in self.containers

    def _text(self, text: str | None) -> None:
        if text:
            self.current.parts.append(Text(text))

    def _begin(self) -> None:
        owner = self.owners[-1]
        self.current = Block(owner, self.places.get(owner, 0))

    def _flush(self) -> None:
        """Keep the block at hand; two line breaks in a row end a paragraph as ``p`` does."""
        for parts in _paragraphs(self.current.parts):
            owner = self.current.owner
            place = self.places.get(owner, 0)
            self.places[owner] = place + 1
            self.found.append(Block(owner, place, parts))
        self._begin()


def _containers(root: etree._Element) -> set[etree._Element]:
    """Return the elements that hold a block-level one, whatever their own names."""
    found: set[etree._Element] = set()
    for element in root.iter(*BLOCK_TAGS):
        for ancestor in element.iterancestors():
            if ancestor in found:
                break
            found.add(ancestor)
    return found


def _paragraphs(parts: list[Text | Tag]) -> Iterator[list[Text | Tag]]:
    """Cut at runs of two or more ``br`` that stand outside every inline element."""
    made: list[Text | Tag] = []
    breaks: list[Text | Tag] = []
    depth = 0
    for part in parts:
        is_break = isinstance(part, Tag) and part.element.tag == "br"
        if is_break or (breaks and isinstance(part, Text) and not part.text.strip()):
            breaks.append(part)
            continue
        if sum(isinstance(p, Tag) for p in breaks) > 1 and depth == 0:
            yield made
            made = []
        else:
            made += breaks
        breaks = []
        made.append(part)
        if isinstance(part, Tag):
            depth += part.opens - part.closes
    yield made
