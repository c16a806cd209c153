"""Putting changed units of an XLIFF file back into its bytes, of which all others stay.

Only where the places of the units can be told for certain: then the export keeps line ends,
quotes, declarations and everything else that a parsed tree forgets.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from translation.formats.fingerprints import UNITS_A_REPORT
from translation.formats.safe_xml import UndeclaredPrefixError, elements
from translation.model.ports import no_report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml import etree

    from translation.model.ports import Report

_OTHER_ALPHABETS = (
    "utf-16",
    "utf-32",
    "ucs",
    "ebcdic",
    "cp037",
    "cp500",
    "utf-7",
    "hz",
    "iso-2022",
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


_NO_ELEMENT = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
"""What may hold the look of an element, but none."""

_START_TAG = (
    rb"<(?:[\w.\-]+:)?%s(?=[\s/>])"
    rb"""(?P<given>(?:\s+[^\s"'=<>/]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*/?>"""
)
_QUOTE = {'"': "&quot;"}
"""So that the quotes around are always double ones."""


class NotSpliceableError(Exception):
    """The units' places in the bytes cannot be told; the whole tree has to be written."""


def spliced(
    data: bytes,
    name: str,
    tag: str,
    wanted: Mapping[int, Callable[[etree._Element], bool]],
    report: Report = no_report,
) -> bytes:
    """Return the file with some of its elements changed.

    ``tag`` is the local name of the elements, ``wanted`` the change for each of those at these
    places in the document (0-based); it says whether it changed anything. Raises
    NotSpliceableError, before which elements of the file's own may have been changed in vain.
    """
    encoding = _encoding(data)
    places = _places(_elements_alone(data), tag)
    made: list[bytes] = []
    at = count = 0
    try:
        for count, element in enumerate(elements(data, name, f"{{*}}{tag}", whole=True), start=1):
            if count % UNITS_A_REPORT == 0:
                report(count, len(places))
            change = wanted.get(count - 1)
            if change is None or not change(element):
                continue
            if count > len(places):
                raise NotSpliceableError
            start, end = places[count - 1]
            made += [
                data[at:start],
                _with_line_ends(_serialized(element, encoding), data[start:end]),
            ]
            at = end
    except UndeclaredPrefixError as error:
        raise NotSpliceableError from error
    if count != len(places):
        raise NotSpliceableError
    return b"".join([*made, data[at:]])


def with_attribute(data: bytes, name: str, tag: str, given: Mapping[int, str], key: str) -> bytes:
    """Return the file with an attribute in the start tags of some elements, all else left alone.

    ``given`` has its value for each element called ``tag`` at these places in the document
    (0-based), as ASCII. Raises NotSpliceableError.
    """
    _encoding(data)
    tags = list(re.finditer(_START_TAG % tag.encode(), _elements_alone(data)))
    if len(tags) != sum(1 for _ in elements(data, name, f"{{*}}{tag}", recover=True)):
        raise NotSpliceableError
    made: list[bytes] = []
    at = 0
    for place, value in sorted(given.items()):
        found = tags[place]
        written = f' {key}="{value}"'.encode("ascii")
        empty = re.search(rb"\s" + key.encode() + rb"""\s*=\s*(?:""|'')""", found["given"])
        start = found.start("given") + empty.start() if empty else found.end("given")
        made += [data[at:start], written]
        at = found.start("given") + empty.end() if empty else start
    return b"".join([*made, data[at:]])


def _encoding(data: bytes) -> str:
    """Return the encoding where ASCII is ASCII in it."""
    found = _DECLARED.match(data[:200].removeprefix(codecs.BOM_UTF8))
    encoding = found[1].decode("ascii").lower() if found else "utf-8"
    if b"\0" in data[:64] or encoding.startswith(_OTHER_ALPHABETS):
        raise NotSpliceableError
    return encoding


def _elements_alone(data: bytes) -> bytes:
    """Return the file with blanks for what only looks like elements, every place as it was."""
    return _NO_ELEMENT.sub(lambda found: b" " * len(found[0]), data)


def _with_line_ends(written: bytes, was: bytes) -> bytes:
    """Return an element with the line ends it had: a parser gives all of them as one kind."""
    only_pairs = b"\r\n" in was and was.count(b"\n") == was.count(b"\r\n")
    return written.replace(b"\n", b"\r\n") if only_pairs else written


def _places(data: bytes, tag: str) -> Sequence[tuple[int, int]]:
    """Return where elements start and end, if nothing else looks like one."""
    name = rb"(?:[\w.\-]+:)?" + tag.encode()
    starts = [found.start() for found in re.finditer(rb"<" + name + rb"(?=[\s/>])", data)]
    ends = [found.end() for found in re.finditer(rb"</" + name + rb"\s*>", data)]
    if len(starts) != len(ends):
        raise NotSpliceableError
    places = list(zip(starts, ends, strict=True))
    before = 0
    for start, end in places:
        if not before <= start < end:
            raise NotSpliceableError
        before = end
    return places


def _serialized(element: etree._Element, encoding: str) -> bytes:
    """Return an element without the declarations that stand above it already."""
    from lxml import etree

    dumped: Any = etree.tostring(element, encoding=encoding, xml_declaration=False, with_tail=False)
    data: bytes = dumped
    parent = element.getparent()
    inherited = parent.nsmap if parent is not None else {}
    end = _end_of_start_tag(data)
    start = data[:end]
    for prefix, uri in inherited.items():
        attribute = f"xmlns:{prefix}" if prefix else "xmlns"
        declared = f" {attribute}={quoteattr(uri, {chr(34): '&quot;'})}"
        start = start.replace(declared.encode(encoding, "xmlcharrefreplace"), b"", 1)
    return start + data[end:]


def _end_of_start_tag(data: bytes) -> int:
    """Return where the start tag ends: libxml2 writes ``>`` in attributes as ``&gt;``."""
    return data.index(b">")
