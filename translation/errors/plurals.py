"""Sentences with a number: one form for each way in which a language counts; and lists.

The forms are those of the plural categories of Unicode CLDR (UTS 35, Language Plural Rules):
English has ``one`` and ``other``. A translation has the forms of its language, six in Arabic.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIST_PATTERN = "{0}, {1}"
"""How a list goes on, as CLDR writes it: {0} is what was said so far, {1} what follows."""


class Counted(str):
    """A sentence of which the fact ``fact`` is a number; as text it is the form for many.

    ``one`` is said of one thing. By the form for many a translator's file knows the sentence.
    """

    one: str
    fact: str

    def __new__(cls, one: str, other: str, fact: str = "count") -> Counted:
        """Make a sentence of its form for one and its form for many."""
        made = super().__new__(cls, other)
        made.one, made.fact = one, fact
        return made

    def number(self, facts: Mapping[str, str]) -> int | None:
        """Return what is counted; None where no fact tells."""
        said = facts.get(self.fact, "")
        return int(said) if said.isdecimal() else None

    def of(self, number: int | None) -> str:
        """Return the English form for a number."""
        return self.one if number == 1 else str(self)


def in_english(sentence: str, facts: Mapping[str, str]) -> str:
    """Return the form of a sentence that its facts ask for; a sentence without number as it is."""
    return sentence.of(sentence.number(facts)) if isinstance(sentence, Counted) else sentence


def listed(parts: Iterable[str], pattern: str = LIST_PATTERN) -> str:
    """Return parts as one list, as ``pattern``, LIST_PATTERN in some language, puts it together."""
    every = list(parts)
    return reduce(pattern.format, every) if every else ""
