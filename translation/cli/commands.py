"""The commands segment, convert and score."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.cli.files import check_output, opened_input, write_output
from translation.cli.output import say
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from translation.model.document import Document
    from translation.scoring.document_scores import DocumentScores
    from translation.scoring.tally import Scores


def segment(args: argparse.Namespace) -> int:
    """List the segments of an article, one a line or as JSON."""
    with opened_input(args) as opened:
        document = opened.document
    if args.json:
        rows = [
            {
                "id": s.id,
                "unit": s.unit_id,
                "role": document.unit_of(s).role.value,
                "source": strip_codes(s.source),
            }
            for s in document.segments
        ]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        say("\n".join(" ".join(strip_codes(s.source).splitlines()) for s in document.segments))
    return 0


def convert(args: argparse.Namespace) -> int:
    """Write a file in another format."""
    check_output(args)
    with opened_input(args) as opened:
        write_output(opened, args)
    return 0


def score(args: argparse.Namespace) -> int:
    """Print the scores of the edits, and of draft and target against a reference."""
    from translation.scoring.document_scores import score_document

    with opened_input(args) as opened:
        document = opened.document
    if args.reference:
        _add_references(document, args.reference)
    files = document.files
    scores = score_document(document, (files[0].pair if files else ARABIC_TO_ENGLISH).target)
    say(_scores_json(scores) if args.json else _scores_text(scores))
    return 0


def _add_references(document: Document, path: Path) -> None:
    from translation.documents import read_reference

    for segment, reference in zip(document.snapshot(), read_reference(path, document), strict=True):
        document.apply(Put(segment, replace(segment, reference=reference)))


def _scores_json(scores: DocumentScores) -> str:
    found = {
        "segments": scores.segments,
        "edits": _as_json(scores.edits),
        "draft_vs_reference": _as_json(scores.draft_vs_reference),
        "target_vs_reference": _as_json(scores.target_vs_reference),
    }
    return json.dumps(found, ensure_ascii=False, indent=1)


def _as_json(scores: Scores | None) -> dict[str, dict[str, float | str]] | None:
    if scores is None:
        return None
    return {
        id_.value: {"score": score.value, "signature": score.signature}
        for id_, score in scores.items()
    }


def _scores_text(scores: DocumentScores) -> str:
    rows = {
        "segments": f"{scores.segments}, {scores.covered} confirmed with a draft",
        "draft → reviewed": _as_line(scores.edits),
        "draft → reference": _as_line(scores.draft_vs_reference),
        "reviewed → reference": _as_line(scores.target_vs_reference),
    }
    return "\n".join(f"{title:<25} {text}" for title, text in rows.items())


def _as_line(scores: Scores | None) -> str:
    if scores is None:
        return "–"
    return "  ".join(f"{id_.value} {score.value:.1f}" for id_, score in scores.items())
