"""Translation memories in: TMX 1.1 to 1.4, level 1 and 2.

Specification: LISA OSCAR TMX 1.4b (2005). A unit for each ``tu`` that has the source language;
its anchor is the number of the ``tu``, counted from 1.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.broken_rules import Broken, notices_of
from translation.formats.code_table import CodeTable
from translation.formats.comments import joined_notes
from translation.formats.fingerprints import Fingerprints, of_imported
from translation.formats.notices import counted
from translation.formats.tmx import rules
from translation.formats.tmx.languages import ANY, LanguagesSeen, family, language_of, variants
from translation.formats.tmx.seg_read import SegReader
from translation.formats.tmx.stream import UnitStream, count_units, mended
from translation.model.imported import ImportedFile, ImportedSegment, ImportedUnit, Notice
from translation.model.segment import Origin, Role, SegmentState

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.spec import ReadOptions
    from translation.model.language import LanguagePair

FORMAT = "tmx"
STATE, ROLE = "x-state", "x-role"
"""Types of our ``prop`` elements."""

_SAMPLE = 500
"""Units looked at before all are read: most files have every language in them."""
_REPORT_EVERY = 200
_STATES = {state.value: state for state in SegmentState}
_ROLES = {role.value: role for role in Role}


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read the pairs of two languages: those of ``options.pair``, else the file's first two.

    Raises InputError: bad_xml, xml_entities, wrong_format (also for a rule that is broken, where
    ``strict`` is asked for), no_text, too_many_codes.
    """
    fitting = mended(data)
    pair = _first_pair(fitting, options)
    while True:
        reading = _Reading(options, pair)
        reading.read(fitting)
        chosen = reading.languages.pair(reading.source_language, options.pair)
        if chosen == pair:
            break
        pair = chosen  # the beginning of the file did not show all its languages
    if pair is None or not reading.units:
        raise InputError("no_text", file=options.name)
    broken = notices_of(reading.broken, options, "TMX")
    notices = (*broken, *_choice(reading, pair), *reading.notices())
    if fitting is not data:
        detail = "it says that it is ASCII, but it is UTF-8 and was read so"
        notices = (Notice("repaired", (("file", options.name), ("detail", detail))), *notices)
    extraction = json.dumps(reading.fingerprints.facts())
    units = tuple(reading.units)
    return [
        ImportedFile(
            options.name,
            FORMAT,
            data,
            units,
            pair,
            extraction=extraction,
            notices=notices,
            note=joined_notes(reading.header_notes),
        )
    ]


def _choice(reading: _Reading, pair: LanguagePair) -> tuple[Notice, ...]:
    """Say which two of many languages were taken, where nobody asked for any."""
    count = reading.languages.count
    if reading.options.pair is not None or count < 3:
        return ()
    facts = {"file": reading.options.name, "count": str(count)}
    facts["languages"] = f"{pair.source} → {pair.target}"
    return (Notice("languages_chosen", tuple(facts.items())),)


def _first_pair(data: bytes, options: ReadOptions) -> LanguagePair | None:
    if options.pair is not None:
        return options.pair
    stream, languages = UnitStream(data, options.name), LanguagesSeen()
    for tu in islice(stream, _SAMPLE):
        for tuv in tu.iterfind("{*}tuv"):
            languages.add(language_of(tuv))
    return languages.pair(stream.header.get("srclang", ""), None)


@dataclass(slots=True)
class _Reading:
    """One reading of a file, for one pair of languages."""

    options: ReadOptions
    pair: LanguagePair | None
    languages: LanguagesSeen = field(default_factory=LanguagesSeen)
    source_language: str = ""
    units: list[ImportedUnit] = field(default_factory=list)
    fingerprints: Fingerprints = field(default_factory=lambda: Fingerprints(0))
    taken: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    broken: list[Broken] = field(default_factory=list)
    header_notes: tuple[str, ...] = ()

    def read(self, data: bytes) -> None:
        stream = UnitStream(data, self.options.name)
        total = count_units(data)
        number = 0
        for number, tu in enumerate(stream, start=1):
            if number % _REPORT_EVERY == 1:
                self.options.report(number, total)
            if number == 1:
                self.source_language = stream.header.get("srclang", "")
                self.header_notes = stream.notes
                self.broken += rules.of_root(stream.root)
                self.broken += rules.of_header(stream.header, stream.header_line)
            self._look_at(tu)
            if self.pair is not None:
                self._take(tu, self.pair, number)
        self.options.report(number, number)

    def _look_at(self, tu: etree._Element) -> None:
        """Take note of the languages of a unit, and of what it breaks."""
        is_whole = True
        for tuv in tu.iterfind("{*}tuv"):
            language = language_of(tuv)
            self.languages.add(language)
            is_whole = is_whole and bool(language) and len(tuv) > 0
        if not is_whole:
            self.broken += rules.of_unit(tu)

    def _take(self, tu: etree._Element, pair: LanguagePair, number: int) -> None:
        found = found_unit(tu, pair, self.options.name, number, self.source_language)
        if found is None:
            self.counts["left_out"] += 1
            self.fingerprints.add(None)
            return
        self.counts["more"] += found.more
        self.counts["unbalanced"] += found.reader.unbalanced
        id_ = tu.get("tuid")
        unit = found.unit(None if id_ in self.taken else id_)
        self.units.append(unit)
        self.fingerprints.add(of_imported(unit))
        self.taken.add(id_ or "")

    def notices(self) -> tuple[Notice, ...]:
        counts = self.counts
        return tuple(
            counted(
                self.options.name,
                units_left_out=counts["left_out"],
                more_translations=counts["more"],
                unbalanced_codes=counts["unbalanced"],
            )
        )


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A ``tu`` as read: its texts, and the elements that its codes were read from.

    ``lead`` and ``trail`` are the white space around the source; ``more`` is how many further
    texts it has in the two languages.
    """

    tu: etree._Element
    number: int
    source_tuv: etree._Element
    target_tuv: etree._Element | None
    reader: SegReader
    elements: dict[str, etree._Element]
    source: str
    target: str | None
    more: int

    def unit(self, id_: str | None = None) -> ImportedUnit:
        """Return it as a unit of one segment with this id."""
        props = {prop.get("type", ""): prop.text or "" for prop in self.tu.iterfind("{*}prop")}
        core = self.source.strip()
        start = self.source.find(core)
        target = self.target
        if target == "" and STATE not in props:
            target = None  # a memory has no empty translations; only we say that one is meant
        state = SegmentState.INITIAL
        if target is not None:
            state = _STATES.get(props.get(STATE, ""), SegmentState.CONFIRMED)
            state = SegmentState.EDITED if state is SegmentState.INITIAL else state
        segment = ImportedSegment(
            core,
            target,
            state,
            id_,
            self.source[:start],
            self.source[start + len(core) :],
            note=joined_notes(dict.fromkeys(note.text or "" for note in self.notes)),
            origin=None if target is None or STATE in props else Origin.TM,
        )
        return ImportedUnit(
            segments=(segment,),
            role=_ROLES.get(props.get(ROLE, ""), Role.PARAGRAPH),
            codes=self.reader.table.codes,
            anchor=str(self.number),
        )

    @property
    def notes(self) -> list[etree._Element]:
        """Its notes, those of its texts among them."""
        found = list(self.tu.iterfind("{*}note"))
        for tuv in (self.source_tuv, self.target_tuv):
            if tuv is not None:
                found += tuv.iterfind("{*}note")
        return found


def found_unit(
    tu: etree._Element, pair: LanguagePair, name: str, number: int, source_language: str
) -> FoundUnit | None:
    """Read a ``tu``, None where there is nothing in it to translate from the source language.

    That is so too where it lacks the target and says that its source is another language.
    """
    source_tuv, target_tuv, more = variants(tu, pair)
    if source_tuv is None:
        return None
    own = tu.get("srclang") or source_language
    if target_tuv is None and own not in ("", ANY) and family(own) != family(pair.source):
        return None
    reader = SegReader(CodeTable(name))
    source = _seg_text(source_tuv, reader)
    if not (source or "").strip():
        return None
    elements = reader.elements
    reader.elements, reader.is_target = {}, True
    target = None if target_tuv is None else _seg_text(target_tuv, reader)
    # A code of the target is written as the target has it, one it lacks as the source does.
    elements = {**elements, **reader.elements}
    return FoundUnit(
        tu, number, source_tuv, target_tuv, reader, elements, source or "", target, more
    )


def _seg_text(tuv: etree._Element, reader: SegReader) -> str | None:
    seg = tuv.find("{*}seg")
    return None if seg is None else reader.seg(seg)
