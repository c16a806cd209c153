"""HTML pages in: the article to translate, and all else that can be seen, left out.

Anchors are ``start:end``, character positions in the decoded page without byte order mark.
Nothing is ever fetched, run or resolved.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.decoding import Decoded, decode, decode_declared
from translation.formats.html.ancestry import Inherited, tagged
from translation.formats.html.article import outside_navigation, select_article
from translation.formats.html.blocks import Block, blocks
from translation.formats.html.chrome import kinds_of
from translation.formats.html.headline import is_dated, names_author
from translation.formats.html.inline import Placed, placed
from translation.formats.html.loose_texts import LooseText, hidden_texts, loose_texts, title_of
from translation.formats.html.repeats import repeated
from translation.formats.html.tree import parse_page
from translation.formats.notices import counted, text_notices
from translation.formats.safe_xml import declares_entities
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.language import (
    ARABIC_TO_ENGLISH,
    LanguagePair,
    primary_subtag,
)
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.html.tree import Page
    from translation.formats.spec import ReadOptions
    from translation.model.ports import Report
    from translation.model.segment import SourceFile

FORMAT = "html"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE
)
_DECLARED_XML = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_EVERY = 200
_LONGEST_DATELINE = 120
"""Characters of a line that the page marks as date or author."""

ROLES = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "dt"), Role.SUBHEADING),
    **dict.fromkeys(("li", "dd"), Role.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
}
"""What elements say of the text in them; h1 is the headline where it is the first."""


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a page: its article as units to translate, all else that can be seen as furniture.

    The source language is that of ``options.pair``, else what the page says. Raises
    InputError: what decoding and parsing raise, no_text, too_many_codes.
    """
    decoded = _decode(data, options)
    if declares_entities(data):
        raise InputError("xml_entities", file=options.name)
    page = parse_page(decoded.text, options.name, options.report)
    pair = options.pair or _pair(page.root)
    found = placed_blocks(page, options.name, options.report)
    if not found:
        raise InputError("no_text", file=options.name)
    language = (pair or ARABIC_TO_ENGLISH).source
    every = [one.block for one in found]
    every = [block for block in every if not block.is_kept] or every
    article = select_article(page.root, outside_navigation(every), language)
    chosen = set(map(id, article.blocks or every))
    options.report(len(found), len(found))
    units = list(_units(found, chosen, article.headline, language, options.report))
    inside = [one for one in found if id(one.block) in chosen]
    outside = [one for one in found if id(one.block) not in chosen]
    loose = loose_texts(page, inside, outside, language)
    kinds = kinds_of(one.block for one in outside) | {"attributes": len(loose)}
    units = _with_loose(units, loose, title_of(page))
    notices = [
        *text_notices(decoded, options.name, units, kinds),
        *counted(options.name, html_hidden_text=hidden_texts(page, inside, language)),
    ]
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            tuple(units),
            pair,
            decoded.encoding,
            json.dumps({"bom": decoded.has_bom, "anchors": "characters"}),
            tuple(notices),
        )
    ]


def original_page(file: SourceFile, report: Report) -> tuple[Page, list[Placed]]:
    """Read the original of a file once more, as ``read`` did; InputError where that fails."""
    decoded = decode(file.original, file.name, file.encoding)
    page = parse_page(decoded.text, file.name, report)
    return page, placed_blocks(page, file.name, report)


def placed_blocks(page: Page, name: str, report: Report) -> list[Placed]:
    """Return the blocks of a page in order, each with its text and its place."""
    found = []
    every = blocks(page)
    keeps_space = tagged("listing", "pre")
    for done, block in enumerate(every):
        if done % _EVERY == 0:
            report(done, len(every))
        one = placed(block, page, name, bool(keeps_space(block.owner)))
        if strip_codes(one.text).strip():
            found.append(one)
    return found


def _decode(data: bytes, options: ReadOptions) -> Decoded:
    """Decode by the person's choice, as UTF-8 if it is, by what the page declares, or guess."""
    if options.encoding:
        return decode(data, options.name, options.encoding)
    said = None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        said = _DECLARED.search(data[:4096]) or _DECLARED_XML.match(data)
    return decode_declared(data, options.name, said[1] if said else None)


def _pair(root: etree._Element) -> LanguagePair | None:
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    primary = primary_subtag(language.strip())
    if not re.fullmatch(r"[a-z]{2,3}", primary):
        return None
    return LanguagePair(language.strip(), "ar" if primary == "en" else "en")


def _with_loose(
    units: list[ImportedUnit], loose: list[LooseText], title: LooseText | None
) -> list[ImportedUnit]:
    """Return the units in the order of the page, those of its loose texts among them.

    The title is text of the article, unless it repeats the headline, which it then follows.
    """
    made = [
        ImportedUnit(one.text, role=Role.FURNITURE, role_found=one.role, anchor=one.anchor)
        for one in loose
    ]
    headlines = [strip_codes(u.text or "") for u in units if u.role is Role.HEADLINE]
    repeats = title is not None and any(
        repeated(" ".join(headline.split()), title.text) for headline in headlines
    )
    if title is not None and not repeats and any(map(str.isalpha, title.text)):
        made.append(ImportedUnit(title.text, role=title.role, anchor=title.anchor))
    return sorted([*units, *made], key=lambda unit: int(unit.anchor.split(":")[0]))


def _units(
    found: list[Placed],
    article: set[int],
    headline: Block | None,
    language: str,
    report: Report,
) -> Iterator[ImportedUnit]:
    """Give every block of the page as a unit; those outside the article are furniture.

    ``article`` has the identities of the blocks of the article. ``role_found`` keeps what a block
    looks like, for the day a person brings it back.
    """
    chosen = [one for one in found if id(one.block) in article]
    guesses = iter(classify([one.text for one in chosen], language))
    has_headline = False
    kind = Inherited(lambda e: str(e.tag) if e.tag == "h1" or e.tag in ROLES else None)
    for done, one in enumerate(found):
        if done % _EVERY == 0:
            report(done, len(found))
        guess = next(guesses) if id(one.block) in article else Role.FURNITURE
        role, looks = guess, _role(one.block, kind(one.block.owner), Role.PARAGRAPH, has_headline)
        if one.block is headline:
            role = Role.HEADLINE
        elif role is not Role.FURNITURE:
            role = _role(one.block, kind(one.block.owner), guess, has_headline)
        has_headline = has_headline or role is Role.HEADLINE
        yield ImportedUnit(
            one.text,
            role=role,
            role_found=looks if role is Role.FURNITURE else None,
            codes=one.codes,
            anchor=one.anchor,
        )


def _role(block: Block, kind: str | None, guess: Role, has_headline: bool) -> Role:
    """Return what the element says, refined where it is a plain paragraph.

    ``kind`` is the nearest element around that has a role.
    """
    if kind == "h1":
        return Role.SUBHEADING if has_headline else Role.HEADLINE
    if kind is not None and not (kind == "dd" and _is_short_date(block)):
        return ROLES[kind]
    if guess in (Role.DATELINE, Role.BYLINE):
        return guess
    if _is_short_date(block):
        return Role.BYLINE if names_author(block) else Role.DATELINE
    return guess if guess is Role.HEADLINE and not has_headline else Role.PARAGRAPH


def _is_short_date(block: Block) -> bool:
    return len(block.plain) < _LONGEST_DATELINE and is_dated(block)
