"""The comment of a segment: what its file says of it and what people do, as one text.

Most formats have one place for notes and none for who wrote them when, so each note of a person
begins a line with both, ``[Huda, 2026-11-29T10:15:00Z] Is this a name?``, and goes on to the next
such line. One that is settled says so, ``[Huda, 2026-11-29T10:15:00Z, resolved]``, and its answers
follow it, ``[Samir, 2026-11-29T10:20:00Z, reply] Yes.`` Whoever sent the translation back says why,
``[Huda, 2026-11-29T10:15:00Z, rejected] The name is wrong.`` A line of another note that looks so
has a backslash before it. A text that would not be written again to the letter is the file's own,
whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from translation.model.notes import StatedNote, notes_of_document, notes_of_people
from translation.model.record import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.model.document import Document
    from translation.model.segment import Segment

_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z"
RESOLVED, REPLY, REJECTED = "resolved", "reply", "rejected"
NO_REASON = "–"
"""Stands where somebody sent a translation back without a reason."""
_KINDS = f"{RESOLVED}|{REPLY}|{REJECTED}"
_KIND = rf"(?:, (?P<kind>{_KINDS}))?"
_START = re.compile(
    rf"\[(?:(?!{_TIME}(?:, (?:{_KINDS}))?\] )(?P<author>.+?), )?"
    rf"(?P<time>{_TIME}){_KIND}\] (?=\S)"
)
_LOOKS_SO = re.compile(rf"\\{{0,9}}{_START.pattern}")
_LATEST = 32_503_680_000.0
"""The year 3000: a time that is none is no reason to lose a note."""


def comment_of(document: Document, segment: Segment, *, by_files: bool = True) -> str:
    """Return all notes of a segment as one text.

    ``by_files`` counts a rejection among them that a file states otherwise than in a note.
    """
    parts = comment_parts(document, segment, by_files=by_files)
    return "\n".join(text for _author, text in parts)


def comment_parts(
    document: Document, segment: Segment, *, by_files: bool = True
) -> list[tuple[str, str]]:
    """Return the notes of a segment one by one, each with its author as it is in the comment."""
    return _parts_of(segment.note, notes_of_people(document, segment, by_files=by_files))


def says_rejected(comment: str) -> bool:
    """Tell whether a person says in a comment that the translation was sent back."""
    return REJECTED in comment and any(said.rejects for said in split_comment(comment)[1])


def document_comment(document: Document) -> str:
    """Return what people note of the document as a whole, as one text."""
    return whole_comment("", notes_of_document(document))


def whole_comment(note: str, said: Sequence[StatedNote]) -> str:
    """Return what a file says itself and the notes of people as one text."""
    return "\n".join(text for _author, text in _parts_of(note, said))


def split_comment(text: str) -> tuple[str, tuple[StatedNote, ...]]:
    """Return what a file says itself, and the notes of people in it."""
    if "[" not in text:
        return text, ()
    try:
        note, said = _parts(text)
    except ValueError:  # a time that is none
        return text, ()
    is_same = (note, said) == (text, ()) or whole_comment(note, said) == text
    return (note, said) if is_same else (text, ())


def joined_notes(texts: Iterable[str]) -> str:
    """Join the notes that a file has of one thing, a line each: those of people at the end.

    So nothing that the file says itself is taken for the rest of what a person wrote.
    """
    return "\n".join(sorted(filter(None, texts), key=_is_said))


def _is_said(text: str) -> bool:
    """Whether a text is what people say: a reply may stand in a note of its own."""
    start = _START.match(text)
    return bool((start and start["kind"] == REPLY) or split_comment(text)[1])


def _parts(text: str) -> tuple[str, tuple[StatedNote, ...]]:
    own: list[str] = []
    said: list[tuple[re.Match[str], float, list[str]]] = []
    lines = own
    for line in text.split("\n"):
        if start := _START.match(line):
            lines = [_unescaped(line[start.end() :])]
            said.append((start, datetime.fromisoformat(start["time"]).timestamp(), lines))
        else:
            lines.append(_unescaped(line))
    return "\n".join(own), tuple(_threads(said))


def _threads(said: Iterable[tuple[re.Match[str], float, list[str]]]) -> list[StatedNote]:
    """Put answers to the notes that they follow; ValueError for one that follows none."""
    notes: list[StatedNote] = []
    for start, time, lines in said:
        text, author = "\n".join(lines), start["author"] or ""
        if start["kind"] == REJECTED:
            reason = "" if text == NO_REASON else text
            notes.append(StatedNote(reason, author, time, rejects=True))
        elif start["kind"] != REPLY:
            notes.append(StatedNote(text, author, time, (), start["kind"] == RESOLVED))
        elif notes:
            reply = Reply(author, time, text)
            notes[-1] = replace(notes[-1], replies=(*notes[-1].replies, reply))
        else:
            raise ValueError("an answer to nothing")
    return notes


def _parts_of(note: str, said: Sequence[StatedNote]) -> list[tuple[str, str]]:
    if not said and split_comment(note) == (note, ()):
        return [("", note)] if note else []
    return _written(note, said)


def _written(note: str, said: Sequence[StatedNote]) -> list[tuple[str, str]]:
    parts = [("", _escaped(note))] if note else []
    for one in sorted(said, key=lambda one: one.time or 0.0):
        kind = REJECTED if one.rejects else RESOLVED if one.resolved else ""
        text = one.text if one.text.strip() or not one.rejects else NO_REASON
        whole = _signed(one.author, one.time, text, kind)
        # An answer to what cannot be written stands as a note.
        kind = REPLY if whole else ""
        parts += whole
        for reply in one.replies:
            parts += _signed(reply.author, reply.time, reply.text, kind)
    return parts


def _signed(by: str, time: float | None, said: str, kind: str) -> list[tuple[str, str]]:
    """Return what a person says as one part, behind the name and the time; none where empty."""
    text = "\n".join(line.rstrip() for line in said.splitlines()).strip()
    author = " ".join(by.split())
    about = ", ".join(filter(None, (author, _time(time), kind)))
    return [(author, f"[{about}] {_escaped(text)}")] if text else []


def _escaped(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(f"\\{line}" if _LOOKS_SO.match(line) else line for line in lines)


def _unescaped(line: str) -> str:
    return line[1:] if line.startswith("\\") and _LOOKS_SO.match(line) else line


def _time(seconds: float | None) -> str:
    known = seconds if seconds is not None and 0 <= seconds < _LATEST else 0.0
    moment = datetime.fromtimestamp(round(known * 1000) / 1000, UTC)
    precision = "milliseconds" if moment.microsecond else "seconds"
    return moment.isoformat(timespec=precision).replace("+00:00", "Z")
