"""Putting a translation into a paragraph of a slide: its codes become the original's elements."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.formats.pptx.names import END, P_PR, R_PR, T, child, made
from translation.formats.pptx.text import Alone, Around, Format
from translation.formats.safe_xml import clean
from translation.model.inline import CodeKind, code_index, is_code

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.pptx.direction import Direction
    from translation.formats.pptx.text import Reading

_PIECES = re.compile("([\ue000-\uf8ff\n])")


def fill(paragraph: etree._Element, reading: Reading, text: str, direction: Direction) -> None:
    """Give a paragraph ``text``, well nested, with the codes of ``reading``.

    What a reader would miss and whose codes the text lacks goes to its end.
    """
    for element in list(paragraph):
        if element.tag not in P_PR and element.tag not in END:
            paragraph.remove(element)
    builder = _Builder(paragraph, reading, direction)
    for element in reading.before:
        builder.put(element)
    for piece in _PIECES.split(text):
        builder.add(piece)
    for node in reading.nodes.values():
        if isinstance(node, Alone) and node.stays and node.element not in builder.used:
            builder.put(node.element)
    for element in reading.after:
        builder.put(element)
    ends = child(paragraph, END)
    if ends is None:
        paragraph.extend(builder.found)
        return
    direction.turn_language(ends)
    for element in builder.found:
        ends.addprevious(element)


@dataclass(slots=True)
class _Builder:
    """Builds the content of one paragraph."""

    paragraph: etree._Element
    reading: Reading
    direction: Direction
    found: list[etree._Element] = field(default_factory=list)
    used: set[etree._Element] = field(default_factory=set)
    around: list[Format | Around] = field(default_factory=list)
    result: etree._Element | None = None
    """The text of the field that is open, which holds neither runs nor breaks."""
    eats_blank: bool = False

    def add(self, piece: str) -> None:
        """Add a text, a code or a line end."""
        if len(piece) == 1 and is_code(piece):
            self._code(piece)
        elif piece == "\n":
            self._break()
        elif piece:
            self._text(piece.removeprefix(" ") if self.eats_blank else piece)
            self.eats_blank = False

    def put(self, element: etree._Element) -> None:
        """Put an element of the original, or a copy where it is used already."""
        one = deepcopy(element) if element in self.used else element
        self.used.add(element)
        one.tail = None
        properties = child(one, R_PR)
        if properties is not None:
            self.direction.turn_language(properties)
        self.found.append(one)

    def _code(self, character: str) -> None:
        index, codes = code_index(character), self.reading.codes
        node = self.reading.nodes.get(character)
        if isinstance(node, Alone):
            if not node.stays and self.result is not None:
                self._text(" ")
            elif not (node.stays and node.element in self.used):
                self.put(node.element)
                self.eats_blank = not node.stays
        elif node is not None:
            self._enter(node)
        elif index < len(codes) and codes[index].kind is CodeKind.CLOSE:
            self._leave()
        elif index < len(codes) and codes[index].kind is CodeKind.ALONE:
            self._text(codes[index].markup)

    def _enter(self, node: Format | Around) -> None:
        self.around.append(node)
        if isinstance(node, Around):
            self.put(node.field)
            self.result = child(self.found[-1], T)
            if self.result is not None:
                self.result.text = ""

    def _leave(self) -> None:
        if self.around and isinstance(self.around.pop(), Around):
            self.result = None

    def _break(self) -> None:
        if self.result is not None:
            self._text(" ")
            return
        line = made(self.paragraph, "br")
        line.append(self._properties())
        self.found.append(line)

    def _text(self, text: str) -> None:
        if not text:
            return
        if self.result is not None:
            self.result.text = (self.result.text or "") + clean(text)
            return
        run = made(self.paragraph, "r")
        run.append(self._properties())
        shown = made(self.paragraph, "t")
        shown.text = clean(text)
        run.append(shown)
        self.found.append(run)

    def _properties(self) -> etree._Element:
        """Return the properties of a run here, in the language of the translation."""
        formats = [node.properties for node in self.around if isinstance(node, Format)]
        original = formats[-1] if formats else self.reading.base
        copy = made(self.paragraph, "rPr") if original is None else deepcopy(original)
        self.direction.turn_language(copy)
        return copy
