"""A presentation opened: its slides in the order they are shown, and what belongs to each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from translation.errors import InputError
from translation.formats import safe_xml
from translation.formats.pptx.names import is_on, p, relation_id
from translation.formats.relationships import relations
from translation.formats.safe_xml import local_name
from translation.formats.safe_zip import open_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from translation.formats.relationships import Related
    from translation.formats.safe_zip import SafeZip

NAME = "PPTX"
MOST_MARKS = 400_000
"""Tags of one part; a slide full of text has about 2 000."""
MOST_MARKS_OF_ALL = 2_000_000
"""Tags of all parts with text; two hundred slides have about 200 000."""
_CONTENT_TYPES, _MAIN = "[Content_Types].xml", "ppt/presentation.xml"
_DATA_MODEL = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt"


class Kind(Enum):
    """What a part with text is."""

    SLIDE = "slide"
    DIAGRAM = "diagram"
    CHART = "chart"
    NOTES = "notes"


class Part(NamedTuple):
    """A part with text; ``drawing`` is the picture of a diagram, which repeats its text."""

    name: str
    kind: Kind
    root: etree._Element
    drawing: str = ""


class Presentation:
    """A PPTX; parts are parsed one at a time. Raises InputError: what the doors raise."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.zip: SafeZip = open_zip(data, name, NAME, (_CONTENT_TYPES,))
        self._marks = 0
        self._related: dict[str, Related] = {}
        self._kept: dict[str, etree._Element] = {}
        main = self.related("").get("officeDocument", {}).values()
        self.main = next(iter(main), _MAIN)
        self.root = self.parsed(self.main)
        if self.root.tag not in p("presentation"):
            detail = "its main part is no presentation"
            raise InputError("wrong_format", file=name, format=NAME, detail=detail)
        self.hidden = 0
        """Slides met so far that are not shown."""
        self.beside = 0
        """Objects of other programs met so far, whose text is not taken."""
        self.comments = 0
        """Comments met so far."""

    def parts(self) -> Iterator[Part]:
        """Give each slide that is shown, then its diagrams, charts and notes."""
        given: set[str] = set()
        for slide in self._slides():
            root = self.parsed(slide)
            if not is_on(root.get("show", "1")):
                self.hidden += 1
                continue
            yield Part(slide, Kind.SLIDE, root)
            related = self.related(slide)
            self._count(related)
            for kind, names in ((Kind.DIAGRAM, "diagramData"), (Kind.CHART, "chart")):
                for name in related.get(names, {}).values():
                    if name in self.zip and name not in given:
                        given.add(name)
                        part = self.parsed(name)
                        yield Part(name, kind, part, self._drawing(part, related))
            for name in related.get("notesSlide", {}).values():
                if name in self.zip:
                    yield Part(name, Kind.NOTES, self.parsed(name))

    def related(self, part: str) -> Related:
        """Return the parts that a part leads to, by kind and id."""
        if part not in self._related:
            self._related[part] = relations(self.zip, part)
        return self._related[part]

    def parsed(self, part: str) -> etree._Element:
        """Return the root of a part; raises InputError where it is too much."""
        data = self.zip.read(part)
        marks = data.count(b"<") - data.count(b"</")
        self._marks += marks
        if marks > MOST_MARKS or self._marks > MOST_MARKS_OF_ALL:
            detail = "it holds more marks than any presentation"
            raise InputError("zip_unsafe", file=self.name, detail=detail)
        return safe_xml.parse(data, f"{self.name}: {part}", whole=True)

    def above(self, part: str, kind: str) -> tuple[str, etree._Element] | None:
        """Return the layout or master that a part follows, which is parsed once."""
        name = next(iter(self.related(part).get(kind, {}).values()), "")
        if name not in self.zip:
            return None
        if name not in self._kept:
            self._kept[name] = self.parsed(name)
        return name, self._kept[name]

    def _slides(self) -> Iterator[str]:
        known = self.related(self.main).get("slide", {})
        given: set[str] = set()
        for element in self.root.iter(*p("sldId")):
            name = known.get(relation_id(element), "")
            if name in self.zip and name not in given:
                given.add(name)
                yield name

    def _drawing(self, data: etree._Element, related: Related) -> str:
        known = related.get("diagramDrawing", {})
        for element in data.iter(_DATA_MODEL):
            return known.get(element.get("relId", ""), "")
        return ""

    def _count(self, related: Related) -> None:
        self.beside += sum(
            len(related.get(kind, {})) for kind in ("oleObject", "package", "chartEx")
        )
        for name in related.get("comments", {}).values():
            if name in self.zip:
                root = self.parsed(name)
                self.comments += sum(1 for e in root.iter("{*}cm") if local_name(e) == "cm")
