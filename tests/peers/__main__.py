"""``python -m tests.peers FILE [SIZE …]``: measure all programs and write the table.

Every program is started on the same XLIFF, alone on a screen of its own, one after the other and
the whole row several times: medians are given, as the machine is not the same from one minute to
the next.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median

from tests.bench.__main__ import machine
from tests.peers.files import write_file
from tests.peers.measuring import IDLE_SHARE, LONGEST, Measured, measure
from tests.peers.programs import PROGRAMS, THIS, Program

ROUNDS = 3


def main(argv: list[str]) -> int:
    """Measure, and write the table."""
    out, sizes = Path(argv[0]), [int(size) for size in argv[1:]] or [10_000, 100_000]
    lines = [
        "# Beside other programs",
        "",
        f"`make peers` on {date.today()}: {machine()}, load {os.getloadavg()[0]:.1f} before it.",
        "",
        "The same XLIFF 1.2, Arabic to English, every segment translated; each program alone under",
        f"Xvfb, {ROUNDS} times in turns, medians. Painted: from when on three quarters of what",
        "is seen at last stood there. Idle: from then on it and all it started take less than",
        f"{IDLE_SHARE:.0%} of one processor. Processor: what they took until then. Memory: their",
        "PSS at that time.",
        "",
    ]
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = write_file(Path(folder) / f"{size}.xlf", size)
            lines += _table(size, file)
    text = "\n".join(lines)
    print(text)
    out.write_text(text, encoding="utf-8")
    return 0


def _table(size: int, file: Path) -> list[str]:
    found: dict[str, list[Measured]] = {program.name: [] for program in PROGRAMS}
    for turn in range(ROUNDS):
        for program in PROGRAMS:
            # Whoever is busy for minutes is waited for once.
            if program.command and not (turn and found[program.name][0].idle is None):
                print(f"{size} {program.name} …", file=sys.stderr)
                found[program.name].append(measure(program.command, file))
    head = "| program | painted | idle | processor | memory | ahead in time |"
    lines = [f"## {size:,} segments", "", head, "|---|---|---|---|---|---|"]
    return [*lines, *(_line(program, found) for program in PROGRAMS), ""]


def _line(program: Program, found: dict[str, list[Measured]]) -> str:
    of_it = found[program.name]
    if not of_it:
        return f"| {program.name} | not installed (Debian: {program.package}) | | | | |"
    painted = median(one.painted for one in of_it)
    idle = median(LONGEST if one.idle is None else one.idle for one in of_it)
    spent, memory = (median(getattr(one, what) for one in of_it) for what in ("spent", "memory"))
    ahead = ""
    if program is not THIS:
        own = found[THIS.name]
        ours = median(LONGEST if one.idle is None else one.idle for one in own)
        first = median(one.painted for one in own)
        met = "yes" if ours < idle else "**no**"
        ahead = f"{met} ({idle / ours:.1f} × until idle, {painted / first:.1f} × until painted)"
    waited = f"> {LONGEST:.0f}" if idle >= LONGEST else f"{idle:.2f}"
    figures = f"{painted:.2f} s | {waited} s | {spent:.2f} s | {memory:.0f} MB"
    return f"| {program.name} | {figures} | {ahead} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
