"""Which code of a source each code of its target is, where a file has elements for both.

A code is its place in its own element: of two with one id each is a code of its own, and one of
a target is paired with one of the source, never made the same element. Names decide first (the
sort of the element and what the file calls it), then content, then the order.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from translation.model.inline import code_character

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from translation.model.inline import CodeKind, InlineCode

Element = TypeVar("Element")


class Likeness(NamedTuple):
    """What tells that two codes belong together.

    ``name`` has to be the same. Of several the one with the same ``content`` and from the same
    ``place`` is taken first; ``exact`` says that another content is another code.
    """

    name: Hashable
    content: Hashable
    place: str = ""
    exact: bool = False

    def by_rank(self) -> Iterator[Hashable]:
        """Give what to look for, the closest likeness first."""
        yield self.name, self.content, self.place
        if not self.exact:
            yield self.name, None, self.place
        yield self.name, self.content, None
        if not self.exact:
            yield self.name, None, None


def elements_for(
    codes: Sequence[InlineCode], read: Sequence[InlineCode], elements: Mapping[str, Element]
) -> Mapping[str, Element]:
    """Return the elements of the codes of a unit, by its characters.

    ``elements`` are by the characters of the codes as they were read now. A project of an earlier
    version may number them otherwise: there, codes of the same markup are the same in their order.
    """
    if list(codes) == list(read):
        return elements
    waiting: dict[tuple[CodeKind, str], list[int]] = {}
    for place in reversed(range(len(read))):
        waiting.setdefault((read[place].kind, read[place].markup), []).append(place)
    places: dict[int, int | None] = {}
    for index, code in enumerate(codes):
        other = None if code.pair is None else places.get(code.pair)
        alike = waiting.get((code.kind, code.markup))
        if other is not None and read[other].pair is not None:
            places[index] = read[other].pair  # the halves of one pair stay together
        elif alike:
            places[index] = alike.pop()
    characters = {
        code_character(index): code_character(place)
        for index, place in places.items()
        if place is not None
    }
    return {one: elements[other] for one, other in characters.items() if other in elements}


class CodeMatcher:
    """The codes of a unit as met so far, each to be found once in every text of the other side."""

    def __init__(self) -> None:
        self._met: list[tuple[Likeness, str]] = []
        self._waiting: dict[Hashable, deque[str]] = {}
        self._used: set[str] = set()
        self._finds = False

    def read_source(self) -> None:
        """From now on every code is another one."""
        self._finds = False

    def read_other(self) -> None:
        """From now on codes are those of the source, and those that no source has."""
        self._finds = True
        if not self._met:
            return
        self._used, self._waiting = set(), {}
        for likeness, character in self._met:
            self._wait(likeness, character)

    def find(self, likeness: Likeness) -> str | None:
        """Return the character of the code that this one is like, None where it is another."""
        if not self._finds:
            return None
        for rank in likeness.by_rank():
            waiting = self._waiting.get(rank)
            while waiting:
                character = waiting.popleft()
                if character not in self._used:
                    self._used.add(character)
                    return character
        return None

    def take(self, character: str) -> bool:
        """Take a code that was found by its other half; False where it was taken before."""
        if not self._finds or character in self._used:
            return False
        self._used.add(character)
        return True

    def add(self, likeness: Likeness, character: str) -> None:
        """Keep a code that is met for the first time."""
        self._met.append((likeness, character))
        self._used.add(character)

    def _wait(self, likeness: Likeness, character: str) -> None:
        for rank in likeness._replace(exact=False).by_rank():
            self._waiting.setdefault(rank, deque()).append(character)
