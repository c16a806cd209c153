"""The window: start, opening, jumping, scrolling, typing and confirming at 100 000 segments."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.documents import SAMPLE
from tests.bench.rows import Row
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.segment import source_hash
from translation.work.documents import document_from_text
from translation.work.exporting import export

DRAFT = "The mayor said that the new line carries riders from north to south in half an hour"


def run() -> Iterator[Row]:
    """Measure, each size in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        article = place / "article.ar.txt"
        article.write_text(SAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
        starts = [probe(article, place / str(n))["usable"] / 1000 for n in range(4)]
        best = min(starts[1:])  # The first has Python compile the modules.
        yield Row("process start to a usable article", best, "s", "< 1.0", best < 1.0)
        yield from _large(place, 10_000, 0.8)
        yield from _large(place, 100_000, 3.0)


def _large(place: Path, size: int, bar: float) -> Iterator[Row]:
    name = f"{size:,}".replace(",", " ")
    file = project(place, size)
    found = probe(file, place / f"home{size}", "edit")
    took = found["open"] / 1000
    yield Row(f"{name} segments opened and painted", took, "s", f"≤ {bar}", took <= bar)
    if size < 100_000:
        return
    memory = found["memory"]
    yield Row(f"memory with {name} segments open", memory, "MB", "< 400", memory < 400)
    for title, figure, limit in (
        ("jump to any segment", "jump", None),
        ("jump, the worst of 60", "jump worst", None),
        ("scroll frame", "scroll", 33),
        ("scroll frame, the worst of 60", "scroll worst", 33),
        ("keystroke to paint", "key", 16),
        ("keystroke to paint, 99th of 100", "key p99", 16),
        ("confirm and next", "confirm", 50),
        ("confirm and next, the worst of 60", "confirm worst", 50),
        ("keystroke to paint while it checks, spells and searches", "key busy", 16),
        ("the same, 99th of 100", "key busy p99", 16),
        ("the longest frame meanwhile", "busy frozen", 33),
        ("a step of resizing", "resize", 100),
        ("a step of resizing, the worst of 60", "resize worst", 100),
        ("filter by a word, nothing prepared", "filter first", None),
        ("filter by a word", "filter later", 200),
        ("filter by state", "filter state", 200),
        ("find, the first hit", "find first", 50),
        ("find, all hits", "find all", 500),
        ("find, the longest turn of the event loop", "find turn", 33),
        ("find in Arabic, all hits", "find Arabic all", 500),
        ("find by an expression, all hits", "find expression all", None),
        ("keystroke to paint while hits are marked, 99th of 100", "key found p99", 16),
        ("replace 5 000 hits", "replace all", 1000),
        ("all rows reviewed", "state of all", 1000),
        ("all rows reviewed, the longest frame", "state of all frozen", 100),
        ("the same undone", "state of all undone", 1000),
        ("the same undone, the longest frame", "state of all undone frozen", 100),
    ):
        value = found[figure]
        met = None if limit is None else value < limit
        spent = found.get(f"{figure} cpu")
        note = "" if spent is None else f"{spent:.1f} ms of processor time"
        limit_text = "" if limit is None else f"< {limit}"
        yield Row(f"{title} at {name}", value, "ms", limit_text, met, note)
    waits = "a calculation's time over its processor time: how far the machine was another's"
    yield Row(waits, found["machine"], "×")
    yield from _rest(file, name)


def _rest(file: Path, name: str) -> Iterator[Row]:
    """How long the processor is busy after opening, which is mostly the checks."""
    for title, words in (("today's checks", ()), ("ten times the checks", ("ten",))):
        found = probe(file, file.parent / f"rest{len(words)}", "rest", *words)
        note = f"{found['rest cpu']:.1f} s of processor time in all, children too"
        row = f"processor at rest after opening {name}, {title}"
        yield Row(row, found["rest"], "s", "≤ 5", found["rest"] <= 5, note)


def probe(file: Path, home: Path, *more: str) -> dict[str, float]:
    """Run the probe on a file with settings and data of its own."""
    home.mkdir(exist_ok=True)
    folders = {
        f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    environment = {**os.environ, **folders, "MURAJI_SETTINGS": str(home / "settings.json")}
    # As after installing: what Python has compiled is kept, beside the homes.
    environment |= {"PYTHONPYCACHEPREFIX": str(home.parent / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    command = [
        sys.executable,
        "-m",
        "tests.bench.window_probe",
        str(file),
        repr(time.time()),
        *more,
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def project(folder: Path, size: int) -> Path:
    """Write a project of ``size`` segments of many lengths, each with a draft."""
    document = _document(size)
    path = folder / f"{size}.muraji"
    export(document, path)
    return path


def _document(size: int) -> Document:
    line = "وقال رئيس البلدية إن الخط الجديد ينقل الركاب من الشمال إلى الجنوب في نصف ساعة"
    words = line.split()
    texts = [" ".join((words * 3)[: 4 + n * 7 % 33]) + f" {n}." for n in range(size)]
    document = document_from_text("\n".join(texts), "bench.txt").document
    said = DRAFT.split() * 3
    document.drafts.add(
        Draft(n, s.id, source_hash(s.source), " ".join(_said(said, n)), "ct2", "bench")
        for n, s in enumerate(document.segments, start=1)
    )
    return document


def _said(words: list[str], number: int) -> list[str]:
    """Return the words of one draft: every twentieth says so, for finding and replacing."""
    return [*words[: 4 + number * 7 % 40], *(["twentieth"] if number % 20 == 0 else [])]
