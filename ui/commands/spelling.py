"""Going through the words that are spelled wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from translation.text.utf16 import from_utf16, to_utf16
from ui import texts
from ui.commands.desk import HasAppearance, HasMessages
from ui.commands.going import GoingDesk, active, go
from ui.marked import QT_TRANSLATE_N_NOOP
from ui.review.spelling_menu import SpellingMenu

if TYPE_CHECKING:
    from translation.spelling.answers import Misspelt

_TO_CHECK = QT_TRANSLATE_N_NOOP(
    "SpellingCommands",
    "No wrong word so far; {count} segment is still to be looked at.",
    "No wrong word so far; {count} segments are still to be looked at.",
)


class SpellingDesk(GoingDesk, HasMessages, HasAppearance, Protocol):
    """What these commands work with."""


def word_list(desk: SpellingDesk) -> None:
    """Show every wrong word of the document, in the one list there is."""
    from ui.dialogs.spelling import SpellingDialog

    shown = desk.window.findChild(SpellingDialog)
    if shown is None:
        shown = SpellingDialog(desk.session, desk.review.go_to, desk.window)
    shown.show()
    shown.raise_()
    shown.activateWindow()


def this_word(desk: SpellingDesk) -> None:
    """Offer what the word at the caret may have been, or the next one that is wrong.

    One that is selected already was looked at: it is left.
    """
    word = _at_caret(desk) or _next_here(desk)
    if word is None:
        _go_on(desk, +1)
        word = _next_here(desk, from_start=True)
    if word is not None:
        SpellingMenu(desk.review, desk.session.spelling, word).open()


def _at_caret(desk: SpellingDesk) -> Misspelt | None:
    editor = desk.review.active.editor
    cursor = editor.textCursor()
    chosen = cursor.selectionStart(), cursor.selectionEnd()
    at = from_utf16(editor.text, editor.caret)
    for word in _wrong_here(desk):
        start, end = word.start, word.start + len(word.word)
        if start <= at <= end and chosen != (
            to_utf16(editor.text, start),
            to_utf16(editor.text, end),
        ):
            return word
    return None


def _next_here(desk: SpellingDesk, *, from_start: bool = False) -> Misspelt | None:
    editor = desk.review.active.editor
    at = -1 if from_start else from_utf16(editor.text, editor.caret)
    return next((word for word in _wrong_here(desk) if word.start > at), None)


def _wrong_here(desk: SpellingDesk) -> list[Misspelt]:
    here = active(desk)
    return desk.session.spelling.wrong(here, desk.review.active.editor.text) if here else []


def _go_on(desk: SpellingDesk, step: int) -> None:
    """Go to the next segment with a wrong word, from the end to the top."""
    document, here = desk.session.document, desk.session.editor.active_id
    spelling = desk.session.spelling
    spelling.hurry()
    rows = sorted(document.row(id_) for id_ in spelling.segments_wrong() if id_ in document)
    if not rows:
        desk.messages.show_message(nothing_wrong(desk), passing=True)
        return
    at = document.row(here) if here in document else -1
    ahead = [row for row in rows if (row - at) * step > 0]
    go(desk, document.segments[(min if step > 0 else max)(ahead or rows)].id)


def nothing_wrong(desk: SpellingDesk) -> str:
    """Return the sentence for a document in which no wrong word is known."""
    spelling = desk.session.spelling
    missing = [language for language, name in spelling.dictionaries.items() if not name]
    if missing:
        said = QCoreApplication.translate(
            "SpellingCommands", "No dictionary for {language} was found on this system."
        )
        return said.format(language=texts.language_name(missing[0]))
    if not spelling.language(desk.session.editor.active_id):
        return QCoreApplication.translate(
            "SpellingCommands",
            "Spelling is not checked: the preferences, or this profile of checks, leave it out.",
        )
    if spelling.unchecked:
        return texts.translated("SpellingCommands", _TO_CHECK, count=spelling.unchecked)
    return QCoreApplication.translate("SpellingCommands", "No word is spelled wrong.")
