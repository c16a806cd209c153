"""Which words of a target stand for some words of its source, as far as that can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.language import primary_subtag
from translation.quality.pairing import (
    SOUNDS_LIKE,
    how_far,
    source_starts,
    source_words,
    target_starts,
    target_words,
)

if TYPE_CHECKING:
    from translation.model.language import LanguagePair
    from translation.quality.pairing import SourceWord, TargetWord

_SMALL = frozenset(["of", "the", "for", "and", "in", "to", "on", "a", "an", "s"])
"""Words that may stand between two that are counterparts, and are none by themselves."""
_MOST_BETWEEN = 2
_FEWEST_LETTERS = 3


def counterpart(
    source: str, start: int, end: int, target: str, pair: LanguagePair
) -> tuple[int, int] | None:
    """Return start and end of the words of a target for those of the source from start to end.

    None where there are none, or several that could be: only Arabic to English is known.
    """
    if primary_subtag(pair.source) != "ar" or primary_subtag(pair.target) != "en":
        return None
    placed = list(zip(source_starts(source), source_words(source), strict=False))
    asked = [word for place, word in placed if start <= place < end]
    others = [word for place, word in placed if not start <= place < end]
    words = target_words(target)
    fits = [stands_for(word, asked) and not stands_for(word, others) for word in words]
    runs = _runs(words, fits, target)
    most = max((count for count, _ in runs), default=0)
    best = [place for count, place in runs if count == most]
    return best[0] if len(best) == 1 else None


def stands_for(word: TargetWord, asked: list[SourceWord]) -> bool:
    """Whether a word of the target has a meaning, or the sound, of one of the source's."""
    if word.plain in _SMALL:
        return False
    if any(word.stem in one.meanings for one in asked):
        return True
    if not word.is_capital or len(word.plain) < _FEWEST_LETTERS:
        return False
    return any(how_far(one.stems, word.plain) <= SOUNDS_LIKE for one in asked)


def _runs(
    words: tuple[TargetWord, ...], fits: list[bool], target: str
) -> list[tuple[int, tuple[int, int]]]:
    """Return the runs of words that fit, small words between them, each with how many it has."""
    found: list[list[int]] = []
    starts = target_starts(target)
    for at, fitting in enumerate(fits):
        if not fitting:
            continue
        last = found[-1][-1] if found else -_MOST_BETWEEN - 2
        between = words[last + 1 : at] if found else ()
        is_near = at - last - 1 <= _MOST_BETWEEN and all(one.plain in _SMALL for one in between)
        gap = target[starts[last] : starts[at]] if found else ""
        if found and is_near and not any(sign in gap for sign in ".,;:!?\n"):
            found[-1].append(at)
        else:
            found.append([at])
    return [
        (len(run), (starts[run[0]], starts[run[-1]] + len(words[run[-1]].text))) for run in found
    ]
