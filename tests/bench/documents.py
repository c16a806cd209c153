"""Segmentation, scores, saving and exports, at the sizes the program promises."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from tests.bench import significance, xliff_files
from tests.bench.rows import Row
from translation import segmentation
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.segment import SegmentState, source_hash
from translation.scoring.document_scores import DocumentTally
from translation.work.documents import document_from_text, open_document
from translation.work.exporting import export

SAMPLE = Path("resources/samples/sample.ar.txt")


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the best of some runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def reviewed(size: int) -> Document:
    """Return a document of ``size`` confirmed segments with drafts."""
    line = "وقال رئيس البلدية إن الخط الجديد ينقل الركاب من الشمال إلى الجنوب في نصف ساعة."
    document = document_from_text("\n".join([line] * size), "bench.txt").document
    draft = "The mayor said that the new line carries riders from north to south in half hour."
    for segment in document.snapshot():
        id_ = document.drafts.next_id
        made = Draft(id_, segment.id, source_hash(segment.source), draft, "ct2", "bench")
        document.drafts.add([made])
    return document


def run() -> Iterator[Row]:
    """Measure."""
    text = SAMPLE.read_text(encoding="utf-8") * 1500
    size = len(text.encode("utf-8")) / 1e6
    speed = size / seconds(lambda: segmentation.split(text, "ar"))
    yield Row("segmentation of Arabic", speed, "MB/s", "≥ 5", speed >= 5)
    yield from _scores()
    yield from significance.run()
    document = reviewed(10_000)
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".xlf", ".tsv", ".html", ".txt", ".muraji"):
            path = Path(folder) / f"bench{suffix}"
            took = seconds(lambda path=path: (path.unlink(missing_ok=True), export(document, path)))
            yield Row(f"10 000 segments exported as {suffix}", took, "s")
        for suffix in (".xlf", ".tsv"):
            took = seconds(lambda s=suffix: open_document(Path(folder) / f"bench{s}"))
            yield Row(f"10 000 segments read from {suffix}", took, "s")
    yield from xliff_files.run()


def _scores() -> Iterator[Row]:
    document = reviewed(5_000)
    target = "The mayor said the new line takes passengers from north to south in half an hour."
    tally = DocumentTally("en")
    start = time.perf_counter()
    for number, segment in enumerate(document.snapshot()):
        own = replace(segment, target=f"{target} {number}", state=SegmentState.CONFIRMED)
        tally.update(own, document.drafts.base(own))
    yield Row("scores of 5 000 segments, first time", time.perf_counter() - start, "s")
    last = replace(own, target=f"{target} again")

    def confirm() -> None:
        tally.update(last, document.drafts.base(last))
        tally.result()
        tally.update(own, document.drafts.base(own))

    took = seconds(confirm, 10) * 1000
    yield Row("scores after a confirm at 5 000 segments", took, "ms", "< 100", took < 100)
