"""Which words of a target stand for which of an Arabic source: by meaning, and by sound.

A word of the source is known by its meanings, where the lexicon has it. One that the lexicon has
not is likely to be a name, and its counterpart sounds like it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from translation.model.inline import is_code, strip_codes
from translation.model.language import primary_subtag
from translation.quality.word_tables import Spelling, meanings, spelling
from translation.text.romanised import distance, plain, skeleton
from translation.text.stems import (
    ARABIC_WORD,
    ENGLISH_WORD,
    arabic_stems,
    english_stem,
    folded_arabic,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.quality.subject import Subject

MOST_WORDS = 400
"""Words of a text that are looked at: no sentence has more, but a hostile file may."""
_LONGEST = 100 * MOST_WORDS
"""Characters of a text in which they are looked for."""
SHORTEST = 4
"""Letters of a name that can be told from a word."""
SOUNDS_LIKE = 0.35
"""What a consonant of a name may be off, on average, in a spelling that stands for it."""
_INNER_CAPITAL = re.compile(r"[a-z][A-Z]")


class SourceWord(NamedTuple):
    """An Arabic word, wherever it stands: what it may be without clitics, and its English stems.

    Words are made once, and texts consist of them; the places are asked of the pairing.
    """

    text: str
    folded: str
    stems: tuple[str, ...]
    meanings: frozenset[str]


class TargetWord(NamedTuple):
    """An English word: small without accents, and what the list of spellings has.

    ``is_strange`` says that no list has it, though it is written as a name may be.
    """

    text: str
    plain: str
    stem: str
    known: Spelling | None
    skeleton: str
    is_capital: bool
    is_strange: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words of a source and of its target; words are named by their places in the rows."""

    source: tuple[SourceWord, ...]
    target: tuple[TargetWord, ...]
    source_text: str
    target_text: str
    stems: frozenset[str]
    """Of the target's words."""
    unexplained: tuple[int, ...]
    """Words of the source, of four letters or more, that the lexicon has not: names, mostly."""
    capitals: tuple[int, ...]
    """Words of the target that begin with a capital letter."""
    _sounding: dict[tuple[str, ...], list[tuple[float, int]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What was asked of by sound so far."""

    def sounding(self, word: SourceWord) -> list[tuple[float, int]]:
        """Return the words of the target that sound like one of the source, with how far they are.

        They stand in the order of the target. Of a word that has a meaning it is those with a
        capital letter.
        """
        found = self._sounding.get(word.stems)
        if found is None:
            likely = self.capitals if word.meanings else range(len(self.target))
            found = self._sounding[word.stems] = sounding(word.stems, self.target, likely)
        return found

    def is_covered(self, word: SourceWord) -> bool:
        """Whether a word of the target has one of its meanings."""
        return not self.stems.isdisjoint(word.meanings)

    def source_span(self, at: int, count: int = 1) -> tuple[int, int]:
        """Return where so many words of the source stand in its text: start and end."""
        starts, last = source_starts(self.source_text), at + count - 1
        return starts[at], starts[last] + len(self.source[last].text)

    def source_starts(self) -> list[int]:
        """Return where the words of the source begin in its text."""
        return source_starts(self.source_text)

    def target_start(self, at: int) -> int:
        """Return where a word of the target begins in its text."""
        return target_starts(self.target_text)[at]


def pairing_of(subject: Subject) -> Pairing | None:
    """Return the words of both texts; None for another pair of languages, or without a target."""
    pair = subject.pair
    if primary_subtag(pair.source) != "ar" or primary_subtag(pair.target) != "en":
        return None
    return _paired(subject.source, subject.target) if subject.target else None


@lru_cache(maxsize=16)
def _paired(source: str, target: str) -> Pairing:
    arabic, english = source_words(source), target_words(target)
    return Pairing(
        arabic,
        english,
        source,
        target,
        frozenset([word.stem for word in english]),
        tuple(
            [
                at
                for at, word in enumerate(arabic)
                if not word.meanings and len(word.folded) >= SHORTEST
            ]
        ),
        tuple([at for at, word in enumerate(english) if word.is_capital]),
    )


@lru_cache(maxsize=64)
def source_words(text: str) -> tuple[SourceWord, ...]:
    """Return the Arabic words of a text."""
    found = ARABIC_WORD.findall(_without_codes(text), 0, _LONGEST)
    return tuple(map(_arabic, found[:MOST_WORDS]))


@lru_cache(maxsize=20_000)
def _arabic(word: str) -> SourceWord:
    folded = folded_arabic(word)
    return SourceWord(word, folded, arabic_stems(folded), meanings(folded))


@lru_cache(maxsize=64)
def target_words(text: str) -> tuple[TargetWord, ...]:
    """Return the English words of a text."""
    found = ENGLISH_WORD.findall(_without_codes(text), 0, _LONGEST)
    return tuple(map(_english, found[:MOST_WORDS]))


@lru_cache(maxsize=20_000)
def _english(word: str) -> TargetWord:
    bare = plain(word.removesuffix("'s").removesuffix("’s"))
    known = spelling(bare)
    is_strange = known is None and _is_strange(word, bare)
    is_capital = word[0].isupper()
    stem = english_stem(word)
    return TargetWord(word, bare, stem, known, skeleton(bare), is_capital, is_strange)


def _is_strange(word: str, plain: str) -> bool:
    """Whether a word that no list has is written as a name or another word may be."""
    if len(word) < SHORTEST or word.isupper() or _INNER_CAPITAL.search(word):
        return False
    if plain[-1] == "s" and spelling(plain[:-1]):
        return False
    return len(plain) >= SHORTEST


def source_starts(text: str) -> list[int]:
    """Return where the Arabic words of a text begin, those beyond the most that are read, too."""
    return _starts(text, ARABIC_WORD)


def target_starts(text: str) -> list[int]:
    """Return where the English words of a text begin, those beyond the most that are read, too."""
    return _starts(text, ENGLISH_WORD)


@lru_cache(maxsize=16)
def _starts(text: str, words: re.Pattern[str]) -> list[int]:
    return [found.start() for found in words.finditer(_without_codes(text), 0, _LONGEST)]


def sounding(
    stems: tuple[str, ...], words: Sequence[TargetWord], places: Sequence[int]
) -> list[tuple[float, int]]:
    """Return the places of words that sound like what a word may be, with how far they are."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    heard = [words[at].skeleton for at in places]
    by_skeleton: dict[str, list[str]] = {}
    for stem in stems:
        by_skeleton.setdefault(skeleton(stem), []).append(stem)
    near: dict[int, float] = {}
    for own, alike in by_skeleton.items():
        most = _most_apart(own)
        found = extract(own, heard, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
        for _, _, n in found:
            far = min([_apart(stem, own, words[places[n]].plain) for stem in alike])
            if far < near.get(places[n], SOUNDS_LIKE):
                near[places[n]] = far
    return [(near[at], at) for at in sorted(near)]


def _most_apart(skeleton: str) -> int:
    """Return in how many consonants a spelling may differ to be compared at all."""
    return len(skeleton) // 3 + 1


@lru_cache(maxsize=20_000)
def how_far(stems: tuple[str, ...], latin: str) -> float:
    """Return how far a ``plain`` spelling is from what a word may be, for each consonant.

    What does not sound like it is at least SOUNDS_LIKE away, but not how far.
    """
    from rapidfuzz.distance import Levenshtein

    heard, best = skeleton(latin), 1.0
    for stem in stems:
        own = skeleton(stem)
        most = _most_apart(own)
        if Levenshtein.distance(own, heard, score_cutoff=most) <= most:
            best = min(best, _apart(stem, own, latin))
    return best


def _apart(stem: str, skeleton: str, latin: str) -> float:
    """Return how far a spelling is from a stem, for each consonant, where it sounds like it."""
    count = max(2, len(skeleton))
    return distance(stem, latin, SOUNDS_LIKE * count) / count


def _without_codes(text: str) -> str:
    """Put a blank for each inline code, so that places stay."""
    if text.isascii() or strip_codes(text) == text:
        return text
    return "".join(" " if is_code(c) else c for c in text)
