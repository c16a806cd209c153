"""A page of a book, read and placed by the machinery for web pages.

A book has no menus and no advertisements: all text of its pages is its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.decoding import decode_declared
from translation.formats.html.ancestry import Inherited
from translation.formats.html.read import placed_blocks
from translation.formats.html.tokens import is_xml
from translation.formats.html.tree import parse_page
from translation.formats.html.write import encoded
from translation.formats.safe_xml import declares_entities

if TYPE_CHECKING:
    from translation.formats.decoding import Decoded
    from translation.formats.epub.book import Book
    from translation.formats.html.inline import Placed
    from translation.formats.html.tree import Page
    from translation.model.ports import Report

_SAID = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_DECLARATION = '<?xml version="1.0"?>'
"""What a page begins with that is XML, as all pages of a book are; it may be left out."""
_SHOWN_ELSEWHERE = re.compile(
    r"<[\w:]+\s(?=[^<>]*\bepub:type\s*=\s*[\"'][^\"'<>]*\b(?:toc|footnote|endnote|rearnote|note)s?\b)"
    r"[^<>]*>"
)
_HIDDEN = re.compile(r"(?<=\s)hidden(?=[\s=/>])")
_EMPTY = frozenset({"blank", "empty", "no_text"})


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page and its blocks; ``lacked`` says that it came without the declaration of XML."""

    part: str
    page: Page
    found: tuple[Placed, ...]
    decoded: Decoded
    original: bytes
    lacked: bool

    def anchor(self, one: Placed) -> str:
        """Return where a block stands in the book, in the words of the format."""
        return f"{self.part} {one.anchor}"

    def encoded(self, text: str) -> bytes:
        """Return the page as bytes again, its text being ``text`` now."""
        shown = text.removeprefix(_DECLARATION) if self.lacked else text
        return encoded(shown, self.decoded.encoding, self.original)


def read_page(book: Book, part: str, report: Report) -> BookPage | None:
    """Read a page, None where it holds no text; raises InputError."""
    data = book.page(part)
    name = f"{book.name}: {part}"
    if declares_entities(data):
        raise InputError("xml_entities", file=name)
    said = _SAID.match(data.removeprefix(b"\xef\xbb\xbf"))
    try:
        decoded = decode_declared(data, name, said[1] if said else None)
        lacks = not is_xml(decoded.text)
        text = f"{_DECLARATION}{decoded.text}" if lacks else decoded.text
        page = parse_page(_all_seen(text), name, report)
    except InputError as error:
        if error.reason in _EMPTY:
            return None
        raise
    page = replace(page, text=text)
    found = placed_blocks(page, name, report)
    if part == book.nav:
        in_list = Inherited(lambda e: True if "page-list" in (e.get("epub:type") or "") else None)
        found = [one for one in found if not in_list(one.block.owner)]
    return BookPage(part, page, tuple(found), decoded, data, lacks)


def _all_seen(text: str) -> str:
    """Return a page with its contents and notes not hidden, character for character as long.

    Reading systems show them all the same: contents in a list of their own (EPUB 3.3, 7.4.2.1),
    notes where one asks for them.
    """
    return _SHOWN_ELSEWHERE.sub(lambda found: _HIDDEN.sub("unseen", found[0]), text)
