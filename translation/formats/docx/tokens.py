"""A paragraph of a DOCX as a row of tokens: texts, things between them, and what encloses them."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.docx.names import R_, R_PR, XML_SPACE, T, is_on, w
from translation.formats.safe_xml import local_name

if TYPE_CHECKING:
    from lxml import etree

_SPACES = re.compile(r"[\t\r\n]+")
_EDGES = " \t\r\n"


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


def tokens(paragraph: etree._Element) -> list[Token]:
    """Return the tokens of a paragraph in order; each OPEN has its CLOSE, properly nested.

    Deleted text is one token that is kept; hidden text too. Marks of a spelling check are none.
    """
    found: list[Token] = []
    _content(paragraph, found)
    return found


def instruction(field: etree._Element) -> str:
    """Return the instruction of a simple field."""
    return field.get(w("instr"), "")


def is_text_field(instruction_text: str) -> bool:
    """Tell whether a field shows what its author wrote, and nothing the program works out."""
    return field_name(instruction_text) in ("HYPERLINK", "QUOTE", "FORMTEXT", "MACROBUTTON")


def field_name(instruction_text: str) -> str:
    """Return the kind of a field: the first word of its instruction."""
    words = instruction_text.split(maxsplit=1)
    return words[0].upper() if words else ""


def _content(container: etree._Element, found: list[Token]) -> None:
    for child in container:
        tag = child.tag
        if tag == R_:
            _run(child, found)
        elif tag in _WRAPPERS or (tag == SIMPLE_FIELD and is_text_field(instruction(child))):
            _wrapper(child, None, _WRAPPERS.get(str(tag), "link"), found)
        elif tag == SIMPLE_FIELD:
            label = field_name(instruction(child)) or "field"
            found.append(Token(Kind.ALONE, child, label=label, keep=Keep.STAY))
        elif tag in _MARKS:
            found.append(Token(Kind.ALONE, child, label=_MARKS[str(tag)], keep=Keep.MARK))
        elif tag in _DELETED:
            found.append(Token(Kind.ALONE, child, label="del", keep=Keep.MARK))
        elif tag not in _NO_TOKEN and tag not in _BESIDE and isinstance(tag, str):
            found.append(Token(Kind.ALONE, child, label=_plain_label(child), keep=Keep.STAY))


def _wrapper(
    element: etree._Element, run: etree._Element | None, label: str, found: list[Token]
) -> None:
    hole = HOLES.get(str(element.tag))
    content = element if hole is None else element.find(hole)
    found.append(Token(Kind.OPEN, element, run, label=label))
    if content is not None:
        _content(content, found)
    found.append(Token(Kind.CLOSE, element, run, label=f"/{label}"))


def _run(run: etree._Element, found: list[Token]) -> None:
    properties = run.find(R_PR)
    hidden = None if properties is None else properties.find(w("vanish"))
    is_hidden = hidden is not None and is_on(hidden)
    for child in run:
        tag = child.tag
        if tag == T and not is_hidden:
            text = child.text or ""
            if child.get(XML_SPACE) != "preserve":
                text = text.strip(_EDGES)
            if text:
                found.append(Token(Kind.TEXT, child, run, _SPACES.sub(" ", text)))
        elif tag == RUBY:
            _wrapper(child, run, "ruby", found)
        elif tag not in _NO_TOKEN and isinstance(tag, str):
            found.append(_alone(child, run, is_hidden))


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
