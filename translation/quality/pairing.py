"""Which words of a target stand for which of an Arabic source: by meaning, and by sound.

A word of the source is known by its meanings, where the lexicon has it. One that the lexicon has
not is likely to be a name, and its counterpart sounds like it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
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
    from translation.quality.subject import Subject

MOST_WORDS = 400
"""Words of a text that are looked at: no sentence has more, but a hostile file may."""
SHORTEST = 4
"""Letters of a name that can be told from a word."""
SOUNDS_LIKE = 0.35
"""What a consonant of a name may be off, on average, in a spelling that stands for it."""


class SourceWord(NamedTuple):
    """An Arabic word: its place, what it may be without clitics, and its English stems.

    Tuples, as these are made by the hundred thousand.
    """

    text: str
    start: int
    folded: str
    stems: tuple[str, ...]
    meanings: frozenset[str]


class TargetWord(NamedTuple):
    """An English word: its place, small without accents, and what the list of spellings has."""

    text: str
    start: int
    plain: str
    stem: str
    known: Spelling | None

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Pairing:
    """The words of a source and of its target."""

    source: tuple[SourceWord, ...]
    target: tuple[TargetWord, ...]
    stems: frozenset[str]
    """Of the target's words."""
    unexplained: tuple[SourceWord, ...] = ()
    """Those of the source, of four letters or more, that the lexicon has not: names, mostly."""

    def is_covered(self, word: SourceWord) -> bool:
        """Whether a word of the target has one of its meanings."""
        return not self.stems.isdisjoint(word.meanings)


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
        frozenset([word.stem for word in english]),
        tuple([word for word in arabic if not word.meanings and len(word.folded) >= SHORTEST]),
    )


@lru_cache(maxsize=64)
def source_words(text: str) -> tuple[SourceWord, ...]:
    """Return the Arabic words of a text."""
    found = islice(ARABIC_WORD.finditer(_without_codes(text)), MOST_WORDS)
    return tuple([SourceWord(match[0], match.start(), *_arabic(match[0])) for match in found])


@lru_cache(maxsize=20_000)
def _arabic(word: str) -> tuple[str, tuple[str, ...], frozenset[str]]:
    folded = folded_arabic(word)
    return folded, arabic_stems(folded), meanings(folded)


@lru_cache(maxsize=64)
def target_words(text: str) -> tuple[TargetWord, ...]:
    """Return the English words of a text."""
    found = islice(ENGLISH_WORD.finditer(_without_codes(text)), MOST_WORDS)
    return tuple([TargetWord(match[0], match.start(), *_english(match[0])) for match in found])


@lru_cache(maxsize=20_000)
def _english(word: str) -> tuple[str, str, Spelling | None]:
    bare = plain(word.removesuffix("'s").removesuffix("’s"))
    return bare, english_stem(word), spelling(bare)


@lru_cache(maxsize=20_000)
def how_far(stems: tuple[str, ...], latin: str) -> float:
    """Return how far a ``plain`` spelling is from what a word may be, for each consonant."""
    from rapidfuzz.distance import Levenshtein

    heard, best = skeleton(latin), 1.0
    for stem in stems:
        own = skeleton(stem)
        most = len(own) // 3 + 1
        if Levenshtein.distance(own, heard, score_cutoff=most) <= most:
            best = min(best, distance(stem, latin) / max(2, len(own)))
    return best


def _without_codes(text: str) -> str:
    """Put a blank for each inline code, so that places stay."""
    if text.isascii() or strip_codes(text) == text:
        return text
    return "".join(" " if is_code(c) else c for c in text)
