"""The saved state of a run: the rows of numbers, and how far it has come.

One safetensors file, so that nothing in it can run; replaced in one move, so that a run that is
killed while saving goes on from the save before.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from translation.errors import ExportError, TrainingError
from translation.training.weights import ROWS

if TYPE_CHECKING:
    from pathlib import Path

    from translation.training.weights import Weights

FOLDER = "training"
"""Inside the model's folder; the model does not need it and it may be deleted."""
_FILE = "state.safetensors"


@dataclass(frozen=True, slots=True)
class Come:
    """How far a run has come: steps, target pieces seen, seconds spent training."""

    steps: int = 0
    seen: int = 0
    spent: float = 0.0


def has_state(out: Path) -> bool:
    """Whether a run that can be gone on with left its state in this folder."""
    return (out / FOLDER / _FILE).is_file()


def save_state(out: Path, weights: Weights, come: Come) -> None:
    """Write the state of a run. Raises ExportError."""
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    place = out / FOLDER / _FILE
    temporary = place.with_suffix(".tmp")
    tensors = {name: weights.rows[name].detach() for name in ROWS}
    try:
        place.parent.mkdir(exist_ok=True)
        save_file(tensors, temporary, metadata={"come": json.dumps(asdict(come))})
        os.replace(temporary, place)
    except (OSError, SafetensorError) as error:  # the latter for a full disk, too
        temporary.unlink(missing_ok=True)
        raise ExportError("failed", file=place, detail=error) from error


def load_state(out: Path, weights: Weights) -> Come:
    """Take up the state of a run. Raises TrainingError where it is damaged or of another shape."""
    import torch
    from safetensors import SafetensorError, safe_open

    place = out / FOLDER / _FILE
    try:
        with safe_open(place, framework="pt") as file, torch.no_grad():
            come = Come(**json.loads(file.metadata()["come"]))
            for name in ROWS:
                weights.rows[name].copy_(file.get_tensor(name))
    except (OSError, SafetensorError, KeyError, TypeError, ValueError, RuntimeError) as error:
        raise TrainingError("damaged_state", file=place, detail=type(error).__name__) from error
    return come
