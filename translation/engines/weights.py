"""The weights of a checkpoint as numpy arrays, by their name in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from translation.engines.checkpoint import read_index
from translation.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

    from translation.engines.checkpoint import Checkpoint

    Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]

NUMPY_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""The floating-point types of safetensors; numpy has no bfloat16, its bits are read instead."""


def read_weights(checkpoint: Checkpoint) -> dict[str, Array]:
    """Read every weight as float32 or, where it is stored so, float16.

    Raises ModelError: bad_file; needs_torch for pytorch_model.bin where torch is absent.
    """
    weights: dict[str, Array] = {}
    for path in checkpoint.weight_files:
        read = _from_safetensors if path.suffix == ".safetensors" else _from_pytorch
        weights |= read(checkpoint, path)
    if checkpoint.shards:
        for name in read_index(checkpoint.weights, checkpoint.name):
            if name not in weights:
                raise damaged(checkpoint, f"no file of weights has {name[:60]}")
    return weights


def _from_safetensors(checkpoint: Checkpoint, path: Path) -> dict[str, Array]:
    import numpy as np
    from safetensors import SafetensorError, deserialize

    try:
        tensors: list[tuple[str, dict[str, Any]]] = deserialize(  # type: ignore[no-untyped-call]
            path.read_bytes()
        )
    except (SafetensorError, OSError) as error:
        raise damaged(checkpoint, "not safetensors, or not whole", path) from error
    weights: dict[str, Array] = {}
    for name, tensor in tensors:
        kind = NUMPY_TYPES.get(tensor["dtype"])
        if kind is None:
            raise damaged(checkpoint, f"{name[:60]} is of type {tensor['dtype']}", path)
        values = np.frombuffer(tensor["data"], dtype=kind).reshape(tensor["shape"])
        if tensor["dtype"] == "BF16":
            values = (values.astype(np.uint32) << 16).view(np.float32)
        elif tensor["dtype"] == "F64":
            values = values.astype(np.float32)
        weights[name] = values
    return weights


def _from_pytorch(checkpoint: Checkpoint, path: Path) -> dict[str, Array]:
    """Read pytorch_model.bin; ``weights_only`` refuses every pickle that is not plain tensors."""
    try:
        import torch
    except ImportError as error:
        raise ModelError("needs_torch", model=checkpoint.name) from error
    try:
        tensors = torch.load(path, map_location="cpu", weights_only=True)
        return {
            name: (value if value.dtype == torch.float16 else value.float()).numpy()
            for name, value in tensors.items()
        }
    except Exception as error:  # torch raises many kinds for a damaged or hostile file
        detail = "not PyTorch weights, or more than weights"
        raise damaged(checkpoint, detail, path) from error


def damaged(checkpoint: Checkpoint, detail: str, path: Path | None = None) -> ModelError:
    """Return the error for a file of weights that cannot be used."""
    file = (path or checkpoint.weights).name
    return ModelError("bad_file", model=checkpoint.name, file=file, detail=detail)
