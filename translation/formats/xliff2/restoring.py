"""How codes of XLIFF 2 are put back into targets: lone halves, further copies, mended pairs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from translation.formats.code_restoring import Dialect, take_out
from translation.formats.xliff2.names import beside, core_name
from translation.formats.xliff2.parts import UnitParts, child, inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_DATA_REFS = ("dataRef", "dataRefStart", "dataRefEnd")
_HALVED = ("dataRef", "disp", "equiv", "subFlows")


def dialect_of(unit: etree._Element) -> Dialect:
    """Return how codes are written into this unit."""
    parts = UnitParts(unit)
    source_ids = Counter(element.get("id", "") for element in parts.sides.source)
    copies: Counter[str] = Counter()

    def single(copy: etree._Element, taken: set[str]) -> None:
        for name in _DATA_REFS:
            if copy.get(name) is not None and copy.get(name) not in parts.data_ids:
                del copy.attrib[name]  # the data of a match, which the unit does not have
        id_ = copy.get("id", "")
        copies[id_] += 1
        # Where the source breaks the rule that ids are unique, its target may do so as well.
        if id_ and id_ in taken and copies[id_] > (source_ids[id_] if source_ids[id_] > 1 else 0):
            number = 2
            while f"{id_}-{number}" in taken or f"{id_}-{number}" in source_ids:
                number += 1
            copy.set("id", f"{id_}-{number}")
        taken.add(copy.get("id", ""))

    def character(text: str) -> etree._Element | None:
        return unit.makeelement(beside(unit, "cp"), {"hex": f"{ord(text):04X}"})

    return Dialect(_half, single, character)


def _half(element: etree._Element, opens: bool) -> etree._Element | None:
    """Return the ``sc`` or ``ec`` of a ``pc``, the ``sm`` or ``em`` of a ``mrk``, else none."""
    is_code = core_name(element) == "pc"
    if not is_code and core_name(element) != "mrk":
        return None
    end = "Start" if opens else "End"
    if not opens and not is_code:
        return element.makeelement(beside(element, "em"), {"startRef": element.get("id", "")})
    attributes = {
        str(key): str(value)
        for key, value in element.attrib.items()
        if not str(key).endswith(("Start", "End")) and (opens or str(key) != "id")
    }
    for name in _HALVED if is_code else ():
        value = element.get(f"{name}{end}")
        if value is not None:
            attributes[name] = value
    if opens:
        return element.makeelement(beside(element, "sc" if is_code else "sm"), attributes)
    plain = {key: value for key, value in attributes.items() if not key.startswith("{")}
    return element.makeelement(beside(element, "ec"), {"startRef": element.get("id", ""), **plain})


def mend_pairs(unit: etree._Element, segments: Sequence[etree._Element]) -> None:
    """Let halves in the targets of ``segments`` say that they are alone where they are.

    Only once every segment has a target: before, the other half may still come.
    """
    parts = UnitParts(unit)
    if not parts.is_translated:
        return
    target = parts.sides.target
    opened = {e.get("id") for e in target if core_name(e) in ("sc", "sm")}
    closed = {e.get("startRef") for e in target if core_name(e) in ("ec", "em")}
    for segment in segments:
        for element in list(inline(child(segment, "target"))):
            name = core_name(element)
            opens = name in ("sc", "sm") and element.get("id") not in closed
            closes = name in ("ec", "em") and element.get("startRef", "") not in opened | {""}
            if opens or closes:
                _stand_alone(element)


def _stand_alone(element: etree._Element) -> None:
    if core_name(element) in ("sm", "em"):
        take_out(element)
        return
    element.set("isolated", "yes")
    start = element.get("startRef")
    if start is not None:
        del element.attrib["startRef"]
        element.set("id", start)
