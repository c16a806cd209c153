"""Translating a text of the target language back into the source language, and judging it.

Written to a file as it comes, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.training.converted import Converted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from translation.system.cancel import CancelToken

_AT_ONCE = 1000
_ROW = re.compile(r"(?P<chance>-?\d+\.\d{4})\t(?P<source>[^\t]*)\t(?P<target>[^\t]*)\n")
_BEAM = 2
MOST_CHARACTERS = 600
"""A longer text is left out: what is made of it is seldom good, and takes long."""


@dataclass(frozen=True, slots=True)
class Made:
    """A text of the target language and the source that a machine made for it.

    ``log_chance``: of the text given that source, by a model of the direction that is trained;
    the mean of its pieces, in nats.
    """

    source: str
    target: str
    log_chance: float


@dataclass(frozen=True, slots=True)
class Models:
    """``back`` translates from target to source, ``judge`` the other way."""

    back: Path
    judge: Path


def back_translate(
    texts: Sequence[str],
    file: Path,
    models: Models,
    most: int,
    threads: int,
    progress: Callable[[float], None],
    cancel: CancelToken,
) -> list[Made]:
    """Return a source for each of at most ``most`` texts, drawn by chance; ``file`` keeps them.

    What the file holds already of the same texts is not made again. ``progress`` is told the
    share that is done, 0 to 1. Raises ModelError, OSError, and Cancelled with all kept that was
    made before.
    """
    ordered = [text for text in dict.fromkeys(texts) if len(text) <= MOST_CHARACTERS]
    random.Random(1).shuffle(ordered)
    ordered = ordered[:most]
    done = _read(file, ordered)
    _write(file, done, "w")
    if len(done) == len(ordered):
        return done
    back, judge = Converted(models.back, threads), Converted(models.judge, threads)
    while len(done) < len(ordered):
        cancel.raise_if_cancelled()
        part = ordered[len(done) : len(done) + _AT_ONCE]
        sources = [" ".join(source.split()) for source in back.translate(part, _BEAM)]
        chances = judge.log_chances(sources, part)
        rows = [Made(*row) for row in zip(sources, part, chances, strict=True)]
        _write(file, rows, "a")
        done += rows
        progress(len(done) / len(ordered))
    return done


def _write(file: Path, rows: Sequence[Made], mode: str) -> None:
    lines = (f"{row.log_chance:.4f}\t{row.source}\t{row.target}\n" for row in rows)
    with file.open(mode, encoding="utf-8", newline="\n") as place:
        place.writelines(lines)


def _read(file: Path, texts: Sequence[str]) -> list[Made]:
    """Return the rows that belong to the first texts; a line that was cut off ends them."""
    rows: list[Made] = []
    if not file.is_file():
        return rows
    with file.open(encoding="utf-8", errors="replace", newline="\n") as lines:
        for line, text in zip(lines, texts, strict=False):
            row = _ROW.fullmatch(line)
            if row is None or row["target"] != text:
                break
            rows.append(Made(row["source"], text, float(row["chance"])))
    return rows
