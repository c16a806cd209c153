"""A unit of XLIFF 2 as its rules look at it: its parts, and the inline elements of each side."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from translation.formats.xliff2.names import CODES, INLINE, core_name, core_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the children of the core with one of these names."""
    wanted = {tag for name in names for tag in core_tags(name)}
    return [child for child in element if child.tag in wanted]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of the core with this name."""
    wanted = core_tags(name)
    for found in element:
        if found.tag in wanted:
            return found
    return None


def below(element: etree._Element, name: str, *names: str) -> list[etree._Element]:
    """Return the children with one of ``names`` of the child ``name``, none where it is none."""
    found = child(element, name)
    return [] if found is None else children(found, *names)


def inline(element: etree._Element | None) -> Iterator[etree._Element]:
    """Walk the inline elements of a source or target in reading order."""
    if element is not None and len(element):
        yield from (found for found in element.iterdescendants() if core_name(found) in INLINE)


@dataclass(frozen=True, slots=True)
class Sides:
    """The inline elements of all sources and of all targets of a unit."""

    source: list[etree._Element] = field(default_factory=list)
    target: list[etree._Element] = field(default_factory=list)


class UnitParts:
    """A unit with what several rules ask of it, each looked up once."""

    def __init__(self, unit: etree._Element) -> None:
        self.unit = unit
        self.parts = children(unit, "segment", "ignorable")
        self.segments = [part for part in self.parts if core_name(part) == "segment"]
        self.sources = [child(part, "source") for part in self.parts]
        self.targets = [child(part, "target") for part in self.parts]

    @cached_property
    def sides(self) -> Sides:
        """The inline elements of both sides."""
        return Sides(
            [e for source in self.sources for e in inline(source)],
            [e for target in self.targets for e in inline(target)],
        )

    @cached_property
    def is_translated(self) -> bool:
        """Whether every segment has a target, so that pairs across segments are complete."""
        return all(child(segment, "target") is not None for segment in self.segments)

    @cached_property
    def data_ids(self) -> frozenset[str]:
        """The ids of the original data."""
        found = below(self.unit, "originalData", "data")
        return frozenset(data.get("id", "") for data in found)

    @cached_property
    def note_ids(self) -> frozenset[str]:
        """The ids of the notes."""
        found = below(self.unit, "notes", "note")
        return frozenset(note.get("id", "") for note in found) - {""}

    def both(self) -> list[etree._Element]:
        """Return the inline elements of both sides."""
        return self.sides.source + self.sides.target

    def codes(self) -> list[etree._Element]:
        """Return the codes of both sides, annotations left out."""
        return [element for element in self.both() if core_name(element) in CODES]
