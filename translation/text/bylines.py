"""Bylines: lines that name who wrote, edited, translated or supplied an article."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from translation.model.inline import strip_codes
from translation.model.language import primary_subtag
from translation.text.furniture import LISTS
from translation.text.furniture_rules import read_rules, words_of
from translation.text.normalise import for_matching

if TYPE_CHECKING:
    from translation.text.furniture_rules import Rules

MOST_WORDS = 12
MOST_NAME_WORDS = 5
MOST_PLACE_WORDS = 3
"""Words that a byline, one name in it, and the place before an agency's name can have."""

_BREAK = re.compile(r"\s*[:|/]\s*|\s+[-–—ـ]+\s*|\s+")
"""Where the head of a byline can end: a mark, or a blank."""

_BETWEEN_NAMES = re.compile(r"\s*[,،+&|/]\s*|\s+[-–—ـ]+\s+|\s+(?:and|with)\s+")
_ENDS = (".", "!", "?", "؟", "؛", ":", "،", ",", "…")
_DIGIT = re.compile(r"\d")
_NO_NAMES = frozenset(
    "أن إن أنه إنه أنها إنها لا لم لن قد هذا هذه ذلك تلك التي الذي الذين عن هو هي هم كان كانت ما"
    " ليس ليست سوف هل كيف لماذا متى أين إذا لكن ثم حول ضد بعد قبل إلى منذ رصاص حبر".split()
)
"""Words that sentences and headlines have and names have not."""

_SMALL = frozenset("al bin ibn de la le van von der el for of in".split())
"""Words of Latin names that need no capital."""


def is_byline(text: str, language: str, *, is_apart: bool) -> bool:
    """Tell whether a line names who wrote or supplied the article ("بقلم: أحمد علي").

    ``is_apart`` says that it stands where bylines do, below the headline or at the end: there
    words are trusted that headlines start with, too ("تقرير: هبة مصطفى", "واشنطن - رويترز").
    """
    line = " ".join(strip_codes(text).split())
    is_clause = line.endswith(_ENDS) or line[:1].islower()
    if is_clause or len(line.split()) > MOST_WORDS or _DIGIT.search(line):
        return False
    own = primary_subtag(language)
    return any(
        _names_somebody(line, own, _rules(name), is_apart) for name in dict.fromkeys((own, "en"))
    )


def _names_somebody(line: str, language: str, rules: Rules, is_apart: bool) -> bool:
    for found in _BREAK.finditer(line):
        head, rest = line[: found.start()], line[found.end() :]
        is_marked = bool(found[0].strip())
        words, named = (words_of(for_matching(part, language)) for part in (head, rest))
        if rules.link_heads.is_all(words) and (is_marked or len(named) > 1):
            return _are_names(rest)
        if is_marked and rules.list_heads.is_all(words):
            return _are_names(rest)
        if is_marked and is_apart and rules.columns.is_all(words):
            return _are_names(rest) and len(named) <= MOST_NAME_WORDS
        if is_marked and is_apart and rules.plain.is_all(named):
            return len(words) <= MOST_PLACE_WORDS and _are_names(head)
    return False


def _are_names(text: str) -> bool:
    names = _BETWEEN_NAMES.split(text)
    return all(
        0 < len(name.split()) <= MOST_NAME_WORDS and all(map(_can_be_name, name.split()))
        for name in names
    )


def _can_be_name(word: str) -> bool:
    is_small = word.isascii() and word[:1].islower()
    return word not in _NO_NAMES and (not is_small or word.strip(".'").lower() in _SMALL)


@lru_cache(maxsize=8)
def _rules(language: str) -> Rules:
    path = LISTS / f"bylines.{language}.txt"
    return read_rules(path.read_text(encoding="utf-8") if path.is_file() else "", language)
