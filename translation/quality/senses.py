"""Words in a wrong sense: by pairs with their context, from a table that a person can edit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import pairing_of
from translation.quality.public_names import bare_forms, folded_words, table_lines
from translation.quality.subject import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.quality.subject import Subject


@dataclass(frozen=True, slots=True)
class Sense:
    """A phrase in one sense: its folded words, those that tell of it, and its translations."""

    words: tuple[str, ...]
    context: frozenset[str]
    wrong: re.Pattern[str]
    right: re.Pattern[str]
    proposed: str


def _wrong_senses(subject: Subject) -> Iterator[Finding]:
    pairing = pairing_of(subject)
    if pairing is None:
        return
    for at, word in enumerate(pairing.source):
        for sense in _senses(word.folded):
            wrong = sense.wrong.search(subject.target)
            if wrong is None or sense.right.search(sense.wrong.sub(" ", subject.target)):
                continue
            forms = [bare_forms(word.folded) for word in pairing.source]
            if _stands_at(sense, at, forms) and _is_told(sense, at, forms):
                start, end = pairing.source_span(at, len(sense.words))
                yield _finding(subject.source[start:end], wrong, sense)


def _stands_at(sense: Sense, at: int, forms: Sequence[Sequence[str]]) -> bool:
    there = forms[at : at + len(sense.words)]
    return len(there) == len(sense.words) and all(
        word in form for word, form in zip(sense.words, there, strict=True)
    )


def _is_told(sense: Sense, at: int, forms: Sequence[Sequence[str]]) -> bool:
    others = (*forms[:at], *forms[at + len(sense.words) :])
    return not sense.context or any(not sense.context.isdisjoint(form) for form in others)


def _finding(source: str, wrong: re.Match[str], sense: Sense) -> Finding:
    facts = (("source", source), ("text", wrong[0]), ("right", sense.proposed))
    return Finding(facts, wrong.start(), len(wrong[0]))


@lru_cache(maxsize=20_000)
def _senses(word: str) -> tuple[Sense, ...]:
    table = _table()
    return tuple(sense for form in bare_forms(word) for sense in table.get(form, ()))


@lru_cache(maxsize=1)
def _table() -> dict[str, list[Sense]]:
    found: dict[str, list[Sense]] = {}
    for phrases, context, wrong, right in table_lines("senses.tsv", 4):
        near = frozenset(word for phrase in context.split("|") for word in folded_words(phrase))
        for phrase in phrases.split("|"):
            words = folded_words(phrase)
            sense = Sense(
                words,
                near,
                re.compile(rf"\b(?:{_any(wrong)})\b", re.IGNORECASE),
                re.compile(rf"\b(?:{_any(right)})", re.IGNORECASE),
                right.split("|")[0],
            )
            found.setdefault(words[0], []).append(sense)
    return found


def _any(phrases: str) -> str:
    return "|".join(map(re.escape, phrases.split("|")))


SENSES = (
    Check(
        "wrong_sense",
        CheckGroup.MEANING,
        Severity.WARNING,
        "“{source}” is {right} here rather than {text}",
        _wrong_senses,
        words="Words in a wrong sense",
        on=False,
    ),
)
