"""Requests cut into pieces that fit a model, and put together again as results."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.engines.copying import copied, is_copied
from translation.model.draft import EMPTY, LOOP, MISSING_CODE, SPLIT_SOURCE
from translation.model.inline import missing_codes, strip_codes
from translation.text.clauses import split_clauses
from translation.text.codes import place_codes
from translation.text.loops import find_loop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.model.ports import CancelToken, Engine, Hypothesis


@dataclass(frozen=True, slots=True)
class Request:
    """A text to translate; it may hold inline codes."""

    id: str
    text: str


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


@dataclass(slots=True)
class Task:
    """A request on its way: its source without codes, and what came of each piece so far."""

    request: Request
    plain: str
    hypotheses: list[Hypothesis | None] = field(default_factory=list)

    def result(self) -> Result | None:
        """Return the result once every piece is translated."""
        done = [hypothesis for hypothesis in self.hypotheses if hypothesis is not None]
        if len(done) < len(self.hypotheses):
            return None
        translation = " ".join(hypothesis.text for hypothesis in done if hypothesis.text)
        text = place_codes(self.request.text, translation)
        weights = [len(hypothesis.text) + 1 for hypothesis in done]
        total = sum(h.score * weight for h, weight in zip(done, weights, strict=True))
        marks = self._marks(translation, text)
        return Result(self.request.id, text, total / sum(weights), marks)

    def _marks(self, translation: str, text: str) -> tuple[str, ...]:
        found = {
            LOOP: find_loop(self.plain, translation),
            EMPTY: not translation.strip(),
            SPLIT_SOURCE: len(self.hypotheses) > 1,
            MISSING_CODE: bool(missing_codes(self.request.text, text)),
        }
        return tuple(mark for mark, holds in found.items() if holds)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that fits the model, number ``place`` of its task's."""

    task: Task
    place: int
    text: str
    tokens: int


def copied_result(request: Request, target_language: str) -> Result | None:
    """Return the result of a request that needs no model: blank, figures, codes alone."""
    plain = strip_codes(request.text).strip()
    if not is_copied(plain):
        return None
    return Result(request.id, place_codes(request.text, copied(plain, target_language)))


def cut(engine: Engine, requests: Sequence[Request], cancel: CancelToken) -> list[Piece]:
    """Return the pieces of requests; a source that is too long is split at clauses."""
    tasks = [Task(request, strip_codes(request.text).strip()) for request in requests]
    lengths = engine.count_tokens([task.plain for task in tasks])
    pieces: list[Piece] = []
    for task, length in zip(tasks, lengths, strict=True):
        if length <= engine.info.longest_source:
            pieces.append(Piece(task, 0, task.plain, length))
            task.hypotheses = [None]
        else:
            pieces += _split(engine, task, cancel)
    return pieces


def _split(engine: Engine, task: Task, cancel: CancelToken) -> list[Piece]:
    def fits(text: str) -> bool:
        cancel.raise_if_cancelled()
        return engine.count_tokens([text])[0] <= engine.info.longest_source

    split = split_clauses(task.plain, engine.info.source_language, fits)
    texts = [piece.strip() for piece in split if piece.strip()]
    task.hypotheses = [None] * len(texts)
    lengths = engine.count_tokens(texts)
    return [
        Piece(task, place, text, length)
        for place, (text, length) in enumerate(zip(texts, lengths, strict=True))
    ]
