"""What plain SQL and the journal can give of a damaged project: the bar for recovering it.

Nothing of the program is used here but the names of its tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

MOST_ROWS = 64
"""Rows asked for one by one: more than the project has."""


def readable_texts(path: Path, ids: list[str]) -> dict[str, set[tuple[str, str | None]]]:
    """Return (source, target) of each segment as any row or the journal has it, errors skipped."""
    found: dict[str, set[tuple[str, str | None]]] = {id_: set() for id_ in ids}
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as plain:
        asked = [
            *_asked(plain, "SELECT id, source, target FROM segments NOT INDEXED WHERE rowid = ?"),
            *_asked(plain, "SELECT id, source, target FROM segments WHERE id = ?", ids),
            *_each(plain, "SELECT id, source, target FROM segments ORDER BY place"),
            *_each(plain, "SELECT id, source, target FROM segments NOT INDEXED ORDER BY rowid"),
        ]
        for id_, source, target in asked:
            if id_ in found:
                found[id_].add((source, target))
        batches = {*_asked(plain, "SELECT batch FROM journal WHERE seq = ?")}
        for [batch] in batches | {*_each(plain, "SELECT batch FROM journal ORDER BY seq")}:
            for id_, texts in _said(batch):
                if id_ in found:
                    found[id_].add(texts)
    return found


def _asked(
    plain: sqlite3.Connection, question: str, keys: list[str] | None = None
) -> Iterator[tuple]:
    for key in keys or range(1, MOST_ROWS):
        yield from _each(plain, question, key)


def _each(plain: sqlite3.Connection, question: str, *keys: object) -> Iterator[tuple]:
    """Give the rows of an answer up to an error."""
    try:
        cursor = plain.execute(question, keys)
        while (row := cursor.fetchone()) is not None:
            yield row
    except (sqlite3.Error, UnicodeDecodeError):
        return


def _said(batch: object) -> Iterator[tuple[str, tuple[str, str | None]]]:
    try:
        edits = json.loads(batch)["edits"] if isinstance(batch, str) else []
        for edit in edits:
            after = edit["before"] | edit["after"]
            yield after["id"], (after["source"], after.get("target"))
    except (ValueError, KeyError, TypeError):
        return
