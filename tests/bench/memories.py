"""A memory of a million units: import, matches beside brute force, words looked up, filling.

The units are real sentences, each once as it is and once with one to three other words. They are
made of material beside the repository; without it there is nothing to measure.
"""

from __future__ import annotations

import lzma
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tests.bench.rows import Row
from translation.memory import Asked, Attached, Memories, MemoryFile
from translation.memory.concordance import Wanted, look_up
from translation.memory.words import for_matching
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.memory_unit import MemoryUnit
from translation.work.documents import document_from_text
from translation.work.pretranslating import matches_for

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
UNITS, QUERIES, FILLED = 1_000_000, 100, 5_000
LOWEST = 70
OMEGAT = Path("/usr/share/omegat/OmegaT.jar")
OMEGAT_QUERIES = 4
WORDS = (
    "العراق", "الأمن", '"مجلس الأمن"', "وزير الخارجية", "من", "في من على", "المستخدم", "كتاب*",
    "security council", '"of the"', "the united nations", "report*", "the", "government", "price",
)  # fmt: skip

Pair = tuple[str, str]


def run() -> Iterator[Row]:
    """Measure."""
    pairs = _pairs()
    if not pairs:
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _measured(Path(folder), pairs)


def _measured(folder: Path, pairs: list[Pair]) -> Iterator[Row]:
    tmx, path = folder / "units.tmx", folder / "units.murajitm"
    units = _units(pairs)
    _write(tmx, units)
    seconds, peak = _imported(tmx, path)
    size = tmx.stat().st_size >> 20
    what = f"TMX of {UNITS:,} units imported ({size} MB)"
    yield Row(what, seconds, "s", "< 60", seconds < 60, f"{peak:.0f} MB of memory at most")
    yield Row("the memory it makes, on the disk", path.stat().st_size / 2**20, "MB")
    before = _resident()
    memory = MemoryFile(path)
    memories = Memories([Attached(memory)])
    yield from _matching(memories, units)
    yield Row("held for that in the process that asks", _resident() - before, "MB")
    yield from _by_omegat(folder, tmx, units)
    yield from _concordance(memories)
    yield from _filling(memories, units)
    unit = MemoryUnit(units[5][0], "confirmed", document="a", segment="s1")
    start = time.perf_counter()
    memory.put([unit])
    yield Row("a confirmed segment put into it", (time.perf_counter() - start) * 1000, "ms")
    memory.close()


def _matching(memories: Memories, units: list[Pair]) -> Iterator[Row]:
    """Ask for the same sentences in turns, of the memory and of all texts one by one."""
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import extractOne

    sources = [for_matching(source, "ar") for source, _ in units]
    ours: list[float] = []
    theirs: list[float] = []
    same = 0
    for query in _changed_ones(units, QUERIES):
        start = time.perf_counter()
        found = memories.matches(Asked(query), LOWEST)
        ours.append((time.perf_counter() - start) * 1000)
        folded = for_matching(query, "ar")
        start = time.perf_counter()
        best = extractOne(
            folded,
            sources,
            scorer=Indel.normalized_similarity,
            processor=None,
            score_cutoff=LOWEST / 100,
        )
        theirs.append((time.perf_counter() - start) * 1000)
        wanted = min(int(100 * best[1] + 1e-9), 99) if best else 0
        same += (found[0].percent if found else 0) >= wanted
    what = f"a segment looked up in {UNITS:,} units"
    yield Row(f"{what}, median of {QUERIES}", _part(ours, 0.5), "ms")
    p95 = _part(ours, 0.95)
    yield Row(f"{what}, 95th of 100", p95, "ms", "< 50", p95 < 50)
    yield Row("the same by brute force (rapidfuzz over all), median", _part(theirs, 0.5), "ms")
    yield Row("the same by brute force, 95th of 100", _part(theirs, 0.95), "ms")
    yield Row(f"the best that brute force finds was found, of {QUERIES}", same, "")


def _by_omegat(folder: Path, tmx: Path, units: list[Pair]) -> Iterator[Row]:
    """Have OmegaT's own matcher look some of the same sentences up, where it is installed."""
    if not (OMEGAT.exists() and shutil.which("java")):
        return
    asked = folder / "asked.txt"
    asked.write_text("\n".join(_changed_ones(units, OMEGAT_QUERIES + 1)) + "\n", "utf-8")
    program = Path(__file__).with_name("OmegatMatches.java")
    options = ["-Djava.awt.headless=true", f"-Duser.home={folder}", "-Xmx8g"]
    command = ["java", *options, "-cp", str(OMEGAT), str(program), str(tmx), str(asked)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    figures = [line.split("\t")[0] for line in told if line[:1].isdigit() and "Info" not in line]
    loading, _first, *others = map(float, figures)
    yield Row("the same TMX loaded by OmegaT 3.6, at each start", loading / 1000, "s")
    what = f"the same looked up by OmegaT's matcher, median of {OMEGAT_QUERIES}"
    yield Row(what, _part(others, 0.5), "ms", note="a first one left out")


def _concordance(memories: Memories) -> Iterator[Row]:
    times = []
    for words in WORDS:
        start = time.perf_counter()
        look_up(memories, Wanted(words))
        times.append((time.perf_counter() - start) * 1000)
    yield Row(f"words looked up, median of {len(WORDS)}", _part(times, 0.5), "ms")
    yield Row("words looked up, the longest", max(times), "ms", "< 100", max(times) < 100)


def _filling(memories: Memories, units: list[Pair]) -> Iterator[Row]:
    text = "\n\n".join(_changed_ones(units, FILLED))
    document = document_from_text(text, "a.txt", ARABIC_TO_ENGLISH).document
    start = time.perf_counter()
    found = matches_for(document, memories)
    seconds = time.perf_counter() - start
    note = f"{len(found)} of {len(document)} filled"
    yield Row(f"{FILLED} paragraphs pretranslated", seconds, "s", "< 15", seconds < 15, note)


def _imported(tmx: Path, path: Path) -> tuple[float, float]:
    """Return seconds and MB of a process of its own."""
    command = [sys.executable, "main.py", "memory", "import", str(tmx), "--memory", str(path)]
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _pairs() -> list[Pair]:
    """Return the real sentences there are, with their translations."""
    found: list[Pair] = []
    for path in sorted((SHARED / "data/parallel").glob("*.tsv")):
        rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
        found += [(row[0], row[1]) for row in rows if len(row) > 1 and row[0] and row[1]]
    more = SHARED / "training/pairs.tsv.xz"
    if found and more.exists():
        with lzma.open(more, "rt", encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines)
            found += [(row[2], row[3]) for row in rows if len(row) > 3 and row[2] and row[3]]
    return found


def _units(pairs: list[Pair]) -> list[Pair]:
    chance = random.Random(5)
    vocabulary = [word for source, _ in pairs[:30_000] for word in source.split()]
    units = pairs[:UNITS]
    while len(units) < UNITS:
        source, target = pairs[len(units) % len(pairs)]
        units.append((_with_others(source, chance.randint(1, 3), vocabulary, chance), target))
    return units


def _changed_ones(units: list[Pair], count: int) -> list[str]:
    """Return sentences that are like a unit but for one to five words."""
    chance = random.Random(9)
    vocabulary = [word for source, _ in units[:5_000] for word in source.split()]
    long = (source for source, _ in iter(lambda: chance.choice(units), None))
    wanted = (source for source in long if 6 <= len(source.split()) <= 30)
    return [
        _with_others(next(wanted), chance.randint(1, 5), vocabulary, chance) for _ in range(count)
    ]


def _with_others(source: str, count: int, vocabulary: list[str], chance: random.Random) -> str:
    words = source.split()
    for _ in range(count):
        words[chance.randrange(len(words))] = chance.choice(vocabulary)
    return " ".join(words)


def _write(path: Path, units: list[Pair]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">')
        file.write(
            '<header creationtool="b" creationtoolversion="1" segtype="sentence" o-tmf="b"'
            ' adminlang="en" srclang="ar" datatype="plaintext"/><body>\n'
        )
        for source, target in units:
            file.write(
                f'<tu><tuv xml:lang="ar"><seg>{escape(source)}</seg></tuv>'
                f'<tuv xml:lang="en"><seg>{escape(target)}</seg></tuv></tu>\n'
            )
        file.write("</body></tmx>\n")


def _part(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def _resident() -> float:
    """Return the MB of this process that lie in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20
