"""What the session shows of itself: saving, background work, the engine and the scores."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from translation.errors import MurajiError
    from translation.model.ports import ModelInfo
    from translation.scoring.tally import Scores


class SaveKind(StrEnum):
    """How the work stands on disk."""

    NOTHING = "nothing"
    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether everything done is on disk.

    ``time`` is when it last was (seconds since 1970) or None; ``detail`` says why saving
    failed, or who else has the project; ``error`` is the same with its sentence and facts.
    Everything not saved is kept and tried again.
    """

    kind: SaveKind = SaveKind.NOTHING
    time: float | None = None
    detail: str = ""
    error: MurajiError | None = None


@dataclass(frozen=True, slots=True)
class JobKind:
    """A kind of background work, declared beside the work itself.

    ``words`` and ``counted`` are what is shown of it without and with known length, marked for
    translation in the context "jobs"; ``counted`` may name {done} and {total}. One of a kind is
    under way at a time. ``ends_with_document``: it is given up when the document is closed.
    """

    id: str
    words: str
    counted: str
    ends_with_document: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """Background work: ``done`` of ``total`` steps; a total of 0 is not known.

    ``cancellable``: whether a person, or another of its kind, can have it given up.
    """

    kind: JobKind
    done: int = 0
    total: int = 0
    cancellable: bool = True


class EngineState(StrEnum):
    """How the translation engine stands."""

    OFF = "off"
    NOT_INSTALLED = "not_installed"
    LOADING = "loading"
    CONVERTING = "converting"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """Which model speaks, or why none does. ``info`` is known once a model was loaded."""

    state: EngineState = EngineState.OFF
    info: ModelInfo | None = None
    error: MurajiError | None = None


@dataclass(frozen=True, slots=True)
class SessionScores:
    """The scores as last computed. Counts are segments, furniture left out.

    ``document`` compares the drafts of ``covered`` of ``total`` segments with their confirmed
    text, ``segment`` the draft of the active segment with what stands there now; None while
    there is nothing to compare. ``untouched`` is the part (0 to 1) of the covered segments
    left exactly as drafted. The reference scores compare with an independent translation.
    """

    document: Scores | None = None
    segment: Scores | None = None
    segment_id: str = ""
    covered: int = 0
    total: int = 0
    untouched: float | None = None
    with_reference: int = 0
    drafts_compared: int = 0
    targets_compared: int = 0
    draft_vs_reference: Scores | None = None
    target_vs_reference: Scores | None = None
    reference_name: str = ""

    @property
    def has_edits(self) -> bool:
        """Whether ``document`` says anything: not where all stands as drafted, a bare 100."""
        return self.document is not None and self.untouched != 1.0
