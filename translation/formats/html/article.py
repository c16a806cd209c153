"""Which blocks of a page are its article: readability-lxml finds its place, own rules the rest.

Readability says where the text of the article stands but drops lists and tables from it; so
its answer only marks the element that holds the article, and everything inside is taken but
what class names, link density or position show to be comments, sharing, related links.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from translation.formats.html.ancestry import Inherited, tagged
from translation.formats.html.blocks import BLOCK_TAGS, Tag, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from translation.formats.html.blocks import Block

_MARK = "data-muraji-place"
_CHROME = re.compile(
    r"(?:^|[-_\s])(?:ad|ads|advert\w*|author-?bio|banner|breadcrumbs?|comments?|cookie\w*|disqus\w*"
    r"|footer|hidden|menu|most-?read|most-?popular|nav|navbar|navigation|newsletter|pagination"
    r"|popup|promo\w*|recommend\w*|related\w*|share\w*|sharing|sidebar|social\w*|sponsor\w*"
    r"|subscri\w*|tags?|taglist|toolbar|trending|widget\w*)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:^|[-_\s])(?:author|byline|credits?|date\w*|dateline|meta|posted|publish\w*|published"
    r"|time\w*|timestamp|updated)(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"(?:^|[-_\s])(?:author|byline|credits?)(?:$|[-_\s\d])", re.IGNORECASE)
_CHROME_TAGS = frozenset({"aside", "footer", "nav"})
_MOST_LINKED = 0.6
MOST_READABLE = 20_000
"""Elements of a page that readability is asked about, in half a second; a news page has 3 000."""

_log = logging.getLogger(__name__)


def select_article(root: etree._Element, found: list[Block]) -> list[Block]:
    """Return the blocks of the article in order, headline first, or none on a page without."""
    kept = _readable(root)
    held = _held_text([block for block in found if block.owner in kept])
    place = _common_ancestor(held)
    chrome = _chrome_elements(held, place if place is not None else root)
    in_chrome = Inherited(lambda element: True if element in chrome else None)
    is_within = Inherited(lambda element: True if element is place else None)
    in_link = tagged("a")
    inside = [
        block
        for block in found
        if (place is None or block.owner in kept or is_within(block.owner))
        and not in_chrome(block.owner)
        and (block.owner in kept or not (in_link(block.owner) or _is_mostly_links(block)))
    ]
    return _with_headline(root, found, inside, in_link)


def outside_navigation(found: list[Block]) -> list[Block]:
    """Return the blocks that no ``nav`` holds: those are of no article."""
    in_navigation = tagged("nav")
    return [block for block in found if not in_navigation(block.owner)]


def is_dated(block: Block) -> bool:
    """Tell whether the page itself marks a block as date, author or the like."""
    near = [block.owner, *list(block.owner.iterancestors())[:2]]
    return any(element.tag == "time" or _DATED.search(_names(element)) for element in near) or any(
        isinstance(part, Tag) and part.element.tag == "time" for part in block.parts
    )


def names_author(block: Block) -> bool:
    """Tell whether the page marks a block as its author's name, and no date stands in it."""
    near = [block.owner, block.owner.getparent()]
    return not re.search(r"\d", block.plain) and any(
        element is not None and _CREDITED.search(_names(element)) for element in near
    )


def _readable(root: etree._Element) -> set[etree._Element]:
    """Return the elements that readability takes for the article; none where it gives up.

    A very large page is not shown to it: it takes seconds and cannot be stopped meanwhile.
    """
    from lxml import etree, html
    from readability import Document
    from readability.readability import Unparseable

    by_place: dict[str | None, etree._Element] = {}
    for place, element in enumerate(root.iter(etree.Element)):
        if place == MOST_READABLE:
            _log.info("more than %d elements: not shown to readability", MOST_READABLE)
            return set()
        by_place[str(place)] = element
    for number, element in by_place.items():
        element.set(_MARK, str(number))
    readability_log = logging.getLogger("readability.readability")
    was_disabled, readability_log.disabled = readability_log.disabled, True
    try:
        summary = Document(html.tostring(root, encoding="unicode")).summary()
        kept = [element.get(_MARK) for element in html.fromstring(summary).iter(etree.Element)]
    except (Unparseable, RecursionError, ValueError, etree.LxmlError) as error:
        _log.info("readability found no article: %s", type(error).__name__)
        kept = []
    finally:
        readability_log.disabled = was_disabled
        for element in by_place.values():
            del element.attrib[_MARK]
    return {by_place[place] for place in kept if place in by_place}


def _held_text(core: list[Block]) -> dict[etree._Element, int]:
    """Return how many characters of the core each element holds, those that hold any."""
    from lxml import etree

    held: dict[etree._Element, int] = {}
    for block in core:
        held[block.owner] = held.get(block.owner, 0) + len(block.plain)
    if core:
        every = list(core[0].owner.getroottree().getroot().iter(etree.Element))
        for element in reversed(every):  # what is inside comes before what holds it
            above = element.getparent()
            if element in held and above is not None:
                held[above] = held.get(above, 0) + held[element]
    return held


def _common_ancestor(held: dict[etree._Element, int]) -> etree._Element | None:
    """Return the lowest element that holds nearly all text of the core, never a mere paragraph."""
    most = max(held.values(), default=0)
    enough = [
        element
        for element, length in held.items()
        if length >= 0.9 * most and next(element.iterchildren(*BLOCK_TAGS), None) is not None
    ]
    return max(enough, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)


def _chrome_elements(held: dict[etree._Element, int], place: etree._Element) -> set[etree._Element]:
    """Return the elements below ``place`` that their names show to be no part of the text.

    An element that holds half of the article is none of them, whatever it is called.
    """
    from lxml import etree

    half = max(held.values(), default=0) / 2
    return {
        element
        for element in place.iterdescendants(etree.Element)
        if (element.tag in _CHROME_TAGS or _CHROME.search(_names(element)))
        and held.get(element, 0) <= half
    }


def _names(element: etree._Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"


def _is_mostly_links(block: Block) -> bool:
    """Tell whether most of the text stands in links, as in menus and lists of headlines."""
    linked, depth = 0, 0
    for part in block.parts:
        if isinstance(part, Tag) and part.element.tag == "a":
            depth += part.opens - part.closes
        elif isinstance(part, Text) and depth > 0:
            linked += len(part.text.strip())
    return linked > _MOST_LINKED * len(block.plain)


def _with_headline(
    root: etree._Element, found: list[Block], inside: list[Block], in_link: Inherited[bool]
) -> list[Block]:
    """Put the headline and what dates it in front where they stand outside the article."""
    if not inside or any(block.owner.tag == "h1" for block in inside):
        return inside
    title = _title(root)
    before = found[: found.index(inside[0])]
    headlines = [b for b in before if b.owner.tag == "h1" and len(b.plain.split()) > 1]
    likely = [b for b in headlines if b.plain in title] or headlines
    if not likely:
        return inside
    headline = likely[-1]
    between = before[before.index(headline) + 1 :]
    return [headline, *_dated(between, in_link), *inside]


def _dated(between: Iterable[Block], in_link: Inherited[bool]) -> list[Block]:
    return [
        block
        for block in between
        if is_dated(block)
        and not (in_link(block.owner) or _is_mostly_links(block))
        and len(block.plain) < 200
    ]


def _title(root: etree._Element) -> str:
    title = root.find(".//title")
    return " ".join((title.text or "").split()) if title is not None else ""
