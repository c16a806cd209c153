"""What is said of an issue: the sentence of its check, or of the rule that it comes of."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from translation.errors.names import visible
from translation.quality.rule import OWN
from translation.quality.rules import OWN_RULE, RULE_SENTENCES
from translation.quality.spelling import SWITCHED
from translation.text.bidi import isolate, without_isolates

if TYPE_CHECKING:
    from translation.model.issue import Issue
    from translation.quality.check import Check


@cache
def _by_id() -> dict[str, Check]:
    return {check.id: check for check in SWITCHED}


def check_of(check_id: str) -> Check:
    """Return the check that an issue names; OWN_RULE for all own rules. KeyError for none."""
    return OWN_RULE if check_id.startswith(OWN) else _by_id()[check_id]


def sentence_of(issue: Issue) -> str:
    """Return the sentence of an issue in English, its facts not filled in yet."""
    if issue.check.startswith(OWN):
        return RULE_SENTENCES[dict(issue.facts)["kind"]]
    return _by_id()[issue.check].sentence


def kept_apart(fact: str) -> str:
    """Return a fact of an issue so that a foreign one cannot disturb the sentence around it."""
    shown = visible(without_isolates(fact))
    foreign = any(bidirectional(c) in ("R", "AL", "AN") for c in shown)
    return isolate(shown) if foreign else shown


def all_sentences() -> list[str]:
    """Return all words for people of checks and rules, to be translated."""
    listed = [words for check in (*SWITCHED, OWN_RULE) for words in check.sentences]
    return [*listed, *RULE_SENTENCES.values()]
