"""Words of an Arabic text that the lexicon does not have: most are names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.quality.public_names import bare_forms
from translation.quality.word_tables import meanings
from translation.text.stems import ARABIC_WORD, folded_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST = 4
_MOST = 20
"""Of one segment; more names are a list, whose every pair would be compared."""


@lru_cache(maxsize=20_000)
def bare_name(word: str) -> str:
    """Return a folded word without what may be written in one with it: the same for all forms."""
    return bare_forms(word)[-1]


def unexplained_words(text: str) -> Iterator[str]:
    """Give the folded words without clitics, no more than twenty."""
    told = 0
    for word in dict.fromkeys(map(folded_arabic, ARABIC_WORD.findall(text))):
        if len(word) >= _SHORTEST and not meanings(word):
            yield bare_name(word)
            told += 1
            if told == _MOST:
                return
