"""Damages a project in every way the list has: ``python -m tests.damage``.

Every sector of 512 bytes zeroed, the file cut at every 480 bytes, and a thousand random bits
flipped, in the first form of the file and in the present one. Prints what became of each kind and
ends with 1 where anything wrong was called right, or a readable text was not recovered.
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


def kinds(held: Trial) -> dict[str, Iterable[tuple[str, bytes]]]:
    """Return every damage by kind, each with the place it is done at."""
    chance = random.Random(SEED)
    bits = [chance.randrange(8 * len(held.data)) for _ in range(FLIPS)]
    return {
        "sectors": ((f"sector {at}", held.without_sector(at)) for at in held.sectors),
        "cut points": ((f"cut at {at}", held.cut(at)) for at in held.cuts),
        "flipped bits": ((f"bit {bit}", held.flipped(bit)) for bit in bits),
    }


def table_row(name: str, results: list[Tried]) -> str:
    """Return one line of the table."""
    openings = Counter(result.opening for result in results)
    counts = "  ".join(f"{openings[kind]:4}" for kind in (RIGHT, DOUBTED, READ_ONLY, REFUSED))
    readable, found = sum(r.readable for r in results), sum(r.found for r in results)
    sound, wrong = sum(r.sound for r in results), sum(bool(r.wrong) for r in results)
    none = sum(not r.recovered for r in results)
    return (
        f"{name:24} {len(results):5}  {counts}   "
        f"{readable:6} {found:6} {sound:6} {none:5} {wrong:6}"
    )


def main() -> int:
    """Try everything, print the table, and tell whether anything went wrong."""
    print(f"{'':24}         opened                        segments recovered")
    print(
        f"{'damage':24} {'tried':>5}  right doubt r.only refus   "
        f"{'plain':>6} {'found':>6} {'sound':>6} {'none':>5} {'WRONG':>6}"
    )
    wrong: list[str] = []
    with TemporaryDirectory() as folder:
        for version in range(1, schema.current_version() + 1):
            held = trial(version)
            for kind, damages in kinds(held).items():
                results = []
                for where, data in damages:
                    result = tried(held, data, Path(folder))
                    results.append(result)
                    wrong += [f"version {version}, {where}: {what}" for what in result.wrong]
                print(table_row(f"version {version}, {kind}", results), flush=True)
    print("\n".join(wrong))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
