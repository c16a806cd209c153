"""Texts in full with what changed in them, each a paragraph that runs as its language does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from translation.text.words import diff
from ui.review.diff_text import apart, part_format

if TYPE_CHECKING:
    from translation.model.language import LanguagePair
    from ui.theme import Theme


class DiffView(QTextEdit):
    """Shows paragraphs one below the other, to be read and copied."""

    def __init__(self, theme: Theme, pair: LanguagePair, name: str) -> None:
        super().__init__()
        self._theme, self._pair = theme, pair
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setMinimumHeight(120)

    def add_source(self, before: str, after: str) -> None:
        """Add a source, and what became of it."""
        self._add_diff(before, after, self._pair.source, self._pair.source_is_rtl)

    def add_target(self, before: str, after: str) -> None:
        """Add a target, and what became of it."""
        self._add_diff(before, after, self._pair.target, self._pair.target_is_rtl)

    def add_remark(self, remark: str, direction: Qt.LayoutDirection) -> None:
        """Add a quiet line."""
        self._begin_paragraph(direction)
        quiet = QTextCharFormat()
        quiet.setFont(self._theme.interface_font)
        quiet.setForeground(self._theme.color("muted"))
        self.textCursor().insertText(remark, quiet)

    def go_to_top(self) -> None:
        """Show the beginning."""
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def _add_diff(self, before: str, after: str, language: str, rtl: bool) -> None:
        self._begin_paragraph(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        cursor = self.textCursor()
        font = self._theme.target_font(language)
        for part in apart(diff(before, after)):
            # A line of the text stays in its paragraph, which has one direction.
            cursor.insertText(
                part.text.replace("\n", "\u2028"), part_format(part, self._theme, font)
            )

    def _begin_paragraph(self, direction: Qt.LayoutDirection) -> None:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        form = QTextBlockFormat()
        form.setLayoutDirection(direction)
        form.setBottomMargin(6)
        if self.document().isEmpty():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        self.setTextCursor(cursor)
