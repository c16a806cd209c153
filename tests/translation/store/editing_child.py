"""A window's worth of editing without the window, to be killed at any moment.

Run with the path of a project. It opens the project, types, confirms, splits and undoes through
the writer as fast as a very fast person, and prints what was told to be saved.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

from translation.model.document import Document
from translation.model.edits import EditBatch, Insert, Put, Remove
from translation.model.segment import Origin, SegmentState
from translation.store import Entry, ProjectFile, Writer


def edit(document: Document, number: int) -> EditBatch:
    """Return edit ``number``; what it is follows from the number and the document alone."""
    row = number // 7 % len(document)
    segment = document.segments[row]
    if number % 23 == 0:
        left = replace(segment, id=document.new_id("s"), trail="")
        right = replace(segment, id=document.new_id("s"), lead="", target=None)
        edits = (Remove(row, segment), Insert(row, left), Insert(row + 1, right))
        return EditBatch("split", edits, time=float(number))
    state = SegmentState.CONFIRMED if number % 7 == 6 else SegmentState.EDITED
    after = replace(segment, target=f"typed {number} " * 8, state=state, origin=Origin.HUMAN)
    label = "confirm" if number % 7 == 6 else "type"
    return EditBatch(label, (Put(segment, after),), time=float(number), segment_id=segment.id)


def entry(document: Document, number: int) -> Entry:
    """Apply edit ``number``, or take the one before back, and return what is to be written."""
    if number % 29 == 28:
        before = edits_undone.pop()
        document.apply_batch(before.inverse())
        return Entry("undo", number - 1, before.inverse(), document.next_number)
    batch = edit(document, number)
    edits_undone[:] = [batch]
    document.apply_batch(batch)
    return Entry("do", number, batch, document.next_number)


edits_undone: list[EditBatch] = []


def main() -> None:
    """Edit from where the project stands until killed."""
    project = ProjectFile.open(Path(sys.argv[1]))
    if project.read_only:
        raise SystemExit(str(project.obstacle))
    number = project.history.next_step
    start = number + (number % 29 == 28)  # an undo needs the edit before it from this run

    def saved(count: int) -> None:
        print(start + count - 1, flush=True)

    writer = Writer(project, saved, lambda error: print(error, file=sys.stderr), gather=0.01)
    print(start, "starts", flush=True)
    number = start
    while True:
        given = entry(project.document, number)
        writer.submit(given, flush=given.batch.label == "confirm")
        number += 1
        time.sleep(0.0005)


if __name__ == "__main__":
    main()
