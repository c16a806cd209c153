"""How often an epoch draws each pair: by a file of weights, and by factors for corpora."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.training.pairs import MAX_PAIRS, opened_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from translation.training.pairs import Pair

_MOST = 1000.0
_MOST_LINE = 100
_FORMAT = "a file of weights"


def weighed(pairs: Sequence[Pair], weights: Path) -> list[Pair]:
    """Return the pairs with the weights of a file: a number in each line, 0 to leave a pair out.

    Raises InputError, also where the file has not just one line for each pair.
    """
    with opened_lines(weights) as lines:
        each = iter(lambda: lines.readline(_MOST_LINE), "")
        read = [
            _weight(line, number, weights.name)
            for number, line in enumerate(islice(each, MAX_PAIRS + 1), start=1)
        ]
    if len(read) != len(pairs):
        detail = f"it has {len(read)} weights for {len(pairs)} pairs"
        raise InputError("wrong_format", file=weights.name, format=_FORMAT, detail=detail)
    return [replace(pair, weight=weight) for pair, weight in zip(pairs, read, strict=True)]


def multiplied(pairs: Sequence[Pair], factors: Mapping[str, float]) -> list[Pair]:
    """Return the pairs with their weights times the factor of their corpus; weight 0 is left out.

    Raises UsageError for a corpus that no pair is of.
    """
    missing = set(factors) - {pair.corpus for pair in pairs}
    if missing:
        raise UsageError("no_corpus", corpus=sorted(missing)[0])
    heavier = (
        replace(pair, weight=min(_MOST, pair.weight * factors.get(pair.corpus, 1.0)))
        for pair in pairs
    )
    return [pair for pair in heavier if pair.weight > 0]


def _weight(line: str, number: int, name: str) -> float:
    try:
        weight = float(line)
    except ValueError:
        weight = math.nan
    if not 0 <= weight <= _MOST:
        detail = f"line {number} is no number from 0 to {_MOST:.0f}"
        raise InputError("wrong_format", file=name, format=_FORMAT, detail=detail)
    return weight
