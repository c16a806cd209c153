"""Every wrong word of the document in one list, to be corrected, ignored or added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QTreeView,
    QVBoxLayout,
)

from app.background.soon import Soon
from app.editing.corrections import corrected
from translation.model.inline import strip_codes
from translation.text.bidi import LRI, RLI, isolate
from ui import texts
from ui.dialogs.added_words import AddedWordsDialog
from ui.dialogs.sheet import Sheet
from ui.dialogs.wrong_words import Column, WrongWords
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.plain import PlainButton, PlainLabel, set_title

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from app.session import Session
    from translation.spelling.misspellings import SpellingCase

AROUND = 70
"""Characters before and behind a word that are shown of its sentence."""
REFRESH = 250
"""Milliseconds in which changes come together, so that the list does not flicker."""
_WRONG = QT_TRANSLATE_N_NOOP("SpellingDialog", "{count} word is wrong.", "{count} words are wrong.")
_LEFT_TO_DO = QT_TRANSLATE_N_NOOP(
    "SpellingDialog",
    "{count} segment is still to be looked at.",
    "{count} segments are still to be looked at.",
)
_LEFT = QT_TRANSLATE_N_NOOP(
    "SpellingDialog",
    "{count} segment is locked or final and stays as it is.",
    "{count} segments are locked or final and stay as they are.",
)


class SpellingDialog(Sheet):
    """The list beside the text: it stays open while one works. Enter replaces the word."""

    def __init__(
        self, session: Session, go_to: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent, width=680)
        set_title(self, self.tr("Spelling"))
        self._session = session
        self._spelling = session.spelling
        self._go_to = go_to
        self._place = 0
        self._said_of_last = ""
        self.model = WrongWords(session.document, self)
        self.said = self.add_text("", quiet=True)
        self.list = QTreeView()
        self.suggestions = QListWidget()
        self.other = QLineEdit()
        self.sentence = PlainLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 4)
        self._lay_out()
        self._soon = Soon(self, self.refresh, REFRESH)
        self._connect()
        self._spelling.hurry()
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.ensurePolished()  # measured before it is shown, it would keep tight rows
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Wrong words"))
        self.list.header().setSectionResizeMode(
            Column.COUNT, QHeaderView.ResizeMode.ResizeToContents
        )
        self.list.setColumnWidth(Column.WORD, 190)
        self.suggestions.setAccessibleName(self.tr("What the word may have been"))
        self.other.setAccessibleName(self.tr("Replace by"))
        self._buttons = [
            self._button(self.tr("Replace everywhere"), self.replace),
            self._button(self.tr("Go to the next place"), self.go_to_place),
            self._button(self.tr("Ignore"), self._ignore),
            self._button(self.tr("Add to the project"), self._add_to_project),
            self._button(self.tr("Add everywhere"), self._add_everywhere),
        ]
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(PlainLabel(self.tr("Replace by:")))
        side.addWidget(self.other)
        side.addWidget(self.suggestions, 1)
        for button in self._buttons:
            side.addWidget(button)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.list, 3)
        both.addLayout(side, 2)
        self.body.addLayout(both, 1)
        self.body.addWidget(self.sentence)
        self.add_button(self.tr("Added words…")).clicked.connect(self._show_added)
        self.add_close().setDefault(False)
        self.resize(760, 560)

    def _button(self, words: str, run: Callable[[], None]) -> PlainButton:
        made = PlainButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(run)
        return made

    def _connect(self) -> None:
        self._spelling.progressed.connect(self._soon.again)
        self._spelling.changed.connect(self._soon.again)
        self._spelling.suggested.connect(self._show_suggestions)
        self._session.editor.document_replaced.connect(self.close)
        self.list.selectionModel().currentRowChanged.connect(self._chosen)
        self.list.activated.connect(self.replace)
        self.suggestions.currentTextChanged.connect(self._take_suggestion)
        self.suggestions.itemActivated.connect(self.replace)
        self.other.returnPressed.connect(self.replace)
        self._buttons[0].setDefault(True)

    @property
    def case(self) -> SpellingCase | None:
        """The word that is chosen."""
        return self.model.case(self.list.currentIndex().row())

    def refresh(self) -> None:
        """Show the words that are wrong now; the one that was chosen stays chosen."""
        chosen, row = self.case, self.list.currentIndex().row()
        self.model.show(self._spelling.cases())
        at = self.model.row_of(chosen.language, chosen.word) if chosen else 0
        if at < 0:
            at = min(row, self.model.rowCount() - 1)
        index = self.model.index(at, 0)
        if index.isValid() and index != self.list.currentIndex():
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_sentence()
        self._say()
        self._enable()

    def replace(self) -> None:
        """Put the other word in the place of the chosen one, in every segment, as one step."""
        case, other = self.case, self.other.text()
        if case is None or not other.strip() or other == case.word:
            return
        document = self._session.document
        places = self.model.places(self.list.currentIndex().row())

        def correct(segment_id: str, text: str) -> str:
            for word in reversed(self._spelling.wrong(segment_id, text)):
                if word.word == case.word:
                    text = text[: word.start] + other + text[word.start + len(word.word) :]
            return text

        batch, left = corrected(document, places, correct)
        self._session.editor.do(batch)
        self._said_of_last = texts.translated("SpellingDialog", _LEFT, count=left) if left else ""
        self._soon.again()
        self.list.setFocus()

    def go_to_place(self) -> None:
        """Go to the next segment in which the chosen word stands."""
        places = self.model.places(self.list.currentIndex().row())
        if places:
            self._go_to(places[self._place % len(places)])
            self._place += 1

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hear no more."""
        self._soon.stop()
        super().closeEvent(event)

    # --- inside ----------------------------------------------------------------------------

    def _chosen(self) -> None:
        self._place = 0
        self.other.clear()
        self._show_suggestions()
        self._show_sentence()
        self._enable()

    def _show_suggestions(self, _language: str = "", _word: str = "") -> None:
        case = self.case
        found = self._spelling.suggestions(case.language, case.word) if case else ()
        shown = [self.suggestions.item(row).text() for row in range(self.suggestions.count())]
        if list(found or ()) == shown:
            return
        self.suggestions.clear()
        self.suggestions.addItems(list(found or ()))
        if found and not self.other.isModified():
            self.suggestions.setCurrentRow(0)

    def _show_sentence(self) -> None:
        """Show what stands around the word where it stands first."""
        case, places = self.case, self.model.places(self.list.currentIndex().row())
        if case is None or not places:
            self.sentence.setText("")
            return
        document = self._session.document
        segment = document.segment(places[0])
        text = document.shown_target(segment)
        found = self._spelling.wrong(segment.id, text)
        at = next((word.start for word in found if word.word == case.word), 0)
        end = at + len(case.word)
        parts = (strip_codes(text[max(0, at - AROUND) : at]), strip_codes(text[end : end + AROUND]))
        cut = ("…" if at > AROUND else "", "…" if end + AROUND < len(text) else "")
        said = f"{cut[0]}{parts[0]}[{case.word}]{parts[1]}{cut[1]}"
        rtl = document.pair_of(segment).target_is_rtl
        self.sentence.setText(isolate(texts.theirs(" ".join(said.split())), RLI if rtl else LRI))

    def _take_suggestion(self, word: str) -> None:
        if word:
            self.other.setText(word)

    def _ignore(self) -> None:
        if self.case:
            self._spelling.ignore(self.case.language, self.case.word)
            self.refresh()

    def _add_to_project(self) -> None:
        if self.case:
            self._spelling.add_to_project(self.case.language, self.case.word)
            self.refresh()

    def _add_everywhere(self) -> None:
        if self.case:
            self._spelling.add_everywhere(self.case.language, self.case.word)
            self.refresh()

    def _show_added(self) -> None:
        AddedWordsDialog(self._session, self).open()

    def _say(self) -> None:
        missing = [code for code, name in self._spelling.dictionaries.items() if not name]
        said = [texts.translated("SpellingDialog", _WRONG, count=self.model.rowCount())]
        if self._spelling.unchecked:
            left = self._spelling.unchecked
            said.append(texts.translated("SpellingDialog", _LEFT_TO_DO, count=left))
        for code in missing:
            none = self.tr("No dictionary for {language} was found on this system.")
            said.append(none.format(language=texts.language_name(code)))
        if self._said_of_last:
            said.append(self._said_of_last)
        self.said.setText(" ".join(said))

    def _enable(self) -> None:
        is_chosen = self.case is not None
        editable = not self._session.editor.read_only
        for at, button in enumerate(self._buttons):
            button.setEnabled(is_chosen and (editable or at > 0))
