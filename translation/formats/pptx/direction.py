"""Turning paragraphs, tables and text boxes of a presentation the way the target runs.

In DrawingML ``algn`` names a side of the page whatever ``rtl`` says (ECMA-376 part 1,
21.1.2.2.7 and 20.1.10.59), so that text set to the right stays there unless both are turned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.formats.docx.direction import word_tag
from translation.formats.pptx.names import BODY_PR, END, P_PR, R_PR, a, child, is_on, made

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from translation.formats.pptx.bodies import Spot
    from translation.formats.pptx.inheritance import Inheritance
    from translation.model.language import LanguagePair

_TABLE_PR, _NUMBERS, _RUN_RTL = a("tblPr"), a("buAutoNum"), a("rtl")
_OWN_NUMBERS = ("arabic1", "arabic2", "hebrew2")
"""Ways of numbering by letters of Arabic and Hebrew."""
_MARKS_OF_CHECKING = ("altLang", "err", "dirty")


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way the translation runs and the source ran."""

    pair: LanguagePair
    inheritance: Inheritance

    @property
    def rtl(self) -> bool:
        """Whether the translation runs from right to left."""
        return self.pair.target_is_rtl

    @property
    def is_needed(self) -> bool:
        """Whether the two run against one another."""
        return self.pair.source_is_rtl != self.rtl

    def turn_paragraph(self, spot: Spot, paragraph: etree._Element) -> None:
        """Turn a paragraph and the columns of its text box; what is centred stays so."""
        was = is_on(self.inheritance.value(spot, "rtl"))
        side = self.inheritance.value(spot, "algn") or "l"
        own = child(paragraph, P_PR)
        self._turn_columns(paragraph)
        if was == self.rtl and side not in (self._old_side, "justLow") and own is None:
            return
        if own is None:
            own = made(paragraph, "pPr")
            paragraph.insert(0, own)
        if was != self.rtl:
            own.set("rtl", "1" if self.rtl else "0")
        if self.is_needed and side == self._old_side:
            own.set("algn", "r" if self.rtl else "l")
        elif side == "justLow" and not self.rtl:  # by stretching letters, which Latin lacks
            own.set("algn", "just")
        for numbers in own:
            if numbers.tag in _NUMBERS and numbers.get("type", "").startswith(_OWN_NUMBERS):
                numbers.set("type", "arabicPeriod" if self.rtl else "alphaLcPeriod")

    def turn_language(self, properties: etree._Element) -> None:
        """Say the language of the translation in the properties of a run, and which way it runs."""
        properties.set("lang", word_tag(self.pair.target))
        for name in _MARKS_OF_CHECKING:
            if name in properties.attrib:
                del properties.attrib[name]
        marked = None if self.rtl else child(properties, _RUN_RTL)
        if marked is not None:
            properties.remove(marked)

    def turn_languages(self, paragraph: etree._Element) -> None:
        """Say the language of the translation in all that a paragraph holds."""
        for properties in paragraph.iter(*R_PR, *END):
            self.turn_language(properties)

    def turn_tables(self, tables: Iterable[etree._Element]) -> None:
        """Turn the order of columns."""
        for table in tables:
            found = child(table, _TABLE_PR)
            if found is None and self.rtl:
                found = made(table, "tblPr")
                table.insert(0, found)
            if found is not None and is_on(found.get("rtl")) != self.rtl:
                found.set("rtl", "1" if self.rtl else "0")

    @property
    def _old_side(self) -> str:
        """The side at which lines of the source begin, "" where nothing is to be turned."""
        if not self.is_needed:
            return ""
        return "r" if self.pair.source_is_rtl else "l"

    def _turn_columns(self, paragraph: etree._Element) -> None:
        around = paragraph.getparent()
        body = None if around is None else child(around, BODY_PR)
        if body is not None and self.is_needed and is_on(body.get("rtlCol")) != self.rtl:
            body.set("rtlCol", "1" if self.rtl else "0")
