"""What segments of a document can have in common, and which of them do.

A trait gives the keys of a segment; those that share a key are alike. Only ids are kept, so that
a document of a hundred thousand segments costs some megabytes; their texts are asked for when
one of them is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.quality.unexplained import unexplained_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from translation.model.language import LanguagePair
    from translation.quality.subject import Texts


@dataclass(frozen=True, slots=True)
class Trait:
    """``keys`` gives what a segment has of it; cheap, as every segment is asked on opening."""

    id: str
    keys: Callable[[Texts], Iterable[str]]


SOURCE, TARGET, NAME = "source", "target", "name"


def _source(texts: Texts) -> tuple[str, ...]:
    return (_evenly_spaced(texts.source),)


def _target(texts: Texts) -> tuple[str, ...]:
    return (_evenly_spaced(texts.target),) if texts.target else ()


def _evenly_spaced(text: str) -> str:
    """Return the words with one blank between two; mostly that is the text itself."""
    # Of all white space the blank alone is printable.
    is_even = text.isprintable() and "  " not in text and not text.startswith(" ")
    return text if is_even and not text.endswith(" ") else " ".join(text.split())


def _name(texts: Texts) -> Iterator[str]:
    """Give the Arabic words that no lexicon explains, which are likely to be names."""
    if texts.target and not texts.source.isascii():
        yield from unexplained_words(texts.source)


TRAITS = (Trait(SOURCE, _source), Trait(TARGET, _target), Trait(NAME, _name))
"""What checks may ask of the rest of the document; a further one is a record."""


_PLACES = 8
"""Keys are multiples of it, plus the place of their trait in the table."""


class TraitIndex:
    """Which segments share a trait, kept up to date segment by segment."""

    def __init__(self) -> None:
        self._having: dict[int, str | dict[str, None]] = {}
        """The segments by key, in the order they came: nearly always one, which stands alone."""
        self._keys: dict[str, tuple[int, ...]] = {}
        self._pair: LanguagePair | None = None
        self._pair_hash = 0

    def put(self, segment_id: str, texts: Texts, pair: LanguagePair) -> None:
        """Take in a segment as it is now."""
        if pair is not self._pair:
            self._pair, self._pair_hash = pair, hash(pair)
        of_pair = self._pair_hash
        keys = tuple(
            [
                hash((key, of_pair)) // _PLACES * _PLACES + place
                for place, trait in enumerate(TRAITS)
                for key in trait.keys(texts)
            ]
        )
        if segment_id in self._keys:
            self._change(segment_id, keys)
        elif keys:
            having = self._having
            for key in keys:
                if having.setdefault(key, segment_id) != segment_id:
                    self._join(key, segment_id)
            self._keys[segment_id] = keys

    def remove(self, segment_id: str) -> tuple[int, ...]:
        """Forget a segment, and return the keys that it had."""
        had = self.keys(segment_id)
        self._change(segment_id, ())
        return had

    def keys(self, segment_id: str) -> tuple[int, ...]:
        """Return the keys of a segment."""
        return self._keys.get(segment_id, ())

    def having(self, key: int) -> Collection[str]:
        """Return the segments that have a key."""
        found = self._having.get(key, ())
        return (found,) if isinstance(found, str) else found

    def alike(self, segment_id: str) -> Iterator[tuple[str, int]]:
        """Give, for each trait that the segment shares with others, the key that they have."""
        for key in self.keys(segment_id):
            if not isinstance(self._having[key], str):
                yield TRAITS[key % _PLACES].id, key

    def _change(self, segment_id: str, keys: tuple[int, ...]) -> None:
        before, after = set(self.keys(segment_id)), set(keys)
        for key in before - after:
            self._leave(key, segment_id)
        for key in after - before:
            self._join(key, segment_id)
        if keys:
            self._keys[segment_id] = keys
        else:
            self._keys.pop(segment_id, None)

    def _join(self, key: int, segment_id: str) -> None:
        found = self._having.get(key)
        if found is None:
            self._having[key] = segment_id
        elif isinstance(found, str):
            self._having[key] = {found: None, segment_id: None}
        else:
            found[segment_id] = None

    def _leave(self, key: int, segment_id: str) -> None:
        found = self._having[key]
        if isinstance(found, str):
            del self._having[key]
        else:
            del found[segment_id]
            if len(found) == 1:
                self._having[key] = next(iter(found))
