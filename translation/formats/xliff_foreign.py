"""Reading trans-units that other programs wrote: segments, states, codes, machine drafts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.safe_xml import local_name
from translation.formats.xliff_inline import InlineReader
from translation.formats.xliff_names import (
    MT_QUALIFIERS,
    ROLES,
    SPACE,
    STATES,
    UNTRANSLATED_STATES,
)
from translation.model.imported import ImportedDraft, ImportedSegment, ImportedUnit
from translation.model.segment import Role, SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from translation.formats.code_table import CodeTable

_MACHINE = re.compile(
    r"(?:^|[^a-z])(?:mt|nmt|smt|machine|neural|google|deepl|microsoft|systran|opus|marian)"
    r"(?:$|[^a-z])",
    re.IGNORECASE,
)
"""Origins of alt-trans that name a machine translation; there is no standard list."""

_WRAPPED = re.compile(r"(?<![ \t])[ \t]*+[\r\n]\s*")


class _Piece(NamedTuple):
    """A segment's source and target; the target is None where the file has none."""

    source: str
    target: str | None


def foreign_unit(
    trans_unit: etree._Element, table: CodeTable, fresh: Callable[[str | None], str | None]
) -> ImportedUnit | None:
    """Read a trans-unit as a unit, None where it has no source text.

    The id is kept as the segment's where the unit is one segment.
    """
    parts = {local_name(child): child for child in reversed(trans_unit)}
    if "source" not in parts:
        return None
    reader = InlineReader(table, ours=False)
    pieces = _pieces(parts, reader)
    wraps = not _preserves_space(trans_unit)
    draft = _machine_draft(trans_unit, reader, wraps) if len(pieces) == 1 else None
    attributes = parts.get("target")
    segments = tuple(
        _segment(trans_unit, attributes, _unwrapped(piece) if wraps else piece, draft)
        for piece in pieces
    )
    if not any(segment.source.strip() for segment in segments):
        return None
    if len(segments) == 1:
        segments = (replace(segments[0], id=fresh(trans_unit.get("id"))),)
    return ImportedUnit(
        segments=segments,
        role=ROLES.get(trans_unit.get("restype", ""), Role.PARAGRAPH),
        codes=table.codes,
        anchor=trans_unit.get("id", ""),
        note=_notes(trans_unit) if len(segments) > 1 else "",
    )


def _pieces(parts: dict[str, etree._Element], reader: InlineReader) -> list[_Piece]:
    """Pair the segments of seg-source with those of the target."""
    target = parts.get("target")
    whole = _Piece(
        reader.text(parts["source"]), reader.text(target) if target is not None else None
    )
    sources = _segments(parts["seg-source"], reader) if "seg-source" in parts else []
    if len(sources) < 2:
        return [whole]
    if target is None or not whole.target:
        return [_Piece(text, None) for _, text in sources]
    targets = _segments(target, reader)
    if not targets:
        return [whole]  # nothing says which part of the target belongs to which segment
    return _matched(sources, targets)


def _segments(element: etree._Element, reader: InlineReader) -> list[tuple[str, str]]:
    """Return the ``mrk`` segments as (mid, text); text outside goes with the one before."""
    found: list[tuple[str, str]] = []
    before = reader.table.text(element.text or "")
    for child in element:
        text = reader.element(child)
        tail = reader.table.text(child.tail or "")
        if local_name(child) == "mrk" and child.get("mtype") == "seg":
            found.append((child.get("mid", str(len(found))), before + text + tail))
            before = ""
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + text + tail)
        else:
            before += text + tail
    return found


def _matched(sources: list[tuple[str, str]], targets: list[tuple[str, str]]) -> list[_Piece]:
    by_mid: dict[str, list[str]] = {}
    for mid, text in targets:
        by_mid.setdefault(mid, []).append(text)
    if not any(mid in by_mid for mid, _ in sources) and len(sources) == len(targets):
        pairs = zip(sources, targets, strict=True)
        return [_Piece(source, target) for (_, source), (_, target) in pairs]
    pieces = [_Piece(source, "".join(by_mid.pop(mid, [])) or None) for mid, source in sources]
    left_over = "".join(text for texts in by_mid.values() for text in texts)
    if left_over:
        last = pieces[-1]
        pieces[-1] = _Piece(last.source, (last.target or "") + left_over)
    return pieces


def _segment(
    trans_unit: etree._Element,
    attributes: etree._Element | None,
    piece: _Piece,
    draft: ImportedDraft | None,
) -> ImportedSegment:
    source = piece.source.strip()
    start = piece.source.find(source)
    state_name = attributes.get("state", "") if attributes is not None else ""
    qualifier = attributes.get("state-qualifier", "") if attributes is not None else ""
    approved = trans_unit.get("approved") == "yes"
    target = piece.target.strip() if piece.target is not None else None
    state = _state(state_name, approved)
    untouched = not target or (state_name in UNTRANSLATED_STATES and target == source)
    if not state.is_done and qualifier in MT_QUALIFIERS and target:
        draft = draft if draft and draft.text == target else ImportedDraft(target)
        untouched = True
    if untouched and not (target == "" and state.is_done):
        target, state = None, SegmentState.INITIAL
    return ImportedSegment(
        source,
        target,
        state,
        lead=piece.source[:start],
        trail=piece.source[start + len(source) :],
        draft=draft,
        note=_notes(trans_unit),
        locked=_is_locked(trans_unit),
    )


def _state(name: str, approved: bool) -> SegmentState:
    """Return the state; a file that only says ``approved`` means the translator's word."""
    if not name and approved:
        return SegmentState.CONFIRMED
    state = STATES.get(name, SegmentState.EDITED)
    return SegmentState.EDITED if state is SegmentState.INITIAL else state


def _machine_draft(
    trans_unit: etree._Element, reader: InlineReader, wraps: bool
) -> ImportedDraft | None:
    """Return the first alt-trans that a machine wrote."""
    for alternative in trans_unit:
        if local_name(alternative) != "alt-trans":
            continue
        origin = alternative.get("origin") or alternative.get("tool-id") or ""
        targets = [child for child in alternative if local_name(child) == "target"]
        if not targets:
            continue
        if _MACHINE.search(origin) or targets[0].get("state-qualifier") in MT_QUALIFIERS:
            text = reader.text(targets[0])
            text = _WRAPPED.sub(" ", text) if wraps else text
            return ImportedDraft(text.strip(), origin)
    return None


def _unwrapped(piece: _Piece) -> _Piece:
    """Take line ends for spaces: without xml:space they are indentation."""
    target = None if piece.target is None else _WRAPPED.sub(" ", piece.target)
    return _Piece(_WRAPPED.sub(" ", piece.source), target)


def _preserves_space(trans_unit: etree._Element) -> bool:
    for element in (trans_unit, *trans_unit.iterancestors()):
        if element.get(SPACE):
            return element.get(SPACE) == "preserve"
    return False


def _is_locked(trans_unit: etree._Element) -> bool:
    for element in (trans_unit, *trans_unit.iterancestors()):
        if element.get("translate"):
            return element.get("translate") == "no"
    return False


def _notes(trans_unit: etree._Element) -> str:
    notes = (child.text or "" for child in trans_unit if local_name(child) == "note")
    return "\n".join(note.strip() for note in notes if note.strip())
