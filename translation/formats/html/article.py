"""Which blocks of a page are its article: readability-lxml finds its place, own rules the rest.

Readability says where the text of the article stands but drops lists and tables from it; so
its answer only marks the element that holds the article, and everything inside is taken but
what class names, link density or position show to be comments, sharing, related links.
"""

from __future__ import annotations

import logging
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.html.ancestry import Inherited
from translation.formats.html.blocks import BLOCK_TAGS
from translation.formats.html.chrome import in_links, is_chrome, is_mostly_links, is_of_comments
from translation.formats.html.comment_rules import without_comment_rules
from translation.formats.html.headline import headline_of, with_top

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.html.blocks import Block

_MARK = "data-muraji-place"
MOST_READABLE = 20_000
"""Elements of a page that readability is asked about, in half a second; a news page has 3 000."""

FEWEST_PROSE_WORDS = 8
"""Words of a paragraph of the text that stands apart from the rest of it."""

DEPTH_OF_MAKE = 4
"""Elements around a paragraph that tell how it is made."""

_Make = tuple[tuple[str, str], ...]
_log = logging.getLogger(__name__)


class Article(NamedTuple):
    """The blocks of an article in order, and which of them is its headline, if any is."""

    blocks: list[Block]
    headline: Block | None = None


def select_article(root: etree._Element, found: list[Block], language: str) -> Article:
    """Return the article of a page in ``language``, no blocks on a page without."""
    from lxml import etree

    kept = _readable(root)
    core = [block for block in found if block.owner in kept]
    held = _held_text(core or found)
    place = _common_ancestor(held) if core else None
    chrome = _chrome_elements(held, root, language)
    in_chrome = Inherited(lambda element: True if element in chrome else None)
    is_within = Inherited(lambda element: True if element is place else None)
    in_link = in_links()
    alike = _alike(core, found, language)
    inside = [
        block
        for block in found
        if (place is None or block.owner in kept or is_within(block.owner) or block.owner in alike)
        and not in_chrome(block.owner)
        and (block.owner in kept or not (in_link(block.owner) or is_mostly_links(block)))
    ]
    if any(map(is_of_comments, root.iter(etree.Element))):
        inside = without_comment_rules(inside, language)
    headline = headline_of(root, found, inside)
    return Article(with_top(found, inside, headline, language), headline)


def outside_navigation(found: list[Block]) -> list[Block]:
    """Return the blocks that no navigation holds: those are of no article."""
    in_navigation = Inherited(
        lambda e: True if e.tag == "nav" or e.get("role") == "navigation" else None
    )
    return [block for block in found if not in_navigation(block.owner)]


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


def _alike(core: list[Block], found: list[Block], language: str) -> set[etree._Element]:
    """Return the owners of blocks made as most of the core is: the other parts of its text.

    Some systems put each part into elements of its own. They hold prose, and end where another
    article begins: with a headline, in an ``article`` of its own, or from a list of such.
    """
    lengths: Counter[_Make] = Counter()
    for block in core:
        lengths[_make(block)] += len(block.plain)
    make, length = max(lengths.items(), key=lambda item: item[1], default=((), 0))
    if 2 * length < lengths.total() or not any(called for _, called in make[1:]):
        return set()
    first = next(at for at, block in enumerate(found) if _make(block) == make)
    around = set(found[first].owner.iterancestors())
    in_chrome = Inherited(lambda e: False if e in around else is_chrome(e, language) or None)
    made: set[etree._Element] = set()
    in_article = Inherited(lambda e: e if e.tag == "article" else None)
    own = in_article(found[first].owner)
    for block in found[first:]:
        if block.owner.tag == "h1" or in_article(block.owner) is not own:
            break
        is_prose = len(block.plain.split()) >= FEWEST_PROSE_WORDS
        if is_prose and _make(block) == make and not in_chrome(block.owner):
            made.add(block.owner)
    return made


def _make(block: Block) -> _Make:
    """Return how a block is made: tags and classes of what holds it, from the inside."""
    around = [block.owner, *islice(block.owner.iterancestors(), DEPTH_OF_MAKE)]
    return tuple((str(element.tag), element.get("class") or "") for element in around)


def _common_ancestor(held: dict[etree._Element, int]) -> etree._Element | None:
    """Return the lowest element that holds nearly all text of the core, never a mere paragraph."""
    most = max(held.values(), default=0)
    enough = [
        element
        for element, length in held.items()
        if length >= 0.9 * most and next(element.iterchildren(*BLOCK_TAGS), None) is not None
    ]
    return max(enough, key=lambda e: sum(1 for _ in e.iterancestors()), default=None)


def _chrome_elements(
    held: dict[etree._Element, int], root: etree._Element, language: str
) -> set[etree._Element]:
    """Return the elements of a page that show themselves to be no part of the text.

    An element that holds half of the article is none of them, whatever it is called.
    """
    from lxml import etree

    half = max(held.values(), default=0) / 2
    return {
        element
        for element in root.iterdescendants(etree.Element)
        if held.get(element, 0) <= half and is_chrome(element, language)
    }
