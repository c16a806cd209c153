"""The terms of the active segment, to be inserted by key, changed and taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.background.soon import Soon
from app.followers.terms import CONFIRMED
from translation.model.term import TermStatus
from translation.text.words import DiffPart
from ui import texts
from ui.keys import named
from ui.marked import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.plain import set_tip
from ui.widgets.card import Card, empty_label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.followers.teaching import Lesson
    from app.session import Session
    from translation.terms.choosing import TermChoice
    from ui.theme import Theme

CONTEXT = "TermsPanel"
_AT_HAND = QT_TRANSLATE_N_NOOP("TermsPanel", "{count} entry at hand", "{count} entries at hand")
STATUS_WORDS = {
    TermStatus.PREFERRED: QT_TRANSLATE_NOOP("TermsPanel", "preferred"),
    TermStatus.ADMITTED: QT_TRANSLATE_NOOP("TermsPanel", "allowed"),
    TermStatus.FORBIDDEN: QT_TRANSLATE_NOOP("TermsPanel", "not to be used"),
}
_STANDS = QT_TRANSLATE_N_NOOP(
    "TermsPanel", "to be corrected in {count} segment", "to be corrected in {count} segments"
)
MOST_LESSONS = 5
"""Corrections in the list; the others are told of again."""
MOST_OFTEN = 60
"""Milliseconds between two readings, at least."""


class TermsPanel(Card):
    """A list of translations, each with its source term and where it comes from."""

    fits = True

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("TermsPanel", "Terms"), theme)
        self._session = session
        self.bases_link = Link("", self.tr("Which termbases are at hand"))
        self.bases_link.clicked.connect(lambda: self.action_wanted.emit("termbases"))
        self.header.addWidget(self.bases_link)
        self._none = empty_label()
        self.list = EntryList(theme, self.tr("Terms of the segment"))
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self._listed: dict[str, TermChoice] = {}
        self._lessons: dict[str, Lesson] = {}
        self._add_links()
        self._soon = Soon(self, self.refresh, MOST_OFTEN)
        for signal in (
            session.terms.changed,
            session.terms.files_read,
            session.teaching.changed,
            session.editor.changed,
            session.editor.active_changed,
            session.editor.document_replaced,
            session.editor.read_only_changed,
        ):
            signal.connect(self._soon.ask)
        self.list.wanted.connect(self._want)
        self.list.left.connect(self.left)
        self.list.chosen.connect(self._offer)
        self.list.bind(Qt.Key.Key_F2, lambda: self.action_wanted.emit("change_term"))
        self.list.bind(Qt.Key.Key_Delete, lambda: self.action_wanted.emit("take_term_out"))
        self.refresh()

    def _add_links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.rest_link = Link(self.tr("Correct all"))
        self.rule_link = Link(self.tr("Make it a rule"))
        self.change_link = Link(self.tr("Change"))
        self.delete_link = Link(self.tr("Take out"))
        for link, key, action in (
            (self.change_link, "F2", "change_term"),
            (self.delete_link, "Del", "take_term_out"),
            (self.rest_link, "", "correct_rest"),
            (self.rule_link, "", "make_rule"),
        ):
            if key:
                set_tip(link, f"{link.text()}   {key}")
            link.clicked.connect(lambda _=False, action=action: self.action_wanted.emit(action))
        links = (self.rest_link, self.rule_link, self.change_link, self.delete_link)
        for link in links:
            row.addWidget(link)
        row.addStretch(1)
        self.body.addLayout(row)

    @property
    def current(self) -> TermChoice | None:
        """The translation that is marked in the list."""
        return self._listed.get(self.list.current_id)

    @property
    def current_lesson(self) -> Lesson | None:
        """The correction that is marked in the list."""
        return self._lessons.get(self.list.current_id)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.refresh()

    def refresh(self) -> None:
        """Read the terms of the active segment afresh."""
        self._soon.stop()
        active = self._session.editor.active_id
        choices = self._session.terms.choices(active)
        self._listed = {choice.id: choice for choice in choices}
        here = self._session.teaching.of(active)
        others = [one for one in self._session.teaching.open_lessons if one not in here]
        lessons = (*here, *others)[:MOST_LESSONS]
        self._lessons = {f"lesson{number}": one for number, one in enumerate(lessons)}
        entries = [*self._taught(active), *self._entries(active)]
        self.list.set_entries(entries)
        self.list.setVisible(bool(entries))
        count = self._session.terms.count
        at_hand = texts.translated(CONTEXT, _AT_HAND, count=count)
        self.bases_link.setText(at_hand if count else self.tr("Termbases…"))
        self._none.setText("" if entries else self._empty_text())
        self._none.setVisible(not entries)
        self._offer(self.list.current_id)
        self.set_empty(not entries)
        self.height_changed.emit()

    def _taught(self, active: str) -> Iterator[Entry]:
        """Give the corrections that may have to be taken over, those for this segment first."""
        document = self._session.document
        for id_, lesson in self._lessons.items():
            correction = lesson.correction
            is_here = active in lesson.applies_in
            key = format(named(), "correct_here") if is_here else ""
            row = texts.number(document.row(lesson.taught_by) + 1)
            taught = self.tr("corrected in segment {number}").format(number=row)
            heading = texts.listed(filter(None, (key, taught)), texts.BESIDE)
            before, after = texts.theirs(correction.before), texts.theirs(correction.after)
            parts = DiffPart("delete", before, 0, 0), DiffPart("insert", after, 0, 0)
            count = texts.translated(CONTEXT, _STANDS, count=len(lesson.applies_in))
            remarks = (texts.theirs(correction.source), count)
            remark = texts.listed(filter(None, remarks), texts.BESIDE)
            yield Entry(
                id_,
                heading,
                parts,
                remark,
                correction.pair.target,
                rtl=correction.pair.target_is_rtl,
                faded=not is_here,
                spoken=texts.listed((heading, before, after, remark), texts.ONE_AFTER_ANOTHER),
            )

    def _want(self, entry_id: str) -> None:
        """Insert a term; take a correction over here, or go where it may have to be."""
        lesson = self._lessons.get(entry_id)
        if lesson is None:
            self.action_wanted.emit("insert_chosen_term")
        elif self._session.editor.active_id in lesson.applies_in:
            self.action_wanted.emit("correct_here")
        else:
            document = self._session.document
            self.segment_wanted.emit(min(lesson.applies_in, key=document.row))

    def _entries(self, active: str) -> Iterator[Entry]:
        document = self._session.document
        for choice in self._listed.values():
            pair = document.pair_of(document.segment(active))
            words, source = texts.theirs(choice.target.text), texts.theirs(choice.term.source)
            keys = format(named(), f"insert_term_{choice.number}") if choice.number else ""
            known = (keys, source, *self._remarks(choice))
            heading = texts.listed(filter(None, known), texts.BESIDE)
            remark = texts.theirs(choice.target.note or choice.term.entry.note)
            yield Entry(
                choice.id,
                heading,
                (DiffPart("equal", words, 0, 0),),
                remark,
                pair.target,
                rtl=pair.target_is_rtl,
                faded=choice.is_forbidden,
                spoken=texts.listed(
                    filter(None, (words, heading, remark)), texts.ONE_AFTER_ANOTHER
                ),
            )

    def _remarks(self, choice: TermChoice) -> Iterator[str]:
        if choice.target.status not in (None, TermStatus.PREFERRED):
            yield QCoreApplication.translate(CONTEXT, STATUS_WORDS[choice.target.status])
        if not choice.is_sure:
            yield self.tr("perhaps: a word of the same root")
        if choice.term.base == CONFIRMED:
            yield self.tr("as it is spelt in what is confirmed")
        else:
            yield texts.theirs(choice.term.base) or self.tr("this project")

    def _empty_text(self) -> str:
        if not len(self._session.document):
            return self.tr("Nothing is open.")
        if self._session.terms.count:
            return self.tr("No term stands in this segment.")
        hint = self.tr("Choose words on both sides and press {key:add_term}: a term.")
        return hint.format(key=named())

    def _offer(self, _entry_id: str) -> None:
        """Offer what can be done with the marked one: terms of files are only read."""
        choice = self.current
        is_own = choice is not None and not choice.term.base and not self._session.editor.read_only
        for link in (self.change_link, self.delete_link):
            link.setEnabled(is_own)
            link.setVisible(bool(self._listed) and self.current_lesson is None)
        lesson = self.current_lesson
        can_correct = lesson is not None and not self._session.editor.read_only
        has_source = lesson is not None and bool(lesson.correction.source)
        self.rest_link.setVisible(can_correct)
        self.rule_link.setVisible(can_correct and has_source)
