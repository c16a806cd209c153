"""The source of the active row as a field: to be read, chosen from, copied and looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.text.bidi import isolate_foreign_runs
from ui.review.read_field import ReadField
from ui.review.text_layout import painted_part

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.review.code_chip import CodeChip
    from ui.review.segment_row import SegmentRow
    from ui.review.text_style import TextStyle
    from ui.theme import Theme


class SourceField(ReadField):
    """Shows the active source, foreign runs isolated as in the painted rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("sourceField")

    def load(self, row: SegmentRow, style: TextStyle, chip: CodeChip) -> None:
        """Show the source of a row; where it is shown already its caret stays."""
        source, codes = row.segment.source, row.unit.codes
        shown = (row.segment.id, source, codes, style)
        if shown != self.shown:
            self.shown = shown
            isolated = isolate_foreign_runs(painted_part(source), style.rtl)
            self.show_text(source, codes, isolated, style, chip)
