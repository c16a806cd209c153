"""Encoded pairs, and the endless stream of batches drawn from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translation.training.pieces import END

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.training.pairs import Pair
    from translation.training.pieces import Pieces
    from translation.training.recipe import Recipe

POOL = 24_000
"""Pairs that are sorted by length together; more would make epochs less shuffled."""
_ENCODED_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs as rows of ids, filled up with <pad>: arrays of shape (pairs, pieces), int64.

    ``prefix`` is what the decoder reads: the target moved right by one, <pad> first.
    Positions of ``target`` that are filling hold -1.
    """

    source: Any
    prefix: Any
    target: Any

    @property
    def target_pieces(self) -> int:
        """Target pieces, the end marks counted, filling not."""
        return int((self.target >= 0).sum())


class Examples:
    """All pairs as ids, kept flat: 4 bytes a piece."""

    def __init__(self, pairs: Sequence[Pair], pieces: Pieces, longest: int) -> None:
        import numpy

        self._pad = pieces.pad
        self._sides = []
        for side in ("source", "target"):
            flat: list[Any] = []
            sizes: list[int] = []
            for start in range(0, len(pairs), _ENCODED_AT_ONCE):
                part = pairs[start : start + _ENCODED_AT_ONCE]
                rows = pieces.encode(side, [getattr(pair, side) for pair in part])
                flat.append(numpy.array([n for row in rows for n in row], dtype=numpy.int32))
                sizes.extend(map(len, rows))
            starts = numpy.concatenate([[0], numpy.cumsum(sizes)])
            self._sides.append((numpy.concatenate(flat), starts))
        self.lengths = numpy.stack([numpy.diff(starts) for _, starts in self._sides], axis=1)
        """Pieces of both sides, shape (pairs, 2)."""
        self.weights = numpy.array([pair.weight for pair in pairs])
        self.usable = numpy.flatnonzero(self.lengths.max(axis=1) <= longest)
        """Numbers of the pairs whose sides both fit."""

    def batch(self, items: Sequence[Sequence[int]]) -> Batch:
        """Return the batch whose rows are pairs (one number) or joined pairs (several)."""
        import numpy

        source, target = (self._rows(side, items) for side in (0, 1))
        prefix = numpy.full_like(target, self._pad)
        prefix[:, 1:] = target[:, :-1]
        shown = numpy.where(prefix < 0, self._pad, prefix)
        return Batch(numpy.where(source < 0, self._pad, source), shown, target)

    def _rows(self, side: int, items: Sequence[Sequence[int]]) -> Any:
        import numpy

        flat, starts = self._sides[side]
        rows = []
        for item in items:
            # joined pairs keep one end mark only
            parts = [flat[starts[pair] : starts[pair + 1] - 1] for pair in item]
            rows.append(numpy.concatenate([*parts, [END]]))
        width = -(-max(map(len, rows)) // 4) * 4
        filled = numpy.full((len(rows), width), -1, dtype=numpy.int64)
        for row, ids in enumerate(rows):
            filled[row, : len(ids)] = ids
        return filled

    def in_batches(self, pairs: Sequence[int], size: int = 50) -> Iterator[Batch]:
        """Yield the given pairs once, short ones first."""
        ordered = sorted(pairs, key=lambda pair: int(self.lengths[pair, 1]))
        for start in range(0, len(ordered), size):
            yield self.batch([(pair,) for pair in ordered[start : start + size]])


def stream(
    examples: Examples, pairs: Any, recipe: Recipe, longest: int, seed: int
) -> Iterator[Batch]:
    """Yield micro-batches for ever: every epoch draws each pair as often as its weight says.

    ``pairs`` are numbers of ``examples``; those with a side longer than ``longest`` are left out.
    """
    import numpy

    rng = numpy.random.default_rng(seed)
    pairs = pairs[examples.lengths[pairs].max(axis=1) <= longest]
    weights = examples.weights[pairs]
    if not len(pairs) or not weights.any():
        return
    while True:
        times = weights.astype(int) + (rng.random(len(pairs)) < weights % 1)
        epoch = numpy.repeat(pairs, times)
        rng.shuffle(epoch)
        for start in range(0, len(epoch), POOL):
            pool = epoch[start : start + POOL]
            cuts = _cut(_joined(pool, examples, recipe, longest, rng), examples, recipe, rng)
            rng.shuffle(cuts)
            for items in cuts:
                yield examples.batch(items)


def _joined(
    pool: Any, examples: Examples, recipe: Recipe, longest: int, rng: Any
) -> list[tuple[int, ...]]:
    """Return the pairs of a pool, some of them joined with the one that follows."""
    items: list[tuple[int, ...]] = []
    wanted = rng.random(len(pool)) < recipe.join_share
    place = 0
    while place < len(pool):
        two = tuple(int(pair) for pair in pool[place : place + 2])
        fits = len(two) == 2 and examples.lengths[list(two)].sum(axis=0).max() <= longest
        items.append(two if wanted[place] and fits else two[:1])
        place += len(items[-1])
    return items


def _cut(
    items: list[tuple[int, ...]], examples: Examples, recipe: Recipe, rng: Any
) -> list[list[tuple[int, ...]]]:
    """Sort by length and cut so that each part, filled up, holds ``recipe.micro_batch`` pieces."""
    import numpy

    sizes = numpy.array([examples.lengths[list(item)].sum(axis=0) for item in items])
    order = numpy.lexsort((sizes[:, 0] + rng.random(len(items)), -(-sizes[:, 1] // 6)))
    cuts: list[list[tuple[int, ...]]] = [[]]
    widest = numpy.zeros(2, dtype=int)
    for number in order:
        widest = numpy.maximum(widest, sizes[number])
        if cuts[-1] and (len(cuts[-1]) + 1) * widest.sum() / 2 > recipe.micro_batch:
            cuts.append([])
            widest = sizes[number]
        cuts[-1].append(items[number])
    return cuts
