"""Reading sentence pairs: tab-separated text (plain or .xz) and TMX."""

from __future__ import annotations

import lzma
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from translation.errors import InputError
from translation.training.tmx import read_tmx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_LINE = 100_000
"""Characters of one line; a longer one is no pair of sentences."""
MAX_PAIRS = 5_000_000
FORMAT_NAME = "a file of sentence pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source sentence, its translation, and how often an epoch draws it (0.5: every other).

    ``corpus``: the name of what it comes from, where the file says it.
    """

    source: str
    target: str
    weight: float = 1.0
    corpus: str = field(default="", compare=False)


def read_pairs(path: Path, languages: tuple[str, str] = ("ar", "en")) -> list[Pair]:
    """Read all pairs of a file; pairs with an empty side are left out.

    ``.tmx`` is read as TMX, anything else as UTF-8 lines of two columns (source, target) or four
    (corpus, weight, source, target), unpacked first where the name ends in ``.xz``.
    Raises InputError.
    """
    if path.suffix.lower() == ".tmx":
        try:
            found = [Pair(source, target) for source, target in read_tmx(path, languages)]
        except OSError as error:
            raise _file_error(path, error) from error
    else:
        with opened_lines(path) as lines:
            found = [_pair(row, number, path.name) for number, row in _lines(lines, path.name)]
    pairs = [pair for pair in found if pair.source and pair.target]
    if not pairs:
        raise InputError("no_pairs", file=path.name)
    return pairs


def read_texts(path: Path) -> list[str]:
    """Read the sentences of a file in one language, each once: a line each, UTF-8 or ``.xz``.

    Of a line with tabs it is the last column. Raises InputError.
    """
    with opened_lines(path) as lines:
        rows = (row.rpartition("\t")[2] for _, row in _lines(lines, path.name))
        texts = list(dict.fromkeys(" ".join(row.split()) for row in rows))
    found = [text for text in texts if text]
    if not found:
        raise InputError("blank", file=path.name)
    return found


@contextmanager
def opened_lines(path: Path) -> Iterator[IO[str]]:
    """Open a file of UTF-8 lines, unpacked where its name ends in ``.xz``.

    What goes wrong while it is open is raised as InputError.
    """
    try:
        with _open(path) as lines:
            yield lines
    except UnicodeDecodeError as error:
        raise InputError("undecodable", file=path.name, encoding="UTF-8") from error
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise _file_error(path, error) from error


def _open(path: Path) -> IO[str]:
    if path.suffix.lower() == ".xz":
        return lzma.open(path, "rt", encoding="utf-8-sig", newline="\n")
    return path.open(encoding="utf-8-sig", newline="\n")


def _lines(lines: IO[str], name: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers."""
    number = 0
    while line := lines.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE or number > MAX_PAIRS:
            limit = f"{MAX_LINE} characters in a line or {MAX_PAIRS} lines"
            raise InputError("too_large", file=name, limit=limit)
        if "\0" in line:
            raise InputError("binary", file=name)
        if line.strip():
            yield number, line.rstrip("\r\n")


def _pair(line: str, number: int, name: str) -> Pair:
    columns = line.split("\t")
    if len(columns) == 2:
        return Pair(columns[0].strip(), columns[1].strip())
    if len(columns) == 4:
        try:
            weight = float(columns[1])
        except ValueError:
            weight = -1.0
        if 0 <= weight <= 1000:
            corpus = sys.intern(columns[0].strip())
            return Pair(columns[2].strip(), columns[3].strip(), weight, corpus)
        detail = f"line {number}: the weight in column 2 is no number from 0 to 1000"
    else:
        detail = f"line {number} has {len(columns)} columns, not 2 or 4"
    raise InputError("wrong_format", file=name, format=FORMAT_NAME, detail=detail)


def _file_error(path: Path, error: Exception) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError("missing", file=path.name)
    if isinstance(error, IsADirectoryError):
        return InputError("directory", file=path.name)
    if isinstance(error, PermissionError):
        return InputError("no_permission", file=path.name)
    detail = "it is cut off or damaged" if not isinstance(error, OSError) else error.strerror
    return InputError("unreadable", file=path.name, detail=detail or "it is damaged")
