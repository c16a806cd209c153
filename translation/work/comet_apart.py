"""COMET, where a person has installed it and has a checkpoint: judged in a process of its own.

Nothing is ever fetched: the checkpoint is a folder of this machine, and what COMET loads beside
it is looked for in Hugging Face's cache alone.
"""

from __future__ import annotations

import json
import math
import queue
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from translation.errors import ScoreError
from translation.model.ports import no_report
from translation.scoring.learned import Judged, LearnedMetric
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from translation.model.ports import Report

MODULE = "translation.work.comet_worker"
AT_A_TIME = 64
"""Translations judged between two looks at whether the work is still wanted."""
LOOK_SECONDS = 0.2
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_DATASETS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}
"""What keeps Hugging Face's libraries from asking the network."""


@dataclass(frozen=True, slots=True)
class Comet:
    """A checkpoint of COMET, and the Python that has COMET ("": the program's own).

    Called with what is to be judged it gives the metric that knows of it: a Learn.
    """

    checkpoint: Path
    python: str = ""
    report: Report = no_report

    def __call__(self, wanted: Iterable[Judged]) -> LearnedMetric:
        """Have these judged, each once.

        Raises ScoreError comet_checkpoint, comet_missing, comet_python, comet_failed or
        no_source, and what ``report`` raises, which is told how many are done.
        """
        file = checkpoint_file(self.checkpoint)
        rows = list(dict.fromkeys(wanted))
        if not all(one.source for one in rows):
            raise ScoreError("no_source")
        if not rows:
            return LearnedMetric({}, "", "")
        judging = _Judging(file, self.python)
        try:
            version = judging.begin(partial(self.report, 0, len(rows)))
            known: dict[Judged, float] = {}
            for first in range(0, len(rows), AT_A_TIME):
                some = rows[first : first + AT_A_TIME]
                scores = judging.judge(some, partial(self.report, first, len(rows)))
                known.update(zip(some, scores, strict=True))
        finally:
            judging.end()
        return LearnedMetric(known, model_name(file), version)


def checkpoint_file(path: Path) -> Path:
    """Return the checkpoint that a path means: a file, or that of a folder. Raises ScoreError."""
    places = [path, path / "checkpoints" / "model.ckpt"]
    with suppress(OSError):
        places += sorted((path / "checkpoints").glob("*.ckpt"))
    for place in places:
        if place.is_file() and (place.parent.parent / "hparams.yaml").is_file():
            return place.absolute()
    raise ScoreError("comet_checkpoint", file=path)


def model_name(file: Path) -> str:
    """Return what the model of a checkpoint is called: its folder, or its name in a cache."""
    for folder in file.parents:
        if folder.name.startswith("models--"):
            return folder.name.removeprefix("models--").replace("--", "/")
    return file.parent.parent.name


class _Judging:
    """The process, from the program's side."""

    def __init__(self, checkpoint: Path, python: str) -> None:
        self._given: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._told: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._python = python
        try:
            self._process = FedProcess(
                *(MODULE, [str(checkpoint)], self._pieces(), self._listen),
                python=python,
                environment=OFFLINE,
            )
        except OSError as error:
            reason = error.strerror or str(error)
            raise ScoreError("comet_python", file=python, detail=reason) from error

    def begin(self, waiting: Callable[[], None]) -> str:
        """Wait until the model is there; return COMET's version."""
        return str(self._answer(waiting)["version"])

    def judge(self, rows: Sequence[Judged], waiting: Callable[[], None]) -> list[float]:
        """Return the scores of some translations."""
        self._given.put(json.dumps(rows).encode("ascii") + b"\n")
        scores = self._answer(waiting)["scores"]
        if len(scores) != len(rows) or not all(map(math.isfinite, scores)):
            raise ScoreError("comet_failed", detail="it gave no score for each translation")
        return [float(score) for score in scores]

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._given.put(None)
        self._process.end()

    def _answer(self, waiting: Callable[[], None]) -> dict[str, Any]:
        while True:
            waiting()
            with suppress(queue.Empty):
                told = self._told.get(timeout=LOOK_SECONDS)
                break
        if told is None:
            raise ScoreError("comet_failed", detail="it ended without a word")
        if "missing" in told:
            raise ScoreError("comet_missing", python=self._python, detail=told["missing"])
        if "failed" in told:
            raise ScoreError("comet_failed", detail=str(told["failed"]))
        return told

    def _pieces(self) -> Iterator[bytes]:
        while (piece := self._given.get()) is not None:
            yield piece

    def _listen(self, output: IO[bytes]) -> None:
        with suppress(ValueError):  # it died in the middle of a line
            for line in output:
                self._told.put(json.loads(line))
        self._told.put(None)
