"""One optimising step: Muon for the hidden layers' matrices, Adam for everything else.

Muon (Jordan et al. 2024) steps along the orthogonalised momentum of each matrix; scaled to Adam's
usual step length as in Liu et al. 2025 ("Muon is scalable for LLM training"), so that both take
rates of one size. On the bundled model's data it needs clearly fewer sentences than Adam alone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from translation.training.recipe import Recipe
    from translation.training.weights import Weights

_MOMENTUM = 0.95
_BETAS = (0.9, 0.98)
_STEP_LENGTH = 0.2
_ITERATIONS = 5
_COEFFICIENTS = (3.4445, -4.7750, 2.0315)


def step(weights: Weights, recipe: Recipe, rate: float, steps_before: int, precision: Any) -> None:
    """Move the weights along the row of gradients, and clear it.

    ``rate`` is 0 to 1 of the peak; ``precision`` the torch dtype that is fast on this machine.
    """
    import torch

    with torch.no_grad():
        _move_matrices(weights, recipe, recipe.matrix_rate * rate, precision)
        _move_others(weights, recipe.other_rate * rate, steps_before + 1)
        weights.pad_row.zero_()
        weights.rows["gradient"].zero_()


def _move_matrices(weights: Weights, recipe: Recipe, rate: float, precision: Any) -> None:
    end = weights.hidden_numbers
    gradient, momentum = weights.rows["gradient"][:end], weights.rows["first_moment"][:end]
    momentum.lerp_(gradient, 1 - _MOMENTUM)
    ahead = gradient.lerp_(momentum, _MOMENTUM)  # Nesterov's
    for group in weights.groups:
        part = slice(group.start, group.start + group.matrices * group.rows * group.columns)
        matrices = ahead[part].view(group.matrices, group.rows, group.columns)
        length = _STEP_LENGTH * math.sqrt(max(group.rows, group.columns))
        moved = weights.rows["weights"][part].mul_(1 - rate * recipe.matrix_decay)
        straight = orthogonalised(matrices, precision)
        moved.sub_(straight.reshape(-1), alpha=length * rate)


def orthogonalised(matrices: Any, precision: Any) -> Any:
    """Return the nearest half-orthogonal matrices, about: a Newton-Schulz iteration.

    ``matrices`` and the result, float32: (count, rows, columns). Singular values end near 1
    (0.7 to 1.2), which serves as well as exactly 1; so bfloat16 is enough as ``precision``, but
    on processors that emulate it it takes longer than float32.
    """
    import torch

    a, b, c = _COEFFICIENTS
    tall = matrices.shape[1] > matrices.shape[2]
    x = (matrices.mT if tall else matrices).to(precision).contiguous()
    x = x / (x.norm(dim=(1, 2), keepdim=True) * 1.01 + 1e-7)
    for _ in range(_ITERATIONS):
        square = torch.bmm(x, x.mT)
        x = torch.baddbmm(x, torch.baddbmm(square, square, square, beta=b, alpha=c), x, beta=a)
    return (x.mT if tall else x).float()


def _move_others(weights: Weights, rate: float, steps: int) -> None:
    """Adam (Kingma and Ba 2015), its gradient cut to length 1."""
    start = weights.hidden_numbers
    gradient = weights.rows["gradient"][start:]
    first, second = weights.rows["first_moment"][start:], weights.rows["second_moment"][start:]
    gradient.mul_(min(1.0, 1.0 / (float(gradient.norm()) + 1e-6)))
    first.lerp_(gradient, 1 - _BETAS[0])
    second.mul_(_BETAS[1]).addcmul_(gradient, gradient, value=1 - _BETAS[1])
    spread = (second / (1 - _BETAS[1] ** steps)).sqrt_().add_(1e-8)
    change = first / (1 - _BETAS[0] ** steps)
    weights.rows["weights"][start:].addcdiv_(change, spread, value=-rate)
