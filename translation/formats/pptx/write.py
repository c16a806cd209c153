"""PPTX out: the presentation as it came with the translation in its place.

Only parts with a translated paragraph are written again, and in them only what belongs to
those paragraphs; shapes stay where they stand.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError
from translation.formats import safe_xml
from translation.formats.joining import filled_units, filling_notices, the_original
from translation.formats.nesting import well_nested
from translation.formats.pptx.bodies import Spot, spots
from translation.formats.pptx.direction import Direction
from translation.formats.pptx.fill import fill
from translation.formats.pptx.inheritance import Inheritance
from translation.formats.pptx.names import P
from translation.formats.pptx.presentation import NAME, Kind, Part, Presentation
from translation.formats.pptx.read import FORMAT
from translation.formats.pptx.text import read_paragraph
from translation.formats.spec import Written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from translation.formats.joining import FilledUnit
    from translation.formats.pptx.text import Reading
    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.segment import SourceFile

_STEP = 10
"""Parts between two reports."""


def write(document: Document, options: WriteOptions) -> Written:
    """Write the translated presentation; drafts nobody reviewed are used and counted.

    Raises ExportError: wrong_original, original_damaged.
    """
    file = the_original(document, FORMAT)
    if file is None:
        raise ExportError("wrong_original", file=options.name, format=NAME)
    filled = {one.unit.anchor: one for one in filled_units(document)}
    data = file.original
    if filled:
        try:
            data = _Writer(file, filled, options).written(len(document.units))
        except InputError as error:
            raise ExportError("original_damaged", file=options.name, detail=str(error)) from error
    return Written(data, filling_notices(options.name, document))


class _Writer:
    """Writes one export; ``filled`` are the units to put in by their anchors."""

    def __init__(
        self, file: SourceFile, filled: Mapping[str, FilledUnit], options: WriteOptions
    ) -> None:
        self._presentation = Presentation(file.original, file.name)
        self._file, self._filled, self._options = file, filled, options
        self._changed: dict[str, bytes] = {}
        self._texts: dict[str, str] = {}
        """Translations of the diagram at hand by what stood in their place."""

    def written(self, units: int) -> bytes:
        """Return the zip with the parts that change; ``units`` is how many there are in all."""
        presentation = self._presentation
        for done, part in enumerate(presentation.parts()):
            if done % _STEP == 0:
                self._options.report(done, 0)
            direction = Direction(self._file.pair, Inheritance(presentation, part))
            if self._fill_part(part, direction):
                self._keep(part.name, part.root)
                if part.kind is Kind.DIAGRAM and part.drawing in presentation.zip:
                    self._fill_drawing(part.drawing, direction)
        main, to_left = presentation.root, self._file.pair.target_is_rtl
        if 2 * len(self._filled) >= units and "rtl" in main.attrib and not to_left:
            del main.attrib["rtl"]  # in which order slides are listed
            self._keep(presentation.main, main)
        return presentation.zip.with_parts(self._changed)

    def _keep(self, name: str, root: etree._Element) -> None:
        self._changed[name] = safe_xml.serialize(root, self._presentation.zip.read(name))

    def _fill_part(self, part: Part, direction: Direction) -> bool:
        """Fill the paragraphs of a part; tell whether any was."""
        self._texts = {}
        cells: Counter[etree._Element] = Counter()
        translated: Counter[etree._Element] = Counter()
        without_text: list[Spot] = []
        there = done = 0
        for place, spot in enumerate(spots(part)):
            one = self._filled.get(f"{part.name} {place}")
            reading = read_paragraph(spot.paragraph, self._presentation.name)
            if reading is None:
                without_text.append(spot)
                continue
            there += not spot.is_hidden
            if spot.table is not None:
                cells[spot.table] += 1
                translated[spot.table] += one is not None
            if one is not None:
                self._fill_spot(spot, one, reading, direction)
                done += 1
        direction.turn_tables(t for t, some in translated.items() if some and 2 * some >= cells[t])
        if done and 2 * done >= there:
            for spot in without_text:  # numbers, dates, blanks: among what is translated
                direction.turn_paragraph(spot, spot.paragraph)
                direction.turn_languages(spot.paragraph)
        return done > 0

    def _fill_spot(
        self, spot: Spot, one: FilledUnit, reading: Reading, direction: Direction
    ) -> None:
        text = well_nested(one.joined.text, one.unit.codes)
        self._texts.setdefault(reading.text, text)
        if spot.twin is not None:
            self._fill_twin(spot.twin, spot, direction)
        direction.turn_paragraph(spot, spot.paragraph)
        fill(spot.paragraph, reading, text, direction)

    def _fill_twin(self, paragraph: etree._Element, spot: Spot, direction: Direction) -> None:
        """Fill a paragraph that repeats one of this part, where it says the same."""
        twin = read_paragraph(paragraph, self._presentation.name)
        text = None if twin is None else self._texts.get(twin.text)
        if twin is not None and text is not None:
            direction.turn_paragraph(spot, paragraph)
            fill(paragraph, twin, text, direction)

    def _fill_drawing(self, name: str, direction: Direction) -> None:
        """Fill the picture of a diagram, which programs show without working it out anew."""
        root = self._presentation.parsed(name)
        for paragraph in root.iter(*P):
            self._fill_twin(paragraph, Spot(paragraph, None, None, None), direction)
        self._keep(name, root)
