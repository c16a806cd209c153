"""The reference of the active row as a field: to be read, chosen from, copied and looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.text.bidi import Isolated, PositionMap
from ui.review.read_field import ReadField
from ui.review.reference_text import reference_marks, reference_text
from ui.review.text_layout import painted_part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.review.code_chip import CodeChip
    from ui.review.segment_row import SegmentRow
    from ui.review.text_style import TextStyle
    from ui.theme import Theme


class ReferenceField(ReadField):
    """Shows the active reference with the words in which the translation differs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("referenceField")

    def load(self, row: SegmentRow, style: TextStyle, chip: CodeChip) -> None:
        """Show the reference of a row; where it is shown already its caret stays."""
        text = reference_text(row)
        shown = (row.segment.id, text, style)
        if shown != self.shown:
            self.shown = shown
            self.show_text(text, (), Isolated(painted_part(text), PositionMap()), style, chip)
        self.mark(reference_marks(row))
