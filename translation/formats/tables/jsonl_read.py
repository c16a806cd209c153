"""JSON lines in: objects to units and files. See jsonl for what they hold."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.code_table import CodeTable
from translation.formats.code_table_json import codes_from_rows
from translation.formats.comments import NO_REASON, whole_comment
from translation.formats.notices import counted
from translation.formats.tables.segment_table import fitting_state
from translation.formats.tables.table_headings import is_reference
from translation.formats.visible_codes import read_codes, visible_mark
from translation.model.imported import (
    ImportedDraft,
    ImportedFile,
    ImportedSegment,
    ImportedUnit,
    Notice,
)
from translation.model.language import ARABIC_TO_ENGLISH, LanguagePair, is_language_tag
from translation.model.notes import StatedNote
from translation.model.record import Reply
from translation.model.segment import Origin, Role, joined_references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from translation.formats.spec import ReadOptions

Row = dict[str, Any]
_KNOWN = frozenset(
    "file unit id role role_found source_language target_language draft state origin note"
    " notes unit_note locked lead trail anchor codes engine model revision score parameters marks"
    " created accepted edits seconds times word_edits target_words".split()
)
"""Names that mean something here, beside those of texts."""
_MOST_NAMED = 20
_SOURCE_NAMES = ("source", "src")
_TARGET_NAMES = ("target", "tgt", "translation")


def files_of(
    rows: Sequence[tuple[int, Row]],
    format_id: str,
    data: bytes,
    encoding: str,
    options: ReadOptions,
) -> list[ImportedFile]:
    """Return the files that the objects name, in order. Raises no_text, too_many_codes."""
    taken: set[str] = set()
    files: list[ImportedFile] = []
    unread = _unread_keys(rows, options)
    for (name, pair), group in groupby(rows, key=lambda row: _file_key(row[1])):
        units = tuple(_units(list(group), pair or options.pair, taken, options))
        if units:
            left_out = counted(
                name or options.name, furniture=sum(u.role is Role.FURNITURE for u in units)
            )
            files.append(
                ImportedFile(
                    name or options.name,
                    format_id,
                    data,
                    units,
                    pair or options.pair,
                    encoding,
                    notices=(*left_out, *(unread if not files else ())),
                )
            )
    if not files:
        raise InputError("no_text", file=options.name)
    return files


def _unread_keys(rows: Sequence[tuple[int, Row]], options: ReadOptions) -> tuple[Notice, ...]:
    """Say which names of the objects mean nothing here: what they hold is not written again."""
    known = _KNOWN | {*_SOURCE_NAMES, *_TARGET_NAMES}
    found = dict.fromkeys(key for _number, row in rows for key in row)
    unread = [key for key in found if key not in known and not is_reference(key)]
    if not unread:
        return ()
    facts = (("file", options.name), ("keys", ", ".join(unread[:_MOST_NAMED])))
    return (Notice("keys_left_out", facts),)


def _file_key(row: Row) -> tuple[str, LanguagePair | None]:
    source, target = _text(row, "source_language"), _text(row, "target_language")
    known = is_language_tag(source) and is_language_tag(target)
    return _text(row, "file"), LanguagePair(source, target) if known else None


def _units(
    rows: list[tuple[int, Row]],
    pair: LanguagePair | None,
    taken: set[str],
    options: ReadOptions,
) -> list[ImportedUnit]:
    made = []
    # Objects that name no unit are units of their own.
    for _key, group in groupby(rows, key=lambda row: _text(row[1], "unit") or row[0]):
        members = list(group)
        first = members[0][1]
        table = _code_table(first, options)
        segments = [_segment(row, table, pair, taken) for _number, row in members]
        found = [segment for segment in segments if segment is not None]
        if found:
            made.append(
                ImportedUnit(
                    segments=tuple(found),
                    role=_member(Role, first, "role") or Role.PARAGRAPH,
                    role_found=_member(Role, first, "role_found"),
                    codes=table.codes,
                    anchor=_text(first, "anchor"),
                    id=_text(first, "unit") or None,
                    note=_text(first, "unit_note"),
                )
            )
    return made


def _code_table(row: Row, options: ReadOptions) -> CodeTable:
    table = CodeTable(options.name)
    for index, code in enumerate(codes_from_rows(row.get("codes"))):
        table.add(code, ("visible", visible_mark(index, code.kind)))
    return table


def _segment(
    row: Row, table: CodeTable, pair: LanguagePair | None, taken: set[str]
) -> ImportedSegment | None:
    languages = pair or ARABIC_TO_ENGLISH
    source, target = _texts(row, languages)
    if source is None or not source.strip():
        return None
    text = read_codes(source, table)
    core = text.strip()
    start = text.find(core)
    shown_target = None if target is None else read_codes(target, table)
    id_ = _text(row, "id")
    known = None if not id_ or id_ in taken else id_
    taken.add(id_)
    return ImportedSegment(
        core,
        shown_target,
        fitting_state(_text(row, "state"), shown_target),
        known,
        _text(row, "lead") + text[:start],
        text[start + len(core) :] + _text(row, "trail"),
        _draft(row, table),
        _references(row, table),
        whole_comment(_text(row, "note"), tuple(_said(row))),
        row.get("locked") is True,
        _member(Origin, row, "origin"),
    )


def _said(row: Row) -> Iterator[StatedNote]:
    """Give the notes of people; what is none is left out."""
    for note in _rows(row.get("notes")):
        replies = tuple(
            Reply(_text(reply, "author"), _moment(reply), _text(reply, "text"))
            for reply in _rows(note.get("replies"))
        )
        is_resolved = note.get("resolved") is True
        rejects = note.get("rejected") is True
        text = _text(note, "text")
        said = "" if rejects and text == NO_REASON else text, _text(note, "author"), _moment(note)
        yield StatedNote(*said, replies, is_resolved, rejects)


def _rows(rows: object) -> list[Row]:
    """Return those of a list that say something."""
    found = rows if isinstance(rows, list) else []
    return [row for row in found if isinstance(row, dict) and _text(row, "text")]


def _moment(row: Row) -> float:
    try:
        return datetime.fromisoformat(_text(row, "time")).timestamp()
    except (ValueError, OverflowError):
        return 0.0


def _references(row: Row, table: CodeTable) -> str | None:
    """Return what stands under ``reference``, ``references``, ``reference2`` …, lists too."""
    values = [value for name, value in row.items() if is_reference(name)]
    texts = [text for value in values for text in (value if isinstance(value, list) else [value])]
    if texts == [""]:
        return ""
    return joined_references(read_codes(text, table) for text in texts if isinstance(text, str))


def _texts(row: Row, pair: LanguagePair) -> tuple[str | None, str | None]:
    """Return source and target, by our names or as data sets have them."""
    nested = row.get("translation")
    if isinstance(nested, dict):
        found = [nested.get(pair.source), nested.get(pair.target)]
    else:
        found = [
            next((row[name] for name in names if name in row), None)
            for names in (_SOURCE_NAMES, _TARGET_NAMES)
        ]
    source, target = (text if isinstance(text, str) else None for text in found)
    return source, target


def _draft(row: Row, table: CodeTable) -> ImportedDraft | None:
    text = row.get("draft")
    if not isinstance(text, str):
        return None
    score = row.get("score")
    marks = row.get("marks")
    return ImportedDraft(
        read_codes(text, table),
        _text(row, "engine"),
        _text(row, "model"),
        _text(row, "revision"),
        float(score) if isinstance(score, int | float) and abs(score) < 1e9 else None,
        _text(row, "parameters") or "{}",
        tuple(mark for mark in marks if isinstance(mark, str)) if isinstance(marks, list) else (),
        _text(row, "created"),
        row.get("accepted") is True,
    )


def _text(row: Row, name: str) -> str:
    value = row.get(name, "")
    return value if isinstance(value, str) else str(value) if isinstance(value, int) else ""


def _member(kind: Any, row: Row, name: str) -> Any:
    value = _text(row, name)
    return kind(value) if value in set(kind) else None
