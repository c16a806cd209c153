"""The names of what was confirmed: one Latin spelling each, the one that stands most often."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.model.term import Term, TermBase, TermEntry
from translation.terms.names import SpeltName, spelt_names

if TYPE_CHECKING:
    from translation.model.language import LanguagePair


class ConfirmedNames:
    """Names by segment, so that one that is confirmed no more takes its names along."""

    def __init__(self) -> None:
        self._of_segments: dict[str, tuple[SpeltName, ...]] = {}
        self._spellings: dict[str, Counter[str]] = {}
        self._pair: LanguagePair | None = None

    def __len__(self) -> int:
        return len(self._spellings)

    def put(self, segment_id: str, source: str, target: str, pair: LanguagePair) -> bool:
        """Take in a segment that is confirmed; return whether a name is other than before."""
        self._pair = pair
        return self._take(segment_id, tuple(spelt_names(source, target, pair)))

    def remove(self, segment_id: str) -> bool:
        """Forget what a segment told; return whether it told something."""
        return self._take(segment_id, ())

    def termbase(self) -> TermBase:
        """Return the names as a termbase: each with the spelling that stands most often."""
        pair = self._pair
        if pair is None:
            return TermBase()
        return TermBase(
            tuple(
                TermEntry(
                    arabic,
                    (
                        Term(pair.source, arabic),
                        Term(pair.target, spellings.most_common(1)[0][0]),
                    ),
                )
                for arabic, spellings in self._spellings.items()
            )
        )

    def _take(self, segment_id: str, names: tuple[SpeltName, ...]) -> bool:
        before = self._of_segments.get(segment_id, ())
        if names == before:
            return False
        for name in before:
            self._spellings[name.arabic][name.latin] -= 1
            self._spellings[name.arabic] += Counter()  # Without those that stand nowhere.
            if not self._spellings[name.arabic]:
                del self._spellings[name.arabic]
        for name in names:
            self._spellings.setdefault(name.arabic, Counter())[name.latin] += 1
        if names:
            self._of_segments[segment_id] = names
        else:
            self._of_segments.pop(segment_id, None)
        return True
