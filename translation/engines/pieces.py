"""What is asked and answered, and how it is cut into pieces that fit a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.text.clauses import split_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.engines.tasks import Asked, Task
    from translation.model.ports import CancelToken, Engine


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate; it may hold inline codes.

    ``target`` is the language to ask for (a BCP 47 tag) of a model that writes several.
    """

    id: str
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The draft of one request, with the codes of its source placed.

    ``score`` is the log-probability per target token (of a split source: the mean, pieces
    weighted by the length of their translations), None where no model was asked.
    """

    id: str
    text: str
    score: float | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that fits the model, number ``place`` of those of a part that is asked for."""

    task: Task
    asked: Asked
    place: int
    text: str
    tokens: int


def cut(engine: Engine, parts: Sequence[tuple[Task, Asked]], cancel: CancelToken) -> list[Piece]:
    """Return the pieces of tasks' parts; one that is too long is split at clauses."""
    lengths = engine.count_tokens([asked.part.text for _, asked in parts])
    pieces: list[Piece] = []
    for (task, asked), length in zip(parts, lengths, strict=True):
        if length <= engine.info.longest_source:
            pieces.append(Piece(task, asked, 0, asked.part.text, length))
            asked.hypotheses = [None]
        else:
            pieces += _split(engine, task, asked, cancel)
    return pieces


def _split(engine: Engine, task: Task, asked: Asked, cancel: CancelToken) -> list[Piece]:
    def fits(text: str) -> bool:
        cancel.raise_if_cancelled()
        return engine.count_tokens([text])[0] <= engine.info.longest_source

    split = split_clauses(asked.part.text, engine.info.source_language, fits)
    texts = [piece.strip() for piece in split if piece.strip()]
    asked.hypotheses = [None] * len(texts)
    lengths = engine.count_tokens(texts)
    return [
        Piece(task, asked, place, text, length)
        for place, (text, length) in enumerate(zip(texts, lengths, strict=True))
    ]
