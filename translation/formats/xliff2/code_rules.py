"""What XLIFF 2 demands of inline codes and annotations beyond its schema.

Each function looks at a unit and returns the first thing that breaks its rule, or None.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from translation.formats.safe_xml import FORBIDDEN
from translation.formats.xliff2.names import ANNOTATIONS, CODES, core_name
from translation.formats.xliff2.parts import child, inline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from translation.formats.xliff2.parts import UnitParts

_DATA_REFS = ("dataRef", "dataRefStart", "dataRefEnd")
_KEPT = ("no", "firstNo")


def repeated_inline_id(unit: UnitParts) -> str | None:
    """Parts and inline elements share one set of ids on each side of a unit."""
    parts = [part.get("id") for part in unit.parts]
    for elements in (unit.sides.source, unit.sides.target):
        seen: set[str] = set()
        for id_ in (*parts, *(element.get("id") for element in elements)):
            if id_ and id_ in seen:
                return id_
            seen.add(id_ or "")
    return None


def unknown_data(unit: UnitParts) -> str | None:
    """Every dataRef leads to the unit's original data."""
    for element in unit.both():
        for name in _DATA_REFS:
            wanted = element.get(name)
            if wanted is not None and wanted not in unit.data_ids:
                return f"{name}={wanted}"
    return None


def bad_copy(unit: UnitParts) -> str | None:
    """A copyOf names a code of the unit that may be copied and whose data it does not repeat."""
    known = {code.get("id"): code for code in unit.codes()}
    for code in unit.codes():
        base = code.get("copyOf")
        if base is None:
            continue
        original = known.get(base)
        if original is None or original.get("canCopy") == "no":
            return base
        if any(code.get(name) is not None for name in _DATA_REFS):
            return base
    return None


def bad_pair(unit: UnitParts) -> str | None:
    """An sc has its ec later in the unit, or each says that it stands alone."""
    return _unpaired(unit.sides.source, "sc", "ec")


def bad_annotation_pair(unit: UnitParts) -> str | None:
    """An sm has its em later in the unit."""
    return _unpaired(unit.sides.source, "sm", "em")


def bad_target_pair(unit: UnitParts) -> str | None:
    """The same of the targets, once all segments have one; these may have changed places."""
    if not unit.is_translated:
        return None  # the other half may be in a segment that has no target yet
    target = unit.sides.target
    return _unpaired(target, "sc", "ec", False) or _unpaired(target, "sm", "em", False)


def _unpaired(
    elements: Sequence[etree._Element], start: str, end: str, in_order: bool = True
) -> str | None:
    numbered = list(enumerate(elements))
    places = {e.get("id"): at for at, e in numbered if core_name(e) == start}
    closed = {e.get("startRef") for e in elements if core_name(e) == end}
    for at, element in numbered:
        id_, opening = element.get("id"), element.get("startRef")
        alone = element.get("isolated") == "yes"
        if core_name(element) == start and alone == (id_ in closed):
            return id_
        if core_name(element) == end:
            if alone or opening is None:
                wrong = not alone or id_ is None or opening is not None
            else:
                late = in_order and places.get(opening, at) > at
                wrong = id_ is not None or opening not in places or late
            if wrong:
                return opening or id_ or end
    return None


def different_halves(unit: UnitParts) -> str | None:
    """What an ec says of being copied, deleted, overlapped or moved fits its sc."""
    for elements in (unit.sides.source, unit.sides.target):
        starts = {e.get("id"): e for e in elements if core_name(e) == "sc"}
        for element in elements:
            start = starts.get(element.get("startRef")) if core_name(element) == "ec" else None
            if start is None:
                continue
            for name in ("canCopy", "canDelete", "canOverlap"):
                if element.get(name, start.get(name, "yes")) != start.get(name, "yes"):
                    return f"{name} of {start.get('id')}"
            stays = start.get("canReorder") in _KEPT
            if element.get("canReorder", "no" if stays else "yes") != ("no" if stays else "yes"):
                return f"canReorder of {start.get('id')}"
    return None


def movable_but_fixed(unit: UnitParts) -> str | None:
    """A code that may not be moved may neither be copied nor deleted."""
    for code in unit.codes():
        fixed = code.get("canReorder") in _KEPT
        if fixed and (code.get("canCopy") != "no" or code.get("canDelete") != "no"):
            return code.get("id") or code.get("startRef")
    return None


def sequence_without_start(unit: UnitParts) -> str | None:
    """A sequence of codes that keep their order begins with canReorder="firstNo"."""
    begun = False
    for code in unit.sides.source:
        if core_name(code) not in CODES:
            continue
        keeps = code.get("canReorder", "yes")
        if keeps == "no" and not begun and core_name(code) != "ec":
            return code.get("id")
        begun = keeps in _KEPT or (begun and core_name(code) == "ec")
    return None


def broken_sequence(unit: UnitParts) -> str | None:
    """A sequence of codes that keep their order stands in the target as in the source."""
    targets = [list(_places(target)) for target in unit.targets]
    for source in unit.sources:
        for sequence in _sequences(list(_places(source)), source):
            for place, following in pairwise(sequence):
                held = next((t for t in targets if place[0] in (p[0] for p in t)), None)
                if held is not None and (place, following) not in pairwise(held):
                    return following[0]
    return None


_Place = tuple[str, str]
"""The id of a code and that of the pc around it."""


def _places(element: etree._Element | None) -> Iterator[_Place]:
    for code in inline(element):
        if core_name(code) not in CODES:
            continue
        around: etree._Element | None = code.getparent()
        while around is not None and core_name(around) in ANNOTATIONS:
            around = around.getparent()
        inside = around is not None and core_name(around) == "pc"
        id_ = code.get("id") or f"/{code.get('startRef')}"
        yield id_, (around.get("id", "") if around is not None and inside else "")


def _sequences(places: Sequence[_Place], source: etree._Element | None) -> Iterator[list[_Place]]:
    found: list[_Place] = []
    codes = [code for code in inline(source) if core_name(code) in CODES]
    for place, code in zip(places, codes, strict=True):
        keeps = code.get("canReorder", "yes")
        if keeps == "no" and found:
            found.append(place)
            continue
        if len(found) > 1:
            yield found
        found = [place] if keeps == "firstNo" else []
    if len(found) > 1:
        yield found


def missing_in_target(unit: UnitParts) -> str | None:
    """A code that may not be deleted is in some target where its segment has one."""
    held = {element.get("id") for element in unit.sides.target}
    for part in unit.segments:
        if child(part, "target") is None:
            continue
        for code in inline(child(part, "source")):
            if code.get("canDelete") == "no" and code.get("id", "") not in held | {""}:
                return code.get("id")
    return None


def bad_character(unit: UnitParts) -> str | None:
    """A cp stands for a character that XML cannot hold, in four to six hexadecimal digits."""
    for element in unit.unit.iter("{*}cp"):
        if core_name(element) != "cp":
            continue
        digits = element.get("hex", "")
        try:
            code = int(digits, 16)
        except ValueError:
            return digits or "no hex"
        right = 4 <= len(digits) <= 6 and code <= 0x10FFFF and FORBIDDEN.match(chr(code))
        if not right:
            return digits
    return None
