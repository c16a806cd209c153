"""What a translator can choose from the terms of a segment: translations, numbered for the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translation.model.term import TermStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.term import Term
    from translation.terms.book import KnownTerm

MOST_KEYS = 9


class TermChoice(NamedTuple):
    """A translation of a term that stands in the source.

    ``number`` is the key's, from 1 on, 0 where it has none or is not to be used; one that is not
    ``is_sure`` stands for a word that only shares a root with the term.
    """

    number: int
    term: KnownTerm
    target: Term
    is_sure: bool

    @property
    def is_forbidden(self) -> bool:
        """Whether it is not to be used."""
        return self.target.status is TermStatus.FORBIDDEN

    @property
    def id(self) -> str:
        """What it is known by in a list."""
        return "\n".join((self.term.base, self.term.source, self.target.text))


def choices(found: Iterable[tuple[KnownTerm, bool]]) -> tuple[TermChoice, ...]:
    """Return what may be chosen, each translation of a source term once, the sure ones first.

    What is forbidden comes last, behind what stands in its place.
    """
    listed = sorted(found, key=lambda one: not one[1])
    chosen: dict[str, TermChoice] = {}
    for forbidden in (False, True):
        for term, is_sure in listed:
            for target in term.forbidden if forbidden else term.targets:
                number = 0 if forbidden or len(chosen) >= MOST_KEYS else len(chosen) + 1
                choice = TermChoice(number, term, target, is_sure)
                chosen.setdefault(f"{term.source}\n{target.text}", choice)
    return tuple(chosen.values())
