"""Inline codes in formats that hold bare text: visible, editable and reversible.

Code ``n`` of a unit's table is written ``{n+1}`` where it opens, ``{/n+1}`` where it closes and
``{n+1/}`` where it stands alone; a character that a text file cannot hold is ``{U+D83D}``, and
so is the brace (``{U+007B}``) of a text that has something of this look already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, CodeTable, character_name
from translation.model.inline import CodeKind, InlineCode, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = r"(?:/?[1-9][0-9]{0,3}|[1-9][0-9]{0,3}/|U\+[0-9A-F]{4,6})\}"
_HIDDEN = re.compile(rf"\{{(?={_MARK})|{SPECIAL.pattern}")
_VISIBLE = re.compile(rf"\{{({_MARK})")


def show_codes(text: str, codes: Sequence[InlineCode]) -> str:
    """Return the text with its inline codes written visibly."""

    def shown(found: re.Match[str]) -> str:
        character = found[0]
        if not is_code(character) or code_index(character) >= len(codes):
            return f"{{{character_name(character)}}}"
        number = code_index(character) + 1
        match codes[code_index(character)].kind:
            case CodeKind.OPEN:
                return f"{{{number}}}"
            case CodeKind.CLOSE:
                return f"{{/{number}}}"
            case CodeKind.ALONE:
                return f"{{{number}/}}"

    return _HIDDEN.sub(shown, text)


def read_codes(text: str, table: CodeTable) -> str:
    """Return the text with visible codes as inline codes of the table, added where new.

    The markup itself is not in the text, so the code's visible form stands for it.
    """
    pieces, at = [], 0
    for found in _VISIBLE.finditer(text):
        pieces.append(table.text(text[at : found.start()]))
        pieces.append(_code(found[1].removesuffix("}"), table))
        at = found.end()
    pieces.append(table.text(text[at:]))
    return "".join(pieces)


def _code(mark: str, table: CodeTable) -> str:
    if mark.startswith("U+"):
        value = int(mark[2:], 16)
        return table.text(chr(value)) if value <= 0x10FFFF else f"{{{mark}}}"
    kind = CodeKind.OPEN
    if mark.startswith("/"):
        kind = CodeKind.CLOSE
    elif mark.endswith("/"):
        kind = CodeKind.ALONE
    return table.add(InlineCode(kind, f"{{{mark}}}", mark), ("visible", mark))
