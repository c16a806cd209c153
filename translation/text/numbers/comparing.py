"""Which numbers of a source its translation lacks or has otherwise, by value and not by digits.

Numbers are compared as sets: a translation may say a number twice, or once what the source says
twice. What is said in other units is right where it converts.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from translation.text.numbers.number import Kind, Number
from translation.text.numbers.units import converts, same_measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HUNDRED = Decimal(100)
_FEW = frozenset({Decimal(0), Decimal(1), Decimal(2)})
"""Figures of a translation for which the source may have a dual, or nothing."""
MOST = 400
"""Numbers of a text that are compared; a table of more is no sentence."""


class How(StrEnum):
    """How the numbers of two texts differ."""

    OTHER = "other"
    """The translation has another number instead."""
    LOST = "lost"
    ADDED = "added"
    UNIT = "unit"
    """The same number of another unit."""
    FORM = "form"
    """The number of a century, which is not said of a century."""
    PAIR = "pair"
    """Two of something, of which the translation does not say that they are two."""
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which numbers differ; there is no source number of what was added."""

    how: How
    source: Number | None
    target: Number | None


def differing(source: Sequence[Number], target: Sequence[Number]) -> list[Difference]:
    """Return in what the numbers of a translation differ from those of its source."""
    if not source and not target:
        return []
    if len(source) > MOST or len(target) > MOST:
        return []
    return [*_differing_months(source, target), *_Comparison(source, target).differences()]


class _Comparison:
    """Two lists of numbers, those that the other text has as well taken out of each."""

    def __init__(self, source: Sequence[Number], target: Sequence[Number]) -> None:
        self._source = [number for number in source if number.kind is not Kind.MONTH]
        self._target = [number for number in target if number.kind is not Kind.MONTH]
        self._having = _by_value(self._target)
        self._sources_having = _by_value(self._source)

    def differences(self) -> list[Difference]:
        """Return what is left, what belongs together in pairs."""
        missing = [number for number in self._source if not self._is_there(number)]
        lost = [number for number in missing if number.needed]
        added = [number for number in self._target if self._is_added(number)]
        found = [*self._wrong_forms(lost, added), *self._wrong_units(), *self._wrong_scales()]
        found += [Difference(How.PAIR, n, None) for n in lost if n.kind is Kind.PAIR]
        lost = [number for number in lost if number.kind is not Kind.PAIR]
        if len(added) > len(lost):
            # What need not be there may be what stands there for it.
            weak = [number for number in missing if not number.needed]
            lost += [n for n in weak if not n.in_words or n.kind is Kind.DECADE]
            lost.sort(key=lambda number: number.start)
        found += [d for d in _in_pairs(lost, added) if d.target or (d.source and d.source.needed)]
        return found

    def _is_there(self, number: Number) -> bool:
        if number.kind is Kind.VAGUE or not number.values:
            return True
        if number.kind is Kind.CENTURY:
            return any(_says_century(n, number) for n in self._alike(number, self._having))
        if any(self._having.get(value) for value in number.values):
            return True
        if number.kind is Kind.TIME and any(_is_time(n, number) for n in self._target):
            return True
        if number.parts and all(self._is_there(part) for part in number.parts):
            return True
        return any(_converted(number, other) for other in self._target)

    def _is_added(self, number: Number) -> bool:
        if number.kind is Kind.SPAN and number.in_words:
            return number.values[0] == _HUNDRED and not self._tells_century()
        if not number.needed or (number.values and number.values[0] in _FEW and not number.unit):
            return False
        if not number.values and not number.parts:
            return False
        if any(self._sources_having.get(value) for value in number.values):
            return False
        if any(n.kind is Kind.TIME and _is_time(number, n) for n in self._source):
            return False
        if number.parts and all(not self._is_added(part) for part in number.parts):
            return False
        return not any(_converted(other, number) for other in self._source)

    def _tells_century(self) -> bool:
        return any(
            number.kind in (Kind.CENTURY, Kind.SPAN, Kind.DECADE)
            or number.unit == "century"
            or (number.unit == "year" and number.values[:1] == (_HUNDRED,))
            for number in self._source
        )

    def _alike(self, number: Number, having: dict[Decimal, list[Number]]) -> list[Number]:
        return [other for value in number.values for other in having.get(value, ())]

    def _wrong_forms(self, lost: list[Number], added: list[Number]) -> Iterable[Difference]:
        """Take centuries out of what was lost whose number is there, but not said of a century."""
        for number in [n for n in lost if n.kind is Kind.CENTURY]:
            plain = [n for n in self._having.get(number.values[0], ()) if not n.in_words]
            if plain:
                lost.remove(number)
                yield Difference(How.FORM, number, plain[0])
        for span in [n for n in added if n.kind is Kind.SPAN and n.in_words]:
            added.remove(span)
            yield Difference(How.ADDED, None, span)

    def _wrong_units(self) -> Iterable[Difference]:
        for number in self._source:
            if number.unit and number.needed:
                there = self._alike(number, self._having)
                wrong = [n for n in there if _is_of_other_unit(number, n)]
                if wrong and len(wrong) == len(there):
                    yield Difference(How.UNIT, number, wrong[0])

    def _wrong_scales(self) -> Iterable[Difference]:
        """Give hundreds that stand there for thousands."""
        ours = [number for number in self._source if number.kind is Kind.VAGUE]
        theirs = [number for number in self._target if number.kind is Kind.VAGUE]
        here = {value for number in self._source for value in number.values}
        lost = [n for n in ours if not self._having.get(n.values[0])]
        added = [n for n in theirs if n.values[0] not in here]
        for number, other in zip(lost, added, strict=False):
            yield Difference(How.OTHER, number, other)


def _is_of_other_unit(number: Number, other: Number) -> bool:
    return (
        bool(other.unit)
        and number.unit != other.unit
        and same_measure(number.unit, other.unit)
        and not _converted(number, other)
    )


def _is_time(number: Number, time: Number) -> bool:
    """Whether a decimal number is a time written with a dot: 9.30."""
    return any(value * 100 in time.values for value in number.values)


def _says_century(number: Number, century: Number) -> bool:
    """Whether a number of the translation says which century: as an ordinal, or by its years."""
    if number.kind in (Kind.CENTURY, Kind.ORDINAL):
        return True
    return number.in_words or (
        century.values[-1] >= _HUNDRED and century.values[-1] in number.values
    )


def _converted(number: Number, other: Number) -> bool:
    if not number.unit or not other.unit or number.unit == other.unit:
        return False
    if not number.values or not other.values:
        return False
    return converts(number.values[0], number.unit, other.values[0], other.unit)


def _by_value(numbers: Iterable[Number]) -> dict[Decimal, list[Number]]:
    having: dict[Decimal, list[Number]] = {}
    for number in numbers:
        shares = [v / 100 for v in number.values] if number.unit == "percent" else []
        for value in dict.fromkeys((*number.values, *shares)):
            having.setdefault(value, []).append(number)
        for part in number.parts:
            for value in part.values:
                having.setdefault(value, []).append(number)
    return having


def _in_pairs(lost: list[Number], added: list[Number]) -> Iterable[Difference]:
    """Put what is left of both texts together: as many in order, else the most alike."""
    if len(lost) == len(added):
        pairs = list(zip(lost, added, strict=True))
    else:
        few, many = sorted((lost, added), key=len)
        left, pairs = list(many), []
        for number in few:
            best = left.pop(_most_alike(number, left))
            pairs.append((number, best) if few is lost else (best, number))
    for source, target in pairs:
        yield Difference(How.OTHER, source, target)
    told = {id(number) for pair in pairs for number in pair}
    for number in lost:
        if id(number) not in told:
            yield Difference(How.LOST, number, None)
    for number in added:
        if id(number) not in told:
            yield Difference(How.ADDED, None, number)


def _most_alike(number: Number, others: list[Number]) -> int:
    likeness = [_likeness(number, other) for other in others]
    return likeness.index(max(likeness))


def _likeness(number: Number, other: Number) -> tuple[bool, int]:
    """Return how likely one number was made of another: by unit, then by common digits."""
    ours = str(number.values[0]) if number.values else ""
    theirs = str(other.values[0]) if other.values else ""
    common = sum((ours.count(d) and theirs.count(d)) > 0 for d in "0123456789")
    return bool(number.unit) and number.unit == other.unit, common


def _differing_months(source: Sequence[Number], target: Sequence[Number]) -> list[Difference]:
    """Return the months that one text names and the other does not, in pairs where there is one."""
    ours = [number for number in source if number.kind is Kind.MONTH]
    theirs = [number for number in target if number.kind is Kind.MONTH]
    if not any(number.needed for number in (*ours, *theirs)):
        return []
    here = {value for number in ours for value in number.values}
    there = {value for number in theirs for value in number.values}
    figures = {value for number in target for value in number.values}
    figures |= {value for number in target for part in number.parts for value in part.values}
    lost = [n for n in ours if n.needed and not (there | figures).intersection(n.values)]
    ours_in_figures = {value for number in source for value in number.values}
    added = [n for n in theirs if n.needed and not (here | ours_in_figures).intersection(n.values)]
    found = [Difference(How.MONTH, a, b) for a, b in zip(lost, added, strict=False)]
    found += [Difference(How.MONTH, number, None) for number in lost[len(added) :]]
    found += [Difference(How.MONTH, None, number) for number in added[len(lost) :]]
    return found
