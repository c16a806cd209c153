"""Inline codes in formats that hold bare text: visible, editable and reversible.

Code ``n`` of a unit's table is written ``{n+1}`` where it opens, ``{/n+1}`` where it closes and
``{n+1/}`` where it stands alone; a character that a text file cannot hold is ``{U+D83D}``, and
so is the brace (``{U+007B}``) of a text that has something of this look already.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translation.formats.code_table import SPECIAL, CodeTable, character_name
from translation.model.inline import CodeKind, InlineCode, code_character, code_index, is_code

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = r"(?:/?[1-9][0-9]{0,3}|[1-9][0-9]{0,3}/|U\+[0-9A-F]{4,6})\}"
_HIDDEN = re.compile(rf"\{{(?={_MARK})|{SPECIAL.pattern}")
_VISIBLE = re.compile(rf"\{{({_MARK})")
VISIBLE_CODE = re.compile(rf"\{{{_MARK}")
"""How inline codes look in a text."""
_CHARACTER = re.compile(r"\{(U\+[0-9A-F]{4,6}\})")


def show_codes(text: str, codes: Sequence[InlineCode]) -> str:
    """Return the text with its inline codes written visibly."""

    def shown(found: re.Match[str]) -> str:
        character = found[0]
        if not is_code(character) or code_index(character) >= len(codes):
            return f"{{{character_name(character)}}}"
        return _marked(code_index(character), codes[code_index(character)].kind)

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


def read_known_codes(text: str, codes: Sequence[InlineCode]) -> str:
    """Return the text with the visible codes of this table as inline codes.

    A mark that names no code of the table, or a character no segment may hold, stays written.
    """

    def known(found: re.Match[str]) -> str:
        mark = found[1].removesuffix("}")
        if mark.startswith("U+"):
            character = _character(found)
            return found[0] if SPECIAL.match(character) else character
        index = int(mark.strip("/")) - 1
        if index < len(codes) and _marked(index, codes[index].kind) == found[0]:
            return code_character(index)
        return found[0]

    bare = SPECIAL.sub(lambda found: f"{{{character_name(found[0])}}}", text)
    return _VISIBLE.sub(known, bare)


def read_characters(text: str) -> str:
    """Return a text that holds no codes, its visible characters as themselves."""
    return _CHARACTER.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    value = int(found[1].removesuffix("}")[2:], 16)
    return chr(value) if value <= 0x10FFFF else found[0]


def visible_mark(index: int, kind: CodeKind) -> str:
    """Return how code ``index`` is written, without the braces."""
    match kind:
        case CodeKind.OPEN:
            return f"{index + 1}"
        case CodeKind.CLOSE:
            return f"/{index + 1}"
        case CodeKind.ALONE:
            return f"{index + 1}/"


def _marked(index: int, kind: CodeKind) -> str:
    return f"{{{visible_mark(index, kind)}}}"


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
