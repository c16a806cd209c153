"""Every text that the active segment had: who, when, what differs, and the way back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.background.soon import Soon
from translation.model.segment import SegmentState
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.authors_line import AuthorsLine
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.plain import set_tip
from ui.review.diff_text import readable, readable_part
from ui.widgets.card import empty_label, quiet_label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from app.editing.changes import Change
    from app.files.past import PastText
    from app.session import Session
    from ui.theme import Theme

SOON, SPARING = 300, 10
"""Milliseconds without a key until the texts are read again, and while one types at least so
many times what it took."""
LATE = 500
"""Milliseconds after which it is said that the texts are still being read."""
_FIRST = QT_TRANSLATE_NOOP("EarlierTexts", "at first")
_TAKEN_BACK = QT_TRANSLATE_NOOP("EarlierTexts", "taken back")
_NOW = QT_TRANSLATE_NOOP("EarlierTexts", "as it stands")
_DRAFT = QT_TRANSLATE_NOOP("EarlierTexts", "machine draft")
_NOTHING = QT_TRANSLATE_NOOP("EarlierTexts", "no text")
CONTEXT = "EarlierTexts"


class EarlierTexts(QWidget):
    """The list, and the link that puts the marked text back."""

    left = Signal()
    """Somebody wants to be back in the text."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._editor, self._past = session.editor, session.past
        self._found: tuple[PastText, ...] = ()
        self._asked = ""
        self._none = empty_label()
        self._which = quiet_label()
        self._authors = session.authors
        self.by = AuthorsLine()
        self.list = EntryList(theme, self.tr("Earlier texts of the active segment"))
        self.back = Link(self.tr("Put this text back"))
        set_tip(self.back, self.tr("A step that can be undone   Enter"))
        links = QHBoxLayout()
        links.addWidget(self.back)
        links.addStretch(1)
        links.addWidget(self._which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.by)
        layout.addWidget(self._none, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 1)
        layout.addLayout(links)
        self._soon = Soon(self, self.ask, SOON, SPARING)
        self._late = Soon(self, self._say_reading, LATE)
        self.back.clicked.connect(self.put_back)
        self.list.wanted.connect(lambda _id: self.put_back())
        self.list.chosen.connect(self._offer)
        self.list.left.connect(self.left)
        self._editor.active_changed.connect(self._turn_to)
        self._editor.document_replaced.connect(self._turn_to)
        self._editor.changed.connect(self._take)
        self._past.versions_found.connect(self._show)
        session.authors.changed.connect(self._show_authors)
        self._clear()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        self.list.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the texts: nothing is read while nobody looks."""
        super().showEvent(event)
        self._show_authors()
        self.ask()

    def ask(self) -> None:
        """Have the texts of the active segment read."""
        self._soon.began()
        if self.isVisible() and self._editor.active_id in self._editor.document:
            if not self._found:
                self._late.again()
            self._past.ask_versions(self._editor.active_id)

    def _say_reading(self) -> None:
        """Say why there is nothing to see: the disk or the processor has other work."""
        if not self._found:
            self._none.setText(self.tr("Reading the earlier texts…"))
            self._none.show()
            self.list.hide()

    def look(self) -> None:
        """Put the keyboard into the list, at the text as it stands."""
        self._asked = ""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask()

    def _show_authors(self) -> None:
        self.by.show_of(self._authors, self._editor.active_id)

    def _turn_to(self, _what: object = None) -> None:
        if self._editor.active_id != self._asked or not self._asked:
            self._clear()
        self._show_authors()
        if self.isVisible():
            self._soon.start(SOON)

    def _take(self, change: Change) -> None:
        if self.isVisible() and self._editor.active_id in change.present:
            # Nobody waits for what comes anew, but for the first reading of a segment they do.
            if self._found:
                self._soon.again()
            else:
                self._soon.ask()
            self._show_authors()

    def _clear(self) -> None:
        self._found, self._asked = (), ""
        self._late.stop()
        self.list.set_entries(())
        document, active = self._editor.document, self._editor.active_id
        if not len(document):
            told = self.tr("Nothing is open.")
        elif active in document:
            told = ""
        else:
            told = self.tr("No segment is active.")
        self._none.setText(told)
        self._none.setVisible(bool(told))
        self.list.setVisible(not told)
        self._which.setText("")
        self._offer("")

    def _show(self, segment_id: str, found: Sequence[PastText]) -> None:
        document = self._editor.document
        if segment_id != self._editor.active_id or segment_id not in document:
            return
        self._soon.ended()
        self._late.stop()
        is_walked = self.list.hasFocus() and segment_id == self._asked
        self._found, self._asked = tuple(found), segment_id
        self._none.hide()
        self.list.show()
        number = document.row(segment_id) + 1
        self._which.setText(self.tr("segment {number}").format(number=number))
        last = len(found) - 1
        now = next((at for at, one in enumerate(found) if not one.version.taken_back), 0)
        self.list.set_entries(
            [
                self._entry(segment_id, last - at, one, is_now=at == now)
                for at, one in enumerate(found)
            ]
        )
        if not is_walked:
            self.list.choose(str(last - now))

    def _entry(self, segment_id: str, number: int, past: PastText, *, is_now: bool) -> Entry:
        version = past.version
        document = self._editor.document
        segment = document.segment(segment_id)
        codes, pair = document.unit_of(segment).codes, document.pair_of(segment)
        who = texts.person_name(version.author)
        when = texts.clock_time(version.time) if version.time is not None else ""
        what = texts.step_name(version.label) if version.label else _said(_FIRST)
        notes = [_said(_NOW)] if is_now else []
        notes += [_said(_TAKEN_BACK)] if version.taken_back else []
        heading = texts.in_line(texts.listed((when, who, what, *notes), texts.BESIDE))
        state = version.segment.state
        remarks = [_said(_DRAFT)] if past.is_draft else [] if past.text else [_said(_NOTHING)]
        remarks += [texts.state_name(state)] if state is not SegmentState.INITIAL else []
        remark = texts.listed(remarks, texts.BESIDE)
        shown = readable(past.text, codes)
        return Entry(
            str(number),
            heading,
            tuple(readable_part(part, codes) for part in past.parts),
            remark,
            pair.target,
            pair.target_is_rtl,
            faded=version.taken_back,
            spoken=texts.listed((heading, shown, remark), texts.ONE_AFTER_ANOTHER),
        )

    def _marked(self) -> PastText | None:
        number = self.list.current_id
        at = len(self._found) - 1 - int(number) if number else -1
        return self._found[at] if 0 <= at < len(self._found) else None

    def _offer(self, _id: str) -> None:
        past, document = self._marked(), self._editor.document
        differs = False
        if past is not None and self._asked in document:
            differs = past.text != document.shown_target(document.segment(self._asked))
        self.back.setEnabled(differs and not self._editor.read_only)

    def put_back(self) -> None:
        """Put the marked text into the segment, or go back to the draft where it was one."""
        past = self._marked()
        if past is None or not self.back.isEnabled():
            return
        if past.version.segment.target is None:
            self._editor.clear(self._asked)
        else:
            self._editor.mend(self._asked, past.text, "earlier_text")
        self.left.emit()


def _said(words: str) -> str:
    return texts.translated(CONTEXT, words)
