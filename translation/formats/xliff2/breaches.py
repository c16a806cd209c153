"""Holding a document against the rules of XLIFF 2: each is asked where it can be broken."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from translation.formats.broken_rules import Broken, place_of
from translation.formats.xliff2 import structure
from translation.formats.xliff2.names import ALL_OF_CORE, core_tag_name, core_tags
from translation.formats.xliff2.parts import UnitParts
from translation.formats.xliff2.rules import FORMATTING, RULES, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml import etree

    from translation.formats.xliff2.rules import Ask

    _AskedOfUnit = tuple[tuple[Rule, Callable[[UnitParts], str | None]], ...]


def breaches(root: etree._Element) -> Iterator[Broken]:
    """Hold a document against every rule: what breaks one, those of units last."""
    names: set[str] = set()
    asked_of_units: list[_AskedOfUnit] = []
    for element in root.iter(*ALL_OF_CORE):
        keys = tuple(element.keys())
        name, asked = _asked(element.tag, keys)
        if name not in structure.SHAPES:
            yield from _breach(_UNKNOWN, name, element)
            continue
        if name == "unit":
            asked_of_units.append(_asked_of_unit(frozenset(names)))
            names = set()
        names.add(name)
        names.update(map(str, keys))
        for rule, broken in asked:
            what = broken(element)
            if what is not None:
                yield from _breach(rule, what, element)
    asked_of_units.append(_asked_of_unit(frozenset(names)))
    # What was gathered before the first unit is asked of none.
    for unit, asked_of_unit in zip(root.iter(*core_tags("unit")), asked_of_units[1:], strict=True):
        parts = UnitParts(unit)
        for rule, broken_in_unit in asked_of_unit:
            what = broken_in_unit(parts)
            if what is not None:
                yield from _breach(rule, what, unit)


def _breach(
    rule: Rule, what: str | Sequence[etree._Element], element: etree._Element
) -> Iterator[Broken]:
    places = [(what, element)] if isinstance(what, str) else [(e.get("id", ""), e) for e in what]
    for thing, place in places:
        yield Broken(rule.sentence, f"{rule.id}: {thing}", *place_of(place), rule.refuses)


@lru_cache(4096)
def _asked(tag: object, keys: tuple[object, ...]) -> tuple[str, tuple[tuple[Rule, Ask], ...]]:
    """Return an element's name and the rules that can be broken where it has these attributes."""
    name, given = core_tag_name(tag), {str(key) for key in keys}
    given |= {FORMATTING for key in given if key.startswith(FORMATTING)}
    return name, tuple(
        (rule, broken)
        for rule, broken in _BY_ELEMENT.get(name, ())
        if (not rule.about or rule.about & given)
        and (rule.id not in _BY_NAMES or _BY_NAMES[rule.id](tag, keys) is not None)
    )


@lru_cache(1024)
def _asked_of_unit(names: frozenset[str]) -> _AskedOfUnit:
    """Return the rules that a unit can break in which these elements and attributes occur."""
    return tuple(
        (rule, rule.in_unit)
        for rule in RULES
        if rule.in_unit is not None and (not rule.about or rule.about & names)
    )


_BY_NAMES = {"attribute": structure.wrong_names, "required": structure.missing_name}
"""Rules that ask for nothing but the names of an element and its attributes."""

_UNKNOWN = Rule("element", "an element is unknown to the core", frozenset())
_BY_ELEMENT = {
    name: tuple((rule, rule.broken) for rule in RULES if name in rule.on and rule.broken)
    for name in structure.SHAPES
}
