"""PPTX in: the text of the slides that are shown, with their tables, diagrams, charts and notes.

Anchors are ``PART PLACE``: the name of a part and which of its paragraphs it is, from 0. Text
of masters and layouts belongs to the design and is left out. Nothing is fetched or run.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.notices import counted, kept_as_it_is, says
from translation.formats.pptx.bodies import role_of, spots
from translation.formats.pptx.presentation import Kind, Presentation
from translation.formats.pptx.text import read_paragraph
from translation.formats.safe_xml import local_name
from translation.model.imported import ImportedFile, ImportedUnit
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Role

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.pptx.presentation import Part
    from translation.formats.spec import ReadOptions

FORMAT = "pptx"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STEP = 10
"""Parts between two reports."""


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read a PPTX; raises InputError where it is none, is unsafe or shows no text."""
    presentation = Presentation(data, options.name)
    presentation.zip.check()
    rtl = (options.pair or ARABIC_TO_ENGLISH).source_is_rtl
    reader = _Reader(options.name, rtl)
    for done, part in enumerate(presentation.parts()):
        if done % _STEP == 0:
            options.report(done, 0)
        reader.add(part)
    if not reader.units:
        raise InputError("no_text", file=options.name)
    notices = counted(
        options.name,
        slides_hidden=presentation.hidden,
        hidden_shapes=reader.hidden,
        slide_comments=presentation.comments,
        pptx_left_alone=presentation.beside + reader.series,
    )
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            tuple(reader.units),
            options.pair,
            extraction=json.dumps({"anchors": "part place"}),
            notices=(*notices, *kept_as_it_is(options.name, reader.kept)),
        )
    ]


@dataclass(slots=True)
class _Reader:
    """Collects the units of one presentation, and counts what is left out."""

    name: str
    rtl: bool
    units: list[ImportedUnit] = field(default_factory=list)
    hidden: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    series: int = 0

    def add(self, part: Part) -> None:
        """Take the paragraphs of a part; the first line of a slide's title is its headline."""
        has_headline = False
        for place, spot in enumerate(spots(part)):
            reading = read_paragraph(spot.paragraph, self.name)
            if reading is None:
                continue
            if spot.is_hidden:
                self.hidden += 1
                continue
            role = role_of(spot, part.kind)
            if role is Role.HEADLINE:
                role = Role.SUBHEADING if has_headline else role
                has_headline = True
            self.units.append(
                ImportedUnit(
                    reading.text, role=role, codes=reading.codes, anchor=f"{part.name} {place}"
                )
            )
        self._count(part.root, part.kind)

    def _count(self, root: etree._Element, kind: Kind) -> None:
        if kind is Kind.SLIDE:
            for element in root.iter("{*}cNvPr"):
                said = f"{element.get('descr', '')}{element.get('title', '')}"
                self.kept["alt_texts"] += says(said, self.rtl)
            for element in root.iter("{*}hlinkClick", "{*}hlinkHover"):
                self.kept["tips"] += says(element.get("tooltip"), self.rtl)
            for element in root.iter(f"{_MATH}oMath"):
                self.kept["formulas"] += any(says(one.text) for one in element.iter(f"{_MATH}t"))
        elif kind is Kind.CHART:
            self.series += any(
                _has_letters(value.text or "")
                for cache in root.iter("{*}strCache", "{*}multiLvlStrCache")
                for value in cache.iter("{*}v")
                if local_name(value) == "v"
            )


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
