"""Going back to a restore point: one batch that takes back all that came after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.edits import EditBatch, Put, Say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from translation.model.edits import Edit


def batch_back(batches: Iterable[EditBatch], label: str, time: float) -> EditBatch:
    """Return the batch that takes these batches (oldest first) back, newest first.

    Puts of one value between two insertions or removals become one, and so does all that was
    said in one record, so that going back over a day is as small as what the day changed.
    """
    edits: list[Edit] = []
    says: dict[str, Say] = {}
    puts: dict[tuple[type, str], Put] = {}
    for batch in reversed(list(batches)):
        for edit in batch.inverse().edits:
            if isinstance(edit, Put):
                key = type(edit.before), edit.before.id
                puts[key] = Put(puts[key].before, edit.after) if key in puts else edit
            elif isinstance(edit, Say):
                for record in (edit.before, edit.after):
                    if record is not None:
                        first = says.get(record.id, edit)
                        says[record.id] = Say(first.before, edit.after)
            else:
                edits += _flush(puts)
                edits.append(edit)
    said = (say for say in says.values() if say.before != say.after)
    return EditBatch(label, (*edits, *_flush(puts), *said), time=time)


def _flush(puts: dict[tuple[type, str], Put]) -> list[Edit]:
    found: list[Edit] = [put for put in puts.values() if put.before != put.after]
    puts.clear()
    return found
