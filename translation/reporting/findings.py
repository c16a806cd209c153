"""What the checks found in the drafts and find in the texts of now, counted by check."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.model.record import Dismissal
from translation.quality import CHECKS, Subjects
from translation.reporting.review import Dismissed, Found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.model.ports import Report
    from translation.quality import Subject

    FindIssues = Callable[[Subject], tuple[Issue, ...]]

EVERY = 200
"""Segments between two reports."""


@dataclass(slots=True)
class _Counts:
    """How many issues there are of each check."""

    drafted: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    dismissed: Counter[str] = field(default_factory=Counter)
    still_open: Counter[str] = field(default_factory=Counter)


def found_by_checks(
    document: Document, find: FindIssues, report: Report
) -> tuple[tuple[Found, ...], dict[str, int]]:
    """Return what each check found, in the order of their table, and open issues by segment.

    ``find`` is what applies the checks that are on. Those that found nothing at all are left
    out. Raises what ``report`` raises.
    """
    subjects = Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    counts, still_open = _Counts(), dict[str, int]()
    for number, segment in enumerate(document.segments):
        if number % EVERY == 0:
            report(number, len(document))
        subject = subjects.of(segment.id)
        if subject is None:
            continue
        issues = find(subject)
        left = _count(document, issues, counts)
        if left:
            still_open[segment.id] = left
        if segment.state.is_done and (was := _as_drafted(document, subject)) is not None:
            _compare(issues, find(was), counts)
    return tuple(_rows(counts)), still_open


def _count(document: Document, issues: Iterable[Issue], counts: _Counts) -> int:
    """Count the issues of a segment as dismissed or open, and return how many are open."""
    left = 0
    for issue in issues:
        if is_dismissed(document, issue):
            counts.dismissed[issue.check] += 1
        else:
            counts.still_open[issue.check] += 1
            left += 1
    return left


def is_dismissed(document: Document, issue: Issue) -> bool:
    """Whether somebody let this issue stand."""
    return any(
        isinstance(said := record.content, Dismissal)
        and (said.code, said.facts) == (issue.check, issue.facts)
        for record in document.records.of(issue.segment_id)
    )


def _as_drafted(document: Document, subject: Subject) -> Subject | None:
    """Return a reviewed segment as its draft had it; what is alike elsewhere is not asked."""
    draft = document.drafts.base(document.segment(subject.segment_id))
    if draft is None:
        return None
    return replace(subject, target=draft.text, is_draft=True, marks=draft.marks, alike={})


def _compare(now: Iterable[Issue], before: Iterable[Issue], counts: _Counts) -> None:
    was = Counter(issue.check for issue in before)
    is_ = Counter(issue.check for issue in now)
    counts.drafted.update(was)
    counts.mended.update(was - is_)
    counts.added.update(is_ - was)


def _rows(counts: _Counts) -> Iterator[Found]:
    for check in CHECKS:
        figures = [
            one[check.id]
            for one in (
                counts.drafted,
                counts.mended,
                counts.added,
                counts.dismissed,
                counts.still_open,
            )
        ]
        if any(figures):
            yield Found(check.id, check.group, check.words or check.sentence, *figures)


def dismissed(document: Document, numbers: Mapping[str, int]) -> tuple[Dismissed, ...]:
    """Return what was let stand and why, in document order."""
    words = {check.id: check.words or check.sentence for check in CHECKS}
    made = []
    for record in document.records:
        said = record.content
        if isinstance(said, Dismissal) and record.segment_id in numbers:
            named = words.get(said.code, said.code)
            number = numbers[record.segment_id]
            made.append(Dismissed(number, said.code, named, said.reason, record.author))
    return tuple(sorted(made, key=lambda one: (one.number, one.check, one.reason)))
