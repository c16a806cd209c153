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
from translation.model.segment import REFERENCE_BREAK, joined_references

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
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
    from translation.system import preferences
    from translation.text.tokenisers import bleu_tokeniser

    with opened_input(args) as opened:
        document = opened.document
    files = document.files
    language = (files[0].pair if files else ARABIC_TO_ENGLISH).target
    tokeniser = bleu_tokeniser(language, args.tokenize or preferences.load().tokeniser)
    if args.reference:
        _add_references(document, args.reference)
    scores = score_document(document, language, tokeniser)
    say(_scores_json(scores) if args.json else _scores_text(scores))
    return 0


def _add_references(document: Document, paths: Sequence[Path]) -> None:
    """Give segments the references of these files in place of their own."""
    from translation.work.documents import read_reference

    columns = [read_reference(path, document) for path in paths]
    for segment, *texts in zip(document.snapshot(), *columns, strict=True):
        reference = joined_references(
            one for text in texts if text for one in text.split(REFERENCE_BREAK)
        )
        document.apply(Put(segment, replace(segment, reference=reference)))


def _scores_json(scores: DocumentScores) -> str:
    found = {
        "segments": scores.segments,
        "covered": scores.covered,
        "untouched": scores.untouched,
        "with_reference": scores.with_reference,
        "drafts_compared": scores.drafts_compared,
        "targets_compared": scores.targets_compared,
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
        "draft → reviewed": _as_line(scores.edits, scores.covered),
        "draft → reference": _as_line(scores.draft_vs_reference, scores.drafts_compared),
        "reviewed → reference": _as_line(scores.target_vs_reference, scores.targets_compared),
    }
    return "\n".join(f"{title:<25} {text}" for title, text in rows.items())


def _as_line(scores: Scores | None, segments: int) -> str:
    if scores is None:
        return "–"
    figures = "  ".join(f"{id_.value} {score.value:.1f}" for id_, score in scores.items())
    return f"{figures}  (segments: {segments})"
