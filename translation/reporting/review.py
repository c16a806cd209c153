"""What a report says: values, gathered once and written as a page, JSON or CSV."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.model.effort import EffortSum
    from translation.model.language import LanguagePair
    from translation.mqm import MqmScore, Typology
    from translation.quality import CheckGroup
    from translation.scoring.metrics import MetricId
    from translation.scoring.significance import Interval
    from translation.scoring.tally import Scores
    from translation.work.statistics import Statistics


class Comparison(StrEnum):
    """What is compared with what; never mixed."""

    EDITS = "draft_reviewed"
    DRAFT = "draft_reference"
    REVIEWED = "reviewed_reference"


@dataclass(frozen=True, slots=True)
class Origin:
    """A model that made drafts, at one revision, and of how many segments."""

    engine: str
    model: str
    revision: str
    segments: int


@dataclass(frozen=True, slots=True)
class Period:
    """First and last edit, seconds since 1970, and the seconds worked, long pauses left out."""

    first: float
    last: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody ("" without a name), and how many segments they edited by the states of today."""

    name: str
    segments: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Compared:
    """The scores of one comparison over ``segments`` segments, each with its 95 % interval."""

    what: Comparison
    segments: int
    scores: Scores
    intervals: Mapping[MetricId, Interval]


@dataclass(frozen=True, slots=True)
class Edited:
    """A reviewed segment beside its draft.

    ``number`` counts the rows that are no furniture, from 1. ``edits`` are TER's (insertions,
    deletions, substitutions and shifts of words), ``hter`` these in per cent of the words of the
    reviewed text. Texts are without inline codes.
    """

    number: int
    segment_id: str
    pair: LanguagePair
    source: str
    draft: str
    target: str
    edits: int
    hter: float


@dataclass(frozen=True, slots=True)
class Found:
    """What one check found: in the drafts, mended since, dismissed, and open now.

    ``mended`` of those ``drafted`` are no more, ``added`` came with the review; the rest is
    ``dismissed`` or ``still_open``.
    """

    check: str
    group: CheckGroup
    words: str
    drafted: int = 0
    mended: int = 0
    added: int = 0
    dismissed: int = 0
    still_open: int = 0


@dataclass(frozen=True, slots=True)
class LetStand:
    """An issue that somebody let stand, and why."""

    number: int
    check: str
    group: CheckGroup
    words: str
    reason: str
    author: str


@dataclass(frozen=True, slots=True)
class Rated:
    """The errors that people marked, weighed by the typology of the project."""

    score: MqmScore
    typology: Typology


@dataclass(frozen=True, slots=True)
class Row:
    """One segment for the table of all; scores and edits are None without draft or review."""

    number: int
    segment_id: str
    file: str
    state: str
    words: int
    edited: Edited | None
    issues: int


@dataclass(frozen=True, slots=True)
class Review:
    """Everything a report says, in the order in which it says it."""

    title: str
    statistics: Statistics
    pairs: tuple[LanguagePair, ...] = ()
    origins: tuple[Origin, ...] = ()
    undrafted: int = 0
    """Segments without a draft, furniture left out."""
    period: Period | None = None
    persons: tuple[Person, ...] = ()
    compared: tuple[Compared, ...] = ()
    covered: int = 0
    untouched: int = 0
    """Of the covered segments (reviewed, with a draft) those that say what the draft said."""
    spread: tuple[int, ...] = ()
    """Covered segments by the bounds of ``spread.BOUNDS``."""
    most_edited: tuple[Edited, ...] = ()
    found: tuple[Found, ...] = ()
    let_stand: tuple[LetStand, ...] = ()
    rated: Rated | None = None
    """None where nobody marked an error."""
    effort: EffortSum | None = None
    """None where it was not counted, or is not to be told."""
    rows: tuple[Row, ...] = field(default=(), repr=False)
