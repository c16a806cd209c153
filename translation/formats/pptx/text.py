"""The text of a paragraph of a slide with its inline codes, and what each stands for.

Runs of the paragraph's prevailing formatting have no codes; a run of another one is a pair, and
so is a link. What a program works out (numbers of slides, today's date) is a code of its own;
other fields are pairs around their text. Breaks at the edges stay there without codes.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from translation.formats.code_table import CodeTable
from translation.formats.pptx.names import (
    BR,
    END,
    FIELD,
    P_PR,
    R_PR,
    R,
    T,
    a,
    child,
    shown,
)
from translation.formats.safe_xml import attributes_of, local_name
from translation.model.inline import CodeKind, InlineCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

FormatKey: TypeAlias = tuple[object, ...]

_LINE_ENDS = re.compile("[\r\n\v]+")
_UNSEEN = frozenset({"lang", "altLang", "dirty", "err", "smtClean", "smtId", "noProof", "bmk",
                     "kumimoji"})  # fmt: skip
_OFF = frozenset({("b", "0"), ("i", "0"), ("u", "none"), ("strike", "noStrike"), ("cap", "none"),
                  ("baseline", "0")})  # fmt: skip
_UNSEEN_CHILDREN = frozenset({*a("extLst"), *a("rtl"), *a("ea")})
_ON_BLANKS = frozenset({"u", "strike", "highlight", "link"})
_LABELS = {
    "hlinkClick": "link", "hlinkMouseOver": "link", "b": "b", "i": "i", "u": "u",
    "strike": "strike", "baseline": "sup", "cap": "caps", "highlight": "mark",
    "solidFill": "color", "gradFill": "color", "sz": "size", "latin": "font", "cs": "font",
    "sym": "font",
}  # fmt: skip


class Format(NamedTuple):
    """What an opening code stands for: the properties of the runs inside."""

    properties: etree._Element | None


class Alone(NamedTuple):
    """What a code by itself stands for; ``stays`` where a reader would miss it."""

    element: etree._Element
    stays: bool


class Around(NamedTuple):
    """What an opening code stands for: a field whose result is text."""

    field: etree._Element


Node: TypeAlias = Format | Alone | Around


class _Piece(NamedTuple):
    text: str
    element: etree._Element
    key: FormatKey
    properties: etree._Element | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as it was read; ``before`` and ``after`` stay at its edges."""

    text: str
    codes: tuple[InlineCode, ...]
    nodes: dict[str, Node]
    base: etree._Element | None
    before: tuple[etree._Element, ...]
    after: tuple[etree._Element, ...]


def read_paragraph(paragraph: etree._Element, name: str) -> Reading | None:
    """Read a paragraph of the file ``name``, None where it holds no text to translate.

    Raises InputError too_many_codes.
    """
    pieces = list(_pieces(paragraph))
    seen = [at for at, piece in enumerate(pieces) if piece.text.strip()]
    if not seen:
        return None
    first, last = _edges(pieces, seen)
    base = _prevailing(pieces)
    coder = _Coder(CodeTable(name), base.key)
    coder.add(pieces[first:last])
    return Reading(
        "".join(coder.made),
        coder.table.codes,
        coder.nodes,
        base.properties,
        tuple(piece.element for piece in pieces[:first] if not piece.text),
        tuple(piece.element for piece in pieces[last:] if not piece.text),
    )


def _edges(pieces: list[_Piece], seen: list[int]) -> tuple[int, int]:
    """Return where the text with its codes begins and ends: fields belong to it, breaks do not."""
    within = [at for at, p in enumerate(pieces) if at in (seen[0], seen[-1]) or p.label == "field"]
    return min(within), max(within) + 1


def _pieces(paragraph: etree._Element) -> Iterator[_Piece]:
    for element in paragraph:
        tag = element.tag
        if not isinstance(tag, str) or tag in P_PR or tag in END:
            continue
        properties = child(element, R_PR)
        key = format_key(properties)
        if tag in R:
            if text := _text_of(element):
                yield _Piece(text, element, key, properties)
        elif tag in FIELD:
            text = "" if _is_worked_out(element) else _text_of(element)
            yield _Piece(text, element, key, properties, "field")
        elif tag in BR:
            yield _Piece("", element, key, properties, "br")
        else:
            name = local_name(element)
            label = "math" if name in ("m", "AlternateContent") else name
            yield _Piece("", element, key, properties, label)


def _text_of(element: etree._Element) -> str:
    found = child(element, T)
    return "" if found is None else _LINE_ENDS.sub(" ", found.text or "")


def _is_worked_out(element: etree._Element) -> bool:
    return element.get("type", "").lower().startswith(("slidenum", "datetime"))


def format_key(properties: etree._Element | None) -> FormatKey:
    """Return what of a run's properties a reader sees."""
    if properties is None:
        return ()
    pairs = sorted(attributes_of(properties).items())
    seen = [pair for pair in pairs if pair[0] not in _UNSEEN and pair not in _OFF]
    children = [
        _content(each)
        for each in properties
        if isinstance(each.tag, str) and each.tag not in _UNSEEN_CHILDREN
    ]
    return (*seen, *children)


def _content(element: etree._Element) -> tuple[object, ...]:
    inner = tuple(_content(each) for each in element if isinstance(each.tag, str))
    return (local_name(element), tuple(attributes_of(element).items()), inner)


def _prevailing(pieces: list[_Piece]) -> _Piece:
    """Return a piece that looks as most of the text does; a link only where all of it is one."""
    weights: Counter[FormatKey] = Counter()
    plain = [piece for piece in pieces if not _is_link(piece.key) and piece.text.strip()]
    for piece in plain or pieces:
        weights[piece.key] += len("".join(piece.text.split()))
    most = weights.most_common(1)[0][0]
    return next(piece for piece in pieces if piece.key == most and piece.text.strip())


@dataclass(slots=True)
class _Coder:
    """Puts pieces together as text with codes."""

    table: CodeTable
    base: FormatKey
    made: list[str] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    key: FormatKey = ()
    closing: str = ""
    """The code that ends the pair which is open, "" where none is."""
    end: int = 0
    """Where the text of the open pair ends so far."""

    def add(self, pieces: list[_Piece]) -> None:
        for piece in pieces:
            if piece.label == "field" and piece.text:
                self._close()
                self._field(piece)
            elif piece.text:
                self._text(piece)
            else:
                self._alone(piece)
        self._close()

    def _text(self, piece: _Piece) -> None:
        text = self.table.text(piece.text)
        if piece.text.isspace() and not _is_seen_on_blanks(piece.key):
            self.made.append(text)  # Nobody sees the formatting of a blank: no pair for it.
            return
        if self.closing and piece.key != self.key:
            self._close()
        if not self.closing and piece.key != self.base:
            self._open(piece)
        self.made.append(text)
        self.end = len(self.made)

    def _open(self, piece: _Piece) -> None:
        label = _label(piece.key, self.base)
        markup = "<a:rPr/>" if piece.properties is None else shown(piece.properties)
        opening = InlineCode(CodeKind.OPEN, markup, label)
        pair = self.table.add_pair(opening, InlineCode(CodeKind.CLOSE, "</a:rPr>", f"/{label}"))
        self.nodes[pair.open] = Format(piece.properties)
        self.made.append(pair.open)
        self.key, self.closing = piece.key, pair.close

    def _close(self) -> None:
        """End the pair behind its last text: what follows that is no part of it."""
        if self.closing:
            self.made.insert(self.end, self.closing)
            self.closing = ""

    def _field(self, piece: _Piece) -> None:
        pair = self.table.add_pair(
            InlineCode(CodeKind.OPEN, shown(piece.element), "field", deletable=False),
            InlineCode(CodeKind.CLOSE, "</a:fld>", "/field", deletable=False),
        )
        self.nodes[pair.open] = Around(piece.element)
        self.made += [pair.open, self.table.text(piece.text), pair.close]

    def _alone(self, piece: _Piece) -> None:
        is_break = piece.label == "br"
        markup = "<br/>" if is_break else shown(piece.element)
        label = piece.element.get("type", "field")[:12] if piece.label == "field" else piece.label
        code = InlineCode(CodeKind.ALONE, markup, label, deletable=is_break)
        character = self.table.add(code)
        self.nodes[character] = Alone(piece.element, not is_break)
        # Without the code, as a model reads it, words must not run together.
        self.made += [character, " "] if is_break else [character]


def _names(key: FormatKey) -> Iterator[str]:
    for entry in key:
        assert isinstance(entry, tuple)
        yield str(entry[0])


def _is_link(key: FormatKey) -> bool:
    return any(_LABELS.get(name) == "link" for name in _names(key))


def _is_seen_on_blanks(key: FormatKey) -> bool:
    return any(_LABELS.get(name, name) in _ON_BLANKS for name in _names(key))


def _label(key: FormatKey, base: FormatKey) -> str:
    """Return a short name for how a run differs from the prevailing formatting."""
    differing = set(key) ^ set(base)
    names = set(_names(tuple(differing)))
    labels = dict.fromkeys(label for name, label in _LABELS.items() if name in names)
    label = "+".join(list(labels)[:2]) or "format"
    is_lowered = any(
        isinstance(entry, tuple) and entry[0] == "baseline" and str(entry[1]).startswith("-")
        for entry in key
    )
    return label.replace("sup", "sub") if is_lowered else label
