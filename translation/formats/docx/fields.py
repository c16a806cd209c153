"""Complex fields of a DOCX: rows of runs from “begin” to “end”, made one code or a pair.

ECMA-376 part 1, section 17.16.18: the instruction stands between “begin” and “separate”, the
result between “separate” and “end”; fields nest.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from translation.formats.docx.names import w
from translation.formats.docx.tokens import (
    FIELD_CHARACTER,
    INSTRUCTION,
    Keep,
    Kind,
    Token,
    field_name,
    is_text_field,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_TYPE = w("fldCharType")
_DEEPEST = 20
"""Fields in one another that are made one code; Word itself stops at 20."""


@dataclass(slots=True)
class _Begun:
    """A field whose end is not found yet: places in the row made so far."""

    start: int
    wrapper: int
    separate: int | None = None


def with_fields(found: Sequence[Token]) -> list[Token]:
    """Return the tokens with each whole field as one code, or as a pair around text to translate.

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
            _character(token, made, begun, wrappers[-1] if wrappers else 0)
    return made


def _character(token: Token, made: list[Token], begun: list[_Begun], wrapper: int) -> None:
    kind = token.element.get(_TYPE)
    if kind == "begin":
        begun.append(_Begun(len(made) - 1, wrapper))
    elif kind == "separate" and begun:
        begun[-1].separate = len(made)
    elif kind == "end" and begun:
        field = begun.pop()
        if field.wrapper == wrapper and len(begun) < _DEEPEST:
            made[field.start :] = _whole(made[field.start :], field, token)


def _whole(row: list[Token], field: _Begun, end: Token) -> list[Token]:
    first = row[0]
    said = "".join(
        token.element.text or "" for token in row if token.element.tag == INSTRUCTION
    )  # fmt: skip
    cut = 0 if field.separate is None else field.separate - field.start
    if not is_text_field(said) or not cut or not _is_balanced(row[:cut]):
        label = field_name(said) or "field"
        return [first._replace(label=label, keep=Keep.STAY, parts=tuple(row))]
    label = "link" if field_name(said) == "HYPERLINK" else "field"
    opening = Token(Kind.OPEN, first.element, first.run, label=label, parts=tuple(row[:cut]))
    closing = Token(Kind.CLOSE, end.element, end.run, label=f"/{label}", parts=(end,))
    return [opening, *row[cut:-1], closing]


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
