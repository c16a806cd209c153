"""JSON lines: one object a segment, with its draft, target, edits and times: for training models.

``file unit id role source_language target_language source draft target state origin note
reference locked``; ``notes`` are those of people (``author time text`` each); of the draft
``engine model revision score parameters marks created accepted``; of the
work ``edits`` (undo steps, those taken back too), ``seconds`` (their length together) and
``times`` (``[label, start, end]`` each); ``word_edits`` and ``target_words`` compare draft and
target as WER does (no shifts). ``codes`` is the unit's table of inline codes, which texts show as
visible_codes says; ``lead`` and ``trail`` are the white space around the source. What is empty is
left out. In: any of these, or the ``{"translation": {"ar": …, "en": …}}`` of data sets.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.formats.code_table_json import rows_of_codes
from translation.formats.comments import NO_REASON
from translation.formats.decoding import decode
from translation.formats.spec import Written
from translation.formats.tables.jsonl_read import files_of
from translation.formats.tables.segment_table import STEP
from translation.formats.tables.separated import MOST_ROWS
from translation.formats.visible_codes import show_codes
from translation.model.inline import strip_codes
from translation.model.notes import notes_of_people
from translation.text.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.spec import ReadOptions, WriteOptions
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.edit_times import SegmentEdit
    from translation.model.imported import ImportedFile
    from translation.model.notes import StatedNote
    from translation.model.segment import Segment, TranslationUnit

FORMAT = "jsonl"
NAME = "JSON lines"
_ESCAPED = re.compile("[\ud800-\udfff\x7f-\x9f\u2028\u2029\ufffe\uffff]")
"""What stands in JSON as ``\\uXXXX``: halves of characters cannot be written otherwise, the
others trip other programs."""
_KEPT = frozenset(
    {"source", "target", "draft", "reference", "score", "edits", "seconds", "word_edits"}
)
"""What is written also where it is empty or zero: an empty target is a target all the same."""


def write(document: Document, options: WriteOptions) -> Written:
    """Write every segment as a line, furniture too."""
    times = options.edit_times() if options.edit_times else {}
    lines: list[str] = []
    for unit, segments in document.by_unit():
        for segment in segments:
            if len(lines) % STEP == 0:
                options.report(len(lines), len(document))
            row = _row(document, unit, segment) | _work(times.get(segment.id, ()))
            lines.append(_line(row))
    return Written("".join(lines).encode("utf-8"))


def _line(row: dict[str, object]) -> str:
    kept = {
        name: value for name, value in row.items() if value or (name in _KEPT and value is not None)
    }
    text = json.dumps(kept, ensure_ascii=False, allow_nan=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _row(document: Document, unit: TranslationUnit, segment: Segment) -> dict[str, object]:
    file = document.file_of(segment)
    draft = document.drafts.base(segment)
    row: dict[str, object] = {
        "file": file.name,
        "unit": unit.id,
        "id": segment.id,
        "role": unit.role.value,
        "source_language": file.pair.source,
        "target_language": file.pair.target,
        "source": show_codes(segment.source, unit.codes),
        "draft": _shown(draft.text if draft else None, unit),
        "target": _shown(segment.target, unit),
        "state": segment.state.value,
        "reference": _references(segment, unit),
        "origin": segment.origin.value if segment.origin else None,
        "locked": segment.locked,
        "lead": segment.lead,
        "trail": segment.trail,
        "note": segment.note,
        "notes": [_note(note) for note in notes_of_people(document, segment)],
        "role_found": unit.role_found.value if unit.role_found else None,
        "anchor": unit.anchor,
        "unit_note": unit.note,
    }
    if unit.codes:
        row["codes"] = rows_of_codes(unit.codes)
    return row | (_provenance(draft, segment) if draft else {})


def _references(segment: Segment, unit: TranslationUnit) -> str | list[str] | None:
    """Return the reference; a list where there are several."""
    shown = [show_codes(reference, unit.codes) for reference in segment.references]
    return shown if len(shown) > 1 else shown[0] if shown else None


def _note(note: StatedNote) -> dict[str, object]:
    """Return a note of a person; what it settles or rejects, and its answers, where there are."""
    text = note.text or NO_REASON if note.rejects else note.text
    row: dict[str, object] = _said(note.author, note.time or 0.0, text)
    if note.rejects:
        row["rejected"] = True
    if note.resolved:
        row["resolved"] = True
    if note.replies:
        row["replies"] = [_said(one.author, one.time, one.text) for one in note.replies]
    return row


def _said(author: str, time: float, text: str) -> dict[str, object]:
    return {"author": author, "time": _time(time), "text": text}


def _shown(text: str | None, unit: TranslationUnit) -> str | None:
    return None if text is None else show_codes(text, unit.codes)


def _provenance(draft: Draft, segment: Segment) -> dict[str, object]:
    facts: dict[str, object] = {
        "engine": draft.engine,
        "model": draft.model,
        "revision": draft.revision,
        "score": draft.score,
        "parameters": draft.parameters if draft.parameters != "{}" else "",
        "marks": list(draft.marks),
        "created": draft.created,
        "accepted": draft.id == segment.draft_id,
    }
    if segment.target is not None:
        facts |= _distance(draft.text, segment.target)
    return facts


def _distance(draft: str, target: str) -> dict[str, object]:
    """Count the words inserted, deleted and replaced, and those of the target."""
    from rapidfuzz.distance import Levenshtein

    before, after = (
        [word for word in words(strip_codes(text)) if not word.isspace()]
        for text in (draft, target)
    )
    return {"word_edits": Levenshtein.distance(before, after), "target_words": len(after)}


def _work(edits: Sequence[SegmentEdit]) -> dict[str, object]:
    if not edits:
        return {}
    return {
        "edits": len(edits),
        "seconds": round(sum(edit.end - edit.start for edit in edits), 3),
        "times": [[edit.label, _time(edit.start), _time(edit.end)] for edit in edits],
    }


def _time(seconds: float) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(data: bytes, options: ReadOptions) -> list[ImportedFile]:
    """Read objects, one a line, that have a source; those of one unit that follow make it.

    Raises InputError: what decoding raises, wrong_format, too_many_rows, no_text, too_many_codes.
    """
    decoded = decode(data, options.name, options.encoding)
    rows: list[tuple[int, dict[str, Any]]] = []
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if number % STEP == 0:
            options.report(number, 0)
        if len(rows) == MOST_ROWS:
            raise InputError("too_many_rows", file=options.name, limit=MOST_ROWS)
        if line.strip():
            rows.append((number, _object(line, number, options)))
    return files_of(rows, FORMAT, data, decoded.encoding, options)


def _object(line: str, number: int, options: ReadOptions) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        detail = f"line {number} is no JSON"
        raise InputError("wrong_format", file=options.name, format=NAME, detail=detail) from error
    if not isinstance(found, dict):
        detail = f"line {number} is no object"
        raise InputError("wrong_format", file=options.name, format=NAME, detail=detail)
    return found
