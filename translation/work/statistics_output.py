"""Statistics as files for other programs: JSON with everything by name, CSV with a line each."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from translation.formats.tables.formula_guard import guarded
from translation.work.statistics import Amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.work.statistics import Changed, Statistics

_COLUMNS = tuple(one.name for one in fields(Amount))


def as_json(found: Statistics) -> bytes:
    """Return all that was counted as JSON."""
    today = found.today
    data = {
        "whole": asdict(found.whole),
        "confirmed": asdict(found.confirmed),
        "states": {state: asdict(amount) for state, amount in found.states.items()},
        "files": [
            {
                "name": one.name,
                **asdict(one.whole),
                "confirmed": asdict(one.confirmed),
                "changed": _changed(one.changed),
            }
            for one in found.files
        ],
        "persons": {name: asdict(amount) for name, amount in found.persons.items()},
        "repeated": {"sources": found.repeats, **asdict(found.repeated)},
        "left_out": {"segments": found.furniture},
        "changed": _changed(found.changed),
        "today": {
            "confirmed_segments": today.segments,
            "confirmed_words": today.words,
            "active_seconds": round(today.seconds),
            "segments_an_hour": today.an_hour(today.segments),
            "words_an_hour": today.an_hour(today.words),
        },
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _changed(found: Changed) -> dict[str, object]:
    return {"compared": found.compared, "untouched": found.untouched, **found.measures}


def as_csv(found: Statistics) -> bytes:
    """Return what was counted as CSV, a line for each part; spreadsheets take it for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("part", "name", *_COLUMNS))
    for part, name, amount in _parts(found):
        writer.writerow((part, guarded(name), *(getattr(amount, column) for column in _COLUMNS)))
    today = found.today
    writer.writerow(("today", "confirmed", today.segments, today.words))
    writer.writerow(("today", "active_seconds", round(today.seconds)))
    return text.getvalue().encode("utf-8-sig", "replace")


def _parts(found: Statistics) -> Iterator[tuple[str, str, Amount]]:
    yield "whole", "", found.whole
    yield "confirmed", "", found.confirmed
    for state, amount in found.states.items():
        yield "state", state, amount
    for one in found.files:
        yield "file", one.name, one.whole
        yield "file_confirmed", one.name, one.confirmed
    for name, amount in found.persons.items():
        yield "person", name, amount
    yield "repeated", "", found.repeated
    yield "left_out", "", Amount(found.furniture)
