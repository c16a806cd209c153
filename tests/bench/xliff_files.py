"""XLIFF at the sizes the program promises: opening, memory, and exporting into the original.

Each measurement is a process of its own, so that the peak is of that file alone; the bare parse
of the same file beside it tells what the machine was worth at that moment.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row

_ARABIC = "وقال رئيس البلدية إن الخط الجديد ينقل الركاب من الشمال إلى الجنوب في نصف ساعة واحدة."
_ENGLISH = "The mayor said that the new line carries riders from north to south in half an hour"

_HEAD_1 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" '
    'xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext" '
    'source-language="ar" target-language="en"><header/><body>\n'
)
_UNIT_1 = (
    '<trans-unit id="n{n}"><source>{ar} {n}</source><target state="translated">{en}, {n}.</target>'
    '<note from="desk">mind the name in {n}</note><alt-trans origin="NMT" match-quality="75">'
    "<source>{ar}</source><target>{en} {n}.</target></alt-trans></trans-unit>\n"
)
_HEAD_2 = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" '
    'xmlns:m="urn:oasis:names:tc:xliff:matches:2.0" version="2.0" srcLang="ar" trgLang="en">'
    '<file id="f">\n'
)
_UNIT_2 = (
    '<unit id="n{n}"><m:matches><m:match ref="#s" origin="NMT" type="mt"><source>{ar}</source>'
    "<target>{en} {n}.</target></m:match></m:matches><notes><note>mind the name in {n}</note>"
    '</notes><segment id="s" state="translated"><source>{ar} {n}</source>'
    "<target>{en}, {n}.</target></segment></unit>\n"
)

_MEASURE = """
import json, sys, time
from dataclasses import replace
from pathlib import Path
from lxml import etree
from translation.work.documents import open_document
from translation.work.exporting import export
from translation.model.edits import Put

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

def took(work):
    start = time.process_time()
    work()
    return time.process_time() - start

path, out, found = Path(sys.argv[1]), Path(sys.argv[2]), {}
idle, opened = peak(), []
found["open"] = took(lambda: opened.append(open_document(path).document))
found["peak"] = (peak() - idle) / path.stat().st_size
document = opened[0]
found["untouched"] = took(lambda: export(document, out, sys.argv[3]))
for row in range(0, len(document), len(document) // 1000):
    segment = document.segments[row]
    document.apply(Put(segment, replace(segment, target=f"Edited {row}.")))
found["edited"] = took(lambda: export(document, out, sys.argv[3]))
file = document.files[0]
document.apply(Put(file, replace(file, format="txt")))
found["own"] = took(lambda: export(document, out, sys.argv[3]))
found["bare"] = took(lambda: etree.parse(str(path)))
print(json.dumps(found))
"""


def run() -> Iterator[Row]:
    """Measure both versions at 10 000 units, and XLIFF 1.2 at 100 000."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.xlf"
        for name, kind, size in (
            ("XLIFF 1.2", "xliff", 10_000),
            ("XLIFF 1.2", "xliff", 100_000),
            ("XLIFF 2.0", "xliff2", 10_000),
        ):
            path.write_text(made(kind, size), encoding="utf-8")
            yield from _rows(name, kind, size, _measured(path, kind))


def made(kind: str, size: int) -> str:
    """Return a file of ``size`` units with targets, notes and machine translations."""
    head, unit, tail = (
        (_HEAD_1, _UNIT_1, "</body></file></xliff>\n")
        if kind == "xliff"
        else (_HEAD_2, _UNIT_2, "</file></xliff>\n")
    )
    units = (unit.format(n=n, ar=_ARABIC, en=_ENGLISH) for n in range(size))
    return head + "".join(units) + tail


def _measured(path: Path, kind: str) -> dict[str, float]:
    command = [sys.executable, "-c", _MEASURE, str(path), str(path.with_suffix(".out")), kind]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _rows(name: str, kind: str, size: int, found: dict[str, float]) -> Iterator[Row]:
    what, bars = f"{name}, {size:_} units".replace("_", " "), kind == "xliff"
    most = 0.3 if size == 10_000 else 3.0
    note = f"{found['open'] / found['bare']:.1f} bare parses"
    opened = found["open"]
    if bars:
        yield Row(f"{what}: opened", opened, "s", f"< {most}", opened < most, note)
        peak = found["peak"]
        yield Row(f"{what}: peak memory", peak, "× the file", "< 3", peak < 3)
    else:
        yield Row(f"{what}: opened", opened, "s", note=note)
        yield Row(f"{what}: peak memory", found["peak"], "× the file")
    for key, label in (
        ("untouched", "exported untouched"),
        ("edited", "exported with 1 000 edits"),
        ("own", "exported as a new file"),
    ):
        bar = "< 2" if bars and size == 100_000 else ""
        yield Row(f"{what}: {label}", found[key], "s", bar, found[key] < 2 if bar else None)
