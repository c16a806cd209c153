"""Text folded for matching: search, filters, furniture. Never stored, never shown."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from translation.model.inline import is_code, strip_codes
from translation.model.language import primary_subtag

if TYPE_CHECKING:
    from collections.abc import Iterator

ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ks", "ps", "sd", "ug", "ur"})
"""Primary language subtags usually written in the Arabic script."""

ARABIC_MARKS = "".join(
    chr(c)
    for first, last in ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
    for c in range(first, last + 1)
    if unicodedata.category(chr(c)) == "Mn"
)
TATWEEL = "\u0640"
INVISIBLE = "\u061c\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
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
    composed = unicodedata.normalize("NFKC", strip_codes(text))
    folded = fold_characters(composed, folding, arabic=primary_subtag(language) in ARABIC_SCRIPT)
    return _with_single_blanks(folded.casefold())


_OTHER_BLANKS = re.compile(
    "[\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
"""White space that is no blank."""


def _with_single_blanks(text: str) -> str:
    """Make runs of white space one blank, none at the ends; quickly where they are that already."""
    if "  " in text or _OTHER_BLANKS.search(text):
        return " ".join(text.split())
    return text.strip(" ")


class Folded(NamedTuple):
    """A folded text that knows where its characters come from, as Python indices."""

    text: str
    places: tuple[tuple[int, int], ...]
    """Of each folded character, start and end of what it stands for."""

    def place(self, start: int, length: int) -> tuple[int, int]:
        """Return start and end, in the text itself, of at least one folded character."""
        return self.places[start][0], self.places[start + length - 1][1]


def folded(text: str, language: str, folding: Folding = FOLD_ALL) -> Folded:
    """Fold a text exactly as ``for_matching`` does, and keep where each character comes from.

    A letter takes its own combining marks along, so that a place ends behind them.
    """
    table = character_table(folding, primary_subtag(language) in ARABIC_SCRIPT)
    found: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end, characters in _composed(text):
        for character in characters.translate(table).casefold():
            if not character.isspace():
                found.append(character)
                places.append((start, end))
            elif found and found[-1] != " ":
                found.append(" ")
                places.append((start, end))
            elif found:
                places[-1] = (places[-1][0], end)
    if found and found[-1] == " ":
        del found[-1], places[-1]
    return Folded("".join(found), tuple(places))


_ALONE = re.compile("[\x00-\u02ff\u0620-\u064a\u0660-\u066f\u0671-\u06d3]")
"""Latin and Arabic letters and signs that never compose with what stands before them."""


def _composed(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the pieces of a text that NFKC leaves apart, composed, with start and end of each."""
    start = end = 0
    piece = ""
    for at, character in enumerate(text):
        if is_code(character):
            continue
        if not piece or _ALONE.match(character) or not _joins(piece, character):
            if piece:
                yield start, end, unicodedata.normalize("NFKC", piece)
            start, piece = at, ""
        piece += character
        end = at + 1
    if piece:
        yield start, end, unicodedata.normalize("NFKC", piece)


def _joins(piece: str, character: str) -> bool:
    """Whether a character may compose or change places with the end of a piece (UAX 15)."""
    if unicodedata.combining(unicodedata.normalize("NFKD", character)[0]):
        return True
    normal = partial(unicodedata.normalize, "NFKC")
    return normal(piece + character) != normal(piece) + normal(character)


_FREQUENT = "أإآةىؤئ"
"""The letters that nearly every Arabic text has and folding makes others of."""


def fold_characters(text: str, folding: Folding, *, arabic: bool) -> str:
    """Return a text with its characters as ``character_table`` has them: ``str.translate``.

    That one asks the table for every character. To replace the few frequent ones first, and to
    ask for the others only where one stands, takes a tenth of the time in Arabic.
    """
    if text.isascii():
        return text
    frequent, others, table = _characters(folding, arabic)
    for letter, kept in frequent:
        if letter in text:
            text = text.replace(letter, kept)
    return text if others.search(text) is None else text.translate(table)


@lru_cache(maxsize=64)
def _characters(
    folding: Folding, arabic: bool
) -> tuple[tuple[tuple[str, str], ...], re.Pattern[str], dict[int, str | None]]:
    """Return the frequent letters with what becomes of them, the others, and the whole table."""
    table = character_table(folding, arabic)
    frequent = tuple((one, table[ord(one)] or "") for one in _FREQUENT if ord(one) in table)
    others = "".join(chr(code) for code in table if chr(code) not in _FREQUENT)
    return frequent, re.compile(f"[{re.escape(others)}]"), table


@lru_cache(maxsize=64)
def character_table(folding: Folding, arabic: bool) -> dict[int, str | None]:
    """Return what becomes of single characters, for ``str.translate``; not to be changed."""
    table: dict[str, str | None] = dict.fromkeys(INVISIBLE)
    if folding.digits:
        table |= _DIGITS
    if arabic:
        if folding.marks:
            table |= dict.fromkeys(ARABIC_MARKS)
        if folding.tatweel:
            table[TATWEEL] = None
        if folding.hamza:
            table |= _HAMZA
        if folding.letters:
            table |= _LETTERS
    return {ord(character): replacement for character, replacement in table.items()}
