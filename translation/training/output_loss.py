"""The output layer and the loss in one pass, with their gradients.

Done by parts of 512 positions, so that the scores of all pieces at all positions, the largest
thing in training a small model, never stand in memory at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from torch import Tensor

PART = 512


class OutputLoss(NamedTuple):
    """The loss summed over positions (nats), and its gradients."""

    total: float
    states_gradient: Tensor
    embedding_gradient: Tensor


def output_loss(
    states: Tensor, embedding: Tensor, wanted: Tensor, bias: Tensor | None, smoothing: float
) -> OutputLoss:
    """Return the cross-entropy, label-smoothed, of scores ``states @ embedding.T + bias``.

    ``states``: (positions, width), in the precision of the arithmetic. ``embedding``:
    (outputs, width) float32. ``wanted``: (positions,) ids below ``outputs``.
    """
    import torch

    with torch.no_grad():
        weight = embedding.to(states.dtype)
        states_gradient = torch.empty_like(states)
        embedding_gradient = torch.zeros_like(embedding)
        total = 0.0
        for start in range(0, len(states), PART):
            part = slice(start, start + PART)
            scores = (states[part] @ weight.t()).float()
            if bias is not None:
                scores += bias
            loss, gradient = _cross_entropy(scores, wanted[part, None], smoothing)
            gradient = gradient.to(states.dtype)
            total += loss
            states_gradient[part] = gradient @ weight
            embedding_gradient += gradient.t() @ states[part]
    return OutputLoss(total, states_gradient, embedding_gradient)


def _cross_entropy(scores: Tensor, wanted: Tensor, smoothing: float) -> tuple[float, Tensor]:
    """Return the summed loss and the gradient, which takes the memory of ``scores``."""
    outputs = scores.shape[1]
    mean: Any = scores.mean(1, keepdim=True)
    right = scores.gather(1, wanted)
    highest = scores.amax(1, keepdim=True)
    chances = scores.sub_(highest).exp_()
    norm = chances.sum(1, keepdim=True)
    loss = (highest + norm.log() - (1 - smoothing) * right - smoothing * mean).sum()
    gradient = chances.div_(norm).sub_(smoothing / outputs)
    gradient.scatter_add_(1, wanted, gradient.new_full(wanted.shape, smoothing - 1))
    return float(loss), gradient
