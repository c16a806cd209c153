"""What one row of the table shows of a segment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.editing.navigation import is_bookmarked
from translation.model.direction import turned_sides
from translation.model.inline import has_codes
from translation.model.mark import Side
from translation.model.notes import has_notes, has_open_notes
from translation.model.rejection import rejection_of
from translation.model.segment import Origin
from translation.text.codes import needed_codes

if TYPE_CHECKING:
    from translation.estimating import Estimate
    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.model.rejection import Rejection
    from translation.model.segment import Role, Segment, TranslationUnit


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment as its row shows it.

    ``number`` counts from 1; ``shown`` is the target, else the draft, else empty;
    ``is_draft`` tells that ``shown`` is a draft nobody accepted; ``rejection`` that it was sent
    back, and why; ``turned`` are the sides whose text runs against its language, as a person
    asked for.
    """

    number: int
    segment: Segment
    unit: TranslationUnit
    pair: LanguagePair
    shown: str
    is_draft: bool
    issues: tuple[Issue, ...] = ()
    has_notes: bool = False
    """Whether anything is noted of it, by its file or by people."""
    has_open_notes: bool = False
    """Whether a person noted something that is not settled."""
    rejection: Rejection | None = None
    is_bookmarked: bool = False
    turned: frozenset[Side] = frozenset()
    estimate: Estimate | None = None
    """How many errors are to be expected, where a doubtful one is not confirmed yet."""
    is_match: bool = False
    """Whether what is shown came from a memory, and stands as it has it."""
    head: str = ""
    """What stands above it: the name of the file that begins here, in a project of several."""

    def is_rtl(self, side: Side) -> bool:
        """Whether a text of the row runs from right to left."""
        pair = self.pair
        of_language = pair.source_is_rtl if side is Side.SOURCE else pair.target_is_rtl
        return of_language is not (side in self.turned)

    @property
    def is_furniture(self) -> bool:
        """Whether the row is collapsed to one faint line."""
        return self.unit.is_furniture

    @property
    def role(self) -> Role:
        """The unit's role, which chooses the fonts."""
        return self.unit.role

    @property
    def is_code_missing(self) -> bool:
        """Whether a text stands there that lacks a code that it must have."""
        source = self.segment.source
        if not self.shown or self.is_furniture or not has_codes(source):
            return False
        return bool(needed_codes(source, self.shown, self.unit.codes))


def segment_row(
    document: Document,
    row: int,
    issues: tuple[Issue, ...] = (),
    estimate: Estimate | None = None,
) -> SegmentRow:
    """Read a row of the document; ``issues`` and ``estimate`` are those of its segment."""
    segment = document.segments[row]
    unit = document.unit(segment.unit_id)
    pair = document.file(unit.file_id).pair
    shown, is_draft, is_match = segment.target, False, segment.origin is Origin.TM
    if shown is None:
        draft = document.current_draft(segment)
        shown, is_draft = (draft.text, True) if draft else ("", False)
        is_match = draft is not None and draft.is_match
    noted, is_open = bool(unit.note or segment.note), False
    rejection, marked = None, False
    turned: frozenset[Side] = frozenset()
    if len(document.records):
        noted = noted or has_notes(document, segment)
        is_open = has_open_notes(document, segment.id)
        rejection = rejection_of(document, segment.id)
        marked = is_bookmarked(document, segment)
        turned = turned_sides(document, segment)
    if estimate is not None and (segment.state.is_done or not estimate.doubtful):
        estimate = None
    said = noted, is_open, rejection, marked, turned, estimate, is_match
    return SegmentRow(row + 1, segment, unit, pair, shown, is_draft, issues, *said)
