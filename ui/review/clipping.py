"""Target text on its way to the clipboard and back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from translation.model.imported import Notice
from translation.model.inline import code_character, code_index, codes_in, is_code, strip_codes
from ui.plain import text_in
from ui.review.shown_text import breaks_in, typable

if TYPE_CHECKING:
    from translation.model.inline import InlineCode
    from ui.review.code_guard import CodeGuard

CODED_TEXT = "application/x-muraji-target"
"""Clipboard format of target text with its inline codes."""
CODE_TABLE = "application/x-muraji-codes"
"""Clipboard format of the markups that those codes stand for: another unit has others."""


def clipping(stored: str, codes: tuple[InlineCode, ...] = ()) -> QMimeData:
    """Give others the bare text, and this program the codes too; ``codes`` are the unit's."""
    data = QMimeData()
    data.setText(strip_codes(stored))
    data.setData(CODED_TEXT, stored.encode("utf-8", "surrogatepass"))
    data.setData(CODE_TABLE, json.dumps([code.markup for code in codes]).encode("ascii"))
    return data


@dataclass(frozen=True, slots=True)
class Pasted:
    """What goes into the text, and what is to be said of that: what was changed, what left out."""

    text: str
    notices: tuple[Notice, ...] = ()


def pasted(
    data: QMimeData, guard: CodeGuard, rest: str, *, keep_breaks: bool, with_codes: bool = True
) -> Pasted:
    """Take plain text from the clipboard; ``rest`` is the target around the place it goes to.

    Codes are taken where this program put them there, and only those that the target lacks.
    """
    if data.hasFormat(CODED_TEXT) and with_codes:
        found = bytes(data.data(CODED_TEXT).data()).decode("utf-8", "surrogatepass")
    else:
        found = text_in(data)
    if not found:
        return Pasted("", (Notice("nothing_to_paste"),))
    whole = typable(found, keep_breaks=keep_breaks)
    if data.hasFormat(CODED_TEXT) and with_codes:
        text = guard.admit(_as_here(whole, data, guard.codes), rest)
    else:
        text = strip_codes(whole)
    counts = {
        "pasted_line_ends": 0 if keep_breaks else breaks_in(found),
        "pasted_without_codes": len(codes_in(whole)) - len(codes_in(text)),
    }
    return Pasted(
        text, tuple(Notice(code, (("count", str(n)),)) for code, n in counts.items() if n > 0)
    )


def _as_here(text: str, data: QMimeData, codes: tuple[InlineCode, ...]) -> str:
    """Return pasted text with its codes as this unit has them, without those it has not."""
    markups = json.loads(bytes(data.data(CODE_TABLE).data()) or b"[]")
    here = {code.markup: place for place, code in reversed([*enumerate(codes)])}

    def named(character: str) -> str:
        place = code_index(character)
        if place >= len(markups):
            return character
        if place < len(codes) and codes[place].markup == markups[place]:
            return character
        return code_character(here[markups[place]]) if markups[place] in here else ""

    return "".join(named(character) if is_code(character) else character for character in text)
