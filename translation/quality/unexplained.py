"""Words of an Arabic text that the lexicon does not have: most are names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.quality.word_tables import meanings
from translation.text.stems import ARABIC_WORD, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 4
_MOST = 20
"""Of one segment; more names are a list, whose every pair would be compared."""


def unexplained_words(text: str) -> Iterator[str]:
    """Give the folded words, each once, no more than twenty."""
    words = dict.fromkeys(map(folded_arabic, ARABIC_WORD.findall(text)))
    told = 0
    for word in words:
        if len(word) >= _SHORTEST and not meanings(word):
            yield word
            told += 1
            if told == _MOST:
                return
