"""EPUB in: the title, every page in reading order, and what the contents call otherwise.

Anchors are ``PART START:END``, characters of the decoded page (behind a declaration of XML,
which is put before one that has none), ``PART title N`` for titles outside of pages and
``PART page title`` for what a page says it is called. A title or an entry of the contents that
stands in the book as well is no unit: it follows.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.epub.book import Book
from translation.formats.epub.labels import book_titles, chapter_titles
from translation.formats.epub.left_out import left_out, of_page
from translation.formats.epub.names import LANGUAGE
from translation.formats.epub.pages import read_page
from translation.formats.html.ancestry import Inherited
from translation.formats.html.loose_texts import title_of
from translation.formats.html.read import ROLES
from translation.formats.notices import counted, kept_as_it_is, says
from translation.model.imported import ImportedFile, ImportedUnit, Notice
from translation.model.inline import strip_codes
from translation.model.language import (
    ARABIC_TO_ENGLISH,
    LanguagePair,
    is_language_tag,
    is_right_to_left,
    primary_subtag,
)
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.epub.labels import Label
    from translation.formats.epub.pages import BookPage
    from translation.formats.html.inline import Placed
    from translation.formats.spec import ReadOptions

FORMAT = "epub"
_NO_TITLE = re.compile(
    r"<!\[CDATA\[.*|[\w .-]+\.x?html?|cover|title ?page|untitled(?: document)?|unknown|contents|toc"
    r"|(?:chapter|section|part|page|split)[\s\d_.-]*",
    re.IGNORECASE,
)
"""What programs call pages that nobody named, and what is written so that it cannot be replaced."""
_SAMPLE = 200
"""Units looked at to doubt the language that a package names."""


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an EPUB; raises InputError where it is none, is protected or holds no text."""
    book = Book(data, options.name)
    book.zip.check()
    reader = _Reader()
    for done, part in enumerate(book.pages):
        options.report(done, len(book.pages))
        page = read_page(book, part, options.report)
        if page is not None:
            reader.add(page)
    if book.nav is not None and (page := read_page(book, book.nav, options.report)) is not None:
        reader.add(page, is_contents=True)
    pair = options.pair or _pair(book, reader.units)
    titles = [_titled(label) for label in book_titles(book) if label.text not in reader.known]
    reader.known.update(label.text for label in book_titles(book))
    if book.ncx is not None:
        reader.add_titles(chapter_titles(book.ncx, book.parsed(book.ncx)))
    if not reader.units:
        raise InputError("no_text", file=options.name)
    rtl = (pair or ARABIC_TO_ENGLISH).source_is_rtl
    reader.add_page_titles()
    units = (*titles, *reader.units)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            pair,
            extraction=json.dumps({"anchors": "part characters"}),
            notices=tuple(_notices(book, reader, options.name, rtl)),
        )
    ]


def page_title(part: str) -> str:
    """Return where the title of a page stands, in the words of the format."""
    return f"{part} page title"


def plain_text(one: Placed) -> str:
    """Return what a block says, without codes and with its white space collapsed."""
    return " ".join(strip_codes(one.text).split())


def follows(one: Placed, known: frozenset[str] | set[str] | dict[str, str]) -> bool:
    """Tell whether an entry of the contents only repeats what stands in the book."""
    return not one.codes and plain_text(one) in known


@dataclass(slots=True)
class _Reader:
    """Collects the units of one book; ``known`` are the texts that the contents may repeat."""

    units: list[ImportedUnit] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    page_titles: dict[str, str] = field(default_factory=dict)
    """What pages are called, by the part that says it first."""
    beside: list[tuple[str, str]] = field(default_factory=list)
    drawn: int = 0

    def add(self, page: BookPage, *, is_contents: bool = False) -> None:
        """Take the blocks of a page; of the contents those that repeat nothing."""
        kind = Inherited(_kind)
        has_headline = is_contents
        before = frozenset(self.known)
        for one in page.found:
            if is_contents and follows(one, before):
                continue
            named = kind(one.block.owner)
            role = Role.PARAGRAPH if named is None else ROLES.get(named, Role.SUBHEADING)
            if role is Role.SUBHEADING and not has_headline and named != "dt":
                role, has_headline = Role.HEADLINE, True  # by which the page itself is called
            self.units.append(
                ImportedUnit(one.text, role=role, codes=one.codes, anchor=page.anchor(one))
            )
            self.known.add(plain_text(one))
        if (title := title_of(page.page)) is not None:
            self.page_titles.setdefault(title.text, page.part)
        self.beside += of_page(page.page.root)
        self._count(page.page.root)

    def add_titles(self, titles: list[Label]) -> None:
        """Take the titles of an NCX that repeat nothing."""
        for label in titles:
            if label.text not in self.known:
                self.units.append(_titled(label, Role.LIST_ITEM))
        self.known.update(label.text for label in titles)

    def add_page_titles(self) -> None:
        """Take the titles of pages that repeat nothing, which some programs show."""
        for text, part in self.page_titles.items():
            if text not in self.known and says(text) and not _NO_TITLE.fullmatch(text):
                anchor = page_title(part)
                self.units.append(ImportedUnit(text, role=Role.LIST_ITEM, anchor=anchor))

    def _count(self, root: etree._Element) -> None:
        self.drawn += sum(
            _has_letters("".join(map(str, text.itertext())))
            for text in root.iter("text", "svg:text")
        )


def _kind(element: etree._Element) -> str | None:
    tag = str(element.tag)
    return tag if tag == "h1" or tag in ROLES else None


def _pair(book: Book, units: list[ImportedUnit]) -> LanguagePair | None:
    """Return the language that the package names, and the one it is likely wanted in.

    None where its text runs the other way: many programs say “en” of every book.
    """
    letters = [c for unit in units[:_SAMPLE] for c in unit.text or "" if c.isalpha()]
    runs_left = sum(bidirectional(c) in ("R", "AL") for c in letters) > len(letters) / 2
    for element in book.package.iter(LANGUAGE):
        language = (element.text or "").strip()
        if is_language_tag(language) and is_right_to_left(language) == runs_left:
            return LanguagePair(language, "ar" if primary_subtag(language) == "en" else "en")
    return None


def _titled(label: Label, role: Role = Role.HEADLINE) -> ImportedUnit:
    table = CodeTable(label.part)
    text = table.text(label.text)
    return ImportedUnit(text, role=role, codes=table.codes, anchor=label.anchor)


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _notices(book: Book, reader: _Reader, name: str, rtl: bool) -> Iterator[Notice]:
    yield from kept_as_it_is(name, left_out(reader.beside, book.package, rtl))
    yield from counted(
        name,
        drawn_texts=reader.drawn,
        pages_left_alone=book.left_alone,
    )
    if book.is_fixed:
        yield Notice("fixed_layout", (("file", name),))
