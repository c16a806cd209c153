"""What of a segment says how likely its translation is wrong, without any model."""

from __future__ import annotations

import math
import re

from translation.model.inline import strip_codes
from translation.model.language import primary_subtag
from translation.spelling.nearness import RARE
from translation.spelling.speller import frequent_words

LENGTH, SHORT, LONG = "length", "short", "long"
RARE_NAMES, RARE_WORDS, RARITY = "rare_names", "rare_words", "rarity"
ISSUES, LIKELIHOOD = "issues", "likelihood"

SURFACE = (LENGTH, SHORT, LONG, RARE_NAMES, RARE_WORDS, RARITY, ISSUES)
"""Known of every segment, in the order of the weights."""
WITH_LIKELIHOOD = (*SURFACE, LIKELIHOOD)

USUAL_RATIO = 0.16
"""Natural logarithm of the characters of a translation to those of its Arabic source, as English
has them in the recorded drafts; of other pairs it shifts all segments alike."""
MOST_READ = 20_000
"""Characters of a text that are looked at: files are hostile."""
MOST_COUNTED = 4
"""Issues that count, an error twice; a table of broken codes has many, and one cause."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOKEN = re.compile(r"\w+")


def features(source: str, target: str, language: str, errors: int, warnings: int) -> list[float]:
    """Return the SURFACE of a segment; ``language`` is the target's (BCP 47).

    ``errors`` and ``warnings`` are how many issues the checks found. Where no list of frequent
    words is kept for the language, its words say nothing.
    """
    source, target = strip_codes(source[:MOST_READ]), strip_codes(target[:MOST_READ])
    words = len(_TOKEN.findall(source)) or 1
    ratio = math.log((len(target) + 1) / (len(source) + 1)) - USUAL_RATIO
    names, rare, rarity = _lexical(target, primary_subtag(language))
    found = issues_counted(errors, warnings)
    return [math.log(words), max(0.0, -ratio), max(0.0, ratio), names, rare, rarity, found]


def issues_counted(errors: int, warnings: int) -> float:
    """Return what the issues of a segment count."""
    return float(min(2 * errors + warnings, MOST_COUNTED))


def _lexical(target: str, language: str) -> tuple[float, float, float]:
    """Return the shares of rare capitalised and other rare words, and the mean log rank."""
    frequent = frequent_words(language)
    words = _WORD.findall(target) if frequent else []
    if not words:
        return 0.0, 0.0, _USUAL_RARITY
    places = [frequent.get(word.lower(), RARE) for word in words]
    rare = [word for word, place in zip(words, places, strict=True) if place == RARE]
    names = sum(word[0].isupper() for word in rare)
    rarity = sum(math.log(place + 10) for place in places) / len(words)
    return names / len(words), (len(rare) - names) / len(words), rarity


_USUAL_RARITY = 6.1
"""Of a text of which nothing is known."""
