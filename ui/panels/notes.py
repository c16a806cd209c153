"""Notes on the active segment or on the whole document: threads to read, answer and settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.background.soon import Soon
from app.editing import noting
from translation.model.notes import WHOLE_DOCUMENT, note_records
from ui import texts
from ui.keys import in_sentence, named
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.entries import EntryList
from ui.panels.note_entries import note_entries, place_of
from ui.panels.note_field import NoteField
from ui.plain import set_tip
from ui.widgets.card import Card, empty_label, quiet_label
from ui.widgets.link import Link
from ui.widgets.view_switch import DOCUMENT, SEGMENT, ViewSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.editing.changes import Change
    from app.session import Session
    from ui.theme import Theme

_OPEN = QT_TRANSLATE_N_NOOP("NotesPanel", "{count} open", "{count} open")


class NotesPanel(Card):
    """The notes, what can be done with the marked one, and the field to write one in."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("NotesPanel", "Notes"), theme)
        self._editor = session.editor
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self.about = ViewSwitch(self.tr("Segment"), self.tr("Document"), self.tr("Notes on what"))
        self.header.addWidget(self.about)
        self._none = empty_label()
        self.list = EntryList(theme, self.tr("Notes"))
        self.body.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self._add_links()
        self._writing = quiet_label()
        self._writing.setWordWrap(True)
        self.field = NoteField()
        self.field.setAccessibleName(self.tr("Write a note"))
        hint = self.tr("Enter keeps the note, {keys} begins a line in it")
        set_tip(self.field, hint.format(keys=in_sentence("Shift+Return")))
        self.body.addWidget(self._writing)
        self.body.addWidget(self.field)
        self._task: tuple[Callable[[str], None], str] | None = None
        """What is done with what is written, where it is no new note; and the entry it is of."""
        self._began = ""
        """The text that the field had before anything was written."""
        self._written_of: str | None = None
        """The segment, or the document, that what is written now is about."""
        self._soon = Soon(self, self.refresh)
        self._connect(session)
        self.refresh()

    def _add_links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.answer_link = self._link(self.tr("Answer"), self.tr("Enter"), self._answer)
        self.settle_link = self._link(self.tr("Settle"), self.tr("Space"), self._settle)
        self.edit_link = self._link(self.tr("Edit"), "F2", self._edit)
        self.delete_link = self._link(self.tr("Delete"), "Del", self._delete)
        for link in (self.answer_link, self.settle_link, self.edit_link, self.delete_link):
            row.addWidget(link)
        row.addStretch(1)
        self.body.addLayout(row)

    def _link(self, words: str, key: str, run: Callable[[], None]) -> Link:
        link = Link(words)
        set_tip(link, f"{words}   {key}")
        link.clicked.connect(lambda: run())
        return link

    def _connect(self, session: Session) -> None:
        editor = self._editor
        editor.active_changed.connect(self._turn_to)
        editor.document_replaced.connect(self._forget)
        editor.read_only_changed.connect(self._soon.again)
        editor.changed.connect(self._take)
        session.autosave.ending.connect(self._keep_unsent)
        self.about.changed.connect(self._turn_to)
        self.list.wanted.connect(lambda _id: self._answer())
        self.list.chosen.connect(self._offer)
        self.list.left.connect(self.left)
        self.field.entered.connect(self._keep)
        self.field.left.connect(self._give_up)
        self.list.bind(Qt.Key.Key_Space, self._settle)
        self.list.bind(Qt.Key.Key_F2, self._edit)
        self.list.bind(Qt.Key.Key_Delete, self._delete)

    # --- showing ---------------------------------------------------------------------------

    @property
    def _place(self) -> str | None:
        """The segment that is spoken of, or the whole document; None where there is neither."""
        if not len(self._editor.document):
            return None
        if self.about.chosen == DOCUMENT:
            return WHOLE_DOCUMENT
        active = self._editor.active_id
        return active if active in self._editor.document else None

    def refresh(self) -> None:
        """Read the notes afresh."""
        self._soon.stop()
        document, place = self._editor.document, self._place
        if place != self._written_of:
            self._keep_unsent()
            self._begin(None)
        entries = note_entries(document, place) if place is not None else []
        is_other = tuple(entries) != self.list.entries.entries
        self.list.set_entries(entries)
        self.list.setVisible(bool(entries))
        is_open = 0
        if place is not None:
            is_open = sum(not note.resolved for _record, note in note_records(document, place))
        self._count.setText(texts.translated("NotesPanel", _OPEN, count=is_open) if is_open else "")
        self._none.setText(self._empty_text())
        self._none.setVisible(not entries)
        can_write = place is not None and not self._editor.read_only
        self.field.setEnabled(can_write)
        self.field.setVisible(place is not None)
        self._offer(self.list.current_id)
        self.set_empty(not entries)
        if is_other:
            self.height_changed.emit()

    def _empty_text(self) -> str:
        if not len(self._editor.document):
            return self.tr("Nothing is open.")
        if self._place is None:
            return self.tr("No segment is active.")
        if self.about.chosen == DOCUMENT:
            return self.tr("No note on the document.")
        return self.tr("No note on this segment.")

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self._say_what_is_written()

    def _turn_to(self, _what: object = None) -> None:
        """Turn to another segment, or to the document, once the step is done that led there."""
        self._soon.again()

    def _forget(self, _what: object = None) -> None:
        """Begin with another document."""
        self._begin(None)
        self._soon.again()

    def _take(self, change: Change) -> None:
        # Not with each key: what is noted is another only where somebody says something else.
        if self._place in change.annotated or change.inserted or change.removed:
            self._soon.again()

    def _offer(self, entry_id: str) -> None:
        """Enable what can be done with the entry that is marked."""
        record_id, reply = place_of(entry_id)
        record = self._editor.document.records.by_id(record_id)
        can_edit = record is not None and not self._editor.read_only
        own = can_edit and noting.is_own(self._editor, record_id, reply)
        self.answer_link.setEnabled(can_edit)
        self.settle_link.setEnabled(can_edit)
        self.settle_link.setText(
            self.tr("Open again") if self._is_settled(record_id) else self.tr("Settle")
        )
        self.edit_link.setEnabled(own)
        self.delete_link.setEnabled(own)
        for link in (self.answer_link, self.settle_link, self.edit_link, self.delete_link):
            link.setVisible(bool(self.list.entries.entries))
        self._say_what_is_written()

    def _is_settled(self, record_id: str) -> bool:
        found = note_records(self._editor.document, self._place or WHOLE_DOCUMENT)
        return any(note.resolved for record, note in found if record.id == record_id)

    # --- writing ---------------------------------------------------------------------------

    def write(self, about: int = SEGMENT) -> None:
        """Put the keyboard into the field for a new note."""
        self.about.choose(about)
        self._begin(None)
        self.refresh()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin(self, task: tuple[Callable[[str], None], str] | None, text: str = "") -> None:
        self._task, self._began, self._written_of = task, text, self._place
        self.field.setPlainText(text)
        self.field.selectAll()
        if task is not None:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._say_what_is_written()

    def _say_what_is_written(self) -> None:
        if self._task is None:
            on_segment = self.tr("Write a note ({key:add_note}); Enter keeps it")
            on_document = self.tr("Write a note on the document; Enter keeps it")
            hint = on_document if self.about.chosen == DOCUMENT else on_segment
            self.field.setPlaceholderText(hint.format(key=named()))
        self._writing.setText(self._task[1] if self._task else "")
        self._writing.setVisible(self._task is not None)

    def _keep(self, text: str) -> None:
        place = self._place
        if not text.strip() or place is None:
            return
        task = self._task
        if task is None:
            noting.write_note(self._editor, place, text)
        else:
            task[0](text)
        self._begin(None)
        if task is None and place:
            self.left.emit()
        else:
            self.list.setFocus()

    def _keep_unsent(self) -> None:
        """Keep what was written where somebody goes on without Enter: it is lost by Esc alone."""
        text, place, task = self.field.toPlainText(), self._written_of, self._task
        is_there = place == WHOLE_DOCUMENT or place in self._editor.document
        if not text.strip() or text == self._began or place is None or not is_there:
            return
        self._began = text
        if self._editor.read_only:
            return
        if task is None:
            noting.write_note(self._editor, place, text)
        else:
            task[0](text)

    def _give_up(self) -> None:
        """Give up what is written, or the field where nothing is."""
        is_new = self._task is None
        self._begin(None)
        if is_new:
            self.left.emit()
        else:
            self.list.setFocus()

    # --- what is done with the marked one ----------------------------------------------------

    def _answer(self) -> None:
        record_id, _reply = place_of(self.list.current_id)
        if self.answer_link.isEnabled():
            words = self.tr("Your answer; Esc gives it up.")
            self._begin((lambda text: noting.answer(self._editor, record_id, text), words))

    def _settle(self) -> None:
        record_id, _reply = place_of(self.list.current_id)
        if self.settle_link.isEnabled():
            noting.settle(self._editor, record_id, not self._is_settled(record_id))

    def _edit(self) -> None:
        record_id, reply = place_of(self.list.current_id)
        record = self._editor.document.records.by_id(record_id)
        if record is None or not self.edit_link.isEnabled():
            return
        text = noting.text_of(self._editor, record_id, reply)
        words = self.tr("Change what you wrote; Esc leaves it as it was.")
        self._begin((lambda new: noting.rewrite(self._editor, record_id, new, reply), words), text)

    def _delete(self) -> None:
        record_id, reply = place_of(self.list.current_id)
        if self.delete_link.isEnabled():
            noting.take_back(self._editor, record_id, reply)
