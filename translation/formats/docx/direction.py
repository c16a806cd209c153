"""Turning paragraphs, runs, tables and sections of a DOCX the way the target language runs.

In a paragraph with w:bidi Word takes ``left`` of w:jc and w:ind for the edge where lines start,
as ``start`` says openly (ECMA-376 first edition, 2.3.1.12 and 2.3.1.13; MS-OI29500 2.1.42):
turning w:bidi mirrors both by itself. Only what was made to look right to left without w:bidi
is mirrored here.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.docx.names import (
    P_PR,
    PARAGRAPH_ORDER,
    R_PR,
    RUN_ORDER,
    SCRIPT_PAIRS,
    SECTION_ORDER,
    TABLE_ORDER,
    TBL_PR,
    VAL,
    is_on,
    properties,
    put,
    remove,
    switch,
    w,
)
from translation.formats.docx.styles import flag, style_of
from translation.model.language import language_tag, primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from translation.formats.docx.styles import Styles

_DEFAULT_SIZE = "20"
_REGIONS = {"en": "en-US", "ar": "ar-SA", "he": "he-IL", "fa": "fa-IR", "ur": "ur-PK"}
"""What Word calls a language whose region nobody names."""
_OTHER_SIDE = {w("left"): w("right"), w("right"): w("left"), w("start"): w("end"),
               w("end"): w("start")}  # fmt: skip
_RIGHT, _TRAILING = frozenset({"right", "end"}), frozenset({"right"})


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way the translation runs and the source ran.

    ``right_means_start`` says that most paragraphs with w:bidi are set to ``right``, which Word
    shows at the left: their author, or a program, meant the right, where lines start.
    """

    styles: Styles
    rtl: bool
    source_rtl: bool
    language: str
    right_means_start: bool = False
    turned: dict[object, etree._Element] = field(default_factory=dict)
    """Run properties that were turned before, by paragraph style and content."""

    def turn_paragraph(self, paragraph: etree._Element) -> None:
        """Turn a paragraph's own properties, and those of its mark, which numbers are set in."""
        found = properties(paragraph, P_PR)
        style = style_of(found, "pStyle")
        inherited = flag(self.styles.paragraph(style, "bidi"))
        own = found.find(w("bidi"))
        was = inherited if own is None else is_on(own)
        if was != self.rtl:
            self._align(found, style, was)
            remove(found, "bidi")
            if inherited != self.rtl:
                switch(found, "bidi", self.rtl, PARAGRAPH_ORDER)
        elif self.source_rtl and not self.rtl:
            self._mirror(found, style)
        mark = found.find(R_PR)
        if mark is not None:
            self._turn(mark, style)

    def run_properties(
        self, found: etree._Element | None, paragraph_style: str, maker: etree._Element
    ) -> etree._Element:
        """Return a copy of a run's properties for the translation; ``maker`` makes elements."""
        key = (paragraph_style, _content(found))
        known = self.turned.get(key)
        if known is None:
            known = maker.makeelement(R_PR) if found is None else deepcopy(found)
            self._turn(known, paragraph_style)
            side = w("bidi") if self.rtl else VAL
            put(known, "lang", RUN_ORDER).set(side, word_tag(self.language))
            self.turned[key] = known
        return deepcopy(known)

    def turn_run(self, found: etree._Element) -> None:
        """Turn run properties that stand alone, as those of numbers."""
        self._turn(found, "")

    def turn_tables(self, tables: Iterable[etree._Element]) -> None:
        """Turn the order of columns."""
        for table in tables:
            found = properties(table, TBL_PR)
            inherited = flag(self.styles.table(style_of(found, "tblStyle"), "bidiVisual"))
            remove(found, "bidiVisual")
            if inherited != self.rtl:
                switch(found, "bidiVisual", self.rtl, TABLE_ORDER)

    def turn_sections(self, sections: Iterable[etree._Element]) -> None:
        """Turn page furniture and columns of whole sections."""
        for section in sections:
            remove(section, "bidi")
            if self.rtl:
                switch(section, "bidi", True, SECTION_ORDER)

    def _align(self, found: etree._Element, style: str, was_bidi: bool) -> None:
        """Set right what a habit means; all else is mirrored by w:bidi itself."""
        own = found.find(w("jc"))
        shown = self.styles.paragraph(style, "jc") if own is None else own
        alignment = "" if shown is None else shown.get(VAL, "")
        if was_bidi and self.right_means_start and alignment in _TRAILING:
            put(found, "jc", PARAGRAPH_ORDER).set(VAL, "left")
        elif was_bidi and alignment.endswith("Kashida"):  # by stretching letters, which Latin lacks
            put(found, "jc", PARAGRAPH_ORDER).set(VAL, "both")

    def _mirror(self, found: etree._Element, style: str) -> None:
        """Mirror a paragraph of right-to-left text that was set to the right without w:bidi."""
        own = found.find(w("jc"))
        shown = self.styles.paragraph(style, "jc") if own is None else own
        if shown is None or shown.get(VAL) not in _RIGHT:
            return
        put(found, "jc", PARAGRAPH_ORDER).set(VAL, "left")
        indent = found.find(w("ind"))
        if indent is not None:
            mirrored = [(_OTHER_SIDE.get(str(k), str(k)), v) for k, v in indent.attrib.items()]
            indent.attrib.clear()
            for name, value in mirrored:
                indent.set(name, str(value))

    def _turn(self, found: etree._Element, paragraph_style: str) -> None:
        """Turn run properties; the new script looks as the old one did."""
        run_style = style_of(found, "rStyle")
        was_complex = any(
            flag(self._effective(found, run_style, paragraph_style, name)) for name in ("rtl", "cs")
        )
        if was_complex != self.rtl:
            for latin, complex_ in SCRIPT_PAIRS:
                old, now = (complex_, latin) if was_complex else (latin, complex_)
                self._carry(found, run_style, paragraph_style, old, now)
            self._carry_font(found)
        for name in ("rtl", "cs"):
            remove(found, name)
            inherited = flag(self.styles.run(run_style, paragraph_style, name))
            wanted = self.rtl and name == "rtl"
            if inherited != wanted and (wanted or inherited):
                switch(found, name, wanted, RUN_ORDER)

    def _effective(
        self, found: etree._Element, run_style: str, paragraph_style: str, name: str
    ) -> etree._Element | None:
        own = found.find(w(name))
        return self.styles.run(run_style, paragraph_style, name) if own is None else own

    def _carry(
        self, found: etree._Element, run_style: str, paragraph_style: str, old: str, now: str
    ) -> None:
        """Give the property ``now`` the effective value of ``old``, by the style where it can."""
        was = self._effective(found, run_style, paragraph_style, old)
        remove(found, now)
        inherited = self.styles.run(run_style, paragraph_style, now)
        if old.startswith("sz"):
            size = _DEFAULT_SIZE if was is None else was.get(VAL, _DEFAULT_SIZE)
            if size != (_DEFAULT_SIZE if inherited is None else inherited.get(VAL)):
                put(found, now, RUN_ORDER).set(VAL, size)
        elif flag(was) != flag(inherited):
            switch(found, now, flag(was), RUN_ORDER)

    def _carry_font(self, found: etree._Element) -> None:
        """Name a run's own font for the complex script too; take the hint of one away."""
        fonts = found.find(w("rFonts"))
        if fonts is None:
            return
        if self.rtl:
            named = fonts.get(w("ascii"))
            if named and fonts.get(w("cs")) is None and fonts.get(w("cstheme")) is None:
                fonts.set(w("cs"), named)
        elif fonts.get(w("hint")) == "cs":
            del fonts.attrib[w("hint")]


def _content(element: etree._Element | None) -> tuple[object, ...]:
    """Return all that an element's children say, for comparing."""
    if element is None:
        return ()
    return tuple((child.tag, *child.attrib.items(), _content(child)) for child in element)


def word_tag(language: str) -> str:
    """Return a language as Word names it: always with a region where one is usual."""
    tag = language_tag(language)
    return _REGIONS.get(primary_subtag(tag), tag) if "-" not in tag else tag


def right_means_start(paragraphs: Iterable[etree._Element]) -> bool:
    """Tell whether most paragraphs with w:bidi of their own are set to ``right``."""
    bidi = right = 0
    for paragraph in paragraphs:
        found = paragraph.find(P_PR)
        if found is not None and flag(found.find(w("bidi"))):
            bidi += 1
            alignment = found.find(w("jc"))
            right += alignment is not None and alignment.get(VAL) in _TRAILING
    return 2 * right > bidi
