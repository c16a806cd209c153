"""Light stems: what is left of an Arabic or English word without its endings and clitics.

Nothing is looked up, so that a stem costs a microsecond; Arabic words get several, as و may be
"and" or belong to the word. Arabic is Larkey's "light10" (2007) with pronouns and the letters
that are written in one with the next word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from translation.text.normalise import FOLD_ALL, character_table

ARABIC_WORD = re.compile(
    "[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\ufe80-\ufefc]"
    "[\u0621-\u063a\u0640-\u065f\u0670-\u06d3\ufe70-\ufefc]*"
)
"""A run of Arabic letters with their marks, ligatures too; digits are none."""
_SHAPED = re.compile("[\ufe70-\ufefc]")
ENGLISH_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_FOLD = character_table(FOLD_ALL, arabic=True)
_PREFIX = re.compile("(?=([وف]?)([بكلس]?)(ال|(?<=ل)ل)?)")
_SUFFIXES = (
    "تهما", "هما", "تها", "تهم", "ات", "ان", "ين", "ون", "يه", "ها", "هم", "هن", "كم", "نا",
    "وا", "تي", "ته", "ه", "ي", "ا",
)  # fmt: skip
_LONGEST = 40
"""Letters; longer runs are no words, but what a hostile file may hold."""

_ENGLISH_ENDING = re.compile(
    r"(?:ations?|itions?|ments?|ness(?:es)?|ings?|ions?|ities|ity|ers?|ors?|ies|ied|ed|es|ly"
    r"|ally|als?|ives?|able|ous|ants?|ents?|ance|ence|ful|s|e|y)$"
)
_STEM = 4
"""Letters that an English ending leaves at least."""
_CUT = 7
"""Letters of an English stem at most: negotiat(e, ion, or) are one."""


@lru_cache(maxsize=20_000)
def folded_arabic(word: str) -> str:
    """Return a word without marks and stretching, its alefs, yehs and hamzas as one."""
    if _SHAPED.search(word):
        word = unicodedata.normalize("NFKC", word)
    return word.translate(_FOLD)


@lru_cache(maxsize=20_000)
def arabic_stems(word: str) -> tuple[str, ...]:
    """Return what a word may be without its clitics, the fullest first; the word folded itself."""
    if len(word) > _LONGEST:
        return (word,)
    found: dict[str, None] = {}
    for form in _without_prefixes(folded_arabic(word)):
        found[form] = None
        found[_without_suffix(form)] = None
    return tuple(found)


def _without_prefixes(word: str) -> list[str]:
    forms = [word]
    if word[:2] == "ال" and len(word) > 4:
        return [word, word[2:]]
    if word[:1] in ("و", "ف") and len(word) > 3:
        forms.append(word[1:])
    for form in tuple(forms):
        if (form[:2] == "ال" and len(form) > 4) or (form[:2] == "لل" and len(form) > 4):
            forms.append(form[2:])
        elif form[0] in "بكلس" and len(form) > 3:
            bare = form[1:]
            forms.append(bare[2:] if bare[:2] == "ال" and len(bare) > 4 else bare)
    return forms


def _without_suffix(form: str) -> str:
    for suffix in _SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            return form[: -len(suffix)]
    return form


@lru_cache(maxsize=20_000)
def english_stem(word: str) -> str:
    """Return a word in small letters without its endings, seven letters at most."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > _STEM:
        bare = _ENGLISH_ENDING.sub("", word)
        word = bare if len(bare) >= _STEM else word[:-1] if word[-1] in "sey" else word
        if len(word) > _STEM and word[-1] == word[-2]:
            word = word[:-1]
    return word[:_CUT]
