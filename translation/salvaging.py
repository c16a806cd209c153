"""Recovering a damaged project into a new one: store, formats and segmentation work together."""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from translation.documents import build_document, open_document
from translation.errors import InputError, MurajiError, ProjectError, UsageError
from translation.formats import find_reader
from translation.formats.spec import ReadOptions
from translation.model.ports import no_report
from translation.store import SUFFIX, ProjectFile, salvage
from translation.store.connection import check_place, rolled_back_copy
from translation.store.lock import LockedError, ProjectLock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.model.document import Document
    from translation.model.imported import Notice
    from translation.model.ports import Report
    from translation.model.segment import SourceFile

_MARKS = re.compile(r"(?: \(recovered\))?(?: \([0-9]+\))?\Z")
"""What the name of a project may have behind that of its article."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """Where the new project lies, and what was recovered and what was not."""

    path: Path
    report: salvage.Report

    @property
    def notices(self) -> list[Notice]:
        """What a person is to be told of it, the new file first."""
        return self.report.notices(str(self.path))


def recover(
    path: Path,
    out: Path | None = None,
    *,
    replaces: bool = False,
    articles: Sequence[Path] = (),
    report: Report = no_report,
) -> Salvaged:
    """Put what can be read of a damaged project into a new one; ``path`` is only read.

    Without ``out`` it becomes ``NAME (recovered).muraji`` beside it, with a number where that is
    taken. ``articles`` may be what it was made of, as may be one that lies beside it. Raises
    InputError where there is no such file, ProjectError where it holds nothing of a project or is
    open elsewhere, or the new one cannot be written, and what ``report`` raises.
    """
    path = path.resolve()
    check_place(path)
    if out is not None and out.exists() and out.samefile(path):
        raise UsageError("out_is_in", file=out)
    report(0, 0)
    with _alone(path):
        found = _read(path)
    report(0, 0)
    beside = [*_read_anew([*articles, path.with_name(_MARKS.sub("", path.stem))])]
    recovered = salvage.rebuild(found, path.stem, _reread, beside)
    if recovered is None:
        raise ProjectError("nothing_recovered", file=path)
    report(0, 0)
    for place in _places(path, out):
        try:
            ProjectFile.create(
                place, recovered.document, replace=replaces, report=report, kept=recovered.kept
            ).close()
        except ProjectError as error:
            if out is not None or error.reason not in ("exists", "in_use"):
                raise
            continue
        return Salvaged(place, recovered.report)
    raise AssertionError("places never end")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep others from writing meanwhile, where the place takes locks at all."""
    try:
        lock = ProjectLock(path)
    except LockedError as error:
        raise ProjectError("recover_in_use", file=path, owner=error.owner) from None
    except OSError:
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _read(path: Path) -> salvage.Found:
    try:
        with tempfile.TemporaryDirectory(prefix="muraji-") as folder:
            return salvage.find_rows(salvage.read_pages(rolled_back_copy(path, Path(folder))))
    except OSError as error:
        raise InputError("unreadable", file=path, detail=error.strerror or error) from error


def _reread(file: SourceFile) -> Document | None:
    """Make a document of an original as it was made first; None where it cannot be read."""
    try:
        spec = find_reader(Path(file.name), file.original, file.format)
        if spec.read is None:
            return None
        options = ReadOptions(file.name, file.pair, file.encoding or None)
        return build_document(spec.read(file.original, options), file.pair)[0]
    except MurajiError:
        return None


def _read_anew(articles: Sequence[Path]) -> Iterator[Document]:
    for article in articles:
        if article.suffix and article.suffix != SUFFIX and article.is_file():
            with suppress(MurajiError):
                yield open_document(article).document


def _places(path: Path, out: Path | None) -> Iterator[Path]:
    if out is not None:
        yield out
        return
    name = f"{_MARKS.sub('', path.stem)} (recovered)"
    yield path.with_name(f"{name}{SUFFIX}")
    for number in count(2):
        yield path.with_name(f"{name} ({number}){SUFFIX}")
