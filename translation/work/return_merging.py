"""Merging one row of a table that came back with its segment: then, there and here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from translation.formats.comments import comment_of, split_comment
from translation.formats.tables.row_stamp import RowStamp, folded, plain, stamp, unstamped
from translation.formats.tables.segment_table import named_state, with_remark
from translation.formats.visible_codes import read_characters, read_known_codes, show_codes
from translation.model.notes import notes_of_segment
from translation.model.segment import Origin, SegmentState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.formats.tables.segment_table import SegmentTable, TableRow
    from translation.model.document import Document
    from translation.model.notes import StatedNote
    from translation.model.segment import Segment


@dataclass(frozen=True, slots=True)
class _Cells:
    """The texts of a row or of a segment, inline codes written visibly."""

    source: str
    target: str
    state: SegmentState
    comment: str

    @property
    def mark(self) -> RowStamp:
        return stamp(self.source, self.target, self.state, self.comment)


@dataclass(frozen=True, slots=True)
class RowMerge:
    """A segment as it is here, as its row says it is, and as the row's stamp says it was.

    Without a stamp the row counts as changed wherever it differs.
    """

    segment: Segment
    here: _Cells
    there: _Cells
    then: RowStamp | None
    known: tuple[str, ...] = ()
    """The notes of the segment, as they are here."""

    @classmethod
    def of(cls, document: Document, table: SegmentTable, row: TableRow, segment: Segment) -> Self:
        """Take in a row; columns that the table has not are as they are here."""
        codes = document.unit_of(segment).codes
        here = _Cells(
            show_codes(segment.source, codes),
            show_codes(segment.target or "", codes),
            segment.state,
            show_codes(comment_of(document, segment), ()),
        )
        comment = row["comment"] if "comment" in table.columns else here.comment
        there = _Cells(
            row["source"] if "source" in table.columns else here.source,
            row["target"],
            named_state(row["state"]) or here.state,
            with_remark(comment, table.remarks.get(row.number, "")),
        )
        notes = tuple(_texts(notes_of_segment(document, segment)))
        return cls(segment, here, there, unstamped(row["id"])[1], notes)

    @property
    def same_source(self) -> bool:
        """Whether the row is about the source that stands here."""
        return folded(self.here.source) == folded(self.there.source)

    @property
    def texts_kept_there(self) -> bool:
        """Whether source and target came back as they were exported."""
        return self.then is not None and self.there.mark.texts == self.then.texts

    @property
    def is_same(self) -> bool:
        """Whether the row says what stands here; a comment that was taken out there stays."""
        there, here = self.there.mark, self.here.mark
        kept_here = self.then is None or here.comment == self.then.comment
        is_said = there.comment == here.comment or kept_here
        return (there.texts, there.state) == (here.texts, here.state) and is_said

    @property
    def is_emptied(self) -> bool:
        """Whether the row has no translation where there is one."""
        return self._brings_target and not plain(self.there.target)

    @property
    def changed_here(self) -> bool:
        """Whether what the row brings was changed here too since the export."""
        then, here = self.then, self.here.mark
        if then is None:
            return False
        return (
            (self._brings_target and here.texts != then.texts)
            or (self._brings_state and here.state is not then.state)
            or (self._brings_comment and here.comment != then.comment)
        )

    @property
    def _brings_target(self) -> bool:
        differs = plain(self.there.target) != plain(self.here.target)
        return differs and not self.texts_kept_there

    @property
    def _brings_state(self) -> bool:
        there = self.there.state
        kept = self.then is not None and there is self.then.state
        return there is not self.here.state and not kept

    @property
    def _brings_comment(self) -> bool:
        return bool(self.remark)

    @property
    def remark(self) -> str:
        """What the colleague wrote into the comment: its lines that are not known here."""
        if self.then is not None and self.there.mark.comment == self.then.comment:
            return ""
        there, here = (
            read_characters(plain(comment)) for comment in (self.there.comment, self.here.comment)
        )
        notes = "\n".join((here, *self.known))
        lines = {line.strip() for line in notes.splitlines()}
        typed = [line for line in there.splitlines() if line.strip() not in lines]
        note, said = split_comment("\n".join(typed))
        return "\n".join(filter(None, (note, *_texts(said)))).strip()

    def after(self, document: Document) -> Segment | None:
        """Return the segment as the row has it, None where it brings neither that nor a remark."""
        after = self.segment
        if self._brings_target:
            after = self._with_target(document, after)
        elif self._brings_state:
            after = self._with_state(document, after)
        return None if after == self.segment and not self.remark else after

    def _with_target(self, document: Document, segment: Segment) -> Segment:
        codes = document.unit_of(segment).codes
        text = read_known_codes(plain(self.there.target), codes)
        if not text and self._brings_state and self.there.state.is_done:
            # Whoever empties a cell and calls it done wants nothing to stand there.
            return replace(segment, target="", state=self.there.state, origin=Origin.HUMAN)
        if not text:
            return replace(
                segment, target=None, state=SegmentState.INITIAL, origin=None, draft_id=None
            )
        given = self.there.state if self._brings_state else SegmentState.EDITED
        state = SegmentState.EDITED if given is SegmentState.INITIAL else given
        return _with_text(document, segment, text, state)

    def _with_state(self, document: Document, segment: Segment) -> Segment:
        """Say more or less of a target; a draft that is called done is accepted as it stands."""
        state = self.there.state
        if state is SegmentState.INITIAL:
            return segment
        draft = document.current_draft(segment)
        if segment.target is None:
            return _with_text(document, segment, draft.text, state) if draft else segment
        return replace(segment, state=state)


def _texts(notes: Iterable[StatedNote]) -> Iterator[str]:
    """Give the texts of notes and of their answers."""
    for note in notes:
        yield note.text
        yield from (reply.text for reply in note.replies)


def _with_text(document: Document, segment: Segment, text: str, state: SegmentState) -> Segment:
    """Return the segment with a target based on the draft it started from."""
    draft_id = segment.draft_id
    if segment.target is None:
        current = document.current_draft(segment)
        draft_id = current.id if current else None
    draft = document.drafts.by_id(draft_id) if draft_id is not None else None
    origin = draft.origin if draft is not None and draft.text == text else Origin.HUMAN
    return replace(segment, target=text, state=state, origin=origin, draft_id=draft_id)
