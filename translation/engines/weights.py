"""The weights of a checkpoint as numpy arrays, by their name in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from translation.engines.checkpoint import PYTORCH_BIN, Checkpoint
from translation.errors import ModelError

if TYPE_CHECKING:
    import numpy as np

    Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]

NUMPY_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
"""The floating-point types of safetensors; numpy has no bfloat16, its bits are read instead."""


def read_weights(checkpoint: Checkpoint) -> dict[str, Array]:
    """Read every weight as float32 or, where it is stored so, float16.

    Raises ModelError: bad_file; needs_torch for pytorch_model.bin where torch is absent.
    """
    if checkpoint.weights.name == PYTORCH_BIN:
        return _from_pytorch(checkpoint)
    return _from_safetensors(checkpoint)


def _from_safetensors(checkpoint: Checkpoint) -> dict[str, Array]:
    import numpy as np
    from safetensors import SafetensorError, deserialize

    try:
        tensors: list[tuple[str, dict[str, Any]]] = deserialize(  # type: ignore[no-untyped-call]
            checkpoint.weights.read_bytes()
        )
    except (SafetensorError, OSError) as error:
        raise _damaged(checkpoint, "not safetensors") from error
    weights: dict[str, Array] = {}
    for name, tensor in tensors:
        kind = NUMPY_TYPES.get(tensor["dtype"])
        if kind is None:
            raise _damaged(checkpoint, f"{name[:60]} is of type {tensor['dtype']}")
        values = np.frombuffer(tensor["data"], dtype=kind).reshape(tensor["shape"])
        if tensor["dtype"] == "BF16":
            values = (values.astype(np.uint32) << 16).view(np.float32)
        elif tensor["dtype"] == "F64":
            values = values.astype(np.float32)
        weights[name] = values
    return weights


def check_safetensors(checkpoint: Checkpoint) -> None:
    """Read the header of a safetensors file and compare it with the file's size.

    Raises ModelError(bad_file).
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(checkpoint.weights, framework="numpy") as file:
            names = set(file.keys())
    except (SafetensorError, OSError) as error:
        raise _damaged(checkpoint, "not safetensors, or not whole") from error
    if not any(name.startswith("model.encoder.layers.") for name in names):
        raise _damaged(checkpoint, "no MarianMT weights")


def _from_pytorch(checkpoint: Checkpoint) -> dict[str, Array]:
    """Read pytorch_model.bin; ``weights_only`` refuses every pickle that is not plain tensors."""
    try:
        import torch
    except ImportError as error:
        raise ModelError("needs_torch", model=checkpoint.name) from error
    try:
        tensors = torch.load(checkpoint.weights, map_location="cpu", weights_only=True)
        return {
            name: (value if value.dtype == torch.float16 else value.float()).numpy()
            for name, value in tensors.items()
        }
    except Exception as error:  # torch raises many kinds for a damaged or hostile file
        raise _damaged(checkpoint, "not PyTorch weights, or more than weights") from error


def _damaged(checkpoint: Checkpoint, detail: str) -> ModelError:
    return ModelError(
        "bad_file", model=checkpoint.name, file=checkpoint.weights.name, detail=detail
    )
