"""What a program and all that it started take: processor time, and memory as PSS."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def family(process: int) -> list[int]:
    """Return a process and those that it started, and they."""
    found = [process]
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            for child in listed.read_text().split():
                found += family(int(child))
    return found


def processor_seconds(process: int) -> float:
    """Return the processor time of a family, of those that have ended, too."""
    total = 0.0
    for one in family(process):
        with suppress(OSError):
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15])) / _TICK
    return total


def memory(process: int) -> float:
    """Return the memory of a family in MB, what it shares with others only in part (PSS)."""
    total = 0
    for one in family(process):
        with suppress(OSError):
            for line in Path(f"/proc/{one}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
    return total / 1024
