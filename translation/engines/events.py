"""What the engine client tells the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from translation.engines.protocol import Continued, Judged
from translation.errors import EngineError, MurajiError

if TYPE_CHECKING:
    from translation.engines.pieces import Result
    from translation.model.ports import ModelInfo


@dataclass(frozen=True, slots=True)
class EngineStateChanged:
    """The model: ``state`` is loading, converting, ready, not_installed or failed.

    ``info`` comes with ready, ``error`` with not_installed and failed.
    """

    state: str
    info: ModelInfo | None = None
    error: MurajiError | None = None

    @property
    def detail(self) -> str:
        """Why it failed, as a sentence; else empty."""
        return str(self.error) if self.error is not None else ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Some results of a job; no request is ever answered twice."""

    job: int
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """Every request of the job has been answered."""

    job: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended early; what was answered stays."""

    job: int
    error: MurajiError


@dataclass(frozen=True, slots=True)
class Restarted:
    """The process ended or hung, for the so-manyth time, and another one was started."""

    times: int
    hung: bool = False

    @property
    def error(self) -> EngineError:
        """The sentence for it."""
        return EngineError("hung" if self.hung else "died")


Event: TypeAlias = EngineStateChanged | Batch | Continued | Judged | Finished | Failed | Restarted
