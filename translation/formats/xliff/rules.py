"""Rules of XLIFF 1.0 to 1.2 whose breach costs nothing: texts and places are found all the same.

Units and inline codes are known by where they stand, so ids that are missing or come twice lose
nothing. Specification: OASIS XLIFF 1.2 (2008-02-01), sections 2.1 and 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.broken_rules import Broken, place_of
from translation.formats.safe_xml import local_name
from translation.formats.xliff.marks import marks_below
from translation.formats.xliff.names import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_NAMESPACES = {"1.0": "", "1.1": "urn:oasis:names:tc:xliff:document:1.1", "1.2": NAMESPACE}
_OF_FILE = ("original", "source-language", "datatype")


def of_document(root: etree._Element) -> Iterator[Broken]:
    """Give what the root breaks."""
    version = root.get("version", "")
    namespace = str(root.tag).rpartition("}")[0].removeprefix("{")
    if version not in _NAMESPACES:
        yield _broken("the version is none of XLIFF 1", f"version: {version or 'none'}", root)
    elif namespace != _NAMESPACES[version]:
        rule = "the elements are not in the namespace of the version"
        yield _broken(rule, f"namespace: {namespace or 'none'}", root)


def of_file(file: etree._Element) -> Iterator[Broken]:
    """Give what a ``file`` lacks."""
    for name in _OF_FILE:
        if file.get(name) is None:
            yield _broken("an attribute is missing", f"required: {name}", file)


def of_id(trans_unit: etree._Element) -> Broken:
    """Return what a trans-unit breaks whose id is missing, or that of one before it in its file."""
    id_ = trans_unit.get("id")
    if id_ is None:
        return _broken("an attribute is missing", "required: id", trans_unit)
    return _broken("two units of a file have one id", f"unit_id: {id_}", trans_unit)


def of_codes(trans_unit: etree._Element) -> Iterator[Broken]:
    """Give what the inline elements of a trans-unit break."""
    for source in trans_unit.iterchildren("{*}source"):
        yield from _repeated_codes(source)


def of_segments(trans_unit: etree._Element) -> Iterator[Broken]:
    """Give the marks of a seg-source that say they are the same segment as one before."""
    for source in trans_unit.iterchildren("{*}seg-source"):
        seen: set[str] = set()
        for mark in marks_below(source):
            mid = mark.get("mid", "")
            if mid in seen:
                yield _broken("two segments of a unit have one mid", f"mid: {mid}", mark)
            seen.add(mid)


def _repeated_codes(source: etree._Element) -> Iterator[Broken]:
    seen: set[tuple[str, str]] = set()
    for element in source.iterdescendants("*"):
        name, id_ = local_name(element), element.get("id")
        if id_ is not None and (name, id_) in seen:
            rule = "two inline elements of a source have one id"
            yield _broken(rule, f"inline_id: {id_}", element)
        seen.add((name, id_ or ""))


def _broken(rule: str, what: str, element: etree._Element) -> Broken:
    return Broken(rule, what, *place_of(element))
