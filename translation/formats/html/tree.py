"""A page's tree, each element and text of which knows the tokens it came from.

The parser is given a copy of the page that leaves nothing to guess: every start tag carries the
number of its token, every text begins with the number of its own, comments and scripts are out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import SPECIAL
from translation.formats.html.tokens import (
    SPACE,
    VOID_TAGS,
    Attribute,
    Kind,
    Token,
    attributes,
    is_xml,
    tokens,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.model.ports import Report

_PARKED = 0xF0000
"""Characters no parser lets through wait in the private-use plane 15 until they are codes."""

_LONGEST_VALUE = 2000
_MOST_ATTRIBUTES = 200
_NAME = re.compile(r"[a-z_][a-z0-9_.:-]*")
_EVERY = 20_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text, as tokens and as a tree.

    ``starts`` has the token of each element that has a start tag, ``texts`` the tokens of each
    element's text, ``tails`` those of the text behind it: of runs that are more than white space.
    """

    text: str
    tokens: list[Token]
    root: etree._Element
    starts: dict[etree._Element, int] = field(default_factory=dict)
    texts: dict[etree._Element, tuple[int, ...]] = field(default_factory=dict)
    tails: dict[etree._Element, tuple[int, ...]] = field(default_factory=dict)

    def source(self, token: Token) -> str:
        """Return a token as the page has it."""
        return self.text[token.start : token.end]


def parse_page(text: str, name: str, report: Report) -> Page:
    """Parse a page called ``name``.

    Raises InputError: no_text where nothing is in it, wrong_format where it is nested too deeply.
    """
    found: list[Token] = []
    for token in tokens(text):
        found.append(token)
        if len(found) % _EVERY == 0:
            report(0, 0)
    mark, sign = _unused(text, name)
    page = Page(text, found, _parse("".join(_copied(text, found, mark, sign, report)), name))
    _take_marks(page, mark, sign, report)
    return page


def unparked(text: str) -> str:
    """Return a text of the tree with the characters in it that waited outside."""

    def original(found: re.Match[str]) -> str:
        character = chr(ord(found[0]) - _PARKED)
        return character if SPECIAL.match(character) else found[0]

    return re.sub("[\U000f0000-\U000fffff]", original, text)


def _unused(text: str, name: str) -> tuple[str, str]:
    """Return an attribute name and a character that do not occur in the page."""
    numbers = set(re.findall("token-([0-9]{1,9})", text, re.IGNORECASE))
    mark = next(f"token-{n}" for n in range(len(numbers) + 1) if str(n) not in numbers)
    signs = set(re.findall("[\U00100000-\U0010fffd]", text))
    sign = next((c for c in map(chr, range(0x100000, 0x10FFFE)) if c not in signs), None)
    if sign is None:
        detail = "it uses every private character there is"
        raise InputError("wrong_format", file=name, format="HTML", detail=detail)
    return mark, sign


def _copied(text: str, found: list[Token], mark: str, sign: str, report: Report) -> Iterator[str]:
    xml = is_xml(text)
    for number, token in enumerate(found):
        if number % _EVERY == 0:
            report(0, 0)
        source = text[token.start : token.end]
        match token.kind:
            case Kind.TEXT:
                blank = not source.strip(SPACE)
                yield source if blank else f"{sign}{number}{sign}{source.replace('<', '&lt;')}"
            case Kind.CDATA:
                yield f"{sign}{number}{sign}{escape(source[9:].removesuffix(']]>'))}"
            case Kind.START:
                few = islice(attributes(text, token), _MOST_ATTRIBUTES)
                values = "".join(map(_attribute, few))
                yield f'<{token.name} {mark}="{number}"{values}>'
                if xml and source.endswith("/>") and token.name not in VOID_TAGS:
                    yield f"</{token.name}>"
            case Kind.END:
                yield f"</{token.name}>"
            case Kind.RAW if token.name == "title":
                yield source.replace("<", "&lt;")


def _attribute(attribute: Attribute) -> str:
    name, value = attribute.name, attribute.value
    if not _NAME.fullmatch(name):
        return ""
    if len(value) > _LONGEST_VALUE:  # an image inside its own address
        value = f"{value[:40]}\u2026"
    return ' {}="{}"'.format(name, value.replace('"', "&quot;"))


def _parse(copy: str, name: str) -> etree._Element:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(_parked(copy).encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("no_text", file=name) from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # libxml2 stops at 2 048 levels and would leave out the rest without a word.
        detail = "its elements are nested too deeply"
        raise InputError("wrong_format", file=name, format="HTML", detail=detail)
    return root


def _parked(text: str) -> str:
    """Hide what is special; private-use characters get through any parser as they are."""
    return SPECIAL.sub(
        lambda found: found[0] if "\ue000" <= found[0] <= "\uf8ff" else _park(found[0]), text
    )


def _park(character: str) -> str:
    return chr(_PARKED + ord(character))


def _take_marks(page: Page, mark: str, sign: str, report: Report) -> None:
    """Take the numbers out of the tree again and keep them beside it."""
    from lxml import etree

    numbers = re.compile(f"{sign}([0-9]+){sign}")
    for place, element in enumerate(page.root.iter(etree.Element)):
        if place % _EVERY == 0:
            report(0, 0)
        number = element.get(mark)
        if number is not None:
            page.starts[element] = int(number)
            del element.attrib[mark]
        if element.text and sign in element.text:
            page.texts[element] = tuple(map(int, numbers.findall(element.text)))
            element.text = _parked(numbers.sub("", element.text))
        if element.tail and sign in element.tail:
            page.tails[element] = tuple(map(int, numbers.findall(element.tail)))
            element.tail = _parked(numbers.sub("", element.tail))
