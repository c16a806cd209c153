"""The other leaf of the door for XML (safe_xml): parsing without a tree, for very long parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from translation.errors import InputError
from translation.formats.safe_xml import refuse_unsafe

if TYPE_CHECKING:
    from collections.abc import Mapping


class EventTarget(Protocol):
    """What is told of elements and texts as they come; what it raises comes through."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element, its tag as ``{namespace}name``."""

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take a stretch of text; one text may come in several."""

    def close(self) -> None:
        """Take the end of the document."""


def read_events(data: bytes, name: str, target: EventTarget) -> None:
    """Tell ``target`` of an XML file of a kind that has no DOCTYPE; memory stays as it is.

    Raises InputError: bad_xml, unknown_encoding, xml_entities.
    """
    from lxml import etree

    refuse_unsafe(data, name)
    guarded: Any = _NoDoctype(target, name)
    parser = etree.XMLParser(
        target=guarded,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        detail = " ".join(str(error.msg).split()).rstrip(".")
        raise InputError("bad_xml", file=name, detail=detail) from error


class _NoDoctype:
    """A parser target that refuses a DOCTYPE, and with it every entity."""

    def __init__(self, target: EventTarget, name: str) -> None:
        self._name = name
        self.start, self.end, self.data = target.start, target.end, target.data
        self.close = target.close

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse it: no office program writes one."""
        raise InputError("xml_entities", file=self._name)
