"""What the checks find of names in translations from Arabic to English."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from translation.model.issue import Severity
from translation.model.mark import Side
from translation.quality.check import Check, CheckGroup
from translation.quality.pairing import (
    MOST_WORDS,
    SHORTEST,
    SOUNDS_LIKE,
    how_far,
    pairing_of,
    sounding,
    target_words,
)
from translation.quality.public_names import PublicName, public_names
from translation.quality.spelt_letters import spelt_acronyms
from translation.quality.subject import Finding
from translation.quality.traits import NAME
from translation.quality.unexplained import bare_name
from translation.quality.word_tables import names_like, spelt_like
from translation.text.romanised import distance
from translation.text.stems import ARABIC_WORD, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.quality.pairing import Pairing, SourceWord, TargetWord
    from translation.quality.subject import Subject, Texts
    from translation.quality.word_tables import Spelling

_FITS = 0.12
"""How far, for each consonant, a spelling may be from a name that it romanises rightly."""
_POOR = 0.85
"""How far a spelling is from a name that it hardly can romanise: a consonant off, or nearly."""
_ADJECTIVE = re.compile("(?:ي|يه|يون|يين|ات|يا)$")
_COMMON = 0.03
_NATIVE = re.compile("[حعصضظقخطذثؤئءة]|(?:ات|ين|ون|ها|هم|نا|وا|يه|ته|تها|هما)$")
"""Letters and endings that Arabic words have, and foreign names seldom."""


def _unknown_names(subject: Subject) -> Iterator[Finding]:
    """Find names in a spelling that no list has.

    A name that is Arabic itself may be romanised in many ways, of which no list has all.
    """
    pairing = pairing_of(subject)
    if pairing is None:
        return
    for at, word in enumerate(pairing.target):
        if word.is_strange and word.text not in subject.source:
            origin = _origin_of(word, pairing)
            if origin is None:
                if word.is_capital:
                    yield _about(pairing, at, "?", ())
            elif not (_is_arabic(origin) and how_far(origin.stems, word.plain) <= _FITS):
                yield _about(pairing, at, origin.text, _meant(origin, word))


def _is_arabic(word: SourceWord) -> bool:
    """Whether a name is likely to be Arabic itself: by its article and letters."""
    return word.folded[:2] == "ال" and _NATIVE.search(word.folded) is not None


def _origin_of(word: TargetWord, pairing: Pairing) -> SourceWord | None:
    """Return the word of the source that a spelling stands for; None where none sounds like it."""
    best, away = None, SOUNDS_LIKE if word.is_capital else SOUNDS_LIKE - 0.1
    for source in pairing.source:
        if len(source.folded) < 3 or (source.meanings and not word.is_capital):
            continue
        far = how_far(source.stems, word.plain) + (0.1 if pairing.is_covered(source) else 0)
        if far < away:
            best, away = source, far
    return best


def _meant(origin: SourceWord, word: TargetWord) -> tuple[str, ...]:
    """Return the known name that a word of the source writes and that is like the spelling.

    None where there are several: which one is meant only the person knows, and a fix is taken
    with one key.
    """
    like = {name for stem in origin.stems for name in names_like(stem, word.plain)}
    return tuple(like) if len(like) == 1 else ()


def _about(pairing: Pairing, at: int, source: str, right: tuple[str, ...]) -> Finding:
    target, start, text = pairing.target_text, pairing.target_start(at), pairing.target[at].text
    genitive = text[-2:] if text.endswith(("'s", "’s")) else ""
    end = start + len(text)
    fixes = (f"{target[:start]}{r.title()}{genitive}{target[end:]}" for r in right)
    facts = (("name", text), ("source", source), ("right", right[0].title() if right else ""))
    return Finding(facts, start, len(text), tuple(fixes))


def _other_names(subject: Subject) -> Iterator[Finding]:
    """Find known names where the source writes another known one, or a place, much better."""
    pairing = pairing_of(subject)
    if pairing is None:
        return
    for origin in map(pairing.source.__getitem__, pairing.unexplained):
        at = _most_like(pairing.sounding(origin))
        word = None if at is None else pairing.target[at]
        if word and word.is_capital and word.known and not word.known.is_ordinary:
            right = _better(origin, word)
            if right and at is not None:
                yield _about(pairing, at, origin.text, (right,))


def _most_like(sounding: list[tuple[float, int]]) -> int | None:
    """Return the word that sounds most like what was asked for, the first of several."""
    return min(sounding, key=itemgetter(0))[1] if sounding else None


def _better(origin: SourceWord, word: TargetWord) -> str:
    assert word.known is not None
    own = min(distance(stem, word.plain) for stem in origin.stems)
    if own < _POOR or _ADJECTIVE.search(origin.folded):
        return ""
    for stem in origin.stems:
        for known in spelt_like(stem, 1):
            gain = own - distance(stem, known.word)
            gain += _COMMON * (known.common - word.known.common)
            if not known.is_ordinary and known.common >= 2 and gain >= _POOR / 2:
                return known.word
    return ""


def _lost_names(subject: Subject) -> Iterator[Finding]:
    """Find names of the source that the target has in none of their forms."""
    pairing = pairing_of(subject)
    if pairing is None:
        return
    public = set[int]()
    folded = [word.folded for word in pairing.source]
    for at, name in public_names(folded):
        count = len(name.words)
        public.update(range(at, at + count))
        if not (name.stands_in(subject.target) or _in_letters(name, pairing)):
            yield _lost(pairing, at, count, name.english[0])
    for acronym in spelt_acronyms(folded):
        if acronym.at not in public and not acronym.pattern.search(subject.target):
            yield _lost(pairing, acronym.at, acronym.length, acronym.letters)
    for at in pairing.unexplained:
        word = pairing.source[at]
        if at in public or _NATIVE.search(word.folded) or not _is_beside_name(at, pairing.source):
            continue
        likely = "" if pairing.sounding(word) else _foreign(word.stems)
        if likely:
            yield _lost(pairing, at, 1, likely)


def _in_letters(name: PublicName, pairing: Pairing) -> bool:
    """Whether an acronym may hold the name: UNOWA has the United Nations and Africa."""
    return any(
        len(word.text) >= 3 and word.text.isupper() and name.english[0][0] in word.text
        for word in pairing.target
    )


def _is_beside_name(at: int, words: tuple[SourceWord, ...]) -> bool:
    """Whether a word next to it is unexplained, too, as the parts of a name are."""
    beside = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return any(not word.meanings and len(word.folded) > 2 for word in beside)


def _lost(pairing: Pairing, at: int, count: int, english: str) -> Finding:
    start, end = pairing.source_span(at, count)
    facts = (("source", pairing.source_text[start:end]), ("name", english))
    return Finding(facts, start, end - start, side=Side.SOURCE)


@lru_cache(maxsize=20_000)
def _foreign(stems: tuple[str, ...]) -> str:
    """Return the known name that a foreign word must write; "" where unsure."""
    likeliest: list[Spelling] = []
    for stem in stems:
        likeliest += spelt_like(stem, 3)
        if any(known.is_ordinary for known in likeliest):
            return ""
    if not likeliest:
        return ""
    best = likeliest[0]
    fits = any(distance(stem, best.word) <= _FITS for stem in stems)
    return best.word.title() if fits and best.common and len(best.word) >= SHORTEST else ""


def _two_ways(subject: Subject) -> Iterator[Finding]:
    """Find names that another segment spells otherwise, unless this is the better known way."""
    others = subject.alike.get(NAME)
    pairing = pairing_of(subject) if others else None
    if pairing is None or not others:
        return
    for origin in map(pairing.source.__getitem__, pairing.unexplained):
        at = _most_like(pairing.sounding(origin))
        if at is None or not pairing.target[at].is_capital:
            continue
        there = _spelt_there(origin, pairing.target[at], others)
        if there:
            yield _about(pairing, at, origin.text, (there,))


def _spelt_there(origin: SourceWord, word: TargetWord, others: tuple[Texts, ...]) -> str:
    """Return how another segment spells a name; "" where none does, or has this spelling, too."""
    own = bare_name(origin.folded)
    for texts in others:
        if word.text in texts.target or own not in _bare_names(texts.source):
            continue
        words = target_words(texts.target)
        at = _most_like(sounding(origin.stems, words, range(len(words))))
        there = word if at is None else words[at]
        differs = there.is_capital and there.plain != word.plain
        if differs and _rank(there) >= _rank(word):
            return there.plain
    return ""


def _bare_names(text: str) -> Iterator[str]:
    found = islice(ARABIC_WORD.finditer(text), MOST_WORDS)
    return (bare_name(folded_arabic(match[0])) for match in found)


def _rank(word: TargetWord) -> int:
    return word.known.common if word.known else -1


NAMES = (
    Check(
        "unknown_name",
        CheckGroup.NAMES,
        Severity.WARNING,
        "No list has a name spelt “{name}” (source: {source})",
        _unknown_names,
        words="Names in a spelling that no list has",
    ),
    Check(
        "other_name",
        CheckGroup.NAMES,
        Severity.WARNING,
        "“{source}” is {right} rather than {name}",
        _other_names,
        words="Names taken for others",
        on=False,
    ),
    Check(
        "lost_name",
        CheckGroup.NAMES,
        Severity.WARNING,
        "“{source}” stands in the source: {name} is not in the translation",
        _lost_names,
        words="Names that are lost or translated as words",
    ),
    Check(
        "name_two_ways",
        CheckGroup.NAMES,
        Severity.WARNING,
        "“{source}” is {name} here and {right} elsewhere",
        _two_ways,
        words="Names spelt in two ways",
    ),
)
