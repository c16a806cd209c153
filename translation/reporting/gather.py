"""Gathering what a report says from a document and, where there is one, its project."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.errors.names import visible
from translation.model.effort import KEPT as EFFORT
from translation.model.effort import parse_efforts
from translation.model.inline import strip_codes
from translation.model.originals import originals
from translation.model.ports import no_report
from translation.model.segment import SegmentState, word_count
from translation.mqm import score_document
from translation.mqm.typology import KEPT, kept_typology
from translation.quality import USUAL
from translation.reporting.effort import effort_of
from translation.reporting.findings import find_all
from translation.reporting.review import (
    Compared,
    Comparison,
    Edited,
    Origin,
    Period,
    Person,
    Rated,
    Review,
    Row,
)
from translation.reporting.spread import spread
from translation.scoring.document_scores import tally_document
from translation.store.activity import Pace, first_and_last, pace_since, segments_by_person
from translation.work.statistics import Changed, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.model.document import Document
    from translation.model.effort import EffortSum
    from translation.model.ports import Report
    from translation.model.segment import Segment
    from translation.quality import Profile
    from translation.scoring.document_scores import DocumentTally
    from translation.scoring.learned import Learn
    from translation.store import ProjectFile
    from translation.work.misspelt import SpellingRules

MOST_EDITED = 20


def gather(
    document: Document,
    project: ProjectFile | None = None,
    *,
    profile: Profile = USUAL,
    spelling: SpellingRules | None = None,
    with_effort: bool = False,
    tokeniser: str = "",
    learn: Learn | None = None,
    report: Report = no_report,
) -> Review:
    """Return what there is to say of a document that nobody changes meanwhile.

    Without a project nothing is known of persons and times; ``profile`` says which checks are
    on, ``spelling`` which words are right, None where nobody is to look; effort is told only
    ``with_effort``; ``learn`` has a model judge, too. Raises ScoreError, ProjectError and what
    ``report`` raises, which is told how many segments were looked at.
    """
    numbers = dict(_numbered(document))
    target = document.files[0].pair.target if document.files else "en"
    tally = tally_document(document, target, tokeniser, learn)
    report(0, len(document))
    edited = list(_edited(document, tally, numbers))
    persons = segments_by_person(project) if project else {}
    pace = pace_since(project, 0.0) if project else Pace()
    scores = tally.result()
    found = find_all(document, profile, spelling, numbers, report)
    return Review(
        title=", ".join(visible(one.name) for one in originals(document.files)),
        statistics=count(document, persons, Changed(), pace),
        pairs=tuple(dict.fromkeys(file.pair for file in document.files)),
        origins=_origins(document, numbers),
        undrafted=sum(
            document.drafts.machine_base(document.segment(id_)) is None for id_ in numbers
        ),
        period=_period(project, pace),
        persons=_persons(document, persons, numbers),
        compared=tuple(_compared(tally, list(numbers))),
        covered=scores.covered,
        untouched=scores.untouched,
        spread=spread(one.hter for one in edited) if edited else (),
        most_edited=_most(edited),
        found=tuple(found.rows()),
        let_stand=tuple(found.let_stand),
        rated=_rated(document, project),
        effort=_effort(document, project) if with_effort and project else None,
        rows=tuple(_rows(document, numbers, edited, found.by_segment)),
    )


def _numbered(document: Document) -> Iterator[tuple[str, int]]:
    """Give the ids of the segments that are no furniture, numbered as the window does."""
    for number, segment in enumerate(document.segments, start=1):
        if not document.is_furniture(segment):
            yield segment.id, number


def _origins(document: Document, numbers: Mapping[str, int]) -> tuple[Origin, ...]:
    """Return who drafted, whoever drafted most first."""
    made = Counter[tuple[str, str, str]]()
    for id_ in numbers:
        draft = document.drafts.machine_base(document.segment(id_))
        if draft is not None:
            made[draft.engine, draft.model, draft.revision] += 1
    return tuple(Origin(*who, segments) for who, segments in made.most_common())


def _period(project: ProjectFile | None, pace: Pace) -> Period | None:
    times = first_and_last(project) if project else None
    return None if times is None else Period(*times, pace.seconds)


def _persons(
    document: Document, persons: Mapping[str, set[str]], numbers: Mapping[str, int]
) -> tuple[Person, ...]:
    made = []
    for name, ids in persons.items():
        states = Counter(document.segment(id_).state for id_ in ids if id_ in numbers)
        if states:
            made.append(Person(name, {s.value: states[s] for s in SegmentState if states[s]}))
    return tuple(sorted(made, key=lambda one: (-sum(one.segments.values()), one.name)))


def _compared(tally: DocumentTally, order: list[str]) -> Iterator[Compared]:
    for what, found in zip(Comparison, tally.with_intervals(order), strict=True):
        if found is not None:
            (system,) = found.systems
            yield Compared(what, found.segments, system.scores, system.intervals)


def _effort(document: Document, project: ProjectFile) -> EffortSum | None:
    found = effort_of(document, parse_efforts(project.get_meta(EFFORT)))
    return found if found.segments else None


def _rated(document: Document, project: ProjectFile | None) -> Rated | None:
    typology = kept_typology(str(project.get_meta(KEPT, "")) if project else "")
    score = score_document(document, typology)
    return Rated(score, typology) if score.errors else None


def _edited(
    document: Document, tally: DocumentTally, numbers: Mapping[str, int]
) -> Iterator[Edited]:
    for id_, number in numbers.items():
        edits = tally.edits_in(id_)
        if edits is not None:
            segment = document.segment(id_)
            draft = document.drafts.machine_base(segment)
            assert draft is not None
            texts = segment.source, draft.text, segment.target or ""
            source, was, reviewed = map(strip_codes, texts)
            pair = document.pair_of(segment)
            yield Edited(number, id_, pair, source, was, reviewed, *edits)


def _most(edited: list[Edited]) -> tuple[Edited, ...]:
    """Return those with the most edits; of equal ones the higher HTER, then the earlier."""
    changed = [one for one in edited if one.draft != one.target]
    return tuple(sorted(changed, key=lambda one: (-one.edits, -one.hter))[:MOST_EDITED])


def _rows(
    document: Document,
    numbers: Mapping[str, int],
    edited: list[Edited],
    issues: Mapping[str, int],
) -> Iterator[Row]:
    of = {one.segment_id: one for one in edited}
    names = {id_: one.name for one in originals(document.files) for id_ in one.ids}
    for id_, number in numbers.items():
        segment = document.segment(id_)
        name = names[document.unit_of(segment).file_id]
        words = word_count(strip_codes(segment.source))
        yield Row(
            number, id_, name, _state(document, segment), words, of.get(id_), issues.get(id_, 0)
        )


def _state(document: Document, segment: Segment) -> str:
    is_draft = segment.target is None and document.current_draft(segment) is not None
    return "draft" if is_draft else segment.state.value
