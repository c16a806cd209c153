"""How the numbers of lists and headings read (``الفصل %1``): words around codes for the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.formats.code_table import CodeTable
from translation.formats.safe_xml import clean
from translation.model.inline import CodeKind, InlineCode, code_character

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_TATWEEL = "\u0640"
_SIGNS: dict[int, int | str] = {
    **str.maketrans("،؛؟٪" + _TATWEEL, ",;?%-"),
    **{zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)},
}
"""Signs beside numbers that English writes otherwise; Arabic draws dashes with a tatweel."""


def holds_words(text: str, place: re.Pattern[str]) -> bool:
    """Tell whether there are letters beside the numbers, which ``place`` finds."""
    return any(map(str.isalpha, place.sub("", text).replace(_TATWEEL, "")))


def turned_signs(text: str) -> str:
    """Return a text without words with the signs and digits of a language from left to right."""
    return text.translate(_SIGNS)


def coded(text: str, place: re.Pattern[str], name: str) -> tuple[str, tuple[InlineCode, ...]]:
    """Return a text with codes for its numbers; raises InputError too_many_codes.

    ``place`` has one group, which is all of it.
    """
    table = CodeTable(name)
    pieces = [
        table.add(InlineCode(CodeKind.ALONE, piece, piece.strip("%")), piece)
        if place.fullmatch(piece)
        else table.text(piece)
        for piece in place.split(text)
    ]
    return "".join(pieces), table.codes


def uncoded(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a translation with its numbers as the file has them; one it lacks stands behind it."""
    for index, code in enumerate(codes):
        character = code_character(index)
        if character not in text and code.markup not in text:
            text = f"{text.rstrip()} {character}"
        text = text.replace(character, code.markup)
    return clean(" ".join(text.split("\n")))
