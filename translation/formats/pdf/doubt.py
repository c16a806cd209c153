"""Words of a page that cannot be what is printed on it: the file names its letters wrongly.

Programs that print a PDF again often lose what its glyphs mean. Nothing gets it back, but it
shows: letters of two scripts in one word, signs and digits inside words, endings in their middle,
letters that no Arabic text has. A page is called in doubt only where many of its words are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.formats.pdf.columns import Page

_SHARE, _FEWEST = 0.02, 3
"""Share of a page's words, and number of them, from which on the page is in doubt."""

_LETTER = "[\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3]"
_MARK = "[\u064b-\u0652\u0670]"
_LATIN = "[A-Za-z\u00c0-\u024f]"
_PREFIX = "[\u0648\u0641\u0628\u0644\u0643]?(?:\u0627\u0644|\u0644\u0644|[\u0628\u0644])?\u0640?"
"""What is written together with the word after it, also with a Latin one."""

_EDGES = (
    "\"'`()[]{}<>.,:;!?*%/\\-_\u2010\u2011\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
    "\u060c\u061b\u061f\u066a\u00ab\u00bb"
)
"""What can stand around a word."""

_IMPOSSIBLE = re.compile(
    "[\ufffd\ufffe\uffff\x80-\x9f]"  # no name, or none that means anything
    rf"|{_LETTER}{_MARK}*[#$&+<=>@\\^`{{|}}~][#$&+<=>@\\^`{{|}}~]*{_LETTER}"  # signs inside
    rf"|{_LETTER}{_MARK}*[0-9]+{_LETTER}"
    rf"|{_LETTER}{_MARK}*{_LATIN}+{_LETTER}"  # another script inside
    rf"|^[0-9]*{_LATIN}+{_LETTER}"  # or at its ends
    rf"|^(?!{_PREFIX}?[A-Z])(?:{_LETTER}{_MARK}*)+[A-Z]$"
    "|(?<!\u0644)\u0627[\u0622\u0623\u0625]|\u0627\u0627\u0644"
    rf"|\u0629{_MARK}*{_LETTER}"  # what only ends a word
    rf"|[\u064b-\u064d]{_MARK}*[\u0621-\u0626\u0628-\u0648\u064a]"
    rf"|^(?:{_MARK}|[\u0629\u0649\u0624\u0626]{_LETTER})"  # what never begins one
    rf"|({_MARK})\1|(?![\u064b-\u0650\u0652]\u0651)[\u064b-\u0650\u0652]{_MARK}[\u064b-\u0650\u0652]"
)
_ALIEN = re.compile("[\u00de\u00fe\u00ff\u0100\u0180-\u024f\u1200-\u1cff\u2c00-\ufaff]")
"""Letters that stand in no Arabic text: thorns, rare Latin ones, and scripts far away."""

_ARABIC = re.compile(_LETTER)
_HAS_LETTER = re.compile("[^\\W\\d_]|\ufffd")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Pages, counted from 0, whose words are in doubt, and the share of their words that are."""

    pages: tuple[int, ...]
    share: float


def doubt(pages: Sequence[Page]) -> Doubt | None:
    """Return which pages are in doubt, None where no page is."""
    counts = {
        number: _counts(line.text for line in page.lines) for number, page in enumerate(pages)
    }
    found = {
        number: (bad, words)
        for number, (bad, words) in counts.items()
        if bad >= max(_FEWEST, _SHARE * words)
    }
    if not found:
        return None
    bad, words = (sum(count) for count in zip(*found.values(), strict=True))
    return Doubt(tuple(found), bad / words)


def page_ranges(pages: Sequence[int]) -> str:
    """Return pages as people write them, counted from 1: "1-3, 7"."""
    made: list[str] = []
    for _, run in groupby(enumerate(pages, start=1), key=lambda one: one[1] - one[0]):
        numbers = [page + 1 for _, page in run]
        made.append(f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0]))
    return ", ".join(made)


def is_in_doubt(word: str) -> bool:
    """Tell whether no text in Arabic has this word; of others nothing is known."""
    bare = word.strip(_EDGES)
    if not bare:
        return False
    if _ARABIC.search(bare):
        return _IMPOSSIBLE.search(bare) is not None or _ALIEN.search(bare) is not None
    return "\ufffd" in bare or _ALIEN.search(bare) is not None


def _counts(lines: Iterable[str]) -> tuple[int, int]:
    """Return how many words are in doubt, and how many there are, of a page with Arabic."""
    words = [word for line in lines for word in line.split() if _HAS_LETTER.search(word)]
    if not any(bidirectional(letter) == "AL" for word in words for letter in word):
        return 0, len(words)
    return sum(map(is_in_doubt, words)), len(words)
