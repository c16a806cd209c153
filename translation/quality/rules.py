"""Own rules at work: each of them looks for its texts in source and target.

Expressions of others are hostile: those of ``translation.text.finding`` give up after a while,
and a rule that did so a few times rests, so that no file of rules makes a document slow.
"""

from __future__ import annotations

import re
from functools import partial
from operator import eq
from typing import TYPE_CHECKING, TypeAlias

from translation.errors import UsageError
from translation.model.issue import Severity
from translation.model.language import ARABIC_TO_ENGLISH, primary_subtag
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.rule import OWN, Demand
from translation.quality.subject import Finding
from translation.text.finding import SearchText, TextFinder
from translation.text.normalise import ARABIC_SCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.language import LanguagePair
    from translation.quality.rule import Rule
    from translation.quality.subject import Subject
    from translation.text.finding import Place

    Finders: TypeAlias = tuple[TextFinder | None, TextFinder | None]

MOST_TIMES_SLOW = 3
"""So often an expression may take too long before its rule rests."""

_ARABIC = re.compile("[\u0620-\u064a]")
_PARTICLES = "(?:[وف]?(?:[بك]?ال|لل|[بكل]))?|[وف]"
"""What is written together with the word that follows: and, so, by, like, to, the."""

FORBIDDEN, REPLACED, NEEDED, LOOK, SLOW = "forbidden", "replaced", "needed", "look", "slow"

RULE_SENTENCES = {
    FORBIDDEN: "“{text}” must not stand here: {rule}",
    REPLACED: "“{text}” must not stand here, but “{better}”: {rule}",
    NEEDED: "“{text}” of the source wants “{better}”: {rule}",
    LOOK: "“{text}” stands in the source: {rule}",
    SLOW: "This rule takes too long, and was not looked for: {rule}",
}
"""What is said of an issue of a rule, by its fact ``kind``."""

OWN_RULE = Check(
    OWN,
    CheckGroup.OWN,
    Severity.WARNING,
    RULE_SENTENCES[FORBIDDEN],
    lambda subject: (),
    words="Own rules",
)
"""What stands for all own rules where checks are listed; each rule is a check of its own name."""


def checked(rule: Rule) -> Rule:
    """Return a rule as it is. UsageError where an expression of it cannot be understood."""
    _finders(rule, ARABIC_TO_ENGLISH)
    return rule


class RuleAtWork:
    """A rule, and how often it took too long."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self._slow = 0
        self._pair: LanguagePair | None = None
        self._finders: Finders = None, None

    def find(self, subject: Subject) -> Iterator[Finding]:
        """Give what is against the rule in a segment."""
        if self._slow >= MOST_TIMES_SLOW:
            return
        try:
            if subject.pair != self._pair:
                self._pair, self._finders = subject.pair, _finders(self.rule, subject.pair)
            yield from list(_found(self.rule, subject, self._finders))
        except UsageError:  # It takes too long; one that is not understood was refused before.
            self._slow += 1
            yield Finding(_facts(self.rule, SLOW, ""))


def _found(rule: Rule, subject: Subject, finders: Finders) -> Iterator[Finding]:
    in_source, in_target = finders
    places: tuple[Place, ...] = ()
    if in_source is not None:
        places = in_source.places(subject.source)
        if not places:
            return
    if in_target is None:
        for start, end in places:
            facts = _facts(rule, LOOK, subject.source[start:end])
            yield Finding(facts, start, end - start, side=Side.SOURCE)
        return
    found = () if _is_nowhere(rule, subject.target) else in_target.places(subject.target)
    if rule.demand is Demand.NEEDED:
        if not found:
            yield _absent(rule, subject, places)
    else:
        for place in found:
            text = subject.target[place.start : place.end]
            if not rule.replacement:
                yield Finding(_facts(rule, FORBIDDEN, text), place.start, len(text))
                continue
            mended = in_target.replaced(subject.target, partial(eq, place))
            better = mended.places[0][1] if mended.places else rule.replacement
            fixes = (mended.text,) if mended.places else ()
            yield Finding(_facts(rule, REPLACED, text, better), place.start, len(text), fixes)


def _is_nowhere(rule: Rule, target: str) -> bool:
    """Tell at a glance, in a tenth of the time, that words of ASCII do not stand in a target."""
    if rule.is_expression or not (target.isascii() and rule.target.isascii()):
        return False
    return rule.target.lower() not in target.lower()


def _absent(rule: Rule, subject: Subject, places: tuple[Place, ...]) -> Finding:
    """Return that the target lacks something: at its reason in the source where it has one."""
    better = rule.replacement or rule.target
    if not places:
        return Finding(_facts(rule, NEEDED, "…", better), 0, len(subject.target))
    start, end = places[0]
    facts = _facts(rule, NEEDED, subject.source[start:end], better)
    return Finding(facts, start, end - start, side=Side.SOURCE)


def _facts(rule: Rule, kind: str, text: str, better: str = "") -> tuple[tuple[str, str], ...]:
    why = rule.message or rule.name
    return ("kind", kind), ("text", text), ("better", better), ("rule", why)


def _finders(rule: Rule, pair: LanguagePair) -> Finders:
    return (
        _finder(rule, rule.source, pair.source, ""),
        _finder(rule, rule.target, pair.target, rule.replacement),
    )


def _finder(rule: Rule, text: str, language: str, template: str) -> TextFinder | None:
    return TextFinder(_search(rule, text, language), language, template) if text else None


def _search(rule: Rule, text: str, language: str) -> SearchText:
    if rule.is_expression:
        return SearchText(text, is_expression=True, case=rule.case)
    if primary_subtag(language) in ARABIC_SCRIPT and _ARABIC.match(text):
        words = rf"(?:{_PARTICLES}){re.escape(text)}"
        return SearchText(words, is_expression=True, whole_words=True, case=rule.case)
    return SearchText(text, whole_words=True, case=rule.case)
