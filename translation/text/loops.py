"""Repetition loops and runaway lengths in machine output."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from operator import eq

from translation.model.inline import strip_codes
from translation.text.words import words

LONGEST_PERIOD = 40
"""Longest repeated phrase looked for, in words and marks."""

RUNAWAY_RATIO = 3.0
"""A target longer than this many times its source, in characters, has run away."""

RUNAWAY_SLACK = 60
"""Characters a target may have on top: a heading of one word can take a sentence."""

MOST_TOKENS = 5000
"""Words and marks of a text that are looked at: a stuck decoder shows it long before."""

MOST_RUNS = 300
"""Runs of letters up to which comparing them is cheaper than finding all words and marks."""

FEWEST_TIMES = 3
"""A phrase that stands less often in a row is not stuck."""

FEWEST_CHARACTERS = 8
"""So often a few letters stand in a row that are stuck."""

_MAY_BE_WIDE = re.compile("[\u1100-\u11ff\u2300-\U0010ffff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_CHARACTER_LOOP = re.compile(rf"([^\W\d_]{{1,6}}?)\1{{{FEWEST_CHARACTERS - 1},}}")


def find_loop(source: str, target: str) -> bool:
    """Tell whether a target repeats itself as only a stuck decoder does, or has run away.

    A phrase counts as stuck when it stands four times in a row (three times from three words
    on) and the source holds nothing repeated as often.
    """
    source, target = strip_codes(source), strip_codes(target)
    if _width(target) > RUNAWAY_RATIO * _width(source) + RUNAWAY_SLACK:
        return True
    if _has_character_loop(target) and not _has_character_loop(source):
        return True
    repeated = _repeats(target)
    return any(repeated) and not any(_repeats(source))


@lru_cache(maxsize=4)
def letter_runs(text: str) -> list[str]:
    """Return the runs of letters of a text, case folded."""
    return _LETTERS.findall(text.casefold())


def _has_character_loop(text: str) -> bool:
    """Tell whether a few letters stand in a row too often.

    Of the letters of such a run all but a few stand there again, so that few words are looked
    at. Where folding changes the number of letters the runs tell nothing.
    """
    again = FEWEST_CHARACTERS - 1
    if len(text.casefold()) == len(text):
        long = [run for run in letter_runs(text) if len(run) > again]
        if not any(len(run) - len(set(run)) >= again for run in long):
            return False
    return _CHARACTER_LOOP.search(text) is not None


def _repeats(text: str) -> tuple[bool, ...]:
    """Tell for each period (in words and marks) whether something repeats with it too often."""
    if not _may_repeat(text):
        return ()  # So it is nearly always, which is found sooner than all words are.
    tokens = [word.casefold() for word in words(text) if not word.isspace()][:MOST_TOKENS]
    often = (token for token, count in Counter(tokens).items() if count >= FEWEST_TIMES)
    if not any(any(map(str.isalpha, token)) for token in often):
        return ()  # So it is nearly always.
    spoken = list(accumulate((any(map(str.isalpha, token)) for token in tokens), initial=0))
    longest = min(LONGEST_PERIOD, len(tokens) // 3)
    return tuple(_repeats_with(tokens, spoken, period) for period in range(1, longest + 1))


def _may_repeat(text: str) -> bool:
    """Tell whether runs of letters come round as they do wherever a phrase with letters does."""
    runs = letter_runs(text)
    again = len(runs) - len(set(runs))
    if again < FEWEST_TIMES - 1:
        return False
    if len(runs) > MOST_RUNS:
        return True
    # A phrase comes round no more often than runs do.
    periods = range(1, min(len(runs) // FEWEST_TIMES, again // (FEWEST_TIMES - 1)) + 1)
    return any(sum(map(eq, runs[p:], runs)) >= p * (FEWEST_TIMES - 1) for p in periods)


def _repeats_with(tokens: list[str], spoken: list[int], period: int) -> bool:
    """Look for a phrase of ``period`` tokens; ``spoken`` counts the tokens with letters."""
    times = 4 if period < 3 else FEWEST_TIMES
    if sum(map(eq, tokens[period:], tokens)) < period * (times - 1):
        return False  # So it is nearly always, in a row or not.
    matching = 0
    for index in range(period, len(tokens)):
        matching = matching + 1 if tokens[index] == tokens[index - period] else 0
        has_letters = spoken[index + 1] > spoken[index + 1 - period]
        if matching >= period * (times - 1) and has_letters:
            return True
    return False


def _width(text: str) -> int:
    """Return the length in characters, those of Chinese and its like counted as three."""
    if not _MAY_BE_WIDE.search(text):
        return len(text)
    return sum(3 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
