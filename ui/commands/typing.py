"""What is done to the text at the caret: the clipboard, special characters, case, signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from app.settings.recent_characters import recent_characters, remember_character
from app.settings.table import SHOW_INVISIBLES
from ui.commands.desk import HasAppearance, HasReview, HasWindow
from ui.review.rewriting import change_case as rewrite_case

if TYPE_CHECKING:
    from ui.review.segment_editor import SegmentEditor


class TypingDesk(HasReview, HasAppearance, HasWindow, Protocol):
    """What these commands work with."""


def _field(desk: TypingDesk) -> QLineEdit | QTextEdit | QPlainTextEdit:
    """Return the field that has the keyboard, else the editor."""
    focused = desk.window.focusWidget()
    if isinstance(focused, QLineEdit | QTextEdit | QPlainTextEdit):
        return focused
    return desk.review.active.editor


def _editor(desk: TypingDesk) -> SegmentEditor | None:
    """Return the editor where there is a text to type in."""
    editor = desk.review.active.editor
    return editor if desk.review.current_id() and editor.isVisible() else None


def cut(desk: TypingDesk) -> None:
    """Move what is chosen to the clipboard."""
    _field(desk).cut()


def copy(desk: TypingDesk) -> None:
    """Copy what is chosen to the clipboard."""
    _field(desk).copy()


def paste(desk: TypingDesk) -> None:
    """Put what is on the clipboard in the place of what is chosen."""
    _field(desk).paste()


def select_all(desk: TypingDesk) -> None:
    """Choose all of the text."""
    _field(desk).selectAll()


def insert(desk: TypingDesk, text: str) -> None:
    """Type a text at the caret of the translation."""
    editor = _editor(desk)
    if editor is not None:
        editor.insert_text(text)


def break_line(desk: TypingDesk) -> None:
    """Begin a new line in the translation, where its file may hold one."""
    editor = _editor(desk)
    if editor is not None:
        editor.break_line()


def special_character(desk: TypingDesk) -> None:
    """Offer the grid of special characters at the caret."""
    from ui.widgets.character_grid import CharacterGrid

    editor = _editor(desk)
    if editor is None:
        return
    settings, theme = desk.appearance.settings, desk.appearance.theme
    grid = CharacterGrid(recent_characters(settings), theme, desk.window)

    def take(character: str) -> None:
        remember_character(settings, character)
        editor.insert_text(character)

    grid.chosen.connect(take)
    grid.show_at(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))


def change_case(desk: TypingDesk) -> None:
    """Put what is chosen, or the word at the caret, into the next case."""
    editor = _editor(desk)
    if editor is not None:
        rewrite_case(editor)


def show_invisibles(desk: TypingDesk) -> None:
    """Show signs for blanks, tatweels and line breaks, or no longer."""
    settings = desk.appearance.settings
    settings.keep(SHOW_INVISIBLES, not settings.value(SHOW_INVISIBLES))


def shows_invisibles(desk: TypingDesk) -> bool:
    """Tell whether blanks, tatweels and line breaks have signs."""
    return desk.appearance.settings.value(SHOW_INVISIBLES)
