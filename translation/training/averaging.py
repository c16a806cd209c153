"""The mean of two models' weights, as a model.

Where one was trained on from the other, what both know stays and what each learned of its own
is halved; the mean is often better on texts of every kind than either (Wortsman et al. 2022,
"Robust fine-tuning of zero-shot models").
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from translation.errors import ExportError, ModelError, TrainingError
from translation.system.atomic import write_atomically
from translation.training.model_folder import (
    CONFIG,
    OTHER_FILES,
    PIECE_FILES,
    WEIGHTS,
    packed,
    read_config,
    read_weights,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def average(first: Path, second: Path, out: Path, share: float = 0.5) -> None:
    """Write the model whose weights are ``share`` the second's and the rest the first's.

    ``out`` must be new or empty. Everything but the weights is the first's. Raises ModelError
    where they are not of one kind and vocabulary, TrainingError where ``out`` is in use, and
    ExportError.
    """
    for model in (first, second):
        read_config(model)
    for name in PIECE_FILES:
        if (first / name).read_bytes() != (second / name).read_bytes():
            raise _unlike(second, name, "it is another vocabulary than the first model's")
    mean = _mean(first, second, share)
    if out.is_dir() and any(out.iterdir()):
        raise TrainingError("folder_in_use", folder=out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in (CONFIG, *PIECE_FILES, *OTHER_FILES):
            if (first / name).is_file():
                shutil.copyfile(first / name, out / name)
    except OSError as error:
        raise ExportError("failed", file=out, detail=error.strerror or error) from error
    write_atomically(out / WEIGHTS, packed(mean))


def _mean(first: Path, second: Path, share: float) -> Mapping[str, Any]:
    ours, theirs = read_weights(first), read_weights(second)
    if ours.keys() != theirs.keys():
        raise _unlike(second, WEIGHTS, "it has other layers than the first model")
    for name, tensor in ours.items():
        if theirs[name].shape != tensor.shape:
            raise _unlike(second, WEIGHTS, f"{name} is of another size than the first model's")
    return {name: tensor.lerp(theirs[name], share) for name, tensor in ours.items()}


def _unlike(model: Path, file: str, detail: str) -> ModelError:
    return ModelError("bad_file", model=model.name, file=file, detail=detail)
