"""The recorded drafts as the estimate sees them: evidence, chrF, and errors labelled in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.labels import SYSTEMS, labelled_drafts
from translation.engines.loading import load_engine
from translation.estimating.features import features
from translation.model.issue import Severity
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, TranslationUnit
from translation.quality import find_issues, subject_of

BATCH = 16


@dataclass(frozen=True, slots=True)
class Recorded:
    """One draft of one line (from 1); ``score`` is the bundled model's log-probability a token."""

    system: str
    line: int
    surface: tuple[float, ...]
    chrf: float
    score: float


def read_drafts(shared: Path, cache: Path | None = None) -> list[Recorded]:
    """Read all drafts of all systems. ``cache`` keeps what the model said, which takes a minute."""
    data = shared / "data"
    pairs = [line.split("\t") for line in _lines(data / "parallel" / "flores-dev.ar-en.tsv")]
    found = []
    for system in SYSTEMS.values():
        targets = _lines(data / "mt_outputs" / f"flores-dev.{system}.en")
        sources = [source for source, _reference in pairs]
        scores = _scores(system, sources, targets, cache)
        for number, ((source, reference), target) in enumerate(zip(pairs, targets, strict=True)):
            surface = tuple(surface_of(source, target))
            chrf = _chrf(target, reference)
            found.append(Recorded(system, number + 1, surface, chrf, scores[number]))
    return found


def surface_of(source: str, target: str) -> list[float]:
    """Return the surface of a draft, the issues of the checks among it."""
    segment, unit = Segment("s1", "u1", source, target), TranslationUnit("u1", "f1")
    subject = subject_of(segment, unit, ARABIC_TO_ENGLISH, None)
    severities = [issue.severity for issue in find_issues(subject)]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return features(source, target, ARABIC_TO_ENGLISH.target, errors, warnings)


def own_scores(shared: Path, cache: Path | None = None) -> list[tuple[float, float]]:
    """Return what the bundled model says of its own drafts of these lines, and their chrF."""
    from translation.model.ports import DecodingOptions

    kept = cache / "own.json" if cache else None
    pairs = [
        line.split("\t") for line in _lines(shared / "data" / "parallel" / "flores-dev.ar-en.tsv")
    ]
    if kept is not None and kept.exists():
        drafts = json.loads(kept.read_text("utf-8"))
    else:
        engine = load_engine(None, threads=1)
        drafts = []
        for start in range(0, len(pairs), BATCH):
            sources = [source for source, _ in pairs[start : start + BATCH]]
            hypotheses = engine.translate(sources, DecodingOptions())
            drafts += [(one.text, one.score) for one in hypotheses]
        engine.close()
        if kept is not None:
            kept.write_text(json.dumps(drafts), "utf-8")
    return [
        (score, _chrf(text, reference))
        for (text, score), (_source, reference) in zip(drafts, pairs, strict=True)
    ]


def errors_by_draft(shared: Path, half: str) -> dict[tuple[str, int], int]:
    """Return how many errors were labelled in each draft of a half that was read whole."""
    return {
        (draft.place.system, draft.place.line): len(draft.labels)
        for draft in labelled_drafts(shared, half)
    }


def _scores(
    system: str, sources: Sequence[str], targets: Sequence[str], cache: Path | None
) -> list[float]:
    kept = cache / f"{system}.json" if cache else None
    if kept is not None and kept.exists():
        return json.loads(kept.read_text("utf-8"))
    engine = load_engine(None, threads=1)
    scores = [0.0] * len(sources)
    order = sorted(range(len(sources)), key=lambda row: len(targets[row]))
    for start in range(0, len(order), BATCH):
        rows = order[start : start + BATCH]
        said = engine.score([sources[row] for row in rows], [targets[row] for row in rows])
        for row, tokens in zip(rows, said, strict=True):
            scores[row] = sum(tokens) / max(1, len(tokens))
    engine.close()
    if kept is not None:
        kept.write_text(json.dumps(scores), "utf-8")
    return scores


def _chrf(target: str, reference: str) -> float:
    from sacrebleu import CHRF

    return CHRF().sentence_score(target, [reference]).score


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
