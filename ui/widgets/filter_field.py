"""The field that narrows the table to what one wants to see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit

from app.background.soon import Soon
from ui import icons
from ui.plain import set_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QMenu

    from ui.theme import Theme

_TERM = re.compile(r'[^\s"]*"[^"]*"?|\S+')
DELAY = 150
"""Milliseconds after the last key until the table follows, so that typing never waits."""


class FilterField(QLineEdit):
    """Takes words and conditions; Esc clears it, Enter goes on into the rows.

    ``offer`` gives it a menu of conditions, which its button and the key Down open.
    """

    filter_changed = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filterField")
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Filter: text, state:unfinished, has:issue …"))
        self.setAccessibleName(self.tr("Filter segments"))
        set_tip(
            self,
            self.tr(
                "Words are looked for in source and target. The button at the start offers"
                " everything else: states, where a text comes from, persons, issues, notes, what"
                " was changed, repeats, lengths, and each text alone. All of it must hold."
            ),
        )
        self._menu: QMenu | None = None
        self._button = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._button.setText(self.tr("Conditions"))
        set_tip(self._button, self.tr("Choose what is shown"))
        self._button.triggered.connect(self.open_menu)
        self.set_theme(theme)
        self._timer = Soon(self, self._tell, DELAY)
        self.textChanged.connect(self._timer.again)
        self.returnPressed.connect(self._done)

    def offer(self, menu: QMenu) -> None:
        """Open this menu where somebody asks what can be filtered by."""
        self._menu = menu

    def open_menu(self) -> None:
        """Show the conditions to choose from, below the field."""
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def set_theme(self, theme: Theme) -> None:
        """Take another look."""
        colours = theme.color("text"), theme.color("field_border")
        self._button.setIcon(icons.icon("filter", *colours))

    @property
    def terms(self) -> list[str]:
        """What stands in the field, what is in quotation marks together."""
        return _TERM.findall(self.text())

    def add(self, term: str) -> None:
        """Put a condition behind those there are, or take it away where it stands there; a key
        with nothing behind it waits for its words."""
        terms = self.terms
        waits = term.endswith(":")
        if term in terms and not waits:
            terms.remove(term)
        else:
            terms.append(term)
        self.setText(" ".join(terms))
        self.setFocus()
        if not waits:
            self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that words may be looked for soon."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc, and leave where there is nothing to clear; offer conditions on Down."""
        if event.key() == Qt.Key.Key_Down and self._menu is not None:
            self.open_menu()
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()

    def _tell(self) -> None:
        self._timer.stop()
        self.filter_changed.emit(self.text())

    def _done(self) -> None:
        self._tell()
        self.left.emit()
