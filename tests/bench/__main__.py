"""``python -m tests.bench FILE [PART …]``: run the benchmarks and write the table.

Figures are of one run on one machine; what compares two things runs both in turns, so that the
ratio holds where the machine is noisy.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from tests.bench.rows import Row


def parts() -> dict[str, Callable[[], Iterable[Row]]]:
    """Return the benchmarks by name, in the order of the table."""
    from tests.bench import (
        articles,
        cancelling,
        checks,
        decoding,
        documents,
        memories,
        terms,
        typing_help,
        window,
    )

    return {
        "Decoding": decoding.run,
        "Cancelling": cancelling.run,
        "Typing": typing_help.run,
        "Documents": documents.run,
        "Articles": articles.run,
        "Checks": checks.run,
        "Terms": terms.run,
        "Memories": memories.run,
        "Window": window.run,
    }


def machine() -> str:
    """Name the machine: processor, cores, memory, system."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    memory = ""
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
        memory = f", {size:.0f} GiB"
    python = platform.python_version()
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()}, Python {python}"


def table(name: str, rows: Iterable[Row]) -> list[str]:
    """Return the Markdown lines of one part."""
    lines = [f"## {name}", "", "| what | figure | bar | met |", "|---|---|---|---|"]
    for row in rows:
        met = {True: "yes", False: "**no**", None: ""}[row.ok]
        figure = f"{row.value:,.3g}" if abs(row.value) < 100 else f"{row.value:,.0f}"
        note = f" ({row.note})" if row.note else ""
        lines.append(f"| {row.name}{note} | {figure} {row.unit} | {row.bar} | {met} |")
    return [*lines, ""]


def main(argv: list[str]) -> int:
    """Run the parts named, or all of them, and write the table."""
    out, wanted = Path(argv[0]), argv[1:]
    lines = ["# Benchmarks", "", f"`make bench` on {date.today()}: {machine()}.", ""]
    lines += ["Beside other programs, on the same files: [PEERS.md](PEERS.md).", ""]
    for name, run in parts().items():
        if not wanted or name.lower() in {w.lower() for w in wanted}:
            print(f"{name} …", file=sys.stderr)
            lines += table(name, run())
    text = "\n".join(lines)
    print(text)
    if not wanted:
        out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
