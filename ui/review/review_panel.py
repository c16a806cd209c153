"""The review table with its editor: what the window puts in its middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from ui.keys import named
from ui.review.active_row import ActiveRow
from ui.review.chosen_rows import ChosenRows
from ui.review.differences import Differences
from ui.review.editor_keys import would_change
from ui.review.empty_page import EmptyPage
from ui.review.filter_place import FilterPlace
from ui.review.issue_marks import IssueMarks
from ui.review.marks import Marks
from ui.review.search_hits import SearchHits
from ui.review.segment_filter import SegmentFilter
from ui.review.segment_model import SegmentModel
from ui.review.segment_view import SegmentView
from ui.review.tracking import Tracking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QMenu

    from app.editing.editor import Editor
    from app.files.authors import Authors
    from app.followers.estimates import Estimates
    from app.followers.issues import IssueTable
    from translation.model.mark import Side
    from ui.review.filter_query import FilterQuery
    from ui.review.table_look import TableLook
    from ui.theme import Theme

_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ReviewPanel(QWidget):
    """Header, table and the editor in place; the only part that turns keys into edits.

    ``filter_cleared`` tells that a hidden segment was gone to, so that all are shown again;
    ``menu_asked`` gives the place (global) where a context menu is wanted. ``marks`` takes
    further sources of marks; ``active`` is the row that is worked on; ``tracking`` says
    which rows show their changes.
    """

    filter_cleared = Signal()
    filter_changed = Signal()
    """Other rows are shown than before."""
    menu_asked = Signal(QPoint)
    look_chosen = Signal(object)
    """TableLook: so a person laid the table out with the mouse."""
    size_wanted = Signal(str, int)
    """A language, and by how many pixels its text is to be larger."""

    def __init__(
        self,
        work: Editor,
        issues: IssueTable,
        theme: Theme,
        parent: QWidget | None = None,
        authors: Authors | None = None,
        estimates: Estimates | None = None,
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._hits = SearchHits()
        self.marks = Marks((Differences(work), IssueMarks(issues), self._hits), self)
        self._model = SegmentModel(work, issues, self.marks, self, authors, estimates)
        self._shown = SegmentFilter(work, issues, self._model, self, authors, estimates)
        self._view = SegmentView(self._model, self._shown, theme, self)
        self.tracking = Tracking(work, self)
        self._view.track(self.tracking)
        self.active = ActiveRow(work, self.marks, self._view, theme)
        self._place = FilterPlace(work)
        self.chosen = ChosenRows(work, self._view, self._shown, self.active.fields)
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
        self.active.editor.setAccessibleName(self.tr("Translation of the active segment"))
        self.active.source.setAccessibleName(self.tr("Source of the active segment"))
        self.active.reference.setAccessibleName(self.tr("Reference of the active segment"))

    def _connect(self) -> None:
        self._work.document_replaced.connect(self._document_replaced)
        self._shown.rowsInserted.connect(self._choose_page)
        self._shown.rowsRemoved.connect(self._choose_page)
        self._view.look_chosen.connect(self.look_chosen)
        self._view.heading_left.connect(self.focus_editor)
        self._view.size_wanted.connect(self.size_wanted)
        self.active.hidden_wanted.connect(self.go_to)
        self.active.editor.left.connect(self.move_by_line)
        self.active.source.left.connect(self._move_in_source)
        self.active.reference.left.connect(self._move_from_reference)

    # --- for the window ------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take another theme or text size."""
        self._empty.set_theme(theme)
        self._view.set_theme(theme)
        self.active.set_theme(theme)

    @property
    def look(self) -> TableLook:
        """How the table is laid out."""
        return self._view.look

    def set_look(self, look: TableLook) -> None:
        """Lay the table out otherwise."""
        self._view.set_look(look)

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
        return self.active.segment_id

    def go_to(self, segment_id: str) -> None:
        """Go to a segment, showing all rows again where the filter hides it."""
        self.bring_up(segment_id)
        self.focus_editor()

    def bring_up(self, segment_id: str) -> None:
        """Make a segment the active one and show it; the keyboard stays where it is."""
        row = self._model.row_of(segment_id)
        if row >= 0 and self._shown.shown_row(row) < 0:
            self.set_filter("")
            if self._shown.shown_row(row) < 0:
                self.show_furniture(True)
            self.filter_cleared.emit()
        self._work.activate(segment_id)

    def choose(self, segment_id: str, side: Side | None, start: int, end: int) -> None:
        """Show a segment with a stretch of one text chosen (characters); of none for None."""
        self.bring_up(segment_id)
        if side is not None:
            self.active.choose(side, start, end)

    @property
    def chosen_words(self) -> str:
        """What is chosen in the active row, without codes."""
        return self.active.chosen

    def go_by(self, step: int) -> bool:
        """Go ``step`` rows down (up where negative), and tell whether that is another row."""
        row = self.active.at
        at = 0 if row < 0 else max(0, min(row + step, self._shown.rowCount() - 1))
        if at == row or at >= self._shown.rowCount():
            return False
        self._work.activate(self._view.segment_row(at).segment.id)
        self.focus_editor()
        return True

    def move_by_line(self, step: int) -> None:
        """Go to the neighbouring segment with the caret on the line next to the one left."""
        if self.go_by(step) and step < 0:
            editor = self.active.editor
            editor.set_caret(len(editor.text) * 2)

    def _move_in_source(self, step: int) -> None:
        if self.go_by(step):
            self.active.enter_source(at_end=step < 0)

    def _move_from_reference(self, step: int) -> None:
        if step < 0 or not self.go_by(step):
            self.focus_editor()

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
        """Show the segments that a filter line asks for, the active one among them."""
        self._shown.set_filter(text)
        query = self._shown.query
        self._hits.look_for(query.sought_in("source"), query.sought_in("target"))
        self._choose_page()
        self._place.follow(self.shown_ids(), is_filtered=not query.is_empty)
        self.active.take_up()
        self.filter_changed.emit()

    @property
    def query(self) -> FilterQuery:
        """What the filter asks for."""
        return self._shown.query

    def enter_filtered(self) -> None:
        """Go from the filter line into the rows, to the first place found in the active one."""
        row = self.active.at
        if row >= 0:
            for mark in self._hits.marks(self._view.segment_row(row)):
                self.active.choose(mark.side, mark.start, mark.end)
                break
        self.focus_editor()

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
        self.active.take_up()

    def shown_ids(self) -> tuple[str, ...] | None:
        """Return the ids of the rows that are shown, None where all are."""
        if not self._shown.is_filtering:
            return None
        segments = self._work.document.segments
        return tuple([segments[row].id for row in self._shown.source_rows()])

    def shown_count(self) -> int:
        """Return how many rows the filter shows."""
        return self._shown.rowCount()

    def shown_rows(self) -> Sequence[int]:
        """Return the document's rows that are shown, in order."""
        return self._shown.source_rows()

    def show_everything(self, shown: bool) -> None:
        """Let blanks, tatweels and line breaks have signs in the texts, or not."""
        active = self.active
        for part in (self._view.delegate, active.editor, active.source, active.reference):
            part.shows_everything = shown
        for seen in (self._view, *active.fields):
            seen.viewport().update()

    def paint_anew(self) -> None:
        """Paint the rows that are in view once more: other marks are wanted than before."""
        self._view.viewport().update()

    def insert_missing_code(self) -> None:
        """Insert the next code of the source that the target lacks, at the caret."""
        self.active.insert_missing_code()

    def insert_text(self, text: str) -> None:
        """Insert text into the translation of the active segment, at the caret."""
        self.active.take_over(text)

    def paste_plain(self) -> None:
        """Paste the clipboard's text into the active segment."""
        self.active.paste_plain()

    def split_at_caret(self) -> None:
        """Split the active segment where the source was clicked, else where the caret points."""
        self.active.split_at_caret()

    def visible_ids(self) -> list[str]:
        """Return the ids of the segments in view, from the top."""
        segments = self._work.document.segments
        return [segments[self._shown.source_row(row)].id for row in self._view.visible_rows()]

    def focus_editor(self) -> None:
        """Put the keyboard into the editor, or into the table where the row has none."""
        self.active.focus()

    def offer(self, menu: QMenu, place: QPoint) -> None:
        """Offer in a menu what can be done about the marks at a place (global) of the editor."""
        self.active.offer(menu, place)

    # --- the active row ------------------------------------------------------------------

    def _document_replaced(self) -> None:
        self._choose_page()
        self.active.take_up()

    def _choose_page(self) -> None:
        if self._model.rowCount():
            self._empty.say_nothing_matches()
        else:
            self._empty.say_how_to_begin()
        self._pages.setCurrentWidget(self._view if self._shown.rowCount() else self._empty)

    # --- going about ---------------------------------------------------------------------

    def _next_shown(self, after: str) -> str:
        """Return the next unfinished segment among the shown rows, from the top after the last."""
        row = self._model.row_of(after)
        return self._work.places.next("unfinished", row, rows=self.shown_rows())

    # --- Qt's events ---------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down, and choose rows, by the keys that every table knows."""
        if self._choose_by(event):
            return
        match event.key():
            case Qt.Key.Key_Up:
                self.go_by(-1)
            case Qt.Key.Key_Down:
                self.go_by(+1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                rows = max(1, len(self._view.visible_rows()) - 1)
                self.go_by(rows if event.key() == Qt.Key.Key_PageDown else -rows)
            case _ if would_change(event) and not self.active.editor.hasFocus():
                self._write(event)
            case _:
                super().keyPressEvent(event)

    def _write(self, event: QKeyEvent) -> None:
        """Type into the active segment, as in any table; say why where it takes no typing.

        What deletes is left alone: it may have been meant for all the rows that are chosen.
        """
        if not self.active.editor.isVisible():
            self._work.explain_refusal(self.current_id())
        elif event.key() not in _DELETING:
            self.focus_editor()
            QApplication.sendEvent(self.active.editor, event)

    def _choose_by(self, event: QKeyEvent) -> bool:
        """Choose rows by a key, and tell whether it is one for that."""
        page = max(1, len(self._view.visible_rows()) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        steps |= {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        everything = self._shown.rowCount()
        steps |= {Qt.Key.Key_Home: -everything, Qt.Key.Key_End: everything}
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.chosen.choose_all()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in steps:
            self.chosen.extend(steps[key])
        elif key == Qt.Key.Key_Escape and self.chosen.are_several:
            self.chosen.choose_one()
            self.focus_editor()
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Show the active row among its neighbours, once it is known how much room there is.

        Work that goes on was put into a table without a size.
        """
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._show_active_row)

    def _show_active_row(self) -> None:
        if self.active.at >= 0:
            self._view.show_row(self.active.at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu of the segment's actions."""
        self.menu_asked.emit(event.globalPos())
