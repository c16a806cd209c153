"""Putting inline codes into a target by one key: at the caret, or around what is chosen."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from app.editing.batches import with_text
from translation.model.edits import EditBatch, Put
from translation.model.inline import CodeKind, code_character, code_index, is_code, missing_codes
from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.document import Document
    from translation.model.inline import InlineCode
    from translation.model.segment import Segment


def code_inserted(
    document: Document, segment: Segment, caret: int, anchor: int | None = None
) -> EditBatch | None:
    """Insert the next missing code at ``caret`` of the shown target; None for nothing to insert.

    Where text is chosen, from ``anchor`` to ``caret``, a missing pair goes around it; where no
    code is missing, a pair with nothing inside, which typing over everything leaves behind.
    """
    shown = document.shown_target(segment)
    codes = document.unit(segment.unit_id).codes
    missing = missing_codes(segment.source, shown)
    first, last = sorted((caret, caret if anchor is None else anchor))
    start, end, caret_after = from_utf16(shown, first), from_utf16(shown, last), last + 2
    closing = _closing(codes, missing[0]) if missing else -1
    if start < end and closing in missing:
        text = _around(shown, start, end, code_character(missing[0]) + code_character(closing))
    elif missing:
        at, caret_after = from_utf16(shown, caret), caret + 1
        text = shown[:at] + code_character(missing[0]) + shown[at:]
    elif start < end and (idle := _idle_pair(shown, start, end, codes)) is not None:
        text = _around(shown, start, end, shown[idle : idle + 2])
        taken_out = idle if idle < start else idle + 2
        text = text[:taken_out] + text[taken_out + 2 :]
        caret_after -= 2 if idle < start else 0
    else:
        return None
    edit = Put(segment, with_text(document, segment, text))
    return EditBatch("insert_code", (edit,), "", 0.0, segment.id, caret, caret_after)


def _around(text: str, start: int, end: int, pair: str) -> str:
    return text[:start] + pair[0] + text[start:end] + pair[1] + text[end:]


def _idle_pair(text: str, start: int, end: int, codes: Sequence[InlineCode]) -> int | None:
    """Return where the first pair begins that has nothing inside, outside what is chosen."""
    for at, (first, second) in enumerate(pairwise(text)):
        is_outside = at + 2 <= start or at >= end
        both = is_outside and is_code(first) and is_code(second)
        if both and _closing(codes, code_index(first)) == code_index(second):
            return at
    return None


def _closing(codes: Sequence[InlineCode], index: int) -> int:
    """Return which code closes what this one opens, -1 where it opens nothing."""
    if index >= len(codes) or codes[index].kind is not CodeKind.OPEN:
        return -1
    pair = codes[index].pair
    return -1 if pair is None else pair
