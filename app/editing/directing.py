"""The direction of a segment's text by hand, against that of its language."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.editing import batches
from translation.model.direction import direction_record
from translation.model.mark import Side
from translation.model.record import Direction, Record

if TYPE_CHECKING:
    from app.editing.editor import Editor


def direct(editor: Editor, segment_id: str, side: Side, *, rtl: bool | None) -> None:
    """Let a text run from right to left, or not; None, and its language's own, need no record."""
    document = editor.document
    segment = document.segment(segment_id)
    known = direction_record(document, segment_id, side)
    pair = document.pair_of(segment)
    if rtl == (pair.source_is_rtl if side is Side.SOURCE else pair.target_is_rtl):
        rtl = None
    if rtl is None:
        after = None
    elif known is None:
        said = Direction(side.value, rtl)
        after = Record.of(document.new_id("r"), segment_id, said, editor.author, time.time())
    else:
        after = known.saying(Direction(side.value, rtl))
    editor.do(batches.said(known, after))
