"""Turning a translated text with inline codes back into the content of its paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from translation.formats.held_codes import with_held
from translation.formats.nesting import well_nested
from translation.formats.odt.field_values import renew
from translation.formats.odt.inline import GroupNode, SpanNode, is_blank
from translation.formats.odt.names import STYLE_NAME, qualified
from translation.formats.odt.runs import BREAK, RUBY, RUBY_BASE, SPACES, TAB, AloneNode, Chain
from translation.formats.safe_xml import clean
from translation.model.inline import CodeKind, code_character, code_index, is_code

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.odt.inline import InlineText
    from translation.model.inline import InlineCode

StyleOf = Callable[[str], str]
"""Gives the style that a span of this style has in the translation."""

_BLANK = re.compile(r"\s+")
_PIECES = re.compile("( +|\t|\r\n|[\n\r\u2028\u2029])")


def restore(element: etree._Element, inline: InlineText, text: str, style_of: StyleOf) -> None:
    """Put ``text`` in the place of a paragraph's content.

    ``inline`` is what was read from it. Elements that are codes are moved, not copied, so that
    what stands inside them can be translated too; those a translation left out, but for breaks
    and tabs, go to the end: pictures, notes and marks are never lost.
    """
    nested = well_nested(with_held(inline.text, text, inline.held), inline.codes)
    for child in list(element):
        element.remove(child)
    element.text = None
    builder = _Builder(element, inline, style_of)
    for node in inline.before:
        builder.alone(node)
    builder.add(nested)
    for node in inline.after:
        builder.alone(node)


class _Builder:
    def __init__(self, paragraph: etree._Element, inline: InlineText, style_of: StyleOf) -> None:
        self.inline, self.style_of = inline, style_of
        self.after_space = True
        self.used: set[str] = set()
        self.parent = paragraph
        """Where runs go: the paragraph, or the link that is open."""
        self.base = inline.spans
        """The spans of text in no code, there."""
        self.open: list[SpanNode] = []
        self.groups: list[tuple[etree._Element, Chain, list[SpanNode]]] = []
        self.field: GroupNode | None = None
        """The field that is open: codes in it wait until it is closed."""
        self.holder: etree._Element | None = None
        self.chain: Chain = ()
        """The innermost span that is being filled, and which spans it stands for."""

    def add(self, text: str) -> None:
        """Add the whole text, and what it lacks at the end."""
        skips_space = False
        for piece in re.split("([\ue000-\uf8ff])", text):
            if len(piece) == 1 and is_code(piece):
                skips_space = self._code(piece)
            elif piece:
                self._text(piece[1:] if skips_space and piece.startswith(" ") else piece)
                skips_space = False
        for index, code in enumerate(self.inline.codes):
            character = code_character(index)
            if code.kind is CodeKind.ALONE and not code.deletable and character not in self.used:
                self._code(character)

    def alone(self, node: AloneNode) -> None:
        """Move an element to the end of what was built."""
        node.element.tail = None
        self._holder(node.spans).append(node.element)

    def _code(self, character: str) -> bool:
        """Add what a code stands for; return whether the space behind it is only for reading."""
        if code_index(character) >= len(self.inline.codes):
            return False
        code = self.inline.codes[code_index(character)]
        node = self.inline.nodes.get(character)
        if self.field is not None and not self._ends_field(code):
            return False  # What a field cannot hold goes to the end where it must not be lost.
        if isinstance(node, AloneNode):
            self._move(node, character)
        elif node is not None:
            self._start(node)
        elif code.kind is CodeKind.CLOSE and code.pair is not None:
            self._end(self.inline.nodes[code_character(code.pair)])
        else:
            self.used.add(character)
            self._text(code.markup)  # a character that may not stand in a segment
        return is_blank(node)

    def _ends_field(self, code: InlineCode) -> bool:
        opening = None if code.pair is None else self.inline.nodes.get(code_character(code.pair))
        return code.kind is CodeKind.CLOSE and opening is self.field

    def _move(self, node: AloneNode, character: str) -> None:
        if character in self.used:
            if node.element.tag not in (TAB, BREAK, SPACES):
                return
            node = AloneNode(_shell(node.element), node.spans)
        self.used.add(character)
        self.alone(node)
        self.after_space = False

    def _start(self, node: SpanNode | GroupNode) -> None:
        if isinstance(node, SpanNode):
            self.open.append(node)
            return
        shell = _shell(node.element)
        # A field holds nothing but text: the spans of its text stand around it.
        self._holder(node.spans if node.is_field else ()).append(shell)
        self.groups.append((self.parent, self.base, self.open))
        if node.is_field:
            self.parent, self.base, self.open, self.field = shell, (), [], node
            return
        self.parent, self.base, self.open = shell, node.spans, []
        if shell.tag == RUBY:
            base = node.element.find(RUBY_BASE)
            assert base is not None
            self.parent = _shell(base)
            shell.append(self.parent)
        self.holder = None

    def _end(self, node: object) -> None:
        if isinstance(node, SpanNode):
            self.open.remove(node)
            return
        assert isinstance(node, GroupNode)
        if node is self.field:
            renew(node.element, self.parent)
            self.field = None
        if node.element.tag == RUBY and (shell := self.parent.getparent()) is not None:
            for child in list(node.element):
                if child.tag != RUBY_BASE:
                    shell.append(child)
        self.parent, self.base, self.open = self.groups.pop()
        self.holder = None

    def _spans(self) -> Chain:
        if not self.open:
            return self.base
        return tuple(dict.fromkeys(span for node in self.open for span in node.spans))

    def _holder(self, spans: Chain) -> etree._Element:
        """Return the element that holds runs with these spans around them."""
        if self.holder is None or spans != self.chain:
            self.holder, self.chain = self.parent, spans
            for span in spans:
                shell = _shell(span)
                if style := span.get(STYLE_NAME):
                    shell.set(STYLE_NAME, self.style_of(style))
                self.holder.append(shell)
                self.holder = shell
        return self.holder

    def _text(self, text: str) -> None:
        if self.field is not None:
            _write(self.parent, _BLANK.sub(" ", clean(text)))
            self.after_space = False
            return
        holder = self._holder(self._spans())
        for piece in _PIECES.split(clean(text)):
            if piece.startswith(" "):
                self._blanks(holder, len(piece))
            elif piece == "\t":
                _append(holder, TAB)
                self.after_space = False
            elif _PIECES.fullmatch(piece):
                _append(holder, BREAK)
                self.after_space = False
            elif piece:
                _write(holder, piece)
                self.after_space = False

    def _blanks(self, holder: etree._Element, count: int) -> None:
        """Write spaces: one as it is where it would not be taken for none, others as a mark."""
        if not self.after_space:
            _write(holder, " ")
            count -= 1
            self.after_space = True
        if count:
            mark = _append(holder, SPACES)
            if count > 1:
                mark.set(qualified("text:c"), str(count))
            self.after_space = False


def _shell(element: etree._Element) -> etree._Element:
    """Return a copy of an element without what it holds."""
    copy = element.makeelement(element.tag)
    copy.attrib.update(element.attrib)
    return copy


def _append(holder: etree._Element, tag: str) -> etree._Element:
    child = holder.makeelement(tag)
    holder.append(child)
    return child


def _write(holder: etree._Element, text: str) -> None:
    if len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text
