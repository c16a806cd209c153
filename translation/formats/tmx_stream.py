"""Reading the units of a TMX file one after the other, each let go once it was looked at.

What safe_xml refuses is refused here too; the memory it takes does not grow with the file.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.safe_xml import declares_entities, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ENTITY = re.compile(rb"&(?!(?:lt|gt|amp|quot|apos);|#)")
_ASCII = re.compile(rb"""(<\?xml[^>]{0,80}?encoding\s*=\s*["'])(?:us-)?ascii(?=["'])""", re.I)
_DECLARATION = 200


def mended(data: bytes) -> bytes:
    """Return the data with a declaration that fits, where it says ASCII and is UTF-8."""
    said = _ASCII.match(data, 0, _DECLARATION)
    if said is None or data.isascii():
        return data
    try:
        data.decode("utf-8")
    except UnicodeError:
        return data  # the parser says where it goes wrong
    return said[1] + b"UTF-8" + data[said.end() :]


def count_units(data: bytes) -> int:
    """Return about how many units a file has, without parsing it; 0 where that is not seen."""
    return data.count(b"</tu>")


class UnitStream:
    """The ``tu`` elements of a file called ``name``, in order.

    After the first of them ``header`` is the file's header, if it has one. Iterating raises
    InputError: bad_xml, xml_entities, wrong_format.
    """

    def __init__(self, data: bytes, name: str) -> None:
        if declares_entities(data):
            raise InputError("xml_entities", file=name)
        self._data, self._name = data, name
        self._suspicious = _ENTITY.search(data.replace(b"\0", b"")) is not None
        self.header: dict[str, str] = {}

    def __iter__(self) -> Iterator[etree._Element]:
        """Give each unit while its elements are in memory; they are emptied afterwards."""
        from lxml import etree

        reading = etree.iterparse(
            io.BytesIO(self._data),
            events=("end",),
            tag=("{*}tu", "{*}header"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
            recover=True,  # what went wrong is asked for at the end
        )
        is_first = True
        try:
            for _, element in reading:
                if is_first:
                    self._check_root(element.getroottree().getroot())
                    is_first = False
                self._check(element)
                if local_name(element) == "header":
                    self.header = {str(key): str(value) for key, value in element.attrib.items()}
                else:
                    yield element
                _let_go(element)
        except etree.XMLSyntaxError as error:
            raise self._broken(str(error.msg)) from error
        self._check_log(reading.error_log)
        if is_first:
            self._check_root(reading.root)

    def _check_log(self, log: etree._ListErrorLog) -> None:
        """Refuse what is not well-formed, but for a prefix nobody declared."""
        for entry in log:
            if entry.type_name != "NS_ERR_UNDEFINED_NAMESPACE":
                raise self._broken(entry.message)

    def _check_root(self, root: etree._Element | None) -> None:
        if root is None:
            raise self._broken("it has no root element")
        if local_name(root) != "tmx":
            detail = f"its root element is <{local_name(root)[:60]}>"
            raise InputError("wrong_format", file=self._name, format="TMX", detail=detail)

    def _check(self, element: etree._Element) -> None:
        from lxml import etree

        if self._suspicious and next(element.iter(etree.Entity), None) is not None:
            raise InputError("xml_entities", file=self._name)

    def _broken(self, message: str) -> InputError:
        detail = " ".join(message.split()).rstrip(".")
        return InputError("bad_xml", file=self._name, detail=detail)


def _let_go(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
