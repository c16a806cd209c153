"""How the text of one side is set: font, line pitch and direction, from theme and languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QTextOption

from translation.model.language import is_right_to_left
from translation.model.mark import Side
from translation.model.segment import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from translation.model.language import LanguagePair
    from ui.review.segment_row import SegmentRow
    from ui.theme import Theme


@dataclass(frozen=True, slots=True, eq=False)
class TextStyle:
    """The setting of one side's text in one role. Lengths are device-independent pixels.

    ``line_height`` is the same for both sides of a row, so that their lines stand level;
    ``character_width`` is the mean advance of running text, for estimates.
    """

    font: QFont
    line_height: int
    rtl: bool
    character_width: float

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The base direction of the text, never left to guessing."""
        return Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """The side that lines start at."""
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    @property
    def option(self) -> QTextOption:
        """The option that lays the text out: whole words, long ones broken anywhere."""
        option = QTextOption(self.alignment)
        option.setTextDirection(self.direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option


LEAST_PITCH = 1.3
"""Of the size of the larger font, the least distance of two lines."""


class TextStyles:
    """The styles of a theme, made once for each pair and role."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._made: dict[tuple[LanguagePair, Role], tuple[TextStyle, TextStyle]] = {}
        self._turned: dict[TextStyle, TextStyle] = {}

    def pair(self, pair: LanguagePair, role: Role) -> tuple[TextStyle, TextStyle]:
        """Return the styles of source and target."""
        made = self._made.get((pair, role))
        if made is None:
            made = self._made[pair, role] = self._make(pair, role)
        return made

    def of(self, row: SegmentRow, side: Side) -> TextStyle:
        """Return the style of one text of a row, turned where a person turned it."""
        source, target = self.pair(row.pair, row.role)
        style = source if side is Side.SOURCE else target
        if side not in row.turned:
            return style
        if style not in self._turned:
            self._turned[style] = replace(style, rtl=not style.rtl)
        return self._turned[style]

    def _make(self, pair: LanguagePair, role: Role) -> tuple[TextStyle, TextStyle]:
        fonts = (
            (self.theme.source_font(pair.source, role), pair.source),
            (self.theme.target_font(pair.target, role), pair.target),
        )
        if role is Role.FURNITURE:
            for font, _ in fonts:
                font.setPixelSize(max(9, font.pixelSize() - 2))
        metrics = [QFontMetricsF(font) for font, _ in fonts]
        # Lines of the larger font need their room, where a person chose two unlike ones.
        pitch = round(
            max(
                min(m.height() for m in metrics) * self.theme.line_spacing,
                max(font.pixelSize() for font, _ in fonts) * LEAST_PITCH,
            )
        )
        source, target = (
            TextStyle(font, pitch, is_right_to_left(language), _mean_advance(m, language))
            for (font, language), m in zip(fonts, metrics, strict=True)
        )
        return source, target


_RUNNING_TEXT = {
    True: "جددت الكويت والولايات المتحدة التزامهما المشترك بتعزيز الاستقرار والأمن في المنطقة",
    False: "The parties renewed their joint commitment to stability and security in the region",
}


def _mean_advance(metrics: QFontMetricsF, language: str) -> float:
    sample = _RUNNING_TEXT[is_right_to_left(language)]
    return metrics.horizontalAdvance(sample) / len(sample)
