"""Text folded for matching: search, filters, furniture. Never stored, never shown."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from translation.model.inline import strip_codes
from translation.model.language import primary_subtag

ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})
"""Primary language subtags usually written in the Arabic script."""

_MARKS = "".join(
    chr(c)
    for first, last in ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
    for c in range(first, last + 1)
    if unicodedata.category(chr(c)) == "Mn"
)
_TATWEEL = "\u0640"
_INVISIBLE = "\u061c\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_HAMZA = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي"}
_LETTERS = {"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه"}
_DIGITS = {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)} | {
    "٫": ".",
    "٬": ",",
}


@dataclass(frozen=True, slots=True)
class Folding:
    """Which differences of Arabic writing do not count.

    ``marks`` drops harakat and other combining marks, ``tatweel`` the stretching stroke,
    ``hamza`` its seat (أ إ آ ٱ ؤ ئ), ``letters`` tells ى from ي, ة from ه and Persian from
    Arabic letters no more, ``digits`` makes all digits Western.
    """

    marks: bool = True
    tatweel: bool = True
    hamza: bool = True
    letters: bool = True
    digits: bool = True


FOLD_ALL = Folding()


def for_matching(text: str, language: str, folding: Folding = FOLD_ALL) -> str:
    """Fold a text so that two spellings a reader takes for the same compare equal.

    Inline codes and invisible characters go, compatibility forms are composed (NFKC), case
    is folded and runs of white space become one blank; Arabic differences as ``folding`` says,
    in texts of languages of the Arabic script. ``language`` is a BCP 47 tag.
    """
    folded = unicodedata.normalize("NFKC", strip_codes(text))
    folded = folded.translate(_table(folding, primary_subtag(language) in ARABIC_SCRIPT))
    return " ".join(folded.casefold().split())


@lru_cache(maxsize=64)
def _table(folding: Folding, arabic: bool) -> dict[int, str | None]:
    table: dict[str, str | None] = dict.fromkeys(_INVISIBLE)
    if folding.digits:
        table |= _DIGITS
    if arabic:
        if folding.marks:
            table |= dict.fromkeys(_MARKS)
        if folding.tatweel:
            table[_TATWEEL] = None
        if folding.hamza:
            table |= _HAMZA
        if folding.letters:
            table |= _LETTERS
    return {ord(character): replacement for character, replacement in table.items()}
