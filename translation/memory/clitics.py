"""The forms that an Arabic word has with what is written in one with it: particles and pronouns.

A table, no lexicon: forms that no text has cost nothing, as a memory simply has no such word.
"""

from __future__ import annotations

from functools import lru_cache

_BEFORE = ("", "و", "ف", "ب", "ك", "ل", "س", "وب", "وك", "ول", "وس", "فب", "فل", "فس")
_WITH_ARTICLE = ("ال", "وال", "فال", "بال", "كال", "لل", "وبال", "وكال", "ولل", "فبال", "فلل")
_AFTER = ("", "ه", "ها", "هم", "هن", "هما", "ك", "كم", "ي", "نا")
_SHORTEST = 3
"""Letters that a word keeps where its article is taken off."""


@lru_cache(maxsize=256)
def with_clitics(word: str) -> tuple[str, ...]:
    """Return the forms of a folded word, itself first; its own article is no part of it."""
    bare = word[2:] if word.startswith("ال") and len(word) >= _SHORTEST + 2 else word
    stems = [bare]
    if bare.endswith("ه") and len(bare) > _SHORTEST:  # a ta marbuta is written open before more
        stems.append(f"{bare[:-1]}ت")
    forms = {word: None, bare: None}
    for stem in stems:
        forms |= {f"{before}{stem}{after}": None for before in _BEFORE for after in _AFTER}
    forms |= {f"{before}{bare}": None for before in _WITH_ARTICLE}
    return tuple(forms)
