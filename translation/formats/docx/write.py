"""DOCX out: the original with the translation in its place, or a document made new.

Only parts with a translated paragraph are written again, and in them only what belongs to those
paragraphs: their texts, their direction, and that of tables and sections that are translated.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats.docx import new as docx_new
from translation.formats.docx.direction import Direction, right_means_start
from translation.formats.docx.fill import fill
from translation.formats.docx.kinds import of_kind
from translation.formats.docx.names import P_PR, SECT_PR, T, w
from translation.formats.docx.numbering import (
    filled_levels,
    numbering,
    turn_formats,
    turn_levels,
)
from translation.formats.docx.package import Package
from translation.formats.docx.read import FORMAT, rules_of
from translation.formats.docx.stories import spots, twin_paragraphs
from translation.formats.docx.styles import Styles, lists_of
from translation.formats.docx.text import read_paragraph
from translation.formats.docx.tokens import Keep
from translation.formats.held_codes import with_held
from translation.formats.joining import filled_units, filling_notices, the_original
from translation.formats.nesting import well_nested
from translation.formats.spec import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from translation.formats.docx.package import Part
    from translation.formats.docx.rules import Rules
    from translation.formats.docx.stories import Spot
    from translation.formats.docx.text import Reading
    from translation.formats.joining import FilledUnit
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.segment import SourceFile

_STEP = 200
"""Paragraphs between two reports."""
_BINDING = w("dataBinding")


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translation, in place where the document was opened from a DOCX.

    Raises ExportError original_damaged.
    """
    file = the_original(document, FORMAT)
    if file is None:
        return docx_new.write(document, options)
    filled = {one.unit.anchor: one for one in filled_units(document)}
    try:
        data = _Writer(file, filled, options).written()
    except InputError as error:
        raise ExportError("original_damaged", file=options.name, detail=str(error)) from error
    return Written(data, filling_notices(options.name, document))


@dataclass(slots=True)
class _Counts:
    """Paragraphs with text by their tables (None outside), and how many of them are translated."""

    text: Counter[etree._Element | None] = field(default_factory=Counter)
    translated: Counter[etree._Element | None] = field(default_factory=Counter)
    without_text: list[etree._Element] = field(default_factory=list)

    def add(self, spot: Spot, *, is_text: bool, is_translated: bool) -> None:
        if not is_text:
            self.without_text.append(spot.paragraph)
            return
        self.text[spot.table] += 1
        if is_translated:
            self.translated[spot.table] += 1

    def translated_tables(self) -> list[etree._Element]:
        """Return the tables of which at least half is translated."""
        found = self.translated.items()
        return [
            table for table, done in found if table is not None and 2 * done >= self.text[table]
        ]

    def is_translated(self) -> bool:
        """Tell whether at least half of the part is translated."""
        done = self.translated.total()
        return done > 0 and 2 * done >= self.text.total()


class _Writer:
    """Writes one export; ``filled`` are the units to put in by their anchors."""

    def __init__(
        self, file: SourceFile, filled: Mapping[str, FilledUnit], options: WriteOptions
    ) -> None:
        self._package = Package(file.original, file.name)
        self._styles = Styles(self._package.styles())
        self._rules: Rules = rules_of(file.extraction, self._styles)
        self._pair: LanguagePair = file.pair
        self._filled, self._options = filled, options
        self._lists = set(self._styles.lists)
        self._is_translated = False
        """Whether at least half of the document's own text is."""

    def written(self) -> bytes:
        """Return the zip with the parts that change."""
        kind = of_kind(self._package, self._options.name)
        if not self._filled:
            return self._package.zip.with_parts(kind)
        changed: dict[str, etree._Element] = {}
        direction: Direction | None = None
        for part in self._package.parts():
            self._rules.look_at(part.root)
            found = spots(part.root, self._rules)
            self._lists |= lists_of(part.root)
            if direction is None:
                right = right_means_start(spot.paragraph for spot in found)
                direction = self._direction(right)
            if self._fill_part(part, found, direction):
                changed[part.name] = part.root
        if direction is not None:
            changed.update(self._numbering(direction))
        return self._package.with_parts(changed, kind)

    def _numbering(self, direction: Direction) -> Iterator[tuple[str, etree._Element]]:
        """Give the parts in which the words of numbers, or what they count by, changed."""
        package, filled = self._package, self._filled
        if (found := numbering(package, self._lists)) is not None:
            texts = {anchor: one.joined.text for anchor, one in filled.items()}
            is_filled = filled_levels(found, texts, package.name)
            if (self._is_translated and turn_levels(found, direction)) or is_filled:
                yield found.part, found.root
        settings = package.name_of(package.main, "settings")
        if self._is_translated and settings is not None:
            root = package.root(settings)
            if turn_formats(root, direction):
                yield settings, root

    def _direction(self, right: bool) -> Direction:
        pair = self._pair
        return Direction(
            self._styles, pair.target_is_rtl, pair.source_is_rtl, pair.target, right
        )  # fmt: skip

    def _fill_part(self, part: Part, found: list[Spot], direction: Direction) -> bool:
        """Fill the paragraphs of a part; tell whether any was."""
        counts = _Counts()
        for place, spot in enumerate(found):
            if place % _STEP == 0:
                self._options.report(place, len(found))
            one = self._filled.get(f"{part.name} {place}")
            if spot.goes_on:
                continue
            reading = read_paragraph(spot.paragraphs, self._package.name, self._rules)
            counts.add(spot, is_text=reading is not None, is_translated=one is not None)
            if one is not None and reading is not None:
                self._fill_spot(spot, one, reading, direction)
        direction.turn_tables(counts.translated_tables())
        if counts.is_translated():
            self._is_translated = self._is_translated or part.name == self._package.main
            turn_formats(part.root, direction)
            direction.turn_sections(part.root.iter(SECT_PR))
            # Pictures, blanks, page numbers: among what is translated. Hidden text stays.
            for paragraph in counts.without_text:
                if paragraph.find(P_PR) is not None and not _holds_words(paragraph):
                    direction.turn_paragraph(paragraph)
        return bool(counts.translated)

    def _fill_spot(
        self, spot: Spot, one: FilledUnit, reading: Reading, direction: Direction
    ) -> None:
        held = [place for place, token in reading.tokens.items() if token.keep is Keep.HOLD]
        text = with_held(reading.text, one.joined.text, held)
        text = well_nested(text, one.unit.codes)
        if spot.twin is not None:
            twins = twin_paragraphs(spot.twin, self._rules)
            twin = read_paragraph(twins, self._package.name, self._rules)
            if twin is not None and twin.text == reading.text:
                fill(twins, twin, text, direction)
        fill(spot.paragraphs, reading, text, direction)
        _unbind(spot.paragraph)


def _holds_words(paragraph: etree._Element) -> bool:
    return any(any(map(str.isalpha, found.text or "")) for found in paragraph.iter(T))


def _unbind(paragraph: etree._Element) -> None:
    """Cut the ties of controls to data outside the text, which would bring the source back."""
    controls = [*paragraph.iter(w("sdt")), *paragraph.iterancestors(w("sdt"))]
    for control in controls:
        for binding in control.findall(f"{w('sdtPr')}/{_BINDING}"):
            parent = binding.getparent()
            if parent is not None:
                parent.remove(binding)
