"""The parts of a DOCX that hold text: found by their relationships, measured before parsing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import InputError
from translation.formats import safe_xml
from translation.formats.docx.names import P, R, w
from translation.formats.docx.strict import as_strict, as_usual, is_strict, to_strict_sides
from translation.formats.relationships import relations
from translation.formats.safe_zip import open_zip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from lxml import etree

    from translation.formats.relationships import Related
    from translation.formats.safe_zip import SafeZip

NAME = "DOCX"
MOST_MEMORY = 160 * 1024 * 1024
"""Bytes that the parsed parts may take; those of 500 pages take about 75 MB."""
MOST_PARAGRAPHS = 100_000
"""Paragraphs of one part; 500 pages have about 15 000."""
_NODE, _ATTRIBUTE = 130, 190
"""Bytes that libxml2 needs for an element or a text, and for an attribute with its value."""
CONTENT_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"
_NOTES = ("footnotes", "endnotes")
_STRICT_KINDS = {"customProperties": "custom-properties"}


@dataclass(frozen=True, slots=True)
class Part:
    """A part with text: its name in the zip and its parsed root."""

    name: str
    root: etree._Element


class Package:
    """A DOCX, opened: parts are parsed one at a time. Raises InputError."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.zip: SafeZip = open_zip(data, name, NAME, (CONTENT_TYPES,))
        self._memory = 0
        self._relations: dict[str, Related] = {}
        self.main = self._main()

    def parts(self) -> Iterator[Part]:
        """Give the document, then footnotes, endnotes, headers and footers as they are used."""
        root = self.root(self.main)
        body = root.find(w("body"))
        if root.tag != w("document") or body is None:
            detail = "its main part is no Word document"
            raise InputError("wrong_format", file=self.name, format=NAME, detail=detail)
        yield Part(self.main, root)
        kinds = self._related(self.main)
        used = [name for kind in _NOTES for name in kinds.get(kind, {}).values()]
        known = {**kinds.get("header", {}), **kinds.get("footer", {})}
        for reference in root.iter(w("headerReference"), w("footerReference")):
            target = known.get(reference.get(f"{{{R}}}id", ""))
            if target is not None:
                used.append(target)
        for name in dict.fromkeys(used):
            if name in self.zip:
                self._related(name)
                yield Part(name, self.root(name))

    def styles(self) -> etree._Element | None:
        """Return the root of the styles, None where there are none."""
        return self.root_of(self.main, "styles")

    def root_of(self, part: str, kind: str) -> etree._Element | None:
        """Return the root of the first part of a kind that ``part`` names, None without one."""
        found = self.name_of(part, kind)
        return None if found is None else self.root(found)

    def name_of(self, part: str, kind: str) -> str | None:
        """Return the name of the first part of a kind that ``part`` names, None without one."""
        found = next(iter(self._related(part).get(kind, {}).values()), None)
        return found if found and found in self.zip else None

    def with_parts(self, changed: Mapping[str, etree._Element], others: dict[str, bytes]) -> bytes:
        """Return the file with parts as their trees are now and ``others``, the rest as it came."""
        return self.zip.with_parts(
            {part: self._serialized(part, root) for part, root in changed.items()} | others
        )

    def _serialized(self, part: str, root: etree._Element) -> bytes:
        original = self.zip.read(part)
        if not is_strict(original):
            return safe_xml.serialize(root, original)
        to_strict_sides(root)
        return as_strict(safe_xml.serialize(root, original), original)

    def count(self, kinds: Collection[str]) -> int:
        """Return how many parts of these kinds the parts with text name, those read so far."""
        named = [
            name
            for part in self._relations.values()
            for kind in kinds
            for name in part.get(kind, {}).values()
        ]
        return len(set(named))

    def _main(self) -> str:
        for target in self._related("").get("officeDocument", {}).values():
            return target
        return _DOCUMENT

    def _related(self, part: str) -> Related:
        """Return the parts ``part`` names, by kind and id; what lies outside is never looked at."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def _read_relations(self, part: str) -> Related:
        found = relations(self.zip, part, self.root)
        return {_STRICT_KINDS.get(kind, kind): named for kind, named in found.items()}

    def root(self, part: str) -> etree._Element:
        """Return a part, parsed once it was measured; raises InputError."""
        data = self.zip.read(part)
        # Counted before anything is built: ten million empty paragraphs need gigabytes.
        self._memory += _needed(data)
        if self._memory > MOST_MEMORY:
            limit = f"{MOST_MEMORY // (1024 * 1024)} MB"
            raise InputError("too_much_memory", file=self.name, limit=limit)
        root = safe_xml.parse(as_usual(data), f"{self.name}: {part}", whole=True)
        if sum(1 for _ in root.iter(P)) > MOST_PARAGRAPHS:
            raise InputError("too_many_paragraphs", file=self.name, limit=MOST_PARAGRAPHS)
        return root


def _needed(data: bytes) -> int:
    """Return about how many bytes a parsed part takes, from the marks in it; never too few."""
    elements = data.count(b"<") - data.count(b"</")
    texts = data.count(b">") - data.count(b"><")
    return (elements + texts) * _NODE + data.count(b"=") * _ATTRIBUTE + len(data)
