"""Coverage by package, held to floors that only rise.

    python -m tests.coverage_floors REPORT.json

reads what ``coverage json`` wrote, and raises each package's floor in coverage_floors.json where
more of it is run by the tests than before. It fails where less is, or where a package has none.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).with_name("coverage_floors.json")
MEASURED = ("app", "translation", "ui")
SLACK = 0.5
"""Percent that a package may lose before it is said: what runs depends a little on chance."""


def packages() -> list[str]:
    """Return every package of the program, with slashes, in order."""
    found = (path.parent for top in MEASURED for path in (ROOT / top).rglob("__init__.py"))
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def percentages(report: Mapping[str, object]) -> dict[str, float]:
    """Return, by package, the percentage of its own modules' statements that were run."""
    run: dict[str, int] = defaultdict(int)
    all_: dict[str, int] = defaultdict(int)
    files = report["files"]
    assert isinstance(files, dict)
    for name, told in files.items():
        package = Path(name.replace("\\", "/")).parent.as_posix()
        run[package] += told["summary"]["covered_lines"]
        all_[package] += told["summary"]["num_statements"]
    return {package: 100 * run[package] / all_[package] for package in all_ if all_[package]}


def fallen(now: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return a line for each package that is below its floor, or has none or no figure."""
    lines = [
        f"{package}: {now[package]:.1f} % is run, and {floor:.1f} % were"
        for package, floor in floors.items()
        if package in now and now[package] < floor - SLACK
    ]
    return lines + [f"{package}: has no floor" for package in now if package not in floors]


def raised(now: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Return the floors, each as high as ever: in tenths, rounded down, and never lower."""
    found = {package: math.floor(10 * share) / 10 for package, share in now.items()}
    kept = {package: max(floors.get(package, 0.0), share) for package, share in found.items()}
    return dict(sorted(kept.items()))


def main(argv: list[str]) -> int:
    """Compare a report with the floors, and raise them; 1 where something fell."""
    now = percentages(json.loads(Path(argv[0]).read_text("utf-8")))
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    known = {package: floor for package, floor in floors.items() if package in now}
    lines = fallen(now, known) if floors else []
    print("\n".join(lines) or f"{len(now)} packages, none below its floor")
    FLOORS.write_text(json.dumps(raised(now, known), indent=1) + "\n", "utf-8")
    return 1 if any("has no floor" not in line for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
