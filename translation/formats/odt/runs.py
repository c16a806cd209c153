"""What a paragraph of an OpenDocument text is made of: runs that look alike, links, elements.

Spans are flattened: a run knows the spans around it and what they come to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from translation.formats.odt.names import SPAN, STYLE_NAME, is_element, qualified, qualified_set
from translation.formats.odt.styles import Look, look, merged

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.odt.blocks import Paragraph
    from translation.formats.odt.rules import Rules
    from translation.formats.odt.styles import Properties

SPACES, TAB, BREAK = qualified("text:s"), qualified("text:tab"), qualified("text:line-break")
RUBY, RUBY_BASE = qualified("text:ruby"), qualified("text:ruby-base")
LINK = qualified("text:a")
_GROUPS = frozenset({LINK, RUBY}) | qualified_set(
    "text:meta", "text:meta-field", "loext:content-control"
)
_DROPPED = qualified_set("text:soft-page-break")
_UNSEEN = qualified_set(
    "text:bookmark", "text:bookmark-start", "text:bookmark-end", "text:reference-mark",
    "text:reference-mark-start", "text:reference-mark-end", "text:change", "text:change-start",
    "text:change-end", "office:annotation", "office:annotation-end", "text:toc-mark",
    "text:toc-mark-start", "text:toc-mark-end", "text:alphabetical-index-mark",
    "text:alphabetical-index-mark-start", "text:alphabetical-index-mark-end",
    "text:user-index-mark", "text:user-index-mark-start", "text:user-index-mark-end",
    "text:number", "field:fieldmark-start", "field:fieldmark-end", "field:fieldmark-separator",
)  # fmt: skip
_BLANKS = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100
"""Spaces that one mark may stand for in a text; a mark of more becomes a code."""

Chain: TypeAlias = "tuple[etree._Element, ...]"  # noqa: SLF001
"""Spans around a run, the outermost first."""


@dataclass(frozen=True, slots=True)
class AloneNode:
    """An element that is a code by itself, and the spans around it."""

    element: etree._Element
    spans: Chain
    is_hidden: bool = False


@dataclass(slots=True)
class Run:
    """Text, the spans around it and how it looks."""

    text: str
    spans: Chain
    look: Look


@dataclass(slots=True)
class Group:
    """A link, ruby, field or the like, and what stands inside it."""

    element: etree._Element
    parts: list[Run | Group | AloneNode]
    is_field: bool = False


def parts_of(paragraph: Paragraph, rules: Rules, rtl: bool) -> list[Run | Group | AloneNode]:
    """Take a paragraph apart; ``rtl`` says which script's formatting is seen."""
    return _Parser(paragraph, rules, rtl).parts()


def is_unseen(part: object) -> bool:
    """Tell whether a part of a paragraph takes no place in its lines."""
    if not isinstance(part, AloneNode):
        return False
    if part.is_hidden or part.element.tag in _UNSEEN:
        return True
    anchored = part.element.get(qualified("text:anchor-type"), "as-char")
    return part.element.tag.startswith(qualified("draw:")) and anchored != "as-char"


@dataclass(slots=True)
class _Parser:
    """Takes a paragraph apart; remembers whether a space would be one too many."""

    paragraph: Paragraph
    rules: Rules
    rtl: bool
    after_space: bool = True
    base: Properties = field(default_factory=dict)

    def parts(self) -> list[Run | Group | AloneNode]:
        self.base = self.rules.styles.paragraph(
            self.paragraph.part, self.paragraph.style, "text-properties"
        )
        return self._content(self.paragraph.element, (), self.base)

    def _content(
        self, element: etree._Element, spans: Chain, properties: Properties
    ) -> list[Run | Group | AloneNode]:
        parts: list[Run | Group | AloneNode] = []
        self._add(parts, element.text, spans, properties)
        for child in element:
            if is_element(child):
                self._child(parts, child, spans, properties)
            self._add(parts, child.tail, spans, properties)
        return parts

    def _child(
        self,
        parts: list[Run | Group | AloneNode],
        child: etree._Element,
        spans: Chain,
        properties: Properties,
    ) -> None:
        if self.rules.hides_element(child, self.paragraph.part):
            parts.append(AloneNode(child, spans, is_hidden=True))
        elif child.tag == SPAN:
            own = self.rules.styles.span(self.paragraph.part, child.get(STYLE_NAME, ""))
            parts += self._content(child, (*spans, child), merged(properties, own))
        elif child.tag == SPACES and (count := _count(child)) <= _MOST_SPACES:
            parts.append(Run(" " * count, spans, look(properties, self.rtl)))
            self.after_space = False
        elif child.tag in _GROUPS:
            base = child.find(RUBY_BASE) if child.tag == RUBY else child
            if base is not None:
                parts.append(Group(child, self._content(base, spans, properties)))
        elif self.rules.is_field(child):
            parts.append(Group(child, self._content(child, spans, properties), is_field=True))
        elif child.tag not in _DROPPED:
            node = AloneNode(child, spans)
            parts.append(node)
            self.after_space = self.after_space and is_unseen(node)

    def _add(
        self,
        parts: list[Run | Group | AloneNode],
        text: str | None,
        spans: Chain,
        properties: Properties,
    ) -> None:
        if not text:
            return
        text = _BLANKS.sub(" ", text)
        if self.after_space and text.startswith(" "):
            text = text[1:]
        if text:
            parts.append(Run(text, spans, look(properties, self.rtl)))
            self.after_space = text.endswith(" ")


def _count(element: etree._Element) -> int:
    count = element.get(qualified("text:c"), "1")
    return int(count) if count.isdecimal() and len(count) < 4 else _MOST_SPACES + 1
