"""Tints the words of the editor that differ from the draft they came from.

The tints are extra selections, not formats of the text: they are painted over lines that stay
where they are, and cost no new layout at each key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from translation.text.utf16 import to_utf16
from translation.text.words import diff
from ui.review.issue_marks import issue_selections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.issue import Issue
    from ui.theme import Theme

LONGEST_COMPARED = 12_000
"""Characters of a text beyond which comparing at each key would be felt."""


def changed_stretches(draft: str, text: str) -> Iterator[tuple[int, int]]:
    """Give start and length, in UTF-16 units, of what ``text`` has and ``draft`` has not.

    The blanks at both ends of a stretch are left out, those between two stretches taken in.
    """
    for start, end in _joined(draft, text):
        first = to_utf16(text, start)
        yield first, to_utf16(text, end) - first


def _joined(draft: str, text: str) -> list[tuple[int, int]]:
    if max(len(draft), len(text)) > LONGEST_COMPARED or draft == text:
        return []
    found: list[tuple[int, int]] = []
    for part in diff(draft, text):
        words = part.text.strip()
        if part.kind != "insert" or not words:
            continue
        start = part.start_after + part.text.index(words)
        if found and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, part.start_after + len(part.text.rstrip())))
    return found


class DiffHighlighter:
    """Keeps an editor's tints and underlines up to date."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        self._editor = editor
        self._shown: tuple[object, ...] = ()
        self.theme = theme

    def forget(self) -> None:
        """Take all tints away: the editor holds another text."""
        self._shown = ()
        self._editor.setExtraSelections([])

    def show(self, draft: str | None, text: str, issues: tuple[Issue, ...]) -> None:
        """Tint what differs from ``draft`` (None for no comparison), underline the issues."""
        wanted = (draft, text, issues, self.theme)
        if wanted == self._shown:
            return
        self._shown = wanted
        document = self._editor.document()
        made = []
        tint = QTextCharFormat()
        tint.setBackground(self.theme.color("inserted"))
        for start, length in changed_stretches(draft, text) if draft is not None else ():
            made.append(_extra(_stretch(QTextCursor(document), start, length), tint))
        underlined = issue_selections(document, issues, self.theme)
        made += [_extra(found.cursor, found.format) for found in underlined]
        self._editor.setExtraSelections(made)


def _stretch(cursor: QTextCursor, start: int, length: int) -> QTextCursor:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _extra(cursor: QTextCursor, format_: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = format_
    return made
