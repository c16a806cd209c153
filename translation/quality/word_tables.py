"""Tables of words that come with the program: how names are spelt, and what Arabic words mean.

They are read when something is asked of them for the first time, in some 20 ms each;
``resources/checks/README.md`` says where they come from.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left, insort
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from translation.text.romanised import consonants_of_all, distance, skeleton, written_as
from translation.text.stems import arabic_stems

TABLES = Path(__file__).resolve().parents[2] / "resources" / "checks"
_FEW_LETTERS = 0.3
"""What a spelling may differ by from the Arabic one to be worth naming."""
_COMMON = 0.03
"""What a step of how common a word is makes up for of it."""
_ALIKE = 0.75
"""How like a spelling a name is at least, of 1, to be meant by it."""
_MOST_CANDIDATES = 3_000
_MOST_COMPARED = 40
_SPELT = re.compile(r"([a-z]+)(\d?)(\.?)")
_WORD_ALONE = dict.fromkeys(map(ord, "0123456789."))
"""Takes from the words of the table what it says of them."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as a list has it: how common it is, 0 to 9, and whether it is no name alone."""

    word: str
    common: int
    is_ordinary: bool


@lru_cache(maxsize=50_000)
def spelling(word: str) -> Spelling | None:
    """Return what is known of a ``plain`` English word or name; None where no list has it."""
    if not word.isascii():
        return None
    line, sought = _spellings().line(skeleton(word)), f" {word}".encode()
    at = line.find(sought)
    while at >= 0:
        behind = line[at + len(sought) : at + len(sought) + 2].decode() + " "
        if behind[0] in " .0123456789":
            common = int(behind[0]) if behind[0].isdigit() else 0
            return Spelling(word, common, "." in behind.split(" ")[0])
        at = line.find(sought, at + 1)
    return None


@lru_cache(maxsize=2_000)
def spelt_like(arabic: str, count: int) -> tuple[Spelling, ...]:
    """Return so many of the known words that a folded Arabic word may write, the likeliest first.

    They have its skeleton; the commoner of two that fit alike comes first.
    """
    ranked: list[tuple[float, str, Spelling]] = []
    for known in _candidates(arabic):
        gain, most = _COMMON * known.common, _FEW_LETTERS
        if len(ranked) >= count:
            worst = ranked[count - 1][0]
            if -gain > worst:
                break  # Those that are rarer still cannot come before it, even if they fit.
            most = min(most, worst + gain)
        away = distance(arabic, known.word, most)
        if away <= _FEW_LETTERS:
            insort(ranked, (away - gain, known.word, known), key=itemgetter(0, 1))
    return tuple(known for _, _, known in ranked[:count])


@lru_cache(maxsize=2_000)
def names_like(arabic: str, latin: str) -> tuple[str, ...]:
    """Return the known names that a folded Arabic word may write and that are like a spelling."""
    from rapidfuzz.distance import Levenshtein

    return tuple(
        known.word
        for known in _candidates(arabic)
        if not known.is_ordinary
        and Levenshtein.normalized_similarity(known.word, latin) >= _ALIKE
        and distance(arabic, known.word, _FEW_LETTERS) <= _FEW_LETTERS
    )


@lru_cache(maxsize=2_000)
def _candidates(arabic: str) -> list[Spelling]:
    """Return the commonest known words with the consonants of a folded Arabic one."""
    by_consonants, beginnings = _of_skeleton(skeleton(arabic))
    heard = written_as(arabic, beginnings) & by_consonants.keys()
    entries = sorted([entry for consonants in heard for entry in by_consonants[consonants]])
    known = [
        Spelling(word, int(common or 0), bool(ordinary))
        for word, common, ordinary in _SPELT.findall(" ".join(entries))
    ]
    known.sort(key=lambda spelling: -spelling.common)
    return known[:_MOST_COMPARED]


@lru_cache(maxsize=500)
def _of_skeleton(classes: str) -> tuple[dict[str, list[str]], frozenset[str]]:
    """Return the words of a skeleton as the table has them, by their consonants.

    With them what these consonants begin with.
    """
    line = _spellings().get(classes)
    entries = line.split(" ")[:_MOST_CANDIDATES] if line else []
    words = " ".join(entries).translate(_WORD_ALONE).split(" ")
    found: dict[str, list[str]] = {}
    for entry, heard in zip(entries, consonants_of_all(words), strict=False):
        found.setdefault(heard, []).append(entry)
    beginnings = frozenset([heard[:end] for heard in found for end in range(len(heard) + 1)])
    return found, beginnings


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
        self._lines = text.split(b"\n")

    def get(self, key: str) -> str:
        """Return the rest of the line of a key; "" where there is none."""
        return self.line(key).partition(b" ")[2].decode()

    def line(self, key: str) -> bytes:
        """Return the line of a key, which begins with it; b"" where there is none."""
        beginning = key.encode("utf-8", "surrogatepass") + b" "
        at = bisect_left(self._lines, beginning)
        line = self._lines[at] if at < len(self._lines) else b""
        return line if line.startswith(beginning) else b""


@lru_cache(maxsize=1)
def _spellings() -> SortedLines:
    return _table("spellings.gz")


@lru_cache(maxsize=1)
def _lexicon() -> SortedLines:
    return _table("lexicon.gz")


def _table(name: str) -> SortedLines:
    return SortedLines(gzip.decompress((TABLES / name).read_bytes()))
