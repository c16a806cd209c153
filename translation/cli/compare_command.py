"""The command compare: several draft sets of one document, and where they differ most."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from translation.cli.comet_choice import chosen_comet
from translation.cli.compare_page import comparison_page
from translation.cli.files import chosen_pair
from translation.cli.output import say
from translation.cli.significance_output import (
    chosen_resampling,
    significance_json,
    significance_lines,
)
from translation.errors.names import visible
from translation.model.inline import strip_codes
from translation.scoring.differing import (
    SEGMENT_METRIC,
    most_differing,
    segment_scores,
    wins,
)
from translation.scoring.significance import significance

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from translation.scoring.differing import Differing
    from translation.scoring.significance import Significance
    from translation.work.draft_sets import DraftSets


def compare(args: argparse.Namespace) -> int:
    """Print the scores of draft sets against a reference, and where they differ most."""
    from translation.system import preferences
    from translation.work.draft_sets import read_draft_sets

    tokeniser = args.tokenize or preferences.load().tokeniser
    comet = chosen_comet(args)
    sets = read_draft_sets(args.input, args.reference, chosen_pair(args), tokeniser, comet)
    found = significance(sets.tallies, sets.keys, chosen_resampling(args))
    assert found is not None
    scored = segment_scores(sets.tallies, sets.keys)
    references = [visible(path.name) for path in args.reference]
    apart = most_differing(scored, args.examples)
    title = f"{len(sets.keys)} of {sets.segments} segments, against {', '.join(references)}"
    if args.json:
        shown = _as_json(sets, found, scored, apart)
        say(json.dumps({"references": references, **shown}, ensure_ascii=False, indent=1))
    elif args.html:
        say(comparison_page(sets, found, scored, apart, title))
    else:
        say("\n".join((title, *_lines(sets, found, scored, apart))))
    return 0


def _lines(
    sets: DraftSets,
    found: Significance,
    scored: Sequence[Differing],
    apart: Sequence[Differing],
) -> Iterator[str]:
    yield from significance_lines(found, sets.names)
    yield ""
    first, *others = sets.names
    for place, name in enumerate(others, start=1):
        won = wins(scored, place)
        yield (
            f"{name} against {first}, segments by {SEGMENT_METRIC}: "
            f"better {won.better}, worse {won.worse}, the same {won.same}"
        )
    if apart:
        yield ""
        yield f"Where they differ most, by {SEGMENT_METRIC} of the segment:"
    for one in apart:
        yield from _example(sets, one)


def _example(sets: DraftSets, one: Differing) -> Iterator[str]:
    """Give the lines of one segment: its texts, one below the other."""
    texts = [("source", _source(sets, one.key))] if _source(sets, one.key) else []
    texts += [("reference", text) for text in sets.tallies[0].references(one.key)]
    for name, tally, score in zip(sets.names, sets.tallies, one.scores, strict=True):
        texts.append((f"{name} {score:.1f}", tally.hypothesis(one.key)))
    width = max(len(label) for label, _ in texts)
    yield f"{one.key}  (apart by {one.spread:.1f})"
    for label, text in texts:
        yield f"  {label:<{width}}  {' '.join(text.split())}"


def _source(sets: DraftSets, key: str) -> str:
    return strip_codes(sets.document.segment(key).source)


def _as_json(
    sets: DraftSets,
    found: Significance,
    scored: Sequence[Differing],
    apart: Sequence[Differing],
) -> dict[str, object]:
    return {
        "document_segments": sets.segments,
        **significance_json(found, sets.names),
        "segments_by": SEGMENT_METRIC.value,
        "against_first": [
            {"name": name, **asdict(wins(scored, place))}
            for place, name in enumerate(sets.names[1:], start=1)
        ],
        "most_different": [
            {
                "segment": one.key,
                "source": _source(sets, one.key),
                "references": sets.tallies[0].references(one.key),
                "spread": one.spread,
                "drafts": [
                    {"name": name, "score": score, "text": tally.hypothesis(one.key)}
                    for name, tally, score in zip(sets.names, sets.tallies, one.scores, strict=True)
                ],
            }
            for one in apart
        ],
    }
