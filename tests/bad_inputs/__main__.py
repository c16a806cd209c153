"""Measures every bad input: ``python -m tests.bad_inputs``, from the root of the repository.

Prints seconds and megabytes of opening each and writing it as TSV, the slowest and largest
last. Ends with 1 where one takes more than SECONDS or MEGABYTES.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.bad_inputs.table import LARGE, every_file
from tests.bad_inputs.trying import MEGABYTES, SECONDS, Trials


def measure() -> int:
    """Try every file, print what it took, and tell whether any took too much."""
    found: list[tuple[float, float, str, str]] = []
    with tempfile.TemporaryDirectory() as folder, Trials() as trials:
        for label, file in every_file():
            path = Path(folder) / file.name
            path.write_bytes(file.make())
            tried = trials.run("convert", path, "-o", path.with_suffix(".out.tsv"))
            said = tried.said.splitlines()[-1] if tried.said else "opened"
            found.append((tried.seconds, tried.megabytes, label, said[:100]))
            path.unlink()
    for seconds, megabytes, label, said in sorted(found):
        print(f"{seconds:6.2f} s {megabytes:6.0f} MB  {label:10} {said}")
    over = [
        label
        for seconds, megabytes, label, _ in found
        if (seconds > SECONDS or megabytes > MEGABYTES) and not label.startswith(f"{LARGE}.")
    ]
    print(f"over {SECONDS:g} s or {MEGABYTES:g} MB: {', '.join(over) or 'none'}")
    return bool(over)


if __name__ == "__main__":
    sys.exit(measure())
