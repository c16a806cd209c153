"""The active row: the editor on it, what is typed there, the mouse and the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.editing.changes import TYPE
from app.editing.directing import direct
from translation.model.inline import strip_codes
from translation.model.mark import Side
from translation.text.utf16 import from_utf16
from ui.review.direction_keys import DirectionKeys
from ui.review.keyboard_frame import KeyboardFrame
from ui.review.mark_menu import MarkMenu
from ui.review.reference_field import ReferenceField
from ui.review.reference_text import reference_text
from ui.review.row_mouse import RowMouse
from ui.review.segment_editor import SegmentEditor
from ui.review.source_field import SourceField
from ui.review.split_place import split_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QMenu, QTextEdit

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from translation.model.segment import Segment
    from ui.review.marks import Marks
    from ui.review.read_field import ReadField
    from ui.review.segment_row import SegmentRow
    from ui.review.segment_view import SegmentView
    from ui.theme import Theme


class ActiveRow(QObject):
    """Keeps the editor where the active segment is, and turns what is typed into edits.

    ``hidden_wanted`` gives the id of a segment that is to be seen although the filter hides it.
    """

    hidden_wanted = Signal(str)

    def __init__(self, work: Editor, marks: Marks, view: SegmentView, theme: Theme) -> None:
        super().__init__(view)
        self._work = work
        self._marks = marks
        self._view = view
        self.editor = SegmentEditor(theme, view.viewport())
        self.editor.hide()
        KeyboardFrame(view, self.editor)
        self.source = SourceField(theme, view.viewport())
        self.source.hide()
        self.reference = ReferenceField(theme, view.viewport())
        self.reference.hide()
        self._menu = MarkMenu(work, marks, self.editor, (self.source, self.reference))
        self._mouse = RowMouse(work, view, self.editor, self.source, self.reference)
        self._mouse.pressed.connect(self.focus)
        self._taken_up = -1
        self._is_typing = False
        self._turned: frozenset[Side] = frozenset()
        self._direction_keys = DirectionKeys(self)
        self._connect()

    def _connect(self) -> None:
        work, view, editor = self._work, self._view, self.editor
        work.active_changed.connect(self._active_changed)
        work.caret_restored.connect(self._restore_caret)
        work.read_only_changed.connect(self.load)
        work.changed.connect(self._take)
        self._marks.changed.connect(self._marks_changed)
        view.whole_height = editor.height_at
        view.rows_moved.connect(self._place)
        editor.typed.connect(self._typed)
        editor.reworded.connect(
            lambda text, label, before, after: self._typed(text, before, after, label)
        )
        editor.undo_wanted.connect(work.undo)
        editor.noticed.connect(work.noticed)
        editor.may_break = self._may_break
        editor.refused.connect(lambda: work.explain_refusal(work.active_id))
        editor.cursorPositionChanged.connect(self._caret_moved)
        for field in self.fields:
            field.installEventFilter(self._direction_keys)
        self._direction_keys.turned.connect(lambda right: self.turn(rtl=right))
        for read in (self.source, self.reference):
            read.returned.connect(self.focus)
            read.taken.connect(self.take_over)
            read.handed.connect(self.write)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme or text size; the view has it already."""
        caret = self.editor.caret
        self.editor.set_theme(theme)
        self.source.set_theme(theme)
        self.reference.set_theme(theme)
        self.load()
        self.editor.set_caret(caret)

    @property
    def fields(self) -> tuple[QTextEdit, ...]:
        """The fields of the row's texts: of the translation, of the source, of the reference."""
        return self.editor, self.source, self.reference

    # --- which row -----------------------------------------------------------------------

    @property
    def at(self) -> int:
        """The shown row of the active segment, -1 where it is not shown."""
        return self._view.row_of(self._work.active_id)

    @property
    def segment_id(self) -> str:
        """The id of the active segment, "" for none or where the filter hides it."""
        return self._work.active_id if self.at >= 0 else ""

    def take_up(self) -> None:
        """Put the editor on the active row, which is brought into view."""
        row = self.at
        self._view.set_active(self._work.active_id, row)
        self.load()
        if row >= 0 and self._mouse.is_going:
            self._view.hold_row(row)
        elif row >= 0:
            self._view.show_row(row, still=row == self._taken_up)
        self._taken_up = row
        self._place()

    def focus(self) -> None:
        """Put the keyboard into the editor, or into the table where the row has none."""
        (self.editor if self.editor.isVisibleTo(self._view) else self._view).setFocus()

    def _active_changed(self, _segment_id: str) -> None:
        had_focus = any(field.hasFocus() for field in (*self.fields, self._view))
        self.take_up()
        if had_focus:
            self.focus()

    # --- the editor on it ----------------------------------------------------------------

    def load(self, _read_only: bool = False) -> None:
        """Put the active segment into the editor, or take the editor away."""
        at = self.at
        row = self._view.segment_row(at) if at >= 0 else None
        shown = row is not None and not row.is_furniture
        self._view.delegate.editor_shown = shown
        # Tab stops at the editor, or at the table where the row has none.
        policy = Qt.FocusPolicy.ClickFocus if shown else Qt.FocusPolicy.StrongFocus
        self._view.setFocusPolicy(policy)
        if row is not None and shown:
            texts, self._turned = self._view.texts, row.turned
            self.source.load(row, texts.source_style(row), texts.chip)
            self.editor.load(row, texts.target_style(row), texts.chip)
            self._set_writable(row)
            self._mark(row)
        if not shown:
            self._put_away()
        self._place()
        self._view.viewport().update()

    def _set_writable(self, row: SegmentRow) -> None:
        fixed = row.segment.locked or row.segment.is_settled or self._work.read_only
        if fixed is self.editor.isReadOnly():
            return
        self.editor.setReadOnly(fixed)
        if fixed:
            # A caret to read and copy by, as in the rows that can be edited.
            self.editor.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def _mark(self, row: SegmentRow) -> None:
        if self._is_typing:
            return  # Once for the key, not once for each who hears of it.
        self.editor.mark(self._marks.of(row, Side.TARGET), is_draft=row.is_draft)
        self.source.mark(self._marks.of(row, Side.SOURCE))
        texts = self._view.texts
        if texts.shows_reference(row):
            self.reference.load(row, texts.reference_style(row), texts.chip)

    def _place(self) -> None:
        row = self.at
        if row < 0 or not self._view.delegate.editor_shown:
            self._put_away()
            return
        view, shown = self._view, self._view.segment_row(row)
        reference = view.reference_part(row)
        for field, area in (
            (self.source, view.delegate.source_area(view.source_cell(row), shown)),
            (self.editor, view.delegate.editor_area(view.target_cell(row), shown)),
            (self.reference, view.delegate.reference_area(reference)),
        ):
            if field is self.reference and reference.isEmpty():
                self._hide(field)
                continue
            if field.geometry() != area:
                field.setGeometry(area)
            field.show()

    def _put_away(self) -> None:
        for field in self.fields:
            self._hide(field)

    def _hide(self, field: QTextEdit) -> None:
        """Hide a field; the keyboard stays in the table, not with whatever comes next."""
        if field.hasFocus():
            self._view.setFocus()
        field.hide()

    def _caret_moved(self) -> None:
        self._work.note_caret(self.editor.caret)
        if self.editor.hasFocus() and self.editor.height() > self._view.viewport().height():
            caret = self.editor.caret_area()
            self._view.show_point(caret.top(), caret.bottom())

    # --- the source and the reference ----------------------------------------------------

    def change_side(self) -> None:
        """Go from the translation into the source, the word that is next chosen, or back."""
        row = self.at
        if self.source.hasFocus():
            self.focus()
        elif row >= 0 and self.source.isVisibleTo(self._view):
            self._enter(self.source, len(self._view.segment_row(row).segment.source))

    def change_reference(self) -> None:
        """Go into the reference or back, as into the source; stay where there is none."""
        row = self.at
        if self.reference.hasFocus():
            self.focus()
        elif row >= 0 and self.reference.isVisibleTo(self._view):
            self._enter(self.reference, len(reference_text(self._view.segment_row(row))))

    def _enter(self, field: ReadField, length: int) -> None:
        """Put the keyboard into a text, with the word chosen that the translation has come to."""
        if field.place is None:
            text, caret = self.editor.text, from_utf16(self.editor.text, self.editor.caret)
            field.choose_word(round((caret / len(text) if text else 0) * length))
        field.setFocus()

    @property
    def chosen(self) -> str:
        """The text that is chosen where the keyboard is, else in the translation; no codes."""
        if self.reference.hasFocus():
            return self.reference.chosen
        source, target = self.source.chosen, self.editor.chosen
        return strip_codes(source if self.source.hasFocus() or not target else target)

    @property
    def chosen_place(self) -> tuple[Side, int, int]:
        """The side that the keyboard is in, and what is chosen there, in characters.

        The source has it, too, where something is chosen there and nothing in the translation.
        """
        source, target = self.source.chosen_place, self.editor.chosen_place
        in_source = self.source.hasFocus() or (source[0] < source[1] and target[0] == target[1])
        return (Side.SOURCE, *source) if in_source else (Side.TARGET, *target)

    def place_below(self) -> QPoint:
        """Return a place of the screen below the caret of the side that the keyboard is in."""
        field = self.source if self.chosen_place[0] is Side.SOURCE else self.editor
        return field.viewport().mapToGlobal(field.cursorRect().bottomLeft())

    def choose(self, side: Side, start: int, end: int) -> None:
        """Choose a stretch of one of the texts, in characters; the keyboard changes the side."""
        field = self.source if side is Side.SOURCE else self.editor
        if not field.isVisibleTo(self._view):
            return
        if field is self.editor:
            self.source.forget_place()
        else:
            self.editor.set_caret(self.editor.caret)
        field.choose(start, end)
        if any(one.hasFocus() for one in (*self.fields, self._view)):
            field.setFocus()

    def turn(self, *, rtl: bool | None) -> None:
        """Let the text that the keyboard is in run from right to left or not; None: as its
        language does."""
        if self.segment_id:
            side = Side.SOURCE if self.source.hasFocus() else Side.TARGET
            direct(self._work, self.segment_id, side, rtl=rtl)

    def take_over(self, text: str) -> None:
        """Put text of the source or the reference into the translation, at the caret."""
        self.focus()
        if text and not self.editor.isReadOnly():
            self.editor.insert_text(text)

    def write(self, key: QKeyEvent) -> None:
        """Whoever types while the keyboard is in what is only read means the translation."""
        self.focus()
        self.editor.keyPressEvent(key)

    def enter_source(self, *, at_end: bool) -> None:
        """Put the keyboard into the source, the caret at its start or end."""
        if self.source.isVisibleTo(self._view):
            self.source.put_caret(self.source.document().characterCount() if at_end else 0)
            self.source.setFocus()

    def offer(self, menu: QMenu, place: QPoint) -> None:
        """Offer in a menu what helps at a place (global)."""
        if self.segment_id:
            self._menu.offer(menu, place, self._view.segment_row(self.at))

    # --- text ----------------------------------------------------------------------------

    def insert_missing_code(self) -> None:
        """Insert the next code of the source that the target lacks, at the caret.

        A pair goes around what is chosen in the editor.
        """
        if self.segment_id:
            self._work.insert_code(self.segment_id, self.editor.caret, self.editor.anchor)

    def paste_plain(self) -> None:
        """Paste the clipboard's text into the active segment."""
        if self.segment_id:
            self.editor.paste_plain()

    def split_at_caret(self) -> None:
        """Split the active segment where the source was clicked, else where the caret points."""
        segment, row = self._segment(), self.at
        if segment is None or row < 0:
            return
        editor = self.editor
        place = split_place(segment, editor.text, editor.caret, self.source.place)
        if place is None:
            self._work.split(segment.id, None)
        else:
            self._work.split(segment.id, place.source, place.target)

    def _segment(self) -> Segment | None:
        document, active = self._work.document, self._work.active_id
        return document.segment(active) if active in document else None

    def _may_break(self) -> bool:
        segment = self._segment()
        return segment is None or self._work.may_break_line(segment.id)

    def _typed(self, text: str, before: int, after: int, label: str = TYPE) -> None:
        self._is_typing = True
        try:
            self._work.type_text(self._work.active_id, text, before, after, label)
        finally:
            self._is_typing = False
        segment = self._segment()
        if segment is not None and self._work.document.shown_target(segment) != text:
            # Refused (said by ``failed``): what stands in the document stands here too.
            self.editor.update_text(self._work.document.shown_target(segment))
        if self.at >= 0 and self._view.delegate.editor_shown:
            self._mark(self._view.segment_row(self.at))

    def _take(self, change: Change) -> None:
        self._segments_changed((*change.present, *change.annotated))

    def _segments_changed(self, segment_ids: Sequence[str]) -> None:
        active = self._work.active_id
        at = self.at if active in segment_ids else -1
        if at < 0:
            return
        row = self._view.segment_row(at)
        if row.is_furniture == self._view.delegate.editor_shown:
            self.load()
            return
        if row.turned != self._turned:
            caret = self.editor.caret
            self.load()
            self.editor.set_caret(caret)
        was_empty = not self.editor.text
        self.editor.update_text(row.shown)
        if was_empty and row.is_draft:
            self.editor.set_caret(0)  # a late draft is read from its start, like any other
        self._view.remeasure(at)
        self._set_writable(row)
        self._mark(row)
        self._place()

    def _marks_changed(self, segment_ids: Sequence[str]) -> None:
        at = self.at if self._work.active_id in segment_ids else -1
        if at >= 0 and self._view.delegate.editor_shown:
            row = self._view.segment_row(at)
            if row.shown == self.editor.text:  # Else the change of the text is told in a moment.
                self._mark(row)

    def _restore_caret(self, segment_id: str, caret: int) -> None:
        if segment_id == self._work.active_id:
            if self.at < 0:
                self.hidden_wanted.emit(segment_id)  # what is undone is seen, whatever is filtered
            self.editor.set_caret(caret)
            row = self.at
            if row >= 0:
                self._view.show_row(row, still=True)
