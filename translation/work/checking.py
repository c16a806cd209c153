"""Checking a whole document at once: what is open, what somebody let stand, segment by segment."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from translation.quality import USUAL, Checker, Subjects
from translation.quality.dismissals import divide

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.quality import Profile, Subject
    from translation.quality.dismissals import Dismissed
    from translation.quality.terms import TermFinder

KEPT_PROFILE = "checks"
"""Under this key a project keeps the profile of checks that is its own, as JSON."""

NOTHING: Mapping[str, tuple[Issue, ...]] = MappingProxyType({})
"""What is misspelt where nobody looked."""


class Checked(NamedTuple):
    """A segment with what the checks find in it."""

    subject: Subject
    open: tuple[Issue, ...]
    dismissed: tuple[Dismissed, ...]


def check_document(
    document: Document,
    profile: Profile = USUAL,
    misspelt: Mapping[str, tuple[Issue, ...]] = NOTHING,
    terms: TermFinder | None = None,
) -> Iterator[Checked]:
    """Give, in order, every segment that shows a translation, with its issues if it has any.

    ``misspelt`` are those of the spelling (``find_misspelt``), which asks the whole document;
    ``terms`` are those that translations are held to.
    """
    checker, subjects = Checker(profile, terms), Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    for segment in document.segments:
        subject = subjects.of(segment.id)
        if subject is not None:
            said = document.records.of(segment.id)
            found = (*checker.find_issues(subject), *misspelt.get(segment.id, ()))
            yield Checked(subject, *divide(found, said, subject.source, subject.target))
