"""Complex fields of a DOCX: rows of runs from “begin” to “end”, made one code or a pair.

ECMA-376 part 1, section 17.16.18: the instruction stands between “begin” and “separate”, the
result between “separate” and “end”; fields nest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from translation.formats.docx.names import w
from translation.formats.docx.rules import TEXT_FIELDS
from translation.formats.docx.tokens import (
    FIELD_CHARACTER,
    INSTRUCTION,
    Keep,
    Kind,
    Token,
    field_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.docx.rules import Rules

_TYPE = w("fldCharType")
LIVE = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})
"""Fields that every program works out anew whenever it shows a page."""
_PAGE = re.compile(r"\s*\w{1,6}\s*\Z")
_DEEPEST = 20
"""Fields in one another that are made one code; Word itself stops at 20."""


@dataclass(slots=True)
class _Begun:
    """A field whose end is not found yet: places in the row made so far."""

    start: int
    wrapper: int
    separate: int | None = None


def with_fields(found: Sequence[Token], rules: Rules) -> list[Token]:
    """Return the tokens with each whole field as a pair around its text, or as one code without.

    Fields that begin or end in another paragraph, as a table of contents does, stay as they are.
    """
    if not any(token.element.tag == FIELD_CHARACTER for token in found):
        return list(found)
    made: list[Token] = []
    begun: list[_Begun] = []
    wrappers: list[int] = []
    for number, token in enumerate(found, start=1):
        made.append(token)
        if token.kind is Kind.OPEN:
            wrappers.append(number)
        elif token.kind is Kind.CLOSE:
            wrappers.pop()
        elif token.element.tag == FIELD_CHARACTER and token.label != "hidden":
            _character(token, made, begun, wrappers[-1] if wrappers else 0, rules)
    return made


def _character(
    token: Token, made: list[Token], begun: list[_Begun], wrapper: int, rules: Rules
) -> None:
    kind = token.element.get(_TYPE)
    if kind == "begin":
        begun.append(_Begun(len(made) - 1, wrapper))
    elif kind == "separate" and begun:
        begun[-1].separate = len(made)
    elif kind == "end" and begun:
        field = begun.pop()
        if field.wrapper == wrapper and len(begun) < _DEEPEST:
            made[field.start :] = _whole(made[field.start :], field, token, rules)


def _whole(row: list[Token], field: _Begun, end: Token, rules: Rules) -> list[Token]:
    first = row[0]
    said = "".join(
        token.element.text or "" for token in row if token.element.tag == INSTRUCTION
    )  # fmt: skip
    name = field_name(said)
    cut = 0 if field.separate is None else field.separate - field.start
    if not cut or not _is_balanced(row[:cut]) or not _shows_text(row[cut:-1], name, rules):
        return [first._replace(label=name or "field", keep=Keep.STAY, parts=tuple(row))]
    label = {"HYPERLINK": "link", "": "field"}.get(name, "field" if name in TEXT_FIELDS else name)
    keep = Keep.DROP if name in TEXT_FIELDS else Keep.HOLD
    opening = Token(
        Kind.OPEN, first.element, first.run, label=label, keep=keep, parts=tuple(row[:cut])
    )
    closing = Token(Kind.CLOSE, end.element, end.run, label=f"/{label}", keep=keep, parts=(end,))
    return [opening, *row[cut:-1], closing]


def _shows_text(result: Sequence[Token], name: str, rules: Rules) -> bool:
    if not rules.is_text(name):
        return False
    return name in TEXT_FIELDS or any(
        token.kind is Kind.TEXT and not token.text.isspace() for token in result
    )


def says_something(found: Sequence[Token]) -> bool:
    """Tell whether there is text beside what every program works out anew for each page."""
    live = 0
    for token in found:
        if token.kind is Kind.TEXT:
            if not (live and _PAGE.match(token.text)) and not token.text.isspace():
                return True
        elif token.kind is not Kind.ALONE and token.label.removeprefix("/") in LIVE:
            live += 1 if token.kind is Kind.OPEN else -1
    return False


def _is_balanced(row: Sequence[Token]) -> bool:
    kinds = [token.kind for token in row]
    return kinds.count(Kind.OPEN) == kinds.count(Kind.CLOSE)


def merged_marks(found: Sequence[Token]) -> list[Token]:
    """Return the tokens with neighbours that no reader sees as one code."""
    made: list[Token] = []
    for is_mark, group in groupby(found, key=lambda token: token.keep is Keep.MARK):
        row = list(group)
        if is_mark and len(row) > 1:
            parts = tuple(part for token in row for part in token.parts or (token,))
            made.append(row[0]._replace(parts=parts))
        else:
            made += row
    return made
