"""Pairs that teach to carry over what both sides write alike: Latin words, numbers, addresses.

Made of other pairs, so that no more has to be at hand than what a model is trained on anyway.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from translation.text.carried import find_carried
from translation.text.numbers.months import ARABIC, ENGLISH
from translation.training.pairs import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

CORPUS = "copying"
_SHORT = 6
"""Words of a pair that something is set beside."""
_LONGEST_RUN = 40
_NUMBER = re.compile(r"\d+")
_DOMAINS = ("com", "org", "net", "info", "gov")
_KINDS = {"words", "code", "handle", "email", "address"}


class _Draw:
    """Pairs to draw from, each as often as its weight says."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = [pair for pair in pairs if pair.weight]
        self._sums = list(accumulate(pair.weight for pair in self._pairs))

    def one(self, rng: random.Random) -> Pair | None:
        """Return one of them; None where there are none."""
        return rng.choices(self._pairs, cum_weights=self._sums)[0] if self._pairs else None


@dataclass(frozen=True, slots=True)
class _Material:
    """What copying pairs are made of."""

    runs: Sequence[str]
    changeable: _Draw
    short: _Draw


def copying_pairs(pairs: Sequence[Pair], count: int, weight: float, arabic: bool) -> list[Pair]:
    """Return ``count`` pairs of that weight, or fewer where the pairs carry too little.

    ``arabic``: the source is Arabic and the target English, for which dates in words are made.
    """
    material = _material(pairs)
    if not material.runs:
        return []
    rng = random.Random(2)
    made = dict.fromkeys(
        both
        for maker, share in _SHARES.items()
        if arabic or maker is not _date_in_words
        for both in _tries(maker, material, round(share * count), rng)
    )
    return [Pair(source, target, weight, CORPUS) for source, target in made]


_Texts = tuple[str, str]


def _tries(
    maker: Callable[[_Material, random.Random], _Texts | None],
    material: _Material,
    count: int,
    rng: random.Random,
) -> Iterator[_Texts]:
    """Yield so many different pairs of texts, unless most tries give nothing fresh."""
    found: set[_Texts] = set()
    for _ in range(5 * count):
        both = maker(material, rng)
        if both is not None and both not in found:
            found.add(both)
            yield both
        if len(found) == count:
            return


def _material(pairs: Sequence[Pair]) -> _Material:
    runs: dict[str, None] = {}
    changeable, short = list[Pair](), list[Pair]()
    for pair in pairs:
        shared = _shared_runs(pair)
        runs.update(dict.fromkeys(shared))
        if len(shared) == 1 or _shared_numbers(pair):
            changeable.append(pair)
        elif len(pair.source.split()) <= _SHORT:
            short.append(pair)
    return _Material(list(runs), _Draw(changeable), _Draw(short))


def _shared_runs(pair: Pair) -> list[str]:
    """Return what is no number and stands once on both sides, to the letter."""
    return [
        span.text
        for span in find_carried(pair.source)
        if span.kind.id in _KINDS
        and 2 <= len(span.text) <= _LONGEST_RUN
        and pair.source.count(span.text) == pair.target.count(span.text) == 1
    ]


def _shared_numbers(pair: Pair) -> list[str]:
    """Return the numbers of both sides where they are the same, all different and above 10.

    Words stand otherwise beside smaller ones, in Arabic and elsewhere.
    """
    numbers = _NUMBER.findall(pair.source)
    same = sorted(numbers) == sorted(_NUMBER.findall(pair.target))
    apart = len(set(numbers)) == len(numbers)
    return numbers if same and apart and all(int(number) > 10 for number in numbers) else []


def _changed(material: _Material, rng: random.Random) -> _Texts | None:
    """A pair with another Latin run in the place of its own, or with other numbers."""
    pair = material.changeable.one(rng)
    if pair is None:
        return None
    runs = _shared_runs(pair)
    if len(runs) == 1:
        run = rng.choice(material.runs)
        return pair.source.replace(runs[0], run), pair.target.replace(runs[0], run)
    fresh = {number: _other_number(number, rng) for number in _shared_numbers(pair)}
    source, target = (
        _NUMBER.sub(lambda found: fresh[found.group()], text) for text in (pair.source, pair.target)
    )
    return source, target


def _other_number(number: str, rng: random.Random) -> str:
    if len(number) == 4 and 1500 <= int(number) <= 2099:
        return str(rng.randint(1800, 2039))
    return str(rng.randint(max(11, 10 ** (len(number) - 1)), 10 ** len(number) - 1))


def _beside(material: _Material, rng: random.Random) -> _Texts | None:
    """A short pair with a Latin run or a date set before or after it."""
    pair = material.short.one(rng)
    if pair is None:
        return None
    thing = rng.choice(material.runs) if rng.random() < 0.6 else _written_date(rng)
    if rng.random() < 0.5:
        return f"{thing} {pair.source}", f"{thing} {pair.target}"
    return f"{pair.source} {thing}", f"{pair.target} {thing}"


def _date_in_words(_: _Material, rng: random.Random) -> _Texts:
    """A date, its month by name on both sides."""
    day, month, year = _date(rng)
    names = ARABIC[month - 1].split("|")
    usual, other = names[0], rng.choice(names)
    arabic = rng.choice((usual, other, f"{other}/{usual}" if other != usual else usual))
    english = ENGLISH[month - 1].split()[0].capitalize()
    if rng.random() < 0.2:
        return f"{arabic} {year}", f"{english} {year}"
    before = rng.choice((("", ""), ("في ", "on "), ("يوم ", "on ")))
    return f"{before[0]}{day} {arabic} {year}", f"{before[1]}{day} {english} {year}"


def _bare(material: _Material, rng: random.Random) -> _Texts:
    """A Latin run, an address or a date, alone."""
    things = (rng.choice(material.runs), _address(material, rng), _written_date(rng))
    thing = rng.choices(things, (3, 1, 1))[0]
    return thing, thing


def _date(rng: random.Random) -> tuple[int, int, int]:
    return rng.randint(1, 28), rng.randint(1, 12), rng.randint(1900, 2035)


def _written_date(rng: random.Random) -> str:
    """Return a date that every language copies: in figures, or in English in a foreign text."""
    day, month, year = _date(rng)
    english = ENGLISH[month - 1].split()[0].capitalize()
    return rng.choice(
        (
            f"{day} {english} {year}",
            f"{english} {day}, {year}",
            f"{day}/{month}/{year}",
            f"{year}-{month:02}-{day:02}",
        )
    )


def _address(material: _Material, rng: random.Random) -> str:
    words = [
        word.lower() for run in rng.choices(material.runs, k=8) for word in re.findall(r"\w+", run)
    ]
    host, path = words[0], "/".join(words[1 : rng.randint(1, 4)])
    start = rng.choice(("https://www.", "https://", "http://", "www."))
    return f"{start}{host}.{rng.choice(_DOMAINS)}/{path}"


_SHARES = {_changed: 0.63, _beside: 0.16, _date_in_words: 0.09, _bare: 0.12}
"""How many of the pairs each of the makers makes."""
