"""The review table with its editor: what the window puts in its middle."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.editing.navigation import is_unfinished
from translation.model.mark import Side
from translation.model.segment import SegmentState
from ui.keys import named
from ui.review.differences import Differences
from ui.review.empty_page import EmptyPage
from ui.review.issue_marks import IssueMarks
from ui.review.marks import Marks
from ui.review.search_hits import SearchHits
from ui.review.segment_editor import SegmentEditor
from ui.review.segment_filter import SegmentFilter
from ui.review.segment_model import SegmentModel
from ui.review.segment_view import SegmentView
from ui.review.split_place import split_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent
    from PySide6.QtWidgets import QMenu

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.followers.issues import IssueTable
    from translation.model.segment import Segment
    from ui.review.segment_row import SegmentRow
    from ui.theme import Theme


class ReviewPanel(QWidget):
    """Header, table and the editor in place; the only part that turns keys into edits.

    ``filter_cleared`` tells that a hidden segment was gone to, so that all are shown again;
    ``menu_asked`` gives the place (global) where a context menu is wanted. ``marks`` takes
    further sources of marks.
    """

    filter_cleared = Signal()
    menu_asked = Signal(QPoint)

    def __init__(
        self, work: Editor, issues: IssueTable, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._hits = SearchHits()
        self.marks = Marks((Differences(work), IssueMarks(issues), self._hits), self)
        self._model = SegmentModel(work, issues, self.marks, self)
        self._shown = SegmentFilter(work, issues, self._model, self)
        self._view = SegmentView(self._model, self._shown, theme, self)
        self._editor = SegmentEditor(theme, self._view.viewport())
        self._editor.hide()
        self._empty = EmptyPage(theme)
        self._pages = QStackedWidget()
        self._set_up()
        self._connect()
        self.show_keys()
        self._document_replaced()

    def _set_up(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._view)
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.setAccessibleName(self.tr("Segments"))
        self._editor.setAccessibleName(self.tr("Translation of the active segment"))

    def _connect(self) -> None:
        work = self._work
        work.document_replaced.connect(self._document_replaced)
        work.active_changed.connect(self._active_changed)
        work.caret_restored.connect(self._restore_caret)
        work.read_only_changed.connect(self._load)
        work.changed.connect(self._take)
        self.marks.changed.connect(self._segments_changed)
        self._view.whole_height = self._editor.height_at
        self._view.rows_moved.connect(self._place_editor)
        self._shown.rowsInserted.connect(self._choose_page)
        self._shown.rowsRemoved.connect(self._choose_page)
        self._view.target_pressed.connect(self._press_target)
        self._view.source_pressed.connect(self._press_source)
        self._view.row_pressed.connect(lambda row: self._press_target(row, 0))
        self._editor.typed.connect(self._typed)
        self._editor.left.connect(self.move_by_line)
        self._editor.refused.connect(lambda: work.explain_refusal(work.active_id))
        self._editor.cursorPositionChanged.connect(self._caret_moved)

    # --- for the window ------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take another theme or text size."""
        caret = self._editor.caret
        self._editor.set_theme(theme)
        self._empty.set_theme(theme)
        self._view.set_theme(theme)
        self._load()
        self._editor.set_caret(caret)

    def show_keys(self) -> None:
        """Name the keys that hold now: how to begin, and what brings page furniture back."""
        hint = self.tr("Page furniture, left out. {key:furniture} brings it back.")
        self._view.delegate.furniture_hint = hint.format(key=named())
        self._view.viewport().update()
        self._choose_page()

    def current_id(self) -> str:
        """Return the id of the active segment, "" for none or where the filter hides it.

        What a person does not see must not be confirmed, cleared or merged.
        """
        return self._work.active_id if self._active_row() >= 0 else ""

    def go_to(self, segment_id: str) -> None:
        """Go to a segment, showing all rows again where the filter hides it."""
        row = self._model.row_of(segment_id)
        if row >= 0 and self._shown.shown_row(row) < 0:
            self.set_filter("")
            if self._shown.shown_row(row) < 0:
                self.show_furniture(True)
            self.filter_cleared.emit()
        self._work.activate(segment_id)
        self.focus_editor()

    def go_by(self, step: int) -> bool:
        """Go ``step`` rows down (up where negative), and tell whether that is another row."""
        row = self._active_row()
        at = 0 if row < 0 else max(0, min(row + step, self._shown.rowCount() - 1))
        if at == row or at >= self._shown.rowCount():
            return False
        self._work.activate(self._view.segment_row(at).segment.id)
        self.focus_editor()
        return True

    def move_by_line(self, step: int) -> None:
        """Go to the neighbouring segment with the caret on the line next to the one left."""
        if self.go_by(step) and step < 0:
            self._editor.set_caret(len(self._editor.text) * 2)

    def confirm_and_next(self) -> None:
        """Confirm the active segment and go to the next unfinished one that is shown.

        Where the filter hides the active segment, go to the first that is shown instead.
        """
        active = self.current_id()
        if not active:
            self.go_by(+1)
            return
        following = self._work.confirm(active)
        if self._shown.is_filtering:
            following = self._next_shown(active)
        if following and following != active:
            self.go_to(following)
        self.focus_editor()

    def set_filter(self, text: str) -> None:
        """Show the segments that a filter line asks for, keeping the active one in view."""
        self._shown.set_filter(text)
        self._hits.look_for(self._shown.words)
        self._choose_page()
        self._take_up_active()

    def prepare_filter(self) -> None:
        """Make ready for words to be looked for."""
        self._shown.prepare()

    @property
    def shows_furniture(self) -> bool:
        """Whether the lines of page furniture are shown."""
        return self._shown.shows_furniture

    def show_furniture(self, shown: bool) -> None:
        """Show the lines of page furniture, or hide them."""
        self._shown.show_furniture(shown)
        self._choose_page()
        self._take_up_active()

    def shown_count(self) -> int:
        """Return how many rows the filter shows."""
        return self._shown.rowCount()

    def insert_missing_code(self) -> None:
        """Insert the next code of the source that the target lacks, at the caret.

        A pair goes around what is chosen in the editor.
        """
        if self.current_id():
            editor = self._editor
            self._work.insert_code(self.current_id(), editor.caret, editor.anchor)

    def paste_plain(self) -> None:
        """Paste the clipboard's text into the active segment."""
        if self.current_id():
            self._editor.paste_plain()

    def split_at_caret(self) -> None:
        """Split the active segment where the source was clicked, else where the caret points."""
        segment, row = self._segment(), self._active_row()
        if segment is None or row < 0:
            return
        clicked = self._view.clicked_source(row)
        place = split_place(segment, self._editor.text, self._editor.caret, clicked)
        if place is None:
            self._work.split(segment.id, None)
        else:
            self._work.split(segment.id, place.source, place.target)

    def visible_ids(self) -> list[str]:
        """Return the ids of the segments in view, from the top."""
        segments = self._work.document.segments
        return [segments[self._shown.source_row(row)].id for row in self._view.visible_rows()]

    def focus_editor(self) -> None:
        """Put the keyboard into the editor, or into the table where the row has none."""
        (self._editor if self._editor.isVisibleTo(self._view) else self._view).setFocus()

    def offer(self, menu: QMenu, place: QPoint) -> None:
        """Offer in a menu what can be done about the marks at a place (global) of the editor."""
        if self.current_id():
            self._editor.marks.offer(menu, place, partial(self._work.mend, self.current_id()))

    # --- the active row ------------------------------------------------------------------

    def _segment(self) -> Segment | None:
        document, active = self._work.document, self._work.active_id
        return document.segment(active) if active in document else None

    def _active_row(self) -> int:
        """Return the shown row of the active segment, -1 where it is not shown."""
        row = self._model.row_of(self._work.active_id)
        return self._shown.shown_row(row) if row >= 0 else -1

    def _document_replaced(self) -> None:
        self._choose_page()
        self._take_up_active()

    def _choose_page(self) -> None:
        if self._model.rowCount():
            self._empty.say_nothing_matches()
        else:
            self._empty.say_how_to_begin()
        self._pages.setCurrentWidget(self._view if self._shown.rowCount() else self._empty)

    def _active_changed(self, _segment_id: str) -> None:
        had_focus = self._editor.hasFocus() or self._view.hasFocus()
        self._take_up_active()
        if had_focus:
            self.focus_editor()

    def _take_up_active(self) -> None:
        row = self._active_row()
        self._view.set_active(self._work.active_id, row)
        self._load()
        if row >= 0:
            self._view.show_row(row)
        self._place_editor()

    def _load(self, _read_only: bool = False) -> None:
        """Put the active segment into the editor, or take the editor away."""
        at = self._active_row()
        row = self._view.segment_row(at) if at >= 0 else None
        shown = row is not None and not row.is_furniture
        self._view.delegate.editor_shown = shown
        if row is not None and shown:
            self._editor.load(row, self._view.texts.target_style(row), self._view.texts.chip)
            fixed = row.segment.locked or row.segment.state is SegmentState.FINAL
            self._set_writable(not (fixed or self._work.read_only))
            self._mark(row)
        if not shown:
            self._put_editor_away()
        self._place_editor()
        self._view.viewport().update()

    def _set_writable(self, writable: bool) -> None:
        self._editor.setReadOnly(not writable)
        if not writable:
            # A caret to read and copy by, as in the rows that can be edited.
            self._editor.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def _mark(self, row: SegmentRow) -> None:
        self._editor.mark(self.marks.of(row, Side.TARGET), is_draft=row.is_draft)

    def _place_editor(self) -> None:
        row = self._active_row()
        if row < 0 or not self._view.delegate.editor_shown:
            self._put_editor_away()
            return
        cell = self._view.target_cell(row)
        area = self._view.delegate.target_area(cell, self._view.segment_row(row))
        if self._editor.geometry() != area:
            self._editor.setGeometry(area)
        self._editor.show()

    def _put_editor_away(self) -> None:
        """Hide the editor; the keyboard stays in the table, not with whatever comes next."""
        if self._editor.hasFocus():
            self._view.setFocus()
        self._editor.hide()

    def _caret_moved(self) -> None:
        self._work.note_caret(self._editor.caret)
        if self._editor.hasFocus() and self._editor.height() > self._view.viewport().height():
            caret = self._editor.caret_area()
            self._view.show_point(caret.top(), caret.bottom())

    # --- going about ---------------------------------------------------------------------

    def _next_shown(self, after: str) -> str:
        """Return the next unfinished segment among the shown rows, from the top after the last."""
        document, count = self._work.document, self._shown.rowCount()
        start = self._shown.shown_row(self._model.row_of(after)) + 1
        for at in (*range(start, count), *range(start)):
            segment = document.segments[self._shown.source_row(at)]
            if is_unfinished(document, segment):
                return segment.id
        return ""

    def _press_target(self, row: int, position: int) -> None:
        segment_id = self._view.segment_row(row).segment.id
        if segment_id != self._work.active_id:
            self._work.activate(segment_id)
            self._editor.set_caret(position)
        self.focus_editor()

    def _press_source(self, row: int, position: int) -> None:
        segment_id = self._view.segment_row(row).segment.id
        self._work.activate(segment_id)
        self._view.set_source_caret(position)
        self.focus_editor()

    # --- text ----------------------------------------------------------------------------

    def _typed(self, text: str, before: int, after: int) -> None:
        self._work.type_text(self._work.active_id, text, before, after)
        segment = self._segment()
        if segment is not None and self._work.document.shown_target(segment) != text:
            # Refused (said by ``failed``): what stands in the document stands here too.
            self._editor.update_text(self._work.document.shown_target(segment))

    def _take(self, change: Change) -> None:
        self._segments_changed(change.present)

    def _segments_changed(self, segment_ids: Sequence[str]) -> None:
        active = self._work.active_id
        at = self._active_row() if active in segment_ids else -1
        if at < 0:
            return
        row = self._view.segment_row(at)
        if row.is_furniture == self._view.delegate.editor_shown:
            self._load()
            return
        was_empty = not self._editor.text
        self._editor.update_text(row.shown)
        if was_empty and row.is_draft:
            self._editor.set_caret(0)  # a late draft is read from its start, like any other
        self._view.remeasure(at)
        self._mark(row)
        self._place_editor()

    def _restore_caret(self, segment_id: str, caret: int) -> None:
        if segment_id == self._work.active_id:
            if self._active_row() < 0:
                self.go_to(segment_id)  # what is undone is seen, whatever the filter asks for
            self._editor.set_caret(caret)
            row = self._active_row()
            if row >= 0:
                self._view.show_row(row)

    # --- Qt's events ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down by the keys that every table knows; all others are the window's."""
        match event.key():
            case Qt.Key.Key_Up:
                self.go_by(-1)
            case Qt.Key.Key_Down:
                self.go_by(+1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                rows = max(1, len(self._view.visible_rows()) - 1)
                self.go_by(rows if event.key() == Qt.Key.Key_PageDown else -rows)
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu of the segment's actions."""
        self.menu_asked.emit(event.globalPos())
