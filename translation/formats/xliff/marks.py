"""The ``mrk mtype="seg"`` of XLIFF 1.2: segments of a seg-source or target, and what is outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.safe_xml import local_name
from translation.model.inline import strip_codes

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.xliff.inline import InlineReader


@dataclass(slots=True)
class Mark:
    """A segment: its ``mrk``, the text ``inside`` it, and with what stands outside its ``text``.

    Codes outside are structure that translators leave alone, unless text stands among them:
    then another program let somebody type there.
    """

    mid: str
    element: etree._Element
    text: str
    inside: str
    outside: list[_Run] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """What stands between two marks: the texts (by their holder and place), the elements."""

    text: str = ""
    holders: list[tuple[etree._Element, bool]] = field(default_factory=list)
    elements: list[etree._Element] = field(default_factory=list)

    def add(self, text: str, holder: etree._Element, is_tail: bool) -> None:
        self.text += text
        self.holders.append((holder, is_tail))

    def take_out(self) -> None:
        """Remove it from the tree, its text with it."""
        for holder, is_tail in self.holders:
            if is_tail:
                holder.tail = None
            else:
                holder.text = None
        for element in self.elements:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def read_marks(element: etree._Element, reader: InlineReader) -> list[Mark]:
    """Return the marks in ``element``, those inside other elements too."""
    found: list[Mark] = []
    runs: list[_Run] = [_Run()]
    _walk(element, reader, found, runs)
    for at, run in enumerate(runs):
        bare = strip_codes(run.text)
        taken = run.text if bare.strip() else bare
        if not found or not taken:
            continue
        mark = found[max(at - 1, 0)]
        mark.text = mark.text + taken if at else taken + mark.text
        if bare.strip():
            mark.outside.append(run)
    return found


def _walk(
    element: etree._Element, reader: InlineReader, found: list[Mark], runs: list[_Run]
) -> None:
    runs[-1].add(reader.table.text(element.text or ""), element, False)
    for child in element:
        if is_mark(child):
            mid = reader.place = child.get("mid", str(len(found)))
            text = reader.text(child)
            reader.place = ""
            found.append(Mark(mid, child, text, text))
            runs.append(_Run())
        elif any(is_mark(inner) for inner in child.iterdescendants("{*}mrk")):
            _walk(child, reader, found, runs)
        else:
            runs[-1].text += reader.element(child)
            runs[-1].elements.append(child)
        runs[-1].add(reader.table.text(child.tail or ""), child, True)


def marks_below(element: etree._Element) -> list[etree._Element]:
    """Return the ``mrk`` in an element that stand for segments."""
    return [found for found in element.iterdescendants("{*}mrk") if is_mark(found)]


def is_mark(element: etree._Element) -> bool:
    """Tell whether an element is a ``mrk`` that stands for a segment."""
    return local_name(element) == "mrk" and element.get("mtype") == "seg"
