"""The checks of terms: what they find is looked up by whoever knows the termbases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.quality.subject import Finding, Subject


class TermFinder(Protocol):
    """Knows the terms that hold: translation.terms.checking.TermsAtWork."""

    def missing(self, subject: Subject) -> Iterable[Finding]:
        """Give the terms of a source of which no translation stands in the target."""
        ...

    def forbidden(self, subject: Subject) -> Iterable[Finding]:
        """Give the forbidden translations that stand in the target."""
        ...


def _missing(subject: Subject) -> Iterable[Finding]:
    return subject.terms.missing(subject) if subject.terms is not None else ()


def _forbidden(subject: Subject) -> Iterable[Finding]:
    return subject.terms.forbidden(subject) if subject.terms is not None else ()


TERMS = (
    Check(
        "term_missing",
        CheckGroup.TERMS,
        Severity.WARNING,
        "“{term}” is to be “{wanted}”.",
        _missing,
        words="Terms that are not translated as a termbase has them",
    ),
    Check(
        "term_forbidden",
        CheckGroup.TERMS,
        Severity.ERROR,
        "“{word}” is not to be used. Right: {wanted}",
        _forbidden,
        words="Terms that a termbase forbids",
    ),
)
