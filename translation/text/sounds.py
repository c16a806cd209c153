"""The consonants of a name, by which its Arabic and its Latin spelling are known for one.

No transliteration: سنيورة, Siniora and Seniora all come to "snr". Consonants that one language
writes for another's are one class (ب for p, ف for v, غ and ج for g), vowels and half-vowels none.
"""

from __future__ import annotations

import re
from functools import lru_cache

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "چ": "g", "ح": "h", "خ": "k",
    "د": "d", "ذ": "d", "ض": "d", "ر": "r", "ز": "s", "س": "s", "ش": "s", "ص": "s", "ظ": "s",
    "غ": "g", "ف": "f", "ڤ": "f", "ق": "k", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w",
}  # fmt: skip
_LATIN = (
    ("sch", "s"), ("tch", "g"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("th", "t"),
    ("dh", "d"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("x", "ks"), ("b", "b"), ("p", "b"),
    ("t", "t"), ("d", "d"), ("j", "g"), ("g", "g"), ("h", "h"), ("k", "k"), ("q", "k"), ("c", "k"),
    ("r", "r"), ("s", "s"), ("z", "s"), ("f", "f"), ("v", "f"), ("l", "l"), ("m", "m"), ("n", "n"),
    ("w", "w"),
)  # fmt: skip
_SOUND = re.compile("|".join(letters for letters, _ in _LATIN))
_CLASS = dict(_LATIN)
_LOOSE = str.maketrans({"g": "k", "w": "", "h": "", "d": "t"})
"""What two spellings may differ in: c and g for ق and ج, w or nothing for و, h, th for ذ."""
_SOFT_C = re.compile("c(?=[eiy])")
_ARABIC_WORD = re.compile("[\u0621-\u064a\u066e-\u06d3]{3,}")
_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_JOINED = re.compile("(?:[وف]?(?:[بكل]?ال|لل|[بكل])|[وف])(?=...)")
LEAST = 3
"""Consonants from which on a match is no accident."""


def latin_sounds(name: str) -> str:
    """Return the consonants of a name in Latin letters, equal neighbours once."""
    lower = _SOFT_C.sub("s", name.lower())
    return _once("".join(_CLASS[sound] for sound in _SOUND.findall(lower)))


@lru_cache(maxsize=500)
def arabic_sounds(text: str) -> frozenset[str]:
    """Return the consonants of every word of an Arabic text, with and without what is joined on."""
    found: set[str] = set()
    for word in _ARABIC_WORD.findall(_MARKS.sub("", text)):
        found.add(_of_word(word))
        joined = _JOINED.match(word)
        if joined:
            found.add(_of_word(word[joined.end() :]))
    return frozenset(found)


def is_named_in(name: str, text: str) -> bool:
    """Tell whether an Arabic text has a word that sounds like a name in Latin letters."""
    wanted = latin_sounds(name)
    return len(wanted) >= LEAST and wanted in arabic_sounds(text)


def _of_word(word: str) -> str:
    return _once("".join(_ARABIC.get(letter, "") for letter in word))


def _once(sounds: str) -> str:
    loose = sounds.translate(_LOOSE)
    return "".join(s for at, s in enumerate(loose) if at == 0 or loose[at - 1] != s)
