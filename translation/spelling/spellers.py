"""The dictionaries that were asked for, each loaded once, and what they say of a segment."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

from translation.spelling.answers import Misspelt
from translation.spelling.dictionaries import best_for, installed
from translation.spelling.misspellings import SegmentSpelling
from translation.spelling.speller import Speller
from translation.text.sounds import is_named_in
from translation.text.spelled import spelled_words, stem_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAPITAL = re.compile("[A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f]")
"""Without a capital a text names nothing; Arabic has none, and most sources are Arabic."""


class Spellers:
    """A Speller for each language that was asked about, None where there is no dictionary."""

    def __init__(self) -> None:
        self._installed = installed()
        self.loaded: dict[str, Speller | None] = {}

    def of(self, language: str) -> Speller | None:
        """Return the speller of a language (BCP 47)."""
        if language not in self.loaded:
            self.loaded[language] = self._load(language)
        return self.loaded[language]

    def look_up(self, language: str, text: str, source: str, reference: str) -> SegmentSpelling:
        """Return what of a segment's text no dictionary knows, and the names beside it."""
        speller = self.of(language)
        if speller is None:
            return SegmentSpelling(language, text, ())
        names = [*_names(speller, source), *_names(speller, reference)]
        words = tuple(_misspelt(speller, text, source))
        return SegmentSpelling(language, text, words, tuple(dict.fromkeys(names)))

    def _load(self, language: str) -> Speller | None:
        dictionary = best_for(language, self._installed)
        while dictionary is not None:
            with suppress(OSError, ValueError, LookupError):  # broken, or in no encoding we know
                return Speller(dictionary)
            self._installed.remove(dictionary)
            dictionary = best_for(language, self._installed)
        return None


def _misspelt(speller: Speller, text: str, source: str) -> Iterator[Misspelt]:
    for word in spelled_words(text):
        for wrong in speller.wrong(word.text):
            piece = word.text[wrong.start : wrong.start + wrong.length]
            named = piece[:1].isupper() and is_named_in(stem_of_name(piece), source)
            begins = word.begins and wrong.start == 0
            yield Misspelt(piece, word.start + wrong.start, begins, named, wrong.slip)


def _names(speller: Speller, text: str) -> Iterator[str]:
    """Give the words in capitals of another text of the segment that no dictionary knows."""
    for word in spelled_words(text) if _CAPITAL.search(text) else ():
        if word.text[:1].isupper() and speller.wrong(word.text):
            yield stem_of_name(word.text)
