"""Words looked up in memories: where they stand, with both sides, to be inserted or gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from app.background.soon import Soon
from translation.memory.concordance import Wanted
from translation.memory.port import Side
from translation.model.inline import strip_codes
from translation.model.language import ARABIC_TO_ENGLISH
from translation.text.words import DiffPart
from ui import texts
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.panels.entries import EntryList
from ui.panels.entry_painting import Entry
from ui.plain import PlainButton
from ui.widgets.card import Card, empty_label, quiet_label

if TYPE_CHECKING:
    from app.session import Session
    from translation.memory.concordance import Hit, Hits
    from ui.theme import Theme

AFTER_A_KEY = 150
"""Milliseconds without a key until words are looked up."""
_COUNT = QT_TRANSLATE_N_NOOP("ConcordancePanel", "{count} hit", "{count} hits")
_FIRST = QT_TRANSLATE_N_NOOP("ConcordancePanel", "the first {count} hit", "the first {count} hits")


class ConcordancePanel(Card):
    """The line in which one looks up, and what was found; Enter inserts, a button goes there."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(QCoreApplication.translate("ConcordancePanel", "Concordance"), theme)
        self._session = session
        self._hits: tuple[Hit, ...] = ()
        self._count = quiet_label()
        self.header.addWidget(self._count)
        self.field = QLineEdit()
        self.field.setAccessibleName(self.tr("Words to be looked up"))
        self.field.setPlaceholderText(
            self.tr('Words in either language; "in quotes" as they follow, beginn* for all such')
        )
        self.field.setClearButtonEnabled(True)
        self.insert = PlainButton(self.tr("Insert"))
        self.go = PlainButton(self.tr("Go there"))
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        for button in (self.insert, self.go):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._none = empty_label()
        self.list = EntryList(theme, self.title)
        self.body.addLayout(row)
        self.body.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.list, 1)
        self._soon = Soon(self, self._search, AFTER_A_KEY)
        self.field.textChanged.connect(self._soon.again)
        self.field.returnPressed.connect(self._enter)
        self.list.wanted.connect(lambda _id: self.action_wanted.emit("insert_hit"))
        self.list.chosen.connect(lambda _id: self._show_buttons())
        self.list.left.connect(self.left)
        self.insert.clicked.connect(lambda: self.action_wanted.emit("insert_hit"))
        self.go.clicked.connect(self._go)
        session.memory.hits_found.connect(self._show)
        session.editor.document_replaced.connect(self._search)
        self._show_none()

    def look_up(self, words: str) -> None:
        """Look words up, those of the line where there are none, with the keyboard in it."""
        if words.strip():
            plain = " ".join(words.replace('"', " ").split())
            self.field.setText(f'"{plain}"' if " " in plain else plain)
            self._search()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @property
    def chosen_target(self) -> str:
        """The translation of the hit that is marked, "" for none; no codes."""
        hit = self._chosen()
        return strip_codes(hit.unit.target) if hit else ""

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        super().set_theme(theme)
        self.list.set_theme(theme)

    def _chosen(self) -> Hit | None:
        place = self.list.current_id
        return self._hits[int(place)] if place and int(place) < len(self._hits) else None

    def _search(self) -> None:
        self._soon.stop()
        text = self.field.text().strip()
        if text and self._session.memory.is_on:
            self._session.memory.search(self._wanted(text))
        else:
            self._hits = ()
            self.list.set_entries(())
            self._show_none()

    def _wanted(self, text: str) -> Wanted:
        document = self._session.document
        active = self._session.editor.active_id
        pair = ARABIC_TO_ENGLISH
        if active in document:
            pair = document.pair_of(document.segment(active))
        return Wanted(text, pair)

    def _show(self, wanted: Wanted, hits: Hits) -> None:
        if wanted.text != self.field.text().strip():
            return
        self._hits = hits.hits
        self.list.set_entries([self._entry(place, hit) for place, hit in enumerate(self._hits)])
        if self._hits:
            self.list.choose("0")
        whole = hits.count == len(self._hits)
        sentence, count = (_COUNT, hits.count) if hits.count is not None else (_FIRST, None)
        shown = len(self._hits) if count is None else count
        self._count.setText(
            texts.translated("ConcordancePanel", sentence, count=shown) if shown or whole else ""
        )
        self._show_none()

    def _show_none(self) -> None:
        is_asked = bool(self.field.text().strip())
        words = self.tr("No memory has that.") if is_asked else ""
        if not self._session.memory.is_on:
            words = self.tr("No memory is used: Preferences, Memory.")
        self._none.setText("" if self._hits else words)
        self._none.setVisible(not self._hits)
        self.list.setVisible(bool(self._hits))
        if not self._hits:
            self._count.setText("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.insert.setEnabled(self._chosen() is not None)
        self.go.setEnabled(self._place() != "")

    def _place(self) -> str:
        """Return the segment of this document that the marked hit is, "" for none."""
        hit = self._chosen()
        id_ = hit.unit.segment.rpartition("/")[2] if hit else ""
        is_here = hit is not None and self._session.memory.is_of_project(hit.unit)
        return id_ if is_here and id_ in self._session.document else ""

    def _go(self) -> None:
        if place := self._place():
            self.segment_wanted.emit(place)

    def _enter(self) -> None:
        """Go into the list once something is found; look up what is typed at once before."""
        if self._soon.isActive() or not self._hits:
            self._search()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entry(self, place: int, hit: Hit) -> Entry:
        unit = hit.unit
        said = [texts.theirs(one) for one in (hit.memory, unit.document, unit.author) if one]
        source, target = strip_codes(unit.source), strip_codes(unit.target)
        in_source = hit.side is Side.SOURCE
        text = unit.source if in_source else unit.target
        marked = tuple(
            (len(strip_codes(text[: one.start])), len(strip_codes(text[: one.end])))
            for one in hit.places
        )
        return Entry(
            str(place),
            texts.listed(said, texts.BESIDE),
            (DiffPart("equal", source, 0, 0),),
            language=unit.pair.source,
            rtl=unit.pair.source_is_rtl,
            beneath=target,
            beneath_language=unit.pair.target,
            beneath_rtl=unit.pair.target_is_rtl,
            marked=marked if in_source else (),
            beneath_marked=() if in_source else marked,
            spoken=texts.listed((source, target, *said), texts.ONE_AFTER_ANOTHER),
        )
