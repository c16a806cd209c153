"""Reading trans-units that other programs wrote: segments, states, codes, machine drafts."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from translation.formats.safe_xml import attributes_of, local_name
from translation.formats.white_space import Edges, edges, unwrapped
from translation.formats.xliff.inline import InlineReader
from translation.formats.xliff.names import MT_QUALIFIERS, ROLES, SPACE
from translation.formats.xliff.pieces import keeps_space, read_pieces, unwrapped_piece
from translation.formats.xliff.segments import said_of, segment_of
from translation.formats.xliff.vendors import is_phrase, phrase_text, vendor_mark
from translation.model.imported import ImportedDraft, ImportedUnit
from translation.model.inline import strip_codes
from translation.model.segment import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml import etree

    from translation.formats.code_table import CodeTable
    from translation.formats.xliff.marks import Mark
    from translation.formats.xliff.pieces import Piece
    from translation.formats.xliff.surroundings import Surrounding
    from translation.formats.xliff.vendors import VendorMark

_MACHINE = re.compile(
    r"(?:^|[^a-z])(?:mt|nmt|smt|machine|neural|google|deepl|microsoft|systran|opus|marian)"
    r"(?:$|[^a-z])",
    re.IGNORECASE,
)
"""Origins of alt-trans that name a machine translation; there is no standard list."""


class FoundUnit(NamedTuple):
    """A trans-unit as read, with the pieces that its segments were made of.

    ``read`` are the pieces with all their white space, ``pieces`` with that which means something.
    """

    unit: ImportedUnit
    element: etree._Element
    reader: InlineReader
    read: Sequence[Piece]
    pieces: Sequence[Piece]
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
    reader = InlineReader(table)
    has_more = "seg-defs" in children or len(given) > 1
    if has_more and is_phrase(given):
        reader.as_text = phrase_text(table)
    keeps = given[SPACE] == "preserve" if given.get(SPACE) else around.keeps_space
    read = read_pieces(children, reader)
    pieces = [unwrapped_piece(piece, children, keeps) for piece in read]
    text = "".join([piece.source for piece in pieces])
    if not (strip_codes(text) if table.codes else text).strip():
        return None  # Structure: Trados Studio has many trans-units that are only a code.
    alone = len(pieces) == 1
    draft = None
    if alone and "alt-trans" in children:
        draft = _machine_draft(children["alt-trans"], reader, keeps)
    said = said_of(given, children, around, draft)
    identity = given.get("id", "")
    vendors: tuple[VendorMark | None, ...] = (None,) * len(pieces)
    if has_more:
        vendors = tuple([vendor_mark(trans_unit, piece.mid) for piece in pieces])
    id_ = fresh(identity) if alone else None
    of_each = said if alone else said._replace(note="")
    rows = zip(pieces, vendors, strict=True)
    unit = ImportedUnit(
        segments=tuple([segment_of(of_each, piece, vendor, id_) for piece, vendor in rows]),
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


def _machine_draft(
    alternatives: Sequence[etree._Element], reader: InlineReader, keeps: bool
) -> ImportedDraft | None:
    """Return the first alt-trans that a machine wrote."""
    for alternative in alternatives:
        for target in alternative:
            if local_name(target) == "target":
                break
        else:
            continue
        origin = alternative.get("origin") or alternative.get("tool-id") or ""
        if _is_machine(origin) or target.get("state-qualifier") in MT_QUALIFIERS:
            reader.read_other()
            text = reader.text(target)
            if "\n" in text or "\r" in text:
                kept = keeps_space(target, keeps_space(alternative, keeps))
                text = text if kept else unwrapped(text)
            return ImportedDraft(text.strip(), intern(origin))
    return None


@lru_cache(256)
def _is_machine(origin: str) -> bool:
    return _MACHINE.search(origin) is not None
