"""Errors as types with facts, notices, and the sentences for both. Everybody may call it."""

from translation.errors.plurals import Counted, listed
from translation.errors.sentences import (
    COMMAND_WORDS,
    SENTENCES,
    fill,
    notice_facts,
    notice_sentence,
    sentence_of,
)
from translation.errors.types import (
    EngineError,
    ExportError,
    InputError,
    ModelError,
    MurajiError,
    ProjectError,
    ScoreError,
    TrainingError,
    TranslationMemoryError,
    UsageError,
)

__all__ = [
    "COMMAND_WORDS",
    "SENTENCES",
    "Counted",
    "EngineError",
    "ExportError",
    "InputError",
    "ModelError",
    "MurajiError",
    "ProjectError",
    "ScoreError",
    "TrainingError",
    "TranslationMemoryError",
    "UsageError",
    "fill",
    "listed",
    "notice_facts",
    "notice_sentence",
    "sentence_of",
]
