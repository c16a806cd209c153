"""Loading an engine: the one table of engines, and one function."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.engines.models import find
from translation.errors import UsageError
from translation.system import preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translation.engines.checkpoint import Checkpoint
    from translation.model.ports import Engine

LOADING = "loading"
CONVERTING = "converting"
"""The steps that ``progress`` is told."""


@dataclass(frozen=True, slots=True)
class EngineSpec:
    """One way to run a MarianMT checkpoint."""

    id: str
    name: str
    load: Callable[[Checkpoint, Path, int, Callable[[str], None]], Engine]


def load_engine(
    model: str | None = None,
    engine_id: str = "ct2",
    threads: int = 0,
    progress: Callable[[str], None] = lambda step: None,
) -> Engine:
    """Load a model (a name, a folder, or None for the default) into this process.

    ``threads`` bounds the processor cores used, 0 for all. Raises ModelError, EngineError,
    UsageError(unknown_engine).
    """
    spec = next((spec for spec in ENGINES if spec.id == engine_id), None)
    if spec is None:
        raise UsageError("unknown_engine", engine=engine_id)
    progress(LOADING)
    return spec.load(find(model), preferences.cache_folder(), threads, progress)


def _load_ct2(
    checkpoint: Checkpoint, cache: Path, threads: int, progress: Callable[[str], None]
) -> Engine:
    from translation.engines.marian_ct2 import MarianCt2

    return MarianCt2(checkpoint, cache, threads, before_converting=lambda: progress(CONVERTING))


def _load_torch(
    checkpoint: Checkpoint, cache: Path, threads: int, progress: Callable[[str], None]
) -> Engine:
    from translation.engines.marian_torch import MarianTorch

    return MarianTorch(checkpoint, cache, threads)


ENGINES: tuple[EngineSpec, ...] = (
    EngineSpec("ct2", "CTranslate2", _load_ct2),
    EngineSpec("torch", "Transformers", _load_torch),
)
