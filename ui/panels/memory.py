"""What memories have for the active segment: matches, with what differs from its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from translation.model.inline import strip_codes
from translation.text.words import diff
from ui import texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.widgets.card import Card, empty_label, quiet_label

if TYPE_CHECKING:
    from app.session import Session
    from translation.model.memory_unit import Match
    from ui.theme import Theme

_CHANGED = QT_TRANSLATE_NOOP("MemoryPanel", "numbers changed")


class MemoryPanel(Card):
    """The list; its first entry is that of Ctrl+1."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("MemoryPanel", "Memory"), theme)
        self._session = session
        self._which = quiet_label()
        self.header.addWidget(self._which)
        self._none = empty_label()
        self.list = EntryList(theme, self.title)
        self.body.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self.list.wanted.connect(lambda place: self.action_wanted.emit(f"insert_match_{place}"))
        self.list.left.connect(self.left)
        session.memory.found.connect(self._take)
        session.editor.document_replaced.connect(self.refresh)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _take(self, _segment_id: str, _matches: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Show the matches as they are known now."""
        matches = self._session.memory.matches
        entries = [self._entry(place, match) for place, match in enumerate(matches, start=1)]
        self.list.set_entries(entries)
        self.list.setVisible(bool(entries))
        best = matches[0].percent if matches else None
        self._which.setText("" if best is None else texts.percent(best))
        self._none.setText("" if entries else self._empty_text())
        self._none.setVisible(not entries)
        self.set_empty(not entries)

    def _entry(self, place: int, match: Match) -> Entry:
        unit = match.unit
        active = self._session.document.segment(self._session.editor.active_id)
        parts = diff(strip_codes(unit.source), strip_codes(active.source))
        said = [texts.number(place), texts.percent(match.percent), texts.theirs(match.memory)]
        if match.adapted:
            said.append(QCoreApplication.translate("MemoryPanel", _CHANGED))
        said += [texts.theirs(one) for one in (unit.document, unit.author) if one]
        target = strip_codes(match.target)
        return Entry(
            str(place),
            texts.listed(said, texts.BESIDE),
            tuple(parts),
            language=unit.pair.source,
            rtl=unit.pair.source_is_rtl,
            beneath=target,
            beneath_language=unit.pair.target,
            beneath_rtl=unit.pair.target_is_rtl,
            spoken=texts.listed((*said, target), texts.ONE_AFTER_ANOTHER),
        )

    def _empty_text(self) -> str:
        if not len(self._session.document):
            return self.tr("Nothing is open.")
        if not self._session.memory.is_on:
            return self.tr("No memory is used: Preferences, Memory.")
        return self.tr("The memories have nothing like this segment.")
