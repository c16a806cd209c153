"""The checks: one table of all groups, and what it finds in a subject.

A check is a record in the tuple of its group. A sentence is translated by the window and then
filled with the facts.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from translation.model.inline import has_codes
from translation.model.issue import Issue
from translation.model.mark import Side
from translation.quality.capitals import CAPITALS
from translation.quality.carried import COPIED
from translation.quality.codes import CODES
from translation.quality.consistency import CONSISTENCY
from translation.quality.drafts import DRAFT
from translation.quality.lengths import LENGTHS
from translation.quality.marks import MARKS
from translation.quality.names import NAMES
from translation.quality.numbers import NUMBERS
from translation.quality.omissions import OMISSIONS
from translation.quality.persons import PERSONS
from translation.quality.polarity import POLARITY
from translation.quality.profile import USUAL
from translation.quality.quotations import QUOTATIONS
from translation.quality.rules import RuleAtWork
from translation.quality.senses import SENSES
from translation.quality.spacing import SPACING
from translation.quality.terms import TERMS
from translation.quality.wholeness import WHOLENESS
from translation.quality.writing import WRITING
from translation.text.utf16 import to_utf16

if TYPE_CHECKING:
    from translation.model.issue import Severity
    from translation.quality.check import Check
    from translation.quality.profile import Profile
    from translation.quality.subject import Finding, Subject
    from translation.quality.terms import TermFinder

CHECKS: tuple[Check, ...] = (
    *DRAFT,
    *WHOLENESS,
    *CODES,
    *COPIED,
    *NUMBERS,
    *NAMES,
    *TERMS,
    *OMISSIONS,
    *POLARITY,
    *PERSONS,
    *QUOTATIONS,
    *SENSES,
    *WRITING,
    *CAPITALS,
    *MARKS,
    *SPACING,
    *CONSISTENCY,
    *LENGTHS,
)

MOST_FINDINGS = 20
"""Of one check in one segment; more help nobody, and a hostile file could have a million."""


class Checker:
    """The checks that are on in a profile, which go by its numbers; the others are not run.

    ``terms`` are those that translations are held to, None for none.
    """

    def __init__(self, profile: Profile = USUAL, terms: TermFinder | None = None) -> None:
        self._checks = tuple(check for check in CHECKS if profile.has(check))
        self._without_codes = tuple(check for check in self._checks if not check.of_codes)
        self._numbers = dict(profile.numbers)
        self._terms = terms
        self._rules = tuple(map(RuleAtWork, profile.rules))

    def find_issues(self, subject: Subject) -> tuple[Issue, ...]:
        """Return what is wrong with a target, in the order of the table."""
        if self._numbers:
            subject = replace(subject, numbers=self._numbers)
        if self._terms is not None:
            subject = replace(subject, terms=self._terms)
        with_codes = has_codes(subject.source) or has_codes(subject.target)
        issues = [
            _issue(check.id, check.severity, subject, finding)
            for check in (self._checks if with_codes else self._without_codes)
            for finding in islice(check.find(subject), MOST_FINDINGS)
        ]
        for one in self._rules:
            name, severity = one.rule.check, one.rule.severity
            found = islice(one.find(subject), MOST_FINDINGS)
            issues += [_issue(name, severity, subject, finding) for finding in found]
        return tuple(issues)


_USUAL = Checker()


def find_issues(subject: Subject) -> tuple[Issue, ...]:
    """Return what the usual checks find in a segment, in the order of the table."""
    return _USUAL.find_issues(subject)


def _issue(check: str, severity: Severity, subject: Subject, finding: Finding) -> Issue:
    text = subject.source if finding.side is Side.SOURCE else subject.target
    start = to_utf16(text, finding.start)
    length = to_utf16(text, finding.start + finding.length) - start
    found = finding.facts, start, length, finding.fixes, finding.side
    return Issue(check, severity, subject.segment_id, *found)
