"""What a run learns from: pairs, some of them held out, and machine-made pairs among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.training.examples import Examples, stream
from translation.training.held_out import hold_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.training.examples import Batch
    from translation.training.pairs import Pair
    from translation.training.pieces import Pieces
    from translation.training.recipe import Recipe


class Lessons:
    """The examples of a run, by what they are for: ``training``, ``made`` and ``held_out``.

    These are numbers of ``examples``, of pairs whose sides both have at most ``longest`` pieces.
    Only of the pairs that people translated are some held out.
    """

    def __init__(
        self, pairs: Sequence[Pair], made: Sequence[Pair], pieces: Pieces, longest: int
    ) -> None:
        self.examples = Examples([*pairs, *made], pieces, longest)
        usable = self.examples.usable
        self.training, self.held_out = hold_out(usable[usable < len(pairs)])
        self.made = usable[usable >= len(pairs)]

    def batches(
        self, recipe: Recipe, longest: int, seed: int, share: Callable[[], float]
    ) -> Iterator[Batch]:
        """Yield micro-batches for ever, made ones between the others as the recipe says.

        ``share`` tells how much of the plan is done. Sides have at most ``longest`` pieces.
        """
        others = stream(self.examples, self.training, recipe, longest, seed)
        made = stream(self.examples, self.made, recipe, longest, seed + 1)
        seen, of_made = 0, 0
        while True:
            wanted = share() < recipe.made_until and of_made < recipe.made_share * seen
            batch: Any = next(made, None) if wanted else None
            of_made += batch.target_pieces if batch else 0
            batch = batch or next(others, None)
            if batch is None:
                return
            seen += batch.target_pieces
            yield batch
