"""What names, tags and links of a page show to be no part of its article, and of what kind it is.

Names are class, id, role and the like as people and content systems give them: ``comments-area``,
``addComment``, ``pnlCommentForm``, ``wp-block-latest-posts``, ``field--name-comment``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.html.ancestry import Inherited, tagged
from translation.formats.html.blocks import Tag, Text
from translation.text.furniture import is_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from translation.formats.html.blocks import Block

_COMMENTS = (
    r"[a-z]{0,3}comment(?!ar)[a-z]*|disqus[a-z]*|kmt|respond|repl(?:y|ies)(?:form|box|list)?"
    r"|ta[3a]?l[ie]{1,2}[qk](?:at)?"
)
_OTHERS = (
    r"ad|ads|advert[a-z]*|author-?(?:bio|box)|about-?(?:the-?)?author|banner|breadcrumbs?"
    r"|complementary|contentinfo|cookie[a-z]*|footer|hidden|latest-?(?:posts|news)|menu"
    r"|most-?(?:read|popular|viewed)|nav|navbar|navigation|newsletter|page-?nav[a-z]*|pagination"
    r"|popup|promo[a-z]*|recommend[a-z]*|related[a-z]*|saboxplugin|search-?(?:form|box)?"
    r"|share[a-z]*|sharing|sidebar|social[a-z]*|sponsor[a-z]*|subscri[a-z]*|tags?|taglist|toc"
    r"|table-of-contents|toolbar|trending|(?<!elementor-)widget[a-z]*"
)
_EDGES = r"(?:^|[-_\s])(?:{names})(?:$|[-_\s\d])"
_OF_COMMENTS = re.compile(_EDGES.format(names=_COMMENTS), re.IGNORECASE)
_CHROME = re.compile(_EDGES.format(names=f"{_COMMENTS}|{_OTHERS}"), re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SHORTEST_HUMP = 4
"""Letters of a word in a camelCase name; shorter ones are found in names made by machines, too."""

_CHROME_TAGS = frozenset({"aside", "footer", "nav"})
_NAMING = ("class", "id", "role", "data-component", "data-e2e", "data-testid")
_FIELDS = ("input", "select", "textarea")
_NO_FIELDS = frozenset({"button", "hidden", "image", "reset", "submit"})
_PAGE_PARTS = re.compile(
    rf"#(?:$|!|/|(?:top|header|main|content|page|skip.*|.*(?:{_COMMENTS}|share).*)$)", re.IGNORECASE
)
"""Links to the page itself that lead to no place in the article."""

_MOST_LINKED = 0.6
FEWEST_LINKED_WORDS = 3
"""Words of a point of a summary that leads to its place in the page."""


def names(element: etree._Element) -> str:
    """Return what an element is called, the words of camelCase names apart as well."""
    called = " ".join(value for name in _NAMING if (value := element.get(name)))
    humps = [_HUMP.split(word) for word in re.split(r"[\s_-]+", called)]
    apart = (part for parts in humps if len(parts) > 1 for part in parts)
    return " ".join((called, *(part for part in apart if len(part) >= _SHORTEST_HUMP)))


def is_chrome(element: etree._Element, language: str) -> bool:
    """Tell whether an element is named or made as what stands around an article is.

    Its ``aria-label`` is in words that people read, of the page's ``language``.
    """
    label = element.get("aria-label")
    return (
        element.tag in _CHROME_TAGS
        or _CHROME.search(names(element)) is not None
        or is_form(element)
        or bool(label and is_furniture(label, language))
    )


def is_form(element: etree._Element) -> bool:
    """Tell whether this is a form with anything to fill in; some systems put all in one."""
    return element.tag == "form" and any(
        (field.get("type") or "").lower() not in _NO_FIELDS for field in element.iter(*_FIELDS)
    )


def is_of_comments(element: etree._Element) -> bool:
    """Tell whether an element holds comments of readers, or the form to write one."""
    return _OF_COMMENTS.search(names(element)) is not None or (
        is_form(element) and next(element.iter("textarea"), None) is not None
    )


def leads_away(element: etree._Element) -> bool:
    """Tell whether this is a link to another page, or to what is around the article."""
    href = (element.get("href") or "").strip()
    if element.tag != "a" or not href:
        return False
    return not href.startswith("#") or _PAGE_PARTS.match(href) is not None


def _is_link(element: etree._Element, any_link: bool) -> bool:
    is_any = any_link and element.tag == "a" and element.get("href") is not None
    return is_any or leads_away(element)


def in_links() -> Inherited[bool]:
    """Return a question whose answer is True for links that lead away, and all inside them."""
    return Inherited(lambda element: True if leads_away(element) else None)


def is_mostly_links(block: Block) -> bool:
    """Tell whether most of the text stands in links, as in menus and lists of headlines.

    Of a word or two a link within the page counts as well: it skips to a part of the page.
    """
    is_short = len(block.plain.split()) < FEWEST_LINKED_WORDS
    linked, depth = 0, 0
    for part in block.parts:
        if isinstance(part, Tag) and _is_link(part.element, is_short):
            depth += part.opens - part.closes
        elif isinstance(part, Text) and depth > 0:
            linked += len(part.text.strip())
    return linked > _MOST_LINKED * len(block.plain)


def kinds_of(left_out: Iterable[Block]) -> dict[str, int]:
    """Count the blocks outside the article by what they are: the keys of FURNITURE."""
    found = dict.fromkeys(("links", "comments", "kept", "others"), 0)
    in_comments = Inherited(lambda element: True if is_of_comments(element) else None)
    in_link, in_navigation = in_links(), tagged("nav", "menu")
    for block in left_out:
        owner = block.owner
        if block.is_kept:
            kind = "kept"
        elif in_comments(owner):
            kind = "comments"
        elif in_link(owner) or in_navigation(owner) or is_mostly_links(block):
            kind = "links"
        else:
            kind = "others"
        found[kind] += 1
    return found
