"""How likely a model finds each word of a translation, from the pieces it reads the text in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"\S*\w\S*")
"""What stands between blanks, signs alone aside."""


@dataclass(frozen=True, slots=True)
class WordScore:
    """A word from character ``start`` on, and the natural log-probability of its pieces.

    The sum, not the mean: of the four ways tried on drafts of the bundled model (sum, least,
    mean, first piece) it tells words that the reference has not from the others best
    (``python -m tests.estimating.words``).
    """

    start: int
    length: int
    score: float


def word_scores(
    text: str, places: Sequence[tuple[int, int]], scores: Sequence[float]
) -> list[WordScore]:
    """Return the words of a text with their scores.

    ``places`` are start and end of each piece in it, ``scores`` the pieces' log-probabilities.
    """
    found = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        own = [
            score
            for (first, last), score in zip(places, scores, strict=False)
            if first < end and last > start
        ]
        if own:
            found.append(WordScore(start, end - start, sum(own)))
    return found
