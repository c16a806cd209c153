"""The words of a text that have a spelling, and where they stand.

Numbers, addresses, tags, codes and words with digits have none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from translation.model.inline import has_codes

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
_LETTER = f"(?:[^\\W\\d_]|[{_MARKS}\u0640\u200c\u200d\u00ad])"
_INSIDE = "['\u2019\u02bc\\-\u2010\u2011]"
_DOMAINS = "com|org|net|edu|gov|mil|int|info|biz|io|eu|uk|us|fr|de|sa|ae|eg|jo|kw|qa|iq|lb|ps|sy"
_TOKEN = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>\"\u00ab\u00bb\u201c\u201d]+"  # an address of the web
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # of a person
    rf"|[\w-]+(?:\.[\w-]+)*\.(?:{_DOMAINS})\b(?:/[^\s<>]*)?"  # of a site
    r"|[@#]\w+"
    r"|&(?:#?\w+);|</?\w+[^<>]*>|%[-+0-9.]*[a-zA-Z]\b|\{[^{}\s]*\}"  # markup and places for values
    r"|(?:[A-Za-z]:)?(?:[\\/][\w.-]+){2,}"  # a path
    r"|\w*\d[\w.,'\u2019]*"  # with digits
    rf"|(?P<word>{_LETTER}+(?:{_INSIDE}{_LETTER}+)*)",
    re.IGNORECASE,
)
_WORD = re.compile(f"(?P<word>{_LETTER}+(?:{_INSIDE}{_LETTER}+)*)")
_ODD = re.compile(r"[\d@#&<%{/\\:]|\w\.\w")
"""What a text has in which something is to be passed over: most have nothing."""
_NO_MATTER = re.compile("[\u0640\u200c\u200d\u00ad\u064b-\u0652]")
"""Tatweel, joiners, soft hyphens and vowel signs: dictionaries hold words without them."""
_BEGINS = re.compile("(?:\\A|[.!?:\u061f\u2026\n\u2022])[\\W\\d_]*\\Z")
_AROUND = 12
"""Characters before a word that tell whether a sentence begins with it."""
_LONGEST = 50_000
"""Characters of a text that are looked at."""


class SpelledWord(NamedTuple):
    """A word as it stands in a text, hyphens and apostrophes inside it; positions in characters."""

    text: str
    start: int
    begins: bool
    """Whether a sentence begins with it, so that its capital says nothing; asked of capitals."""

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.text)


@lru_cache(maxsize=1000)
def spelled_words(text: str) -> tuple[SpelledWord, ...]:
    """Return the words of a text in order; a word that a code parts is none."""
    found = []
    words = _TOKEN if _ODD.search(text) else _WORD
    has_code = has_codes(text)
    for token in words.finditer(text, 0, _LONGEST):
        word = token["word"]
        if word is None or len(word) < 2:
            continue
        if has_code and _touches_code(text, token.start(), token.end()):
            continue
        start = token.start()
        found.append(SpelledWord(word, start, word[0].isupper() and _begins(text, start)))
    return tuple(found)


def plain_word(word: str) -> str:
    """Return a word as dictionaries hold it: straight apostrophes and hyphens, no vowel signs."""
    if word.isascii():
        return word
    straight = word.replace("\u2019", "'").replace("\u02bc", "'")
    return _NO_MATTER.sub("", straight.replace("\u2010", "-").replace("\u2011", "-"))


def stem_of_name(word: str) -> str:
    """Return a name without the sign of the possessive: Pinochet's gives Pinochet."""
    plain = plain_word(word)
    if plain.endswith(("'s", "'S")):
        return plain[:-2]
    return plain.rstrip("'")


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - _AROUND) : start]
    return _BEGINS.search(before) is not None and (start <= _AROUND or before.strip() != "")


def _touches_code(text: str, start: int, end: int) -> bool:
    """Whether an inline code joins the word to another piece of the same word."""
    return _is_joined(text, start - 1, -1) or _is_joined(text, end, +1)


def _is_joined(text: str, at: int, step: int) -> bool:
    inside = False
    while 0 <= at < len(text) and "\ue000" <= text[at] <= "\uf8ff":
        inside, at = True, at + step
    return inside and 0 <= at < len(text) and text[at].isalpha()
