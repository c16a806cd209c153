"""Which machine-made pairs are good enough to be learned from."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from translation.text.carried import has_other_letters, western_digits
from translation.text.carried_kinds import LATIN
from translation.text.loops import find_loop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.training.preparing.back_translating import Made

FEWEST_WORDS, MOST_WORDS = 0.6, 1.7
"""Words of a source to those of its text, in proportion to what is usual among them all."""
_MOST_LATIN = 0.25
"""Share of the words of a source in another script that may be Latin."""
_WORST = 0.15
_GROUPS = 10
_UNKNOWN = ("\u2047", "\ufffd")
_DIGITS = re.compile(r"\d+")
_LATIN_WORD = re.compile(rf"[{LATIN}]{{2,}}")


def chosen(made: Sequence[Made]) -> list[Made]:
    """Return the pairs without visible faults, less the worst that the judge saw.

    A long text is likelier by piece than a short one, so that the worst are looked for in each
    tenth by length.
    """
    usual = median(map(_ratio, made)) if made else 1.0
    sound = [pair for pair in made if is_sound(pair, usual)]
    sound.sort(key=lambda pair: len(pair.target.split()))
    kept: list[Made] = []
    for number in range(_GROUPS):
        start, end = (len(sound) * edge // _GROUPS for edge in (number, number + 1))
        group = sorted(sound[start:end], key=lambda pair: pair.log_chance)
        kept += group[round(_WORST * len(group)) :]
    return kept


def is_sound(made: Made, usual: float) -> bool:
    """Tell whether a made source has about the length and just the numbers of its text.

    It has no unknown signs, no phrase over and over, and few Latin words where it is written in
    another script. ``usual``: how many words a source mostly has for each of its text.
    """
    return (
        FEWEST_WORDS * usual <= _ratio(made) <= MOST_WORDS * usual
        and _figures(made.source) == _figures(made.target)
        and not any(sign in made.source for sign in _UNKNOWN)
        and not _is_too_latin(made.source)
        and not find_loop(made.target, made.source)
    )


def _figures(text: str) -> Counter[str]:
    return Counter(_DIGITS.findall(western_digits(text)))


def _ratio(made: Made) -> float:
    return len(made.source.split()) / max(1, len(made.target.split()))


def _is_too_latin(source: str) -> bool:
    latin = len(_LATIN_WORD.findall(source))
    return has_other_letters(source) and latin > _MOST_LATIN * len(source.split())
