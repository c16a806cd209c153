"""A document a person can edit: every change an undo step, every change told by signals."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from app import editing, redrafting, restructuring
from app.changes import Touched, apply_batch
from app.code_insertion import code_inserted
from app.history import Action, EditHistory
from app.navigation import next_unfinished
from app.signals import SessionSignals
from app.typing_steps import keystroke
from translation.errors import MurajiError, ProjectError, UsageError
from translation.model.document import Document
from translation.model.edits import Insert
from translation.model.imported import Notice
from translation.model.inline import strip_codes
from translation.model.segment import SegmentState
from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QUndoStack

    from app.typing_steps import Keystroke
    from translation.model.draft import Draft
    from translation.model.edits import EditBatch
    from translation.model.issue import Issue
    from translation.model.language import LanguagePair
    from translation.model.segment import Segment


class EditableDocument(SessionSignals):
    """The document, its undo history and the segment being worked on; the only writer.

    Requests that make no sense (a locked segment, nothing to split) emit ``failed`` and change
    nothing; unknown segment ids raise KeyError. Carets are in UTF-16 units.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = Document()
        self._history = EditHistory(self, self._apply)
        self._active_id = ""
        self._caret = 0
        self._author = ""
        self._asked = ""
        """The segment whose empty translation was asked back when it was to be confirmed."""

    # --- reading ---------------------------------------------------------------------------

    @property
    def document(self) -> Document:
        """The document, to be read only; an empty one where nothing is open."""
        return self._document

    @property
    def undo_stack(self) -> QUndoStack:
        """The undo history; command texts are batch labels."""
        return self._history.stack

    @property
    def active_id(self) -> str:
        """The segment being worked on, "" for none."""
        return self._active_id

    # --- editing ---------------------------------------------------------------------------

    def activate(self, segment_id: str) -> None:
        """Go to a segment ("" for none); the next keystroke there begins an undo step."""
        if segment_id == self._active_id or (segment_id and segment_id not in self._document):
            return
        self._history.seal()
        self._active_id, self._caret = segment_id, 0
        self.active_changed.emit(segment_id)

    def note_caret(self, caret: int) -> None:
        """Tell where the caret stands in the active segment: undo brings it back there."""
        self._caret = caret

    def type_text(self, segment_id: str, text: str, caret_before: int, caret_after: int) -> None:
        """Take in a keystroke: ``text`` is the whole target as the editor has it now."""
        segment = self._writable(segment_id)
        if segment is None:
            return
        batch = editing.typed(self._document, segment, text, caret_before, caret_after)
        if batch:
            if segment.state is SegmentState.REVIEWED:
                self.noticed.emit(Notice("no_longer_reviewed"))
            shown = self._document.shown_target(segment)
            self._do(batch, keystroke(segment_id, shown, text, (caret_before, caret_after)))

    def accept_draft(self, segment_id: str) -> None:
        """Take the draft over as the target, still to be confirmed."""
        segment = self._writable(segment_id)
        if segment is None:
            return
        batch = editing.accepted(self._document, segment)
        if batch is None:
            reason = "no_draft" if segment.target is None else "draft_taken"
            self.failed.emit(UsageError(reason))
        self._do(batch)

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
            self._do(batch)
        return next_unfinished(self._document, self._document.row(segment_id))

    def explain_refusal(self, segment_id: str) -> None:
        """Say, through ``failed``, why a segment takes no typing; nothing where it does."""
        if not self._is_refused():
            self._writable(segment_id)

    def set_state(self, segment_ids: Sequence[str], state: SegmentState) -> None:
        """Put segments into a state, in one step; initial takes back what was accepted."""
        segments = [self._document.segment(id_) for id_ in segment_ids]
        self._do(editing.with_state(self._document, segments, SegmentState(state)))

    def clear(self, segment_id: str) -> None:
        """Take back what was accepted or typed: the draft shows again if there is one."""
        segment = self._writable(segment_id)
        if segment:
            self._do(editing.cleared(self._document, segment))

    def copy_source(self, segment_id: str) -> None:
        """Put the source text into the target, codes included."""
        segment = self._writable(segment_id)
        if segment:
            self._do(editing.replaced(self._document, segment, segment.source, "copy_source"))

    def insert_code(self, segment_id: str, caret: int, anchor: int | None = None) -> None:
        """Insert the next code of the source that the target lacks, at ``caret``.

        A pair goes around the text from ``anchor`` to ``caret``, where some is chosen.
        """
        segment = self._writable(segment_id)
        if segment:
            self._do(code_inserted(self._document, segment, caret, anchor))

    def apply_fix(self, issue: Issue) -> None:
        """Put the text that mends an issue into the target."""
        segment = self._writable(issue.segment_id)
        if segment and issue.fix is not None:
            self._do(editing.replaced(self._document, segment, issue.fix, "fix"))

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
            batch = restructuring.split(self._document, segment, offset, target_caret)
            self._restructure(batch)
        except UsageError as error:
            self.failed.emit(error)

    def merge_with_next(self, segment_id: str) -> None:
        """Join a segment with the next one of its unit."""
        segment = self._writable(segment_id)
        if segment is None:
            return
        try:
            self._restructure(restructuring.merged(self._document, segment))
        except UsageError as error:
            self.failed.emit(error)

    def choose_draft(self, segment_id: str, draft: Draft) -> None:
        """Show this draft of the segment, in the place of another or of what was typed."""
        segment = self._writable(segment_id)
        if segment:
            self._do(redrafting.chosen(self._document, segment, draft))

    def toggle_furniture(self, unit_id: str) -> None:
        """Make a unit page furniture, or bring it back."""
        self._do(editing.furniture_toggled(self._document, unit_id))

    def bring_all_back(self) -> None:
        """Bring back every unit that is page furniture, in one step."""
        self._do(editing.all_brought_back(self._document))

    def set_pair(self, file_id: str, pair: LanguagePair) -> None:
        """Say which languages a file is in."""
        self._do(editing.pair_changed(self._document, file_id, pair))

    def set_references(self, references: Mapping[str, str | None]) -> None:
        """Give segments (by id) their reference translations, in one step."""
        self._do(editing.referenced(self._document, references))

    def undo(self) -> None:
        """Take the last step back; the caret goes to its place."""
        self._move(self._history.undo)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        self._move(self._history.redo)

    # --- for the session -------------------------------------------------------------------

    def _refusal(self) -> MurajiError | None:
        """Return why nothing may be edited now, or None."""
        return None

    def _record(self, action: Action, step: int, batch: EditBatch) -> None:
        """Keep a batch that was applied (the session writes it down)."""

    def _after_edit(self, touched: Touched, *, is_typing: bool) -> None:
        """Bring up to date what is computed from the segments (the session does)."""

    def _replace_document(self, document: Document) -> None:
        """Put another document in the place of this one, its history empty."""
        self._history.clear()
        self._document = document
        self._active_id, self._caret = document.segments[0].id if len(document) else "", 0

    def _keep_drafts(self, drafts: Sequence[Draft]) -> None:
        """Put drafts beside the document (the session writes them down, too)."""
        self._document.drafts.add(drafts)

    # --- inside ----------------------------------------------------------------------------

    def _writable(self, segment_id: str) -> Segment | None:
        segment = self._document.segment(segment_id)
        if segment.locked or segment.state is SegmentState.FINAL:
            self.failed.emit(UsageError("locked" if segment.locked else "final"))
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

    def _is_refused(self) -> bool:
        error = self._refusal()
        if error is not None:
            self.failed.emit(error)
        return error is not None

    def _do(self, batch: EditBatch | None, key: Keystroke | None = None) -> None:
        if batch is None or self._is_refused():
            return
        before = batch.caret_before
        if before is None and batch.segment_id == self._active_id:
            before = self._caret
        signed = replace(batch, author=self._author, time=time.time(), caret_before=before)
        self._history.do(signed, key)

    def _restructure(self, batch: EditBatch) -> None:
        """Split or merge; the drafts of before go along, and come back with an undo."""
        if not self._is_refused():
            self._keep_drafts(redrafting.inherited(self._document, batch))
            self._do(batch)

    def _move(self, move: Callable[[], None]) -> None:
        if self._is_refused():
            return
        try:
            move()
        except ProjectError as error:
            self.failed.emit(error)

    def _apply(self, action: Action, step: int, batch: EditBatch) -> None:
        progress = self._document.progress.copy()
        touched = apply_batch(self._document, batch, self)
        self._record(action, step, batch)
        self._after_edit(touched, is_typing=batch.label == editing.TYPE)
        if touched.segments:
            self.segments_changed.emit(list(touched.segments))
        if touched.units:
            self.units_changed.emit(list(touched.units))
        if self._document.progress != progress:
            self.progress_changed.emit()
        self._follow(action, batch)

    def _follow(self, action: Action, batch: EditBatch) -> None:
        """Take the eye to where the batch changed something."""
        focus = self._focus(batch)
        if action is not Action.DO or self._active_id not in self._document:
            self.activate(focus)
        typed = action is Action.DO and batch.label == editing.TYPE
        if batch.caret_after is not None and focus and not typed:
            self.caret_restored.emit(focus, batch.caret_after)

    def _focus(self, batch: EditBatch) -> str:
        if batch.segment_id in self._document:
            return batch.segment_id
        for edit in batch.edits:
            if isinstance(edit, Insert) and edit.segment.id in self._document:
                return edit.segment.id
        return self._active_id if self._active_id in self._document else ""
