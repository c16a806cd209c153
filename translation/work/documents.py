"""Opening documents: where formats, building and store meet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import UsageError
from translation.formats import (
    find_reader,
    read_bytes,
    references,
    text_file,
)
from translation.formats.spec import ReadOptions
from translation.model.imported import (
    Notice,
)
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.ports import no_report
from translation.store import ProjectFile
from translation.store.doubts import DAMAGE_REASONS, doubts_of, notices_of
from translation.system.collecting import no_collecting
from translation.work.building import build_document

if TYPE_CHECKING:
    from translation.formats import FormatSpec
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from translation.model.ports import Report
    from translation.system.fetching import FetchedPage

PROJECT_SUFFIX = ".muraji"
PROJECT_FORMAT = "muraji"


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as opened: what to tell about it, and its project file if it has one."""

    document: Document
    notices: tuple[Notice, ...] = ()
    project: ProjectFile | None = None


def is_project(path: Path, format_id: str | None = None) -> bool:
    """Tell whether the path (or the format asked for) means a project file."""
    return format_id == PROJECT_FORMAT or (
        format_id is None and path.suffix.lower() == PROJECT_SUFFIX
    )


def open_document(
    path: Path,
    *,
    pair: LanguagePair | None = None,
    format_id: str | None = None,
    encoding: str | None = None,
    columns: ColumnChoice | None = None,
    report: Report = no_report,
    strict: bool = False,
) -> Opened:
    """Open a file of any format that can be read.

    ``pair`` stands where the format names no languages, ``columns`` where a person chose those
    of a table; ``strict`` refuses what breaks a rule of its format. Raises InputError, UsageError
    or ProjectError, each with the sentence for people,
    and what ``report`` raises.
    """
    if is_project(path, format_id):
        if columns is not None:
            raise UsageError("no_table", file=path.name)
        project = ProjectFile.open(path)
        try:
            return Opened(project.document, _damage(project, report), project)
        except BaseException:
            project.close()
            raise
    find_reader(path, None, format_id)  # A suffix nobody knows is refused before anything is read.
    spec = find_reader(path, data := read_bytes(path), format_id)
    if columns is not None and not spec.has_columns:
        raise UsageError("no_table", file=path.name)
    return _read(spec, data, ReadOptions(path.name, pair, encoding, report, strict, columns))


def _damage(project: ProjectFile, report: Report) -> tuple[Notice, ...]:
    """Return what to tell of damage to a project, each row of it looked at."""
    if project.verdict is None and not project.owner:
        project.verify(report)
    found = [*notices_of(project, len(doubts_of(project)))]
    if project.obstacle is not None and project.obstacle.reason in DAMAGE_REASONS:
        facts = tuple(project.obstacle.facts.items())
        found.insert(0, Notice(f"project_{project.obstacle.reason}", facts))
    return tuple(found)


def document_from_page(page: FetchedPage, report: Report = no_report) -> Opened:
    """Make a document of a page that was fetched; raises as ``open_document`` does."""
    spec = find_reader(Path(page.name), page.data)
    return _read(spec, page.data, ReadOptions(page.name, None, page.encoding, report))


def _read(spec: FormatSpec, data: bytes, options: ReadOptions) -> Opened:
    assert spec.read is not None
    with no_collecting():
        # Nothing here holds what was read, so that it is let go while the document is built.
        return Opened(*build_document(spec.read(data, options), options.pair, options.report))


def document_from_text(text: str, name: str, pair: LanguagePair = ARABIC_TO_ENGLISH) -> Opened:
    """Make a document of a text that comes from no file, such as the clipboard."""
    return Opened(*build_document([text_file(text, name, pair)], pair))


def read_reference(path: Path, document: Document) -> list[str | None]:
    """Read a reference for the document, also from a project: see ``formats.references``."""
    if not is_project(path):
        return references.read_reference(path, document)
    project = ProjectFile.open(path)
    project.close()
    return references.match_segments(project.document.segments, document, path)
