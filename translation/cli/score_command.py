"""The command score: the scores of the edits, and of draft and target against a reference."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.cli.comet_choice import chosen_comet
from translation.cli.files import opened_input
from translation.cli.output import say
from translation.cli.significance_output import (
    chosen_resampling,
    significance_json,
    significance_lines,
)
from translation.model.edits import Put
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import REFERENCE_BREAK, joined_references

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from translation.model.document import Document
    from translation.scoring.document_scores import DocumentScores
    from translation.scoring.significance import Significance
    from translation.scoring.tally import Scores

COMPARED = ("draft", "reviewed")
"""What the significance of a document compares, the baseline first."""

NOTHING_TO_TEST = "–  (no segment has a draft, a reviewed text and a reference)"


def score(args: argparse.Namespace) -> int:
    """Print the scores of the edits, and of draft and target against a reference."""
    from translation.scoring.document_scores import tally_document
    from translation.system import preferences
    from translation.text.tokenisers import bleu_tokeniser

    with opened_input(args) as opened:
        document = opened.document
    files = document.files
    language = (files[0].pair if files else ARABIC_TO_ENGLISH).target
    tokeniser = bleu_tokeniser(language, args.tokenize or preferences.load().tokeniser)
    if args.reference:
        add_references(document, args.reference)
    tally = tally_document(document, language, tokeniser, chosen_comet(args))
    found = None
    if args.significance:
        found = tally.significance((s.id for s in document.segments), chosen_resampling(args))
    if args.json:
        say(_as_json(tally.result(), found, with_significance=args.significance))
    else:
        say("\n".join(_lines(tally.result(), found, with_significance=args.significance)))
    return 0


def add_references(document: Document, paths: Sequence[Path]) -> None:
    """Give segments the references of these files in place of their own."""
    from translation.work.documents import read_reference

    columns = [read_reference(path, document) for path in paths]
    for segment, *texts in zip(document.snapshot(), *columns, strict=True):
        reference = joined_references(
            one for text in texts if text for one in text.split(REFERENCE_BREAK)
        )
        document.apply(Put(segment, replace(segment, reference=reference)))


def _as_json(scores: DocumentScores, found: Significance | None, *, with_significance: bool) -> str:
    shown: dict[str, object] = {
        "segments": scores.segments,
        "covered": scores.covered,
        "untouched": scores.untouched,
        "with_reference": scores.with_reference,
        "drafts_compared": scores.drafts_compared,
        "targets_compared": scores.targets_compared,
        "edits": _metrics_json(scores.edits),
        "draft_vs_reference": _metrics_json(scores.draft_vs_reference),
        "target_vs_reference": _metrics_json(scores.target_vs_reference),
    }
    if with_significance:
        shown["significance"] = significance_json(found, COMPARED) if found else None
    return json.dumps(shown, ensure_ascii=False, indent=1)


def _metrics_json(scores: Scores | None) -> dict[str, dict[str, float | str]] | None:
    if scores is None:
        return None
    return {
        id_.value: {"score": score.value, "signature": score.signature}
        for id_, score in scores.items()
    }


def _lines(
    scores: DocumentScores, found: Significance | None, *, with_significance: bool
) -> list[str]:
    rows = {
        "segments": f"{scores.segments}, {scores.covered} confirmed with a draft",
        "draft → reviewed": _as_line(scores.edits, scores.covered),
        "draft → reference": _as_line(scores.draft_vs_reference, scores.drafts_compared),
        "reviewed → reference": _as_line(scores.target_vs_reference, scores.targets_compared),
    }
    if with_significance and found is None:
        rows["draft and reviewed"] = NOTHING_TO_TEST
    lines = [f"{title:<25} {text}" for title, text in rows.items()]
    if found is not None:
        lines += ["", *significance_lines(found, COMPARED)]
    return lines


def _as_line(scores: Scores | None, segments: int) -> str:
    if scores is None:
        return "–"
    figures = "  ".join(f"{id_.value} {score.value:.1f}" for id_, score in scores.items())
    return f"{figures}  (segments: {segments})"
