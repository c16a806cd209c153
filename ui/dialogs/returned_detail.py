"""One row of a returned table in full: source, what changed, state and comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from translation.returning import Standing
from translation.text.names import visible
from translation.text.words import diff
from ui import texts
from ui.dialogs.returned_rows import CONTEXT, EXPLANATIONS, target_texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import PlainLabel
from ui.review.diff_text import part_format

if TYPE_CHECKING:
    from translation.model.language import LanguagePair
    from translation.returning import ReturnedRow
    from ui.theme import Theme

STATE_CHANGE = QT_TRANSLATE_NOOP("returned", "State: {here} → {there}")
COMMENT = QT_TRANSLATE_NOOP("returned", "Comment in the table:")
NO_COMMENT = QT_TRANSLATE_NOOP("returned", "The comment was taken out in the table.")


class ReturnedDetail(QWidget):
    """What the list shows in one line, as long as it is."""

    def __init__(self, theme: Theme, pair: LanguagePair) -> None:
        super().__init__()
        self._theme, self._pair = theme, pair
        self._standing = PlainLabel()
        self._standing.setWordWrap(True)
        self._view = QTextEdit()
        self._view.setReadOnly(True)
        self._view.setTabChangesFocus(True)
        self._view.setAccessibleName(QCoreApplication.translate(CONTEXT, "The row in full"))
        self._view.setMinimumHeight(120)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._standing)
        layout.addWidget(self._view, 1)

    @property
    def text(self) -> str:
        """What is shown, as plain text."""
        return "\n".join((self._standing.text(), self._view.toPlainText()))

    def show_nothing(self) -> None:
        """Show that no row is chosen."""
        self._standing.setText("")
        self._view.clear()

    def show_row(self, row: ReturnedRow) -> None:
        """Show a row."""
        explanation = QCoreApplication.translate(CONTEXT, EXPLANATIONS[row.standing])
        self._standing.setText(explanation)
        self._view.clear()
        source = row.source or row.source_here
        altered = row.standing is Standing.SOURCE_ALTERED
        here = row.source_here if altered else source
        self._add_diff(here, source, self._pair.source, self._pair.source_is_rtl)
        self._add_diff(*target_texts(row), self._pair.target, self._pair.target_is_rtl)
        for remark, direction in self._remarks(row):
            self._begin_paragraph(direction)
            quiet = QTextCharFormat()
            quiet.setFont(self._theme.interface_font)
            quiet.setForeground(self._theme.color("muted"))
            self._view.textCursor().insertText(remark, quiet)
        self._view.moveCursor(self._view.textCursor().MoveOperation.Start)

    def _remarks(self, row: ReturnedRow) -> list[tuple[str, Qt.LayoutDirection]]:
        """Return what changes besides the text; a comment in the direction of its own words."""
        before, after = row.before, row.after
        if before is None or after is None:
            return []
        made = []
        if before.state is not after.state:
            names = {"here": texts.state_name(before.state), "there": texts.state_name(after.state)}
            said = texts.translated(CONTEXT, STATE_CHANGE, **names)
            made.append((said, self.layoutDirection()))
        if before.note != after.note:
            heading = QCoreApplication.translate(CONTEXT, COMMENT if after.note else NO_COMMENT)
            made.append((heading, self.layoutDirection()))
            made.append((visible(after.note), Qt.LayoutDirection.LayoutDirectionAuto))
        return made

    def _add_diff(self, before: str, after: str, language: str, rtl: bool) -> None:
        self._begin_paragraph(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        cursor = self._view.textCursor()
        font = self._theme.target_font(language)
        for part in diff(before, after):
            # A line of the text stays in its paragraph, which has one direction.
            cursor.insertText(
                part.text.replace("\n", "\u2028"), part_format(part, self._theme, font)
            )

    def _begin_paragraph(self, direction: Qt.LayoutDirection) -> None:
        cursor = self._view.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        form = QTextBlockFormat()
        form.setLayoutDirection(direction)
        form.setBottomMargin(6)
        if self._view.document().isEmpty():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)
        self._view.setTextCursor(cursor)
