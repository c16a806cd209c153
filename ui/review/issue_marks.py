"""Underlines the places that issues name, without moving a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAbstractTextDocumentLayout, QTextCharFormat, QTextCursor

from ui.icons import severity_mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextDocument

    from translation.model.issue import Issue
    from ui.theme import Theme

Selection = QAbstractTextDocumentLayout.Selection


def selection(
    document: QTextDocument, start: int, length: int, format_: QTextCharFormat
) -> Selection:
    """Return a stretch of a document with a format that is painted over its own.

    Formats given so do not take part in the layout: the lines stay as they are.
    """
    made = Selection()
    end = document.characterCount() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(start, end))
    cursor.setPosition(min(start + length, end), QTextCursor.MoveMode.KeepAnchor)
    made.cursor = cursor
    made.format = format_
    return made


def issue_selections(
    document: QTextDocument, issues: Iterable[Issue], theme: Theme
) -> list[Selection]:
    """Return wavy underlines where issues name a place in the target."""
    made = []
    for issue in issues:
        if issue.length > 0:
            wavy = QTextCharFormat()
            wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wavy.setUnderlineColor(theme.color(severity_mark(issue.severity)))
            made.append(selection(document, issue.start, issue.length, wavy))
    return made
