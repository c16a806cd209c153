"""Building a document of imported files: where formats, segmentation and the model meet."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from translation import segmentation
from translation.formats.comments import split_comment
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
from translation.model.notes import WHOLE_DOCUMENT
from translation.model.ports import no_report
from translation.model.record import Note, Record, Verdict
from translation.model.segment import (
    Origin,
    Role,
    Segment,
    SourceFile,
    TranslationUnit,
    source_hash,
)
from translation.text.languages import holds_little_arabic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translation.model.language import LanguagePair
    from translation.model.notes import StatedNote
    from translation.model.ports import Report

LANGUAGE_SAMPLE = 200
"""Segments looked at to doubt the language that nobody named."""

UNITS_A_REPORT = 200
UNITS_AT_ONCE = 500
"""How many imported units are let go of together: the memory of few at a time would stay holes."""


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
    _note, of_document = split_comment(found.note)
    units = list(reversed(found.units))
    is_assumed = found.pair is None and pair is None
    del found
    builder = _Builder(document, file.pair, repeated)
    builder.note_document(of_document)
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
        self.records: list[Record] = []
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
        self.document.add_records(self.records)

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
        as_drafted = accepted is not None and found.target == accepted.text
        origin = found.origin or (accepted.origin if accepted and as_drafted else Origin.HUMAN)
        note, said = split_comment(found.note)
        if found.rejected and not any(one.rejects for one in said):
            verdict = Verdict(approves=False, by_file=True)
            self.records.append(Record.of(self.document.new_id("r"), id_, verdict, "", 0.0))
        self.records += (self._record(id_, one) for one in said)
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
            note,
            found.locked,
            found.reference,
        )
        self.segments.append(segment)

    def note_document(self, said: Iterable[StatedNote]) -> None:
        """Take in what people noted of the document as a whole."""
        self.records += (self._record(WHOLE_DOCUMENT, one) for one in said)

    def _record(self, segment_id: str, said: StatedNote) -> Record:
        """Make a record of what a person's note in the file says."""
        id_ = self.document.new_id("r")
        content: Note | Verdict = Note(said.text, said.replies, said.resolved)
        if said.rejects:
            content = Verdict(approves=False, reason=said.text)
        return Record.of(id_, segment_id, content, said.author, said.time or 0.0)

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
