"""Writing XLIFF 1.2: one trans-unit a segment, one group a unit, one file a file.

Valid against the strict schema: no attribute or element outside the standard. Nothing inside
a unit is indented, and segments say ``xml:space="preserve"``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from translation import __version__
from translation.formats.code_table_json import rows_of_codes
from translation.formats.comments import comment_parts, document_comment
from translation.formats.fingerprints import UNITS_A_REPORT, changed_units
from translation.formats.in_place import came_from
from translation.formats.notices import counted
from translation.formats.safe_xml import FORBIDDEN, clean, root_element
from translation.formats.spec import Written
from translation.formats.xliff.common import draft_to_write, whole_original
from translation.formats.xliff.inline import text_as_xml
from translation.formats.xliff.names import (
    DATATYPES,
    DRAFT_STATE,
    MT_SUGGESTION,
    NAMESPACE,
    REJECTED,
    STATE_NAMES,
    TOOL,
    TOOL_NAME,
    restype,
)
from translation.formats.xliff.own import file_note
from translation.formats.xliff.place import write_in_place
from translation.formats.xliff.vendors import states_told
from translation.formats.xml_text import element, escaped
from translation.model.language import language_tag
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.inline import InlineCode
    from translation.model.ports import Report
    from translation.model.rejection import Rejection
    from translation.model.segment import Segment, SourceFile, TranslationUnit


def write(document: Document, options: WriteOptions) -> Written:
    """Write the whole document as XLIFF 1.2: into the foreign file it came from, else anew."""
    if came_from(document.files, "xliff"):
        with whole_original(document.files[0].name):
            if not _has_ours(document.files[0]):
                return _in_place(document, options)
            original = document.files[0].original
            is_said = document_comment(document) == _document_note(original, options.name)
            if is_said and changed_units(document, options.report, whole=True) == {}:
                return Written(original)
    return Written(_new_document(document, options.report))


def _in_place(document: Document, options: WriteOptions) -> Written:
    original, joined = document.files[0].original, set[str]()
    data = write_in_place(document, joined, options.report)
    notices = tuple(counted(options.name, states_joined=len(joined)))
    if data == original:
        return Written(data, notices, in_place=True)
    namespaces = root_element(original, document.files[0].name).nsmap.values()
    return Written(data, notices, tells=states_told(namespaces), in_place=True)


def _new_document(document: Document, report: Report) -> bytes:
    parts = [
        f"<?xml version='1.0' encoding='UTF-8'?>\n<xliff xmlns=\"{NAMESPACE}\" version=\"1.2\">\n"
    ]
    bodies: dict[str, list[str]] = {file.id: [] for file in document.files}
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % UNITS_A_REPORT == 0:
            report(number, len(document))
        bodies[unit.file_id].append(_group(document, unit, segments))
    said = document_comment(document)
    for file in document.files:
        parts += [_start_of_file(file, said), *bodies.pop(file.id), "</body>\n</file>\n"]
        said = ""
    parts.append("</xliff>\n")
    return "".join(parts).encode("utf-8")


def _has_ours(file: SourceFile) -> bool:
    root = root_element(file.original, file.name)
    return any(found.get("tool-id") == TOOL for found in root)


def _document_note(original: bytes, name: str) -> str:
    """Return what an export of ours holds of notes on the whole document."""
    found = (file_note(file) for file in root_element(original, name))
    return next(filter(None, found), "")


def _start_of_file(file: SourceFile, note: str) -> str:
    """Return a ``file`` element up to its first unit."""
    attributes = {
        "original": clean(file.name),
        "source-language": language_tag(file.pair.source),
        "target-language": language_tag(file.pair.target),
        "datatype": _datatype(file),
        "tool-id": TOOL,
    }
    tool = element("tool", {"tool-id": TOOL, "tool-name": TOOL_NAME, "tool-version": __version__})
    start = element("file", attributes).removesuffix("/>")
    said = "" if not note or FORBIDDEN.search(note) else element("note", {}, escaped(note))
    return f"{start}>{element('header', {}, tool + said)}\n<body>\n"


def _datatype(file: SourceFile) -> str:
    """Return what the text was before it first became XLIFF."""
    if file.format == "xliff" and file.extraction:
        return str(json.loads(file.extraction).get("datatype") or "x-xliff")
    return DATATYPES.get(file.format, f"x-{file.format}")


def _group(document: Document, unit: TranslationUnit, segments: Sequence[Segment]) -> str:
    contexts: dict[str, str] = {}
    if unit.role_found:
        contexts["x-role-found"] = unit.role_found.value
    if unit.anchor:
        contexts["x-anchor"] = clean(unit.anchor)
    if unit.codes:
        contexts["x-codes"] = _codes_json(unit.codes)
    inside = [_notes_and_contexts([("", unit.note)] if unit.note else [], contexts)]
    inside += [_trans_unit(document, unit, segment) for segment in segments]
    attributes = {"id": clean(unit.id), "restype": restype(unit.role)}
    return element("group", attributes, "".join(inside)) + "\n"


def _codes_json(codes: Sequence[InlineCode]) -> str:
    """Return the unit's code table, also where a code's markup is nothing XML could hold."""
    return json.dumps(rows_of_codes(codes), separators=(",", ":"))


def _trans_unit(document: Document, unit: TranslationUnit, segment: Segment) -> str:
    attributes = {"id": clean(segment.id), "xml:space": "preserve"}
    if segment.state is SegmentState.FINAL:
        attributes["approved"] = "yes"
    if segment.locked:
        attributes["translate"] = "no"
    draft = draft_to_write(document, segment)
    contexts: dict[str, str] = {}
    if segment.lead:
        contexts["x-lead"] = json.dumps(segment.lead)
    if segment.trail:
        contexts["x-trail"] = json.dumps(segment.trail)
    if segment.origin:
        contexts["x-origin"] = segment.origin.value
    inside = element("source", {}, text_as_xml(segment.source, unit.codes))
    rejection = rejection_of(document, segment.id)
    inside += _target(unit, segment, None if unit.is_furniture else draft, rejection)
    inside += _notes_and_contexts(comment_parts(document, segment, by_files=False), contexts)
    if draft:
        inside += _draft(unit, draft, accepted=draft.id == segment.draft_id)
    for reference in segment.references:
        inside += _alternative(unit, reference, {"alttranstype": "reference"})
    return element("trans-unit", attributes, inside)


def _target(
    unit: TranslationUnit, segment: Segment, draft: Draft | None, rejection: Rejection | None
) -> str:
    text, attributes = segment.target, {"state": STATE_NAMES[segment.state]}
    if rejection is not None:  # The reason is a note; of the standard's words this says least.
        attributes["state-qualifier"] = REJECTED
    if text is None:
        if draft is None:
            return ""
        text = draft.text
        attributes = {"state": DRAFT_STATE, "state-qualifier": MT_SUGGESTION}
    return element("target", attributes, text_as_xml(text, unit.target_codes))


def _notes_and_contexts(notes: Sequence[tuple[str, str]], contexts: dict[str, str]) -> str:
    """Return notes, each with its author, after the contexts."""
    if not notes:
        return _contexts(contexts)
    whole = "\n".join([note for _author, note in notes])
    if FORBIDDEN.search(whole):
        return _contexts({**contexts, "x-note": json.dumps(whole)})
    made = (element("note", {"from": who} if who else {}, escaped(note)) for who, note in notes)
    return _contexts(contexts) + "".join(made)


def _contexts(contexts: dict[str, str]) -> str:
    if not contexts:
        return ""
    inside = [
        f'<context context-type="{kind}">{escaped(value)}</context>'
        if value
        else f'<context context-type="{kind}"/>'
        for kind, value in contexts.items()
    ]
    return f'<context-group purpose="information">{"".join(inside)}</context-group>'


def _draft(unit: TranslationUnit, draft: Draft, accepted: bool) -> str:
    kind = "accepted" if accepted else "proposal"
    attributes = {"origin": clean(draft.engine), "alttranstype": kind}
    score = "" if draft.score is None else repr(draft.score)
    made = draft.model, draft.revision, draft.parameters
    said = _said_of_draft(*made, score, draft.marks, draft.created)
    return _alternative(unit, draft.text, attributes, said)


@lru_cache(maxsize=256)
def _said_of_draft(
    model: str, revision: str, parameters: str, score: str, marks: tuple[str, ...], created: str
) -> str:
    """Return how a draft was made: most drafts of a document were made in the same way."""
    contexts = {
        "x-model": model,
        "x-revision": revision,
        "x-parameters": parameters if parameters != "{}" else "",
        "x-score": score,
        "x-marks": " ".join(marks),
        "x-created": created,
    }
    return _contexts({kind: clean(value) for kind, value in contexts.items() if value})


def _alternative(
    unit: TranslationUnit, text: str, attributes: dict[str, str], more: str = ""
) -> str:
    target = element("target", {}, text_as_xml(text, unit.target_codes))
    return element("alt-trans", {**attributes, "xml:space": "preserve"}, target + more)
