"""A paragraph of a DOCX as a row of tokens: texts, things between them, and what encloses them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.docx.names import R_, R_PR, XML_SPACE, T, w
from translation.formats.docx.rules import TEXT_FIELDS
from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

    from translation.formats.docx.rules import Rules

_SPACES = re.compile(r"[\t\r\n]+")
_EDGES = " \t\r\n"
_LONGEST_NAME = 20


class Kind(IntEnum):
    """What a token is."""

    TEXT = 0
    ALONE = 1
    OPEN = 2
    CLOSE = 3


class Keep(IntEnum):
    """What becomes of a token that a translation leaves out or holds twice."""

    DROP = 0
    """It may be left out, and copied."""
    STAY = 1
    """It is put at the end where it is left out, and never copied: pictures, notes, marks."""
    MARK = 2
    """As STAY, and nothing a reader sees: bookmarks, ranges of comments, halves of fields."""
    HOLD = 3
    """A field around its result: put round the words that stand for it where it is left out."""


class Token(NamedTuple):
    """One piece of a paragraph.

    ``element`` is what stands in the original, ``run`` the w:r it stands in, None outside of
    runs. ``parts`` are the tokens that one code stands for together (a whole field).
    """

    kind: Kind
    element: etree._Element
    run: etree._Element | None = None
    text: str = ""
    label: str = ""
    keep: Keep = Keep.DROP
    parts: tuple[Token, ...] = ()
    is_format: bool = False


INSERTED = frozenset({w("ins"), w("moveTo")})
_WRAPPERS = {
    w("hyperlink"): "link",
    w("ins"): "ins",
    w("moveTo"): "ins",
    w("smartTag"): "tag",
    w("customXml"): "tag",
    w("sdt"): "field",
    w("dir"): "dir",
    w("bdo"): "dir",
}
SIMPLE_FIELD, CONTROL, RUBY = w("fldSimple"), w("sdt"), w("ruby")
FIELD_CHARACTER, INSTRUCTION = w("fldChar"), w("instrText")
HOLES = {CONTROL: w("sdtContent"), RUBY: w("rubyBase")}
"""Children that hold the text, of elements that do not hold it themselves."""
BREAKS = frozenset({w("br"), w("cr"), w("tab")})
_NO_TOKEN = frozenset(
    w(name) for name in ("pPr", "rPr", "proofErr", "lastRenderedPageBreak", "annotationRef")
)
_BESIDE = frozenset(
    w(name) for name in ("smartTagPr", "customXmlPr", "sdtPr", "sdtEndPr", "rubyPr", "rt")
)
_MARKS = {
    w(name): label
    for label, names in (
        ("mark", "bookmarkStart bookmarkEnd permStart permEnd"),
        ("comment", "commentRangeStart commentRangeEnd commentReference"),
        ("mark", "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"),
    )
    for name in names.split()
}
_DELETED = frozenset({w("del"), w("moveFrom")})
_LABELS = {
    w("tab"): ("tab", Keep.DROP),
    w("ptab"): ("tab", Keep.DROP),
    w("br"): ("br", Keep.DROP),
    w("cr"): ("br", Keep.DROP),
    w("softHyphen"): ("soft hyphen", Keep.DROP),
    w("noBreakHyphen"): ("hyphen", Keep.DROP),
    w("sym"): ("symbol", Keep.DROP),
    w("drawing"): ("image", Keep.STAY),
    w("pict"): ("image", Keep.STAY),
    w("object"): ("object", Keep.STAY),
    w("footnoteRef"): ("note", Keep.STAY),
    w("endnoteRef"): ("note", Keep.STAY),
}
_NOTES = frozenset({w("footnoteReference"), w("endnoteReference")})


def tokens(paragraph: etree._Element, rules: Rules) -> list[Token]:
    """Return the tokens of a paragraph in order; each OPEN has its CLOSE, properly nested.

    Deleted text is one token that is kept; hidden text too. Marks of a spelling check are none.
    """
    reader = _Reader(rules, rules.hides_by_place(paragraph))
    reader.content(paragraph)
    return reader.found


def instruction(field: etree._Element) -> str:
    """Return the instruction of a simple field."""
    return field.get(w("instr"), "")


def field_name(instruction_text: str) -> str:
    """Return the kind of a field: the first word of its instruction, ``=`` of a formula."""
    words = instruction_text.split(maxsplit=1)
    name = words[0].upper() if words else ""
    return "=" if name.startswith("=") else name[:_LONGEST_NAME]


@dataclass(slots=True)
class _Reader:
    """Collects the tokens of one paragraph."""

    rules: Rules
    hidden_by_place: bool | None
    found: list[Token] = field(default_factory=list)

    def content(self, container: etree._Element) -> None:
        for child in container:
            tag = child.tag
            if tag == R_:
                self._run(child)
            elif tag in _WRAPPERS:
                self._wrapper(child, None, _WRAPPERS[str(tag)])
            elif tag == SIMPLE_FIELD:
                self._simple_field(child)
            elif tag in _MARKS:
                self.found.append(
                    Token(Kind.ALONE, child, label=_MARKS[str(tag)], keep=Keep.MARK)
                )  # fmt: skip
            elif tag in _DELETED:
                self.found.append(Token(Kind.ALONE, child, label="del", keep=Keep.MARK))
            elif tag not in _NO_TOKEN and tag not in _BESIDE and isinstance(tag, str):
                label = _plain_label(child)
                self.found.append(Token(Kind.ALONE, child, label=label, keep=Keep.STAY))

    def _simple_field(self, element: etree._Element) -> None:
        """Add a field in one element: around its result where that is text, else as one code."""
        name = field_name(instruction(element))
        if name in TEXT_FIELDS:
            self._wrapper(element, None, "link")
            return
        start = len(self.found)
        if self.rules.is_text(name):
            self._wrapper(element, None, name or "field", Keep.HOLD)
        if not any(token.kind is Kind.TEXT for token in self.found[start:]):
            del self.found[start:]
            label = name or "field"
            self.found.append(Token(Kind.ALONE, element, label=label, keep=Keep.STAY))

    def _wrapper(
        self,
        element: etree._Element,
        run: etree._Element | None,
        label: str,
        keep: Keep = Keep.DROP,
    ) -> None:
        hole = HOLES.get(str(element.tag))
        content = element if hole is None else element.find(hole)
        self.found.append(Token(Kind.OPEN, element, run, label=label, keep=keep))
        if content is not None:
            self.content(content)
        self.found.append(Token(Kind.CLOSE, element, run, label=f"/{label}", keep=keep))

    def _run(self, run: etree._Element) -> None:
        is_hidden = self.rules.hides(run.find(R_PR), self.hidden_by_place)
        for child in run:
            tag = child.tag
            if tag == T and not is_hidden:
                text = child.text or ""
                if child.get(XML_SPACE) != "preserve":
                    text = text.strip(_EDGES)
                if text:
                    self.found.append(Token(Kind.TEXT, child, run, _SPACES.sub(" ", text)))
            elif tag == RUBY and not is_hidden:
                self._wrapper(child, run, "ruby")
            elif tag not in _NO_TOKEN and isinstance(tag, str):
                self.found.append(_alone(child, run, is_hidden))


def _alone(child: etree._Element, run: etree._Element, is_hidden: bool) -> Token:
    tag = str(child.tag)
    if is_hidden or tag in (FIELD_CHARACTER, INSTRUCTION):
        label, keep = "hidden" if is_hidden else "field", Keep.MARK
    elif tag in _MARKS:
        label, keep = _MARKS[tag], Keep.MARK
    elif tag in _NOTES:
        label, keep = f"note {child.get(w('id'), '')}", Keep.STAY
    elif tag == w("br") and child.get(w("type"), "textWrapping") != "textWrapping":
        label, keep = "page", Keep.STAY
    else:
        label, keep = _LABELS.get(tag) or (_plain_label(child), Keep.STAY)
    return Token(Kind.ALONE, child, run, label=label, keep=keep)


def _plain_label(element: etree._Element) -> str:
    name = local_name(element)
    return {"AlternateContent": "image", "oMath": "math", "oMathPara": "math"}.get(name, name)
