"""Which words of a target stand for which of an Arabic source: by meaning, and by sound.

A word of the source is known by its meanings, where the lexicon has it. One that the lexicon has
not is likely to be a name, and its counterpart sounds like it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    from collections.abc import Sequence

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
    skeleton: str

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
    capitals: tuple[TargetWord, ...] = ()
    """Those of the target that begin with a capital letter."""
    _sounding: dict[tuple[str, ...], list[tuple[float, TargetWord]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What was asked of by sound so far."""

    def sounding(self, word: SourceWord) -> list[tuple[float, TargetWord]]:
        """Return the words of the target that sound like one of the source, with how far they are.

        They stand in the order of the target. Of a word that has a meaning it is those with a
        capital letter.
        """
        found = self._sounding.get(word.stems)
        if found is None:
            likely = self.capitals if word.meanings else self.target
            found = self._sounding[word.stems] = _sounding(word.stems, likely)
        return found

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
        tuple([word for word in english if word.is_capital]),
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
def _english(word: str) -> tuple[str, str, Spelling | None, str]:
    bare = plain(word.removesuffix("'s").removesuffix("’s"))
    return bare, english_stem(word), spelling(bare), skeleton(bare)


def _sounding(
    stems: tuple[str, ...], targets: Sequence[TargetWord]
) -> list[tuple[float, TargetWord]]:
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import extract

    heard = [target.skeleton for target in targets]
    near = set[int]()
    for own in dict.fromkeys(map(skeleton, stems)):
        most = _most_apart(own)
        found = extract(own, heard, scorer=Levenshtein.distance, score_cutoff=most, limit=None)
        near.update([at for _, _, at in found])
    distances = [(how_far(stems, targets[at].plain), targets[at]) for at in sorted(near)]
    return [(far, target) for far, target in distances if far < SOUNDS_LIKE]


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
            count = max(2, len(own))
            best = min(best, distance(stem, latin, SOUNDS_LIKE * count) / count)
    return best


def _without_codes(text: str) -> str:
    """Put a blank for each inline code, so that places stay."""
    if text.isascii() or strip_codes(text) == text:
        return text
    return "".join(" " if is_code(c) else c for c in text)
