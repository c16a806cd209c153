"""What was done when and by whom, read from the journal by SQLite's own JSON.

Of edits nothing is built in Python: a batch over a long document is megabytes of JSON, which
would hold the window up even from another thread. Batches with texts that UTF-8 cannot hold,
which SQLite's JSON does not read either, count as time worked alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.segment import SegmentState, word_count
from translation.store.connection import telling
from translation.store.past_edits import of_edits

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from translation.store.project import ProjectFile

IDLE = 300.0
"""Seconds without any edit after which nobody is taken to be at work."""
_PUTS = "json_extract(e.value, '$.put') = 'segment'"
_BY_PERSON = of_edits(
    "DISTINCT j.author, json_extract(e.value, '$.before.id')",
    "j.action IN ('do', 'redo')",
    _PUTS,
    order="",
)
_CHANGED = of_edits(
    """json_extract(e.value, '$.before.id'),
json_extract(e.value, '$.before.source'),
coalesce(json_extract(e.value, '$.before.state'), 'initial'),
json_extract(e.value, '$.after.state')""",
    "j.time >= ?",
    f"{_PUTS} AND json_extract(e.value, '$.after.state') IS NOT NULL",
)


@dataclass(frozen=True, slots=True)
class Pace:
    """What was confirmed since a moment, and how long somebody worked for it.

    ``seconds`` are those between edits, pauses of more than ``IDLE`` left out; ``words`` are
    source words.
    """

    segments: int = 0
    words: int = 0
    seconds: float = 0.0

    def an_hour(self, count: int) -> float | None:
        """Return how many of something were done an hour, None where nobody worked that long."""
        return 3600 * count / self.seconds if self.seconds >= 1 else None


def pace_since(project: ProjectFile, moment: float) -> Pace:
    """Return what was confirmed since a moment (seconds since 1970), of what is written so far.

    A segment counts that was not confirmed then and is now. From any thread; raises
    ProjectError.
    """
    with telling(project.path), project.reader() as connection:
        times = connection.execute(
            "SELECT time FROM journal WHERE time >= ? ORDER BY seq", (moment,)
        )
        seconds = worked(float(time) for (time,) in times if isinstance(time, int | float))
        confirmed = _confirmed(connection, moment)
    return Pace(len(confirmed), sum(map(word_count, confirmed.values())), seconds)


def first_and_last(project: ProjectFile) -> tuple[float, float] | None:
    """Return when something was first and last done, in seconds since 1970; None for never.

    From any thread; raises ProjectError.
    """
    with telling(project.path), project.reader() as connection:
        found = connection.execute(
            "SELECT min(time), max(time) FROM journal WHERE typeof(time) IN ('integer', 'real')"
        ).fetchone()
    return None if found is None or None in found else (float(found[0]), float(found[1]))


def worked(times: Iterable[float]) -> float:
    """Return the seconds between moments in order, without those of pauses."""
    total, last = 0.0, None
    for time in times:
        if last is not None and 0 <= time - last <= IDLE:
            total += time - last
        last = time
    return total


def _confirmed(connection: sqlite3.Connection, moment: float) -> dict[str, str]:
    """Return the sources, by id, of the segments that became done since a moment and are."""
    done = {state.value for state in SegmentState if state.is_done}
    was: dict[str, bool] = {}
    found: dict[str, str] = {}
    for id_, source, before, after in connection.execute(_CHANGED, (moment,)):
        if not isinstance(id_, str) or not isinstance(source, str):
            continue
        was.setdefault(id_, before in done)
        if after in done and not was[id_]:
            found[id_] = source
        elif after not in done:
            found.pop(id_, None)
    return found


def segments_by_person(project: ProjectFile) -> dict[str, set[str]]:
    """Return the ids of the segments that each person edited; from any thread.

    Raises ProjectError.
    """
    found: dict[str, set[str]] = {}
    with telling(project.path), project.reader() as connection:
        for author, id_ in connection.execute(_BY_PERSON):
            if isinstance(author, str) and isinstance(id_, str):
                found.setdefault(author, set()).add(id_)
    return found
