"""The owner of a document: its undo history, the segment being worked on, the only writer."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal

from app.background.hands import HANDS
from app.background.right_of_way import RightOfWay
from app.editing import redrafting
from app.editing.changes import TYPE, Cause, Change, apply_batch, change_of
from app.editing.grounds import Grounds
from app.editing.heirs import with_records
from app.editing.history import EditHistory
from app.editing.lineage import descents, lineage
from app.editing.row_signals import RowSignals
from translation.errors import MurajiError, ProjectError, UsageError
from translation.model.document import Document, StaleEditError
from translation.model.edits import EditBatch, Remove
from translation.model.language import ARABIC_TO_ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtGui import QUndoStack

    from app.editing.changes import Touched
    from app.editing.typing_steps import Keystroke
    from translation.model.draft import Draft
    from translation.model.language import LanguagePair
    from translation.model.segment import SourceFile
    from translation.store import History

BREATH = 0.05
"""Seconds of work between two moments in which the window is painted."""


class DocumentOwner(QObject):
    """Keeps the document and applies batches of edits, each an undo step told by one signal.

    It knows nothing of what a batch is for: the Editor makes them. ``refusal`` says why nothing
    may be edited now, None where it may. Carets are in UTF-16 units.
    """

    changed = Signal(object)
    """Change: what a batch did to the document, once all of it was applied."""
    document_replaced = Signal()
    """Another document, or none: everything is to be read afresh."""
    active_changed = Signal(str)
    """The id of the segment being worked on, "" for none."""
    caret_restored = Signal(str, int)
    """Undo or redo puts the caret (UTF-16 units) into the target of this segment."""
    read_only_changed = Signal(bool)
    noticed = Signal(object)
    """Notice."""
    failed = Signal(object)
    """MurajiError: what was asked for was not done."""

    def __init__(
        self,
        refusal: Callable[[], MurajiError | None] = lambda: None,
        author: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = RowSignals(self)
        self._refusal = refusal
        self.author = author
        """Who edits now: batches are signed with it."""
        self._document = Document()
        self.grounds = Grounds(self, self)
        self._history = EditHistory(self, self._apply, self._breathe)
        self._active_id = ""
        self._caret = 0
        self._read_only = False
        self.right_of_way = RightOfWay()
        """Taken while a step over many segments is under way."""
        self._is_at_many = False
        self._breathed = 0.0
        self._overtaken: list[EditBatch] = []
        self._at_rest: list[Callable[[], object]] = []

    # --- what is open ----------------------------------------------------------------------

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

    @property
    def pair(self) -> LanguagePair:
        """The language pair of the active segment's file, else of the first file."""
        file = self.present_file
        return file.pair if file is not None else ARABIC_TO_ENGLISH

    @property
    def present_file(self) -> SourceFile | None:
        """The file that the active segment stands in, else the first; None where none is open."""
        document = self._document
        if self._active_id in document:
            return document.file_of(document.segment(self._active_id))
        return next(iter(document.files), None)

    @property
    def read_only(self) -> bool:
        """Whether the project is open elsewhere or cannot be written: edits are refused."""
        return self._read_only

    def open(
        self,
        document: Document,
        history: History | None = None,
        *,
        active: str = "",
        read_only: bool = False,
    ) -> None:
        """Put another document in the place of this one, with the undo steps it came with."""
        self._history.clear()
        self._document = document
        first = document.segments[0].id if len(document) else ""
        self._active_id, self._caret = active if active in document else first, 0
        if history is not None:
            self._history.load(history)
        if read_only != self._read_only:
            self._read_only = read_only
            self.read_only_changed.emit(read_only)
        self.document_replaced.emit()
        self.active_changed.emit(self._active_id)

    def is_refused(self) -> bool:
        """Tell whether nothing may be edited now; ``failed`` says why."""
        error = self._refusal()
        if error is not None:
            self.failed.emit(error)
        return error is not None

    @property
    def is_at_many(self) -> bool:
        """Whether a step over many segments is under way, between two parts of it."""
        return self._is_at_many

    def when_at_rest(self, do: Callable[[], object]) -> None:
        """Do something at once, or as soon as no step over many segments is under way.

        What puts another document in the place of this one is to be asked for so: the rest of
        such a step belongs to the document that it began in.
        """
        if self._is_at_many:
            self._at_rest.append(do)
        else:
            do()

    # --- where one is ----------------------------------------------------------------------

    def activate(self, segment_id: str) -> None:
        """Go to a segment ("" for none); the next keystroke there begins an undo step."""
        if segment_id == self._active_id or (segment_id and segment_id not in self._document):
            return
        self._history.seal()
        self._active_id, self._caret = segment_id, 0
        HANDS.move()
        self.active_changed.emit(segment_id)

    def note_caret(self, caret: int) -> None:
        """Tell where the caret stands in the active segment: undo brings it back there."""
        self._caret = caret
        HANDS.move()

    # --- changing --------------------------------------------------------------------------

    def do(self, batch: EditBatch | None, key: Keystroke | None = None) -> None:
        """Apply a batch as one undo step, or as part of the one that ``key`` goes on with.

        None is no change.
        """
        HANDS.move()
        if batch is None or self.is_refused():
            return
        if self._is_at_many:
            self._overtaken.append(batch)
            return
        said = self.grounds.kept_by(batch)
        if said and batch.label == TYPE:
            # Keys that go on with this one are joined with it: what is kept stays a part apart.
            first = EditBatch("say_ground", tuple(said), segment_id=batch.segment_id)
            self._history.do_after(self._signed(first), self._signed(batch), key)
        else:
            self._history.do(self._signed(replace(batch, edits=(*batch.edits, *said))), key)

    def do_all(self, batches: Iterable[EditBatch]) -> None:
        """Apply batches one after the other as one undo step, the window painted in between.

        Each is made when its turn comes. What somebody else asks for meanwhile waits.
        """
        if not self.is_refused():
            with self._at_many():
                self._history.do_all(map(self._signed, map(self._with_grounds, batches)))

    def add_drafts(self, drafts: Sequence[Draft]) -> None:
        """Put drafts beside the document; those of segments that are gone are kept, too."""
        self._document.drafts.add(drafts)
        here = [d.segment_id for d in drafts if d.segment_id in self._document]
        drafted = tuple(dict.fromkeys(here))
        self.changed.emit(Change(drafted=drafted, drafts=tuple(drafts)))

    # --- inside ----------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back; the caret goes to its place."""
        self._move(self._history.undo)

    def redo(self) -> None:
        """Do the step again that was last taken back."""
        self._move(self._history.redo)

    # --- inside ----------------------------------------------------------------------------

    def _with_grounds(self, batch: EditBatch) -> EditBatch:
        return replace(batch, edits=(*batch.edits, *self.grounds.kept_by(batch)))

    def _signed(self, batch: EditBatch) -> EditBatch:
        before = batch.caret_before
        if before is None and batch.segment_id == self._active_id:
            before = self._caret
        whole = with_records(self._document, batch)
        return replace(whole, author=self.author, time=time.time(), caret_before=before)

    @contextmanager
    def _at_many(self) -> Iterator[None]:
        """Let what is asked for meanwhile wait: it may not come between the pieces of a step."""
        self._is_at_many = True
        try:
            with self.right_of_way.taken():
                yield
        finally:
            self._is_at_many = False
            waiting, self._overtaken = self._overtaken, []
            for batch in waiting:
                try:
                    self.do(batch)
                except StaleEditError:
                    self.failed.emit(UsageError("overtaken"))
            resting, self._at_rest = self._at_rest, []
            for do in resting:  # once whoever asked for the step has its result
                QTimer.singleShot(0, self, partial(self.when_at_rest, do))

    def _breathe(self) -> None:
        """Let the window be painted now and then; keys and clicks wait."""
        now = time.monotonic()
        if now - self._breathed < BREATH:
            return
        HANDS.move()  # What nobody waits for is left until the step is done.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._breathed = time.monotonic()

    def _move(self, move: Callable[[], None]) -> None:
        if self.is_refused() or self._is_at_many:
            return
        try:
            with self._at_many():
                move()
        except ProjectError as error:
            self.failed.emit(error)

    def _apply(self, cause: Cause, step: int, batch: EditBatch, more: bool) -> None:
        found = descents(self._document, batch)
        drafts = redrafting.carried(self._document, found)
        self._document.drafts.add(drafts)
        touched = apply_batch(self._document, batch, self.rows)
        change = change_of(
            self._document, cause, step, batch, touched, lineage(found), drafts, more=more
        )
        self.changed.emit(change)
        before = self._active_id
        self._go_along(cause, batch, touched, more=more)
        moves = touched.arranged or touched.inserted or touched.removed
        if moves and not found and self._active_id == before:
            self.active_changed.emit(before)  # It may have another number now.

    def _go_along(self, cause: Cause, batch: EditBatch, touched: Touched, *, more: bool) -> None:
        """Take the eye to where the batch changed something; of a step with ``more``, later."""
        focus = self._focus(batch, touched) or ("" if more else self._beside(batch))
        if cause is not Cause.DO or self._active_id not in self._document:
            self.activate(focus)
        typed = cause is Cause.DO and batch.label == TYPE
        if batch.caret_after is not None and focus and not typed:
            self.caret_restored.emit(focus, batch.caret_after)

    def _focus(self, batch: EditBatch, touched: Touched) -> str:
        here = self._active_id if self._active_id in self._document else ""
        if here and isinstance(batch.edits[-1], Remove):
            return here  # Rows only went: the eye stays where it is.
        if batch.segment_id in self._document:
            return batch.segment_id
        return next((id_ for id_ in touched.inserted if id_ in self._document), here)

    def _beside(self, batch: EditBatch) -> str:
        """Return the segment that stands where rows went, the last where they stood at the end."""
        row = next((e.row for e in reversed(batch.edits) if isinstance(e, Remove)), 0)
        segments = self._document.segments
        return segments[min(row, len(segments) - 1)].id if len(segments) else ""
