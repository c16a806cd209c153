"""Recovering a damaged project into a new one: store, formats and segmentation work together."""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import ExportError, InputError, MurajiError, ProjectError, UsageError
from translation.formats import find_reader
from translation.formats.spec import ReadOptions
from translation.model.ports import no_report
from translation.store import SUFFIX, ProjectFile, salvage
from translation.store.connection import check_place
from translation.store.copying import rolled_back_copy
from translation.store.lock import LockedError, ProjectLock
from translation.work.building import build_document
from translation.work.documents import open_document
from translation.work.table_columns import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.model.document import Document
    from translation.model.doubt import Doubt
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
    doubts: list[tuple[int, str, Doubt]]
    """Every segment in doubt: its number from 1, its id and why."""

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
    elsewhere: Path | None = None,
    copy: Path | None = None,
    report: Report = no_report,
) -> Salvaged:
    """Put what can be read of a damaged project into a new one; ``path`` is only read.

    Without ``out`` it becomes ``NAME (recovered).muraji`` beside it, with a number where that is
    taken, or in the folder ``elsewhere`` where nothing can be written there. ``articles`` may be
    what it was made of, as may be one that lies beside it. A ``copy`` is read in its place, where
    this process has it open. Raises InputError where there is no such file, UsageError where
    ``out`` is no name for a project, ProjectError where it holds nothing of one or is open
    elsewhere, or the new one cannot be written, and what ``report`` raises.
    """
    path = path.resolve()
    check_place(path)
    if out is not None:
        _check_out(path, out)
    report(0, 0)
    if copy is not None:
        found = _read(copy, report)
    else:
        with _alone(path):
            found = _read(path, report)
    beside = [*articles, path.with_name(_MARKS.sub("", path.stem))]
    read_beside = cache(lambda: [*_read_anew(beside, report)])
    recovered = salvage.rebuild(found, path.stem, _reread, read_beside)
    if recovered is None:
        raise ProjectError("nothing_recovered", file=path)
    report(0, 0)
    place = _written(path, out, elsewhere, partial(_create, recovered, replaces, report))
    return Salvaged(place, recovered.report, _doubts_by_row(recovered))


def _check_out(path: Path, out: Path) -> None:
    if out.suffix != SUFFIX:
        raise UsageError("recover_suffix", file=out)
    if out.exists() and out.samefile(path):
        raise UsageError("out_is_in", file=out)


def _doubts_by_row(recovered: salvage.Recovered) -> list[tuple[int, str, Doubt]]:
    document, doubts = recovered.document, recovered.report.doubts
    rows = sorted((document.row(id_), id_) for id_ in doubts)
    return [(row + 1, id_, doubts[id_]) for row, id_ in rows]


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


def _read(path: Path, report: Report) -> salvage.Found:
    try:
        with tempfile.TemporaryDirectory(prefix="muraji-") as folder:
            pages = salvage.read_pages(rolled_back_copy(path, Path(folder)))
    except OSError as error:
        raise InputError("unreadable", file=path, detail=error.strerror or error) from error
    return salvage.find_rows(pages, report)


def _reread(file: SourceFile) -> Document | None:
    """Make a document of an original as it was made first; None where it cannot be read."""
    try:
        spec = find_reader(Path(file.name), file.original, file.format)
        if spec.read is None:
            return None
        options = ReadOptions(file.name, file.pair, file.encoding or None, columns=kept(file))
        return build_document(spec.read(file.original, options), file.pair)[0]
    except MurajiError:
        return None


def _read_anew(articles: Sequence[Path], report: Report) -> Iterator[Document]:
    for article in articles:
        if article.suffix and article.suffix != SUFFIX and article.is_file():
            with suppress(MurajiError):
                yield open_document(article, report=report).document


def _written(
    path: Path, out: Path | None, elsewhere: Path | None, create: Callable[[Path], None]
) -> Path:
    """Create the new project at the first place that takes it, and return where."""
    if out is not None:
        create(out)
        return out
    try:
        return _written_in(path.parent, path, create)
    except (ProjectError, ExportError):
        if elsewhere is None:
            raise
        return _written_in(elsewhere, path, create)


def _written_in(folder: Path, path: Path, create: Callable[[Path], None]) -> Path:
    name = f"{_MARKS.sub('', path.stem)} (recovered)"
    for number in count(1):
        place = folder / (f"{name} ({number}){SUFFIX}" if number > 1 else f"{name}{SUFFIX}")
        try:
            create(place)
        except ProjectError as error:
            if error.reason not in ("exists", "in_use"):
                raise
        else:
            return place
    raise AssertionError("places never end")


def _create(recovered: salvage.Recovered, replaces: bool, report: Report, place: Path) -> None:
    ProjectFile.create(
        place, recovered.document, replace=replaces, report=report, kept=recovered.kept
    ).close()
