"""Fragment identifiers of XLIFF 2: what ``#f=f1/u=u1/n=n1`` may look like (section 4.3.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.xliff2.names import core_name

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.xliff2.parts import UnitParts

NMTOKEN = re.compile(r"[\w.:\-\u00b7]+")
"""An XML name token, near enough: no ``/``, ``#``, ``=`` or blank is in it."""

_STEP = re.compile(r"(?:(?P<prefix>[^=]*)=)?(?P<id>[^=]*)")
_PLACES = {"f": 0, "g": 1, "u": 2}
_LEAF = 3
_REGISTERED = frozenset({"gls", "mda", "mtc", "res", "slr", "val", "ctr", "its", "fs", "tbx"})
"""Prefixes of the modules, and of TBX, which the registry of extensions lists."""


def steps(reference: str) -> list[tuple[str, str]] | None:
    """Return the steps of a fragment as (prefix, id), or None where it is not well formed."""
    found: list[tuple[str, str]] = []
    for step in reference.removeprefix("#").removeprefix("/").split("/"):
        match = _STEP.fullmatch(step)
        if match is None or not NMTOKEN.fullmatch(match["id"]):
            return None
        found.append((match["prefix"] or "", match["id"]))
    return found if _in_order([prefix for prefix, _ in found]) else None


def _in_order(prefixes: list[str]) -> bool:
    places = [_PLACES.get(prefix, _LEAF) for prefix in prefixes]
    known = all(prefix in ("", "n", "d", "t", *_PLACES, *_REGISTERED) for prefix in prefixes)
    return known and places == sorted(set(places))


def bad_reference(unit: UnitParts) -> str | None:
    """A reference of an annotation into the document is a well-formed fragment."""
    for element in unit.both():
        reference = element.get("ref") if core_name(element) in ("mrk", "sm") else None
        if reference is not None and reference.startswith("#") and steps(reference) is None:
            return reference
    return None


def bad_comment(unit: UnitParts) -> str | None:
    """A comment has a value or leads to a note of its unit, and not both."""
    for element in unit.both():
        if core_name(element) not in ("mrk", "sm") or element.get("type") != "comment":
            continue
        value, reference = element.get("value"), element.get("ref")
        if (value is None) == (reference is None):
            return element.get("id")
        if reference is not None and not _is_note(reference, unit):
            return reference
    return None


def _is_note(reference: str, unit: UnitParts) -> bool:
    found = steps(reference) if reference.startswith("#") else None
    if not found or found[-1][0] != "n" or found[-1][1] not in unit.note_ids:
        return False
    above = dict(found[:-1])
    return not above or above.get("u") == unit.unit.get("id")


def unknown_subflow(unit: UnitParts, unit_ids: frozenset[str]) -> str | None:
    """Sub-flows are ids of units of the same file, separated by blanks."""
    for code in unit.codes():
        for name in ("subFlows", "subFlowsStart", "subFlowsEnd"):
            for id_ in (code.get(name) or "").split():
                if id_ not in unit_ids:
                    return id_
    return None


def repeated_extension_id(scope: etree._Element) -> str | None:
    """Ids of the elements of one extension are unique in their file, group or unit."""
    seen: set[tuple[str, str]] = set()
    for child in scope:
        if core_name(child) != "*":
            continue
        for element in child.iter("*"):
            namespace = str(element.tag).rpartition("}")[0]
            if namespace.startswith("{urn:oasis:names:tc:xliff:"):
                continue  # modules say themselves within what their ids are unique
            for name in ("id", "{http://www.w3.org/XML/1998/namespace}id"):
                id_ = element.get(name)
                if id_ is None:
                    continue
                if (namespace, id_) in seen:
                    return id_
                seen.add((namespace, id_))
    return None
