"""Errors that others marked, taken into a project: where ratings and store meet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from translation.model.edits import EditBatch, Say
from translation.model.imported import Notice
from translation.store import ProjectFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from translation.model.record import Record
    from translation.mqm.rating import Ratings

LABEL = "say_mqm"
"""What the step is called."""


def append_records(path: Path, records: Sequence[Record], next_number: int) -> None:
    """Put records beside the document of a project, as one step that can be undone."""
    if not records:
        return
    project = ProjectFile.open(path)
    try:
        said = tuple(Say(None, record) for record in records)
        batch = EditBatch(LABEL, said, "", time.time(), records[0].segment_id)
        project.record("do", project.history.next_step, batch, next_number)
    finally:
        project.close()


def rating_notices(found: Ratings, file: str) -> Iterator[Notice]:
    """Give what is to be told of a file of ratings that was read."""
    counts = {
        "mqm_taken": len(found.errors),
        "mqm_known": found.known,
        "mqm_strange": found.strange,
        "mqm_otherwise": found.otherwise,
    }
    for code, count in counts.items():
        if count or code == "mqm_taken":
            yield Notice(code, (("count", str(count)), ("file", file)))
