"""Cutting a sentence that is too long for a model, at the best places it offers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Callable

_CONJUNCTIONS = {
    "ar": (
        r"(?:حيث|كما|بينما|لكن|ولكن|إذ|لأن|فيما|مما|الذي|التي|الذين|ثم|أو|وال\w{2,}|وأن|وإن|وقد"
        r"|ولم|ولن|ولا|وهو|وهي|وهم|وكان|وكانت|وفي|ومن|وعلى|وإلى|وذلك|وي\w{3,}|وت\w{4,})\b"
    ),
    "en": r"(?:and|but|or|which|who|that|while|because|although|whereas|so|then)\b",
}
_LAST_RESORTS = (
    re.compile(r"(?<=\s)(?=\S)"),
    re.compile("(?=[^\u0300-\u036f\u064b-\u065f\u0670\u200c\u200d\ufe00-\ufe0f])"),
)


def split_clauses(text: str, language: str, fits: Callable[[str], bool]) -> list[str]:
    """Split a text into the fewest leading-greedy pieces that fit; joined, they are it.

    Cuts stand after semicolons or full stops, else after commas, colons and dashes, else before
    conjunctions, else at white space, else anywhere but before a combining mark. White space
    stays with the piece before it. ``fits`` is to be monotone: a part of what fits, fits.
    A single character that does not fit is returned as it is.
    """
    return _split(text, _levels(language), fits)


def _levels(language: str) -> tuple[re.Pattern[str], ...]:
    conjunctions = _CONJUNCTIONS.get(primary_subtag(language))
    levels = [
        re.compile(r"(?<=[.!?؟؛;…۔]\s)(?=\S)"),
        re.compile(r"(?<=[؛;،,:–—]\s)(?=\S)|(?<=[؛،])(?=\S)"),
    ]
    if conjunctions:
        levels.append(re.compile(rf"(?<=\s)(?={conjunctions})", re.IGNORECASE))
    return (*levels, *_LAST_RESORTS)


def _split(
    text: str, levels: tuple[re.Pattern[str], ...], fits: Callable[[str], bool]
) -> list[str]:
    if not levels or fits(text):
        return [text]
    cuts = [found.start() for found in levels[0].finditer(text) if 0 < found.start() < len(text)]
    cuts.append(len(text))
    pieces: list[str] = []
    start = first = 0
    while start < len(text):
        last = _furthest(text, start, cuts, first, fits)
        piece = text[start : cuts[last]]
        pieces += [piece] if last > first or fits(piece) else _split(piece, levels[1:], fits)
        start, first = cuts[last], last + 1
    return pieces


def _furthest(
    text: str, start: int, cuts: list[int], first: int, fits: Callable[[str], bool]
) -> int:
    """Return the last cut whose piece from ``start`` fits, at least ``first``; by bisection."""
    step, good = 1, first
    while good + step < len(cuts) and fits(text[start : cuts[good + step]]):
        good += step
        step *= 2
    bad = min(good + step, len(cuts))
    while bad - good > 1:
        middle = (good + bad) // 2
        if fits(text[start : cuts[middle]]):
            good = middle
        else:
            bad = middle
    return good
