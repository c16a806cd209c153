"""One row of a returned table in full: source, what changed, state and comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translation.errors.names import visible
from translation.work.returning import Standing
from ui import texts
from ui.dialogs.diff_view import DiffView
from ui.dialogs.returned_rows import CONTEXT, EXPLANATIONS, target_texts
from ui.marked import QT_TRANSLATE_NOOP
from ui.plain import PlainLabel

if TYPE_CHECKING:
    from translation.model.language import LanguagePair
    from translation.work.returning import ReturnedRow
    from ui.theme import Theme

STATE_CHANGE = QT_TRANSLATE_NOOP("returned", "State: {here} → {there}")
COMMENT = QT_TRANSLATE_NOOP("returned", "Comment in the table:")


class ReturnedDetail(QWidget):
    """What the list shows in one line, as long as it is."""

    def __init__(self, theme: Theme, pair: LanguagePair) -> None:
        super().__init__()
        self._standing = PlainLabel()
        self._standing.setWordWrap(True)
        self._view = DiffView(theme, pair, QCoreApplication.translate(CONTEXT, "The row in full"))
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
        self._view.add_source(here, source)
        self._view.add_target(*target_texts(row))
        for remark, direction in self._remarks(row):
            self._view.add_remark(remark, direction)
        self._view.go_to_top()

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
        if row.remark:
            heading = QCoreApplication.translate(CONTEXT, COMMENT)
            made.append((heading, self.layoutDirection()))
            made.append((visible(row.remark), Qt.LayoutDirection.LayoutDirectionAuto))
        return made
