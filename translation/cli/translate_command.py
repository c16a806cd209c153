"""The command translate."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from translation.cli.files import check_output, opened_input, print_notices, write_output
from translation.cli.output import tell
from translation.model.issue import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.ports import Engine, ModelInfo
    from translation.model.segment import Segment


def translate(args: argparse.Namespace) -> int:
    """Draft what no person has translated yet, and write the result."""
    check_output(args)
    with opened_input(args) as opened:
        drafts = draft_rest(opened.document, args)
        write_output(opened, args, drafts)
        _tell_issues(opened.document, drafts)
    return 0


def draft_rest(document: Document, args: argparse.Namespace) -> list[Draft]:
    """Draft what has no translation with the model that was asked for; return the drafts."""
    from translation.engines.loading import load_engine
    from translation.system import preferences

    chosen = preferences.load()
    engine = load_engine(
        args.model or chosen.model or None,
        args.engine or chosen.engine,
        args.threads or chosen.threads,
    )
    try:
        return _draft(document, engine, args.beam_size or chosen.beam_size)
    finally:
        engine.close()


def _draft(document: Document, engine: Engine, beam_size: int) -> list[Draft]:
    """Draft every segment that no person has translated, with progress on a terminal."""
    from translation.engines.pipeline import translate as run_pipeline
    from translation.model.ports import DecodingOptions
    from translation.system.cancel import CancelToken
    from translation.work.drafting import drafts_from, requests_for

    options = DecodingOptions(beam_size=beam_size)
    wanted = _segments_for(document, engine.info)
    sources = {s.id: s.source for s in wanted}
    progress = _Progress(len(wanted), engine.info)
    made: list[Draft] = []
    for results in run_pipeline(
        engine, requests_for(wanted, document, engine.info), options, CancelToken()
    ):
        drafts = drafts_from(results, sources, engine.info, options, document.drafts.next_id)
        document.drafts.add(drafts)
        made += drafts
        progress.add(len(results))
    progress.close()
    return made


def _tell_issues(document: Document, drafts: Sequence[Draft]) -> None:
    """Say what the checks find wrong with the drafts, by the lines that ``segment`` lists."""
    from translation.cli.check_command import message
    from translation.work.check_files import preferred_profile
    from translation.work.checking import check_document

    drafted = {draft.segment_id for draft in drafts}
    for one in check_document(document, preferred_profile()):
        for issue in one.open if one.subject.segment_id in drafted else ():
            if issue.severity > Severity.NOTE:
                tell(f"Line {document.row(issue.segment_id) + 1}: {message(issue)}")


def _segments_for(document: Document, info: ModelInfo) -> list[Segment]:
    """Return what is to be drafted, files in languages that the model does not speak left out.

    Raises ModelError where it speaks those of none.
    """
    from translation.work.drafting import (
        files_left_out,
        left_out_notice,
        target_notices,
        wants_draft,
    )

    others = files_left_out(document, info)
    print_notices(left_out_notice(file, info) for file in others)
    left_out = {file.id for file in others}
    spoken = (file for file in document.files if file.id not in left_out)
    print_notices(target_notices(spoken, info))
    return [
        segment
        for segment in document.segments
        if wants_draft(document, segment)
        and document.file_of(segment).id not in left_out
        and not _is_filled(document, segment)
    ]


def _is_filled(document: Document, segment: Segment) -> bool:
    """Whether a match from a memory stands there, which a machine's draft would hide."""
    draft = document.drafts.current(segment)
    return draft is not None and draft.is_match


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
