"""Files of marked errors: written, and taken in as one undo step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.marked import QT_TRANSLATE_NOOP
from app.state import Job, JobKind
from translation.formats import read_bytes
from translation.formats.decoding import decode
from translation.model.edits import EditBatch, Say
from translation.model.imported import Notice
from translation.mqm import json_form, pearmut, wmt
from translation.mqm.rated import system_name
from translation.mqm.rating import read_ratings
from translation.mqm.typology import Typology
from translation.system.atomic import write_atomically
from translation.work.rating import LABEL, rating_notices

if TYPE_CHECKING:
    from pathlib import Path

    from app.background.job_board import JobBoard
    from app.editing.editor import Editor
    from app.followers.marked_errors import MarkedErrors
    from translation.model.document import Document
    from translation.mqm.rating import Ratings

PEARMUT_SUFFIX = ".pearmut.json"
RATINGS = JobKind(
    "ratings",
    QT_TRANSLATE_NOOP("jobs", "Marked errors…"),
    QT_TRANSLATE_NOOP("jobs", "Marked errors, {done} of {total}"),
    ends_with_document=True,
)


class RatingFiles(QObject):
    """Writes the marked errors, takes those of others in, and reads and writes typologies."""

    noticed = Signal(object)
    """Notice."""

    def __init__(
        self,
        editor: Editor,
        board: JobBoard,
        errors: MarkedErrors,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._board = board
        self._errors = errors

    def write(self, path: Path) -> None:
        """Write the errors in a worker: as WMT's table, JSON, or a campaign, by the suffix."""
        document, typology = self._editor.document.copy(), self._errors.typology
        self._board.start(
            Job(RATINGS),
            lambda token, report: _written(path, document, typology),
            partial(self._tell_written, path),
        )

    def read(self, path: Path) -> None:
        """Take the errors of a file in, as one undo step; the file is read in a worker."""
        if self._editor.is_refused():
            return
        document, typology = self._editor.document.copy(), self._errors.typology
        self._board.start(
            Job(RATINGS),
            lambda token, report: read_ratings(_text(path), path.name, document, typology),
            partial(self._take, path),
        )

    def read_typology(self, path: Path) -> Typology:
        """Return the typology of a file. Raises InputError."""
        return Typology.parse(_text(path), path.name)

    def write_typology(self, path: Path, typology: Typology) -> None:
        """Write a typology to a file. Raises ExportError."""
        write_atomically(path, typology.as_json().encode("utf-8"))

    def _take(self, path: Path, found: Ratings) -> None:
        document = self._editor.document
        records = [one for one in found.records(document) if one.segment_id in document]
        if records:
            said = tuple(Say(None, record) for record in records)
            self._editor.do(EditBatch(LABEL, said, segment_id=records[0].segment_id))
        for notice in rating_notices(found, path.name):
            self.noticed.emit(notice)

    def _tell_written(self, path: Path, left_out: int) -> None:
        self.noticed.emit(Notice("exported", (("file", path.name),)))
        if left_out:
            self.noticed.emit(Notice("mqm_no_room", (("count", str(left_out)),)))


def _written(path: Path, document: Document, typology: Typology) -> int:
    """Write the file; return how many errors had no place in it."""
    system, left_out = system_name(document), 0
    name = path.name.casefold()
    if name.endswith(PEARMUT_SUFFIX):
        stem = path.name[: -len(PEARMUT_SUFFIX)]
        campaign = pearmut.written(document, typology, system, stem)
        text, left_out = campaign.text, campaign.left_out
    elif name.endswith(".json"):
        text = json_form.written(document, typology, system)
    else:
        text = wmt.written(document, typology, system)
    write_atomically(path, text.encode("utf-8"))
    return left_out


def _text(path: Path) -> str:
    return decode(read_bytes(path), path.name).text
