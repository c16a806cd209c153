"""What the checks find of things that a translation carries unchanged."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.draft import CARRIED
from translation.model.inline import strip_codes
from translation.model.issue import Severity
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding, Subject
from translation.text.carried import invented_carried, lost_carried
from translation.text.entities import find_entities, without_entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.text.carried import Span

MOST_SHOWN = 10
"""Things that are named in a sentence."""


def _carried(subject: Subject) -> Iterator[Finding]:
    """Find addresses, placeholders and their like that are missing or changed."""
    lost = [span for span in _lost(subject) if not span.kind.is_shown]
    if lost:
        fix = _with_carried(subject, lost)
        yield _absent(lost, subject.target, () if fix is None else (fix,))


def _carried_words(subject: Subject) -> Iterator[Finding]:
    """Find Latin words, dates, amounts and codes that are missing or changed."""
    lost = [span for span in _lost(subject) if span.kind.is_shown]
    if lost:
        yield _absent(lost, subject.target)


def _invented(subject: Subject) -> Iterator[Finding]:
    """Find addresses, placeholders and their like that the source does not have."""
    for span in invented_carried(strip_codes(subject.source), subject.target):
        yield Finding(_facts([span.text]), span.start, span.end - span.start)


def _entities(subject: Subject) -> Iterator[Finding]:
    """Find character references of HTML that the source does not have."""
    own = set(find_entities(subject.source))
    fixes: tuple[str, ...] = ()
    end = 0
    for entity in find_entities(subject.target):
        start = subject.target.index(entity, end)
        end = start + len(entity)
        if entity not in own:
            fixes = fixes or (without_entities(subject.target, subject.source),)
            yield Finding(_facts([entity]), start, len(entity), fixes)


def _with_carried(subject: Subject, lost: list[Span]) -> str | None:
    """Return the target with what it has in place of a lost thing replaced; None where unsure.

    That is where the target has of each kind as many things of its own as are lost.
    """
    target = subject.target
    strangers = invented_carried(strip_codes(subject.source), target)
    if [s.kind.id for s in lost] != [s.kind.id for s in strangers]:
        return None
    for wrong, right in reversed(list(zip(strangers, lost, strict=True))):
        target = f"{target[: wrong.start]}{right.text}{target[wrong.end :]}"
    return target


def _lost(subject: Subject) -> list[Span]:
    # The engine knows the language of its source, which a check does not.
    foreign = True if CARRIED in subject.marks else None
    return _lost_of(strip_codes(subject.source), strip_codes(subject.target), foreign)


@lru_cache(maxsize=16)
def _lost_of(source: str, target: str, foreign: bool | None) -> list[Span]:
    return lost_carried(source, target, foreign) if target.strip() else []


def _absent(spans: list[Span], target: str, fixes: tuple[str, ...] = ()) -> Finding:
    return Finding(_facts(span.text for span in spans), length=len(target), fixes=fixes)


def _facts(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    different = list(dict.fromkeys(texts))
    shown = "  ".join(different[:MOST_SHOWN])
    more = " …" if len(different) > MOST_SHOWN else ""
    return (("texts", f"{shown}{more}"), ("count", str(len(different))))


COPIED = (
    Check(
        CARRIED,
        CheckGroup.COPIED,
        Severity.ERROR,
        "What must arrive unchanged is missing or changed: {texts}",
        _carried,
        words="Addresses, numbers and the like that must arrive unchanged",
    ),
    Check(
        "carried_words",
        CheckGroup.COPIED,
        Severity.WARNING,
        "Words, dates, amounts or codes of the source are missing or changed: {texts}",
        _carried_words,
        words="Words, dates, amounts and names that should arrive",
    ),
    Check(
        "invented",
        CheckGroup.COPIED,
        Severity.ERROR,
        "There are addresses, placeholders or tags that the source does not have: {texts}",
        _invented,
        words="Addresses and placeholders that the source does not have",
    ),
    Check(
        "entities",
        CheckGroup.COPIED,
        Severity.WARNING,
        "Character references stand there for characters: {texts}",
        _entities,
        words="Character references for characters",
    ),
)
