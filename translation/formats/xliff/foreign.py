"""Reading trans-units that other programs wrote: segments, states, codes, machine drafts."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.safe_xml import attributes_of, local_name
from translation.formats.white_space import Edges, edges, unwrapped
from translation.formats.xliff.inline import InlineReader
from translation.formats.xliff.marks import Mark, is_mark, marks_below, read_marks
from translation.formats.xliff.names import (
    MT_QUALIFIERS,
    ROLES,
    SPACE,
    STATES,
    UNTRANSLATED_STATES,
)
from translation.formats.xliff.vendors import vendor_mark
from translation.model.imported import ImportedDraft, ImportedSegment, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.segment import Role, SegmentState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml import etree

    from translation.formats.code_table import CodeTable
    from translation.formats.xliff.surroundings import Surrounding
    from translation.formats.xliff.vendors import VendorMark

_MACHINE = re.compile(
    r"(?:^|[^a-z])(?:mt|nmt|smt|machine|neural|google|deepl|microsoft|systran|opus|marian)"
    r"(?:$|[^a-z])",
    re.IGNORECASE,
)
"""Origins of alt-trans that name a machine translation; there is no standard list."""


_ORDER = tuple(SegmentState)


class _Piece(NamedTuple):
    """A segment's source and target; the target is None where the file has none."""

    source: str
    target: str | None
    marks: tuple[Mark, ...] = ()
    """The ``mrk`` of the target that hold it."""
    mid: str | None = None
    """That of the ``mrk`` of the source."""
    source_mark: Mark | None = None


class FoundUnit(NamedTuple):
    """A trans-unit as read, with the pieces that its segments were made of.

    ``read`` are the pieces with all their white space, ``pieces`` with that which means something.
    """

    unit: ImportedUnit
    element: etree._Element
    reader: InlineReader
    read: Sequence[_Piece]
    pieces: Sequence[_Piece]
    vendors: tuple[VendorMark | None, ...]
    """What the program that wrote the file says of each segment in its own way."""

    @property
    def marks(self) -> list[tuple[Mark, ...]]:
        """The marks of the target for each segment."""
        return [piece.marks for piece in self.pieces]

    @property
    def sources(self) -> list[Mark]:
        """The marks of the seg-source, where these are the segments, else none."""
        return [piece.source_mark for piece in self.pieces if piece.source_mark is not None]

    def target(self, at: int) -> str | None:
        """Return what the target of a segment holds, whatever that means."""
        target = self.pieces[at].target
        return target and target.strip()

    def edges(self, at: int) -> Edges:
        """Return the white space for around a text: what the target has, else the source."""
        piece = self.read[at]
        if piece.target is not None and piece.target.strip():
            return edges("".join([mark.inside for mark in piece.marks]) or piece.target)
        if piece.source_mark is not None:
            return edges(piece.source_mark.inside)
        return edges(piece.source)


def foreign_unit(
    trans_unit: etree._Element,
    table: CodeTable,
    fresh: Callable[[str | None], str | None],
    around: Surrounding,
) -> FoundUnit | None:
    """Read a trans-unit as a unit, None where it has no source text.

    The id is kept as the segment's where the unit is one segment.
    """
    children = _children(trans_unit)
    if "source" not in children:
        return None
    given = attributes_of(trans_unit)
    reader = InlineReader(table, ours=False)
    keeps = keeps_space(given, around.keeps_space)
    marked = _marked(children, reader) if "seg-source" in children else []
    read = marked or [_whole(children, reader)]
    pieces = [_unwrapped(piece, children, keeps) for piece in read]
    if not strip_codes("".join([piece.source for piece in pieces])).strip():
        return None  # Structure: Trados Studio has many trans-units that are only a code.
    alone = len(pieces) == 1
    draft = _machine_draft(children.get("alt-trans", ()), reader, keeps) if alone else None
    said = _said(given, children, around, draft)
    identity = given.get("id", "")
    if "seg-defs" in children or len(given) > 1:
        vendors = tuple([vendor_mark(trans_unit, piece.mid) for piece in pieces])
    else:
        vendors = (None,) * len(pieces)
    id_ = fresh(identity) if alone else None
    segments = tuple([_segment(said, *row, id_) for row in zip(pieces, vendors, strict=True)])
    unit = ImportedUnit(
        segments=segments,
        role=ROLES.get(given.get("restype", ""), Role.PARAGRAPH),
        codes=table.codes,
        anchor=identity,
        note="" if alone else said.note,
    )
    return FoundUnit(unit, trans_unit, reader, read, pieces, vendors)


def parts_of(trans_unit: etree._Element) -> dict[str, etree._Element]:
    """Return the first child of each name."""
    return {name: found[0] for name, found in _children(trans_unit).items()}


def _children(trans_unit: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in trans_unit:
        name = local_name(child)
        if name in found:
            found[name].append(child)
        else:
            found[name] = [child]
    return found


class _Said(NamedTuple):
    """What a trans-unit says of all its segments."""

    state: str
    qualifier: str
    is_approved: bool
    is_locked: bool
    note: str
    draft: ImportedDraft | None


def _said(
    given: Mapping[str, str],
    children: Mapping[str, list[etree._Element]],
    around: Surrounding,
    draft: ImportedDraft | None,
) -> _Said:
    targets = children.get("target")
    translate = given.get("translate")
    return _Said(
        targets[0].get("state", "") if targets else "",
        targets[0].get("state-qualifier", "") if targets else "",
        given.get("approved") == "yes",
        translate == "no" if translate else around.is_locked,
        text_of(children.get("note", ())),
        draft,
    )


def _whole(children: Mapping[str, list[etree._Element]], reader: InlineReader) -> _Piece:
    # The source first, so that codes are numbered as they stand here.
    source = reader.text(children["source"][0])
    targets = children.get("target")
    if not targets:
        return _Piece(source, None)
    reader.read_target()
    reader.shows_marks = len(marks_below(targets[0])) > 1  # nobody says whose they are
    return _Piece(source, reader.text(targets[0]))


def _marked(children: Mapping[str, list[etree._Element]], reader: InlineReader) -> list[_Piece]:
    """Pair the segments of seg-source with those of the target; none where nothing does.

    A target without marks does not say which part of it belongs to which segment.
    """
    given = children.get("target")
    target = given[0] if given and _holds_anything(given[0]) else None
    if not marks_below(children["seg-source"][0]):
        return []
    if target is not None and not marks_below(target):
        return []
    sources = read_marks(children["seg-source"][0], reader)
    if target is None:
        return [_Piece(mark.text, None, mid=mark.mid, source_mark=mark) for mark in sources]
    reader.read_target()
    return _matched(sources, read_marks(target, reader))


def _holds_anything(target: etree._Element) -> bool:
    """Tell whether there is a text or a code in it."""
    others = (e for e in target.iterdescendants("*") if not is_mark(e))
    return next(others, None) is not None or bool("".join(map(str, target.itertext("*"))).strip())


def _matched(sources: list[Mark], targets: list[Mark]) -> list[_Piece]:
    by_mid: dict[str, list[Mark]] = {}
    for mark in targets:
        by_mid.setdefault(mark.mid, []).append(mark)
    if not any(mark.mid in by_mid for mark in sources) and len(sources) == len(targets):
        pairs = zip(sources, targets, strict=True)
        return [
            _Piece(source.text, target.text, (target,), source.mid, source)
            for source, target in pairs
        ]
    found = [(source, by_mid.pop(source.mid, [])) for source in sources]
    found[-1][1].extend(mark for marks in by_mid.values() for mark in marks)
    return [
        _Piece(source.text, _joined(marks) or None, tuple(marks), source.mid, source)
        for source, marks in found
    ]


def _joined(marks: Sequence[Mark]) -> str:
    return "".join([mark.text for mark in marks])


def _segment(
    said: _Said, piece: _Piece, vendor: VendorMark | None, id_: str | None
) -> ImportedSegment:
    source = piece.source.strip()
    start = piece.source.find(source)
    target = piece.target.strip() if piece.target is not None else None
    state, draft = _state(said.state, said.is_approved), said.draft
    if vendor is not None and vendor.state is not None:
        state = max(vendor.state, SegmentState.EDITED, key=_ORDER.index)
    is_machine = said.qualifier in MT_QUALIFIERS or (vendor is not None and vendor.is_machine)
    untouched = not target or (said.state in UNTRANSLATED_STATES and target == source)
    if is_machine and target and not state.is_done:
        draft = draft if draft and draft.text == target else ImportedDraft(target)
        untouched = True
    if untouched and not (target == "" and state.is_done):
        target, state = None, SegmentState.INITIAL
    return ImportedSegment(
        source,
        target,
        state,
        id_,
        piece.source[:start],
        piece.source[start + len(source) :],
        draft,
        None,
        said.note,
        said.is_locked or (vendor is not None and vendor.is_locked),
    )


def said_state(name: str, approved: bool) -> SegmentState | None:
    """Return what a target's ``state`` says, None where a file says nothing.

    One that only says ``approved`` means the translator's word.
    """
    if not name:
        return SegmentState.CONFIRMED if approved else None
    if name in UNTRANSLATED_STATES:
        return SegmentState.INITIAL
    return STATES.get(name, SegmentState.EDITED)


def _state(name: str, approved: bool) -> SegmentState:
    """Return the state of a target that has a text."""
    state = said_state(name, approved) or SegmentState.EDITED
    return SegmentState.EDITED if state is SegmentState.INITIAL else state


def _machine_draft(
    alternatives: Sequence[etree._Element], reader: InlineReader, keeps: bool
) -> ImportedDraft | None:
    """Return the first alt-trans that a machine wrote."""
    for alternative in alternatives:
        target = next(alternative.iterchildren("{*}target"), None)
        if target is None:
            continue
        origin = alternative.get("origin") or alternative.get("tool-id") or ""
        if _is_machine(origin) or target.get("state-qualifier") in MT_QUALIFIERS:
            reader.read_other()
            text = reader.text(target)
            kept = keeps_space(target.attrib, keeps_space(alternative.attrib, keeps))
            text = text if kept else unwrapped(text)
            return ImportedDraft(text.strip(), intern(origin))
    return None


@lru_cache(256)
def _is_machine(origin: str) -> bool:
    return _MACHINE.search(origin) is not None


def _unwrapped(
    piece: _Piece, children: Mapping[str, Sequence[etree._Element]], keeps: bool
) -> _Piece:
    """Take line ends for spaces: without xml:space they are indentation."""
    source, target = piece.source, piece.target
    holder = children["source" if piece.source_mark is None else "seg-source"][0]
    if not keeps_space(holder.attrib, keeps):
        source = unwrapped(source)
    if target is not None and not keeps_space(children["target"][0].attrib, keeps):
        target = unwrapped(target)
    same = source is piece.source and target is piece.target
    return piece if same else piece._replace(source=source, target=target)


def keeps_space(given: Mapping[str, str] | etree._Attrib, inherited: bool) -> bool:
    """Tell whether white space is kept by an element with these attributes."""
    space = given.get(SPACE)
    return space == "preserve" if space else inherited


def text_of(notes: Sequence[etree._Element]) -> str:
    """Return what notes say, a line each."""
    if not notes:
        return ""
    texts = [(note.text or "").strip() for note in notes]
    return "\n".join([text for text in texts if text])
