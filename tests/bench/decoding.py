"""Decoding: our pipeline against bare CTranslate2 at its best, and against transformers.

All three decode the same sentences with the bundled model, the same beam and the same bounds,
in one process and in turns; each figure is the best of its turns, so that a burst of other
work on the machine does not fall on one side alone.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.bench.rows import Row
from translation.engines.client import Batch, EngineClient, Event, Failed, Finished
from translation.engines.converted import converted_folder
from translation.engines.marian_ct2 import MarianCt2, usable_cores
from translation.engines.marian_torch import MarianTorch
from translation.engines.models import find
from translation.engines.pipeline import Request, translate
from translation.engines.tokenizer import MarianVocabulary
from translation.model.ports import DecodingOptions
from translation.system import preferences
from translation.system.cancel import CancelToken

SHARED = Path(__file__).resolve().parents[2].parent / "shared/data/parallel/flores-dev.ar-en.tsv"
SAMPLE = Path(__file__).resolve().parents[2] / "resources/samples/sample.ar.txt"
SENTENCES = 400
TRANSFORMERS_SENTENCES = 16
TURNS = 2
OPTIONS = DecodingOptions(beam_size=4, length_penalty=1.0, max_length=128)
BATCH_SIZES = (
    (4, "examples"),
    (8, "examples"),
    (16, "examples"),
    (32, "examples"),
    (64, "examples"),
)
TOKEN_BATCHES = ((1024, "tokens"), (2048, "tokens"))


def run() -> Iterator[Row]:
    """Measure; takes a few minutes."""
    sources = sentences()
    ours, bare, how = against_bare(sources)
    yield Row("pipeline, int8, beam 4", ours, "tokens/s", note=f"{len(sources)} sentences")
    yield Row("bare translate_batch at its best", bare, "tokens/s", note=how)
    yield Row("pipeline over bare", ours / bare, "×", "≥ 0.95", ours / bare >= 0.95)
    fewer = sources[:: max(1, len(sources) // TRANSFORMERS_SENTENCES)]
    quick, slow, how = against_transformers(fewer)
    yield Row("pipeline, fewer sentences", quick, "tokens/s", note=f"{len(fewer)} sentences")
    yield Row("transformers generate, float32", slow, "tokens/s", note=how)
    yield Row("pipeline over transformers", quick / slow, "×", "≥ 8", quick / slow >= 8)
    yield Row("peak memory of the engine process", peak_memory(sources), "MiB")
    cold, warm = first_draft(sources[0])
    yield Row("first draft, cold: start, load, translate", cold, "s", "< 3", cold < 3)
    yield Row("first draft, warm", warm, "s", "< 0.5", warm < 0.5)


def sentences() -> list[str]:
    """Return real sentences: FLORES where it is beside the repository, else the sample's."""
    if SHARED.is_file():
        lines = SHARED.read_text(encoding="utf-8").splitlines()[:SENTENCES]
        texts = [line.split("\t")[0] for line in lines]
    else:
        from translation.segmentation import split

        parts = split(SAMPLE.read_text(encoding="utf-8"), "ar")
        texts = ([part.strip() for part in parts if part.strip()] * SENTENCES)[:SENTENCES]
    vocabulary = MarianVocabulary(find(None))
    longest = find(None).longest_source
    lengths = [len(pieces) for pieces in vocabulary.source_pieces(texts)]
    return [text for text, length in zip(texts, lengths, strict=True) if length <= longest]


def against_bare(sources: list[str]) -> tuple[float, float, str]:
    """Return tokens/s of the pipeline and of translate_batch at its best, and how that is."""
    import ctranslate2

    checkpoint, cache = find(None), preferences.cache_folder()
    vocabulary = MarianVocabulary(checkpoint)
    folder = str(converted_folder(checkpoint, vocabulary, "int8", cache))
    cores = usable_cores()
    shapes = sorted({(1, cores), (cores, 1), (max(1, cores // 2), 2)})
    translators = {
        shape: ctranslate2.Translator(
            folder, compute_type="int8", inter_threads=shape[0], intra_threads=shape[1]
        )
        for shape in shapes
    }
    pieces = vocabulary.source_pieces(sources)
    engine = MarianCt2(checkpoint, cache, cores)
    ours = bare = 0.0
    how = ""
    for _ in range(TURNS):
        ours = max(ours, pipeline_speed(engine, vocabulary, sources))
        for shape, translator in translators.items():
            for size, kind in (*BATCH_SIZES, *TOKEN_BATCHES):
                speed = bare_speed(translator, pieces, size, kind)
                if speed > bare:
                    bare = speed
                    how = f"batches of {size} {kind}, inter {shape[0]}, intra {shape[1]}"
            ours = max(ours, pipeline_speed(engine, vocabulary, sources))
    engine.close()
    return ours, bare, how


def pipeline_speed(engine: Any, vocabulary: MarianVocabulary, sources: list[str]) -> float:
    """Return target tokens a second, from plain texts to drafts with marks."""
    requests = [Request(str(number), text) for number, text in enumerate(sources)]
    start = time.perf_counter()
    results = [r for batch in translate(engine, requests, OPTIONS, CancelToken()) for r in batch]
    took = time.perf_counter() - start
    return sum(map(len, vocabulary.target_pieces([r.text for r in results]))) / took


def bare_speed(translator: Any, pieces: list[list[str]], size: int, kind: str) -> float:
    """Return target tokens a second of translate_batch alone, tokens to tokens."""
    start = time.perf_counter()
    results = translator.translate_batch(
        pieces,
        beam_size=OPTIONS.beam_size,
        length_penalty=OPTIONS.length_penalty,
        max_decoding_length=OPTIONS.max_length,
        max_batch_size=size,
        batch_type=kind,
    )
    took = time.perf_counter() - start
    return sum(len(result.hypotheses[0]) for result in results) / took


def against_transformers(sources: list[str]) -> tuple[float, float, str]:
    """Return tokens/s of the pipeline and of transformers' generate at its best, and how."""
    checkpoint, cache, cores = find(None), preferences.cache_folder(), usable_cores()
    vocabulary = MarianVocabulary(checkpoint)
    quick = MarianCt2(checkpoint, cache, cores)
    ordered = sorted(sources, key=len)
    ours = theirs = 0.0
    how = ""
    for threads in sorted({1, cores}):
        slow = MarianTorch(checkpoint, cache, threads)
        for size in (8, len(ordered)):
            ours = max(ours, pipeline_speed(quick, vocabulary, sources))
            batches = [ordered[at : at + size] for at in range(0, len(ordered), size)]
            start = time.perf_counter()
            rows = [row for batch in batches for row in slow.generate(batch, OPTIONS)]
            speed = sum(map(len, rows)) / (time.perf_counter() - start)
            if speed > theirs:
                theirs, how = speed, f"batches of {size}, {threads} threads"
            ours = max(ours, pipeline_speed(quick, vocabulary, sources))
        slow.close()
    quick.close()
    return ours, theirs, how


def peak_memory(sources: list[str]) -> float:
    """Return the most memory, in MiB, of an engine process that translates the sentences."""
    with closing(Engine()) as engine:
        engine.seconds_to_end(sources)
        status = Path(f"/proc/{engine.client.process_id}/status")
        lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if "VmHWM" in line), 0.0)


COLD = """
import sys, time
start = time.perf_counter()
from contextlib import closing
from tests.bench.decoding import Engine
with closing(Engine()) as engine:
    engine.seconds_to_first(sys.argv[1])
    print(time.perf_counter() - start)
"""


def first_draft(text: str) -> tuple[float, float]:
    """Return seconds to the first draft in a fresh program with an empty cache, and in a warm one.

    Cold is everything: starting the engine process, converting the model, loading it.
    """
    cold = float("inf")
    for _ in range(TURNS):
        with tempfile.TemporaryDirectory() as empty:
            environment = os.environ | {"XDG_CACHE_HOME": empty, "LOCALAPPDATA": empty}
            command = [sys.executable, "-c", COLD, text]
            done = subprocess.run(
                command, env=environment, check=True, capture_output=True, text=True
            )
        cold = min(cold, float(done.stdout))
    with closing(Engine()) as engine:
        engine.seconds_to_end([text])
        warm = min(engine.seconds_to_first(f"{text} {n}") for n in range(TURNS))
    return cold, warm


class Engine:
    """An engine process with the default model, asked one job after the other."""

    def __init__(self) -> None:
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._job = 0
        self.client = EngineClient(self._events.put)
        self.client.start()
        self.client.load()

    def seconds_to_first(self, text: str) -> float:
        """Return the seconds until the draft of one text is told."""
        return self._ask([text], Batch)

    def seconds_to_end(self, texts: list[str]) -> float:
        """Return the seconds until all texts are translated."""
        return self._ask(texts, Finished)

    def close(self) -> None:
        """End the process."""
        self.client.close()

    def _ask(self, texts: list[str], awaited: type[Batch] | type[Finished]) -> float:
        self._job += 1
        requests = [Request(str(number), text) for number, text in enumerate(texts)]
        start = time.perf_counter()
        self.client.translate(self._job, requests, OPTIONS)
        while True:
            event = self._events.get()
            if isinstance(event, Failed):
                raise event.error
            if isinstance(event, awaited) and event.job == self._job:
                return time.perf_counter() - start
