"""The editor of a document: what a person can ask for, each an undo step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from app.editing import batches as editing
from app.editing import redrafting, restructuring
from app.editing.changes import TYPE
from app.editing.code_insertion import code_inserted
from app.editing.document_owner import DocumentOwner
from app.editing.folded_texts import FoldedTexts
from app.editing.many import ManySegments
from app.editing.places import Places
from app.editing.trail import Trail
from app.editing.typing_steps import keystroke
from translation.errors import MurajiError, UsageError
from translation.formats.line_breaks import holds_line_breaks
from translation.model.inline import strip_codes
from translation.model.record import Record
from translation.model.segment import SegmentState
from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject

    from translation.model.draft import Draft
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.model.record import Content
    from translation.model.segment import Segment


class Editor(DocumentOwner):
    """What a person can ask for in a document, one method each.

    Requests that make no sense (a locked segment, nothing to split) emit ``failed`` and change
    nothing; unknown segment ids raise KeyError.
    """

    def __init__(
        self,
        refusal: Callable[[], MurajiError | None] = lambda: None,
        author: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(refusal, author, parent)
        self.many = ManySegments(self)
        self.places = Places(self)
        self.folded = FoldedTexts(self)
        self.trail = Trail(self)
        self._asked = ""
        """The segment whose empty translation was asked back when it was to be confirmed."""

    def type_text(
        self, segment_id: str, text: str, caret_before: int, caret_after: int, label: str = TYPE
    ) -> None:
        """Take in a keystroke: ``text`` is the whole target as the editor has it now.

        With another ``label`` it is a step of its own.
        """
        segment = self._writable(segment_id)
        if segment is None:
            return
        batch = editing.typed(self._document, segment, text, (caret_before, caret_after), label)
        if batch:
            shown = self._document.shown_target(segment)
            key = keystroke(segment_id, shown, text, (caret_before, caret_after))
            self.do(batch, key if label == TYPE else None)

    def may_break_line(self, segment_id: str) -> bool:
        """Tell whether the file that a segment is of can hold a line break in it."""
        unit = self._document.unit(self._document.segment(segment_id).unit_id)
        return holds_line_breaks(self._document.file(unit.file_id), unit)

    def accept_draft(self, segment_id: str) -> None:
        """Put the draft into the target, in the place of what stands there; not confirmed yet."""
        segment = self._writable(segment_id)
        if segment is None:
            return
        draft = self._document.drafts.base(segment)
        if draft is None:
            self.failed.emit(UsageError("no_draft"))
        elif segment.target == draft.text:
            self.failed.emit(UsageError("draft_taken"))
        else:
            self.do(editing.replaced(self._document, segment, draft.text, "accept"))

    def take_match(self, segment_id: str, match: Draft) -> None:
        """Put a match from a memory into the target, in the place of what stands there.

        It lies beside the document from now on, unless it does so already.
        """
        segment = self._writable(segment_id)
        if segment is None:
            return
        fitting = self._document.drafts.fitting(segment)
        known = [one for one in fitting if one.is_match and one.text == match.text]
        if not known:
            known = redrafting.beside(self._document, [match])
            self.add_drafts(known)
        self.do(editing.matched(segment, known[-1]))

    def confirm(self, segment_id: str) -> str:
        """Give the translator's word and return the id of the next unfinished segment, or "".

        Accepts the draft where nothing is typed. The next one is looked for after this row,
        then from the top.
        """
        segment = self._document.segment(segment_id)
        self._history.seal()
        is_open = not (segment.state.is_done or self._document.is_furniture(segment))
        if is_open and self._writable(segment_id):
            batch = editing.confirmed(self._document, segment)
            if batch is None:
                self.failed.emit(UsageError("nothing_to_confirm"))
            elif self._is_doubtful(segment):
                return segment_id
            self.do(batch)
        return self.places.next("unfinished", self._document.row(segment_id))

    def explain_refusal(self, segment_id: str) -> None:
        """Say, through ``failed``, why a segment takes no typing; nothing where it does."""
        if self.is_refused() or segment_id not in self._document:
            return
        if self._document.is_furniture(self._document.segment(segment_id)):
            self.failed.emit(UsageError("left_out"))
        else:
            self._writable(segment_id)

    def set_state(self, segment_ids: Sequence[str], state: SegmentState) -> None:
        """Put segments into a state, in one step; initial takes back what was accepted."""
        segments = [self._document.segment(id_) for id_ in segment_ids]
        self.do(editing.with_state(self._document, segments, SegmentState(state)))

    def mark(self, segment_id: str, state: SegmentState) -> bool:
        """Put one segment into a state, and tell whether it is in that now.

        What stands against it is said; an empty translation is asked back first.
        """
        segment = self._document.segment(segment_id)
        self._history.seal()
        batch = editing.with_state(self._document, (segment,), state)
        if segment.state is state:
            self.do(batch)  # a rejection may have to go
        elif segment.locked:
            self.failed.emit(UsageError("locked"))
        elif batch is None:
            self.failed.emit(UsageError("nothing_to_confirm"))
        elif not (state.is_done and self._is_doubtful(segment)):
            self.do(batch)
        return self._document.segment(segment_id).state is state

    def clear(self, segment_id: str) -> None:
        """Take back what was accepted or typed: the draft shows again if there is one."""
        segment = self._writable(segment_id)
        if segment:
            self.do(editing.cleared(self._document, segment))

    def empty(self, segment_id: str) -> None:
        """Leave nothing in the target: somebody decided that nothing stands there yet."""
        segment = self._writable(segment_id)
        if segment and self._document.shown_target(segment):
            self.do(editing.replaced(self._document, segment, "", "empty"))

    def copy_source(self, segment_id: str) -> None:
        """Put the source text into the target, codes included."""
        segment = self._writable(segment_id)
        if segment:
            self.do(editing.replaced(self._document, segment, segment.source, "copy_source"))

    def insert_code(self, segment_id: str, caret: int, anchor: int | None = None) -> None:
        """Insert the next code of the source that the target lacks, at ``caret``.

        A pair goes around the text from ``anchor`` to ``caret``, where some is chosen.
        """
        segment = self._writable(segment_id)
        if segment:
            self.do(code_inserted(self._document, segment, caret, anchor))

    def apply_fix(self, issue: Issue) -> None:
        """Put the text that mends an issue into the target."""
        if issue.fix is not None:
            self.mend(issue.segment_id, issue.fix)

    def mend(self, segment_id: str, target: str, label: str = "fix") -> None:
        """Put the text that mends something in a target in its place; ``label`` is the step's."""
        segment = self._writable(segment_id)
        if segment:
            self.do(editing.replaced(self._document, segment, target, label))

    def split(self, segment_id: str, offset: int | None, target_caret: int | None = None) -> None:
        """Split before character ``offset`` of the source, the target at ``target_caret``.

        None is no place: that is refused.

        Without a caret the target is cut at the space nearest to the same share of its length.
        """
        segment = self._writable(segment_id)
        if segment is None:
            return
        if offset is None:
            self.failed.emit(UsageError("no_place_to_split"))
            return
        if target_caret is not None and segment.target is not None:
            target_caret = from_utf16(segment.target, target_caret)
        try:
            self.do(restructuring.split(self._document, segment, offset, target_caret))
        except UsageError as error:
            self.failed.emit(error)

    def merge_with_next(self, segment_id: str) -> None:
        """Join a segment with the next one of its unit."""
        segment = self._writable(segment_id)
        if segment is None:
            return
        try:
            self.do(restructuring.merged(self._document, segment))
        except UsageError as error:
            self.failed.emit(error)

    def choose_draft(self, segment_id: str, draft: Draft) -> None:
        """Show this draft of the segment, in the place of another or of what was typed."""
        segment = self._writable(segment_id)
        if segment:
            self.do(redrafting.chosen(self._document, segment, draft))

    def toggle_furniture(self, unit_id: str) -> None:
        """Make a unit page furniture, or bring it back."""
        self.do(editing.furniture_toggled(self._document, unit_id))

    def bring_all_back(self) -> None:
        """Bring back every unit that is page furniture, in one step."""
        self.do(editing.all_brought_back(self._document))

    def set_pair(self, file_id: str, pair: LanguagePair) -> None:
        """Say which languages a file is in."""
        self.do(editing.pair_changed(self._document, file_id, pair))

    def set_references(self, references: Mapping[str, str | None]) -> None:
        """Give segments (by id) their reference translations, in one step."""
        self.do(editing.referenced(self._document, references))

    def say(self, segment_id: str, content: Content) -> None:
        """Say something of a segment beside its text, in the author's name."""
        segment = self._document.segment(segment_id)
        id_ = self._document.new_id("r")
        record = Record.of(id_, segment.id, content, self.author, time.time())
        self.do(editing.said(None, record))

    def say_otherwise(self, record_id: str, content: Content) -> None:
        """Change what is said in a record: its text, an answer to it, that it is resolved."""
        record = self._document.records.by_id(record_id)
        if record is not None:
            self.do(editing.said(record, record.saying(content)))

    def take_back(self, record_id: str) -> None:
        """Take a record away."""
        self.do(editing.said(self._document.records.by_id(record_id), None))

    # --- inside ----------------------------------------------------------------------------

    def _writable(self, segment_id: str) -> Segment | None:
        segment = self._document.segment(segment_id)
        if segment.locked or segment.is_settled:
            self.failed.emit(UsageError("locked" if segment.locked else str(segment.state)))
            return None
        return segment

    def _is_doubtful(self, segment: Segment) -> bool:
        """Whether an empty translation is confirmed for the first time: that is asked back."""
        asked, self._asked = self._asked, ""
        says = any(map(str.isalnum, strip_codes(segment.source)))
        text = self._document.shown_target(segment)
        if not says or strip_codes(text).strip() or asked == segment.id:
            return False
        self._asked = segment.id
        self.failed.emit(UsageError("empty_target"))
        return True
