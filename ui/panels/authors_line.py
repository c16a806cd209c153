"""A quiet line in a panel: who brought the active segment into its state, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from ui.plain import PlainLabel
from ui.review.author_texts import authors_line

if TYPE_CHECKING:
    from app.files.authors import Authors


class AuthorsLine(PlainLabel):
    """Takes no room where nobody is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said = QCoreApplication.translate("AuthorsLine", "Who worked on the active segment")
        self.setAccessibleName(said)
        self.setContentsMargins(0, 0, 0, 5)
        self.hide()

    def show_of(self, authors: Authors | None, segment_id: str) -> None:
        """Show who brought a segment into its state."""
        line = authors_line(authors.standing(segment_id)) if authors is not None else ""
        if line != self.text():
            self.setText(line)
            self.setAccessibleDescription(line)
        self.setVisible(bool(line))
