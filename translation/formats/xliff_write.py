"""Writing XLIFF 1.2: one trans-unit a segment, one group a unit, one file a file.

Valid against the strict schema: no attribute or element outside the standard. Nothing inside
a unit is indented, and segments say ``xml:space="preserve"``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from translation.formats.code_table_json import rows_of_codes
from translation.formats.fingerprints import changed_units
from translation.formats.in_place import came_from
from translation.formats.safe_xml import FORBIDDEN, clean, root_element
from translation.formats.spec import Written
from translation.formats.xliff_common import draft_to_write
from translation.formats.xliff_inline import write_text
from translation.formats.xliff_names import (
    DATATYPES,
    DRAFT_STATE,
    MT_SUGGESTION,
    NAMESPACE,
    SPACE,
    STATE_NAMES,
    TOOL,
    TOOL_NAME,
    restype,
)
from translation.formats.xliff_place import write_in_place
from translation.model.language import language_tag
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from translation.formats.spec import WriteOptions
    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.inline import InlineCode
    from translation.model.segment import Segment, SourceFile, TranslationUnit


def write(document: Document, options: WriteOptions) -> Written:
    """Write the whole document as XLIFF 1.2: into the foreign file it came from, else anew."""
    if came_from(document.files, "xliff"):
        if not _has_ours(document.files[0]):
            return Written(write_in_place(document, options.report))
        if changed_units(document, options.report, whole=True) == {}:
            return Written(document.files[0].original)
    from lxml import etree

    namespaces: Any = {None: NAMESPACE}
    root = etree.Element(_name("xliff"), {"version": "1.2"}, nsmap=namespaces)
    root.text = "\n"
    bodies = {file.id: _file(root, file) for file in document.files}
    for unit, segments in document.by_unit():
        _group(bodies[unit.file_id], document, unit, segments)
    return Written(etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")


def _has_ours(file: SourceFile) -> bool:
    root = root_element(file.original, file.name)
    return any(element.get("tool-id") == TOOL for element in root)


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"


def _add(
    parent: etree._Element, local: str, attributes: dict[str, str] | None = None
) -> etree._Element:
    from lxml import etree

    return etree.SubElement(parent, _name(local), attributes or {})


def _file(root: etree._Element, file: SourceFile) -> etree._Element:
    """Add a ``file`` element and return its body."""
    element = _add(
        root,
        "file",
        {
            "original": clean(file.name),
            "source-language": language_tag(file.pair.source),
            "target-language": language_tag(file.pair.target),
            "datatype": _datatype(file),
            "tool-id": TOOL,
        },
    )
    element.tail = "\n"
    header = _add(element, "header")
    header.tail = "\n"
    _add(header, "tool", {"tool-id": TOOL, "tool-name": TOOL_NAME})
    body = _add(element, "body")
    body.text = body.tail = "\n"
    return body


def _datatype(file: SourceFile) -> str:
    """Return what the text was before it first became XLIFF."""
    if file.format == "xliff" and file.extraction:
        return str(json.loads(file.extraction).get("datatype") or "x-xliff")
    return DATATYPES.get(file.format, f"x-{file.format}")


def _group(
    body: etree._Element,
    document: Document,
    unit: TranslationUnit,
    segments: Sequence[Segment],
) -> None:
    group = _add(body, "group", {"id": clean(unit.id), "restype": restype(unit.role)})
    group.tail = "\n"
    contexts: dict[str, str] = {}
    if unit.role_found:
        contexts["x-role-found"] = unit.role_found.value
    if unit.anchor:
        contexts["x-anchor"] = clean(unit.anchor)
    if unit.codes:
        contexts["x-codes"] = _codes_json(unit.codes)
    _notes_and_contexts(group, unit.note, contexts)
    for segment in segments:
        _trans_unit(group, document, unit, segment)


def _codes_json(codes: Sequence[InlineCode]) -> str:
    """Return the unit's code table, also where a code's markup is nothing XML could hold."""
    return json.dumps(rows_of_codes(codes), separators=(",", ":"))


def _trans_unit(
    group: etree._Element, document: Document, unit: TranslationUnit, segment: Segment
) -> None:
    attributes = {"id": clean(segment.id), SPACE: "preserve"}
    if segment.state is SegmentState.FINAL:
        attributes["approved"] = "yes"
    if segment.locked:
        attributes["translate"] = "no"
    element = _add(group, "trans-unit", attributes)
    write_text(_add(element, "source"), segment.source, unit.codes)
    draft = draft_to_write(document, segment)
    _target(element, unit, segment, None if unit.is_furniture else draft)
    contexts: dict[str, str] = {}
    if segment.lead:
        contexts["x-lead"] = json.dumps(segment.lead)
    if segment.trail:
        contexts["x-trail"] = json.dumps(segment.trail)
    if segment.origin:
        contexts["x-origin"] = segment.origin.value
    _notes_and_contexts(element, segment.note, contexts)
    if draft:
        _draft(element, unit, draft, accepted=draft.id == segment.draft_id)
    if segment.reference is not None:
        _alternative(element, unit, segment.reference, {"alttranstype": "reference"})


def _target(
    element: etree._Element, unit: TranslationUnit, segment: Segment, draft: Draft | None
) -> None:
    text, attributes = segment.target, {"state": STATE_NAMES[segment.state]}
    if text is None:
        if draft is None:
            return
        text = draft.text
        attributes = {"state": DRAFT_STATE, "state-qualifier": MT_SUGGESTION}
    write_text(_add(element, "target", attributes), text, unit.codes)


def _notes_and_contexts(element: etree._Element, note: str, contexts: dict[str, str]) -> None:
    plain = FORBIDDEN.search(note) is None
    if not plain:
        contexts["x-note"] = json.dumps(note)
    _contexts(element, contexts)
    if note and plain:
        _add(element, "note").text = note


def _contexts(element: etree._Element, contexts: dict[str, str]) -> None:
    if not contexts:
        return
    group = _add(element, "context-group", {"purpose": "information"})
    for kind, value in contexts.items():
        _add(group, "context", {"context-type": kind}).text = value


def _draft(element: etree._Element, unit: TranslationUnit, draft: Draft, accepted: bool) -> None:
    kind = "accepted" if accepted else "proposal"
    alternative = _alternative(
        element, unit, draft.text, {"origin": clean(draft.engine), "alttranstype": kind}
    )
    contexts = {
        "x-model": draft.model,
        "x-revision": draft.revision,
        "x-parameters": draft.parameters if draft.parameters != "{}" else "",
        "x-score": "" if draft.score is None else repr(draft.score),
        "x-marks": " ".join(draft.marks),
        "x-created": draft.created,
    }
    _contexts(alternative, {kind: clean(value) for kind, value in contexts.items() if value})


def _alternative(
    element: etree._Element, unit: TranslationUnit, text: str, attributes: dict[str, str]
) -> etree._Element:
    alternative = _add(element, "alt-trans", {**attributes, SPACE: "preserve"})
    write_text(_add(alternative, "target"), text, unit.codes)
    return alternative
