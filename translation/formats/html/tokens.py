"""The tokens of a page with their places in its text (WHATWG HTML, section 13.2.5).

Together the tokens are the page, character for character, so that what is not touched can be
given back as it came. Two rules are kinder than a browser's: an attribute value that is never
closed ends at the tag's end, and an XML page's CDATA sections and self-closed elements count.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_S = " \t\n\r\f"
SPACE = _S
"""What HTML takes for white space."""

_VALUE = rf"\"[^\"]*+\"|'[^']*+'|[^{_S}>\"'][^{_S}>]*+|(?=>)"
_MARKUP = re.compile(
    rf"<(?:(?P<start>[A-Za-z][^{_S}/>]*+)"
    rf"(?:[{_S}/]++|[^{_S}/>][^{_S}/>=]*+(?:[{_S}]*+=[{_S}]*+(?:{_VALUE}))?+)*+>"
    rf"|/(?P<end>[A-Za-z][^{_S}/>]*+)[^>]*+>"
    r"|(?P<comment>!--(?:-?>|(?:[^-]++|-(?!-!?>))*+(?:--!?>)?+))"
    r"|(?P<other>[!?/][^>]*+>?+))"
)
_ATTRIBUTE = re.compile(
    rf"[{_S}/]*+(?P<name>[^{_S}/>][^{_S}/>=]*+)(?:[{_S}]*+=[{_S}]*+(?P<value>{_VALUE}))?+"
)
_NEXT = re.compile("<(?:[!?A-Za-z]|/.)", re.DOTALL)
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
VOID_TAGS = frozenset(
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
        "keygen", "link", "meta", "param", "source", "track", "wbr",
    }
)  # fmt: skip
RAW_TAGS = frozenset(
    {"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"}
)
"""Elements whose inside is text up to their own end tag, whatever it looks like."""


class Kind(Enum):
    """What a token is; OTHER is a comment, a doctype, an instruction or a broken tag."""

    TEXT = "text"
    CDATA = "cdata"
    RAW = "raw"
    START = "start"
    END = "end"
    OTHER = "other"


class Token(NamedTuple):
    """A token from ``start`` to ``end`` in the page's text.

    ``name`` is a tag's, in lower case; RAW text has that of its element.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""


class Attribute(NamedTuple):
    """An attribute with its value as written, without quotes, and where that stands.

    ``quote`` is the character around it, "" where there is none.
    """

    name: str
    value: str
    start: int
    end: int
    quote: str


def is_xml(page: str) -> bool:
    """Tell whether a page says of itself that it is XML."""
    return page.lstrip(_S).startswith("<?xml")


def tokens(page: str) -> Iterator[Token]:
    """Cut a page into its tokens, in order and without gaps."""
    xml, at, length = is_xml(page), 0, len(page)
    while at < length:
        opened = _next_markup(page, at)
        if opened > at:
            yield Token(Kind.TEXT, at, opened)
            at = opened
        if at >= length:
            return
        if xml and page.startswith(_CDATA, at):
            yield Token(Kind.CDATA, at, at := _end_of_cdata(page, at))
            continue
        token = _markup(page, at)
        yield token
        at = token.end
        closed = xml and page[at - 2] == "/"
        if token.kind is Kind.START and token.name in RAW_TAGS and not closed:
            end = _end_of_raw(page, at, token.name)
            if end > at:
                yield Token(Kind.RAW, at, end, token.name)
                at = end


def attributes(page: str, tag: Token) -> Iterator[Attribute]:
    """Give the attributes of a start tag in order, names in lower case, the doubled ones too."""
    for found in _ATTRIBUTE.finditer(page, tag.start + 1 + len(tag.name), tag.end - 1):
        value = found["value"] or ""
        start, end = found.span("value") if value else (found.end(), found.end())
        quote = value[0] if value and value[0] in "\"'" else ""
        if quote:
            start, end = start + 1, end - 1
        yield Attribute(found["name"].lower(), page[start:end], start, end, quote)


def _next_markup(page: str, at: int) -> int:
    """Return where the next markup begins; ``<`` before a blank or a digit is text."""
    found = _NEXT.search(page, at)
    return found.start() if found else len(page)


def _markup(page: str, at: int) -> Token:
    found = _MARKUP.match(page, at)
    if found is None:  # a tag that the page's end cuts off
        return Token(Kind.OTHER, at, len(page))
    if found["start"]:
        return Token(Kind.START, at, found.end(), found["start"].lower())
    if found["end"]:
        return Token(Kind.END, at, found.end(), found["end"].lower())
    return Token(Kind.OTHER, at, found.end())


def _end_of_cdata(page: str, at: int) -> int:
    end = page.find(_CDATA_END, at)
    return len(page) if end < 0 else end + len(_CDATA_END)


def _end_of_raw(page: str, at: int, name: str) -> int:
    if name == "plaintext":
        return len(page)
    found = re.compile(rf"</{name}(?=[{_S}/>])", re.IGNORECASE).search(page, at)
    return len(page) if found is None else found.start()
