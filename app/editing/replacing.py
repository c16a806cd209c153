"""What somebody looks for in a document, where it stands, and the batch that replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from app.editing.batches import with_text
from translation.model.edits import EditBatch, Put
from translation.model.inline import has_codes
from translation.model.notes import notes_of_segment
from translation.model.segment import SegmentState
from translation.text.finding import Place, SearchText, TextFinder
from translation.text.utf16 import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.document import Document
    from translation.model.segment import Segment
    from translation.text.finding import Replaced

REPLACE = "replace"
PIECE = 500
"""Segments that are replaced in one go: between two the window is painted."""


class Where(StrEnum):
    """Which text of a segment."""

    SOURCE = "source"
    TARGET = "target"
    """What a person accepted or wrote."""
    DRAFT = "draft"
    """What stands in its place while nobody did."""
    NOTE = "note"


EVERYWHERE = frozenset(Where)
WRITABLE = frozenset({Where.TARGET, Where.DRAFT})


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for and in which texts; ``template`` is what replaces it, None for nothing."""

    wanted: SearchText
    where: frozenset[Where] = EVERYWHERE
    template: str | None = None


class Hit(NamedTuple):
    """A place in a text of a segment, in Python indices; ``note`` counts the segment's notes."""

    segment_id: str
    where: Where
    start: int
    end: int
    note: int = 0


class NotReplaced(StrEnum):
    """Why a hit is not replaced."""

    NOT_TRANSLATION = "not_translation"
    LOCKED = "locked"
    REVIEWED = "reviewed"
    FINAL = "final"
    CODE = "code"


@dataclass(slots=True)
class Replacements:
    """How many hits were replaced, and how many of the translation stayed as they are."""

    replaced: int = 0
    kept: int = 0


class Searching:
    """Finds one thing in the segments of a document. UsageError where it cannot be understood."""

    def __init__(self, document: Document, query: Query) -> None:
        self.document, self.query = document, query
        self._finders: dict[str, tuple[TextFinder, TextFinder]] = {}
        for file in document.files:
            self._finders_of(file.id)

    def likely(self, segments: Iterable[Segment]) -> list[Segment]:
        """Leave out, all at once, segments in which it does not stand."""
        by_file: dict[str, list[Segment]] = {}
        for segment in segments:
            by_file.setdefault(self.document.unit(segment.unit_id).file_id, []).append(segment)
        likely: list[Segment] = []
        for file_id, some in by_file.items():
            of_source, of_target = self._finders_of(file_id)
            found = set(of_source.found_in([s.source for s in some])) if self._in_source else set()
            if self._in_others:
                texts = [(at, text) for at, s in enumerate(some) for text in self._other_texts(s)]
                others = of_target.found_in([text for _, text in texts])
                found.update(texts[other][0] for other in others)
            likely += [some[at] for at in sorted(found)]
        return likely

    @property
    def _in_source(self) -> bool:
        return Where.SOURCE in self.query.where

    @property
    def _in_others(self) -> bool:
        return not self.query.where <= {Where.SOURCE}

    def _other_texts(self, segment: Segment) -> Iterator[str]:
        """Give the texts that a segment may have beside its source."""
        if segment.target is not None:
            yield segment.target
        elif draft := self.document.drafts.likely(segment):
            yield draft.text
        if Where.NOTE in self.query.where:
            yield from notes_in(self.document, segment)

    def hits(self, segment: Segment) -> tuple[Hit, ...]:
        """Return where it stands in a segment: in the source, then the target, then the notes."""
        of_source, of_target = self._finders_of(self.document.unit(segment.unit_id).file_id)
        found: list[Hit] = []
        for where, note, text in self._texts(segment):
            finder = of_source if where is Where.SOURCE else of_target
            places = finder.places(text)
            found += [Hit(segment.id, where, start, end, note) for start, end in places]
        return tuple(found)

    def text(self, hit: Hit) -> str:
        """Return the text that a hit is a place of."""
        texts = self._texts(self.document.segment(hit.segment_id))
        return next((text for where, at, text in texts if (where, at) == (hit.where, hit.note)), "")

    def new_text(self, hit: Hit) -> str:
        """Return what would stand in the place of a hit."""
        place = Place(hit.start, hit.end)
        finder = self._target_finder(hit)
        found = finder.replaced(self.text(hit), lambda at: at == place).places
        return found[0][1] if found else ""

    def kept(self, hit: Hit) -> NotReplaced | None:
        """Return why a hit cannot be replaced, None where it can."""
        if hit.where not in WRITABLE:
            return NotReplaced.NOT_TRANSLATION
        segment = self.document.segment(hit.segment_id)
        fixed = self._fixed(segment)
        if fixed is not None or not self.document.unit_of(segment).codes:
            return fixed  # Five thousand are asked for at once, and most have no codes.
        return NotReplaced.CODE if has_codes(self.text(hit)[hit.start : hit.end]) else None

    @staticmethod
    def _fixed(segment: Segment) -> NotReplaced | None:
        """Return why nothing may be replaced in a segment, None where it may."""
        if segment.locked:
            return NotReplaced.LOCKED
        if segment.is_settled:
            return (
                NotReplaced.FINAL if segment.state is SegmentState.FINAL else NotReplaced.REVIEWED
            )
        return None

    def replaced(self, hit: Hit) -> EditBatch | None:
        """Return the batch that replaces one hit, the caret behind it; None where it stays."""
        if self.kept(hit) is not None:
            return None
        made = self._made(hit.segment_id, {Place(hit.start, hit.end)})
        edits = (self._edit(hit.segment_id, made),)
        return EditBatch(
            REPLACE, edits, segment_id=hit.segment_id, caret_after=_behind(made.text, made.places)
        )

    def all_replaced(self, hits: Iterable[Hit], done: Replacements) -> Iterator[EditBatch]:
        """Give the batches that replace hits where that may be, so many segments in each.

        ``done`` counts, as they are asked for, what they replace and what stays.
        """
        by_segment: dict[str, set[Place]] = {}
        for hit in hits:
            if hit.where in WRITABLE:
                by_segment.setdefault(hit.segment_id, set()).add(Place(hit.start, hit.end))
        ids = list(by_segment)
        for start in range(0, len(ids), PIECE):
            edits = []
            for id_ in ids[start : start + PIECE]:
                places, made = by_segment[id_], None
                if self._fixed(self.document.segment(id_)) is None:
                    made = self._made(id_, places)  # It leaves what holds a code.
                count = len(made.places) if made is not None else 0
                done.replaced += count
                done.kept += len(places) - count
                if made is not None and count:
                    edits.append(self._edit(id_, made))
            if edits:
                yield EditBatch(REPLACE, tuple(edits))

    def _made(self, segment_id: str, places: set[Place]) -> Replaced:
        segment = self.document.segment(segment_id)
        finder = self._finders_of(self.document.unit(segment.unit_id).file_id)[1]
        return finder.replaced(self.document.shown_target(segment), places.__contains__)

    def _edit(self, segment_id: str, made: Replaced) -> Put:
        segment = self.document.segment(segment_id)
        return Put(segment, with_text(self.document, segment, made.text))

    def _target_finder(self, hit: Hit) -> TextFinder:
        segment = self.document.segment(hit.segment_id)
        return self._finders_of(self.document.unit(segment.unit_id).file_id)[1]

    def _finders_of(self, file_id: str) -> tuple[TextFinder, TextFinder]:
        if file_id not in self._finders:
            pair, query = self.document.file(file_id).pair, self.query
            self._finders[file_id] = (
                TextFinder(query.wanted, pair.source),
                TextFinder(query.wanted, pair.target, query.template),
            )
        return self._finders[file_id]

    def _texts(self, segment: Segment) -> Iterator[tuple[Where, int, str]]:
        where, document = self.query.where, self.document
        if Where.SOURCE in where:
            yield Where.SOURCE, 0, segment.source
        if segment.target is not None:
            if Where.TARGET in where:
                yield Where.TARGET, 0, segment.target
        elif Where.DRAFT in where:
            draft = document.current_draft(segment)
            if draft is not None:
                yield Where.DRAFT, 0, draft.text
        if Where.NOTE in where:
            for at, note in enumerate(notes_in(document, segment)):
                yield Where.NOTE, at, note


def notes_in(document: Document, segment: Segment) -> list[str]:
    """Return the notes on a segment: the file's on its paragraph and on itself, then people's."""
    unit_note = document.unit_of(segment).note
    if not (unit_note or segment.note or len(document.records)):
        return []  # As most are: somebody may be looking through all of a long document.
    notes = [note.text for note in notes_of_segment(document, segment)]
    return [unit_note, *notes] if unit_note else notes


def _behind(text: str, places: tuple[tuple[Place, str], ...]) -> int:
    """Return where the last replacement ends, in UTF-16 units."""
    if not places:
        return 0
    grown = sum(len(new) - (place.end - place.start) for place, new in places)
    return utf16_length(text[: places[-1][0].end + grown])
