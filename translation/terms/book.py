"""The terms that are at hand for a pair of languages, from any number of termbases."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translation.model.term import TermStatus
from translation.quality.pairing import SOUNDS_LIKE, how_far, target_words
from translation.quality.word_tables import meanings
from translation.terms.phrases import Phrases
from translation.terms.relation import Relation
from translation.text.romanised import plain
from translation.text.stems import ARABIC_WORD, ENGLISH_WORD, english_stem, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from translation.model.language import LanguagePair
    from translation.model.term import Term, TermBase, TermEntry
    from translation.terms.phrases import Place

_ORDER = {TermStatus.PREFERRED: 0, None: 1, TermStatus.ADMITTED: 2, TermStatus.FORBIDDEN: 3}


@dataclass(frozen=True, slots=True, eq=False)
class NamedTermBase:
    """A termbase that is at hand. ``checks`` is whether translations are held to it.

    What is looked up in it is made for a pair of languages once it is asked for.
    """

    name: str
    termbase: TermBase
    checks: bool = True
    _indexes: dict[LanguagePair, TermIndex] = field(default_factory=dict)

    def index(self, pair: LanguagePair) -> TermIndex:
        """Return its terms for a pair; a second for a hundred thousand, the first time."""
        if pair not in self._indexes:
            self._indexes[pair] = TermIndex(self, pair)
        return self._indexes[pair]

    def __reduce__(self) -> tuple[Any, ...]:
        return NamedTermBase, (self.name, self.termbase, self.checks)


@dataclass(frozen=True, slots=True, eq=False)
class KnownTerm:
    """An entry of a termbase for a pair: one source term, and its translations by rank.

    Without a ``source`` it only forbids. The first of ``targets`` is the one to be preferred;
    ``forbidden`` are not to be used.
    """

    source: str
    targets: tuple[Term, ...]
    forbidden: tuple[Term, ...]
    entry: TermEntry
    base: str
    checks: bool


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term that stands in a source: its place in characters, and whether that is sure.

    One that is not shares a root with the word of the text: it may be proposed.
    """

    start: int
    end: int
    term: KnownTerm
    is_sure: bool


class TermIndex:
    """The terms of one termbase for a pair, and the phrases by which they are found."""

    def __init__(self, base: NamedTermBase, pair: LanguagePair) -> None:
        self.terms = tuple(_terms(base, pair))
        self.sources = Phrases(
            pair.source, ((term.source, term, _may_share_root(term)) for term in self.terms)
        )
        texts = dict.fromkeys(target.text for term in self.terms for target in term.targets)
        self.targets = Phrases(pair.target, ((text, text, False) for text in texts))
        self.forbidden = Phrases(
            pair.target,
            ((word.text, (term, word), False) for term in self.terms for word in term.forbidden),
        )


class TermBook:
    """Termbases for one pair of languages, the earlier before the later ones."""

    def __init__(self, termbases: Iterable[NamedTermBase], pair: LanguagePair) -> None:
        self._indexes = tuple(base.index(pair) for base in termbases)

    def __len__(self) -> int:
        return sum(len(index.terms) for index in self._indexes)

    def find(self, source: str, target: str = "") -> tuple[FoundTerm, ...]:
        """Return the terms of a source in order, of those that overlap the longest and surest.

        A single word that a list names is one where the target has a name that sounds like it,
        or where it means nothing else.
        """
        places = (place for index in self._indexes for place in index.sources.places(source))
        found = [one for place in places if (one := self._found(place, target)) is not None]
        # A term stands beside the longer name that a list has for the same words.
        held, listed = (
            _longest([one for one in found if one.term.checks is checks])
            for checks in (True, False)
        )
        return tuple(sorted((*held, *listed), key=lambda one: (one.start, not one.term.checks)))

    def places_of_targets(self, target: str) -> Iterator[Place[str]]:
        """Give the places where a target has a translation of some term that may be used."""
        for index in self._indexes:
            for place in index.targets.places(target):
                if place.relation is Relation.FORM:
                    yield place

    def targets_in(self, target: str) -> frozenset[str]:
        """Return the translations that may be used and stand in a target."""
        return frozenset(place.phrase.what for place in self.places_of_targets(target))

    def forbidden_in(self, target: str) -> Iterator[Place[tuple[KnownTerm, Term]]]:
        """Give the places where a target has a term that some entry forbids."""
        for index in self._indexes:
            for place in index.forbidden.places(target):
                if place.relation is Relation.FORM:
                    yield place

    def _found(self, place: Place[KnownTerm], target: str) -> FoundTerm | None:
        term = place.phrase.what
        if _is_name(term) and not (place.is_spelt_so and (term.checks or _may_name(place, target))):
            return None
        agrees = None if place.relation is Relation.FORM else _agrees(place.form, term)
        if agrees is False or (agrees is None and place.relation is Relation.ROOT):
            return None
        return FoundTerm(place.start, place.end, term, place.relation is not Relation.ROOT)


def _may_share_root(term: KnownTerm) -> bool:
    """Whether forms are looked for that share a root: not of what may be a name."""
    return not term.targets or not term.targets[0].text[:1].isupper()


def _may_name(place: Place[KnownTerm], target: str) -> bool:
    """Whether words are a name of a long list: a word with a meaning mostly is none."""
    if len(place.phrase.words) > 1 or not meanings(folded_arabic(place.form)):
        return True
    heard = (place.phrase.spelt[0], place.phrase.words[0])
    names = (word for word in target_words(target) if word.is_capital)
    return any(how_far(heard, word.plain) <= SOUNDS_LIKE for word in names)


def _terms(base: NamedTermBase, pair: LanguagePair) -> Iterator[KnownTerm]:
    for entry in base.termbase.entries:
        ranked = sorted(entry.of(pair.target), key=lambda term: _ORDER[term.status])
        allowed = tuple(term for term in ranked if term.status is not TermStatus.FORBIDDEN)
        forbidden = tuple(term for term in ranked if term.status is TermStatus.FORBIDDEN)
        if not ranked:
            continue
        sources = [term.text for term in entry.of(pair.source)]
        for source in sources or ([""] if forbidden else []):
            yield KnownTerm(source, allowed, forbidden, entry, base.name, base.checks)


@lru_cache(maxsize=20_000)
def _is_name(term: KnownTerm) -> bool:
    """Tell whether a translation only writes the sounds of its source: names have no plural."""
    target = term.targets[0].text if term.targets else ""
    heard = "".join(plain(word) for word in ENGLISH_WORD.findall(target))
    if not heard or not target[:1].isupper():
        return False
    written = "".join(folded_arabic(word) for word in ARABIC_WORD.findall(term.source))
    return how_far((written, written.removeprefix("ال")), heard) <= SOUNDS_LIKE


@lru_cache(maxsize=20_000)
def _agrees(form: str, term: KnownTerm) -> bool | None:
    """Tell whether a word means what its term is translated by; None where nobody knows."""
    known = meanings(folded_arabic(form))
    wanted = {
        english_stem(word) for target in term.targets for word in ENGLISH_WORD.findall(target.text)
    }
    return not known.isdisjoint(wanted) if known and wanted else None


def _longest(found: Sequence[FoundTerm]) -> Iterator[FoundTerm]:
    """Leave out what lies in something surer or longer; several entries of one place stay."""
    by_weight = sorted(found, key=lambda one: (not one.is_sure, one.start - one.end, one.start))
    taken: list[tuple[int, int]] = []
    kept = []
    for one in by_weight:
        place = (one.start, one.end)
        if place in taken or all(one.end <= start or end <= one.start for start, end in taken):
            if place not in taken:
                taken.append(place)
            kept.append(one)
    return iter(sorted(kept, key=lambda one: one.start))
