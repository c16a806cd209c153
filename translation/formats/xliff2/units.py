"""Reading a unit that another program wrote as XLIFF 2: segments, states, notes, matches."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING

from translation.formats.code_table import CodeTable
from translation.formats.comments import joined_notes
from translation.formats.white_space import Edges, edges, unwrapped
from translation.formats.xliff.names import SPACE
from translation.formats.xliff2.inline import InlineReader
from translation.formats.xliff2.names import EDITED, MATCHES, STATES, core_name, is_rejected
from translation.formats.xliff2.parts import below, child, children
from translation.model.imported import ImportedDraft, ImportedSegment, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_MACHINE = re.compile(
    r"(?:^|[^a-z])(?:mt|nmt|machine|neural|google|deepl|microsoft|opus|marian)(?:$|[^a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A segment element and what was read from it."""

    element: etree._Element
    segment: ImportedSegment
    target: str | None
    """What its target holds, whatever that means."""
    around: Edges
    """The white space at the ends of what is written: the target's own, else the source's."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit as read, with the places its segments stand in and the elements of its codes."""

    unit: ImportedUnit
    places: tuple[Place, ...]
    elements: dict[str, etree._Element]


def read_unit(unit: etree._Element, name: str, anchor: str) -> FoundUnit | None:
    """Read a unit of the file called ``name``; None where it has no text.

    ``anchor`` says which unit of the document it is.
    """
    table = CodeTable(name)
    reader = InlineReader(table, unit)
    parts = children(unit, "segment", "ignorable")
    texts = [_part(part, "source", reader, at) for at, part in enumerate(parts)]
    reader.read_target()
    targets = [_part(part, "target", reader, at) for at, part in enumerate(parts)]
    reader.place = ""
    is_place = [
        core_name(part) == "segment" and bool((texts[at] or "").strip())
        for at, part in enumerate(parts)
    ]
    count = sum(is_place)
    note = text_of(below(unit, "notes", "note"))
    matches = _machine_matches(unit)
    places: list[Place] = []
    between = ""
    for at, part in enumerate(parts):
        text = texts[at] or ""
        if not is_place[at]:
            between += strip_codes(text)
            continue
        core = text.strip()
        start = text.find(core)
        lead, trail = text[:start], text[start + len(core) :]
        if places:
            places[-1] = _with_trail(places[-1], between)
        before = between if not places else ""
        between = ""
        segment = _segment(
            part,
            core,
            targets[at],
            (before + lead, trail),
            note if count == 1 else "",
            _draft(matches, part, reader, count == 1),
        )
        written = targets[at]
        own = None if written is None else written.strip()
        places.append(Place(part, segment, own, edges((written or "") if own else text)))
    if not places:
        return None
    places[-1] = _with_trail(places[-1], between)
    found = ImportedUnit(
        segments=tuple(place.segment for place in places),
        codes=table.codes,
        anchor=anchor,
        note=note if count > 1 else "",
    )
    return FoundUnit(found, tuple(places), reader.elements)


def _with_trail(place: Place, between: str) -> Place:
    if not between:
        return place
    segment = replace(place.segment, trail=place.segment.trail + between)
    return replace(place, segment=segment)


def _part(part: etree._Element, name: str, reader: InlineReader, at: int) -> str | None:
    reader.place = str(at)
    return _text(child(part, name), reader)


def _text(element: etree._Element | None, reader: InlineReader) -> str | None:
    if element is None:
        return None
    text = reader.text(element)
    return text if preserves_space(element) else unwrapped(text)


def _segment(
    part: etree._Element,
    source: str,
    target: str | None,
    around: tuple[str, str],
    note: str,
    draft: ImportedDraft | None,
) -> ImportedSegment:
    text = target.strip() if target is not None else None
    name = part.get("state", "initial")
    state = STATES.get(name, SegmentState.EDITED)
    rejected = is_rejected(part)
    if rejected:
        state = SegmentState.EDITED
    if part.get("subState", "").endswith(":draft") and text and not state.is_done:
        draft = draft if draft and draft.text == text else ImportedDraft(text)
        text = None
    if not text and not (text == "" and state.is_done):
        text = None
    if text == source and not state.is_done and part.get("subState") != EDITED and not rejected:
        text = None  # the source, put there to be written over
    return ImportedSegment(
        source,
        text,
        SegmentState.INITIAL if text is None else state,
        lead=around[0],
        trail=around[1],
        draft=draft,
        note=note,
        locked=_is_locked(part),
        rejected=rejected and text is not None,
    )


def _is_locked(part: etree._Element) -> bool:
    above = (e.get("translate") for e in part.iterancestors() if e.get("translate"))
    return next(above, "yes") == "no"


def preserves_space(element: etree._Element) -> bool:
    """Tell whether white space in an element is text."""
    given = (e.get(SPACE) for e in (element, *element.iterancestors()) if e.get(SPACE))
    return next(given, "default") == "preserve"


def text_of(notes: Sequence[etree._Element]) -> str:
    """Return what notes say, a line each."""
    texts = ["".join(map(str, note.itertext("*"))).strip() for note in notes]
    return joined_notes(texts)


def _machine_matches(unit: etree._Element) -> dict[str, tuple[int, etree._Element]]:
    """Return the first match of a machine (module 5.1) for each id it is about, with its place."""
    found: dict[str, tuple[int, etree._Element]] = {}
    for at, match in enumerate(unit.iterfind(f"{{{MATCHES}}}matches/{{{MATCHES}}}match")):
        machine = match.get("type") == "mt" or _MACHINE.search(match.get("origin", ""))
        if machine and match.get("reference") != "yes" and child(match, "target") is not None:
            about = match.get("ref", "").rpartition("/")[2].removeprefix("#").removeprefix("t=")
            found.setdefault(about, (at, match))
    return found


def _draft(
    matches: dict[str, tuple[int, etree._Element]],
    part: etree._Element,
    reader: InlineReader,
    alone: bool,
) -> ImportedDraft | None:
    """Return the first match of a segment, of whatever it is about where it stands alone."""
    ids = (e.get("id", "") for e in (part, *part.iterdescendants("*")) if matches and e.get("id"))
    about = matches.keys() if alone else ids
    first = min((matches[id_] for id_ in about if id_ in matches), key=itemgetter(0), default=None)
    if first is None:
        return None
    match = first[1]
    reader.read_other()
    text = _text(child(match, "target"), reader) or ""
    return ImportedDraft(text.strip(), match.get("origin", ""), parameters=_scores(match))


def _scores(match: etree._Element) -> str:
    """Return what a match says of its worth: percentages, no model's log-probability."""
    names: Sequence[str] = ("matchQuality", "matchSuitability", "similarity")
    given = {name: match.get(name) for name in names if match.get(name)}
    return json.dumps(given) if given else "{}"
