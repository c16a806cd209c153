"""A profile of checks: which are on and what they go by, as far as it is not the usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self, TypeVar

from translation.quality.rule import MOST_RULES, Rule

if TYPE_CHECKING:
    from translation.quality.check import Check, Option

T = TypeVar("T")

LONGEST_NAME = 80
"""Characters of the name of a profile."""
MOST_KEPT = 1000
"""Switches, or numbers, of a profile; a file of others could name a million."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What differs from the table of checks: switches by check id, numbers by option key, rules.

    Only what differs is kept, so that a check that gets better, and is on from then on, is on
    in every profile that says nothing of it. Ids that this program does not know stay.
    """

    name: str = ""
    switches: tuple[tuple[str, bool], ...] = ()
    numbers: tuple[tuple[str, int], ...] = ()
    rules: tuple[Rule, ...] = ()

    def has(self, check: Check) -> bool:
        """Tell whether a check is on."""
        return dict(self.switches).get(check.id, check.on)

    def number(self, option: Option) -> int:
        """Return what an option is."""
        return dict(self.numbers).get(option.key, option.default)

    def switched(self, check: Check, on: bool) -> Self:
        """Return the profile with a check on, or off."""
        others = {id_: was for id_, was in self.switches if id_ != check.id}
        kept = others if on is check.on else {**others, check.id: on}
        return replace(self, switches=tuple(sorted(kept.items())))

    def with_number(self, option: Option, value: int) -> Self:
        """Return the profile with another number for an option."""
        others = {key: was for key, was in self.numbers if key != option.key}
        kept = others if value == option.default else {**others, option.key: value}
        return replace(self, numbers=tuple(sorted(kept.items())))

    def to_json(self) -> dict[str, object]:
        """Return the profile as an object of JSON, without what it leaves as usual."""
        said = {
            "checks": dict(self.switches),
            "options": dict(self.numbers),
            "rules": [rule.to_json() for rule in self.rules],
        }
        return {"name": self.name, **{key: value for key, value in said.items() if value}}

    @classmethod
    def parse(cls, data: object) -> Self:
        """Return a profile from its JSON object; ValueError, which says why, where it is none."""
        if not isinstance(data, Mapping):
            raise ValueError("a profile of checks is a JSON object")
        name = data.get("name", "")
        if not isinstance(name, str) or len(name) > LONGEST_NAME or not name.isprintable():
            raise ValueError("name is no short text in one line")
        switches = _pairs(data, "checks", bool)
        numbers = _pairs(data, "options", int)
        switched, numbered = tuple(sorted(switches.items())), tuple(sorted(numbers.items()))
        return cls(name, switched, numbered, rules_of(data.get("rules", [])))


def rules_of(data: object) -> tuple[Rule, ...]:
    """Return the rules of a JSON array, of each name the last; ValueError where it is none."""
    if not isinstance(data, list) or len(data) > MOST_RULES:
        raise ValueError(f"rules are no array of at most {MOST_RULES}")
    found = {}
    for number, one in enumerate(data, start=1):
        try:
            rule = Rule.parse(one)
        except ValueError as error:
            raise ValueError(f"rule {number}: {error}") from None
        found[rule.name] = rule
    return tuple(found.values())


def _pairs(data: Mapping[str, object], key: str, kind: type[T]) -> dict[str, T]:
    found = data.get(key, {})
    if not isinstance(found, Mapping) or len(found) > MOST_KEPT:
        raise ValueError(f"{key} is no object")
    pairs = {}
    for name, value in found.items():
        if type(value) is not kind:
            wanted = "true or false" if kind is bool else "a whole number"
            raise ValueError(f"{key}: {name} is not {wanted}")
        pairs[name] = value
    return pairs


USUAL = Profile()
"""Everything as the table of checks has it."""
