"""The training loop: batches in, steps, saves, a model out."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translation.errors import TrainingError
from translation.training.held_out import mean_loss
from translation.training.lessons import Lessons
from translation.training.model_folder import BIAS, read_weights, write_model
from translation.training.network import EMBEDDING, Network
from translation.training.optimiser import step
from translation.training.output_loss import output_loss
from translation.training.pace import Pace, Plan
from translation.training.precision import device_and_precision
from translation.training.state import Come, load_state, save_state
from translation.training.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from translation.system.cancel import CancelToken
    from translation.training.examples import Batch
    from translation.training.pairs import Pair
    from translation.training.pieces import Pieces
    from translation.training.recipe import Recipe
    from translation.training.shape import Shape

_SAVE_EVERY, _TELL_EVERY = 180.0, 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands: ``share`` of its plan, 0 to 1; seconds spent; losses in nats a target
    piece."""

    steps: int
    target_pieces: int
    loss: float
    held_out_loss: float | None
    spent: float
    share: float


@dataclass(frozen=True, slots=True)
class Setup:
    """What a run was asked to do."""

    out: Path
    shape: Shape
    recipe: Recipe
    languages: tuple[str, str]
    plan: Plan
    resume: bool
    from_checkpoint: Path | None
    progress: Callable[[Progress], None]
    cancel: CancelToken


def run_loop(
    setup: Setup, pairs: list[Pair], made: list[Pair], pieces: Pieces
) -> tuple[Progress, int]:
    """Train until the plan is fulfilled; return the last progress and how many pairs fit.

    ``made`` are machine-made pairs.

    Raises TrainingError, ExportError, ModelError, and Cancelled after saving.
    """
    lessons = Lessons(pairs, made, pieces, setup.recipe.longest)
    if not len(lessons.training):
        raise TrainingError("too_long", limit=setup.recipe.longest)
    loop = _Loop(setup, lessons)
    saved = told = time.monotonic()
    for batch in loop.batches():
        loop.learn(batch)
        now = time.monotonic()
        if now - saved > _SAVE_EVERY:
            loop.save()
            saved = time.monotonic()
        if now - told > _TELL_EVERY:
            setup.progress(loop.progress)
            told = now
    loop.save()
    setup.progress(loop.progress)
    setup.cancel.raise_if_cancelled()
    return loop.progress, len(lessons.examples.usable)


class _Loop:
    def __init__(self, setup: Setup, lessons: Lessons) -> None:
        self._setup, self._lessons = setup, lessons
        self._device, self._precision = device_and_precision()
        self._weights = Weights(setup.shape, self._device)
        self._average = self._weights.views("average")
        self._bias, come = self._start()
        outputs = self._bias[: setup.shape.outputs]
        self._output_bias = outputs if outputs.any() else None
        self._steps = come.steps
        dropout = setup.recipe.dropout
        self._network = Network(self._weights.by_name, setup.shape, self._precision, dropout)
        self._averaged_network = Network(self._average, setup.shape, self._precision)
        self._gathered, self._enough, self._loss = 0, setup.recipe.batch, math.nan
        self._held_out_loss: float | None = None
        self._pace = Pace(setup.plan, come.spent, come.seen)
        if self._pace.is_over:
            minutes = round(come.spent / 60, 1)
            raise TrainingError(
                "already_done", folder=setup.out, minutes=minutes, pieces=f"{come.seen:,}"
            )

    @property
    def progress(self) -> Progress:
        return Progress(
            steps=self._steps,
            target_pieces=self._pace.seen,
            loss=self._loss,
            held_out_loss=self._held_out_loss,
            spent=self._pace.spent,
            share=self._pace.share,
        )

    def batches(self) -> Iterator[Batch]:
        """Yield micro-batches until the plan is done or the run cancelled; short pairs first."""
        recipe = self._setup.recipe
        if self._setup.from_checkpoint is None and self._pace.share < recipe.short_share:
            yield from self._drawn(recipe.short_pieces, until=recipe.short_share)
        yield from self._drawn(recipe.longest, until=1.0)

    def _drawn(self, longest: int, until: float) -> Iterator[Batch]:
        recipe, seed = self._setup.recipe, self._steps + longest
        self._enough = min(recipe.batch, self._target_pieces(longest))
        for batch in self._lessons.batches(recipe, longest, seed, lambda: self._pace.share):
            self._pace.tick()
            if self._pace.share >= until or self._setup.cancel.is_cancelled:
                return
            yield batch

    def learn(self, batch: Batch) -> None:
        """Add the gradients of a micro-batch, and step once enough are gathered."""
        total, count = self._add_gradients(batch)
        if not math.isfinite(total):
            raise TrainingError("diverged", steps=self._steps)
        share = 1.0 if math.isnan(self._loss) else 0.02
        before = 0.0 if math.isnan(self._loss) else self._loss
        self._loss = (1 - share) * before + share * total / count
        self._gathered += count
        self._pace.seen += count
        if self._gathered >= self._enough:
            self._step()

    def _target_pieces(self, longest: int) -> int:
        """Return the target pieces of all pairs up to a length: a step needs no more."""
        lengths = self._lessons.examples.lengths[self._lessons.training]
        return int(lengths[lengths.max(axis=1) <= longest, 1].sum())

    def _add_gradients(self, batch: Batch) -> tuple[float, int]:
        import torch

        recipe, shape = self._setup.recipe, self._setup.shape
        source, prefix, target = (
            torch.from_numpy(array).to(self._device)
            for array in (batch.source, batch.prefix, batch.target)
        )
        hidden = self._network.hidden(source, prefix)
        shown = (target >= 0).flatten().nonzero().squeeze(1)
        states = hidden.flatten(0, 1).index_select(0, shown)
        embedding = self._weights.by_name[EMBEDDING]
        result = output_loss(
            states.detach(),
            embedding.detach()[: shape.outputs],
            target.flatten()[shown],
            self._output_bias,
            recipe.smoothing,
        )
        states.backward(result.states_gradient)
        embedding.grad[: shape.outputs] += result.embedding_gradient
        return result.total, len(shown)

    def _step(self) -> None:
        recipe = self._setup.recipe
        self._weights.rows["gradient"].div_(self._gathered)
        rate = self._pace.rate(self._steps, recipe)
        step(self._weights, recipe, rate, self._steps, self._precision)
        self._gathered = 0
        self._steps += 1
        if self._steps % recipe.average_every == 0:
            self._move_average(recipe.average_share)

    def _move_average(self, share: float) -> None:
        # A young average moves faster, so that it is not still the start when a run is short.
        moves = self._steps // self._setup.recipe.average_every
        share = max(share, min(0.5, 5 / (moves + 5)))
        weights = self._weights.rows["weights"]
        self._weights.rows["average"].lerp_(weights.detach(), share)

    def _start(self) -> tuple[Any, Come]:
        """Fill the weights: as saved, from a checkpoint, or drawn. Return the output bias too."""
        import torch

        setup = self._setup
        bias = torch.zeros(setup.shape.vocabulary, device=self._device)
        come = Come()
        folder = setup.out if setup.resume else setup.from_checkpoint
        if folder is None:
            torch.manual_seed(3)
            self._weights.initialise()
            return bias, come
        tensors = read_weights(folder)
        if setup.resume:
            come = load_state(setup.out, self._weights)
        else:
            self._weights.load_checkpoint(tensors, folder.name)
        if BIAS in tensors:
            bias.copy_(tensors[BIAS].flatten())
        return bias, come

    def save(self) -> None:
        """Measure on the held-out pairs, write the state and the model."""
        setup = self._setup
        self._held_out_loss = mean_loss(
            self._averaged_network,
            self._lessons.examples,
            self._lessons.held_out,
            self._output_bias,
            self._device,
        )
        write_model(
            setup.out,
            setup.shape,
            self._average,
            self._bias,
            setup.recipe.longest,
            setup.languages,
        )
        self._pace.tick()
        save_state(setup.out, self._weights, Come(self._steps, self._pace.seen, self._pace.spent))
