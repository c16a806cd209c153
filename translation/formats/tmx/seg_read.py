"""Reading the inline codes of TMX.

``bpt`` and ``ept`` are the halves of a pair in one text, tied by ``i``; ``it`` is a half that
stands alone, ``ph`` (in old files ``ut``) a code of no pair, ``hi`` a mark around text. ``x``
ties a code of one language to its like in the other (TMX 1.4b, section 3.3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.safe_xml import attributes_of, local_name
from translation.formats.xliff.names import CHARACTER
from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lxml import etree

    from translation.formats.code_table import CodeTable

_TAG = re.compile(r"</?\s*([A-Za-z][A-Za-z0-9]*)")
_CHARACTER_NAME = re.compile(r"U\+([0-9A-F]{4,6})")
_LONGEST_LABEL = 16
_PAIRED = frozenset({"bpt", "ept", "it"})
CODE_NAMES = _PAIRED | {"ph", "ut", "sub"}
"""Elements whose content is native code; what TMX does not know is markup around its text."""


class SegReader:
    """Reads the ``seg`` elements of one unit into texts with the codes of one table.

    ``elements`` are those of the last ``seg`` read, by the character of their code;
    ``unbalanced`` counts halves of pairs whose other half is not in their text.
    """

    def __init__(self, table: CodeTable) -> None:
        self.table = table
        self.elements: dict[str, etree._Element] = {}
        self.unbalanced = 0
        self.is_target = False
        """Whether what is read now is the translation: its codes may have markup of their own."""
        self._contents: dict[Hashable, str] = {}
        self._open: dict[str, Hashable] = {}
        self._nameless: dict[Hashable, int] = {}
        self._met: dict[Hashable, int] = {}

    def seg(self, element: etree._Element) -> str:
        """Return the text of a ``seg``, its inline elements as codes."""
        self.elements = {}
        if not len(element):
            return self.table.text(element.text or "")
        self._contents, self._open, self._nameless, self._met = {}, {}, {}, {}
        text = self._text(element)
        self.unbalanced += len(self._open)
        return text

    def _text(self, element: etree._Element) -> str:
        parts = [self.table.text(element.text or "")]
        for child in element:
            parts += [self._element(child), self.table.text(child.tail or "")]
        return "".join(parts)

    def _element(self, child: etree._Element) -> str:
        tag: object = child.tag
        if not isinstance(tag, str):  # a comment or an instruction
            return ""
        name = local_name(child)
        if name == "hi" or (name not in CODE_NAMES and _holds_text(child)):
            return self._around(child, name)
        content = "".join(map(str, child.itertext("*"))) if len(child) else child.text or ""
        if child.get("type") == CHARACTER and (named := _CHARACTER_NAME.fullmatch(content)):
            value = int(named[1], 16)
            if value <= 0x10FFFF:
                return self.table.text(chr(value))
        kind = _kind(child, name)
        family = "pair" if name in _PAIRED else name
        link = self._link(child, name, content)
        if self._contents.setdefault((family, kind, link), content) != content:
            link = (link, content)  # one x for two codes of a text
        link = self._again((family, kind, link))
        if name == "bpt":
            self._open[child.get("i", "")] = link
        character = self.table.find((family, kind, link))
        code = _code(child, name, kind, content)
        if character is None:
            character = self._add(code, family, link)
        elif self.is_target:
            self.table.localise(character, code.markup)
        self.elements.setdefault(character, child)
        return character

    def _add(self, code: InlineCode, family: str, link: Hashable) -> str:
        character = self.table.add(code, (family, code.kind, link))
        if family == "pair":
            opening = self.table.find((family, CodeKind.OPEN, link))
            closing = self.table.find((family, CodeKind.CLOSE, link))
            if opening and closing:
                self.table.tie(opening, closing)
        return character

    def _link(self, child: etree._Element, name: str, content: str) -> Hashable:
        """Return what ties an element to its other half and to its like on the other side."""
        if name == "ept":
            number = child.get("i", "")
            if number in self._open:
                return self._open.pop(number)
            self.unbalanced += 1
            return ("i", number)
        if x := child.get("x"):
            return ("x", x)
        if name == "bpt":
            return ("i", child.get("i"), content)
        return self._count((name, content))

    def _count(self, what: Hashable) -> Hashable:
        """Tell elements that name themselves in no way apart by their order."""
        self._nameless[what] = self._nameless.get(what, 0) + 1
        return (what, self._nameless[what])

    def _again(self, what: tuple[str, CodeKind, Hashable]) -> Hashable:
        """Return a link of its own for each further code of a text that names itself alike."""
        self._met[what] = self._met.get(what, 0) + 1
        return what[2] if self._met[what] == 1 else (what[2], self._met[what])

    def _around(self, child: etree._Element, name: str) -> str:
        kind = child.get("type", "")
        link = self._again((name, CodeKind.OPEN, ("x", child.get("x"), kind)))
        label = (kind or f"{name}{child.get('x', '')}")[:_LONGEST_LABEL]
        easy = name == "hi"
        start = start_tag(child, name, around=True)
        pair = self.table.add_pair(
            InlineCode(CodeKind.OPEN, start, label, deletable=easy),
            InlineCode(CodeKind.CLOSE, f"</{name}>", f"/{label}", deletable=easy),
            (name, link),
        )
        if self.is_target:
            self.table.localise(pair.open, start)
        self.elements.setdefault(pair.open, child)
        self.elements.setdefault(pair.close, child)
        return pair.open + self._text(child) + pair.close


def _kind(child: etree._Element, name: str) -> CodeKind:
    if name == "bpt" or child.get("pos") == "begin":
        return CodeKind.OPEN
    if name == "ept" or child.get("pos") == "end":
        return CodeKind.CLOSE
    return CodeKind.ALONE


def _code(child: etree._Element, name: str, kind: CodeKind, content: str) -> InlineCode:
    tag = _TAG.match(content)
    label = tag[1].lower() if tag else child.get("type", "")
    label = label or f"{name}{child.get('x') or child.get('i') or ''}"
    return InlineCode(kind, content or start_tag(child, name), label[:_LONGEST_LABEL])


def _holds_text(child: etree._Element) -> bool:
    return any(str(part).strip() for part in child.itertext("*"))


def start_tag(child: etree._Element, name: str, around: bool = False) -> str:
    """Return an element's start tag, that of an empty element where it is around nothing."""
    attributes = "".join(
        f' {key.rpartition("}")[2]}="{value}"' for key, value in attributes_of(child).items()
    )
    return f"<{name}{attributes}>" if around else f"<{name}{attributes}/>"
