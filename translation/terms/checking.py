"""Translations held to the terms: what is missing or forbidden, and the text that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.model.inline import has_codes
from translation.model.mark import Side
from translation.quality.subject import Finding
from translation.terms.book import TermBook
from translation.terms.counterpart import counterpart
from translation.terms.putting import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.language import LanguagePair
    from translation.model.term import Term
    from translation.quality.subject import Subject
    from translation.terms.book import FoundTerm, KnownTerm, NamedTermBase

_MOST_FIXES = 3
NOTHING = "—"
"""Stands for what is right where a termbase only says what is wrong."""


class TermsAtWork:
    """The terms of the termbases that are checked, a book for each pair of languages."""

    def __init__(self, termbases: Iterable[NamedTermBase]) -> None:
        self._termbases = tuple(base for base in termbases if base.checks and base.termbase.entries)
        self._books: dict[LanguagePair, TermBook] = {}

    def __bool__(self) -> bool:
        return bool(self._termbases)

    def __reduce__(self) -> tuple[Any, ...]:
        return TermsAtWork, (self._termbases,)

    def book(self, pair: LanguagePair) -> TermBook:
        """Return the terms of a pair."""
        if pair not in self._books:
            self._books[pair] = TermBook(self._termbases, pair)
        return self._books[pair]

    def missing(self, subject: Subject) -> Iterator[Finding]:
        """Give the terms of a source of which no allowed translation stands in the target."""
        book = self.book(subject.pair)
        wanted = _by_place(book.find(subject.source))
        if not wanted:
            return
        standing = book.targets_in(subject.target)
        refused = {place.phrase.what[0] for place in book.forbidden_in(subject.target)}
        for (start, end), terms in wanted.items():
            allowed = _allowed(terms)
            if allowed and standing.isdisjoint(allowed) and refused.isdisjoint(terms):
                yield _missing(subject, start, end, allowed)

    def forbidden(self, subject: Subject) -> Iterator[Finding]:
        """Give the places of forbidden translations whose source term is there, or needs none."""
        book = self.book(subject.pair)
        places = sorted(book.forbidden_in(subject.target), key=lambda one: one.start - one.end)
        if not places:
            return
        sources = {one.term for one in book.find(subject.source) if one.is_sure}
        taken = [(one.start, one.end) for one in book.places_of_targets(subject.target)]
        for place in places:
            (term, word), own = place.phrase.what, (place.start, place.end)
            if term.source and term not in sources:
                continue
            is_exact = subject.target[slice(*own)].casefold() == word.text.casefold()
            if not any(_covers(one, own, also_same=not is_exact) for one in taken):
                taken.append(own)
                yield _forbidden(subject, *own, term, word)


def _covers(outer: tuple[int, int], inner: tuple[int, int], *, also_same: bool) -> bool:
    """Whether a place lies in another: "Gulf" in "Persian Gulf"."""
    lies_in = outer[0] <= inner[0] and inner[1] <= outer[1]
    return lies_in and (also_same or outer != inner)


def _by_place(found: Iterable[FoundTerm]) -> dict[tuple[int, int], list[KnownTerm]]:
    places: dict[tuple[int, int], list[KnownTerm]] = {}
    for one in found:
        if one.is_sure:
            places.setdefault((one.start, one.end), []).append(one.term)
    return places


def _allowed(terms: Iterable[KnownTerm]) -> dict[str, None]:
    return dict.fromkeys(target.text for term in terms for target in term.targets)


def _missing(subject: Subject, start: int, end: int, allowed: dict[str, None]) -> Finding:
    facts = (("term", subject.source[start:end]), ("wanted", " / ".join(allowed)))
    place = counterpart(subject.source, start, end, subject.target, subject.pair)
    if place is None:
        return Finding(facts, start, end - start, side=Side.SOURCE)
    fixes = _fixes(subject.target, *place, allowed)
    return Finding(facts, place[0], place[1] - place[0], fixes)


def _forbidden(subject: Subject, start: int, end: int, term: KnownTerm, word: Term) -> Finding:
    allowed = _allowed([term])
    facts = (("word", word.text), ("wanted", " / ".join(allowed) or NOTHING))
    return Finding(facts, start, end - start, _fixes(subject.target, start, end, allowed))


def _fixes(target: str, start: int, end: int, allowed: Iterable[str]) -> tuple[str, ...]:
    if has_codes(target[start:end]):
        return ()  # They stay where they are.
    return tuple(put(target, start, end, wanted) for wanted in allowed)[:_MOST_FIXES]
