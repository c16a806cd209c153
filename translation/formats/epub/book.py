"""An EPUB opened: its package document and the pages in reading order.

EPUB 3.3, sections 5 (package documents) and 7 (navigation); OPF 2.0.1 and its NCX for EPUB 2.
Nothing outside of the zip is ever looked at.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from translation.errors import InputError
from translation.formats import safe_xml
from translation.formats.epub.names import (
    CONTAINER,
    ENCRYPTION,
    KIND,
    MIMETYPE,
    OBFUSCATED,
    OPF_TYPE,
    PAGE_TYPES,
    SHEET_TYPES,
)
from translation.formats.safe_xml import local_name
from translation.formats.safe_zip import open_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.safe_zip import SafeZip

NAME = "EPUB"
MOST_MARKS = 200_000
"""Tags of one part; a chapter of a hundred pages has about 10 000."""
MOST_MARKS_OF_ALL = 1_000_000
"""Tags of all parts; a bible with marks for every verse has about 300 000."""


class Item(NamedTuple):
    """A file of the book as its manifest has it."""

    part: str
    media_type: str
    properties: frozenset[str]


class Book:
    """An EPUB. Raises InputError: what the doors raise, encrypted, protected, wrong_format."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.zip: SafeZip = open_zip(data, name, NAME, (CONTAINER,))
        if MIMETYPE in self.zip and not self.zip.read(MIMETYPE).strip().startswith(KIND):
            raise self._not_one("it says it is something else")
        self._refuse_protected()
        self._marks = 0
        self.opf = self._package_name()
        self.package = self.parsed(self.opf)
        self._items = self._manifest()
        in_use = [item for id_ in self._spine() if (item := self._items.get(id_)) is not None]
        every = dict.fromkeys((*in_use, *self._items.values()))
        here = [item for item in every if item.part in self.zip]
        self.nav = next((item.part for item in here if "nav" in item.properties), None)
        self.pages = tuple(
            item.part for item in here if item.media_type in PAGE_TYPES and item.part != self.nav
        )
        self.sheets = tuple(item.part for item in here if item.media_type in SHEET_TYPES)
        self.left_alone = sum(
            item.part in self.zip and item.media_type not in PAGE_TYPES for item in set(in_use)
        )
        """How many pages are pictures or of a kind that no reader shows any more."""
        if not self.pages:
            raise self._not_one("it has no pages")

    @property
    def ncx(self) -> str | None:
        """The contents as EPUB 2 has them, None where there are none."""
        spine = _child(self.package, "spine")
        item = self._items.get("" if spine is None else spine.get("toc", ""))
        return item.part if item is not None and item.part in self.zip else None

    @property
    def is_fixed(self) -> bool:
        """Whether its pages are laid out word by word (rendition:layout)."""
        metadata = _child(self.package, "metadata")
        return metadata is not None and any(
            element.get("property") == "rendition:layout"
            and (element.text or "").strip() == "pre-paginated"
            for element in _elements(metadata)
        )

    @property
    def spine(self) -> etree._Element | None:
        """The element that names the pages in reading order."""
        return _child(self.package, "spine")

    def parsed(self, part: str) -> etree._Element:
        """Return the root of a part that is XML, to be written again."""
        return safe_xml.parse(self.page(part), f"{self.name}: {part}", whole=True)

    def page(self, part: str) -> bytes:
        """Return a part that is to be parsed; raises InputError where it is too much."""
        data = self.zip.read(part)
        marks = data.count(b"<") - data.count(b"</")
        self._marks += marks
        if marks > MOST_MARKS or self._marks > MOST_MARKS_OF_ALL:
            raise InputError("zip_unsafe", file=self.name, detail="it holds more marks than a book")
        return data

    def _refuse_protected(self) -> None:
        """Refuse a book of which more than fonts is encrypted."""
        if ENCRYPTION not in self.zip:
            return
        root = safe_xml.parse(self.zip.read(ENCRYPTION), f"{self.name}: {ENCRYPTION}")
        for element in _elements(root):
            if local_name(element) == "EncryptedData" and _method(element) not in OBFUSCATED:
                raise InputError("protected", file=self.name)

    def _package_name(self) -> str:
        container = safe_xml.parse(self.zip.read(CONTAINER), f"{self.name}: {CONTAINER}")
        found = [e for e in _elements(container) if local_name(e) == "rootfile"]
        fit = [e for e in found if e.get("media-type") == OPF_TYPE] or found
        for element in fit:
            if (part := _within("", element.get("full-path", ""))) in self.zip:
                return part
        raise self._not_one("its container names no package")

    def _manifest(self) -> dict[str, Item]:
        folder = posixpath.dirname(self.opf)
        manifest = _child(self.package, "manifest")
        return {
            element.get("id", ""): Item(
                _within(folder, element.get("href", "")),
                element.get("media-type", "").strip().lower(),
                frozenset(element.get("properties", "").split()),
            )
            for element in (() if manifest is None else _elements(manifest))
            if local_name(element) == "item"
        }

    def _spine(self) -> list[str]:
        spine = self.spine
        return [] if spine is None else [e.get("idref", "") for e in _elements(spine)]

    def _not_one(self, detail: str) -> InputError:
        return InputError("wrong_format", file=self.name, format=NAME, detail=detail)


def _within(folder: str, address: str) -> str:
    """Return the part that an address in a file of ``folder`` means."""
    path = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _method(encrypted: etree._Element) -> str:
    found = (e.get("Algorithm", "") for e in encrypted if local_name(e) == "EncryptionMethod")
    return next(found, "")


def _child(parent: etree._Element, name: str) -> etree._Element | None:
    return next((e for e in parent if isinstance(e.tag, str) and local_name(e) == name), None)


def _elements(parent: etree._Element) -> Iterator[etree._Element]:
    from lxml import etree

    return parent.iterdescendants(etree.Element)
