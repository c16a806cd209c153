"""The two texts of a row set in lines: for painting, measuring and hitting with the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.segment import Role
from ui.review.code_chip import CodeChip
from ui.review.geometry import text_top
from ui.review.text_layout import TextSetter
from ui.review.text_style import TextStyles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from translation.model.document import Document
    from translation.model.language import LanguagePair
    from ui.review.segment_row import SegmentRow
    from ui.review.text_layout import LaidOut
    from ui.review.text_style import TextStyle
    from ui.theme import Theme

_FURNITURE_PADDING = 4


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths of the two documents of a row, in pixels."""

    source: int
    target: int


class RowTexts:
    """Lays out what rows show, in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.chip = CodeChip(theme)
        self._setter = TextSetter(self.chip)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take fonts and colours from another theme."""
        self.theme = theme
        self.chip.set_theme(theme)
        self._styles = TextStyles(theme)
        self._setter.clear()

    def source_style(self, row: SegmentRow) -> TextStyle:
        """Return how the row's source is set, painted and in its field."""
        return self._styles.pair(row.pair, row.role)[0]

    def target_style(self, row: SegmentRow) -> TextStyle:
        """Return how the row's target is set, painted and in the editor."""
        return self._styles.pair(row.pair, row.role)[1]

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
        style = self.target_style(row)
        if row.is_furniture:
            return self._setter.one_line(row.shown, style, width)
        return self._setter.lay_out(row.shown, row.unit.codes, style, width)

    def height(self, row: SegmentRow, widths: Widths) -> int:
        """Return the exact height of a row: the higher text and the room around it."""
        texts = self.source(row, widths.source), self.target(row, widths.target)
        return max(text.height for text in texts) + 2 * self._padding(row.is_furniture)

    def baseline(self, row: SegmentRow) -> int:
        """Return how far below the row's top the first line's baseline is."""
        return text_top(self.padding(row)) + round(self.target_style(row).line_height * 4 / 5)

    def estimates(self, document: Document, rows: Iterable[int], widths: Widths) -> Iterator[int]:
        """Guess the heights of rows from their lengths, quickly: for rows not yet seen."""
        segments, unit_of = document.segments, document.unit
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
            lines = int(max(source * per_source, shown * per_target)) + 1
            yield lines * pitch + padding

    def _kind(
        self, pair: LanguagePair, role: Role, widths: Widths
    ) -> tuple[float, float, int, int]:
        """Return lines per character of both sides (0 for furniture), pitch and padding."""
        source, target = self._styles.pair(pair, role)
        if role is Role.FURNITURE:
            return 0.0, 0.0, source.line_height, 2 * self._padding(furniture=True)
        return (
            source.character_width / widths.source,
            target.character_width / widths.target,
            source.line_height,
            2 * self._padding(furniture=False),
        )

    def _padding(self, furniture: bool) -> int:
        return _FURNITURE_PADDING if furniture else self.theme.row_padding

    def padding(self, row: SegmentRow) -> int:
        """Return the room above and below the row's text."""
        return self._padding(row.is_furniture)
