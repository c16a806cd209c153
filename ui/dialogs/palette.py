"""The command palette: a few letters find whatever can be done here, and Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout

from ui.dialogs.palette_entry import PaletteEntry, answers
from ui.dialogs.palette_list import ENTRY_ROLE, HEIGHT, PaletteDelegate, PaletteModel, said
from ui.plain import PlainLabel, set_title
from ui.widgets.aloud import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

WIDTH, LINES, TOP = 640, 11, 72
"""Pixels across; lines shown at most; pixels below the top of the window."""

_TO_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaletteDialog(QDialog):
    """A line to type in and, below it, what it finds; it leaves when one turns elsewhere.

    ``numbered`` makes the entry of going to a segment of a number.
    """

    chosen = Signal(object)
    """The PaletteEntry that was chosen; it can be done."""
    refused = Signal(object)
    """A PaletteEntry that was chosen and cannot be done now."""

    def __init__(
        self,
        entries: Sequence[PaletteEntry],
        recent: Sequence[str],
        numbered: Callable[[int], PaletteEntry],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_title(self, self.tr("Command palette"))
        self._entries = entries
        self._recent = recent
        self._numbered = numbered
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self.field.setPlaceholderText(self.tr("What to do, a number to go to, a setting, a file …"))
        self.field.setAccessibleName(self.tr("What to do"))
        self.model = PaletteModel(self)
        self.list = QListView()
        self.list.setObjectName("twoLineList")
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = PlainLabel(self.tr("Nothing is found."))
        self._nothing.setObjectName("quiet")
        self._place()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._look)
        self.list.clicked.connect(self._take)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._look("")

    def add(self, entries: Sequence[PaletteEntry]) -> None:
        """Offer more; the mark stays where it is."""
        before = self.current
        self._entries = [*self._entries, *entries]
        self._look(self.field.text())
        for row in range(self.model.rowCount()):
            index = self.model.index(row)
            if before is not None and index.data(ENTRY_ROLE).id == before.id:
                self.list.setCurrentIndex(index)

    def _place(self) -> None:
        frame = QFrame()
        frame.setObjectName("card")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(10, 10, 10, 10)
        inner.setSpacing(8)
        for part in (self.field, self.list, self._nothing):
            inner.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)
        window = self.parentWidget()
        across = min(window.width(), window.screen().availableSize().width()) if window else WIDTH
        self.setFixedWidth(min(WIDTH, across - 40))
        self.list.setFixedHeight(LINES * HEIGHT + 4)
        if window is not None:
            # A window may reach beyond its screen.
            seen = window.geometry().intersected(window.screen().availableGeometry())
            self.move(seen.center().x() - self.width() // 2, seen.top() + TOP)

    def _look(self, asked: str) -> None:
        found = answers(asked, self._entries, self._recent)
        number = asked.strip()
        # Digits of any script; "²" is none.
        if number.isdecimal() and len(number) < 10:
            found.insert(0, self._numbered(int(number)))
        self.model.show(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        else:
            say(self.field, self._nothing.text())

    def _tell(self) -> None:
        entry = self.current
        if entry is not None:
            say(self.field, said(entry))

    @property
    def current(self) -> PaletteEntry | None:
        """The entry that Enter would take."""
        entry: PaletteEntry | None = self.list.currentIndex().data(ENTRY_ROLE)
        return entry

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move in the list with the keys that move there, from the line one types in."""
        if event.type() == QEvent.Type.KeyPress and watched is self.field:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # it is one, by its type
            if pressed.key() in _TO_THE_LIST:
                self._move(pressed.key())
                return True
            if pressed.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return False

    def _move(self, key: int) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: +1, Qt.Key.Key_PageUp: -LINES}
        step = steps.get(Qt.Key(key), LINES)
        count = self.model.rowCount()
        if not count:
            return
        row = self.list.currentIndex().row() + step
        # One step leads round the ends, a page stops there.
        row = row % count if abs(step) == 1 else max(0, min(row, count - 1))
        self.list.setCurrentIndex(self.model.index(row))

    def _take(self) -> None:
        entry = self.current
        if entry is not None:
            self.accept()
            (self.refused if entry.why_not else self.chosen).emit(entry)

    def done(self, result: int) -> None:
        """Give the keyboard back to the window, unless somebody turned elsewhere."""
        window = self.parentWidget()
        if window is not None and self.isActiveWindow():
            window.activateWindow()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        """Leave when another window is turned to."""
        super().changeEvent(event)
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.isVisible():
            self.reject()
