"""What readers of inline elements do alike, whatever XLIFF calls them: codes, found and kept.

A reader of a version says what an element is (``element``); which code it is, and which element
is written for it, is told here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.code_matching import CodeMatcher
from translation.formats.code_table import Pair
from translation.model.inline import code_character

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from lxml import etree

    from translation.formats.code_matching import Likeness
    from translation.formats.code_table import CodeTable
    from translation.model.inline import InlineCode


_CHARACTER_NAME = re.compile(r"U\+([0-9A-F]{4,6})")
_TAG = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
LONGEST_LABEL = 16


class InlineReader:
    """Reads the inline content of the elements of one unit into texts with codes.

    ``ours`` says that the unit's table was read before and that ids lead into it. The source is
    read first; ``read_target`` and ``read_other`` say that what follows is of the other side.
    """

    def __init__(self, table: CodeTable, ours: bool = False) -> None:
        self.table = table
        self.ours = ours
        self.place = ""
        """The segment that is read, where the unit has several."""
        self.elements: dict[str, etree._Element] = {}
        """The element to write for each code: the target's own, else the source's."""
        self.as_text: Callable[[str], str] = table.text
        """Makes of a text what a segment may hold."""
        self._kept_matcher: CodeMatcher | None = None
        self._is_target = self._is_other = False
        self._open: dict[Hashable, list[str]] = {}

    def read_source(self) -> None:
        """From now on every element is a code of its own."""
        if self._kept_matcher is not None:
            self._kept_matcher.read_source()
        self._is_target = self._is_other = False
        self._open = {}

    def read_target(self) -> None:
        """From now on elements are the target's: like those of the source, and its own."""
        self.read_other()
        self._is_target = True

    def read_other(self) -> None:
        """From now on elements are those of another target, of which none is kept."""
        if self._kept_matcher is not None:
            self._kept_matcher.read_other()
        self._is_target, self._is_other = False, True
        self._open = {}

    def text(self, element: etree._Element) -> str:
        """Return the text of ``element``, inline elements as codes."""
        text = element.text
        if not len(element):
            return self.as_text(text) if text else ""
        parts = [self.as_text(text or "")]
        for child in element:
            parts += [self.element(child), self.as_text(child.tail or "")]
        return "".join(parts)

    def element(self, child: etree._Element) -> str:
        """Return an inline element as its code, with the text inside where it is text.

        Nothing for a comment or an instruction.
        """
        raise NotImplementedError

    @property
    def _matcher(self) -> CodeMatcher:
        """Made for the first code: most units have none."""
        if self._kept_matcher is None:
            self._kept_matcher = CodeMatcher()
            if self._is_other:
                self._kept_matcher.read_other()
        return self._kept_matcher

    def _coded(self, child: etree._Element, likeness: Likeness, code: InlineCode) -> str:
        """Return the code of an element that stands alone, or is half of a pair."""
        character = self._matcher.find(likeness)
        if character is None:
            character = self.table.add(code)
            self._matcher.add(likeness, character)
        self._keep(character, child, code)
        return character

    def _opening(
        self, child: etree._Element, key: Hashable, likeness: Likeness, code: InlineCode
    ) -> str:
        """Return the half that begins a pair; ``key`` is what the other calls it."""
        character = self._coded(child, likeness, code)
        self._open.setdefault(key, []).append(character)
        return character

    def _closing(
        self, child: etree._Element, opened: str | None, likeness: Likeness, code: InlineCode
    ) -> str:
        """Return the half that ends a pair, tied to the one that it closes, if that is known."""
        other = None if opened is None else self.table[opened].pair
        if other is not None and self._matcher.take(closing := code_character(other)):
            self._keep(closing, child, code)
            return closing
        character = self._coded(child, likeness, code)
        if opened is not None and other is None and self.table[character].pair is None:
            self.table.tie(opened, character)
        return character

    def _opened(self, *keys: Hashable) -> str | None:
        """Take the last half that is open under the first of these keys that has one."""
        for key in keys:
            if waiting := self._open.get(key):
                return waiting.pop()
        return None

    def _around(
        self, child: etree._Element, likeness: Likeness, opening: InlineCode, closing: InlineCode
    ) -> str:
        """Return the text inside an element between the two codes that it is."""
        first = self._matcher.find(likeness)
        if first is None:
            pair = self.table.add_pair(opening, closing)
            self._matcher.add(likeness, pair.open)
        else:
            pair = Pair(first, code_character(self.table[first].pair or 0))
        self._keep(pair.open, child, opening)
        self._keep(pair.close, child, closing)
        return pair.open + self.text(child) + pair.close

    def _keep(self, character: str, child: etree._Element, code: InlineCode) -> None:
        if self._is_target:
            self.elements[character] = child
            self.table.localise(character, code.markup)
        else:
            self.elements.setdefault(character, child)


def holds_text(element: etree._Element) -> bool:
    """Tell whether there is text in an element."""
    return any(str(part).strip() for part in element.itertext("*"))


def character_named(name: str) -> str | None:
    """Return the character that is called so, ``U+00A0``; None where it is no name of one."""
    found = _CHARACTER_NAME.fullmatch(name)
    return chr(int(found[1], 16)) if found and int(found[1], 16) <= 0x10FFFF else None


def tag_of(name: str, items: Iterable[tuple[str, str]], *, around: bool) -> str:
    """Return the start tag of an element, or the tag of one that has no content."""
    attributes = "".join([f' {key.rpartition("}")[2]}="{value}"' for key, value in items])
    return f"<{name}{attributes}>" if around else f"<{name}{attributes}/>"


def name_of_tag(markup: str) -> str:
    """Return the name of the tag that a markup begins with, empty where it is none."""
    found = _TAG.match(markup)
    return found[1].lower() if found else ""
