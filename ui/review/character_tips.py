"""What is said, under the mouse, of what a text holds beside letters: codes and what has no ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.inline import CodeKind, code_index, is_code
from ui.characters import character_name
from ui.marked import QT_TRANSLATE_NOOP
from ui.review.invisibles import EVERYTHING

if TYPE_CHECKING:
    from translation.model.inline import InlineCode

_MOST = 600
"""Characters that are said of a code's data."""
_WORDS = {
    CodeKind.OPEN: QT_TRANSLATE_NOOP("codes", "Inline code, opening: {data}"),
    CodeKind.CLOSE: QT_TRANSLATE_NOOP("codes", "Inline code, closing: {data}"),
    CodeKind.ALONE: QT_TRANSLATE_NOOP("codes", "Inline code: {data}"),
}


def tip_at(text: str, codes: tuple[InlineCode, ...], at: int) -> str:
    """Return what is to be said of the characters beside a place of a text, "" for nothing."""
    said = (_told(text, place, codes) for place in (at, at - 1) if 0 <= place < len(text))
    return next(filter(None, said), "")


def _told(text: str, place: int, codes: tuple[InlineCode, ...]) -> str:
    character = text[place]
    if is_code(character) and code_index(character) < len(codes):
        code = codes[code_index(character)]
        data = code.markup if len(code.markup) <= _MOST else code.markup[: _MOST - 1] + "…"
        words = QCoreApplication.translate("codes", _WORDS[code.kind])
        return words.format(data=" ".join(data.split()))
    return character_name(character) if EVERYTHING.match(text, place) else ""
