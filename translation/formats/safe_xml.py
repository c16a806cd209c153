"""Parsing XML that may be hostile: no entities, no network, no outside files, bounded depth."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from translation.errors import InputError
from translation.text.charsets import declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_BLANKS = re.compile(rb"\s*")
_BEFORE_DOCTYPE = ((b"<!--", b"-->"), (b"<?", b"?>"))
_HEAD = 1 << 20
"""Bytes of a file's start in which a DOCTYPE is looked for."""
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ENCODING = re.compile(rb"""\s*<\?xml\s[^>]*?encoding\s*=\s*(["'])([A-Za-z][A-Za-z0-9._-]*)\1""")
"""The encoding of an XML declaration (XML 1.0, 4.3.3); other names no parser takes."""
_DECLARATION = 1000
"""Bytes of a file's start in which its declaration ends."""
_MANY_ATTRIBUTES = 500
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document can hold, not even as references."""


def parse(data: bytes, name: str, *, whole: bool = False) -> etree._Element:
    """Parse an XML file called ``name`` and return its root.

    Comments, instructions and CDATA marks are left out unless it is wanted ``whole``, to be
    written again.

    A DOCTYPE is allowed, entity declarations are not: without them there is nothing to expand
    or to fetch. Depth and text length are bounded by libxml2 (256 levels, 10 MB a text).
    Raises InputError: bad_xml, unknown_encoding, xml_entities.
    """
    from lxml import etree

    refuse_unsafe(data, name)
    parser = _parser(whole)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        _refuse_but_prefixes(error, parser.error_log, data, name)
        root = etree.fromstring(data, _parser(whole, recover=True))
    _refuse_entities(root, name)
    return root


class UndeclaredPrefixError(Exception):
    """The file is well-formed but for a prefix that nobody declared."""


def elements(
    data: bytes | BinaryIO, name: str, *tags: str, whole: bool = False, recover: bool = False
) -> Iterator[etree._Element]:
    """Give the elements with one of these tags, each as soon as it is read to its end.

    ``data`` may be an open file that can be rewound; no more of it is in memory than is read.

    What is above and before an element can be asked for as in a tree. An element is emptied
    when the next one is asked for, and taken out of the tree after that, so that memory holds
    a few of them at a time. One that is the child of another such element is given before it
    and kept until that is read.

    Raises InputError as ``parse`` does, at the latest after the last element, and
    UndeclaredPrefixError, after which the file can be read again with ``recover``.
    """
    from lxml import etree

    head, stream = _begun(data, name)
    options = _options(whole, recover)
    reading = etree.iterparse(stream, events=("end",), tag=tags, **options)
    reading.resolvers.add(_nothing_outside())
    names = {tag.rpartition("}")[2] for tag in tags}
    before: etree._Element | None = None
    has_doctype: bool | None = None
    try:
        for _, element in reading:
            if has_doctype is None:
                has_doctype = element.getroottree().docinfo.internalDTD is not None
            if has_doctype:
                _refuse_entities(element, name)
            yield element
            parent = element.getparent()
            if parent is None or local_name(parent) in names:
                continue
            element.clear(keep_tail=True)  # The parser may still be writing the tail.
            if before is not None and (above := before.getparent()) is not None:
                above.remove(before)
            before = element
    except etree.XMLSyntaxError as error:
        _refuse_but_prefixes(error, reading.error_log, head, name)
        raise UndeclaredPrefixError from error


def root_element(data: bytes | BinaryIO, name: str) -> etree._Element:
    """Return the root with its attributes and little more: what stands at the file's start.

    Raises InputError: bad_xml, xml_entities.
    """
    from lxml import etree

    head, stream = _begun(data, name)
    reading = etree.iterparse(stream, events=("start",), **_options(whole=False, recover=False))
    reading.resolvers.add(_nothing_outside())
    try:
        root: etree._Element = next(reading)[1]
    except etree.XMLSyntaxError as error:
        _refuse_but_prefixes(error, reading.error_log, head, name)
        _, stream = _begun(data, name)
        return parse(stream.read(), name)
    return root


def _begun(data: bytes | BinaryIO, name: str) -> tuple[bytes, BinaryIO]:
    """Return what stands at the start of a file, and the file to be read from its start.

    Raises InputError for what no parser may see.
    """
    stream = BytesIO(data) if isinstance(data, bytes) else data
    stream.seek(0)
    head = data if isinstance(data, bytes) else stream.read(_HEAD)
    stream.seek(0)
    refuse_unsafe(head, name)
    return head, stream


def _refuse_but_prefixes(error: etree.XMLSyntaxError, log: Any, data: bytes, name: str) -> None:
    """Raise why a file is refused, unless all that is wrong is a prefix nobody declared.

    Some translation tools write such files.
    """
    if b"<!ENTITY" in _doctype(_head(data)):  # hidden behind comments from the first look
        raise InputError("xml_entities", file=name) from error
    if {entry.type_name for entry in log} != {"NS_ERR_UNDEFINED_NAMESPACE"}:
        raise InputError("bad_xml", file=name, detail=_plain(str(error.msg))) from error


def _refuse_entities(element: etree._Element, name: str) -> None:
    from lxml import etree

    dtd: Any = element.getroottree().docinfo.internalDTD
    has_some = dtd is not None and next(iter(dtd.iterentities()), None) is not None
    if has_some or next(element.iter(etree.Entity), None) is not None:
        raise InputError("xml_entities", file=name)


def serialize(root: etree._Element, original: bytes) -> bytes:
    """Return the document of ``root``, parsed whole from ``original``, in its encoding."""
    from lxml import etree

    tree = root.getroottree()
    head = original[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    # What a declaration does not say, lxml gives as "no".
    says_alone = b"standalone" in head.partition(b"?>")[0]
    standalone: Any = tree.docinfo.standalone if says_alone else None
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

    parser = etree.XMLParser(**_options(whole, recover))
    parser.resolvers.add(_nothing_outside())
    return parser


@lru_cache(1)
def _nothing_outside() -> etree.Resolver:
    """Return what gives nothing for every file and address that a document names.

    With ``collect_ids`` off libxml2 opens the DTD of a DOCTYPE whatever ``load_dtd`` says: any
    file of this machine, or a pipe that never ends.
    """
    from lxml import etree

    class Nothing(etree.Resolver):
        def resolve(self, system_url: str, public_id: str, context: Any = None) -> Any:
            # A text of no length: what resolve_empty gives is looked for all the same.
            return self.resolve_string("", context, base_url="")

    return Nothing()


def _options(whole: bool, recover: bool) -> dict[str, Any]:
    """Return what every parser of the program is told."""
    return {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": not whole,
        "remove_pis": not whole,
        "strip_cdata": not whole,
        "collect_ids": False,  # an xml:id that stands twice is no reason to refuse a file
        "recover": recover,
    }


def attributes_of(element: etree._Element) -> dict[str, str]:
    """Return the attributes by name; of very many too in time that grows with their number.

    ``items()`` looks each one up from the first on.
    """
    if len(element.attrib) < _MANY_ATTRIBUTES:
        given: Any = element.items()
        return dict(given)
    found: Any = element.xpath("@*")
    return {value.attrname: str(value) for value in found}


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return _LOCAL_NAMES[element.tag]


class _LocalNames(dict[object, str]):
    """Tags without their namespaces: a file has few of them, and asks for them again and again."""

    def __missing__(self, tag: object) -> str:
        if len(self) >= _MANY_TAGS:
            self.clear()
        name = self[tag] = str(tag).rpartition("}")[2]
        return name


_MANY_TAGS = 1024
_LOCAL_NAMES = _LocalNames()


def clean(text: str) -> str:
    """Return the text with U+FFFD for each character that XML cannot hold."""
    # Whatever is printable can be held, and that is the faster question.
    return text if text.isprintable() else FORBIDDEN.sub("\ufffd", text)


def refuse_unsafe(data: bytes, name: str) -> None:
    """Raise InputError for what no parser may see: xml_entities, or bad_xml for its encoding.

    libxml2 reads UTF-7 and other encodings that hide markup from whoever looks at the bytes;
    only those of the Encoding Standard are read here, and the Unicode ones that show themselves.
    """
    if declares_entities(data):
        raise InputError("xml_entities", file=name)
    said = _ENCODING.match(data[:_DECLARATION].removeprefix(_BYTE_ORDER_MARKS[0]))
    if said and declared(label := said[2].decode("ascii")) is None:
        raise InputError("unknown_encoding", file=name, encoding=label)


def declares_entities(data: bytes) -> bool:
    """Look for entity declarations before anything is parsed, in any Unicode encoding."""
    if all(data.find(sign, 0, _HEAD) < 0 for sign in (b"<!DOCTYPE", b"\0")):
        return False  # as nearly always, and known without a copy
    return b"<!ENTITY" in _doctype(_head(data)).partition(b"]>")[0]


def _head(data: bytes) -> bytes:
    """Return the file's start as if in a one-byte encoding, without a byte order mark."""
    for mark in _BYTE_ORDER_MARKS:
        data = data.removeprefix(mark)
    return data[:_HEAD].replace(b"\0", b"")


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
