"""What the checks found in the drafts and find in the texts of now, counted by check."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.quality import Checker
from translation.quality.rule import OWN
from translation.quality.sentences import check_of
from translation.quality.spelling import SPELLING, SWITCHED
from translation.reporting.review import Found, LetStand
from translation.work.checking import NOTHING, check_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.model.ports import Report
    from translation.quality import Profile, Subject
    from translation.work.checking import Checked
    from translation.work.misspelt import SpellingRules

EVERY = 200
"""Segments between two reports."""


@dataclass(slots=True)
class Findings:
    """Everything the checks find in a document: how many issues of each check, and where.

    What was ``drafted`` without what was ``mended``, and with what was ``added``, is what is
    ``dismissed`` and what is ``still_open``. Where there was no draft, all was added.
    """

    drafted: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    dismissed: Counter[str] = field(default_factory=Counter)
    still_open: Counter[str] = field(default_factory=Counter)
    by_segment: dict[str, int] = field(default_factory=dict)
    """Open issues of the segments that have any."""
    let_stand: list[LetStand] = field(default_factory=list)

    def take(self, checked: Checked, number: int) -> None:
        """Take in what is found in a segment of now, which has this number."""
        self.still_open.update(issue.check for issue in checked.open)
        self.dismissed.update(one.issue.check for one in checked.dismissed)
        if checked.open:
            self.by_segment[checked.subject.segment_id] = len(checked.open)
        for issue, record, said in checked.dismissed:
            group, name = check_of(issue.check).group, name_of(issue.check)
            self.let_stand.append(
                LetStand(number, issue.check, group, name, said.reason, record.author)
            )

    def rows(self) -> Iterator[Found]:
        """Give what each check found, in the order of their table, then what each own rule did.

        Those that found nothing are left out.
        """
        counted = (self.drafted, self.mended, self.added, self.dismissed, self.still_open)
        own = {id_ for one in counted for id_ in one if id_.startswith(OWN)}
        for id_ in (*(check.id for check in SWITCHED), *sorted(own)):
            figures = [one[id_] for one in counted]
            if any(figures):
                yield Found(id_, check_of(id_).group, name_of(id_), *figures)


def name_of(check_id: str) -> str:
    """Return what a check is called in English; a rule by its name."""
    if check_id.startswith(OWN):
        return check_id.removeprefix(OWN)
    check = check_of(check_id)
    return check.words or check.sentence


def find_all(
    document: Document,
    profile: Profile,
    spelling: SpellingRules | None,
    numbers: Mapping[str, int],
    report: Report,
) -> Findings:
    """Check every segment as it is, and those with a translation as they were drafted, too.

    ``spelling`` is looked at where the profile says so. ``numbers`` are those of the rows by
    segment id. Raises what ``report`` raises.
    """
    found, checker = Findings(), Checker(profile)
    spells = spelling if profile.has(SPELLING) else None
    misspelt = spells.find(document) if spells else NOTHING
    was_misspelt = spells.find(document, of_drafts=True) if spells else NOTHING
    for done, checked in enumerate(check_document(document, profile, misspelt)):
        if done % EVERY == 0:
            report(done, len(document))
        found.take(checked, numbers[checked.subject.segment_id])
        _compare(document, checked, checker, was_misspelt, found)
    return found


def _compare(
    document: Document,
    checked: Checked,
    checker: Checker,
    was_misspelt: Mapping[str, tuple[Issue, ...]],
    found: Findings,
) -> None:
    """Count what the draft of a segment had; one that shows its draft has what was drafted."""
    is_ = Counter(issue.check for issue in checked.open)
    is_.update(one.issue.check for one in checked.dismissed)
    id_ = checked.subject.segment_id
    if document.segment(id_).target is None:
        was = is_
    else:
        was = Counter(issue.check for issue in was_misspelt.get(id_, ()))
        was.update(_in_draft(document, checked.subject, checker))
    found.drafted += was
    found.mended += was - is_
    found.added += is_ - was


def _in_draft(document: Document, subject: Subject, checker: Checker) -> list[str]:
    """Return the checks that find something in the draft of a segment that has a translation."""
    drafted = _as_drafted(document, subject)
    return [] if drafted is None else [issue.check for issue in checker.find_issues(drafted)]


def _as_drafted(document: Document, subject: Subject) -> Subject | None:
    """Return a segment as its draft had it; what is alike elsewhere is not asked."""
    draft = document.drafts.machine_base(document.segment(subject.segment_id))
    if draft is None:
        return None
    return replace(subject, target=draft.text, is_draft=True, marks=draft.marks, alike={})
