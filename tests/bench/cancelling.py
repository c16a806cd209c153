"""Giving a job up with the real engine process: when it is idle, and when the next one answers."""

from __future__ import annotations

import queue
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row
from translation.engines.client import EngineClient
from translation.engines.events import Batch, EngineStateChanged, Event, Failed
from translation.engines.pipeline import Request
from translation.model.ports import DecodingOptions

SAMPLE = Path("resources/samples/sample.ar.txt")
TIMES = 8
PATIENCE = 60


def run() -> Iterator[Row]:
    """Measure several times; the worst counts."""
    lines = [line for line in SAMPLE.read_text(encoding="utf-8").splitlines() if line.strip()]
    events: queue.Queue[Event] = queue.Queue()
    client = EngineClient(events.put)
    client.start()
    client.load()
    _until(events, lambda e: isinstance(e, EngineStateChanged) and e.state == "ready")
    requests = [Request(f"s{n}", lines[n % len(lines)]) for n in range(400)]
    idle, late, following = [], 0, []
    for job in range(1, 2 * TIMES, 2):
        client.translate(job, requests, DecodingOptions())
        _until(events, lambda e, job=job: isinstance(e, Batch) and e.job == job)
        start = time.perf_counter()
        client.cancel(job)
        idle.append(time.perf_counter() - start)
        while not events.empty():  # what was told before the cancel returned is not late
            events.get()
        start = time.perf_counter()
        client.translate(job + 1, requests[:1], DecodingOptions())
        late += _until(events, lambda e, job=job: isinstance(e, Batch) and e.job == job + 1, job)
        following.append(time.perf_counter() - start)
    client.close()
    worst = max(idle)
    note = f"{late} late drafts"
    yield Row(
        "cancelled until idle, worst of 8", worst, "s", "< 0.3", worst < 0.3 and not late, note
    )
    worst = max(following)
    yield Row("next job's first draft after a cancel, worst of 8", worst, "s", "< 1", worst < 1)


def _until(events: queue.Queue[Event], wanted, cancelled: int = 0) -> int:
    """Wait for an event; return how many batches of a cancelled job came before it."""
    late = 0
    while True:
        event = events.get(timeout=PATIENCE)
        assert not isinstance(event, Failed), event
        if wanted(event):
            return late
        late += isinstance(event, Batch) and event.job == cancelled
