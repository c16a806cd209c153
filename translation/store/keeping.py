"""Writing the whole work anew where the open project was lost from under it."""

from __future__ import annotations

import math
import sqlite3
from dataclasses import replace
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from translation.errors import ExportError, ProjectError
from translation.store import connection as connections
from translation.store import history, journal, tables, values
from translation.store.building import claimed, filled
from translation.store.database import OpenDatabase
from translation.store.entries import Entry, MetaEntry, PointEntry
from translation.store.placing import place_whole
from translation.system.private import make_private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from translation.model.document import Document
    from translation.store.entries import AnyEntry
    from translation.store.identity import OpenFile
    from translation.store.journal import JournalRow, Kept


def places_for(path: Path, elsewhere: Path | None) -> Iterator[Path]:
    """Give where to keep the work, best place first: its own, beside it, in another folder."""
    yield path
    for folder in (path.parent, elsewhere):
        if folder is not None:
            yield folder / f"{path.stem} (kept){path.suffix}"
            for number in range(2, 100):
                yield folder / f"{path.stem} (kept {number}){path.suffix}"


def journal_to_keep(
    earlier: Iterable[JournalRow] | None,
    since_opening: Iterable[JournalRow],
    pending: Iterable[AnyEntry],
) -> list[JournalRow]:
    """Return the rows of the journal that can be had and make an undo history together.

    ``earlier`` are all that could be read, None where nothing can; then those written since
    opening must do, and where they take back what lies before, there is no history.
    """
    rows = list(since_opening if earlier is None else earlier)
    seqs = count(rows[-1].seq + 1 if rows else 1)
    rows += [journal.row_of(next(seqs), entry) for entry in pending if isinstance(entry, Entry)]
    try:
        history.rebuild(((row.seq, row.action, row.step, row.label) for row in rows), _unread)
    except ValueError:
        return []
    return rows


def write_kept(
    connection: sqlite3.Connection,
    document: Document,
    created: float,
    kept: Kept,
    pending: Iterable[AnyEntry],
) -> None:
    """Fill a fresh project with a whole work, inside the caller's transaction.

    The document has the ``pending`` entries in it already; of these only small values and
    restore points are still to be written.
    """
    tables.write_document(connection, document, created)
    first = kept.rows[0].seq if kept.rows else math.inf
    points = [point for point in kept.points if point.seq >= first - 1]
    journal.write_kept(connection, replace(kept, points=points))
    for entry in pending:
        if isinstance(entry, MetaEntry) or (isinstance(entry, PointEntry) and kept.rows):
            journal.write(connection, entry)


def place_anew(
    path: Path,
    elsewhere: Path | None,
    lost: OpenFile,
    fill: Callable[[sqlite3.Connection], None],
) -> OpenDatabase:
    """Build a project at the first place that takes it, and open it.

    Raises what the first place said where none does.
    """
    first_error: Exception | None = None
    for place in places_for(path, elsewhere):
        try:
            make_private_folder(place.parent)
            with claimed(place, replace=False) as lock:
                if place != path:
                    lost.remove_companions()
                with place_whole(place) as built, filled(built) as connection:
                    fill(connection)
                return OpenDatabase(place, lock, partial(connections.open_for_writing, place))
        except (ProjectError, ExportError, OSError) as error:
            if getattr(error, "reason", "") in {"exists", "in_use"}:
                continue
            first_error = first_error or error
            if elsewhere is None or place.parent == elsewhere:
                break
    raise first_error or ProjectError("not_saved", file=path, detail="no place is free")


def readable_rows(connection: sqlite3.Connection) -> list[JournalRow] | None:
    """Return the whole journal, None where it cannot be read."""
    try:
        return journal.rows(connection)
    except (sqlite3.Error, values.BadValueError):
        return None


def _unread(step: history.UndoStep) -> tuple[()]:
    raise values.BadValueError(f"step {step.id} was not to be read")
