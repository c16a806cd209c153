"""An OpenDocument text as a file: a zip of parts, or all in one XML document (flat)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats.odt.names import H, P, qualified
from translation.formats.safe_xml import parse, serialize
from translation.formats.safe_zip import open_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml import etree

    from translation.formats.safe_zip import SafeZip

NAME = "ODT"
CONTENT, STYLES = "content.xml", "styles.xml"
_META = "meta.xml"
_MANIFEST, _MIMETYPE = "META-INF/manifest.xml", "mimetype"
_KIND = b"application/vnd.oasis.opendocument.text"
_TEMPLATE = _KIND + b"-template"
MOST_MARKS = 600_000
"""Tags and attributes of one part; a text of 500 pages has about 100 000. Each takes up to 400
bytes of memory by the time its paragraph is read."""

MOST_PARAGRAPHS = 100_000
"""Paragraphs of one part, read in some seconds; 500 pages have about 15 000."""


@dataclass(frozen=True, slots=True)
class OdtPackage:
    """The parsed parts of a text; a flat one has but one part, which is also its styles."""

    data: bytes
    roots: Mapping[str, etree._Element]
    _archive: SafeZip | None

    @property
    def is_flat(self) -> bool:
        """Whether it is one XML document and no zip."""
        return self._archive is None

    def other(self, part: str) -> bytes | None:
        """Return a part that holds no text to translate, None where there is none."""
        return self._archive.read(part) if self._archive and part in self._archive else None

    def meta(self) -> etree._Element | None:
        """Return the properties of the document (office:meta)."""
        if self._archive is None:
            return self.roots[CONTENT].find(qualified("office:meta"))
        data = self.other(_META)
        if data is None:
            return None
        return _parsed(data, self._archive.name).find(qualified("office:meta"))

    def with_changed(self, parts: Iterable[str], *, template: bool | None = None) -> bytes:
        """Return the file with these parts as their trees are now, all others as they came.

        ``template`` says whether it is to be a template (.ott) or none; None leaves what it is.
        """
        if self._archive is None:
            return serialize(self.roots[CONTENT], self.data) if any(parts) else self.data
        changed = {
            part: serialize(self.roots[part], self._archive.read(part)) for part in set(parts)
        }
        if template is not None:
            changed.update(_of_kind(self._archive, _TEMPLATE if template else _KIND))
        return self._archive.with_parts(changed)


def _of_kind(archive: SafeZip, kind: bytes) -> dict[str, bytes]:
    """Return the parts that say what kind of text this is, those that say another changed."""
    made: dict[str, bytes] = {}
    for part, named in ((_MIMETYPE, b""), (_MANIFEST, b'"')):
        if part in archive:
            data = archive.read(part)
            now = re.sub(rb"%s%s(?:-template)?%s" % (named, re.escape(_KIND), named),
                         named + kind + named, data)  # fmt: skip
            made |= {part: now} if now != data else {}
    return made


def open_package(data: bytes, name: str) -> OdtPackage:
    """Open an ODT or flat ODT called ``name``.

    Raises InputError: what ``safe_zip`` and ``safe_xml`` raise, encrypted, wrong_format,
    too_many_paragraphs.
    """
    if not data:
        raise InputError("empty", file=name)
    if not data.startswith((b"PK", b"\xd0\xcf")) and data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[
        :1
    ] in (b"<", b"\xff", b"\xfe"):
        root = _parsed(data, name)
        _check_body(root, name)
        return OdtPackage(data, {CONTENT: root}, None)
    archive = open_zip(data, name, NAME)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise InputError("encrypted", file=name)
    if _MIMETYPE in archive and not archive.read(_MIMETYPE).strip().startswith(_KIND):
        raise InputError("wrong_format", file=name, format=NAME, detail="it says it is no text")
    roots = {CONTENT: _parsed(archive.read(CONTENT), name)}
    _check_body(roots[CONTENT], name)
    if STYLES in archive:
        roots[STYLES] = _parsed(archive.read(STYLES), name)
    return OdtPackage(data, roots, archive)


def _parsed(data: bytes, name: str) -> etree._Element:
    if data.count(b"<") + data.count(b'="') + data.count(b"='") > MOST_MARKS:
        raise InputError("zip_unsafe", file=name, detail="it holds more marks than any text")
    root = parse(data, name, whole=True)
    if sum(1 for _ in root.iter(P, H)) > MOST_PARAGRAPHS:
        raise InputError("too_many_paragraphs", file=name, limit=MOST_PARAGRAPHS)
    return root


def _check_body(root: etree._Element, name: str) -> None:
    body = root.find(qualified("office:body"))
    if body is None or body.find(qualified("office:text")) is None:
        raise InputError("wrong_format", file=name, format=NAME, detail="it holds no office text")
