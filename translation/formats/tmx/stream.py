"""The units of a TMX file: one after the other while reading, and where they stand in its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from translation.errors import InputError
from translation.formats.decoding import BYTE_ORDER_MARKS
from translation.formats.safe_xml import (
    UndeclaredPrefixError,
    attributes_of,
    elements,
    local_name,
    root_element,
)
from translation.text.charsets import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ENCODING = re.compile(rb"""<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_ASCII = frozenset({b"ascii", b"us-ascii"})
_NO_TAG = rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
_REST_OF_TAG = rb"""(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>"""
_MARKUP = re.compile(_NO_TAG + rb"|<(?P<end>/?)tu" + _REST_OF_TAG, re.DOTALL)
_HEADER = re.compile(_NO_TAG + rb"|<(?P<end>/?)header" + _REST_OF_TAG, re.DOTALL)


def mended(data: bytes) -> bytes:
    """Return the data with a declaration that fits, where it says ASCII and is UTF-8."""
    said = _ENCODING.match(data)
    if said is None or said[1].lower() not in _ASCII or data.isascii():
        return data
    try:
        data.decode("utf-8")
    except UnicodeError:
        return data  # the parser says where it goes wrong
    return data[: said.start(1)] + b"UTF-8" + data[said.end(1) :]


def count_units(data: bytes) -> int:
    """Return about how many units a file has, without parsing it; 0 where that is not seen."""
    return data.count(b"</tu>")


class UnitStream:
    """The ``tu`` elements of a file called ``name``, in order, each emptied after its turn.

    ``header`` has the attributes of the file's header, ``header_line`` its line and ``notes`` the
    texts of its notes, once the first unit is there; ``root`` has those of the file. Iterating
    raises InputError: bad_xml, xml_entities, wrong_format.
    """

    def __init__(self, data: bytes | BinaryIO, name: str) -> None:
        root = root_element(data, name)
        if local_name(root) != "tmx":
            detail = f"its root element is <{local_name(root)[:60]}>"
            raise InputError("wrong_format", file=name, format="TMX", detail=detail)
        self._data, self._name = data, name
        self.root = root
        self.header: dict[str, str] = {}
        self.header_line = 0
        self.notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[etree._Element]:
        """Give the units; a file with a prefix nobody declared is begun anew, without them."""
        given = 0
        try:
            for tu in self._units(recover=False):
                given += 1
                yield tu
        except UndeclaredPrefixError:
            for number, tu in enumerate(self._units(recover=True)):
                if number >= given:
                    yield tu

    def _units(self, *, recover: bool) -> Iterator[etree._Element]:
        tags = ("{*}header", "{*}tu")
        for element in elements(self._data, self._name, *tags, recover=recover):
            if local_name(element) == "tu":
                yield element
            else:
                self.header = attributes_of(element)
                line: Any = element.sourceline
                self.header_line = line or 0
                self.notes = tuple(note.text or "" for note in element.iterfind("{*}note"))


@dataclass(frozen=True, slots=True)
class UnitText:
    """The text of a whole file: ``spans`` are the places of its units, in order.

    ``body`` is what follows the byte order ``mark``, in ``encoding``, or in UTF-8 where the file
    is UTF-16: markup is found byte by byte.
    """

    body: bytes
    encoding: str
    mark: bytes
    spans: tuple[tuple[int, int], ...]

    @property
    def _of_body(self) -> str:
        return "utf-8" if self.encoding.startswith("utf-16") else self.encoding

    def unit(self, place: int) -> str:
        """Return a unit's text, an empty one where there is none."""
        start, end = self.spans[place] if 0 <= place < len(self.spans) else (0, 0)
        return self.body[start:end].decode(self._of_body)

    def header(self) -> str:
        """Return the text of the file's header, an empty one where there is none."""
        start, end = self._header_span()
        return self.body[start:end].decode(self._of_body)

    def _header_span(self) -> tuple[int, int]:
        before = self.spans[0][0] if self.spans else len(self.body)
        found = [tag for tag in _HEADER.finditer(self.body, 0, before) if tag["end"] is not None]
        return (found[0].start(), found[-1].end()) if found else (0, 0)

    def with_units(self, changed: dict[int, str], header: str | None = None) -> bytes:
        """Return the file with some units replaced, known by their place in ``spans``.

        ``header`` stands in the place of the file's header where it is not None.
        """
        parts = [(self.spans[place], unit) for place, unit in sorted(changed.items())]
        if header is not None:
            parts.insert(0, (self._header_span(), header))
        pieces: list[bytes | memoryview] = []
        at, view = 0, memoryview(self.body)
        for (start, end), text in parts:
            pieces += [view[at:start], text.encode(self._of_body, "xmlcharrefreplace")]
            at = end
        if self._of_body == self.encoding:
            return b"".join([self.mark, *pieces, view[at:]])
        return self.mark + b"".join([*pieces, view[at:]]).decode("utf-8").encode(self.encoding)


def unit_text(data: bytes) -> UnitText:
    """Find the units of a file that parses; raises ValueError or LookupError if it does not."""
    encoding, mark = _encoding(data)
    body = data[len(mark) :]
    if encoding.startswith("utf-16"):
        body = body.decode(encoding).encode("utf-8")
    spans: list[tuple[int, int]] = []
    start = -1
    for found in _MARKUP.finditer(body):
        if found["end"] is None:
            continue
        if found["end"]:
            spans.append((start, found.end()))
        elif found[0].endswith(b"/>"):
            spans.append(found.span())
        else:
            start = found.start()
    return UnitText(body, encoding, mark, tuple(spans))


def _encoding(data: bytes) -> tuple[str, bytes]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding, mark
    if data.startswith((b"<\0", b"\0<")):
        return ("utf-16-le" if data[0] else "utf-16-be"), b""
    said = _ENCODING.match(data)
    codec = chosen(said[1].decode("ascii")) if said else "utf-8"
    if codec is None:
        raise LookupError("no such encoding")
    return codec, b""
