"""What a file says of a translation, and the records that a document gets of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.model.inline import strip_codes
from translation.model.record import MarkedError, Record
from translation.mqm.names import NO_ERROR, category_of, severity_of
from translation.mqm.placing import marked_error
from translation.mqm.rated import coded_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.document import Document
    from translation.model.segment import Segment
    from translation.mqm.typology import Typology


LATEST = 1e11
"""Seconds since 1970 beyond which a time is none."""


def sound(text: str) -> str:
    """Return a text of a file as a project can keep it: half letters of JSON become "?"."""
    return text.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Rating:
    """One error that a file has. ``number`` of the segment counts from 1, 0 where none is given.

    ``place`` is the start and end of the marked words in the plain text of ``side``; None where
    the whole segment is meant. ``time`` in seconds since 1970, 0 where nobody knows.
    """

    number: int
    source: str
    target: str
    side: str
    place: tuple[int, int] | None
    category: str
    severity: str
    note: str = ""
    rater: str = ""
    time: float = 0.0
    gone: str = ""
    """The words that were marked, where they stood nowhere in the target any more."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """What a document takes of a file: errors by segment, each with who marked it and when.

    ``strange`` are rows of segments that it does not have, ``otherwise`` those of another
    translation of its segments; neither is taken. ``known`` stand there already.
    """

    errors: tuple[tuple[str, MarkedError, str, float], ...] = ()
    strange: int = 0
    otherwise: int = 0
    known: int = 0

    def records(self, document: Document) -> list[Record]:
        """Return records of them with ids that are new in the document."""
        return [
            Record.of(document.new_id("r"), id_, error, rater, time)
            for id_, error, rater, time in self.errors
        ]


def read_ratings(text: str, name: str, document: Document, typology: Typology) -> Ratings:
    """Read a file of ratings for a document: WMT's rows, or this program's JSON.

    Raises InputError where it is neither.
    """
    from translation.mqm import json_form, wmt

    try:
        if text.lstrip().startswith("{"):
            return matched(json_form.ratings(json.loads(text)), document, typology)
        return matched(wmt.ratings(text), document, typology)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        detail = str(error) or type(error).__name__
        raise InputError("wrong_format", file=name, format="MQM", detail=detail) from None


def matched(ratings: Iterable[Rating], document: Document, typology: Typology) -> Ratings:
    """Find the segments that ratings are about: by number and source, else by source alone."""
    by_source: dict[str, Segment] = {}
    for one in document.segments:
        by_source.setdefault(_plain(one.source), one)
    found: list[tuple[str, MarkedError, str, float]] = []
    strange = otherwise = known = 0
    for rating in ratings:
        if rating.category.casefold() == NO_ERROR:
            continue
        segment = _segment(document, rating, by_source)
        if segment is None:
            strange += 1
        elif _plain(document.shown_target(segment)) != _plain(rating.target):
            otherwise += 1
        else:
            error = _error(document, segment, rating, typology)
            if _stands(document, segment.id, error):
                known += 1
            else:
                time = rating.time if 0 <= rating.time < LATEST else 0.0
                found.append((segment.id, error, sound(rating.rater), time))
    return Ratings(tuple(found), strange, otherwise, known)


def _segment(document: Document, rating: Rating, by_source: dict[str, Segment]) -> Segment | None:
    """Return the segment that a rating is about; of several with its source the one it numbers."""
    wanted = _plain(rating.source)
    if 1 <= rating.number <= len(document):
        segment = document.segments[rating.number - 1]
        if _plain(segment.source) == wanted:
            return segment
    return by_source.get(wanted)


def _error(document: Document, segment: Segment, rating: Rating, typology: Typology) -> MarkedError:
    category = sound(category_of(typology, rating.category))
    severity = sound(severity_of(typology, rating.severity))
    note = sound(rating.note)
    if rating.gone:
        return MarkedError(rating.side, 0, sound(rating.gone), category, severity, note)
    is_source = rating.side == "source"
    text = segment.source if is_source else document.shown_target(segment)
    place = rating.place
    if place is not None:
        place = _moved(place, rating.source if is_source else rating.target, strip_codes(text))
    if place is None:
        return marked_error(rating.side, text, 0, 0, category, severity, note)
    start, end = coded_place(text, place[0]), coded_place(text, place[1] - 1) + 1
    return marked_error(rating.side, text, start, end, category, severity, note)


def _moved(place: tuple[int, int], theirs: str, ours: str) -> tuple[int, int] | None:
    """Return where a stretch of one text is in another that differs by white space alone."""
    if theirs == ours:
        return place
    before, inside = (
        len("".join(part.split())) for part in (theirs[: place[0]], theirs[slice(*place)])
    )
    letters = [at for at, character in enumerate(ours) if not character.isspace()]
    if not inside or before + inside > len(letters):
        return None
    return letters[before], letters[before + inside - 1] + 1


def _stands(document: Document, segment_id: str, error: MarkedError) -> bool:
    return any(record.content == error for record in document.records.of(segment_id))


def _plain(text: str) -> str:
    return " ".join(strip_codes(text).split())
