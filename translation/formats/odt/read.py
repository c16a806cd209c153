"""OpenDocument texts in: ODT and flat ODT, by an own walk over their XML.

Anchors are ``PART NUMBER``: the part of the file, and which of its paragraphs with content it
is, from 0. The extraction map is JSON: ``source``, the language whose script decided what
formatting is seen. Nothing is ever fetched, run or unpacked beside the text and its styles.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.notices import counted, kept_as_it_is
from translation.formats.odt.blocks import Paragraph, paragraphs
from translation.formats.odt.inline import InlineText, read_inline
from translation.formats.odt.left_out import of_package
from translation.formats.odt.numbering import level_texts
from translation.formats.odt.package import open_package
from translation.formats.odt.rules import LIVE, TYPED, Rules
from translation.formats.odt.styles import Styles
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, is_right_to_left
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.formats.odt.package import OdtPackage
    from translation.formats.spec import ReadOptions
    from translation.model.ports import Report

FORMAT = "odt"
_WORD = re.compile(r"\w")
_PAGE = re.compile(r"\s*\w{1,6}\s*\Z")
_STEP = 200
"""Paragraphs between two reports."""

_CAPTIONS = frozenset({"Caption", "Illustration", "Table", "Figure", "Drawing"})
_GUESSED = frozenset({Role.DATELINE, Role.BYLINE, Role.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that holds words, and its text."""

    paragraph: Paragraph
    inline: InlineText


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read an ODT or flat ODT; raises InputError: what ``open_package`` raises, no_text."""
    package = open_package(data, options.name)
    source = (options.pair or ARABIC_TO_ENGLISH).source
    styles = Styles(package.roots)
    rules = Rules(styles)
    found = list(places(package, rules, source, options.name, options.report))
    units = (*_units(found, styles, source), *_numbering(package, options.name))
    if all(unit.role is Role.FURNITURE for unit in units):
        raise InputError("no_text", file=options.name)
    furniture = sum(unit.role is Role.FURNITURE for unit in units)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            options.pair,
            extraction=json.dumps({"source": source, "fields": "text"}),
            notices=(
                *counted(options.name, furniture=furniture),
                *kept_as_it_is(options.name, of_package(package, rules, is_right_to_left(source))),
                *counted(options.name, field_results=sum(map(_worded_fields, found))),
            ),
        )
    ]


def places(
    package: OdtPackage, rules: Rules, source: str, name: str, report: Report
) -> Iterator[Place]:
    """Give the paragraphs that hold words of the language ``source`` or any other, in order."""
    rtl = is_right_to_left(source)
    for done, paragraph in enumerate(paragraphs(package)):
        if done % _STEP == 0:
            report(done, 0)
        if rules.hides(paragraph):
            continue
        if _WORD.search("".join(map(str, paragraph.element.itertext()))):
            inline = read_inline(paragraph, rules, rtl, name)
            if _says_something(inline):
                yield Place(paragraph, inline)


def rules_of(extraction: str, styles: Styles) -> Rules:
    """Return the rules by which a file was read, as its ``extraction`` tells; ValueError."""
    facts = json.loads(extraction or "{}")
    return Rules(styles, as_before="fields" not in facts)


def _says_something(inline: InlineText) -> bool:
    """Tell whether there is text beside what every program works out anew for each page."""
    text = strip_codes(inline.text)
    for node, result in inline.results():
        if node.element.tag in LIVE and _PAGE.match(result):
            text = text.replace(result, "", 1)
    return _WORD.search(text) is not None


def _worded_fields(place: Place) -> int:
    """Count the fields whose results have letters and are worked out."""
    return sum(
        node.element.tag not in TYPED and any(map(str.isalpha, result))
        for node, result in place.inline.results()
    )


def _units(found: list[Place], styles: Styles, source: str) -> Iterator[ImportedUnit]:
    texts = [strip_codes(place.inline.text) for place in found]
    named = [_named_role(place.paragraph, styles) for place in found]
    has_headings = Role.HEADLINE in named or Role.SUBHEADING in named
    has_headline = False
    for place, role, guess in zip(found, named, classify(texts, source), strict=True):
        if role is None:
            fits = guess in _GUESSED or (
                not has_headings and guess in (Role.HEADLINE, Role.SUBHEADING)
            )
            role = guess if fits else Role.PARAGRAPH
        if role is Role.HEADLINE and has_headline:
            role = Role.SUBHEADING
        is_left_out = place.paragraph.is_left_out
        has_headline = has_headline or (role is Role.HEADLINE and not is_left_out)
        yield ImportedUnit(
            place.inline.text,
            role=Role.FURNITURE if is_left_out else role,
            role_found=role if is_left_out else None,
            codes=place.inline.codes,
            anchor=place.paragraph.anchor,
        )


def _numbering(package: OdtPackage, name: str) -> Iterator[ImportedUnit]:
    for found in level_texts(package, name):
        role = Role.SUBHEADING if found.is_heading else Role.LIST_ITEM
        yield ImportedUnit(found.text, role=role, codes=found.codes, anchor=found.anchor)


def _named_role(paragraph: Paragraph, styles: Styles) -> Role | None:
    """Return what the document says a paragraph is, None where it says nothing."""
    if paragraph.container == "cell":
        return Role.CELL
    if paragraph.outline_level:
        return Role.HEADLINE if paragraph.outline_level == 1 else Role.SUBHEADING
    for name in styles.names_of(paragraph.part, "paragraph", paragraph.style):
        if name == "Title":
            return Role.HEADLINE
        if name == "Subtitle" or re.match("Heading(_20_[0-9]+)?$", name):
            return Role.SUBHEADING
        if name in _CAPTIONS:
            return Role.CAPTION
    return Role.LIST_ITEM if paragraph.container == "list" else None
