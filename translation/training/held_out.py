"""Pairs kept out of training, on which a run sees how much it has really learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from translation.training.network import EMBEDDING
from translation.training.output_loss import output_loss

if TYPE_CHECKING:
    from translation.training.examples import Examples
    from translation.training.network import Network

_FEWEST_PAIRS = 1000
"""With fewer, every pair is needed for training."""
_SHARE, _MOST = 0.02, 500


def hold_out(usable: Any) -> tuple[Any, Any]:
    """Split the numbers of the pairs, always in the same way: for training, and held out."""
    import numpy

    if len(usable) < _FEWEST_PAIRS:
        return usable, usable[:0]
    shuffled = numpy.random.default_rng(7).permutation(usable)
    count = min(_MOST, int(_SHARE * len(usable)))
    return shuffled[count:], shuffled[:count]


def mean_loss(
    network: Network, examples: Examples, pairs: Any, bias: Any, device: Any
) -> float | None:
    """Return the loss in nats a target piece, unsmoothed; None where there are no pairs.

    ``bias``: of the outputs, None for none.
    """
    import torch

    total = pieces = 0.0
    outputs = network.shape.outputs
    with torch.no_grad():
        for batch in examples.in_batches(pairs):
            source, prefix, target = (
                torch.from_numpy(array).to(device)
                for array in (batch.source, batch.prefix, batch.target)
            )
            states = network.hidden(source, prefix).flatten(0, 1)
            shown = (target >= 0).flatten()
            embedding = network.weights[EMBEDDING][:outputs]
            wanted = target.flatten()[shown]
            total += output_loss(states[shown], embedding, wanted, bias, 0.0).total
            pieces += batch.target_pieces
    return total / pieces if pieces else None
