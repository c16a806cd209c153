"""What was changed: the active segment's draft and text, struck and underlined word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextCursor, QTextOption

from app.background.soon import Soon
from app.editing.grounds import Against
from translation.model.direction import turned_sides
from translation.model.mark import Side
from translation.model.notes import StatedNote, notes_of_segment
from translation.model.rejection import rejection_of
from translation.text.words import DiffPart, diff
from ui import texts
from ui.panels.authors_line import AuthorsLine
from ui.review.diff_text import apart, part_format, readable
from ui.widgets.card import Card, empty_label, quiet_label
from ui.widgets.fitting_text import FittingText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.editing.changes import Change
    from app.editing.editor import Editor
    from app.files.authors import Authors
    from translation.model.segment import Segment
    from ui.theme import Theme


AFTER_A_KEY = 150
"""Milliseconds without a change until the comparison is drawn."""


class ChangesPanel(Card):
    """The full view of the edits in one segment."""

    fits = True

    def __init__(self, work: Editor, theme: Theme, authors: Authors | None = None) -> None:
        super().__init__(QCoreApplication.translate("ChangesPanel", "Changes"), theme)
        self._work = work
        self._authors = authors
        self._which = quiet_label()
        self.header.addWidget(self._which)
        self._view = FittingText()
        self._view.setAccessibleName(self.tr("Changes of the active segment"))
        self._remark = empty_label()
        self.notes = quiet_label()
        self.notes.setWordWrap(True)
        self.notes.setContentsMargins(0, 0, 0, 6)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.notes.setAccessibleName(self.tr("Notes on the active segment"))
        self.by = AuthorsLine()
        self.body.addWidget(self.by)
        self.body.addWidget(self.notes)
        self.body.addWidget(self._remark)
        self.body.addWidget(self._view)
        self.body.addStretch(1)
        # Several signals follow one keystroke; the comparison is drawn once, when they are over.
        self._soon = Soon(self, self.refresh, AFTER_A_KEY)
        work.active_changed.connect(self._refresh_next)
        work.document_replaced.connect(self._refresh_next)
        work.changed.connect(self._take)
        work.grounds.changed.connect(self._refresh_next)
        if authors is not None:
            authors.changed.connect(self._show_authors)
        self.refresh()

    @property
    def text(self) -> str:
        """What the panel shows, as plain text."""
        return self._remark.text() if self.is_empty else self._view.toPlainText()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.refresh()

    def _take(self, change: Change) -> None:
        active = self._work.active_id
        is_here = active in change.present or active in change.annotated
        # Not between a key and what it paints: a fast hand sees the comparison when it rests.
        if is_here:
            self._soon.again()

    def _refresh_next(self, _what: object = None) -> None:
        self._soon.start(0)

    def refresh(self) -> None:
        """Compare the active segment with its draft and show it."""
        self._soon.stop()
        document = self._work.document
        active = self._work.active_id
        self._show_notes()
        self._show_authors()
        if active not in document:
            self._which.setText("")
            self._show_remark(self.tr("No segment is active."))
            return
        segment = document.segment(active)
        row = document.row(active) + 1
        by_translator = self._work.grounds.against_of(segment) is Against.TRANSLATOR
        which = (
            self.tr("segment {number}, against the translator")
            if by_translator
            else self.tr("segment {number}")
        )
        self._which.setText(which.format(number=row))
        self._show_segment(segment)

    def _show_authors(self) -> None:
        self.by.show_of(self._authors, self._work.active_id)

    def _show_notes(self) -> None:
        """Show what the file and people say about the active segment, and why it was rejected."""
        document, active = self._work.document, self._work.active_id
        found: list[StatedNote] = []
        if active in document:
            segment = document.segment(active)
            unit_note = document.unit_of(segment).note
            found = [StatedNote(unit_note)] if unit_note else []
            said = notes_of_segment(document, segment)
            found += [note for note in said if not (note.rejects or note.resolved)]
        lines = [*self._rejection(), *map(self._note_line, found)]
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))

    def _rejection(self) -> Iterator[str]:
        rejection = rejection_of(self._work.document, self._work.active_id)
        if rejection is not None:
            by = rejection.record
            if rejection.by_file:
                yield self.tr("Rejected, as the file says.")
                return
            line = (
                self.tr("Rejected by {author}, {time}: {reason}")
                if by.author
                else self.tr("Rejected, {time}: {reason}")
            )
            reason = texts.theirs(rejection.reason) or self.tr("no reason given")
            author, time = texts.person_name(by.author), texts.clock_time(by.time)
            yield line.format(author=author, time=time, reason=reason)

    def _note_line(self, note: StatedNote) -> str:
        """Return a note in a line, a person's with the name and time."""
        said = texts.theirs(note.text)
        if note.time is None:
            return said
        line = self.tr("{author}, {time}: {note}") if note.author else self.tr("{time}: {note}")
        author = texts.person_name(note.author)
        return line.format(author=author, time=texts.clock_time(note.time), note=said)

    def _show_segment(self, segment: Segment) -> None:
        document = self._work.document
        draft = document.drafts.base(segment)
        ground = self._work.grounds.text_of(segment)
        if document.is_furniture(segment):
            self._show_remark(self.tr("Page furniture: left out of the translation."))
        elif segment.target is None:
            remark = self.tr("Untouched draft.") if draft else self.tr("Nothing translated yet.")
            if draft is not None and draft.is_match:
                remark = self.tr("Untouched match of a memory.")
            self._show_remark(remark)
        elif ground is None:
            self._show_remark(self.tr("Written without a draft: there is nothing to compare."))
        elif ground == segment.target:
            by_machine = self.tr("Exactly as drafted.")
            if draft is not None and draft.is_match:
                by_machine = self.tr("Exactly as the memory has it.")
            by_translator = self.tr("As the translator left it.")
            as_drafted = self._work.grounds.against_of(segment) is Against.DRAFT
            self._show_remark(by_machine if as_drafted else by_translator)
        else:
            self._show_diff(segment, diff(ground, segment.target))

    def _show_remark(self, remark: str) -> None:
        self._remark.setText(remark)
        self._show_part(remark)

    def _show_part(self, remark: str) -> None:
        self._remark.setVisible(bool(remark))
        self._view.setVisible(not remark)
        self.set_empty(bool(remark))

    def _show_diff(self, segment: Segment, parts: Sequence[DiffPart]) -> None:
        document = self._work.document
        pair = document.pair_of(segment)
        self._view.clear()
        option = QTextOption()
        rtl = pair.target_is_rtl is not (Side.TARGET in turned_sides(document, segment))
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._view.document().setDefaultTextOption(option)
        cursor = self._view.textCursor()
        for part in apart(parts):
            format_ = part_format(part, self.theme, self.theme.target_font(pair.target))
            cursor.insertText(readable(part.text, document.unit_of(segment).codes), format_)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self._view.setTextCursor(cursor)
        self._show_part("")
