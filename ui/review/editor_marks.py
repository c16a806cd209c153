"""The marks of the editor: painted with its lines, said under the mouse, offered in a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from translation.text.utf16 import from_utf16
from ui.plain import unmarked
from ui.review.mark_painting import placed
from ui.review.marks import marks_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QMenu, QTextEdit

    from translation.model.mark import Mark, MarkAction
    from ui.review.mark_painting import Placed
    from ui.theme import Theme


class EditorMarks:
    """Keeps what an editor shows of marks up to date."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        self._editor = editor
        self.theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._text = ""
        self.places: list[Placed] = []
        self._shown: tuple[object, ...] = ()

    @property
    def of_text(self) -> tuple[Mark, ...]:
        """The marks that are shown."""
        return self._marks

    def forget(self) -> None:
        """Take all marks away: the editor holds another text."""
        self._marks, self.places, self._shown = (), [], ()

    def show(self, marks: tuple[Mark, ...], text: str) -> None:
        """Show the marks of the text that the editor holds."""
        wanted = (marks, text, self.theme)
        if wanted == self._shown:
            return
        self._shown, self._marks, self._text = wanted, marks, text
        self.places = placed(marks, text)
        self._editor.viewport().update()

    def place_at(self, place: QPoint) -> int | None:
        """Return the character at a place of the viewport, None beside the text."""
        layout = self._editor.document().documentLayout()
        at = layout.hitTest(place.toPointF(), Qt.HitTestAccuracy.ExactHit)
        return from_utf16(self._text, at) if at >= 0 else None

    def at(self, place: QPoint) -> list[Mark]:
        """Return the marks at a place of the viewport."""
        at = self.place_at(place)
        return marks_at(self._marks, at) if at is not None else []

    def offer(
        self,
        menu: QMenu,
        place: QPoint,
        at: Callable[[int], Iterable[MarkAction]],
        take: Callable[[MarkAction], None],
    ) -> None:
        """Offer what can be done ``at`` the character at a place (global), where the editor may
        be written in; ``take`` gets the choice."""
        position = self.place_at(self._editor.viewport().mapFromGlobal(place))
        if position is None or self._editor.isReadOnly() or not self._editor.isVisible():
            return
        actions = tuple(at(position))
        texts = [action for action in actions if not action.command]
        commands = [action for action in actions if action.command]
        for group in (texts, commands):
            for action in group:
                offered = menu.addAction(unmarked(action.words))
                offered.triggered.connect(lambda _on=False, chosen=action: take(chosen))
            if group:
                menu.addSeparator()
