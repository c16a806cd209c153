"""From the texts of segments to drafts: in small batches of like length, first ones first."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from translation.engines.pace import Pace
from translation.engines.pieces import Piece, Request, Result, cut
from translation.engines.tasks import Asked, Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.model.ports import CancelToken, DecodingOptions, Engine, Hypothesis

__all__ = ["Request", "Result", "translate"]

FIRST_WINDOW = 16
WINDOW = 64
"""Requests sorted by length together: few at first, so that what is in view comes soon."""

CANCEL_CHECK_SECONDS = 0.05


def translate(
    engine: Engine,
    requests: Sequence[Request],
    options: DecodingOptions,
    cancel: CancelToken,
    watch: Callable[[float], None] = lambda seconds: None,
    wait_turn: Callable[[], object] = lambda: None,
) -> Iterator[list[Result]]:
    """Translate requests, the first ones first, and yield results as batches finish.

    Within a window of requests batches are sorted by length, so that little time goes into
    padding; each is small enough to take about a quarter of a second. ``watch`` is told time and
    again for how many seconds the engine has finished none; ``wait_turn`` returns once a batch
    may begin. Raises EngineError; and Cancelled
    after a cancel, as soon as the batches at hand have ended and the engine is idle.
    """
    pace = Pace(engine.batch_sentences)
    waiting = _Waiting(engine, requests, cancel)
    running: dict[Future[tuple[list[Hypothesis], float]], list[Piece]] = {}
    # One thread more than lanes: a batch always stands ready inside the engine, which then need
    # not wait for this interpreter between two of them. A batch's time counts its standing.
    lanes = ThreadPoolExecutor(engine.lanes + 1, thread_name_prefix="translate")
    since = perf_counter()
    try:
        while True:
            cancel.raise_if_cancelled()
            while len(running) <= engine.lanes and (batch := waiting.next_batch(pace)):
                running[lanes.submit(_decode, engine, batch, options, wait_turn)] = batch
            if copies := waiting.take_copies():
                yield copies
            if not running:
                return
            finished, _ = wait(running, CANCEL_CHECK_SECONDS, FIRST_COMPLETED)
            since = perf_counter() if finished else since
            watch(perf_counter() - since)
            for future in finished:
                pieces = running.pop(future)
                hypotheses, seconds = future.result()
                pace.note(_padded(pieces), seconds)
                results, unsettled = _collect(pieces, hypotheses)
                waiting.again(unsettled)
                if results:
                    yield results
    finally:
        lanes.shutdown(wait=True, cancel_futures=True)


class _Waiting:
    """The requests not begun, window by window; the window at hand as pieces by length."""

    def __init__(self, engine: Engine, requests: Sequence[Request], cancel: CancelToken) -> None:
        self._engine = engine
        self._requests = requests
        self._cancel = cancel
        self._begun = 0
        self._pieces: list[Piece] = []
        self._copies: list[Result] = []

    def next_batch(self, pace: Pace) -> list[Piece]:
        """Return the pieces to translate next, none at the end."""
        while not self._pieces and self._begun < len(self._requests):
            self._next_window()
        batch: list[Piece] = []
        while self._pieces:
            longest = max(self._pieces[-1].tokens, batch[0].tokens if batch else 0)
            other = batch and self._pieces[-1].task.request.target != batch[0].task.request.target
            if other or not pace.allows(len(batch) + 1, longest):
                break
            batch.append(self._pieces.pop())
        return batch

    def take_copies(self) -> list[Result]:
        """Return the results that needed no model, once each."""
        copies, self._copies = self._copies, []
        return copies

    def again(self, tasks: Sequence[Task]) -> None:
        """Take up another way for tasks; their pieces are next."""
        self._pieces += self._begun_pieces(tasks)

    def _begun_pieces(self, tasks: Sequence[Task]) -> list[Piece]:
        parts: list[tuple[Task, Asked]] = []
        for task in tasks:
            result: Result | None = None
            while result is None and not (asked := task.begin()):
                result = task.settle()
            if result is None:
                parts += [(task, one) for one in asked]
            else:
                self._copies.append(result)
        return cut(self._engine, parts, self._cancel) if parts else []

    def _next_window(self) -> None:
        """Turn the next requests into pieces, those to be taken first last."""
        size = WINDOW if self._begun else FIRST_WINDOW
        window = self._requests[self._begun : self._begun + size]
        first = not self._begun
        self._begun += len(window)
        tasks = []
        for request in window:
            task = Task(request, self._engine.info)
            copy = task.copied()
            if copy is None:
                tasks.append(task)
            else:
                self._copies.append(copy)
        pieces = self._begun_pieces(tasks)
        # The first window starts with its short ones, for a draft at once; later ones end
        # with them, so that no lane is left alone with a long batch at the end.
        self._pieces = sorted(pieces, key=lambda piece: piece.tokens, reverse=first)
        self._pieces.sort(key=lambda piece: piece.task.request.target)


def _decode(
    engine: Engine,
    batch: Sequence[Piece],
    options: DecodingOptions,
    wait_turn: Callable[[], object],
) -> tuple[list[Hypothesis], float]:
    wait_turn()
    started = perf_counter()
    target = batch[0].task.request.target
    options = replace(options, target_language=target) if target else options
    hypotheses = engine.translate([piece.text for piece in batch], options)
    return hypotheses, perf_counter() - started


def _padded(pieces: Sequence[Piece]) -> int:
    return len(pieces) * max(piece.tokens for piece in pieces)


def _collect(
    pieces: Sequence[Piece], hypotheses: Sequence[Hypothesis]
) -> tuple[list[Result], list[Task]]:
    """Note what came of pieces; return the results complete with them, and what is to go on."""
    results, unsettled = [], []
    for piece, hypothesis in zip(pieces, hypotheses, strict=True):
        piece.asked.hypotheses[piece.place] = hypothesis
        if piece.task.is_answered:
            result = piece.task.settle()
            if result is None:
                unsettled.append(piece.task)
            else:
                results.append(result)
    return results, unsettled
