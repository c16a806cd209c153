"""Damages a project in every way the list has: ``python -m tests.damage``.

Every sector of 512 bytes zeroed, the file cut at every 480 bytes, and a thousand random bits
flipped, in the first form of the file and in the present one. Prints what became of each kind and
ends with 1 where a readable text was not recovered, or anything changed was called sound. (In the
first form a flipped bit in a text cannot be told from the text: of these it only counts.)
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.damage.trial import Trial, trial
from tests.damage.trying import DOUBTED, READ_ONLY, REFUSED, RIGHT, Tried, tried
from translation.store import schema

FLIPS = 1000
SEED = 20261129
FLIPPED = "flipped bits"


def kinds(held: Trial) -> dict[str, Iterable[tuple[str, bytes]]]:
    """Return every damage by kind, each with the place it is done at."""
    chance = random.Random(SEED)
    bits = [chance.randrange(8 * len(held.data)) for _ in range(FLIPS)]
    return {
        "sectors": ((f"sector {at}", held.without_sector(at)) for at in held.sectors),
        "cut points": ((f"cut at {at}", held.cut(at)) for at in held.cuts),
        FLIPPED: ((f"bit {bit}", held.flipped(bit)) for bit in bits),
    }


HEADINGS = ("right", "doubt", "r-only", "refused", "plain", "found", "sound", "none", "MISSED")
"""Opened as sound, with doubts, read-only, not at all; then of all segments: what plain SQL or the
journal gives, what was recovered or offered, what of it is called sound; projects of which nothing
was recovered; and what must be 0."""


def table_row(name: str, results: list[Tried]) -> str:
    """Return one line of the table."""
    openings = Counter(result.opening for result in results)
    counts = [
        *(openings[kind] for kind in (RIGHT, DOUBTED, READ_ONLY, REFUSED)),
        *(sum(getattr(r, part) for r in results) for part in ("readable", "found", "sound")),
        sum(not result.recovered for result in results),
        sum(bool(result.missed) for result in results),
        sum(bool(result.unsaid or result.wrong) for result in results),
    ]
    return f"{name:24} {len(results):5} " + " ".join(f"{count:7}" for count in counts)


def main() -> int:
    """Try everything, print the table, and tell whether anything went wrong."""
    headings = " ".join(f"{heading:>7}" for heading in (*HEADINGS, "UNSAID"))
    print(f"{'damage':24} {'tried':>5} {headings}")
    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        for version in range(1, schema.current_version() + 1):
            held = trial(version)
            for kind, damages in kinds(held).items():
                results = []
                for where, data in damages:
                    result = tried(held, data, Path(folder))
                    results.append(result)
                    if version >= schema.CHECKSUMS_SINCE or kind != FLIPPED:
                        wrong += [f"version {version}, {where}: {w}" for w in result.complaints]
                    else:
                        wrong += [f"version {version}, {where}: {w}" for w in result.missed]
                print(table_row(f"version {version}, {kind}", results), flush=True)
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
