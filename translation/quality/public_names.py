"""Names that have one English form: countries and peoples, and what everybody knows.

They stand in two tables that a person can edit, ``resources/checks/countries.tsv`` and
``public_names.tsv``. A name is found in a text with the clitics that Arabic writes before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.quality.word_tables import TABLES
from translation.text.stems import ARABIC_WORD, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDINGS = ("", "ه", "ين", "ون", "ان", "تان", "تين", "ا", "ات")
"""What an adjective of a country may end in, folded."""


@dataclass(frozen=True, slots=True)
class PublicName:
    """A name by its folded words in Arabic, and the English forms of which one must stand."""

    words: tuple[str, ...]
    english: tuple[str, ...]

    def stands_in(self, target: str) -> bool:
        """Whether a target has one of the English forms; case does not count."""
        if any(_stands_alone(form, target) for form in self.english):
            return True  # So it is nearly always, and no expression is to be compiled.
        return _pattern(self.english).search(target) is not None


def _stands_alone(form: str, target: str) -> bool:
    """Whether the first place of a form in a target is a word of its own, told at a glance."""
    at = target.find(form)
    beside = f"{target[at - 1 : at]}{target[at + len(form) : at + len(form) + 1]}"
    return at >= 0 and not any(c.isalnum() or c == "_" for c in beside)


def public_names(words: Sequence[str]) -> Iterator[tuple[int, PublicName]]:
    """Give the names in a row of folded words, each with the place where it begins."""
    end = 0
    for at, word in enumerate(words):
        if at >= end and (beginning := _beginning(word)):
            name = next((n for n in beginning if _goes_on(n, words, at)), None)
            if name is not None:
                yield at, name
                end = at + len(name.words)


def _goes_on(name: PublicName, words: Sequence[str], at: int) -> bool:
    rest = name.words[1:]
    return all(word in bare_forms(words[at + n]) if at + n < len(words) else False
               for n, word in enumerate(rest, 1))  # fmt: skip


@lru_cache(maxsize=20_000)
def _beginning(word: str) -> tuple[PublicName, ...]:
    """Return the names that a word may begin, the longest first."""
    table = _table()
    found = [name for form in bare_forms(word) for name in table.get(form, ())]
    return tuple(sorted(found, key=lambda name: -len(name.words)))


@lru_cache(maxsize=20_000)
def bare_forms(word: str) -> tuple[str, ...]:
    """Return a word with and without what is written in one with it; its article stays."""
    forms = [word]
    if word[:1] in ("و", "ف") and len(word) > 4:
        forms.append(word[1:])
    for form in tuple(forms):
        if form[:2] == "لل" and len(form) > 4:
            forms += [f"ا{form[1:]}", f"ال{form[2:]}"]
        elif form[:1] in ("ب", "ك", "ل") and len(form) > 4:
            forms.append(form[1:])
    return tuple(forms)


@lru_cache(maxsize=1)
def _table() -> dict[str, list[PublicName]]:
    found: dict[str, list[PublicName]] = {}
    for name in (*_of_countries(), *_others()):
        found.setdefault(name.words[0], []).append(name)
    return found


def _of_countries() -> Iterator[PublicName]:
    for english, names, adjectives in table_lines("countries.tsv", 3):
        forms = tuple(english.split())
        for name in names.split():
            yield PublicName((folded_arabic(name),), forms)
        for adjective in adjectives.split():
            for ending in _ENDINGS:
                stem = f"{folded_arabic(adjective)}{ending}"
                yield PublicName((stem,), forms)
                yield PublicName((f"ال{stem}",), forms)


def _others() -> Iterator[PublicName]:
    for arabic, english in table_lines("public_names.tsv", 2):
        for name in arabic.split("|"):
            yield PublicName(folded_words(name), tuple(english.split("|")))


def folded_words(phrase: str) -> tuple[str, ...]:
    """Return the Arabic words of a phrase, folded."""
    return tuple(map(folded_arabic, ARABIC_WORD.findall(phrase)))


def table_lines(name: str, columns: int) -> Iterator[list[str]]:
    """Give the cells of the lines of a table that have so many; ``#`` begins a remark."""
    for line in (TABLES / name).read_text("utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and len(cells) == columns:
            yield cells


@lru_cache(maxsize=1_000)
def _pattern(english: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(map(re.escape, english))
    return re.compile(rf"(?<!\w)(?:{forms})(?:n?['’]?s|s)?(?!\w)", re.IGNORECASE)
