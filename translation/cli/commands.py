"""The commands segment, translate, convert and score."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from translation.errors import ModelError, UsageError, notice_sentence
from translation.model.edits import Put
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable
    from pathlib import Path

    from translation.documents import Opened
    from translation.model.document import Document
    from translation.model.imported import Notice
    from translation.model.ports import Engine, ModelInfo
    from translation.scoring.tally import Scores

_QUIET_NOTICES = frozenset({"furniture", "mixed_line_ends"})
"""Notices of things that are as they should be: the window shows them, a pipe need not."""


def segment(args: argparse.Namespace) -> int:
    """List the segments of an article, one a line or as JSON."""
    document = _open(args).document
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
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for s in document.segments:
            print(" ".join(strip_codes(s.source).splitlines()))
    return 0


def convert(args: argparse.Namespace) -> int:
    """Write a file in another format."""
    _check_output(args)
    _export(_open(args).document, args)
    return 0


def translate(args: argparse.Namespace) -> int:
    """Draft what no person has translated yet, and write the result."""
    from translation import preferences
    from translation.documents import find_writer
    from translation.engines.loading import load_engine

    _check_output(args)
    find_writer(args.output, args.format)
    document = _open(args).document
    chosen = preferences.load()
    engine = load_engine(
        args.model or chosen.model or None,
        args.engine or chosen.engine,
        args.threads or chosen.threads,
    )
    try:
        check_pair(document, engine.info)
        draft_document(document, engine, args.beam_size or chosen.beam_size)
    finally:
        engine.close()
    _export(document, args)
    return 0


def score(args: argparse.Namespace) -> int:
    """Print the scores of the edits, and of draft and target against a reference."""
    from translation.scoring.document_scores import score_document

    document = _open(args).document
    if args.reference:
        _add_references(document, args.reference)
    language = document.files[0].pair.target
    scores = score_document(document, language)
    parts = {
        "edits": scores.edits,
        "draft_vs_reference": scores.draft_vs_reference,
        "target_vs_reference": scores.target_vs_reference,
    }
    if args.json:
        found = {"segments": scores.segments} | {k: _as_json(v) for k, v in parts.items()}
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    print(f"segments                  {scores.segments}, {scores.covered} confirmed with a draft")
    titles = ("draft → reviewed", "draft → reference", "reviewed → reference")
    for title, part in zip(titles, parts.values(), strict=True):
        print(f"{title:<25} {_as_line(part)}")
    return 0


def _add_references(document: Document, path: Path) -> None:
    from translation.formats.references import read_reference

    for segment, reference in zip(document.snapshot(), read_reference(path, document), strict=True):
        document.apply(Put(segment, replace(segment, reference=reference)))


def _open(args: argparse.Namespace) -> Opened:
    from translation.documents import open_document

    pair = None
    if args.source or args.target:
        default = ARABIC_TO_ENGLISH
        pair = LanguagePair(args.source or default.source, args.target or default.target)
    opened = open_document(
        args.input, pair=pair, format_id=args.input_format, encoding=args.encoding
    )
    if opened.project is not None:
        opened.project.close()
    print_notices(opened.notices)
    return opened


def _check_output(args: argparse.Namespace) -> None:
    out: Path = args.output
    if out.exists() and args.input.exists() and out.samefile(args.input):
        raise UsageError("out_is_in", file=out)


def check_pair(document: Document, info: ModelInfo) -> None:
    """Raise ModelError where the model speaks other languages than the document."""
    if not info.source_language:
        return
    have = LanguagePair(info.source_language, info.target_language)
    for file in document.files:
        if not have.matches(file.pair):
            raise ModelError(
                "wrong_pair",
                model=info.name,
                have=f"{have.source} → {have.target}",
                want=f"{file.pair.source} → {file.pair.target}",
            )


def draft_document(document: Document, engine: Engine, beam_size: int) -> None:
    """Draft every segment that no person has translated, with progress on a terminal."""
    from translation.cancel import CancelToken
    from translation.drafting import drafts_from, requests_for, wants_draft
    from translation.engines.pipeline import translate as run_pipeline
    from translation.model.ports import DecodingOptions

    options = DecodingOptions(beam_size=beam_size)
    wanted = [s for s in document.segments if wants_draft(document, s)]
    sources = {s.id: s.source for s in wanted}
    progress = _Progress(len(wanted), engine.info)
    for results in run_pipeline(engine, requests_for(wanted), options, CancelToken()):
        drafts = document.drafts
        drafts.add(drafts_from(results, sources, engine.info, options, drafts.next_id))
        progress.add(len(results))
    progress.close()


def _export(document: Document, args: argparse.Namespace) -> None:
    from translation.documents import export

    print_notices(export(document, args.output, args.format))


def print_notices(notices: Iterable[Notice]) -> None:
    """Say on standard error what a person should know."""
    for notice in notices:
        if notice.code not in _QUIET_NOTICES:
            print(notice_sentence(notice), file=sys.stderr)


def _as_json(scores: Scores | None) -> dict[str, dict[str, float | str]] | None:
    if scores is None:
        return None
    return {
        id_.value: {"score": score.value, "signature": score.signature}
        for id_, score in scores.items()
    }


def _as_line(scores: Scores | None) -> str:
    if scores is None:
        return "–"
    return "  ".join(f"{id_.value} {score.value:.1f}" for id_, score in scores.items())


class _Progress:
    """A counter on the terminal; silent where standard error is no terminal."""

    def __init__(self, total: int, info: ModelInfo) -> None:
        self._done, self._total = 0, total
        self._shown = sys.stderr.isatty()
        if self._shown and info.quality:
            print(f"{info.name}: {info.summary or info.quality}", file=sys.stderr)

    def add(self, count: int) -> None:
        """Count more segments."""
        self._done += count
        if self._shown:
            print(f"\r{self._done} of {self._total} segments", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """End the line."""
        if self._shown:
            print(file=sys.stderr)
