"""Parsing XML that may be hostile: no entities, no network, no outside files, bounded depth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from translation.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

_BLANKS = re.compile(rb"\s*")
_BEFORE_DOCTYPE = ((b"<!--", b"-->"), (b"<?", b"?>"))
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can hold, not even as references."""


def parse(data: bytes, name: str, *, whole: bool = False) -> etree._Element:
    """Parse an XML file called ``name`` and return its root.

    Comments, instructions and CDATA marks are left out unless it is wanted ``whole``, to be
    written again.

    A DOCTYPE is allowed, entity declarations are not: without them there is nothing to expand
    or to fetch. Depth and text length are bounded by libxml2 (256 levels, 10 MB a text).
    Raises InputError: bad_xml, xml_entities.
    """
    from lxml import etree

    if declares_entities(data):
        raise InputError("xml_entities", file=name)
    parser = _parser(whole)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if b"<!ENTITY" in _doctype(_head(data)):  # hidden behind comments from the first look
            raise InputError("xml_entities", file=name) from error
        if {entry.type_name for entry in parser.error_log} != {"NS_ERR_UNDEFINED_NAMESPACE"}:
            raise InputError("bad_xml", file=name, detail=_plain(str(error.msg))) from error
        # Well-formed but for a prefix nobody declared, as some translation tools write it.
        root = etree.fromstring(data, _parser(whole, recover=True))
    dtd: Any = root.getroottree().docinfo.internalDTD
    declared = dtd is not None and next(iter(dtd.iterentities()), None) is not None
    if declared or next(root.iter(etree.Entity), None) is not None:
        raise InputError("xml_entities", file=name)
    return root


def serialize(root: etree._Element, original: bytes) -> bytes:
    """Return the document of ``root``, parsed whole from ``original``, in its encoding."""
    from lxml import etree

    tree = root.getroottree()
    head = original[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    standalone: Any = tree.docinfo.standalone
    dumped: Any = etree.tostring(
        tree,
        encoding=tree.docinfo.encoding or "UTF-8",
        xml_declaration=head.startswith(b"<?xml"),
        standalone=standalone,
    )
    data: bytes = dumped
    return data + b"\n" if original.endswith(b">\n") else data


def _parser(whole: bool, recover: bool = False) -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not whole,
        remove_pis=not whole,
        strip_cdata=not whole,
        recover=recover,
    )


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def clean(text: str) -> str:
    """Return the text with U+FFFD for each character that XML cannot hold."""
    return FORBIDDEN.sub("\ufffd", text)


def declares_entities(data: bytes) -> bool:
    """Look for entity declarations before anything is parsed, in any Unicode encoding."""
    return b"<!ENTITY" in _doctype(_head(data)).partition(b"]>")[0]


def _head(data: bytes) -> bytes:
    """Return the first megabyte as if in a one-byte encoding, without a byte order mark."""
    for mark in _BYTE_ORDER_MARKS:
        data = data.removeprefix(mark)
    return data[: 1 << 20].replace(b"\0", b"")


def _doctype(head: bytes) -> bytes:
    """Return what follows ``<!DOCTYPE`` before the root element; nothing where there is none.

    A scan and no regular expression: one for comments and blanks in any order takes time
    exponential in their number.
    """
    at = _end_of_blanks(head, 0)
    while opened := next((pair for pair in _BEFORE_DOCTYPE if head.startswith(pair[0], at)), None):
        start, stop = opened
        found = head.find(stop, at + len(start))
        if found < 0:
            return b""
        at = _end_of_blanks(head, found + len(stop))
    return head[at:] if head.startswith(b"<!DOCTYPE", at) else b""


def _end_of_blanks(head: bytes, at: int) -> int:
    found = _BLANKS.match(head, at)
    return found.end() if found else at


def _plain(message: str) -> str:
    """Return libxml2's message as the end of a sentence: one line, no full stop."""
    return " ".join(message.split()).rstrip(".")
