"""Writing a document from elsewhere as XLIFF 2.0: one unit a unit, one segment a segment.

Version 2.0 and not 2.1, which some programs refuse; nothing here needs 2.1. What XLIFF 2 has no
element for stands as JSON in the metadata module.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from translation.formats.code_table_json import rows_of_codes
from translation.formats.comments import comment_of, document_comment
from translation.formats.safe_xml import FORBIDDEN, clean
from translation.formats.xliff.common import draft_to_write
from translation.formats.xliff.names import SPACE
from translation.formats.xliff2.names import (
    CATEGORY,
    CORE,
    DRAFT,
    EDITED,
    MATCHES,
    METADATA,
    REJECTED,
    STATE_NAMES,
    core,
)
from translation.formats.xliff2.new_codes import CodeWriter
from translation.formats.xliff2.own import DOCUMENT
from translation.formats.xliff2.references import NMTOKEN
from translation.model.ports import no_report
from translation.model.rejection import rejection_of
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml import etree

    from translation.model.document import Document
    from translation.model.draft import Draft
    from translation.model.ports import Report
    from translation.model.segment import Segment, SourceFile, TranslationUnit

UNITS_A_REPORT = 500


def new_document(document: Document, report: Report = no_report) -> bytes:
    """Return the whole document as XLIFF 2.0 in UTF-8; its files share a language pair.

    Raises what ``report`` raises.
    """
    from lxml import etree

    pair = document.files[0].pair
    namespaces: Any = {None: CORE, "mda": METADATA, "mtc": MATCHES}
    languages = {
        "srcLang": pair.source.replace("_", "-"),
        "trgLang": pair.target.replace("_", "-"),
    }
    root = etree.Element(core("xliff"), {"version": "2.0", **languages}, nsmap=namespaces)
    root.text = "\n"
    ids = _Ids()
    files = {file.id: _file(root, file, ids) for file in document.files}
    if document.units:
        said = document_comment(document)
        _add_notes(files[document.units[0].file_id], [(DOCUMENT, said)])
    count = len(document.units)
    for number, (unit, segments) in enumerate(document.by_unit()):
        if number % UNITS_A_REPORT == 0:
            report(number, count)
        if segments:
            _unit(files[unit.file_id], document, unit, segments, ids)
    for file in files.values():
        if file.find(core("unit")) is None:
            root.remove(file)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


_CODE_ID = re.compile(r"[0-9.\-:]|c[0-9]")


class _Ids:
    """Gives ids that XLIFF 2 allows: the document's own wherever they are name tokens."""

    def __init__(self) -> None:
        self._taken = {"unit"}

    def of(self, wanted: str, kind: str) -> str:
        """Return ``wanted`` or another; those of inline codes begin with a digit or ``c``."""
        id_, number = wanted, len(self._taken)
        while not NMTOKEN.fullmatch(id_) or _CODE_ID.match(id_) or id_ in self._taken:
            number += 1
            id_ = f"{kind}-{number}"
        self._taken.add(id_)
        return id_


def _add(parent: etree._Element, tag: str, attributes: dict[str, str]) -> etree._Element:
    from lxml import etree

    return etree.SubElement(parent, tag, attributes)


def _file(root: etree._Element, file: SourceFile, ids: _Ids) -> etree._Element:
    original = clean(file.name)
    element = _add(root, core("file"), {"id": ids.of(file.id, "file"), "original": original})
    element.text = element.tail = "\n"
    _metadata(element, {"format": file.format})
    return element


def _metadata(parent: etree._Element, facts: dict[str, Any]) -> None:
    metadata = _add(parent, f"{{{METADATA}}}metadata", {})
    metadata.tail = "\n"
    group = _add(metadata, f"{{{METADATA}}}metaGroup", {"category": CATEGORY})
    for name, value in facts.items():
        _add(group, f"{{{METADATA}}}meta", {"type": name}).text = json.dumps(value)


def _unit(
    file: etree._Element,
    document: Document,
    unit: TranslationUnit,
    segments: Sequence[Segment],
    ids: _Ids,
) -> None:
    attributes = {"id": ids.of(unit.id, "unit"), SPACE: "preserve"}
    if all(segment.locked for segment in segments):
        attributes["translate"] = "no"
    element = _add(file, core("unit"), attributes)
    element.tail = "\n"
    own = [ids.of(segment.id, "segment") for segment in segments]
    drafts = [draft_to_write(document, segment) for segment in segments]
    notes = {
        id_: comment_of(document, segment, by_files=False)
        for id_, segment in zip(own, segments, strict=True)
    }
    facts: dict[str, Any] = {"unit": _unit_facts(unit)}
    for id_, segment, draft in zip(own, segments, drafts, strict=True):
        facts[id_] = _segment_facts(segment, draft, notes[id_])
    _metadata(element, facts)
    codes = CodeWriter(unit.codes)
    _matches(element, own, segments, drafts, codes)
    _notes(element, unit, notes)
    original = _add(element, core("originalData"), {})
    for id_, segment, draft in zip(own, segments, drafts, strict=True):
        _ignorable(element, segment.lead)
        part = _segment(element, id_, segment, None if unit.is_furniture else draft, codes)
        if segment.target is not None and rejection_of(document, segment.id) is not None:
            part.set("subState", REJECTED)
        _ignorable(element, segment.trail)
    codes.write_data(original)
    if not len(original):
        element.remove(original)


def _unit_facts(unit: TranslationUnit) -> dict[str, Any]:
    facts: dict[str, Any] = {"id": unit.id, "role": unit.role.value}
    if unit.role_found:
        facts["role_found"] = unit.role_found.value
    if unit.anchor:
        facts["anchor"] = unit.anchor
    if unit.codes:
        facts["codes"] = rows_of_codes(unit.codes)
    if FORBIDDEN.search(unit.note):
        facts["note"] = unit.note
    return facts


def _segment_facts(segment: Segment, draft: Draft | None, note: str) -> dict[str, Any]:
    facts: dict[str, Any] = {"id": segment.id}
    facts |= {name: text for name in ("lead", "trail") if (text := getattr(segment, name))}
    if segment.origin:
        facts["origin"] = segment.origin.value
    if segment.reference is not None:
        facts["reference"] = segment.reference
    if segment.locked:
        facts["locked"] = True
    if FORBIDDEN.search(note):
        facts["note"] = note
    if draft is not None:
        names = ("engine", "model", "revision", "parameters", "score", "created")
        facts["draft"] = {name: getattr(draft, name) for name in names}
        facts["draft"]["marks"] = list(draft.marks)
        facts["accepted"] = draft.id == segment.draft_id
    return facts


def _matches(
    unit: etree._Element,
    ids: Sequence[str],
    segments: Sequence[Segment],
    drafts: Sequence[Draft | None],
    codes: CodeWriter,
) -> None:
    rows = [row for row in zip(ids, segments, drafts, strict=True) if row[2] is not None]
    if not rows:
        return
    matches = _add(unit, f"{{{MATCHES}}}matches", {})
    for id_, segment, draft in rows:
        assert draft is not None
        attributes = {"ref": f"#{id_}", "type": "mt"}
        if draft.engine:
            attributes["origin"] = clean(draft.engine)
        match = _add(matches, f"{{{MATCHES}}}match", attributes)
        codes.put(_add(match, core("source"), {}), segment.source, "match")
        codes.put(_add(match, core("target"), {}), draft.text, "match")


def _notes(element: etree._Element, unit: TranslationUnit, of_each: Mapping[str, str]) -> None:
    _add_notes(element, [("unit", unit.note), *of_each.items()])


def _add_notes(element: etree._Element, texts: Iterable[tuple[str, str]]) -> None:
    texts = [(about, note) for about, note in texts if note and not FORBIDDEN.search(note)]
    if texts:
        notes = _add(element, core("notes"), {})
        for about, note in texts:
            _add(notes, core("note"), {"category": f"{CATEGORY}:{about}"}).text = note


def _ignorable(unit: etree._Element, text: str) -> None:
    """Add the white space between segments, for whoever joins them."""
    if text and not FORBIDDEN.search(text):
        _add(_add(unit, core("ignorable"), {}), core("source"), {}).text = text


def _segment(
    unit: etree._Element, id_: str, segment: Segment, draft: Draft | None, codes: CodeWriter
) -> etree._Element:
    attributes = {"id": id_, "state": STATE_NAMES[segment.state]}
    text = segment.target
    if segment.state is SegmentState.EDITED:
        attributes["subState"] = EDITED
    if text is None and draft is not None:
        text = draft.text
        attributes["subState"] = DRAFT
    element = _add(unit, core("segment"), attributes)
    codes.put(_add(element, core("source"), {}), segment.source, "source")
    if text is not None:
        codes.put(_add(element, core("target"), {}), text, "target")
    return element
