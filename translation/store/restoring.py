"""Going back to a restore point: one batch that takes back all that came after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.edits import EditBatch, Put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.edits import Edit


def batch_back(batches: Iterable[EditBatch], label: str, time: float) -> EditBatch:
    """Return the batch that takes these batches (oldest first) back, newest first.

    Puts of one value between two insertions or removals become one, so that going back over a
    day of typing is as small as what the day changed.
    """
    edits: list[Edit] = []
    puts: dict[tuple[type, str], Put] = {}
    for batch in reversed(list(batches)):
        for edit in batch.inverse().edits:
            if isinstance(edit, Put):
                key = type(edit.before), edit.before.id
                puts[key] = Put(puts[key].before, edit.after) if key in puts else edit
            else:
                edits += _flush(puts)
                edits.append(edit)
    return EditBatch(label, (*edits, *_flush(puts)), time=time)


def _flush(puts: dict[tuple[type, str], Put]) -> list[Edit]:
    found: list[Edit] = [put for put in puts.values() if put.before != put.after]
    puts.clear()
    return found
