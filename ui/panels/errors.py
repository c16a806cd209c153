"""The errors that are marked: what they weigh, how many of what, and each with its note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.background.soon import Soon
from translation.model.mark import Side
from translation.model.record import MarkedError
from translation.mqm.names import category_name, severity_name
from translation.text.words import DiffPart
from ui import texts
from ui.keys import in_sentence, named
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.panels.note_field import NoteField
from ui.plain import PlainLabel, set_tip
from ui.review.error_marks import error_text
from ui.widgets.card import Card, empty_label, quiet_label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.session import Session
    from translation.mqm import FoundError, MqmScore
    from ui.theme import Theme

CONTEXT = "ErrorsPanel"
_MARKED = QT_TRANSLATE_N_NOOP("ErrorsPanel", "{count} marked", "{count} marked")
_OVER = QT_TRANSLATE_N_NOOP(
    "ErrorsPanel",
    "over {count} word of the source that was read",
    "over {count} words of the source that were read",
)
_UNKNOWN = QT_TRANSLATE_N_NOOP(
    "ErrorsPanel",
    "{count} has a severity that the typology lacks: it counts nothing.",
    "{count} have a severity that the typology lacks: they count nothing.",
)
_MORE = QT_TRANSLATE_N_NOOP("ErrorsPanel", "The first is listed.", "The first {count} are listed.")
MOST_LISTED = 500
"""Errors in the list; nobody reads on, and each costs time to lay out."""
LOWEST = 170
"""Pixels below the title, at least: the score and an error or two. The rest is scrolled to."""
MOST_OFTEN = 150
"""Milliseconds between two readings, at least."""


class ErrorsPanel(Card):
    """Score and counts, the list of errors, and a field for the note on the marked one."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("ErrorsPanel", "MQM"), theme, scrolls=True)
        self._errors = session.errors
        self._editor = session.editor
        self._shown.setMinimumHeight(LOWEST)
        self._listed: dict[str, FoundError] = {}
        self._noting = ""
        """The error that the field holds the note of."""
        self._began = ""
        """The note that the field had before anything was written."""
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self.score = PlainLabel()
        self.score.setObjectName("fact")
        self.score.setWordWrap(True)
        self.about = quiet_label()
        self.counts = quiet_label()
        for label in (self.about, self.counts):
            label.setWordWrap(True)
        self._none = empty_label()
        self.list = EntryList(theme, self.tr("Marked errors"))
        self._more = quiet_label(texts.translated(CONTEXT, _MORE, count=MOST_LISTED))
        self.note = NoteField()
        self.note.setAccessibleName(self.tr("Note on the error"))
        for part in (self.score, self.about, self.counts):
            self.body.addWidget(part)
        self.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._more)
        self.body.addWidget(self.note)
        self._add_links()
        self._soon = Soon(self, self.refresh, MOST_OFTEN)
        self._connect()
        session.autosave.ending.connect(self._keep_unsent)
        self.refresh()

    def _add_links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.change_link = Link(self.tr("Change"))
        self.delete_link = Link(self.tr("Take away"))
        self.typology_link = Link(self.tr("Typology…"), self.tr("Categories, points, threshold"))
        for link, key in ((self.change_link, "F2"), (self.delete_link, "Del")):
            set_tip(link, f"{link.text()}   {key}")
        for link in (self.change_link, self.delete_link, self.typology_link):
            row.addWidget(link)
        row.addStretch(1)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._errors.changed.connect(self._soon.ask)
        self._errors.score_changed.connect(self._soon.ask)
        self._editor.document_replaced.connect(self._soon.ask)
        self._editor.read_only_changed.connect(self._soon.ask)
        self.list.wanted.connect(lambda _id: self.action_wanted.emit("show_error"))
        self.list.chosen.connect(self._offer)
        self.list.left.connect(self.left)
        self.list.bind(Qt.Key.Key_F2, self._change)
        self.list.bind(Qt.Key.Key_Delete, self._delete)
        self.change_link.clicked.connect(self._change)
        self.delete_link.clicked.connect(self._delete)
        self.typology_link.clicked.connect(lambda: self.action_wanted.emit("typology"))
        self.note.entered.connect(self._keep_note)
        self.note.left.connect(self._give_note_up)

    # --- showing ---------------------------------------------------------------------------

    @property
    def current(self) -> FoundError | None:
        """The error that is marked in the list."""
        return self._listed.get(self.list.current_id)

    def choose(self, record_id: str) -> None:
        """Mark an error in the list."""
        if self._soon.isActive():
            self.refresh()
        self.list.choose(record_id)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def show_keys(self) -> None:
        """Name the keys that hold now."""
        self.refresh()

    def refresh(self) -> None:
        """Read the errors afresh."""
        self._soon.stop()
        errors = self._errors.listed(MOST_LISTED)
        count = self._errors.count
        self._listed = {one.record.id: one for one in errors}
        self.list.set_entries([self._entry(one) for one in errors])
        self._count.setText(texts.translated(CONTEXT, _MARKED, count=count) if count else "")
        self._show_score(self._errors.score)
        self._none.setText(self._empty_text())
        self._none.setVisible(not errors)
        for part in (self.list, self.score, self.about, self.counts):
            part.setVisible(bool(errors))
        self._more.setVisible(count > MOST_LISTED)
        self._offer(self.list.current_id)
        self.set_empty(not errors)
        self.height_changed.emit()

    def _show_score(self, score: MqmScore) -> None:
        typology = self._errors.typology
        now, then = score.left_per_thousand, score.per_thousand
        if now is None or then is None or self._errors.is_counting:
            self.score.setText("–")
            self.about.setText(self.tr("Words are being counted.") if score.errors else "")
            self.counts.setText("")
            return
        passed = self.tr("passes") if score.passes(typology) else self.tr("fails")
        limit = texts.number(typology.threshold, 1)
        words = self.tr("{points} points in 1 000 words · {verdict}, at most {limit}")
        points = texts.number(now, 1)
        self.score.setText(words.format(points=points, verdict=passed, limit=limit))
        said = [texts.translated(CONTEXT, _OVER, count=score.words)]
        if score.left < score.errors:
            before = texts.number(then, 1)
            said.append(self.tr("as it was marked: {points}").format(points=before))
        if score.is_small:
            said.append(self.tr("so few words that a single error weighs much"))
        if score.unknown:
            said.append(texts.translated(CONTEXT, _UNKNOWN, count=score.unknown))
        self.about.setText(texts.listed(said, texts.BESIDE))
        self.counts.setText("\n".join(self._counted(score)))
        told = self.tr(
            "Points by severity times the weight of the category (themqm.org), of the errors whose"
            " words still stand, in 1 000 words of the source of segments that are confirmed or"
            " have an error. It says what one reader marked, not how good the text is."
        )
        for part in (self.score, self.about):
            set_tip(part, told)

    def _counted(self, score: MqmScore) -> Iterable[str]:
        """Give a line of severities and one of categories, each with how many there are."""
        typology = self._errors.typology
        severities = [severity_name(typology, id_) for id_ in score.by_severity]
        categories = [category_name(typology, id_) for id_ in score.by_category]
        for names, counts in (
            (severities, score.by_severity.values()),
            (categories, score.by_category.values()),
        ):
            pairs = zip(names, counts, strict=True)
            yield texts.listed(
                (
                    self.tr("{name} {number}").format(name=texts.theirs(name), number=count)
                    for name, count in pairs
                ),
                texts.BESIDE,
            )

    def _entry(self, found: FoundError) -> Entry:
        document, error = self._editor.document, found.error
        segment = document.segment(found.record.segment_id)
        pair = document.pair_of(segment)
        is_source = error.side == Side.SOURCE.value
        row = texts.number(document.row(segment.id) + 1)
        heading = texts.listed((row, self._named(found)), texts.BESIDE)
        words = texts.theirs(error.text) or self.tr("the whole segment")
        remarks = [texts.theirs(error.note)] if error.note else []
        if not found.stands:
            remarks.append(self.tr("changed since: out of date"))
        parts = (DiffPart("equal", words, 0, 0),)
        language = (pair.source if is_source else pair.target) if error.text else ""
        spoken = texts.listed((heading, words, *remarks), texts.ONE_AFTER_ANOTHER)
        remark = texts.listed(remarks, texts.BESIDE)
        return Entry(
            found.record.id, heading, parts, remark, language, faded=not found.stands, spoken=spoken
        )

    def _named(self, found: FoundError) -> str:
        return error_text(
            replace(found, error=replace(found.error, note="")), self._errors.typology
        )

    def _empty_text(self) -> str:
        if not len(self._editor.document):
            return self.tr("Nothing is open.")
        hint = self.tr("No error is marked. Choose words and press {key:mark_error}.")
        return hint.format(key=named())

    # --- the marked one ----------------------------------------------------------------------

    def _offer(self, record_id: str) -> None:
        """Show the note of the error that is marked, and what can be done with it."""
        found = self._listed.get(record_id)
        can_edit = found is not None and not self._editor.read_only
        for link in (self.change_link, self.delete_link):
            link.setEnabled(can_edit)
            link.setVisible(bool(self._listed))
        self.note.setVisible(found is not None)
        self.note.setEnabled(can_edit)
        if record_id != self._noting:
            self._keep_unsent()
            self._begin(record_id, found)
        elif self.note.toPlainText() == self._began:
            self._begin(record_id, found)
        hint = self.tr("Note on the marked error; Enter keeps it")
        self.note.setPlaceholderText(hint)
        set_tip(self.note, self.tr("{keys} begins a line").format(keys=in_sentence("Shift+Return")))

    def _begin(self, record_id: str, found: FoundError | None) -> None:
        self._noting, self._began = record_id, found.error.note if found else ""
        if self.note.toPlainText() != self._began:
            self.note.setPlainText(self._began)

    def _change(self) -> None:
        if self.change_link.isEnabled():
            self.action_wanted.emit("change_error")

    def _delete(self) -> None:
        found = self.current
        if found is not None and self.delete_link.isEnabled():
            self._editor.take_back(found.record.id)

    def _keep_note(self, text: str) -> None:
        self._write(text)
        self.list.setFocus()

    def _keep_unsent(self) -> None:
        """Keep what was written where somebody goes on without Enter: it is lost by Esc alone."""
        self._write(self.note.toPlainText())

    def _write(self, text: str) -> None:
        record = self._editor.document.records.by_id(self._noting)
        error = record.content if record is not None else None
        if record is None or not isinstance(error, MarkedError) or text == self._began:
            return
        self._began = text
        if not self._editor.read_only:
            self._editor.say_otherwise(record.id, replace(error, note=text.strip()))

    def _give_note_up(self) -> None:
        self.note.setPlainText(self._began)
        self.list.setFocus()
