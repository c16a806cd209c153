"""What a memory saves: a document counted by bands of matches, as agencies bill by it.

Each segment is counted once, in the first of these that it is in: between the same neighbours
(101 %), the same (100 %), a repetition of an earlier segment, and then by the percent of its best
match. Page furniture is not counted. Words are those of ``word_count``; weighted words are the
words of a band times its weight.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.memory.matching import LOWEST
from translation.memory.of_document import asked_of
from translation.memory.words import for_matching
from translation.model.inline import strip_codes
from translation.model.memory_unit import EXACT, IN_CONTEXT
from translation.model.originals import originals
from translation.model.ports import no_report
from translation.model.segment import word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.memory import Memories
    from translation.model.document import Document
    from translation.model.ports import Report

_REPORT_EVERY = 20


@dataclass(frozen=True, slots=True)
class Band:
    """A line of the table: matches of ``lowest`` percent and more, and what of a word counts."""

    name: str
    lowest: int
    weight: float


REPETITION = "repetitions"
BANDS = (
    Band("101 %", IN_CONTEXT, 0.0),
    Band("100 %", EXACT, 0.1),
    Band(REPETITION, EXACT, 0.1),
    Band("95–99 %", 95, 0.3),
    Band("85–94 %", 85, 0.5),
    Band("75–84 %", 75, 0.7),
    Band("50–74 %", LOWEST, 1.0),
    Band("no match", 0, 1.0),
)
"""In the order of the table; the weights are those of many agencies, and may be others."""


def weighted(text: str) -> tuple[Band, ...]:
    """Return the bands with other weights: a percentage for each, in order, with commas between.

    Raises UsageError.
    """
    parts = text.replace(" ", "").split(",")
    try:
        weights = [float(part) / 100 for part in parts]
    except ValueError:
        weights = []
    if len(weights) != len(BANDS) or not all(0 <= one <= 10 for one in weights):
        names = ", ".join(band.name for band in BANDS)
        raise UsageError("bad_weights", weights=text, bands=names)
    return tuple(
        Band(band.name, band.lowest, one) for band, one in zip(BANDS, weights, strict=True)
    )


@dataclass(slots=True)
class Counted:
    """How much text is in a band, or in all; characters without inline codes, blanks counted."""

    segments: int = 0
    words: int = 0
    characters: int = 0
    weighted_words: float = 0.0

    def add(self, words: int, characters: int, weight: float) -> None:
        """Count a segment."""
        self.segments += 1
        self.words += words
        self.characters += characters
        self.weighted_words += words * weight


@dataclass(frozen=True, slots=True)
class FileCounts:
    """One file, or all of them (``name`` is ""): an amount for each band, and their sum."""

    name: str
    bands: tuple[Counted, ...]
    total: Counted = field(default_factory=Counted)


@dataclass(frozen=True, slots=True)
class MatchCounts:
    """The table: each file, and all together."""

    bands: tuple[Band, ...]
    files: tuple[FileCounts, ...]
    whole: FileCounts


def count_matches(
    document: Document,
    memories: Memories,
    bands: Sequence[Band] = BANDS,
    report: Report = no_report,
) -> MatchCounts:
    """Count a document; raises TranslationMemoryError, and what ``report`` raises."""
    whole = _counts("", bands)
    by_file: dict[str, FileCounts] = {}
    files = []
    for one in originals(document.files):
        counts = _counts(one.name, bands)
        files.append(counts)
        by_file |= dict.fromkeys(one.ids, counts)
    seen: set[tuple[str, str]] = set()
    for row, segment in enumerate(document.segments):
        if row % _REPORT_EVERY == 0:
            report(row, len(document))
        unit = document.unit_of(segment)
        if unit.is_furniture:
            continue
        text = strip_codes(segment.source)
        language = document.pair_of(segment).source
        key = language, for_matching(text, language)
        place = _band(document, row, memories, bands, repeated=key in seen)
        seen.add(key)
        words, characters = word_count(text), len(text)
        for counts in (whole, by_file[unit.file_id]):
            for counted in (counts.bands[place], counts.total):
                counted.add(words, characters, bands[place].weight)
    return MatchCounts(tuple(bands), tuple(files), whole)


def _counts(name: str, bands: Sequence[Band]) -> FileCounts:
    return FileCounts(name, tuple(Counted() for _ in bands))


def _band(
    document: Document, row: int, memories: Memories, bands: Sequence[Band], *, repeated: bool
) -> int:
    """Return the place of the band of a segment."""
    match = memories.best(asked_of(document, row))
    percent = 0 if match is None else match.percent
    for place, band in enumerate(bands):
        if band.name == REPETITION:
            if repeated:
                return place
        elif percent >= band.lowest:
            return place
    return len(bands) - 1
