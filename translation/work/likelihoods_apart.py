"""How likely a model finds translations, asked in a process of its own.

Rows of JSON go down the pipe and come back: native code runs over texts of others there, and may
die without harm to the program. The model is the one that the settings name.
"""

from __future__ import annotations

import json
import os
import queue
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from translation.errors import EngineError, MurajiError
from translation.model.inline import strip_codes
from translation.model.language import primary_subtag
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.ports import CancelToken, Engine

MODULE = "translation.work.likelihoods_apart"
NICENESS = 10
"""How far the process steps back before whatever else wants the processor."""
BATCH = 16
"""Translations asked about at a time."""
LOOK_SECONDS = 0.1
LONGEST_TEXT = 4000
"""Characters beyond which a model is not asked: it was trained on sentences."""


@dataclass(frozen=True, slots=True)
class ToScore:
    """A translation to ask a model about; languages as BCP 47 tags."""

    id: str
    source: str
    target: str
    languages: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Scored:
    """Log-probability per token of a translation; None where the model does not speak so."""

    id: str
    score: float | None


class LikelihoodProcess:
    """The process, from the program's side. To be used in a worker thread, and closed."""

    def __init__(self, model: str, engine: str, module: str = MODULE) -> None:
        self._given: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._told: queue.SimpleQueue[dict[str, object] | None] = queue.SimpleQueue()
        self._process = FedProcess(module, [model, engine], self._pieces(), self._listen)

    def ask(self, rows: Sequence[ToScore], token: CancelToken) -> tuple[str, list[Scored]]:
        """Return the model's name with what it says of translations.

        Raises EngineError where it says nothing, and what ``token`` raises.
        """
        data = [[one.id, one.source, one.target, *one.languages] for one in rows]
        self._given.put(json.dumps(data).encode("ascii") + b"\n")
        while True:
            token.raise_if_cancelled()
            with suppress(queue.Empty):
                told = self._told.get(timeout=LOOK_SECONDS)
                break
        if told is None:
            raise EngineError("died")
        if "error" in told:
            raise EngineError("failed", detail=str(told["error"]))
        scores = told["scores"]
        assert isinstance(scores, list)
        return str(told["model"]), [Scored(id_, score) for id_, score in scores]

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._given.put(None)
        self._process.end()

    def _pieces(self) -> Iterator[bytes]:
        while (piece := self._given.get()) is not None:
            yield piece

    def _listen(self, output: IO[bytes]) -> None:
        with suppress(ValueError):  # it died in the middle of a line
            for line in output:
                self._told.put(json.loads(line))
        self._told.put(None)


def scored(engine: Engine, rows: Sequence[ToScore]) -> list[Scored]:
    """Return what a model says of translations, those of its own languages alone.

    A model of several target languages is not asked: it would have to be told which.
    """
    info = engine.info
    spoken = info.source_language, info.target_language
    fitting = [
        one
        for one in rows
        if not info.target_codes
        and tuple(map(primary_subtag, one.languages)) == spoken
        and 0 < len(one.source) <= LONGEST_TEXT
        and 0 < len(one.target) <= LONGEST_TEXT
    ]
    fitting.sort(key=lambda one: len(one.target))
    found: dict[str, float] = {}
    for start in range(0, len(fitting), BATCH):
        batch = fitting[start : start + BATCH]
        sources = [strip_codes(one.source) for one in batch]
        said = engine.score(sources, [strip_codes(one.target) for one in batch])
        for one, tokens in zip(batch, said, strict=True):
            found[one.id] = sum(tokens) / max(1, len(tokens))
    return [Scored(one.id, found.get(one.id)) for one in rows]


def main() -> None:
    """Ask a model about whatever comes in, until nothing comes any more."""
    from translation.engines.loading import load_engine

    with suppress(AttributeError, OSError):  # Windows has another way, and it is only courtesy
        os.nice(NICENESS)
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    model, engine_id = sys.argv[1:3]
    engine: Engine | None = None
    for line in sys.stdin.buffer:
        said: dict[str, object]
        try:
            engine = engine or load_engine(model or None, engine_id, threads=1)
            rows = [ToScore(row[0], row[1], row[2], (row[3], row[4])) for row in json.loads(line)]
            scores = [[one.id, one.score] for one in scored(engine, rows)]
            said = {"model": engine.info.name, "scores": scores}
        except MurajiError as error:
            said = {"error": str(error)}
        told.write(json.dumps(said).encode("ascii") + b"\n")
        told.flush()


if __name__ == "__main__":
    main()
