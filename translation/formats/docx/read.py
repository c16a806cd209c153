"""DOCX in: every paragraph with text of the body, notes, headers, footers and text boxes.

Anchors are ``PART PLACE``: the name of a part and which of its paragraphs it is, from 0, those
of old programs' twins of shapes not counted. Nothing is fetched, run or resolved.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.docx.comments import comments_of, note_on
from translation.formats.docx.left_out import of_package, of_part
from translation.formats.docx.names import P_PR
from translation.formats.docx.numbering import numbering
from translation.formats.docx.package import Package
from translation.formats.docx.rules import Rules
from translation.formats.docx.stories import role_of, spots
from translation.formats.docx.styles import Styles, lists_of, style_of
from translation.formats.docx.text import read_paragraph
from translation.formats.notices import counted, kept_as_it_is
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role
from translation.text.roles import classify

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.formats.docx.package import Part
    from translation.formats.docx.stories import Spot
    from translation.formats.spec import ReadOptions
    from translation.model.imported import Notice

FORMAT = "docx"
_STEP = 200
"""Paragraphs between two reports."""


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a DOCX; raises InputError where it is none, is unsafe or holds no text."""
    package = Package(data, options.name)
    package.zip.check()
    styles = Styles(package.styles())
    reader = _Reader(styles, Rules(styles), options, comments_of(package))
    for part in package.parts():
        reader.add(part, is_body=part.name == package.main)
    reader.add_numbering(package)
    if not reader.units:
        raise InputError("no_text", file=options.name)
    language = (options.pair or ARABIC_TO_ENGLISH).source
    units = _with_roles_of_text(reader.units, reader.body, language)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            tuple(units),
            options.pair,
            extraction=json.dumps({"anchors": "part place", "fields": "text"}),
            notices=tuple(_notices(reader, package)),
        )
    ]


def _notices(reader: _Reader, package: Package) -> Iterator[Notice]:
    yield from kept_as_it_is(reader.options.name, reader.left_out + of_package(package, reader.rtl))
    yield from counted(reader.options.name, field_results=reader.fields)


def rules_of(extraction: str, styles: Styles) -> Rules:
    """Return the rules by which a file was read, as its ``extraction`` tells."""
    facts = json.loads(extraction or "{}")
    return Rules(styles, as_before="fields" not in facts)


@dataclass(slots=True)
class _Reader:
    """Collects the units of one document; ``body`` is how many of them are the document's own."""

    styles: Styles
    rules: Rules
    options: ReadOptions
    comments: Mapping[str, str] = field(default_factory=dict)
    """What the comments say, by their ids."""
    units: list[ImportedUnit] = field(default_factory=list)
    body: int = 0
    has_title: bool = False
    left_out: Counter[str] = field(default_factory=Counter)
    fields: int = 0
    """Fields whose results have letters: what they refer to may still be in the source."""
    lists: set[str] = field(default_factory=set)

    @property
    def rtl(self) -> bool:
        """Whether the document is in a script from right to left."""
        return (self.options.pair or ARABIC_TO_ENGLISH).source_is_rtl

    def add(self, part: Part, *, is_body: bool) -> None:
        self.rules.look_at(part.root)
        found = spots(part.root, self.rules)
        self.left_out += of_part(part.root, self.rules, self.rtl)
        self.lists |= lists_of(part.root)
        for place, spot in enumerate(found):
            if place % _STEP == 0:
                self.options.report(place, len(found))
            if spot.goes_on:
                continue
            reading = read_paragraph(spot.paragraphs, self.options.name, self.rules)
            if reading is not None:
                self.fields += reading.worded_fields()
                role = self._role(spot, is_body)
                anchor, note = f"{part.name} {place}", note_on(spot.paragraphs, self.comments)
                self.units.append(
                    ImportedUnit(
                        reading.text, role=role, codes=reading.codes, anchor=anchor, note=note
                    )
                )
        if is_body:
            self.body = len(self.units)

    def add_numbering(self, package: Package) -> None:
        """Add the words of the numbers of lists and headings."""
        found = numbering(package, self.lists | self.styles.lists)
        if found is None:
            return
        self.left_out["numbering"] += found.odd_formats()
        for one in found.texts(self.options.name):
            named = (style_of(level, "pStyle") for level in one.levels)
            is_heading = any(self.styles.role(style) is Role.SUBHEADING for style in named if style)
            role = Role.SUBHEADING if is_heading else Role.LIST_ITEM
            self.units.append(
                ImportedUnit(one.text, role=role, codes=one.codes, anchor=one.anchor)
            )  # fmt: skip

    def _role(self, spot: Spot, is_body: bool) -> Role:
        """Return the role; the first heading of the first level is the headline without a title."""
        role = role_of(spot, self.styles)
        if role is Role.SUBHEADING and is_body and not self.has_title:
            style = style_of(spot.paragraph.find(P_PR), "pStyle")
            if self.styles.is_first_heading(style):
                role = Role.HEADLINE
        if role is Role.HEADLINE:
            role = Role.SUBHEADING if self.has_title or not is_body else role
            self.has_title = self.has_title or is_body
        return role


def _with_roles_of_text(units: list[ImportedUnit], body: int, language: str) -> list[ImportedUnit]:
    """Tell what heads the text by its words where no style does: most articles have no styles."""
    found = units[:body]
    if any(unit.role in (Role.HEADLINE, Role.SUBHEADING) for unit in found):
        return units
    plain = [place for place, unit in enumerate(found) if unit.role is Role.PARAGRAPH]
    guessed = classify([strip_codes(found[place].text or "") for place in plain], language)
    made = list(units)
    for place, role in zip(plain, guessed, strict=True):
        if role in (Role.HEADLINE, Role.DATELINE, Role.BYLINE):
            made[place] = units[place]._replace(role=role)
    return made
