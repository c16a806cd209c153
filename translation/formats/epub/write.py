"""EPUB out: the book as it came with the translation in its pages, titles and contents.

Of the zip only the parts that change are written anew. Pages are turned one by one, as web
pages are; the package and the style sheets where at least half of the book is translated.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats import safe_xml
from translation.formats.epub.book import NAME, Book
from translation.formats.epub.direction import (
    turn_names,
    turn_package,
    turned_sheet,
    turned_styles,
)
from translation.formats.epub.labels import book_titles, chapter_titles
from translation.formats.epub.pages import read_page
from translation.formats.epub.read import FORMAT, follows, page_title, plain_text
from translation.formats.html.loose_texts import title_of
from translation.formats.html.write import translated_page
from translation.formats.joining import (
    FilledUnit,
    JoinedText,
    filled_units,
    filling_notices,
    the_original,
    without_codes,
)
from translation.formats.safe_xml import clean
from translation.formats.spec import Written
from translation.model.inline import code_index, is_code
from translation.model.segment import TranslationUnit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.epub.labels import Label
    from translation.formats.epub.pages import BookPage
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_TITLE = re.compile(r"(<title\b[^<>]*>)[^<]*(?=</title)", re.IGNORECASE)


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translated book; drafts nobody reviewed are used and counted in a notice.

    Raises ExportError: wrong_original, original_damaged.
    """
    file = the_original(document, FORMAT)
    if file is None:
        raise ExportError("wrong_original", file=options.name, format=NAME)
    notices = filling_notices(options.name, document)
    filled = {one.unit.anchor: _cleaned(one) for one in filled_units(document)}
    if not filled:
        return Written(file.original, notices)
    try:
        data = _Writer(document, file, filled, options).written()
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=str(error)) from error
    return Written(data, notices)


class _Writer:
    """Writes one export; ``filled`` are the units to put in by their anchors."""

    def __init__(
        self,
        document: Document,
        file: SourceFile,
        filled: dict[str, FilledUnit],
        options: WriteOptions,
    ) -> None:
        self._document, self._file, self._options = document, file, options
        self._filled, self._book = filled, Book(file.original, file.name)
        self._known = dict(self._translations())
        self._left = set(filled)
        self._is_turned = 2 * len(filled) >= len(document.units)

    def written(self) -> bytes:
        """Return the zip with the parts that change."""
        book, changed = self._book, {}
        for done, part in enumerate(book.pages):
            self._options.report(done, len(book.pages))
            if (data := self._page(part)) is not None:
                changed[part] = data
        if book.nav is not None and (data := self._page(book.nav)) is not None:
            changed[book.nav] = data
        changed |= self._package_and_contents()
        if self._is_turned:
            for part in book.sheets:
                sheet = book.zip.read(part).decode("latin-1")  # byte for byte
                changed[part] = turned_sheet(sheet, self._file.pair).encode("latin-1")
        if self._left:
            detail = "a paragraph is no longer in its place"
            raise ExportError("original_damaged", file=self._options.name, detail=detail)
        return book.zip.with_parts(changed)

    def _translations(self) -> Iterator[tuple[str, str]]:
        """Give each source with its translation, those that come first last."""
        for one in reversed(self._filled.values()):
            segments = self._document.unit_segments(one.unit.id)
            source = "".join(s.lead + s.source + s.trail for s in segments)
            yield (
                " ".join(without_codes(source, one.unit).split()),
                " ".join(without_codes(one.joined.text, one.unit).split()),
            )

    def _page(self, part: str) -> bytes | None:
        """Return a page with what is translated of it, None where nothing is."""
        page = read_page(self._book, part, self._options.report)
        if page is None:
            return None
        chosen = list(self._chosen(page))
        is_titled = page_title(part) in self._left
        self._left.discard(page_title(part))
        if not chosen and not is_titled:
            return None
        text = translated_page(
            self._document, self._file, page.page, page.found, chosen, self._options,
            sheets_turned=self._is_turned,
        )  # fmt: skip
        title = title_of(page.page)
        if title is not None and (known := self._known.get(title.text)) is not None:
            shown = escape(known, quote=False)
            text = _TITLE.sub(lambda found: found[1] + shown, text, count=1)
        return page.encoded(turned_styles(text, self._file.pair) if self._is_turned else text)

    def _chosen(self, page: BookPage) -> Iterator[FilledUnit]:
        for one in page.found:
            anchor = page.anchor(one)
            if (found := self._filled.get(anchor)) is not None:
                self._left.discard(anchor)
                yield replace(found, unit=replace(found.unit, anchor=one.anchor))
            elif page.part == self._book.nav and follows(one, self._known):
                unit = TranslationUnit("", self._file.id, anchor=one.anchor)
                yield FilledUnit(unit, JoinedText(self._known[plain_text(one)], 0, 0))

    def _package_and_contents(self) -> dict[str, bytes]:
        """Return the package and the NCX where they change."""
        book, pair = self._book, self._file.pair
        roots = {book.opf: book.package}
        is_changed = self._fill(book_titles(book)) or self._is_turned
        changed = {book.opf} if is_changed else set()
        if book.ncx is not None:
            roots[book.ncx] = book.parsed(book.ncx)
            if self._fill(chapter_titles(book.ncx, roots[book.ncx])):
                changed.add(book.ncx)
        if self._is_turned:
            turn_package(book.package, book.spine, pair)
            if book.ncx in changed:
                turn_names(roots[book.ncx], pair)
        return {part: safe_xml.serialize(roots[part], book.zip.read(part)) for part in changed}

    def _fill(self, titles: list[Label]) -> bool:
        """Put titles in their places; tell whether any changed."""
        is_any = False
        for label in titles:
            one = self._filled.get(label.anchor)
            self._left.discard(label.anchor)
            text = self._known.get(label.text) if one is None else _label_text(one)
            if text is not None:
                del label.element[:]
                label.element.text = text
                is_any = True
        return is_any


def _label_text(one: FilledUnit) -> str:
    """Return a title with the characters again that its codes stand for."""
    codes = one.unit.codes
    return "".join(
        codes[code_index(c)].markup if is_code(c) and code_index(c) < len(codes) else c
        for c in one.joined.text.strip()
    )


def _cleaned(one: FilledUnit) -> FilledUnit:
    """Return what fills a unit without characters that XML cannot hold."""
    text = clean(one.joined.text)
    return one if text == one.joined.text else replace(one, joined=replace(one.joined, text=text))
