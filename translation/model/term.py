"""Terms: what a termbase says a concept is called in each language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.language import LanguagePair


class TermStatus(StrEnum):
    """What may be done with a term."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Term:
    """One name of a concept in one language (a BCP 47 tag); None for a status nobody gave."""

    language: str
    text: str
    status: TermStatus | None = None
    part_of_speech: str = ""
    note: str = ""

    def is_in(self, language: str) -> bool:
        """Tell whether it is a term of this language, whatever its region."""
        return primary_subtag(self.language) == primary_subtag(language)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A concept: its terms in the order of the termbase, and what is known of it."""

    id: str
    terms: tuple[Term, ...]
    definition: str = ""
    subject: str = ""
    note: str = ""

    def of(self, language: str) -> tuple[Term, ...]:
        """Return the terms of a language, whatever their region."""
        return tuple(term for term in self.terms if term.is_in(language))

    def kept(self, languages: Iterable[str]) -> TermEntry:
        """Return the entry with the terms of these languages alone."""
        wanted = list(languages)
        terms = (term for term in self.terms if any(map(term.is_in, wanted)))
        return replace(self, terms=tuple(terms))


@dataclass(frozen=True, slots=True)
class TermPair:
    """A term of the source language and one that translates it."""

    source: Term
    target: Term
    entry: TermEntry


@dataclass(frozen=True, slots=True)
class TermBase:
    """The entries of a termbase, ids among them unique."""

    entries: tuple[TermEntry, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its terms, in the order in which they turn up."""
        return tuple(dict.fromkeys(term.language for entry in self.entries for term in entry.terms))

    def pairs(self, pair: LanguagePair) -> Iterator[TermPair]:
        """Give every term of the source language with every one of the target language."""
        for entry in self.entries:
            for source in entry.of(pair.source):
                for target in entry.of(pair.target):
                    yield TermPair(source, target, entry)

    def kept(self, pair: LanguagePair) -> TermBase:
        """Return the terms of two languages; entries that lack one of them are left out."""
        narrowed = (entry.kept((pair.source, pair.target)) for entry in self.entries)
        return TermBase(
            tuple(entry for entry in narrowed if entry.of(pair.source) and entry.of(pair.target))
        )


def merged(termbases: Iterable[TermBase]) -> TermBase:
    """Join termbases: what an earlier one has already is left out, an id that is taken changed."""
    entries: dict[str, TermEntry] = {}
    known: set[TermEntry] = set()
    number = 0
    for termbase in termbases:
        fresh = [entry for entry in termbase.entries if replace(entry, id="") not in known]
        known.update(replace(entry, id="") for entry in fresh)
        for entry in fresh:
            id_ = entry.id
            while not id_ or id_ in entries:
                number += 1
                id_ = f"t{number}"
            entries[id_] = entry if id_ == entry.id else replace(entry, id=id_)
    return TermBase(tuple(entries.values()))
