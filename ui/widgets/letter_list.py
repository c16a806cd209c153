"""A small list at the caret, chosen from by letters, step by step, and it is gone again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout

from ui import texts
from ui.plain import PlainLabel, tip
from ui.widgets.beside_caret import open_at

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
_MARGIN = 10
_MOST_ROWS = 14
"""Rows that are in view without scrolling."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Lettered:
    """One thing to choose: its id, its letter, what it is called, and what else is said of it."""

    id: str
    letter: str
    words: str
    remark: str = ""


class LetteredModel(QAbstractListModel):
    """A row for each thing, its letter first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Lettered, ...] = ()

    @property
    def rows(self) -> tuple[Lettered, ...]:
        """What is offered."""
        return self._rows

    def offer(self, rows: Sequence[Lettered]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        """Return the letter with the words, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case _Role.DisplayRole:
                words = (row.words, row.remark) if row.remark else (row.words,)
                return "   ".join((row.letter.upper(), texts.listed(words, texts.BESIDE)))
            case _Role.AccessibleTextRole:
                return texts.listed(part for part in (row.words, row.remark, row.letter) if part)
            case _Role.ToolTipRole:
                return tip(row.words)
        return None


class LetterList(QFrame):
    """Goes through steps of choices; ``chosen`` gives the ids of all of them at the end.

    ``choices`` gives what is offered after the ids chosen so far, nothing where they are enough.
    A letter chooses, a digit takes the row with that number, Enter the marked one, Backspace goes
    a step back, Esc leaves.
    """

    chosen = Signal(list)

    def __init__(
        self,
        title: str,
        choices: Callable[[tuple[str, ...]], Sequence[Lettered]],
        parent: QWidget,
        marked: Sequence[str] = (),
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("letterList")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._choices = choices
        self._taken: tuple[str, ...] = ()
        self._marked = tuple(marked)
        self._model = LetteredModel(self)
        self.title = PlainLabel(title)
        self.title.setObjectName("cardTitle")
        self.way = PlainLabel()
        self.way.setObjectName("quiet")
        self.view = QListView()
        self.view.setObjectName("issueList")
        self.view.setModel(self._model)
        self.view.setAccessibleName(title)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.view.clicked.connect(lambda index: self._take(index.row()))
        hint = PlainLabel(self.tr("A letter chooses, Backspace goes back, Esc leaves."))
        hint.setObjectName("quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(4)
        for part in (self.title, self.way, self.view, hint):
            layout.addWidget(part)
        self.setFocusProxy(self.view)
        self.view.installEventFilter(self)
        self._offer()

    @property
    def offered(self) -> tuple[Lettered, ...]:
        """What can be chosen now."""
        return self._model.rows

    def show_at(self, place: QPoint) -> None:
        """Open below a place of the screen, or above where there is no room."""
        open_at(self, place)
        self.view.setFocus()

    def _offer(self) -> None:
        """Offer what comes next; the row that was chosen before is marked."""
        self._model.offer(self._choices(self._taken))
        step = len(self._taken)
        before = self._marked[step] if step < len(self._marked) else ""
        ids = [row.id for row in self._model.rows]
        at = ids.index(before) if before in ids else 0
        self.view.setCurrentIndex(self._model.index(at))
        rows = max(1, min(len(ids), _MOST_ROWS))
        high = max(self.view.sizeHintForRow(0), self.fontMetrics().height())
        self.view.setFixedHeight(rows * high + 4)
        wide = max((self.view.sizeHintForColumn(0), self.title.sizeHint().width()))
        self.view.setMinimumWidth(min(wide + 24, 460))
        self.adjustSize()

    def _take(self, row: int) -> None:
        """Take one, and offer what comes next; where nothing does all is chosen."""
        if not 0 <= row < len(self._model.rows):
            return
        chosen = self._model.rows[row]
        taken = (*self._taken, chosen.id)
        if self._choices(taken):
            self._taken = taken
            self.way.setText(chosen.words)
            self._offer()
        else:
            self.close()
            self.chosen.emit(list(taken))

    def _back(self) -> None:
        if self._taken:
            self._taken = self._taken[:-1]
            self.way.setText("")
            self._offer()

    def eventFilter(self, _watched: object, event: Any) -> bool:
        """Take letters from the list, which would look for a row that begins with them."""
        return bool(event.type() == event.Type.KeyPress and self._key(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a letter, wherever the keyboard is."""
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Do what a key is for, and tell whether it is for anything."""
        text = event.text().casefold()
        letters = [row.letter.casefold() for row in self._model.rows]
        if event.key() in _ENTER:
            self._take(self.view.currentIndex().row())
        elif event.key() in _BACK:
            self._back()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif text and text in letters:
            self._take(letters.index(text))
        elif text.isdecimal() and text != "0":
            self._take(int(text) - 1)
        else:
            return False
        return True
