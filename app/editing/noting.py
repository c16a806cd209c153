"""Notes of people: written, answered, settled, put otherwise and taken back, each one undo step.

A note, or an answer, is put otherwise or taken back only by whoever wrote it.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from app.editing import batches
from translation.errors import UsageError
from translation.model.edits import EditBatch, Say
from translation.model.notes import note_records
from translation.model.record import Note, Record, Reply

if TYPE_CHECKING:
    from app.editing.editor import Editor


def write_note(editor: Editor, segment_id: str, text: str) -> None:
    """Note something of a segment, or of ``WHOLE_DOCUMENT``; nothing where the text is empty."""
    if text.strip():
        id_ = editor.document.new_id("r")
        note = Note(text.strip())
        record = Record.of(id_, segment_id, note, editor.author, time.time())
        editor.do(batches.said(None, record))


def answer(editor: Editor, record_id: str, text: str) -> None:
    """Answer a note; one that was settled is open again."""
    found = _note(editor, record_id)
    if found and text.strip():
        record, note = found
        reply = Reply(editor.author, time.time(), text.strip())
        answered = replace(note, replies=(*note.replies, reply), resolved=False)
        editor.do(batches.said(record, record.saying(answered)))


def settle(editor: Editor, record_id: str, settled: bool) -> None:
    """Say that nothing is left to do about a note, or that there is."""
    if found := _note(editor, record_id):
        record, note = found
        editor.say_otherwise(record.id, replace(note, resolved=settled))


def settle_all(editor: Editor, segment_id: str) -> bool:
    """Settle every open note of a segment in one step; False where there is none."""
    said = tuple(
        Say(record, record.saying(replace(note, resolved=True)))
        for record, note in note_records(editor.document, segment_id)
        if not note.resolved
    )
    editor.do(EditBatch("say_note", said, segment_id=segment_id) if said else None)
    return bool(said)


def rewrite(editor: Editor, record_id: str, text: str, reply: int | None = None) -> None:
    """Put a note, or the answer to it with this number, otherwise."""
    found = _own(editor, record_id, reply)
    if found is None or not text.strip():
        return
    record, note = found
    if reply is None:
        changed = replace(note, text=text.strip())
    else:
        put = replace(note.replies[reply], text=text.strip())
        changed = replace(note, replies=(*note.replies[:reply], put, *note.replies[reply + 1 :]))
    editor.say_otherwise(record.id, changed)


def take_back(editor: Editor, record_id: str, reply: int | None = None) -> None:
    """Take a note with its answers back, or the answer with this number alone."""
    found = _own(editor, record_id, reply)
    if found is None:
        return
    record, note = found
    if reply is None:
        editor.take_back(record.id)
    else:
        left = (*note.replies[:reply], *note.replies[reply + 1 :])
        editor.say_otherwise(record.id, replace(note, replies=left))


def is_own(editor: Editor, record_id: str, reply: int | None = None) -> bool:
    """Tell whether whoever edits now wrote a note, or the answer with this number."""
    found = _note(editor, record_id)
    if found is None:
        return False
    record, note = found
    if reply is None:
        return record.author == editor.author
    return 0 <= reply < len(note.replies) and note.replies[reply].author == editor.author


def text_of(editor: Editor, record_id: str, reply: int | None = None) -> str:
    """Return what a note says, or the answer with this number; "" where there is none."""
    found = _note(editor, record_id)
    if found is None:
        return ""
    note = found[1]
    return note.text if reply is None else note.replies[reply].text


def _own(editor: Editor, record_id: str, reply: int | None) -> tuple[Record, Note] | None:
    if is_own(editor, record_id, reply):
        return _note(editor, record_id)
    editor.failed.emit(UsageError("not_own_note"))
    return None


def _note(editor: Editor, record_id: str) -> tuple[Record, Note] | None:
    record = editor.document.records.by_id(record_id)
    content = record.content if record else None
    return (record, content) if record and isinstance(content, Note) else None
