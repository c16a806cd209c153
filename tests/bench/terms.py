"""Terms found in real sources: large termbases, a long list of names, a touched segment.

Sources are those of the parallel texts beside the repository. Processor time, as the machine may
be shared.
"""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from tests.bench.rows import Row
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.segment import TranslationUnit
from translation.model.term import Term, TermBase, TermEntry
from translation.quality import Subject
from translation.terms.book import NamedTermBase, TermBook
from translation.terms.checking import TermsAtWork
from translation.text.stems import ARABIC_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SEGMENTS = 5_000
TERMS = 10_000


def run() -> Iterator[Row]:
    """Give the rows of the terms; none where there are no texts."""
    if not DATA.exists():
        return
    every = _pairs()
    pairs = every[:SEGMENTS]
    names = NamedTermBase("names", _names(), checks=False)
    begun = time.process_time()
    names.index(ARABIC_TO_ENGLISH)
    took = time.process_time() - begun
    yield Row(f"a list of {len(names.termbase.entries):,} names made ready", took, "s")
    terms = NamedTermBase("terms", _terms(every[SEGMENTS:]))
    book = TermBook([terms, names], ARABIC_TO_ENGLISH)
    first = _percentiles(pairs, lambda source, target: book.find(source, target))
    again = _percentiles(pairs, lambda source, target: book.find(source, target))
    told = f"half: {first[0]:.2f} ms"
    yield Row(f"terms of a segment, {TERMS:,} and the names, 95th of 100 ({told})", first[1], "ms")
    yield Row("the same again, once its words are known, 95th of 100", again[1], "ms")
    checks = TermsAtWork([terms])
    unit = TranslationUnit("u", "f")

    def check(source: str, target: str) -> None:
        subject = Subject("s", source, target, False, unit, ARABIC_TO_ENGLISH)
        list(checks.missing(subject))
        list(checks.forbidden(subject))

    _half, slow = _percentiles(pairs, check)
    yield Row(f"a segment held to {TERMS:,} terms, six of them lost in it, 95th of 100", slow, "ms")


def _percentiles(
    pairs: list[tuple[str, str]], work: Callable[[str, str], object]
) -> tuple[float, float]:
    """Return the 50th and the 95th of 100 times, in milliseconds."""
    took = []
    for source, target in pairs:
        begun = time.process_time()
        work(source, target)
        took.append((time.process_time() - begun) * 1000)
    cut = quantiles(took, n=100)
    return cut[49], cut[94]


def _pairs() -> list[tuple[str, str]]:
    lines = (DATA / "parallel" / "un-conflict.ar-en.tsv").read_text("utf-8").splitlines()
    return [(source, target) for source, _, target in (line.partition("\t") for line in lines)]


def _names() -> TermBase:
    lines = (DATA / "termbase" / "names_ar-latin.tsv").read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines)
    return TermBase(tuple(_entry(arabic, latin) for arabic, latin, *_ in cells))


def _terms(pairs: list[tuple[str, str]]) -> TermBase:
    """Return as many terms of two words each as some texts have, each with a translation."""
    found: dict[str, None] = {}
    for source, _ in pairs:
        found.update((" ".join(words), None) for words in pairwise(ARABIC_WORD.findall(source)))
    return TermBase(tuple(_entry(phrase, phrase[::-1]) for phrase in list(found)[:TERMS]))


def _entry(arabic: str, english: str) -> TermEntry:
    return TermEntry(arabic, (Term("ar", arabic), Term("en", english)))
