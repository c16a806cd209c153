"""PDFs in: their text as paragraphs, for a translation that is written as a new document.

Anchors are ``PAGE NUMBER``, both from 0: a paragraph's page, and which one of it. Pictures,
forms, scripts, links and attachments are never touched. Reading happens in a process of its own.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.notices import counted
from translation.formats.pdf.doubt import doubt, page_ranges
from translation.formats.pdf.layout import PdfParagraph, body_size, paragraphs
from translation.formats.pdf.order import FEWEST_SIGNS, order_signs, turned, without_strokes
from translation.formats.pdf.process import read_pages
from translation.model.imported import ImportedFile, ImportedUnit, Notice
from translation.model.language import ARABIC_TO_ENGLISH, is_right_to_left
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.pdf.columns import Line, Page
    from translation.formats.spec import ReadOptions

FORMAT = "pdf"
_HEADLINE, _SUBHEADING = 1.2, 1.12
"""How much larger than the body's letters those of headings are."""

_LONGEST_HEADING = 40
"""Words of a heading; a larger paragraph of more is text in large letters."""

_SURE, _DOUBTFUL = 0.8, 0.2
"""Share of words that speak for the reverse order: above the first it is, below the last not."""

_GUESSED = frozenset({Role.DATELINE, Role.BYLINE, Role.LIST_ITEM, Role.FURNITURE})


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the text of a PDF.

    Raises InputError: empty, wrong_format, encrypted, only_pictures, too_many_pages, unreadable.
    """
    if not data:
        raise InputError("empty", file=options.name)
    if b"%PDF-" not in data[:1024]:
        detail = "it does not begin as a PDF does"
        raise InputError("wrong_format", file=options.name, format="PDF", detail=detail)
    source = (options.pair or ARABIC_TO_ENGLISH).source
    pages = read_pages(data, options.name, is_right_to_left(source), options.report)
    return [imported(pages, data, options)]


def imported(pages: Sequence[Page], data: bytes, options: ReadOptions) -> ImportedFile:
    """Return the article on these pages; raises InputError only_pictures or no_text."""
    source = (options.pair or ARABIC_TO_ENGLISH).source
    empty = sum(not page.lines for page in pages)
    if empty == len(pages):
        raise InputError("only_pictures" if pages else "no_text", file=options.name)
    pages, uncertain = _in_order(_unstretched(pages))
    found = paragraphs(pages, source)
    if not any(any(map(str.isalpha, p.text)) for p in found if not p.is_furniture):
        raise InputError("no_text", file=options.name)
    units = tuple(_units(found, source, options.name))
    notices = [*counted(options.name, furniture=sum(u.role is Role.FURNITURE for u in units))]
    notices += counted(options.name, picture_pages=empty)
    notices += _doubts(pages, options.name)
    if uncertain:
        notices.append(Notice("text_order_uncertain", (("file", options.name),)))
    return ImportedFile(
        options.name,
        FORMAT,
        data,
        units,
        options.pair,
        extraction=json.dumps({"pages": len(pages)}),
        notices=tuple(notices),
    )


def _doubts(pages: Sequence[Page], name: str) -> Iterator[Notice]:
    """Say which pages have many words that cannot be what is printed there."""
    found = doubt(pages)
    if found:
        share = f"{max(round(100 * found.share), 1)} %"
        places = page_ranges(found.pages)
        yield Notice("pdf_doubtful", (("file", name), ("share", share), ("pages", places)))


def _unstretched(pages: Sequence[Page]) -> list[Page]:
    texts = iter(without_strokes([line.text for page in pages for line in page.lines]))
    return [
        replace(page, lines=tuple(replace(line, text=next(texts)) for line in page.lines))
        for page in pages
    ]


def _in_order(pages: Sequence[Page]) -> tuple[list[Page], bool]:
    """Turn the lines of pages that were drawn the wrong way round; tell whether any is in doubt."""
    made: list[Page] = []
    uncertain = False
    for page in pages:
        good, bad = order_signs(line.text for line in page.lines)
        share = bad / (good + bad) if good + bad >= FEWEST_SIGNS else 0.0
        if share > _SURE:
            made.append(replace(page, lines=tuple(map(_turned, page.lines))))
        else:
            made.append(page)
            uncertain = uncertain or share > _DOUBTFUL
    return made, uncertain


def _turned(line: Line) -> Line:
    return replace(line, text=turned(line.text))


def _units(found: Sequence[PdfParagraph], source: str, name: str) -> Iterator[ImportedUnit]:
    usual = body_size(found)
    texts = [paragraph.text for paragraph in found]
    largest = max((p.size for p in found if not p.is_furniture and _is_short(p)), default=0.0)
    has_headings = largest > _SUBHEADING * usual
    has_headline = False
    for paragraph, guess in zip(found, classify(texts, source), strict=True):
        role = _role(paragraph, guess, usual, largest, has_headings)
        if role is Role.HEADLINE and has_headline:
            role = Role.SUBHEADING
        has_headline = has_headline or role is Role.HEADLINE
        table = CodeTable(name)
        text = table.text(paragraph.text)
        yield ImportedUnit(
            text,
            role=Role.FURNITURE if paragraph.is_furniture else role,
            role_found=role if paragraph.is_furniture else None,
            codes=table.codes,
            anchor=f"{paragraph.page} {paragraph.number}",
        )


def _role(
    paragraph: PdfParagraph, guess: Role, usual: float, largest: float, has_headings: bool
) -> Role:
    if paragraph.is_furniture:
        return Role.PARAGRAPH
    if _is_short(paragraph) and has_headings:
        if paragraph.size > _HEADLINE * usual and paragraph.size > 0.95 * largest:
            return Role.HEADLINE
        if paragraph.size > _SUBHEADING * usual:
            return Role.SUBHEADING
    if guess in _GUESSED or (not has_headings and guess in (Role.HEADLINE, Role.SUBHEADING)):
        return guess
    return Role.PARAGRAPH


def _is_short(paragraph: PdfParagraph) -> bool:
    return len(paragraph.text.split()) <= _LONGEST_HEADING
