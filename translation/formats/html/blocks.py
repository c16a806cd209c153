"""The blocks of text of a page: an own walk over its tree, block by block.

A block is a run of text and inline elements that no block-level element interrupts; each piece of
it knows the tokens of the page it came from. The walk keeps no stack of its own on Python's, so
that a page nested thousands deep is no danger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.formats.html.ancestry import Inherited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.html.tree import Page

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
        "meta", "noembed", "noframes", "noscript", "object", "option", "param", "progress",
        "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video",
        "xmp",
    }
)  # fmt: skip
"""Elements whose inside is never text to translate; some systems put all of it in a form."""

VISIBLE_TAGS = frozenset(
    {
        "audio", "button", "canvas", "embed", "frame", "iframe", "input", "label", "math", "menu",
        "object", "progress", "select", "svg", "textarea", "video",
    }
)  # fmt: skip
"""Those that can be seen all the same: inside a sentence they have their place."""

CODE_TAGS = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "i",
        "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "strike", "strong",
        "sub", "sup", "tt", "u", "var",
    }
)  # fmt: skip
"""Inline elements that mean something; a translation may leave out others (span, font, time)."""

ALONE_TAGS = frozenset({"br", "img", "wbr"})
_SEEN = re.compile("[^\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters of the page, white space as found, and the numbers of its tokens."""

    text: str
    tokens: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """An inline element's start, its end, or the whole of it.

    ``token`` is the number of its start tag, also at its end. One that is ``hidden`` is whole,
    with all that is inside and nobody sees; so is one that is ``kept``, whose text is not to be
    translated.
    """

    element: etree._Element
    token: int | None
    opens: bool = False
    closes: bool = False
    hidden: bool = False
    kept: bool = False


@dataclass(slots=True)
class Block:
    """A run of inline content directly inside the block-level element ``owner``.

    ``place`` counts the runs of the same owner from 0. ``is_kept`` says that the page wants it
    to stay as it is.
    """

    owner: etree._Element
    place: int = 0
    parts: list[Text | Tag] = field(default_factory=list)
    is_kept: bool = False

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


def translates(element: etree._Element) -> bool | None:
    """Return what an element says of itself: whether its text is to be translated.

    By the attribute ``translate`` (HTML standard, 3.2.6.3) or the class ``notranslate`` that came
    before it. A page that says so of all of itself only keeps browsers from asking: None.
    """
    if element.tag in ("html", "body"):
        return None
    said = (element.get("translate") or "").strip().lower()
    if said in ("no", "yes"):
        return said == "yes"
    return False if "notranslate" in (element.get("class") or "").lower().split() else None


def blocks(page: Page) -> list[Block]:
    """Walk the page in document order and return its blocks that hold any text."""
    walk = _Walk(page)
    walk.run()
    return [block for block in walk.found if _SEEN.search(block.plain)]


class _Walk:
    def __init__(self, page: Page) -> None:
        self.page, self.root = page, page.root
        self.found: list[Block] = []
        self.containers = _containers(page.root)
        self.places: dict[etree._Element, int] = {}
        self.owners: list[etree._Element] = [page.root]
        self.current = Block(page.root)
        self.translates = Inherited(translates)

    def run(self) -> None:
        from lxml import etree

        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                self._start(element, walker)
            else:
                self._end(element)
        self._flush()

    def _start(self, element: etree._Element, walker: etree.iterwalk) -> None:
        if is_hidden(element):
            walker.skip_subtree()
            self._tag(element, hidden=True)
        elif self._is_block(element):
            self._flush()
            self.owners.append(element)
            self._begin()
            self._text(element.text, self.page.texts.get(element, ()))
        else:
            self._tag(element, opens=element.tag not in ALONE_TAGS)
            self._text(element.text, self.page.texts.get(element, ()))

    def _end(self, element: etree._Element) -> None:
        if not is_hidden(element):
            if self._is_block(element):
                self._flush()
                if len(self.owners) > 1:
                    self.owners.pop()
                self._begin()
            elif element.tag not in ALONE_TAGS:
                self._tag(element, closes=True)
        if element is not self.root:
            self._text(element.tail, self.page.tails.get(element, ()))

    def _is_block(self, element: etree._Element) -> bool:
        return element.tag in BLOCK_TAGS or element in self.containers

    def _tag(
        self,
        element: etree._Element,
        *,
        opens: bool = False,
        closes: bool = False,
        hidden: bool = False,
    ) -> None:
        token = self.page.starts.get(element)
        self.current.parts.append(Tag(element, token, opens, closes, hidden))

    def _text(self, text: str | None, tokens: tuple[int, ...]) -> None:
        if text:
            self.current.parts.append(Text(text, tokens))

    def _begin(self) -> None:
        owner = self.owners[-1]
        self.current = Block(owner, self.places.get(owner, 0))

    def _flush(self) -> None:
        """Keep the block at hand; two line breaks in a row end a paragraph as ``p`` does."""
        for parts in _paragraphs(self.current.parts):
            owner = self.current.owner
            place = self.places.get(owner, 0)
            self.places[owner] = place + 1
            self.found.append(self._block(owner, place, parts))
        self._begin()

    def _block(self, owner: etree._Element, place: int, parts: list[Text | Tag]) -> Block:
        """Return a block, what is not to be translated in it as one part each."""
        if self.translates(owner) is False:
            return Block(owner, place, parts, is_kept=True)
        made = self._with_kept(parts)
        lacks_text = len(made) < len(parts) and not any(map(_is_seen, made))
        return Block(owner, place, parts if lacks_text else made, is_kept=lacks_text)

    def _with_kept(self, parts: list[Text | Tag]) -> list[Text | Tag]:
        made: list[Text | Tag] = []
        starts: dict[etree._Element, int] = {}
        for part in parts:
            made.append(part)
            if isinstance(part, Tag) and part.opens:
                starts[part.element] = len(made) - 1
            elif isinstance(part, Tag) and part.closes and part.element in starts:
                start = starts.pop(part.element)
                if self.translates(part.element) is False and any(map(_is_seen, made[start:])):
                    made[start:] = [replace(part, closes=False, kept=True)]
        return made


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
    """Cut at runs of two or more ``br`` that stand outside every inline element of a meaning."""
    made: list[Text | Tag] = []
    breaks: list[Text | Tag] = []
    depth = 0
    for part in parts:
        if _is_break(part) or (breaks and _is_unseen(part)):
            breaks.append(part)
            continue
        if sum(map(_is_break, breaks)) > 1 and depth == 0:
            yield made
            made = [p for p in breaks if isinstance(p, Tag) and (p.opens or p.closes)]
        else:
            made += breaks
        breaks = []
        made.append(part)
        if isinstance(part, Tag) and part.element.tag in CODE_TAGS:
            depth += part.opens - part.closes
    yield made


def _is_seen(part: Text | Tag) -> bool:
    return isinstance(part, Text) and _SEEN.search(part.text) is not None


def _is_break(part: Text | Tag) -> bool:
    return isinstance(part, Tag) and part.element.tag == "br"


def _is_unseen(part: Text | Tag) -> bool:
    """Tell whether a part between two line breaks leaves them next to one another."""
    if isinstance(part, Text):
        return not part.text.strip()
    return part.hidden or (part.element.tag not in CODE_TAGS and part.element.tag not in ALONE_TAGS)
