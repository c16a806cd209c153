"""The programs that are measured: how each is started on a file, and what it reads."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Program:
    """A program by its name; ``commands`` are tried in order, the first that is there is run."""

    name: str
    commands: Sequence[Sequence[str]]
    package: str = ""
    """The Debian package that has it."""

    @property
    def command(self) -> Sequence[str] | None:
        """Return the command to which the file is added, None where it is not installed."""
        return next((c for c in self.commands if shutil.which(c[0])), None)


THIS = Program("Muraji", ((sys.executable, str(ROOT / "main.py")),))

PROGRAMS = (
    THIS,
    Program(
        "Qt Linguist",
        (("/usr/lib/qt6/bin/linguist",), ("linguist6",), ("linguist-qt6",), ("linguist",)),
        "linguist-qt6",
    ),
    Program("Poedit", (("poedit",),), "poedit"),
    Program("Lokalize", (("lokalize",),), "lokalize"),
)
"""All of them read XLIFF 1.2, so that all are given the same file."""
