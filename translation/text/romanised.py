"""How near a Latin spelling comes to a name in Arabic letters.

Arabic writes a foreign name by its sounds: each letter may stand for several Latin ones (ب for b,
p or v), short vowels are left out. ``distance`` aligns the two, letter by letter; ``skeleton``
gives seven coarse classes of consonants, by which spellings are looked up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache, reduce
from itertools import accumulate, islice
from math import inf
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

# Latin letters as sounds: capitals stand for digraphs (S sh, C ch, X kh, G gh, T th, D dh, Z zh).
_DIGRAPHS = re.compile(r"sch|tch|sh|ch|kh|gh|th|dh|ph|zh|dj|ck|qu|cz|sz|x|(.)(?=\1)")
_SOUNDS = {
    "sch": "S", "tch": "C", "sh": "S", "ch": "C", "kh": "X", "gh": "G", "th": "T", "dh": "D",
    "ph": "f", "zh": "Z", "dj": "j", "ck": "k", "qu": "k", "cz": "C", "sz": "S", "x": "ks",
}  # fmt: skip
_LATIN = str.maketrans({
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss",
    "ə": "a", "ʻ": "", "ʼ": "", "ʿ": "", "ʾ": "", "'": "", "’": "", "‘": "", "`": "", "-": "",
})  # fmt: skip

_LETTERS = {
    "ا": "aeio", "ء": "", "و": "ouwv", "ي": "iyeaj", "ه": "haeo", "ع": "aeiou", "ح": "hX",
    "ب": "bpv", "پ": "p", "ت": "tT", "ث": "Tts", "ج": "jgCZG", "چ": "Cc", "خ": "XhkCj", "د": "dD",
    "ذ": "DdzT", "ر": "r", "ز": "zsZ", "ژ": "Z", "س": "scz", "ش": "SCsZc", "ص": "sc", "ض": "dDz",
    "ط": "t", "ظ": "zDd", "غ": "gGjr", "ف": "fv", "ڤ": "v", "ق": "kqgc", "ك": "kcqgCX", "گ": "g",
    "ل": "l", "م": "m", "ن": "n",
}  # fmt: skip
"""The sounds an Arabic letter, folded, may stand for."""

_VOWELS = frozenset("aeiou")
_SOFT = frozenset("hwy")
_WEAK = frozenset("اويهعء")
_NEAR = tuple(map(frozenset, ("tdTD", "kgGqXC", "bpvfw", "szSCZjc", "mn", "hX", "jGg", "aeiou")))
_SHORT, _LONG, _OTHER = 0.05, 0.15, 0.5
"""What it costs that a Latin vowel is not written, that an Arabic one has no counterpart, and
that a consonant stands for another of its kind; a consonant lost costs 1, a foreign one more."""
_FOREIGN = 1.5

_CLASSES = {
    c: k
    for k, letters in {
        "B": "bpvfبپفڤ", "T": "tdTDتثدذضطظ", "K": "kgcqjszxSCXGZجچخزژسشصغقكگ", "R": "rر", "L": "lل",
        "M": "mم", "N": "nن",
    }.items()
    for c in letters
}  # fmt: skip
_REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """Return a Latin word in small letters without accents, apostrophes and hyphens."""
    bare = word.lower()
    if not bare.isascii() or "'" in bare or "-" in bare:
        bare = unicodedata.normalize("NFD", bare.translate(_LATIN))
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return bare


@lru_cache(maxsize=20_000)
def sounds(word: str) -> str:
    """Return the sounds of a ``plain`` Latin word; a letter written twice is one."""
    return _DIGRAPHS.sub(_sound, word)


def _sound(found: re.Match[str]) -> str:
    return _SOUNDS.get(found[0], "")


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """Return the classes of consonants of a folded Arabic or ``plain`` Latin word."""
    heard = sounds(word) if word.isascii() else word.replace("تش", "چ")
    classes = "".join([_CLASSES.get(c, "") for c in heard])
    return _REPEATED.sub(r"\1", classes)


@lru_cache(maxsize=50_000)
def distance(arabic: str, latin: str, most: float = inf) -> float:
    """Return what tells a ``plain`` Latin spelling from a folded Arabic one; 0 is a perfect fit.

    Words of more than 30 letters are compared in their first 30. What is farther than ``most``
    may be given as infinitely far.
    """
    if most < inf and _least(arabic, latin) > most:
        return inf  # So it is nearly always, which is found in a tenth of the time.
    heard, letters = sounds(latin)[:30], arabic[:30].replace("تش", "چ")
    alone = [_ALONE.get(sound, 1.0) for sound in heard]
    above = [0.0, *accumulate(alone)]
    for letter in letters:
        costs = _INSTEAD.get(letter, _NO_LETTER)
        missing = _LONG if letter in _WEAK else 1.0
        corner = above[0]
        left = corner + missing
        row = [left]
        for sound, by_itself, over in zip(heard, alone, islice(above, 1, None), strict=True):
            # Comparing takes half the time of asking for the least of three.
            best = corner + costs.get(sound, _FOREIGN)
            if over + missing < best:
                best = over + missing
            if left + by_itself < best:
                best = left + by_itself
            row.append(best)
            left, corner = best, over
        if min(row) > most:
            return inf
        above = row
    return above[-1]


def _least(arabic: str, latin: str) -> float:
    """Return what the consonants of an Arabic spelling cost at least, whatever their order."""
    heard, least = _as_bits(sounds(latin)[:30]), 0.0
    for rightly, nearly in _consonant_bits(arabic):
        if not rightly & heard:
            least += _OTHER if nearly & heard else 1.0
    return least


@lru_cache(maxsize=20_000)
def _as_bits(sounds: str) -> int:
    """Return which sounds stand there, a bit for each."""
    return reduce(or_, (1 << ord(sound) for sound in sounds), 0)


@lru_cache(maxsize=20_000)
def _consonant_bits(arabic: str) -> list[tuple[int, int]]:
    """Return for each letter that must be heard which sounds it may stand for, or nearly may."""
    letters = arabic[:30].replace("تش", "چ")
    firm = [_INSTEAD.get(letter, _NO_LETTER) for letter in letters if letter not in _WEAK]
    return [(_as_bits("".join(s for s in c if not c[s])), _as_bits("".join(c))) for c in firm]


def _costs(allowed: str) -> dict[str, float]:
    """Return what it costs that a letter stands for a sound, where it can at all."""
    near = {sound for kind in _NEAR if not kind.isdisjoint(allowed) for sound in kind}
    costs = {sound: _LONG if sound in _VOWELS else _OTHER for sound in near}
    return costs | dict.fromkeys(allowed, 0.0)


_INSTEAD = {letter: _costs(allowed) for letter, allowed in _LETTERS.items()}
_NO_LETTER: dict[str, float] = {}
_ALONE = dict.fromkeys(_VOWELS, _SHORT) | dict.fromkeys(_SOFT, _LONG)
"""What a sound costs that Arabic does not write."""


def written_as(arabic: str, beginnings: Set[str]) -> Set[str]:
    """Return the ``consonants`` of spellings that are near a folded Arabic word.

    Of all that are possible only those are followed that one of ``beginnings`` begins with.
    """
    heard: Set[str] = {""} & beginnings
    for letter in arabic[:30].replace("تش", "چ"):
        allowed = _CONSONANTS.get(letter)
        if allowed:
            longer = {f"{begun}{c}" for begun in heard for c in allowed} & beginnings
            heard = longer | heard if letter in _WEAK or letter == "ح" else longer
    return heard


_CONSONANTS = {
    letter: "".join(c for c in allowed if c not in _VOWELS | _SOFT)
    for letter, allowed in _LETTERS.items()
}


def consonants(latin: str) -> str:
    """Return the sounds of a ``plain`` Latin word without vowels, h, w and y."""
    return _UNWRITTEN.sub("", sounds(latin))


def consonants_of_all(words: Sequence[str]) -> list[str]:
    """Return the consonants of each of many words, in a fifth of the time."""
    return _UNWRITTEN.sub("", _DIGRAPHS.sub(_sound, " ".join(words))).split(" ")


_UNWRITTEN = re.compile("[aeiouhwy]+")
