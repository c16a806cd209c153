"""What the checks found in the drafts and find in the texts of now, counted by check."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from translation.quality import CHECKS, Checker
from translation.reporting.review import Found, LetStand
from translation.work.checking import check_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.quality import Profile, Subject
    from translation.work.checking import Checked

EVERY = 200
"""Segments between two reports."""


@dataclass(slots=True)
class Findings:
    """Everything the checks find in a document: how many issues of each check, and where.

    ``drafted``, ``mended`` and ``added`` are of reviewed segments that have a draft.
    """

    drafted: Counter[str] = field(default_factory=Counter)
    mended: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    dismissed: Counter[str] = field(default_factory=Counter)
    still_open: Counter[str] = field(default_factory=Counter)
    by_segment: dict[str, int] = field(default_factory=dict)
    """Open issues of the segments that have any."""
    let_stand: list[LetStand] = field(default_factory=list)

    def rows(self) -> Iterator[Found]:
        """Give what each check found, in the order of their table, without those that did not."""
        counted = (self.drafted, self.mended, self.added, self.dismissed, self.still_open)
        for check in CHECKS:
            figures = [one[check.id] for one in counted]
            if any(figures):
                yield Found(check.id, check.group, check.words or check.sentence, *figures)


def find_all(
    document: Document, profile: Profile, numbers: Mapping[str, int], report: Report
) -> Findings:
    """Check every segment as it is, and reviewed ones as they were drafted, too.

    ``numbers`` are those of the rows by segment id. Raises what ``report`` raises.
    """
    found, checker = Findings(), Checker(profile)
    words = {check.id: check.words or check.sentence for check in CHECKS}
    for done, checked in enumerate(check_document(document, profile)):
        if done % EVERY == 0:
            report(done, len(document))
        id_ = checked.subject.segment_id
        found.still_open.update(issue.check for issue in checked.open)
        found.dismissed.update(one.issue.check for one in checked.dismissed)
        if checked.open:
            found.by_segment[id_] = len(checked.open)
        for issue, record, said in checked.dismissed:
            named = words.get(issue.check, issue.check)
            found.let_stand.append(LetStand(numbers[id_], named, said.reason, record.author))
        if document.segment(id_).state.is_done:
            _compare(document, checked, checker, found)
    return found


def _compare(document: Document, checked: Checked, checker: Checker, found: Findings) -> None:
    drafted = _as_drafted(document, checked.subject)
    if drafted is not None:
        was = Counter(issue.check for issue in checker.find_issues(drafted))
        is_ = Counter(issue.check for issue in checked.open)
        is_.update(one.issue.check for one in checked.dismissed)
        found.drafted += was
        found.mended += was - is_
        found.added += is_ - was


def _as_drafted(document: Document, subject: Subject) -> Subject | None:
    """Return a reviewed segment as its draft had it; what is alike elsewhere is not asked."""
    draft = document.drafts.machine_base(document.segment(subject.segment_id))
    if draft is None:
        return None
    return replace(subject, target=draft.text, is_draft=True, marks=draft.marks, alike={})
