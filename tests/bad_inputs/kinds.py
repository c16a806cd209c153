"""What the table of bad inputs is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Refused in one sentence with these words."""

    words: str


@dataclass(frozen=True, slots=True)
class Opened:
    """Opened without loss.

    ``segments`` is how many (None: any number), ``holds`` texts of whole segments, codes as
    labels in braces; ``notice`` words of what is said about it. Exported untouched it is the
    very bytes it was, unless ``is_rebuilt`` is False: tables and PDFs are written anew.
    """

    segments: int | None = None
    holds: tuple[str, ...] = ()
    notice: str = ""
    is_rebuilt: bool = True


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file by its name, how its bytes are made, and what the program does with it."""

    name: str
    make: Callable[[], bytes]
    expected: Refused | Opened


@dataclass(frozen=True, slots=True)
class BadInput:
    """One of the 78: what it is, files of that kind, and tests that look closer.

    A test is ``path::name``, with ``[case]`` where it has cases.
    """

    what: str
    files: tuple[BadFile, ...] = ()
    tests: tuple[str, ...] = ()
