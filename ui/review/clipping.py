"""Target text on its way to the clipboard and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from translation.model.imported import Notice
from translation.model.inline import codes_in, strip_codes
from ui.plain import text_in
from ui.review.shown_text import breaks_in, typable

if TYPE_CHECKING:
    from ui.review.code_guard import CodeGuard

CODED_TEXT = "application/x-muraji-target"
"""Clipboard format of target text with its inline codes."""


def clipping(stored: str) -> QMimeData:
    """Give others the bare text, and this program the codes too."""
    data = QMimeData()
    data.setText(strip_codes(stored))
    data.setData(CODED_TEXT, stored.encode("utf-8", "surrogatepass"))
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
    text = guard.admit(whole, rest) if data.hasFormat(CODED_TEXT) and with_codes else ""
    text = text or strip_codes(whole)
    counts = {
        "pasted_line_ends": 0 if keep_breaks else breaks_in(found),
        "pasted_without_codes": len(codes_in(whole)) - len(codes_in(text)),
    }
    return Pasted(
        text, tuple(Notice(code, (("count", str(n)),)) for code, n in counts.items() if n > 0)
    )
