"""Checking a whole document at once: what is open, what somebody let stand, segment by segment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.quality import USUAL, Checker, Subjects
from translation.quality.dismissals import divide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.quality import Profile, Subject
    from translation.quality.dismissals import Dismissed

KEPT_PROFILE = "checks"
"""Under this key a project keeps the profile of checks that is its own, as JSON."""


class Checked(NamedTuple):
    """A segment with what the checks find in it."""

    subject: Subject
    open: tuple[Issue, ...]
    dismissed: tuple[Dismissed, ...]


def check_document(document: Document, profile: Profile = USUAL) -> Iterator[Checked]:
    """Give, in order, every segment that shows a translation, with its issues if it has any."""
    checker, subjects = Checker(profile), Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    for segment in document.segments:
        subject = subjects.of(segment.id)
        if subject is not None:
            said = document.records.of(segment.id)
            found = checker.find_issues(subject)
            yield Checked(subject, *divide(found, said, subject.source, subject.target))
