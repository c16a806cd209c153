"""Finding things by a few letters of their names, as command palettes do."""

from __future__ import annotations

import unicodedata

BEGINS, HOLDS, INITIALS, SCATTERED = 100.0, 70.0, 60.0, 30.0
"""What a word of the question is worth: at a word's start, inside one, as initials, scattered."""
_PER_LETTER = 0.05
"""What each letter of a name costs: of two that match alike the shorter one stands first."""


def unaccented(text: str) -> str:
    """Return a text without case and accents, as names are compared."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def score(question: str, name: str) -> float | None:
    """Return how well a name answers a question, more being better; None where it does not.

    Both are ``unaccented``. Each word of the question must be found, in any order.
    """
    words = name.split()
    found = [_word_score(word, name, words) for word in question.split()]
    total = 0.0
    for one in found:
        if one is None:
            return None
        total += one
    begins = BEGINS if question and name.startswith(question) else 0.0
    return total + begins - _PER_LETTER * len(name)


def _word_score(word: str, name: str, words: list[str]) -> float | None:
    for place, one in enumerate(words):
        if one.startswith(word):
            return BEGINS - place + (HOLDS if one == word else 0.0)
    if word in name:
        return HOLDS
    if "".join(one[0] for one in words).startswith(word):
        return INITIALS
    gaps = _gaps(word, name)
    return None if gaps is None else SCATTERED - gaps


def _gaps(word: str, name: str) -> int | None:
    """Return how many letters lie between those of a word scattered in a name, None for none."""
    best: int | None = None
    for start, char in enumerate(name):
        if char != word[0] or (start and name[start - 1] != " "):
            continue
        at, gaps = start, 0
        for wanted in word[1:]:
            following = name.find(wanted, at + 1)
            if following < 0:
                break
            gaps, at = gaps + following - at - 1, following
        else:
            best = gaps if best is None else min(best, gaps)
    return best if best is not None and best < SCATTERED else None
