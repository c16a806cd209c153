"""Tables of words that come with the program: how names are spelt, and what Arabic words mean.

They are read when something is asked of them for the first time, in some 20 ms each;
``resources/checks/README.md`` says where they come from.
"""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from translation.text.romanised import consonants, consonants_of, distance, skeleton
from translation.text.stems import arabic_stems

TABLES = Path(__file__).resolve().parents[2] / "resources" / "checks"
_FEW_LETTERS = 0.3
"""What a spelling may differ by from the Arabic one to be worth naming."""
_COMMON = 0.03
"""What a step of how common a word is makes up for of it."""
_MOST_CANDIDATES = 3_000
_MOST_COMPARED = 40
_SPELT = re.compile(r"([a-z]+)(\d?)(\.?)")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as a list has it: how common it is, 0 to 9, and whether it is no name alone."""

    word: str
    common: int
    is_ordinary: bool


@lru_cache(maxsize=50_000)
def spelling(word: str) -> Spelling | None:
    """Return what is known of a ``plain`` English word or name; None where no list has it."""
    words = f" {_spellings().get(skeleton(word))} "
    at = words.find(f" {word}")
    while at >= 0:
        behind = words[at + 1 + len(word) : at + 4 + len(word)]
        if behind[0] in " .0123456789":
            common = int(behind[0]) if behind[0].isdigit() else 0
            return Spelling(word, common, "." in behind.split(" ")[0])
        at = words.find(f" {word}", at + 1)
    return None


@lru_cache(maxsize=2_000)
def spelt_like(arabic: str) -> tuple[Spelling, ...]:
    """Return the known words that a folded Arabic word may write, the likeliest first.

    They have its skeleton; the commoner of two that fit alike comes first.
    """
    fitting = consonants_of(arabic)
    known = [k for heard, k in _of_skeleton(skeleton(arabic)) if fitting.fullmatch(heard)]
    known.sort(key=lambda spelling: -spelling.common)
    ranked = [(distance(arabic, k.word), k) for k in known[:_MOST_COMPARED]]
    ranked = [(away - _COMMON * k.common, k) for away, k in ranked if away <= _FEW_LETTERS]
    return tuple(k for _, k in sorted(ranked, key=lambda entry: (entry[0], entry[1].word)))


@lru_cache(maxsize=500)
def _of_skeleton(classes: str) -> tuple[tuple[str, Spelling], ...]:
    """Return the words of a skeleton, each with its consonants."""
    words = _SPELT.findall(_spellings().get(classes))
    return tuple(
        (consonants(word), Spelling(word, int(common or 0), bool(ordinary)))
        for word, common, ordinary in islice(words, _MOST_CANDIDATES)
    )


@lru_cache(maxsize=50_000)
def meanings(arabic: str) -> frozenset[str]:
    """Return the English stems that an Arabic word is translated by; none where it is unknown."""
    lexicon = _lexicon()
    return frozenset(stem for form in arabic_stems(arabic) for stem in lexicon.get(form).split())


class SortedLines:
    """A text of sorted lines, each a key and the rest behind a blank; looked up by halving.

    Nothing is made of its lines, so that a table of four megabytes is there in 20 ms.
    """

    def __init__(self, text: bytes) -> None:
        self._text = text

    def get(self, key: str) -> str:
        """Return the rest of the line of a key; "" where there is none."""
        text, wanted = self._text, key.encode("utf-8", "surrogatepass")
        low, high = 0, len(text)
        while low < high:
            start = text.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = text.find(b"\n", start)
            end = len(text) if end < 0 else end
            found, _, rest = text[start:end].partition(b" ")
            if found == wanted:
                return rest.decode()
            if found < wanted:
                low = end + 1
            else:
                high = start
        return ""


@lru_cache(maxsize=1)
def _spellings() -> SortedLines:
    return _table("spellings.gz")


@lru_cache(maxsize=1)
def _lexicon() -> SortedLines:
    return _table("lexicon.gz")


def _table(name: str) -> SortedLines:
    return SortedLines(gzip.decompress((TABLES / name).read_bytes()))
