"""What is misspelt where, and which of it is a name after all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.text.spelled import stem_of_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from translation.spelling.answers import Misspelt

OFTEN = 3
"""A capitalised word near a common one that stands so often is a name all the same."""


@dataclass(frozen=True, slots=True)
class SegmentSpelling:
    """What the dictionary does not know in a segment's text, in its language."""

    language: str
    text: str
    words: tuple[Misspelt, ...]
    names: tuple[str, ...] = ()
    """Words in capitals that the source and the reference have."""


@dataclass(frozen=True, slots=True)
class SpellingCase:
    """A word that is wrong wherever it stands so; ``segments`` are the ids, in no order."""

    language: str
    word: str
    count: int
    segments: tuple[str, ...]


class Misspellings:
    """The words that no dictionary knows, by segment, and how often names stand among them.

    A capitalised word is a name, and right, where it stands elsewhere in the document, in the
    source or the reference of a segment, or where the source of its segment sounds like it.
    ``is_added`` (language, word) tells of words that people said are right.
    """

    def __init__(self, is_added: Callable[[str, str], bool]) -> None:
        self._is_added = is_added
        self._found: dict[str, SegmentSpelling] = {}
        self._named: Counter[str] = Counter()
        """How often a word in capitals stands in the document."""
        self._inside: Counter[str] = Counter()
        """How often it does inside a sentence, where only names have a capital."""
        self._given: Counter[str] = Counter()
        """How often sources and references have it."""
        self._where: dict[str, set[str]] = {}

    def of(self, segment_id: str) -> SegmentSpelling | None:
        """Return what is known of a segment, names among it; None where nothing is wrong."""
        return self._found.get(segment_id)

    def put(self, segment_id: str, found: SegmentSpelling | None) -> set[str]:
        """Take what is found in a segment; return the segments that now show something else."""
        before = self._found.get(segment_id)
        if found == before:
            return set()
        changed = {segment_id}
        touched = {stem for one in (before, found) if one for stem in _stems(one)}
        was = {stem: self._weight(stem) for stem in touched}
        if before is not None:
            self._count(segment_id, before, -1)
            del self._found[segment_id]
        if found is not None and (found.words or found.names):
            self._found[segment_id] = found
            self._count(segment_id, found, +1)
        for stem in touched:
            if self._weight(stem) != was[stem]:
                changed |= self._where.get(stem, set())
        return changed

    def clear(self) -> None:
        """Forget everything."""
        self._found.clear()
        self._where.clear()
        for counter in (self._named, self._inside, self._given):
            counter.clear()

    def is_wrong(self, language: str, word: Misspelt) -> bool:
        """Tell whether a word is to be shown as wrong."""
        if self._is_added(language, word.word):
            return False
        return not (word.word[:1].isupper() and self._is_name(word))

    def cases(self) -> list[SpellingCase]:
        """Return every word that is wrong: what can be no name first, then by how often."""
        places: dict[tuple[str, str], list[str]] = {}
        for segment_id, found in self._found.items():
            for word in found.words:
                if self.is_wrong(found.language, word):
                    places.setdefault((found.language, word.word), []).append(segment_id)
        made = (
            SpellingCase(language, word, len(ids), tuple(dict.fromkeys(ids)))
            for (language, word), ids in places.items()
        )
        return sorted(made, key=_order)

    def segments_wrong(self) -> list[str]:
        """Return the segments in which a word is wrong, in no order."""
        return [
            id_
            for id_, found in self._found.items()
            if any(self.is_wrong(found.language, word) for word in found.words)
        ]

    def touched(self) -> list[str]:
        """Return the segments that have words which no dictionary knows."""
        return [id_ for id_, found in self._found.items() if found.words]

    def names(self) -> Iterator[str]:
        """Give the names of the document, to be suggested."""
        return (name for name in {**self._named, **self._given} if self._weight(name)[0] > 1)

    def _is_name(self, word: Misspelt) -> bool:
        stem = stem_of_name(word.word)
        count, inside, given = self._weight(stem)
        if count > 1 and inside and (count >= OFTEN or not word.looks_like_slip):
            return True
        return (word.named or given) and not word.looks_like_slip

    def _weight(self, stem: str) -> tuple[int, bool, bool]:
        """Return what matters of how often a name stands where."""
        return min(self._named[stem], OFTEN), self._inside[stem] > 0, self._given[stem] > 0

    def _count(self, segment_id: str, found: SegmentSpelling, step: int) -> None:
        for word in found.words:
            if word.word[:1].isupper():
                stem = stem_of_name(word.word)
                _add(self._named, stem, step)
                if not word.begins:
                    _add(self._inside, stem, step)
                self._place(stem, segment_id, step)
        for name in found.names:
            _add(self._given, name, step)

    def _place(self, stem: str, segment_id: str, step: int) -> None:
        if step > 0:
            self._where.setdefault(stem, set()).add(segment_id)
        elif stem in self._where:
            self._where[stem].discard(segment_id)
            if not self._where[stem]:
                del self._where[stem]


def _order(case: SpellingCase) -> tuple[bool, int, str]:
    return case.word[:1].isupper(), -case.count, case.word.casefold()


def _stems(found: SegmentSpelling) -> Iterable[str]:
    yield from (stem_of_name(w.word) for w in found.words if w.word[:1].isupper())
    yield from found.names


def _add(counter: Counter[str], key: str, step: int) -> None:
    counter[key] += step
    if not counter[key]:
        del counter[key]
