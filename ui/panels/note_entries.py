"""The notes of a segment, or of the whole document, as entries of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from translation.model.notes import WHOLE_DOCUMENT, note_records
from translation.text.words import DiffPart
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.entry_painting import MOST_SHOWN, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.document import Document
    from translation.model.record import Note, Record, Reply

CONTEXT = "NotesPanel"
_NOBODY = QT_TRANSLATE_NOOP("NotesPanel", "somebody")
OF_FILE, OF_PARAGRAPH = "file", "paragraph"
"""The ids of the entries of what the file says itself."""
_WORDS = {
    OF_PARAGRAPH: QT_TRANSLATE_NOOP("NotesPanel", "in the file, on the paragraph"),
    OF_FILE: QT_TRANSLATE_NOOP("NotesPanel", "in the file"),
}
_SETTLED = QT_TRANSLATE_NOOP("NotesPanel", "settled")
_ANSWER = QT_TRANSLATE_NOOP("NotesPanel", "answer")
BETWEEN = "/"
"""Stands between the id of a note and the number of an answer in the id of its entry."""


def place_of(entry_id: str) -> tuple[str, int | None]:
    """Return the record that an entry is of, and which answer to it; "" for the file's own."""
    record_id, _, number = entry_id.partition(BETWEEN)
    if entry_id in (OF_FILE, OF_PARAGRAPH):
        return "", None
    return record_id, int(number) if number else None


def note_entries(document: Document, segment_id: str) -> list[Entry]:
    """Return what the file and people say of a segment, or people of ``WHOLE_DOCUMENT``."""
    found: list[Entry] = []
    if segment_id != WHOLE_DOCUMENT and segment_id in document:
        segment = document.segment(segment_id)
        own = {OF_PARAGRAPH: document.unit_of(segment).note, OF_FILE: segment.note}
        for id_, note in own.items():
            if note:
                found.append(_entry(id_, texts.translated(CONTEXT, _WORDS[id_]), note))
    for record, content in note_records(document, segment_id):
        found += _thread(record, content)
    return found


def _thread(record: Record, note: Note) -> Iterator[Entry]:
    settled = texts.translated(CONTEXT, _SETTLED) if note.resolved else ""
    heading = _signed(record.author, record.time, settled)
    yield _entry(record.id, heading, note.text, is_settled=note.resolved)
    for number, reply in enumerate(note.replies):
        id_ = f"{record.id}{BETWEEN}{number}"
        yield _entry(id_, _answered(reply), reply.text, is_answer=True, is_settled=note.resolved)


def _answered(reply: Reply) -> str:
    return _signed(reply.author, reply.time, texts.translated(CONTEXT, _ANSWER))


def _signed(author: str, time: float, more: str) -> str:
    who = texts.person_name(author) or texts.translated(CONTEXT, _NOBODY)
    when = texts.clock_time(time) if time else ""
    return texts.in_line(texts.listed((who, when, more), texts.BESIDE))


def _entry(
    id_: str, heading: str, text: str, *, is_answer: bool = False, is_settled: bool = False
) -> Entry:
    shown = "\n".join(texts.theirs(line) for line in text[: MOST_SHOWN + 1].splitlines())
    said = QCoreApplication.translate(CONTEXT, "{who}: {note}").format(who=heading, note=shown)
    parts = (DiffPart("equal", shown, 0, 0),)
    return Entry(id_, heading, parts, answer=is_answer, faded=is_settled, spoken=said)
