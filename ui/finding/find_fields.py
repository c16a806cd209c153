"""What is looked for and how: the two fields of the find bar, and what they are taken for."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton

from app.editing.replacing import Query, Where
from translation.text.finding import SearchText
from translation.text.normalise import FOLD_ALL, Folding
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

_FOLDINGS = {
    "marks": QT_TRANSLATE_NOOP("finding", "With or without vowel &marks (عَلَم, علم)"),
    "tatweel": QT_TRANSLATE_NOOP("finding", "With or without &tatweel (محـمد, محمد)"),
    "hamza": QT_TRANSLATE_NOOP("finding", "Any seat of &hamza (أعلن, اعلن)"),
    "letters": QT_TRANSLATE_NOOP("finding", "&Letters written for one another (ى ي, ة ه, ﻻ لا)"),
    "digits": QT_TRANSLATE_NOOP("finding", "Arabic and Western &digits (٢٠٠٨, 2008)"),
}
FOLDED = {field.name for field in fields(Folding)}
"""All differences of Arabic writing that can be told apart, by name."""
_WHERE = {
    Where.SOURCE: QT_TRANSLATE_NOOP("finding", "&Source"),
    Where.TARGET: QT_TRANSLATE_NOOP("finding", "&Translation"),
    Where.DRAFT: QT_TRANSLATE_NOOP("finding", "&Drafts not taken over yet"),
    Where.NOTE: QT_TRANSLATE_NOOP("finding", "&Notes"),
}
_USUAL = frozenset({Where.SOURCE, Where.TARGET, Where.DRAFT})


class FindField(QLineEdit):
    """A field whose Enter goes on, and with Shift goes back; Esc leaves.

    Undo is the field's where something was typed since it was last used, else the document's: what
    was replaced is taken back from where one stands.
    """

    stepped = Signal(int)
    left = Signal()
    downward = Signal()
    """Somebody goes on into the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMinimumWidth(120)

    def settle(self) -> None:
        """Let what stands here be done with: undo takes none of it back."""
        self.setText(self.text())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the document where there is nothing of the field's to take back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Esc and Down; anything else is the field's."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (shift or not modifiers):
            self.stepped.emit(-1 if shift else +1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and not modifiers:
            self.downward.emit()
        else:
            super().keyPressEvent(event)


class FindOptions(QObject):
    """The buttons beside the field: what of a text counts, and where it is looked for."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.case = self._button(
            self.tr("Aa"),
            self.tr("Match case"),
            self.tr("Capitals and small letters are different"),
        )
        self.whole = self._button(
            self.tr("|ab|"), self.tr("Whole words"), self.tr("Not inside longer words")
        )
        self.expression = self._button(
            self.tr(".*"),
            self.tr("Regular expression"),
            self.tr("Groups in ( ) are put in by $1, $2 … in the replacement"),
        )
        self.spellings = self._button(self.tr("أ=ا"), self.tr("Arabic spellings"), "")
        self.where = self._button(self.tr("In"), self.tr("Where it is looked for"), "")
        self._foldings = self._menu(self.spellings, _FOLDINGS, FOLDED)
        self._places = self._menu(self.where, _WHERE, {where.value for where in _USUAL})
        for button in (self.spellings, self.where):
            button.setCheckable(False)
        self._name()

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The buttons in the order they stand in."""
        return self.case, self.whole, self.expression, self.spellings, self.where

    def show_for(self, *, replacing: bool) -> None:
        """Offer those texts alone that something can be replaced in, or all."""
        for where in (Where.SOURCE, Where.NOTE):
            self._places[where.value].setEnabled(not replacing)
        self._name()

    def query(self, text: str, template: str | None) -> Query:
        """Return what is looked for."""
        chosen = {name: action.isChecked() for name, action in self._foldings.items()}
        wanted = SearchText(
            text,
            self.expression.isChecked(),
            self.whole.isChecked(),
            self.case.isChecked(),
            replace(FOLD_ALL, **chosen),
        )
        where = frozenset(Where(name) for name, one in self._places.items() if one.isChecked())
        return Query(wanted, where, template)

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("findToggle")
        button.setText(text)
        button.setCheckable(True)
        button.setAccessibleName(name)
        set_tip(button, f"{name}. {tip}" if tip else name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.toggled.connect(self.changed)
        return button

    def _menu(
        self, button: QToolButton, words: dict[str, str] | dict[Where, str], chosen: set[str]
    ) -> dict[str, QAction]:
        menu = QMenu(button)
        actions = {}
        for name, text in words.items():
            action = menu.addAction(QCoreApplication.translate("finding", text))
            action.setCheckable(True)
            action.setChecked(str(name) in chosen)
            action.toggled.connect(self._choose)
            actions[str(name)] = action
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return actions

    def _choose(self) -> None:
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        """Say on the button where is looked, and by its look whether spellings count."""
        places = self._places.items()
        chosen = [name for name, one in places if one.isChecked() and one.isEnabled()]
        if len(chosen) == len(self._places):
            words = self.tr("Everywhere")
        elif not chosen:
            words = self.tr("Nowhere")
        elif set(chosen) == _USUAL:
            words = self.tr("On both sides")
        elif set(chosen) == {Where.TARGET, Where.DRAFT}:
            words = self.tr("In translations")
        elif len(chosen) == 1:
            words = self._places[chosen[0]].text().replace("&", "")
        else:
            words = self.tr("In some texts")
        self.where.setText(words)
