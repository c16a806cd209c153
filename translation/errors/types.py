"""Errors as types with facts."""

from __future__ import annotations

from translation.errors.sentences import SENTENCES, fill


class MurajiError(Exception):
    """An expected failure: ``reason`` names its sentence, ``facts`` fill it."""

    family = "error"
    exit_status = 2

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = {name: str(value) for name, value in facts.items()}

    @property
    def code(self) -> str:
        """The key of this error in SENTENCES."""
        return f"{self.family}.{self.reason}"

    def __str__(self) -> str:
        return fill(SENTENCES[self.code], self.facts)


class UsageError(MurajiError):
    """The command or request makes no sense as given."""

    family = "usage"


class InputError(MurajiError):
    """A file cannot be taken in: always with the fact ``file``."""

    family = "input"


class ExportError(MurajiError):
    """A file cannot be written: always with the fact ``file``."""

    family = "export"


class ProjectError(MurajiError):
    """A project file cannot be opened or kept: always with the fact ``file``."""

    family = "project"


class TranslationMemoryError(MurajiError):
    """A translation memory cannot be opened or kept: always with the fact ``file``."""

    family = "memory"


class ModelError(MurajiError):
    """A model folder or checkpoint cannot be used."""

    family = "model"
    exit_status = 3


class EngineError(MurajiError):
    """Translating failed."""

    family = "engine"
    exit_status = 3


class TrainingError(MurajiError):
    """A model cannot be trained, or its training failed."""

    family = "training"
    exit_status = 3


class ScoreError(MurajiError):
    """Scores cannot be computed from what was given."""

    family = "score"
