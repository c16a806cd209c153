"""Making the inline codes of a text nest, whatever an editor did to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.model.inline import CodeKind, code_character, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.inline import InlineCode

_PIECES = re.compile("([\ue000-\uf8ff])")


def well_nested(text: str, codes: Sequence[InlineCode]) -> str:
    """Return the text with its paired codes one inside the other.

    A closing half without its opening one is left out, an opening one never closed is closed at
    the end; pairs that overlap are closed and opened again where they cross, as browsers do.
    Codes of no pair stay, and so do characters that are in no table.
    """
    made: list[str] = []
    open_: list[int] = []
    for piece in _PIECES.split(text):  # a code or a text without any
        index = code_index(piece) if len(piece) == 1 and is_code(piece) else len(codes)
        code = codes[index] if index < len(codes) else None
        if code is None or code.kind is CodeKind.ALONE:
            made.append(piece)
        elif code.kind is CodeKind.OPEN:
            made.append(piece)
            open_.append(index)
        elif code.pair in open_:
            made += _closed(open_, code.pair, codes)
    made += [closing for index in reversed(open_) if (closing := _closing(index, codes))]
    return "".join(made)


def _closed(open_: list[int], wanted: int | None, codes: Sequence[InlineCode]) -> list[str]:
    """Close ``wanted``, and for that moment all that was opened after it."""
    made: list[str] = []
    crossing: list[int] = []
    while open_[-1] != wanted:
        crossing.append(open_.pop())
        made.append(_closing(crossing[-1], codes))
    made.append(_closing(open_.pop(), codes))
    for index in reversed(crossing):
        made.append(code_character(index))
        open_.append(index)
    return made


def _closing(index: int, codes: Sequence[InlineCode]) -> str:
    pair = codes[index].pair
    return "" if pair is None else code_character(pair)
