"""The top of an article where it stands outside its text: headline, dates, lead and summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.html.ancestry import Inherited
from translation.formats.html.blocks import Tag
from translation.formats.html.chrome import in_links, is_chrome, is_mostly_links, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from translation.formats.html.blocks import Block

_DATED = re.compile(
    r"(?:^|[-_\s])(?:author|byline|created-?by|credits?|date\w*|dateline|meta|posted|publish\w*"
    r"|published|reporter|time\w*|timestamp|updated|writer)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:^|[-_\s])(?:author|byline|created-?by|credits?|reporter|writer)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:^|[-_\s])(?:abstract|caption|chapo|deck|dek|excerpt|highlights?|intro\w*|key-?points?"
    r"|lead\w*|sapo|standfirst|sub-?(?:head\w*|title)|summary\w*)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(?:^|[-_\s])(?:head(?:line|er|ing)?|title)(?:$|[-_\s\d])", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4")
_LONGEST_DATED = 200
"""Characters of a line that dates an article."""

FIRST_BLOCKS = 3
"""Blocks at the top of the text among which a headline can stand that is no ``h1``."""

FEWEST_LEAD_WORDS = 8
FEWEST_MARKED_WORDS = 3
"""Words of a lead that looks like any other text, and of one that its element tells."""


def is_dated(block: Block) -> bool:
    """Tell whether the page itself marks a block as date, author or the like."""
    near = [block.owner, *list(block.owner.iterancestors())[:2]]
    return any(element.tag == "time" or _DATED.search(names(element)) for element in near) or any(
        isinstance(part, Tag) and part.element.tag == "time" for part in block.parts
    )


def names_author(block: Block) -> bool:
    """Tell whether the page marks a block as its author's name, and no date stands in it."""
    near = [block.owner, block.owner.getparent()]
    return not re.search(r"\d", block.plain) and any(
        element is not None and _CREDITED.search(names(element)) for element in near
    )


def page_title(root: etree._Element) -> str:
    """Return the title of a page, "" where it has none."""
    title = root.find(".//title")
    return " ".join((title.text or "").split()) if title is not None else ""


def headline_of(root: etree._Element, found: list[Block], inside: list[Block]) -> Block | None:
    """Return the headline: of the article's blocks ``inside``, else above them on the page.

    Where the page's title repeats no ``h1``, it is another heading that the title repeats.
    """
    own = next((block for block in inside if block.owner.tag == "h1"), None)
    if own is not None or not inside:
        return own
    title = page_title(root)
    before = found[: found.index(inside[0])]
    headlines = [b for b in before if b.owner.tag == "h1" and len(b.plain.split()) > 1]
    repeated = [b for b in headlines if b.plain in title]
    repeated = repeated or [b for b in before if _heads_page(b, title)]
    repeated = repeated or [b for b in inside[:FIRST_BLOCKS] if _heads_page(b, title)][:1]
    return next(reversed(repeated or headlines), None)


def _heads_page(block: Block, title: str) -> bool:
    marked = block.owner.tag in _HEADINGS or _TITLED.search(names(block.owner)) is not None
    return marked and len(block.plain.split()) >= FEWEST_MARKED_WORDS and block.plain in title


def with_top(
    found: list[Block], inside: list[Block], headline: Block | None, language: str
) -> list[Block]:
    """Return the article's blocks with headline, dates, lead and summary in front of the text."""
    if headline is None:
        return inside
    taken = {id(block) for block in inside}
    top = found.index(headline)
    text = (at for at in range(top + 1, len(found)) if id(found[at]) in taken)
    between = found[top + 1 : next(text, top + 1)]
    belongs = _belonging(headline, language)
    added = list(filter(belongs, between))
    every = {id(block) for block in (headline, *added)} | taken
    return [block for block in found if id(block) in every]


def _belonging(headline: Block, language: str) -> Callable[[Block], bool]:
    """Return what tells whether a block below the headline and above the text belongs to it."""
    around = {headline.owner, *headline.owner.iterancestors()}

    def chrome(element: etree._Element) -> bool | None:
        return False if element in around else is_chrome(element, language) or None

    in_chrome, in_link = Inherited(chrome), in_links()

    def belongs(block: Block) -> bool:
        if in_link(block.owner) or is_mostly_links(block):
            return False
        if is_dated(block) and len(block.plain) < _LONGEST_DATED:
            return True
        return not in_chrome(block.owner) and _leads(block)

    return belongs


def _leads(block: Block) -> bool:
    words = len(block.plain.split())
    near = [block.owner, *list(block.owner.iterancestors())[:2]]
    marked = block.owner.tag in (*_HEADINGS, "li", "figcaption") or any(
        element.tag == "figcaption" or _LEADS.search(names(element)) for element in near
    )
    return words >= (FEWEST_MARKED_WORDS if marked else FEWEST_LEAD_WORDS)
