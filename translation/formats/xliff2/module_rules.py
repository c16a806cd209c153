"""What the modules of XLIFF 2.1 (chapter 5) demand of their own elements and attributes.

They hold nothing that is translated here and are given back as they came, so a breach is told
and the document opened. A module that a document does not use costs nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.broken_rules import Broken, place_of
from translation.formats.xliff.names import LANG
from translation.formats.xliff2.names import core_name
from translation.formats.xliff2.references import NMTOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

_MODULE = "{{urn:oasis:names:tc:xliff:{}:2.0}}"
_MDA, _MTC, _GLS, _RES, _SLR, _VAL = (
    _MODULE.format(name)
    for name in (
        "metadata",
        "matches",
        "glossary",
        "resourcedata",
        "sizerestriction",
        "validation",
    )
)
_SIDES = frozenset({"source", "target", "ignorable"})
_MATCH_TYPES = frozenset({"am", "ebm", "idm", "ice", "mt", "tb", "tm", "other"})
_YES_NO = frozenset({"yes", "no"})
_FORMS = frozenset({"none", "nfc", "nfd"})
_SOUGHT = ("isPresent", "isNotPresent", "startsWith", "endsWith")
_NUMBER = re.compile("[0-9]+")
_RESTRICTION = re.compile(r"\*|[0-9]+(?:,(?:[0-9]+|\*))?")


def module_breaches(root: etree._Element) -> Iterator[Broken]:
    """Give what breaks the rules of a module."""
    for name, namespace, broken in _RULES:
        for element in root.iter(f"{namespace}*"):
            what = broken(element, str(element.tag)[len(namespace) :])
            if what is not None:
                yield _breach(name, what, element)
    for element in _with_sizes(root):
        if (what := _bad_size(element)) is not None:
            yield _breach("size restriction", what, element)


def _breach(module: str, what: str, element: etree._Element) -> Broken:
    rule = f"the {module} module is not used by its rules"
    return Broken(rule, what, *place_of(element), refuses=False)


def _names(element: etree._Element) -> list[str]:
    return [str(child.tag).rpartition("}")[2] for child in element]


def _repeated(elements: Iterable[etree._Element]) -> str | None:
    seen: set[str] = set()
    for element in elements:
        id_ = element.get("id")
        if id_ is not None and (id_ in seen or not NMTOKEN.fullmatch(id_)):
            return id_
        seen.add(id_ or "")
    return None


def _bad_metadata(element: etree._Element, name: str) -> str | None:
    if name == "meta":
        if element.get("type") is None:
            return "a meta without a type"
        return next((str(key) for key in element.attrib if key != "type"), None)
    if element.get("appliesTo", "source") not in _SIDES:
        return f"appliesTo={element.get('appliesTo')}"
    allowed = {"metaGroup"} if name == "metadata" else {"metaGroup", "meta"}
    held = _names(element)
    if not held or set(held) - allowed:
        return f"{name} holds {' '.join(held[:3]) or 'nothing'}"
    return _repeated(element.iter(f"{_MDA}*")) if name == "metadata" else None


def _bad_match(element: etree._Element, name: str) -> str | None:
    if name == "matches":
        return _repeated(element) or _bad_reference(element)
    kind = element.get("type")
    if kind is not None and kind not in _MATCH_TYPES:
        return f"type={kind}"
    if element.get("subType") is not None and kind is None:
        return "a subType without a type"
    if element.get(LANG) is not None:
        return "xml:lang on a match"
    return None


def _bad_reference(matches: etree._Element) -> str | None:
    """Return a reference that names no part and no inline element of the unit."""
    unit = next((e for e in matches.iterancestors() if core_name(e) == "unit"), None)
    parts = () if unit is None else (e for e in unit if core_name(e) in ("segment", "ignorable"))
    ids = {e.get("id") for part in parts for e in part.iter("*")}
    for match in matches.iterchildren(f"{_MTC}match"):
        reference = match.get("ref", "")
        wanted = reference.rpartition("/")[2].removeprefix("#").removeprefix("t=")
        if not reference.startswith("#") or wanted not in ids:
            return f"ref={reference}"
    return None


def _bad_glossary(element: etree._Element, name: str) -> str | None:
    if name == "glossary":
        return _repeated(element.iter(f"{_GLS}*"))
    if name == "glossEntry" and not {"translation", "definition"} & set(_names(element)):
        return f"glossEntry {element.get('id', '')} explains nothing"
    return None


def _bad_resource(element: etree._Element, name: str) -> str | None:
    if name == "resourceData":
        return _repeated(element)
    if name not in ("source", "target"):
        return None
    if element.get("href") is not None and (len(element) or (element.text or "").strip()):
        return f"{name} has content and href"
    wanted = element.getroottree().getroot().get("srcLang", "")
    language = element.get(LANG, wanted)
    same = name == "target" or language.lower() == wanted.lower()
    return None if same else language


def _bad_validation(element: etree._Element, name: str) -> str | None:
    if name != "rule":
        return None
    foreign = [key for key in map(str, element.attrib) if key.startswith("{")]
    sought = [key for key in _SOUGHT if element.get(key) is not None]
    if len(sought) + len(foreign) != 1:
        return f"{len(sought) + len(foreign)} conditions in one rule"
    if element.get("existsInSource") is not None and sought in ([], ["isNotPresent"]):
        return "existsInSource with nothing to be present"
    for key in ("caseSensitive", "disabled", "existsInSource"):
        if element.get(key, "yes") not in _YES_NO:
            return f"{key}={element.get(key)}"
    if element.get("normalization", "nfc") not in _FORMS:
        return f"normalization={element.get('normalization')}"
    occurs = element.get("occurs", "1")
    return None if _NUMBER.fullmatch(occurs) and int(occurs[:9]) else f"occurs={occurs}"


def _with_sizes(root: etree._Element) -> Iterator[etree._Element]:
    found = root.xpath("//*[@s:*]", namespaces={"s": _SLR.strip("{}")})
    if isinstance(found, list):
        yield from found  # type: ignore[misc]


def _bad_size(element: etree._Element) -> str | None:
    given = {
        str(key)[len(_SLR) :]: str(value)
        for key, value in element.items()
        if str(key).startswith(_SLR)
    }
    if not _NUMBER.fullmatch(given.get("equivStorage", "0")):
        return f"equivStorage={given['equivStorage']}"
    for key in ("sizeRestriction", "storageRestriction"):
        if key in given and not _RESTRICTION.fullmatch(given[key]):
            return f"{key}={given[key]}"
    if "sizeInfo" in given and "sizeInfoRef" in given:
        return "sizeInfo and sizeInfoRef"
    alone = core_name(element) != "ec" or element.get("isolated") == "yes"
    if not alone and given.keys() & {"equivStorage", "sizeInfo", "sizeInfoRef"}:
        return "a size on an ec"
    wanted = given.get("sizeInfoRef")
    return wanted if wanted is not None and not _has_size_data(element, wanted) else None


def _has_size_data(element: etree._Element, id_: str) -> bool:
    """Tell whether size data beside the element, or beside one above it, holds this id."""
    return any(
        found.get("id") == id_
        for parent in element.iterancestors()
        for data in parent.iterchildren(f"{_SLR}data")
        for found in data.iter("*")
    )


_RULES: tuple[tuple[str, str, Callable[[etree._Element, str], str | None]], ...] = (
    ("metadata", _MDA, _bad_metadata),
    ("matches", _MTC, _bad_match),
    ("glossary", _GLS, _bad_glossary),
    ("resource data", _RES, _bad_resource),
    ("validation", _VAL, _bad_validation),
)
