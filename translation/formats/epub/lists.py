"""How the items of lists on a book's pages are marked and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.epub.book import Book
from translation.formats.epub.pages import read_page
from translation.formats.html.lists import in_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.item_place import ItemPlace
    from translation.model.ports import Report
    from translation.model.segment import SourceFile


def item_places(file: SourceFile, report: Report) -> Iterator[tuple[str, ItemPlace]]:
    """Give the anchors of blocks in lists with their places; InputError."""
    book = Book(file.original, file.name)
    for part in book.pages:
        if (page := read_page(book, part, report)) is not None:
            for placed, place in in_lists(page.found):
                yield page.anchor(placed), place
