"""The checks over real drafts, on one core: whole documents, one touched segment, the panel.

The drafts are those of several systems for flores-dev, which lie beside the repository. Processor
time, as the machine may be shared.
"""

from __future__ import annotations

import time
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from app.followers.issue_book import IssueBook
from tests.bench.rows import Row
from translation.model.document import Document
from translation.model.issue import Issue, Severity
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import Segment, SourceFile, TranslationUnit
from translation.quality import USUAL, Checker, Profile, Subjects
from translation.quality.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
TOUCHED = 300
"""Segments that are touched one after the other."""


def run() -> Iterator[Row]:
    """Give the rows of the checks; none where there are no real drafts."""
    if not SHARED.exists():
        return
    document = drafted(5_000)
    yield _bound("all checks, 5 000 segments whole", whole(document), "s", 3)
    rules = tuple(Rule(f"r{n}", target=f"utilise{n}") for n in range(100))
    with_rules = whole(document, Profile(rules=rules))
    yield Row("all checks and 100 own rules, 5 000 segments whole", with_rules, "s")
    slowest, usual = touched(document)
    yield _bound(f"a touched segment, the slowest (half: {usual:.2f} ms)", slowest, "ms", 5)
    yield _bound("all checks, 100 000 segments whole", whole(drafted(100_000)), "s", 60)
    yield _bound("the panel's lines of 100 000 issues read", panel(document), "ms", 16)


def _bound(name: str, value: float, unit: str, bar: float) -> Row:
    return Row(name, value, unit, f"< {bar:g}", value < bar)


def drafted(count: int) -> Document:
    """Return a document with so many segments, each with a real draft as its translation."""
    pairs = list(_pairs())
    document = Document()
    file = SourceFile(document.new_id("f"), "bench.txt", ARABIC_TO_ENGLISH, "txt", b"", "utf-8")
    units, segments = [], []
    for number in range(count):
        source, draft = pairs[number % len(pairs)]
        units.append(TranslationUnit(document.new_id("u"), file.id))
        # A document says little twice: what comes round again is another text.
        again = f" {number}" if number >= len(pairs) else ""
        texts = f"{source}{again}", f"{draft}{again}"
        segments.append(Segment(document.new_id("s"), units[-1].id, *texts))
    document.add_file(file, units, segments)
    return document


def _pairs() -> Iterator[tuple[str, str]]:
    sources = (SHARED / "parallel" / "flores-dev.ar-en.tsv").read_text("utf-8").splitlines()
    for path in sorted((SHARED / "mt_outputs").glob("flores-dev.*.en")):
        drafts = path.read_text("utf-8").split("\n")
        for source, draft in zip(sources, drafts, strict=False):
            yield source.split("\t")[0], draft


def whole(document: Document, profile: Profile = USUAL) -> float:
    """Return the seconds of processor time that every segment of a document takes."""
    since = time.process_time()
    checker, subjects = Checker(profile), Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    for segment in document.segments:
        subject = subjects.of(segment.id)
        if subject:
            checker.find_issues(subject)
    return time.process_time() - since


def touched(document: Document) -> tuple[float, float]:
    """Return the milliseconds that a touched segment takes: the slowest of many, and half."""
    checker, subjects = Checker(), Subjects(document)
    subjects.begin(segment.id for segment in document.segments)
    taken = []
    for segment in document.segments[:: len(document) // TOUCHED]:
        since = time.process_time()
        subjects.take([segment.id])
        subject = subjects.of(segment.id)
        assert subject is not None
        checker.find_issues(subject)
        taken.append((time.process_time() - since) * 1000)
    return max(taken), quantiles(taken, n=2)[0]


def panel(document: Document) -> float:
    """Return the milliseconds in which the first issues of ten kinds are read."""
    book, ids = IssueBook(document), [segment.id for segment in document.segments]
    for number, id_ in enumerate(ids):
        kinds = [f"kind{(number + n) % 10}" for n in range(100_000 // len(ids))]
        book.put(id_, tuple(Issue(kind, Severity.WARNING, id_) for kind in kinds))
    since = time.process_time()
    for kind in book.counts:
        book.of_kind(kind, 200)
    return (time.process_time() - since) * 1000
