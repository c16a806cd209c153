"""What the checks find of numbers, dates and units, by their values in both texts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.language import primary_subtag
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.subject import Finding
from translation.text.bidi import isolate
from translation.text.numbers import Difference, How, Kind, differing, may_differ, numbers_in, reads
from translation.text.numbers.writing import ordinal, rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.subject import Subject
    from translation.text.numbers import Number

_WITH_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")


def _numbers(subject: Subject) -> Iterator[Finding]:
    """Find numbers that stand there for other ones of the source."""
    return _instead(subject, How.OTHER)


def _number_lost(subject: Subject) -> Iterator[Finding]:
    """Find numbers in figures of the source that the target lacks."""
    return (finding for finding, _ in _lost(subject, in_words=False))


def _number_word_lost(subject: Subject) -> Iterator[Finding]:
    """Find numbers in words that the target lacks: many are said otherwise (a trio).

    Those with an article are known already, and may be left out: the three committees.
    """
    for finding, number in _lost(subject, in_words=True):
        said = subject.source[number.start : number.end]
        if number.kind is Kind.ORDINAL or not _WITH_ARTICLE.match(said):
            yield finding


def _lost(subject: Subject, in_words: bool) -> Iterator[tuple[Finding, Number]]:
    for difference in _differing(subject):
        number = difference.source
        if difference.how is How.LOST and number is not None and number.in_words is in_words:
            yield _at(number, subject.source, Side.SOURCE), number


def _duals(subject: Subject) -> Iterator[Finding]:
    """Find words for two of something, of which the target does not say that they are two."""
    for difference in _differing(subject):
        if difference.how is How.PAIR and difference.source is not None:
            yield _at(difference.source, subject.source, Side.SOURCE)


def _number_added(subject: Subject) -> Iterator[Finding]:
    """Find numbers that the source has nothing of."""
    for difference in _differing(subject):
        if difference.how is How.ADDED and difference.target is not None:
            yield _at(difference.target, subject.target, Side.TARGET)


def _centuries(subject: Subject) -> Iterator[Finding]:
    """Find the number of a century that is said of something else, or as no ordinal."""
    for finding, difference in _pairs(subject, How.FORM):
        number, century = difference.target, difference.source
        fixes: tuple[str, ...] = ()
        if number is not None and century is not None and _before_century(subject, number):
            fixes = (_with(subject.target, number, ordinal(int(century.values[0]))),)
        yield Finding(finding.facts, finding.start, finding.length, fixes)


def _units(subject: Subject) -> Iterator[Finding]:
    """Find numbers whose unit is another one than the source's, without being converted."""
    return (finding for finding, _ in _pairs(subject, How.UNIT))


def _months(subject: Subject) -> Iterator[Finding]:
    """Find months that are others than those of the source, or missing, or added."""
    yield from _instead(subject, How.MONTH)
    for difference in _differing(subject):
        if difference.how is How.MONTH and difference.target is None and difference.source:
            yield _at(difference.source, subject.source, Side.SOURCE, _BOTH)


def _instead(subject: Subject, how: How) -> Iterator[Finding]:
    """Give what stands there for something else, with that as what mends it."""
    for finding, difference in _pairs(subject, how):
        source, target = difference.source, difference.target
        fixes: tuple[str, ...] = ()
        if (
            source is not None
            and target is not None
            and primary_subtag(subject.pair.target) == "en"
        ):
            place = subject.target[target.start : target.end]
            right = rewritten(source, subject.source[source.start : source.end], place)
            if right is not None and right != place:
                fixes = (_with(subject.target, target, right),)
        yield Finding(finding.facts, finding.start, finding.length, fixes)


def _pairs(subject: Subject, how: How) -> Iterator[tuple[Finding, Difference]]:
    for difference in _differing(subject):
        source, target = difference.source, difference.target
        if difference.how is how and source is not None and target is not None:
            facts = (
                ("source", isolate(subject.source[source.start : source.end])),
                ("target", isolate(subject.target[target.start : target.end])),
            )
            yield Finding(facts, target.start, target.end - target.start), difference


_BOTH = ("source", "target")


def _at(number: Number, text: str, side: Side, facts: tuple[str, ...] = ("texts",)) -> Finding:
    said = isolate(text[number.start : number.end])
    shown = tuple((fact, said if fact != "target" else "–") for fact in facts)
    return Finding(shown, number.start, number.end - number.start, side=side)


def _with(text: str, number: Number, right: str) -> str:
    return f"{text[: number.start]}{right}{text[number.end :]}"


def _before_century(subject: Subject, number: Number) -> bool:
    return subject.target[number.end :].lstrip(" -‑–\u00a0").lower().startswith("centur")


def _differing(subject: Subject) -> tuple[Difference, ...]:
    pair = subject.pair
    return _differences(subject.source, pair.source, subject.target, pair.target)


@lru_cache(maxsize=16)
def _differences(
    source: str, source_language: str, target: str, target_language: str
) -> tuple[Difference, ...]:
    """Return what differs, once for all checks of a segment."""
    if not reads(source_language) or not reads(target_language) or not target.strip():
        return ()
    if not may_differ(source, source_language, target, target_language):
        return ()
    return tuple(
        differing(numbers_in(source, source_language), numbers_in(target, target_language))
    )


NUMBERS = (
    Check(
        "numbers",
        CheckGroup.NUMBERS,
        Severity.ERROR,
        "“{source}” stands in the source, “{target}” in the translation.",
        _numbers,
        words="Numbers that are others than the source's",
    ),
    Check(
        "number_lost",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "A number of the source is missing: {texts}",
        _number_lost,
        words="Numbers in figures that are missing",
    ),
    Check(
        "number_word_lost",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "A number of the source, in words, is missing: {texts}",
        _number_word_lost,
        words="Numbers in words that are missing",
        on=False,
    ),
    Check(
        "duals",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "The source says that there are two: {texts}",
        _duals,
        words="Two of something, which the translation does not say",
    ),
    Check(
        "number_added",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "The source has no such number: {texts}",
        _number_added,
        words="Numbers that the source does not have",
    ),
    Check(
        "centuries",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "“{source}” of the source is a century; “{target}” does not say so.",
        _centuries,
        words="Numbers of centuries that do not say so",
    ),
    Check(
        "units",
        CheckGroup.NUMBERS,
        Severity.WARNING,
        "“{source}” of the source is of another unit than “{target}”.",
        _units,
        words="Units that are others than the source's",
    ),
    Check(
        "months",
        CheckGroup.NUMBERS,
        Severity.ERROR,
        "“{source}” stands in the source, the translation has another month or none: {target}",
        _months,
        words="Months that are others than the source's",
    ),
)
