"""Page furniture: what a news page carries around its article, known by lists in resources."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from translation.model.language import primary_subtag
from translation.text.normalise import for_matching

LISTS = Path(__file__).resolve().parents[2] / "resources" / "text"
LONGEST = 120
"""Furniture lines are short; longer text (in characters) is never taken for one."""

WORDS_AFTER_START = 10
KINDS = ("=", "^", "~")
_GLUE = r"[\s0-9.,:;|/()\[\]·•،\-–—+#!؟?]*"


def is_furniture(text: str, language: str) -> bool:
    """Tell whether a line is page furniture ("share", ": 205", "leave a comment").

    English furniture is known on pages of any language: chrome is often left untranslated.
    """
    if len(text) > LONGEST:
        return False
    own = primary_subtag(language)
    folded = for_matching(text, own)  # Folded as Arabic an English phrase is what it was.
    return any(_patterns(name).fullmatch(folded) for name in (own, "en"))


@lru_cache(maxsize=8)
def _patterns(language: str) -> re.Pattern[str]:
    path = LISTS / f"furniture.{language}.txt"
    entries = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    whole: list[str] = []
    choices: list[str] = []
    for kind, phrase in (entry.split(maxsplit=1) for entry in entries if entry.startswith(KINDS)):
        if kind == "~":
            choices.append(phrase)
            continue
        folded = re.escape(for_matching(phrase, language))
        if kind == "=":
            whole.append(folded)
        else:
            choices.append(rf"{folded}(?: ?\S+)?(?: \S+){{0,{WORDS_AFTER_START - 1}}}")
    if whole:
        phrases = "|".join(sorted(whole, key=len, reverse=True))
        choices.insert(0, rf"{_GLUE}(?:\b(?:{phrases})\b{_GLUE})+")
    return re.compile("|".join(choices) or r"(?!)")
