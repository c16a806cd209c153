"""What is most likely wrong, first: unfinished segments by estimate, to be gone to from a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from app.background.soon import Soon
from app.editing.navigation import is_unfinished
from translation.text.words import DiffPart
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.review.diff_text import readable
from ui.review.estimate_texts import estimate_reasons, still_to_look_at
from ui.widgets.card import Card, empty_label, quiet_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent

    from app.session import Session
    from ui.theme import Theme

MOST = 200
"""Segments that are listed: whoever has read them finds the next ones there."""
LONGEST = 140
"""Characters of a translation by which a segment is known again."""
MOST_OFTEN = 300
"""Milliseconds between two orders, at least."""
SPARING = 20
"""Another order may come after so many times what the last took."""
_LISTED = QT_TRANSLATE_N_NOOP("DoubtfulPanel", "the first {count}", "the first {count}")


class DoubtfulPanel(Card):
    """The order that Alt+Shift+D walks, as a list; the table stays as the document is."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("DoubtfulPanel", "Doubtful first"), theme)
        self._session = session
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self._none = empty_label()
        self.list = EntryList(theme, self.title)
        self.body.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self._soon = Soon(self, self.refresh, MOST_OFTEN, SPARING, unhurried=True)
        for signal in (session.estimates.changed, session.editor.changed):
            signal.connect(self._ask)
        session.editor.document_replaced.connect(self._ask)
        session.editor.active_changed.connect(self._mark)
        self._gone_to = ""
        """The segment that somebody went to last from here."""
        self.list.wanted.connect(self._go)
        self.list.left.connect(self.left)
        self.refresh()

    def look(self) -> None:
        """Put the keyboard into the list: where one went from it, else on its first."""
        self.refresh()
        entries = self.list.entries.entries
        if entries and not self._gone_to == self.list.current_id == self._session.editor.active_id:
            self.list.choose(entries[0].id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Put in order what nobody saw meanwhile."""
        super().showEvent(event)
        self._ask()

    def refresh(self) -> None:
        """Put the segments in order as they are now."""
        self._soon.began()
        entries = list(self._entries())
        self.list.set_entries(entries)
        self.list.setVisible(bool(entries))
        self._count.setText(
            texts.translated("DoubtfulPanel", _LISTED, count=MOST) if len(entries) == MOST else ""
        )
        self._none.setText("" if entries else self._empty_text())
        self._none.setVisible(not entries)
        self.set_empty(not entries)
        self._mark(self._session.editor.active_id)
        self._soon.ended()

    def _ask(self, _what: object = None) -> None:
        if self.isVisible():
            self._soon.ask()

    def _go(self, segment_id: str) -> None:
        self._gone_to = segment_id
        self.segment_wanted.emit(segment_id)

    def _mark(self, segment_id: str) -> None:
        """Mark the segment that one is at, where it is listed."""
        if not self.list.hasFocus():
            self.list.choose(segment_id)

    def _entries(self) -> Iterator[Entry]:
        document, estimates = self._session.document, self._session.estimates
        for id_ in estimates.most_doubtful(partial(is_unfinished, document), MOST):
            estimate = estimates.of(id_)
            if estimate is None:
                continue
            segment, number = document.segment(id_), document.row(id_) + 1
            expected = self.tr("errors to be expected: {number}").format(
                number=texts.number(estimate.expected, 1)
            )
            why = texts.listed(estimate_reasons(estimate))
            text = readable(document.shown_target(segment), document.unit_of(segment).codes)
            shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
            pair = document.pair_of(segment)
            yield Entry(
                id_,
                texts.listed((texts.number(number), expected, why), texts.BESIDE),
                (DiffPart("equal", shown, 0, 0),),
                rtl=pair.target_is_rtl,
                spoken=texts.listed(
                    (texts.number(number), expected, why, shown), texts.ONE_AFTER_ANOTHER
                ),
            )

    def _empty_text(self) -> str:
        left = self._session.estimates.left
        if not len(self._session.document):
            return self.tr("Nothing is open.")
        if left:
            return still_to_look_at(left)
        return self.tr("No unfinished segment has a translation.")
