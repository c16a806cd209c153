"""All weights in one row of numbers, with what training keeps beside them.

One row each for weights, gradients, the optimiser's two moments and the running average makes a
step a handful of operations, and a saved state four tensors. The matrices of the hidden layers
stand first, those of one size together: Muon moves them, Adam the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from translation.errors import ModelError
from translation.training.network import EMBEDDING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.training.shape import Shape

ROWS = ("weights", "first_moment", "second_moment", "average")


class MatrixGroup(NamedTuple):
    """Hidden matrices of one size: ``matrices`` times (rows, columns) from ``start`` on."""

    start: int
    matrices: int
    rows: int
    columns: int


class Weights:
    """The rows, each float32 of shape (numbers,), and views of them by name."""

    def __init__(self, shape: Shape, device: Any) -> None:
        import torch

        self.shape = shape
        sizes = shape.weight_sizes()
        hidden = [name for name, size in sizes.items() if _is_hidden_matrix(name, size)]
        hidden.sort(key=lambda name: (sizes[name], name))
        self._names = hidden + sorted(name for name in sizes if name not in set(hidden))
        self._sizes = {name: sizes[name] for name in self._names}
        counts = {name: torch.Size(size).numel() for name, size in self._sizes.items()}
        self._starts, numbers = {}, 0
        for name in self._names:
            self._starts[name] = numbers
            numbers += counts[name]
        self.hidden_numbers = sum(counts[name] for name in hidden)
        self.groups = self._grouped(hidden)
        self.rows = {name: torch.zeros(numbers, device=device) for name in (*ROWS, "gradient")}
        self.by_name = self.views("weights")
        gradients = self.views("gradient")
        for name, weight in self.by_name.items():
            weight.requires_grad_()
            weight.grad = gradients[name]

    @property
    def pad_row(self) -> Any:
        """The embedding of <pad>.

        It must stay zero: transformers starts decoding from it, CTranslate2 and Marian from zero.
        """
        return self.views("weights")[EMBEDDING][self.shape.pad]

    def views(self, row: str) -> dict[str, Any]:
        """Return one row's parts by name."""
        flat = self.rows[row]
        return {
            name: flat[start : start + self._count(name)].view(self._sizes[name])
            for name, start in self._starts.items()
        }

    def initialise(self) -> None:
        """Draw the weights: normal with deviation 1/sqrt(width), norms 1, biases and <pad> 0.

        With the usual 0.02 a small network takes far longer to begin to read its source.
        """
        for name, weight in self.views("weights").items():
            if weight.ndim == 2:
                weight.normal_(std=self.shape.width**-0.5)
            elif name.endswith("layer_norm.weight"):
                weight.fill_(1.0)
        self.pad_row.zero_()
        self.rows["average"].copy_(self.rows["weights"])

    def load_checkpoint(self, tensors: Mapping[str, Any], model: str) -> None:
        """Take the weights of a checkpoint. Raises ModelError where they do not fit."""
        for name, weight in self.views("weights").items():
            if name not in tensors or tensors[name].shape != weight.shape:
                detail = f"{name} is missing or of another size"
                raise ModelError("bad_file", model=model, file="model.safetensors", detail=detail)
            weight.copy_(tensors[name])
        self.pad_row.zero_()
        self.rows["average"].copy_(self.rows["weights"])

    def _count(self, name: str) -> int:
        count = 1
        for size in self._sizes[name]:
            count *= size
        return count

    def _grouped(self, hidden: list[str]) -> list[MatrixGroup]:
        groups: dict[tuple[int, ...], list[str]] = {}
        for name in hidden:
            groups.setdefault(self._sizes[name], []).append(name)
        return [
            MatrixGroup(self._starts[names[0]], len(names), size[0], size[1])
            for size, names in groups.items()
        ]


def _is_hidden_matrix(name: str, size: tuple[int, ...]) -> bool:
    return len(size) == 2 and name != EMBEDDING
