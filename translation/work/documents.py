"""Opening, building and exporting documents: where formats, segmentation and store meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from translation import segmentation
from translation.errors import UsageError
from translation.formats import (
    WriteOptions,
    find_reader,
    find_writer,
    read_bytes,
    references,
    text_file,
)
from translation.formats.left_out import left_out
from translation.formats.spec import ReadOptions
from translation.model.document import Document
from translation.model.draft import Draft
from translation.model.imported import (
    ImportedDraft,
    ImportedFile,
    ImportedSegment,
    ImportedUnit,
    Notice,
)
from translation.model.language import ARABIC_TO_ENGLISH
from translation.model.ports import no_report
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SourceFile,
    TranslationUnit,
    source_hash,
)
from translation.store import ProjectFile
from translation.store.doubts import DAMAGE_REASONS, doubts_of, notices_of
from translation.system.atomic import write_atomically
from translation.system.collecting import no_collecting
from translation.text.languages import holds_little_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translation.formats import FormatSpec
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.model.edit_times import EditTimes
    from translation.model.language import LanguagePair
    from translation.model.ports import PagePrinter, Report
    from translation.system.fetching import FetchedPage

LANGUAGE_SAMPLE = 200
"""Segments looked at to doubt the language that nobody named."""

PROJECT_SUFFIX = ".muraji"
PROJECT_FORMAT = "muraji"
UNITS_A_REPORT = 200
UNITS_AT_ONCE = 500
"""How many imported units are let go of together: the memory of few at a time would stay holes."""


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


def check_format(path: Path, format_id: str | None = None) -> None:
    """Raise UsageError where no format would write ``path``."""
    if not is_project(path, format_id):
        find_writer(path, None, format_id)


def export(
    document: Document,
    path: Path,
    format_id: str | None = None,
    *,
    printer: PagePrinter | None = None,
    report: Report = no_report,
    edit_times: EditTimes | None = None,
) -> tuple[Notice, ...]:
    """Write the document to ``path``, whole or not at all; return what to tell about it.

    Raises ExportError or UsageError, and what ``report`` raises.
    """
    if is_project(path, format_id):
        ProjectFile.create(path, document, replace=True, report=report).close()
        return ()
    spec = find_writer(path, document, format_id)
    assert spec.write is not None
    written = spec.write(document, WriteOptions(path.name, printer, report, edit_times))
    report(0, 0)  # The last moment to give it up: from here on the file is written.
    write_atomically(path, written.data)
    return (*written.notices, *left_out(document, spec, written, path.name))


def read_reference(path: Path, document: Document) -> list[str | None]:
    """Read a reference for the document, also from a project: see ``formats.references``."""
    if not is_project(path):
        return references.read_reference(path, document)
    project = ProjectFile.open(path)
    project.close()
    return references.match_segments(project.document.segments, document, path)


def build_document(
    files: Sequence[ImportedFile],
    pair: LanguagePair | None = None,
    report: Report = no_report,
) -> tuple[Document, tuple[Notice, ...]]:
    """Make a document of what a reader found: ids given, texts segmented, drafts beside.

    Raises what ``report`` raises.
    """
    document = Document()
    notices: list[Notice] = []
    repeated = _reserve_ids(document, files)
    waiting = list(reversed(files))
    del files  # So that what was built from can be let go: at 100 000 units it counts.
    while waiting:
        notices += _add_file(document, waiting.pop(), pair, repeated, report)
    return document, tuple(dict.fromkeys(notices))


def _reserve_ids(document: Document, files: Sequence[ImportedFile]) -> dict[str, bool]:
    """Let no id that came from outside be made again; return those that come more than once.

    What they stand for tells whether the first one that has it was met.
    """
    units = [unit for found in files for unit in found.units]
    ids = [unit.id for unit in units if unit.id]
    ids += [segment.id for unit in units for segment in unit.segments if segment.id]
    document.reserve_ids(ids)
    return {id_: False for id_, count in Counter(ids).items() if count > 1}


def _add_file(
    document: Document,
    found: ImportedFile,
    pair: LanguagePair | None,
    repeated: dict[str, bool],
    report: Report,
) -> list[Notice]:
    """Add one file; nothing of ``found`` is held longer than it takes."""
    file = SourceFile(
        document.new_id("f"),
        found.name,
        found.pair or pair or ARABIC_TO_ENGLISH,
        found.format,
        found.original,
        found.encoding,
        found.extraction,
    )
    notices = list(found.notices)
    units = list(reversed(found.units))
    is_assumed = found.pair is None and pair is None
    del found
    builder = _Builder(document, file.pair, repeated)
    builder.add(file, units, report)
    if is_assumed and holds_little_arabic(s.source for s in builder.segments[:LANGUAGE_SAMPLE]):
        notices.append(Notice("little_arabic", (("file", file.name),)))
    if builder.cut:
        facts = (("file", file.name), ("count", str(builder.cut)))
        notices.append(Notice("pre_split", facts))
    return notices


class _Builder:
    """Adds one imported file to a document; ``repeated`` is what ``_reserve_ids`` returned."""

    def __init__(self, document: Document, pair: LanguagePair, repeated: dict[str, bool]) -> None:
        self.document, self.pair, self.repeated = document, pair, repeated
        self.units: list[TranslationUnit] = []
        self.segments: list[Segment] = []
        self.drafts: list[Draft] = []
        self.cut = 0
        """How many units have a sentence that was cut because it is too long."""

    def add(self, file: SourceFile, units: list[ImportedUnit], report: Report) -> None:
        """Add the file with its units, of which the first stands last; none is left there."""
        count = len(units)
        while units:
            done, some = count - len(units), units[: -UNITS_AT_ONCE - 1 : -1]
            del units[-UNITS_AT_ONCE:]
            for number, found in enumerate(some, start=done):
                if number % UNITS_A_REPORT == 0:
                    report(number, count)
                self._add_unit(found, file.id, partial(report, number, count))
        self.document.add_file(file, self.units, self.segments)
        self.document.drafts.add(self.drafts)

    def _add_unit(self, found: ImportedUnit, file_id: str, ask: Callable[[], None]) -> None:
        unit = TranslationUnit(
            self._id(found.id, "u"),
            file_id,
            found.role,
            found.codes,
            found.anchor,
            found.role_found,
            found.note,
        )
        self.units.append(unit)
        if found.text is None:
            for segment in found.segments:
                self._add_segment(segment, unit)
            return
        language = self.pair.source
        is_line = unit.is_furniture and unit.role_found in (None, Role.FURNITURE)
        if is_line:
            pieces = [found.text]
        else:  # left-out text too: it is whole sentences when a person brings it back
            pieces = segmentation.split(found.text, language, found.codes, ask)
            self.cut += not unit.is_furniture and segmentation.is_cut(found.text, language, ask)
        for piece in _cores(pieces):
            self._add_segment(piece, unit)

    def _add_segment(self, found: ImportedSegment, unit: TranslationUnit) -> None:
        id_, draft = self._id(found.id, "s"), None
        if found.draft is not None:
            draft = self._draft(found.draft, id_, found.source)
        accepted = draft if found.draft is not None and found.draft.accepted else None
        by_hand = accepted is None or found.target != accepted.text
        origin = found.origin or (Origin.HUMAN if by_hand else Origin.MT)
        segment = Segment(
            id_,
            unit.id,
            found.source,
            found.target,
            found.state,
            found.origin if found.target is None and accepted is None else origin,
            None if accepted is None else accepted.id,
            found.lead,
            found.trail,
            found.note,
            found.locked,
            found.reference,
        )
        self.segments.append(segment)

    def _draft(self, imported: ImportedDraft, segment_id: str, source: str) -> Draft:
        draft = Draft(
            self.document.drafts.next_id + len(self.drafts),
            segment_id,
            source_hash(source),
            imported.text,
            imported.engine,
            imported.model,
            imported.revision,
            imported.parameters,
            imported.score,
            imported.marks,
            imported.created,
        )
        self.drafts.append(draft)
        return draft

    def _id(self, wanted: str | None, kind: str) -> str:
        """Keep an id from outside where it is new in the project, else make one."""
        if not wanted or self.repeated.get(wanted):
            return self.document.new_id(kind)
        if wanted in self.repeated:
            self.repeated[wanted] = True
        return wanted


def _cores(pieces: Sequence[str]) -> list[ImportedSegment]:
    """Take the white space off segments: it is kept beside them as lead and trail."""
    made = []
    for piece in pieces:
        core = piece.strip()
        start = piece.find(core) if core else len(piece)
        made.append(ImportedSegment(core, lead=piece[:start], trail=piece[start + len(core) :]))
    return made
