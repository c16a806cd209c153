"""How a word of a text goes with a word of a term, and what a language has to say of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


class Relation(IntEnum):
    """From no relation to the same word; LIKELY is a form if the meaning agrees."""

    NONE = 0
    ROOT = 1
    """Only the root is the same: good to propose, never to warn."""
    LIKELY = 2
    FORM = 3


class WordRules(Protocol):
    """How the words of a language's terms stand in texts.

    A ``citation`` is a term's word as it is compared; a text's word is looked up by ``keys`` and
    ``roots``, and ``relation`` decides.
    """

    def citation(self, word: str) -> str:
        """Return a term's word as it is compared."""
        ...

    def spelt(self, word: str) -> str:
        """Return a term's word as names are compared, which have no other forms."""
        ...

    def standing(self, word: str) -> Iterable[str]:
        """Return how a word of a text may be spelt without what is written in one with it."""
        ...

    def keys(self, word: str) -> Iterable[str]:
        """Return the citations that a word of a text may be a form of."""
        ...

    def roots(self, word: str) -> Iterable[str]:
        """Return the roots that a word of a text may have, none where roots are not asked for."""
        ...

    def root(self, citation: str) -> str:
        """Return the root by which a term's word is found, "" for none."""
        ...

    def relation(self, word: str, citation: str) -> Relation:
        """Return how a word of a text goes with a term's."""
        ...
