"""Which form of an English word a text may have, and a word in the form of another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.terms.relation import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAST = 3
"""Letters that a word keeps at least when an ending is cut off."""
_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("es", "is"), ("s", ""), ("ied", "y"),
    ("ed", ""), ("ed", "e"), ("ying", "ie"), ("ing", ""), ("ing", "e"),
)  # fmt: skip
_IRREGULAR = {
    form: word
    for word, given in {
        "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
        "crisis": "crises", "analysis": "analyses", "criterion": "criteria", "datum": "data",
        "hold": "held", "lead": "led", "meet": "met", "send": "sent", "spend": "spent",
        "win": "won", "say": "said", "make": "made", "take": "took taken", "give": "gave given",
        "speak": "spoke spoken", "begin": "began begun", "withdraw": "withdrew withdrawn",
        "fight": "fought", "kill": "killed", "bring": "brought", "buy": "bought",
        "sell": "sold", "strike": "struck", "rise": "rose risen", "fall": "fell fallen",
        "write": "wrote written", "shoot": "shot", "seek": "sought", "leave": "left",
    }.items()
    for form in given.split()
}  # fmt: skip
_AFTER_ES = ("s", "x", "z", "ch", "sh")
_LONGEST = 40
"""Letters; longer runs are no words."""


class EnglishWords:
    """How the words of an English term stand in texts; abbreviations keep their capitals."""

    def citation(self, word: str) -> str:
        """Return a word in small letters, an abbreviation as it is."""
        return word if _is_abbreviation(word) else word.lower()

    def spelt(self, word: str) -> str:
        """Return a word in small letters."""
        return word.lower()

    def standing(self, word: str) -> Iterable[str]:
        """Return a word in small letters without its possessive."""
        return (word.lower(), _without_possessive(word).lower())

    def keys(self, word: str) -> Iterable[str]:
        """Return what a word of a text may be a form of."""
        return base_forms(word)

    def roots(self, word: str) -> Iterable[str]:
        """Return none: endings do."""
        return ()

    def root(self, citation: str) -> str:
        """Return none."""
        return ""

    def relation(self, word: str, citation: str) -> Relation:
        """Return whether a word of a text is a form of a term's."""
        found = base_forms(word)
        is_form = citation in found
        if not is_form and not _is_abbreviation(citation):
            is_form = not found.isdisjoint(base_forms(citation))
        return Relation.FORM if is_form else Relation.NONE


@lru_cache(maxsize=20_000)
def base_forms(word: str) -> frozenset[str]:
    """Return what a word may be a form of, itself too; an abbreviation also as it is."""
    own = _without_possessive(word)
    found = {own, own.removesuffix("s")} if _is_abbreviation(own.removesuffix("s")) else set()
    lower = own.lower()
    found.add(lower)
    if len(lower) > _LONGEST:
        return frozenset(found)
    if lower in _IRREGULAR:
        found.add(_IRREGULAR[lower])
    for ending, instead in _ENDINGS:
        stem = lower[: len(lower) - len(ending)]
        if lower.endswith(ending) and len(stem) + len(instead) >= _LEAST:
            found.add(f"{stem}{instead}")
            if ending in ("ed", "ing") and not instead and stem[-1] == stem[-2:-1]:
                found.add(stem[:-1])
    return frozenset(found)


def like(word: str, model: str) -> str:
    """Return a noun in the plural where ``model`` is a plural."""
    return plural(word) if is_plural(model) and not is_plural(word) else word


def is_plural(word: str) -> bool:
    """Tell whether a noun looks like a plural."""
    lower = word.lower()
    regular = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    return regular or lower in ("men", "women", "children", "people")


def plural(word: str) -> str:
    """Return the plural of a noun."""
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    if word.endswith("man"):
        return f"{word[:-2]}en"
    return f"{word}es" if word.endswith(_AFTER_ES) else f"{word}s"


def _without_possessive(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").removesuffix("'")


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper()
