"""What a correction teaches: which words of a draft became others, and for what in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from translation.model.inline import has_codes
from translation.model.language import primary_subtag
from translation.quality.pairing import (
    source_starts,
    source_words,
    target_starts,
    target_words,
)
from translation.terms.arabic import without_clitics
from translation.terms.counterpart import stands_for
from translation.terms.phrases import Phrases
from translation.terms.relation import Relation
from translation.text.normalise import for_matching
from translation.text.words import diff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.language import LanguagePair
    from translation.quality.pairing import SourceWord, TargetWord

MOST_WORDS = 6
"""Words of a replacement that may stand elsewhere, too; longer ones are sentences."""
MOST_CHANGED = 0.6
"""What part of a draft may have become other words: beyond, it was translated anew."""
_SHORTEST = 4
"""Letters of a word that is known by nothing but that it is left over."""
NEAR = 75
"""From so many per cent on two sources are near one another."""
_SMALL = frozenset(
    "a an the this that these those of in on at to for with by from as and or but is was are were"
    " be has have had it its he she they his her their which who".split()
)
"""Words that a sentence wants where it stands, and no other one for that."""
_EDGES = " \t\n.,;:!?()[]«»“”\"'"


class Replaced(NamedTuple):
    """Words of a draft in whose place others were put, and where both stand."""

    before: str
    after: str
    before_start: int
    after_start: int


@dataclass(frozen=True, slots=True)
class Correction:
    """Words that became others; ``source`` is what they stand for, "" where that is not known.

    ``origin`` is the whole source in which it was done.
    """

    source: str
    before: str
    after: str
    origin: str
    pair: LanguagePair

    def corrected(self, source: str, target: str) -> str | None:
        """Return a target with the same put right, None where the correction is not about it.

        That is where its source has the words, or is near to the one that taught it.
        """
        pattern = _whole(self.before)
        if pattern.search(target) is None or not self._is_about(source):
            return None

        def put(found: re.Match[str]) -> str:
            if has_codes(found[0]):
                return found[0]
            is_beginning = not any(map(str.isalnum, target[: found.start()]))
            return _like(self.after, found[0]) if is_beginning else self.after

        made = pattern.sub(put, target)
        return None if made == target else made

    def _is_about(self, source: str) -> bool:
        if self.source:
            places = _looked_up(self.source, self.pair.source).places(source)
            return any(place.relation is Relation.FORM for place in places)
        return _nearness(self.origin, source, self.pair.source) >= NEAR


def corrections(source: str, draft: str, target: str, pair: LanguagePair) -> tuple[Correction, ...]:
    """Return what somebody corrected in a draft that may have to be corrected elsewhere.

    Nothing where most of it became another text.
    """
    blocks = list(_replaced(draft, target))
    if not blocks or sum(len(one.before) for one in blocks) > MOST_CHANGED * len(draft):
        return ()
    replaced = [part for one in blocks for part in (one, *_names_in(one))]
    found: dict[Correction, None] = {}
    for one in replaced:
        if max(len(one.before.split()), len(one.after.split())) <= MOST_WORDS:
            stood_for = _stood_for(source, draft, target, one, pair)
            found[Correction(stood_for, one.before, one.after, source, pair)] = None
    return tuple(found)


def _replaced(draft: str, target: str) -> Iterator[Replaced]:
    """Give what became other words; not what only lost or got some, or signs alone."""
    for gone, come in pairwise(diff(draft, target)):
        if (gone.kind, come.kind) != ("delete", "insert"):
            continue
        before, after = gone.text.strip(_EDGES), come.text.strip(_EDGES)
        says = all(any(map(str.isalpha, text)) for text in (before, after))
        is_small = before.lower() in _SMALL and after.lower() in _SMALL
        if says and before != after and not is_small and not has_codes(before + after):
            yield Replaced(
                before,
                after,
                gone.start_before + gone.text.index(before),
                come.start_after + come.text.index(after),
            )


def _names_in(one: Replaced) -> Iterator[Replaced]:
    """Give the names of several that were put right together, each by itself."""
    before, after = one.before.split(" "), one.after.split(" ")
    if not 1 < len(before) == len(after):
        return
    was_at, is_at = one.before_start, one.after_start
    for was, now in zip(before, after, strict=True):
        if was != now and was[:1].isupper() and now[:1].isupper():
            yield Replaced(was, now, was_at, is_at)
        was_at, is_at = was_at + len(was) + 1, is_at + len(now) + 1


def _stood_for(source: str, draft: str, target: str, one: Replaced, pair: LanguagePair) -> str:
    """Return the words of a source that stand in the place of a correction, "" for none."""
    if primary_subtag(pair.source) != "ar" or primary_subtag(pair.target) != "en":
        return ""
    inside, outside = _divided(target, one.after_start, len(one.after))
    was_inside, was_outside = _divided(draft, one.before_start, len(one.before))
    words = source_words(source)
    alone = [word for word in outside if _claimed(word, words) == 1]
    fits = [
        any(stands_for(other, [word]) for other in (*inside, *was_inside))
        and not any(stands_for(other, [word]) for other in alone)
        for word in words
    ]
    runs = _runs(fits) or _left_over(words, [*outside, *was_outside])
    longest = max((len(run) for run in runs), default=0)
    best = [run for run in runs if len(run) == longest]
    if len(best) != 1 or longest > MOST_WORDS:
        return ""
    first, last = best[0][0], best[0][-1]
    starts = source_starts(source)
    return without_clitics(
        source[starts[first] : starts[last] + len(words[last].text)], pair.source
    )


def _claimed(word: TargetWord, words: tuple[SourceWord, ...]) -> int:
    """Return how many words of the source a word of the target may stand for."""
    return sum(stands_for(word, [one]) for one in words)


def _left_over(words: tuple[SourceWord, ...], outside: list[TargetWord]) -> list[list[int]]:
    """Return the places of words that nothing else stands for, where there is one run of them."""
    fits = [
        len(word.folded) >= _SHORTEST and not any(stands_for(other, [word]) for other in outside)
        for word in words
    ]
    runs = _runs(fits)
    return runs if len(runs) == 1 else []


def _divided(text: str, start: int, length: int) -> tuple[list[TargetWord], list[TargetWord]]:
    placed = list(zip(target_starts(text), target_words(text), strict=False))
    end = start + length
    inside = [word for at, word in placed if start <= at < end]
    return inside, [word for at, word in placed if not start <= at < end]


def _runs(fits: list[bool]) -> list[list[int]]:
    """Return the places of words that fit, those that follow one another together."""
    runs: list[list[int]] = [[]]
    for at, fitting in enumerate(fits):
        if fitting:
            runs[-1].append(at)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


@lru_cache(maxsize=256)
def _whole(words: str) -> re.Pattern[str]:
    """Return what finds words that stand alone, with a small or a great first letter."""
    first = words[0]
    either = f"[{re.escape(first.lower())}{re.escape(first.upper())}]" if first.isalpha() else ""
    if first.isupper() or len(first.lower() + first.upper()) != 2:
        either = ""
    return re.compile(rf"(?<!\w){either or re.escape(first)}{re.escape(words[1:])}(?!\w)")


def _like(words: str, model: str) -> str:
    """Return words with a great first letter where the model has one: a sentence begins there."""
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


@lru_cache(maxsize=64)
def _looked_up(words: str, language: str) -> Phrases[None]:
    return Phrases(language, [(words, None, False)])


def _nearness(one: str, other: str, language: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(_folded(one, language), for_matching(other, language), score_cutoff=NEAR)


@lru_cache(maxsize=16)
def _folded(text: str, language: str) -> str:
    return for_matching(text, language)
