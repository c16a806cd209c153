"""Words of terms in languages whose forms nobody here knows: they stand as they are, or not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.terms.relation import Relation
from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from collections.abc import Iterable


class OtherWords:
    """Words that are compared folded: case and ways of writing do not count."""

    def __init__(self, language: str) -> None:
        self._language = language

    def citation(self, word: str) -> str:
        """Return a word folded."""
        return _folded(word, self._language)

    def spelt(self, word: str) -> str:
        """Return a word folded."""
        return _folded(word, self._language)

    def standing(self, word: str) -> Iterable[str]:
        """Return the word folded."""
        return (_folded(word, self._language),)

    def keys(self, word: str) -> Iterable[str]:
        """Return the word folded."""
        return (_folded(word, self._language),)

    def roots(self, word: str) -> Iterable[str]:
        """Return none."""
        return ()

    def root(self, citation: str) -> str:
        """Return none."""
        return ""

    def relation(self, word: str, citation: str) -> Relation:
        """Return whether two words are the same."""
        return Relation.FORM if _folded(word, self._language) == citation else Relation.NONE


@lru_cache(maxsize=20_000)
def _folded(word: str, language: str) -> str:
    return for_matching(word, language)
