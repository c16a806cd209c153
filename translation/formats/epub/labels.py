"""Titles that are in no page: the book's in its package, those of chapters in the NCX."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.formats.epub.names import (
    DOC_TITLE,
    LABEL_TEXT,
    NAV_LABEL,
    NAV_MAP,
    TITLE,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.epub.book import Book


class Label(NamedTuple):
    """A title: the part it stands in, its place among those of the part, and its element."""

    part: str
    place: int
    element: etree._Element

    @property
    def anchor(self) -> str:
        """The place in the words of the format."""
        return f"{self.part} title {self.place}"

    @property
    def text(self) -> str:
        """The title itself."""
        return plain(self.element)


def book_titles(book: Book) -> list[Label]:
    """Return the titles that the package names, the main one first."""
    return _labels(book.opf, book.package.iter(TITLE))


def chapter_titles(part: str, root: etree._Element) -> list[Label]:
    """Return the titles of an NCX in order: the book's, then those of its contents."""

    def found() -> Iterator[etree._Element]:
        for title in root.iter(DOC_TITLE):
            yield from title.iter(LABEL_TEXT)
        for contents in root.iter(NAV_MAP):
            for label in contents.iter(NAV_LABEL):
                yield from label.iter(LABEL_TEXT)

    return _labels(part, found())


def _labels(part: str, elements: Iterator[etree._Element]) -> list[Label]:
    labels = [Label(part, place, element) for place, element in enumerate(elements)]
    return [label for label in labels if label.text]
