"""Trying a rule out on a pair of texts, before it is let loose on a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import TranslationUnit
from translation.quality.checks import Checker
from translation.quality.profile import Profile
from translation.quality.subject import Subject

if TYPE_CHECKING:
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.quality.rule import Rule


def tried(
    rule: Rule, source: str, target: str, pair: LanguagePair = ARABIC_TO_ENGLISH
) -> tuple[Issue, ...]:
    """Return what a rule finds in a source and its translation."""
    subject = Subject("", source, target, False, TranslationUnit("", ""), pair)
    found = Checker(Profile(rules=(rule,))).find_issues(subject)
    return tuple(issue for issue in found if issue.check == rule.check)
