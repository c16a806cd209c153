"""The two texts of a row set in lines: for painting, measuring and hitting with the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.mark import Side
from translation.model.segment import Role
from ui.review.code_chip import CodeChip
from ui.review.diff_text import part_look
from ui.review.file_heads import first_rows, head_height
from ui.review.geometry import STACK_SHIFT, divided, text_top, text_width
from ui.review.reference_text import LABEL_HEIGHT, ROOM_BELOW, reference_text
from ui.review.table_look import TableLook
from ui.review.text_layout import TextSetter
from ui.review.text_style import TextStyles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QRect

    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from ui.review.geometry import RowParts
    from ui.review.segment_row import SegmentRow
    from ui.review.text_layout import LaidOut
    from ui.review.text_style import TextStyle
    from ui.review.tracking import Tracking
    from ui.theme import Theme

_FURNITURE_PADDING = 4
CHANGES_GAP = 9
"""Pixels between the editor and the changes below it."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of the two documents of a row, in pixels."""

    source: int
    target: int


class RowTexts:
    """Lays out what rows show, in one theme and ``look``.

    ``active_id`` is the segment whose reference is always shown, and its changes below the editor;
    ``lingering_id`` one whose reference still is.
    """

    def __init__(self, theme: Theme) -> None:
        self.chip = CodeChip(theme)
        self._setter = TextSetter(self.chip)
        self.look = TableLook()
        self.active_id = self.lingering_id = ""
        self.tracking: Tracking | None = None
        """Tells which rows show their changes."""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take fonts and colours from another theme."""
        self.theme = theme
        self.chip.set_theme(theme)
        self.head_height = head_height(theme)
        """How high the line with a file's name is, in pixels."""
        self._styles = TextStyles(theme)
        self._setter.clear()

    def source_style(self, row: SegmentRow) -> TextStyle:
        """Return how the row's source is set, painted and in its field."""
        return self._styles.of(row, Side.SOURCE)

    def target_style(self, row: SegmentRow) -> TextStyle:
        """Return how the row's target is set, painted and in the editor."""
        return self._styles.of(row, Side.TARGET)

    def source(self, row: SegmentRow, width: int) -> LaidOut:
        """Return the source set at a width; runs of the other direction are isolated."""
        style = self.source_style(row)
        text = row.segment.source
        if row.is_furniture:
            return self._setter.one_line(text, style, width)
        return self._setter.lay_out(text, row.unit.codes, style, width, isolate=True)

    def target(self, row: SegmentRow, width: int) -> LaidOut:
        """Return the target or draft set at a width, exactly as the editor sets it.

        Nothing is isolated here: the reviewer sees the order that readers will get.
        """
        return self.changes(row, width) or self.plain_target(row, width)

    def plain_target(self, row: SegmentRow, width: int) -> LaidOut:
        """Return the target or draft as it is, whether the row shows its changes or not."""
        style = self.target_style(row)
        if row.is_furniture:
            return self._setter.one_line(row.shown, style, width)
        return self._setter.lay_out(row.shown, row.unit.codes, style, width)

    def changes(self, row: SegmentRow, width: int) -> LaidOut | None:
        """Return the target with what was taken out of it; None where that is not to be shown."""
        tracked = self.tracking.of(row) if self.tracking else None
        if tracked is None:
            return None
        looks = part_look("delete", self.theme), part_look("insert", self.theme)
        style = self.target_style(row)
        return self._setter.lay_out_changes(tracked, row.unit.codes, style, width, looks)

    def changes_height(self, row: SegmentRow, width: int) -> int:
        """Return how much room the changes of the active row take below its editor."""
        changes = self.changes(row, width) if row.segment.id == self.active_id else None
        return changes.height + CHANGES_GAP if changes else 0

    def _target_height(self, row: SegmentRow, width: int) -> int:
        below = self.changes_height(row, width)
        return (
            self.plain_target(row, width).height + below
            if below
            else self.target(row, width).height
        )

    def height(self, row: SegmentRow, widths: Widths) -> int:
        """Return the exact height of a row: the higher text and the room around it."""
        padding = self._padding(row.is_furniture)
        source = self.source(row, widths.source).height
        target = self._target_height(row, widths.target)
        target += self.reference_height(row, widths.target)
        above = self.head_height if row.head else 0
        if self.look.is_stacked:
            return above + source + target + 3 * padding + STACK_SHIFT
        return above + max(source, target) + 2 * padding

    def below_head(self, cell: QRect, row: SegmentRow) -> QRect:
        """Return the part of a cell below the name of the file that begins with the row."""
        return cell.adjusted(0, self.head_height, 0, 0) if row.head else cell

    def shows_reference(self, row: SegmentRow) -> bool:
        """Whether the row's reference is shown below its target."""
        if row.segment.reference is None or row.is_furniture:
            return False
        return self.look.all_references or row.segment.id in (self.active_id, self.lingering_id)

    def reference_style(self, row: SegmentRow) -> TextStyle:
        """Return how the row's reference is set: as its language is, whichever way others run."""
        return self._styles.pair(row.pair, row.role)[1]

    def reference(self, row: SegmentRow, width: int) -> LaidOut:
        """Return the references of a row set at a width."""
        return self._setter.lay_out(reference_text(row), (), self.reference_style(row), width)

    def reference_height(self, row: SegmentRow, width: int) -> int:
        """Return how high the part with the row's reference is, 0 where none is shown."""
        if not self.shows_reference(row):
            return 0
        return self.reference(row, width).height + LABEL_HEIGHT + ROOM_BELOW

    def parts(self, cell: QRect, row: SegmentRow) -> RowParts:
        """Divide the target's cell among the texts that stand in it."""
        width = text_width(cell.width(), is_source=False)
        source = self.source(row, width).height if self.look.is_stacked else 0
        return divided(cell, source, self.reference_height(row, width), self.padding(row))

    def baseline(self, row: SegmentRow) -> int:
        """Return how far below the row's top the first line's baseline is."""
        return text_top(self.padding(row)) + round(self.target_style(row).line_height * 4 / 5)

    def estimates(self, document: Document, rows: Iterable[int], widths: Widths) -> Iterator[int]:
        """Guess the heights of rows from their lengths, quickly: for rows not yet seen."""
        segments, unit_of = document.segments, document.unit
        stacked, all_references = self.look.is_stacked, self.look.all_references
        firsts = first_rows(document)
        file_id, role = "", Role.PARAGRAPH
        per_source, per_target, pitch, padding = 0.0, 0.0, 0, 0
        for at in rows:
            segment = segments[at]
            unit = unit_of(segment.unit_id)
            if unit.role is not role or unit.file_id != file_id:
                file_id, role = unit.file_id, unit.role
                pair = document.file(file_id).pair
                per_source, per_target, pitch, padding = self._kind(pair, role, widths)
            source, target = len(segment.source), segment.target
            shown = source if target is None else len(target)
            above, below = int(source * per_source) + 1, int(shown * per_target) + 1
            extra = padding + self.head_height if at in firsts else padding
            if all_references and segment.reference is not None and per_source:
                below += int(len(segment.reference) * per_target) + 1
                extra += LABEL_HEIGHT + ROOM_BELOW
            yield (above + below if stacked else max(above, below)) * pitch + extra

    def _kind(
        self, pair: LanguagePair, role: Role, widths: Widths
    ) -> tuple[float, float, int, int]:
        """Return lines per character of both sides (0 for furniture), pitch and padding."""
        source, target = self._styles.pair(pair, role)
        padding = self._padding(role is Role.FURNITURE)
        around = 3 * padding + STACK_SHIFT if self.look.is_stacked else 2 * padding
        if role is Role.FURNITURE:
            return 0.0, 0.0, source.line_height, around
        return (
            source.character_width / widths.source,
            target.character_width / widths.target,
            source.line_height,
            around,
        )

    def _padding(self, furniture: bool) -> int:
        return _FURNITURE_PADDING if furniture else self.theme.row_padding

    def padding(self, row: SegmentRow) -> int:
        """Return the room above and below the row's text."""
        return self._padding(row.is_furniture)
