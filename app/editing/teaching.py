"""What was corrected once, corrected in the rest: many segments, one undo step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.editing.batches import with_text
from translation.model.edits import EditBatch, Put, Say
from translation.model.notes import WHOLE_DOCUMENT
from translation.model.record import ProjectTerm, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.editing.editor import Editor
    from translation.model.edits import Edit
    from translation.terms.corrections import Correction

CORRECT = "correct_alike"
PIECE = 500
"""Segments in one piece: between two the window is painted."""


def correct_alike(
    editor: Editor, correction: Correction, segment_ids: Sequence[str], *, as_rule: bool = False
) -> int:
    """Correct the same in other segments, and return in how many.

    As a rule it becomes a term of the project, too, in the same step. What is done or locked
    stays as it is.
    """
    changed = 0

    def edits() -> Iterator[Edit]:
        nonlocal changed
        document = editor.document
        for id_ in segment_ids:
            if id_ not in document:
                continue
            segment = document.segment(id_)
            if segment.locked or segment.is_settled or segment.state.is_done:
                continue
            made = correction.corrected(segment.source, document.shown_target(segment))
            if made is not None:
                changed += 1
                yield Put(segment, with_text(document, segment, made))

    editor.do_all(_batches(_rule(editor, correction) if as_rule else (), edits()))
    return changed


def _rule(editor: Editor, correction: Correction) -> tuple[Say, ...]:
    pair = correction.pair
    term = ProjectTerm(correction.source, correction.after, pair.source, pair.target)
    id_ = editor.document.new_id("r")
    said = Record.of(id_, WHOLE_DOCUMENT, term, editor.author, time.time())
    return (Say(None, said),)


def _batches(first: tuple[Say, ...], edits: Iterator[Edit]) -> Iterator[EditBatch]:
    piece: list[Edit] = [*first]
    for edit in edits:
        piece.append(edit)
        if len(piece) >= PIECE:
            yield EditBatch(CORRECT, tuple(piece))
            piece = []
    if piece:
        yield EditBatch(CORRECT, tuple(piece))
