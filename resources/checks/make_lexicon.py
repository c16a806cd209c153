"""Makes lexicon.gz: the English stems that Arabic words are translated by.

``python -m pip install numpy``, then, from the root of the repository,
``python -m resources.checks.make_lexicon PAIRS WEIGHTS [MORE]``. PAIRS is a table packed by xz:
corpus, weight, Arabic, English between tabs; WEIGHTS has a weight for each of its lines, MORE is
another such table. They are the pairs of which the starter model was made, named in its card.

IBM's model 1 (Brown and others 1993) is trained in both directions on stems
(``translation.text.stems``). A line of the table is an Arabic stem, then its English stems, the
likeliest first.
"""

from __future__ import annotations

import gzip
import lzma
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from translation.text.stems import (
    ARABIC_WORD,
    ENGLISH_WORD,
    arabic_stems,
    english_stem,
    folded_arabic,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).with_name("lexicon.gz")
LEFT_OUT = frozenset({"names"})
"""Corpora of names: what sounds alike needs no lexicon."""
EVERY_THIRD = frozenset({"ms-dynamics-operations"})
"""A corpus far larger than others of its kind, of which a third tells as much."""
STOP = frozenset(
    "the of a an to in and is are was were be been being that this it its for on with as by at"
    " from or which has have had will would not no but he she they we i you his her their our your"
    " my who whom what when where there these those so than then also can may do does did into if"
    " s t".split()
)
"""English words that stand for nothing in particular."""
LONGEST, ROUNDS, MOST = 60, 5, 14
Ids = np.ndarray[tuple[int], np.dtype[np.int64]]
Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True)
class Cells:
    """Every pair of stems of one sentence pair, once: what model 1 counts."""

    types: Ids
    """The kind of each: its place in ``arabic`` and ``english``."""
    arabic: Ids
    english: Ids
    rows: Ids
    """For each cell, which English word of which sentence it is in."""
    columns: Ids
    weights: Numbers


def read_pairs(path: Path, weights: Path | None) -> Iterator[tuple[str, str, float]]:
    """Give the pairs with their weights, no source twice."""
    given = iter(_unpacked(weights)) if weights else None
    seen = set[str]()
    for at, line in enumerate(_unpacked(path)):
        corpus, own, source, target = line.split("\t")
        weight = float(next(given) if given else own)
        left_out = corpus in LEFT_OUT or (corpus in EVERY_THIRD and at % 3)
        if weight and not left_out and source not in seen:
            seen.add(source)
            yield source, target, weight


def _unpacked(path: Path) -> list[str]:
    return lzma.decompress(path.read_bytes()).decode().removesuffix("\n").split("\n")


def one_stem(counts: Counter[str]) -> dict[str, str]:
    """Choose for each folded word the stem under which it is counted, by how common stems are."""
    reduced: Counter[str] = Counter()
    for word, count in counts.items():
        for form in arabic_stems(word):
            reduced[form] += count
    chosen = {}
    for word, count in counts.items():
        best, strength = word, float(count)
        for form in arabic_stems(word)[1:]:
            own = counts[form] + 0.3 * reduced[form]
            if len(form) >= 3 and own > 1.2 * strength:
                best, strength = form, own
        chosen[word] = best
    return chosen


def cells_of(sources: list[Ids], targets: list[Ids], weights: list[float], words: int) -> Cells:
    """Lay out the cells of all sentences in a row."""
    keys, rows, columns, weighed = [], [], [], []
    row = column = 0
    for source, target, weight in zip(sources, targets, weights, strict=True):
        keys.append(np.tile(source, len(target)) * words + np.repeat(target, len(source)))
        rows.append(np.repeat(np.arange(row, row + len(target)), len(source)))
        columns.append(np.tile(np.arange(column, column + len(source)), len(target)))
        weighed.append(np.full(len(source) * len(target), weight**0.5, np.float32))
        row, column = row + len(target), column + len(source)
    types, places = np.unique(np.concatenate(keys), return_inverse=True)
    return Cells(
        places.astype(np.int32),
        types // words,
        types % words,
        np.concatenate(rows).astype(np.int32),
        np.concatenate(columns).astype(np.int32),
        np.concatenate(weighed),
    )


def model_1(cells: Cells, given: Ids, within: Ids) -> tuple[Numbers, Numbers]:
    """Return, for each type, its probability given one side, and how often it was counted."""
    probable = np.ones(len(given), np.float32)
    for _ in range(ROUNDS):
        of_cell = probable[cells.types]
        sums = np.bincount(within, weights=of_cell)
        counted = np.bincount(
            cells.types, weights=of_cell / sums[within] * cells.weights, minlength=len(given)
        )
        probable = counted / np.maximum(np.bincount(given, weights=counted)[given], 1e-9)
    return probable, counted


def lexicon(pairs: list[tuple[str, str, float]]) -> dict[str, list[str]]:
    """Return the English stems of each Arabic one, the likeliest first."""
    words = [[folded_arabic(w) for w in ARABIC_WORD.findall(s)[:LONGEST]] for s, _, _ in pairs]
    stem_of = one_stem(Counter(word for sentence in words for word in sentence))
    arabic = [[stem_of[word] for word in sentence] for sentence in words]
    english = [[english_stem(w) for w in ENGLISH_WORD.findall(t)[:LONGEST]] for _, t, _ in pairs]
    sources, arabic_names = _numbered(arabic, frozenset())
    targets, english_names = _numbered(english, STOP)
    with_none = [np.append(ids, 0) for ids in sources]
    cells = cells_of(with_none, targets, [w for _, _, w in pairs], len(english_names))
    forth, counted = model_1(cells, cells.arabic, cells.rows)
    back, counted_back = model_1(cells, cells.english, cells.columns)
    score = np.sqrt(forth * back)
    kept = (cells.arabic > 0) & (np.maximum(counted, counted_back) >= 0.35)
    kept &= (forth >= 0.03) | (back >= 0.06) | (score >= 0.025)
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for at in np.flatnonzero(kept):
        entry = (-float(score[at]), english_names[cells.english[at]])
        found[arabic_names[cells.arabic[at]]].append(entry)
    return {stem: [name for _, name in sorted(entries)[:MOST]] for stem, entries in found.items()}


def _numbered(sentences: list[list[str]], left_out: frozenset[str]) -> tuple[list[Ids], list[str]]:
    """Give each stem that stands in two sentences a number from 1; return them, and the names."""
    counts = Counter(stem for sentence in sentences for stem in set(sentence) - left_out)
    names = ["", *(stem for stem, count in counts.items() if count > 1)]
    number = {stem: at for at, stem in enumerate(names) if at}
    ids = [sorted({number[s] for s in sentence if s in number}) for sentence in sentences]
    return [np.array(row, np.int64) for row in ids], names


def main() -> None:
    """Write the table."""
    files = [Path(path) for path in sys.argv[1:]]
    pairs = list(read_pairs(files[0], files[1] if len(files) > 1 else None))
    if len(files) > 2:
        pairs += read_pairs(files[2], None)
    found = lexicon(pairs)
    lines = [" ".join([stem, *names]) for stem, names in sorted(found.items())]
    OUT.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
