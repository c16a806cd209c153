"""One training run: from a file of pairs to a model folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import ExportError, TrainingError
from translation.system.cancel import CancelToken
from translation.training.loop import Progress, Setup, run_loop
from translation.training.model_folder import PIECE_FILES, read_config
from translation.training.pairs import read_pairs
from translation.training.pieces import Pieces, make_pieces
from translation.training.process import prepare_process
from translation.training.recipe import Recipe
from translation.training.shape import shape_of_config, shape_of_recipe
from translation.training.state import has_state

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translation.training.pace import Plan
    from translation.training.pairs import Pair
    from translation.training.shape import Shape

__all__ = ["Progress", "TrainingReport", "train"]


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What a run did. ``loss`` and ``held_out_loss`` are nats a target piece, the latter on pairs
    kept out of training (None where there were too few to keep any out)."""

    model: Path
    pairs: int
    left_out: int
    steps: int
    target_pieces: int
    seconds: float
    loss: float
    held_out_loss: float | None


def train(
    pairs: Path,
    out: Path,
    *,
    plan: Plan,
    resume: bool = False,
    from_checkpoint: Path | None = None,
    made_pairs: Path | None = None,
    recipe: Recipe | None = None,
    languages: tuple[str, str] = ("ar", "en"),
    threads: int = 0,
    progress: Callable[[Progress], None] | None = None,
    cancel: CancelToken | None = None,
) -> TrainingReport:
    """Train a model on a file of pairs as long as planned and write it to the folder ``out``.

    ``out`` must be new or empty, or with ``resume`` hold a run: then what it did earlier counts,
    and it goes on where it was last saved until the plan is fulfilled.
    ``made_pairs`` are machine-made ones, learned from beside the others until late in the plan.
    ``from_checkpoint`` starts from a model's weights and vocabulary instead of from nothing.
    The model can be loaded by the engines from the first save on, a few minutes into the run.
    ``languages`` (source, target) choose the texts of a TMX and are recorded. ``threads`` 0 is
    torch's own choice.

    Raises InputError (bad pairs), ModelError (bad checkpoint), ExportError (the folder cannot be
    written), TrainingError, and Cancelled after saving where ``cancel`` was set.
    """
    recipe = recipe or Recipe()
    _check_folder(out, resume)
    found = read_pairs(pairs, languages)
    made = read_pairs(made_pairs, languages) if made_pairs is not None else []
    _check_libraries()
    prepare_process()
    if threads:
        import torch

        torch.set_num_threads(threads)
    shape, pieces = _prepare(found, out, recipe, resume, from_checkpoint)
    setup = Setup(
        out=out,
        shape=shape,
        recipe=recipe,
        languages=languages,
        plan=plan,
        resume=resume,
        from_checkpoint=from_checkpoint,
        progress=progress or (lambda _: None),
        cancel=cancel or CancelToken(),
    )
    last, used = run_loop(setup, found, made, pieces)
    return TrainingReport(
        model=out,
        pairs=used,
        left_out=len(found) + len(made) - used,
        steps=last.steps,
        target_pieces=last.target_pieces,
        seconds=last.spent,
        loss=last.loss,
        held_out_loss=last.held_out_loss,
    )


def _check_folder(out: Path, resume: bool) -> None:
    if resume:
        if not has_state(out):
            raise TrainingError("nothing_to_resume", folder=out)
        return
    try:
        if out.is_dir() and any(out.iterdir()):
            raise TrainingError("folder_in_use", folder=out)
        out.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise ExportError("no_permission", file=out) from error
    except OSError as error:
        raise ExportError("failed", file=out, detail=error.strerror or error) from error


def _check_libraries() -> None:
    from importlib.util import find_spec

    for name in ("torch", "safetensors", "sentencepiece"):
        if find_spec(name) is None:
            raise TrainingError("needs_torch", library=name)


def _prepare(
    found: list[Pair], out: Path, recipe: Recipe, resume: bool, from_checkpoint: Path | None
) -> tuple[Shape, Pieces]:
    """Put the vocabulary into the folder, unless it is there, and find the network's shape."""
    if resume:
        pieces = Pieces(out)
        return shape_of_config(read_config(out), pieces, out.name), pieces
    if from_checkpoint is None:
        make_pieces(found, recipe, out)
        pieces = Pieces(out)
        return shape_of_recipe(recipe, pieces), pieces
    config = read_config(from_checkpoint)
    for name in PIECE_FILES:
        shutil.copyfile(from_checkpoint / name, out / name)
    pieces = Pieces(out)
    return shape_of_config(config, pieces, from_checkpoint.name), pieces
