"""A report for other programs: JSON with everything by name, CSV with a line a segment."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from translation import __version__
from translation.formats.tables.formula_guard import guarded
from translation.mqm.json_form import score_json
from translation.reporting.spread import class_names
from translation.scoring.significance import DEFAULT_SAMPLES, DEFAULT_SEED, Method

if TYPE_CHECKING:
    from translation.reporting.review import Compared, Edited, Review

_COLUMNS = ("segment", "id", "file", "state", "source_words", "edits", "hter", "open_issues")


def as_json(review: Review) -> bytes:
    """Return the report as JSON; figures are not rounded."""
    counted = review.statistics
    data = {
        "title": review.title,
        "program": f"Muraji {__version__}",
        "languages": [[pair.source, pair.target] for pair in review.pairs],
        "files": [{"name": one.name, **asdict(one.whole)} for one in counted.files],
        "models": [asdict(one) for one in review.origins],
        "without_draft": review.undrafted,
        "period": None if review.period is None else asdict(review.period),
        "volume": {
            "whole": asdict(counted.whole),
            "confirmed": asdict(counted.confirmed),
            "states": {state: asdict(amount) for state, amount in counted.states.items()},
            "repeated": asdict(counted.repeated),
            "furniture": counted.furniture,
        },
        "persons": [{"name": one.name, "segments": dict(one.segments)} for one in review.persons],
        "scores": {one.what.value: _compared(one) for one in review.compared},
        "intervals": {"samples": DEFAULT_SAMPLES[Method.BOOTSTRAP], "seed": DEFAULT_SEED},
        "covered": review.covered,
        "untouched": review.untouched,
        "hter_by_class": dict(zip(class_names(), review.spread, strict=False)),
        "most_edited": [_edited(one) for one in review.most_edited],
        "effort": None if review.effort is None else asdict(review.effort),
        "mqm": None
        if review.rated is None
        else score_json(review.rated.score, review.rated.typology),
        "checks": [asdict(one) for one in review.found],
        "let_stand": [asdict(one) for one in review.let_stand],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _compared(one: Compared) -> dict[str, object]:
    return {
        "segments": one.segments,
        "metrics": {
            id_.value: {
                "score": score.value,
                "low": one.intervals[id_].low,
                "high": one.intervals[id_].high,
                "signature": score.signature,
            }
            for id_, score in one.scores.items()
        },
    }


def _edited(one: Edited) -> dict[str, object]:
    return {
        "segment": one.number,
        "id": one.segment_id,
        "source": one.source,
        "draft": one.draft,
        "target": one.target,
        "edits": one.edits,
        "hter": one.hter,
    }


def as_csv(review: Review) -> bytes:
    """Return a line for each segment as CSV; spreadsheets take it for UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in review.rows:
        edited = row.edited
        figures = ("", "") if edited is None else (edited.edits, f"{edited.hter:.2f}")
        names = (guarded(row.segment_id), guarded(row.file), row.state)
        writer.writerow((row.number, *names, row.words, *figures, row.issues))
    return text.getvalue().encode("utf-8-sig", "replace")
