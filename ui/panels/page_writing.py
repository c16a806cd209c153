"""Writes units into a QTextDocument as they stand on a page: headings, lists, tables, looks.

Only by cursors and formats, never by HTML: whatever a file holds is text, and nothing is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

from translation.model.mark import Side
from translation.model.segment import Role
from translation.text.bidi import FSI, PDI

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from translation.model.item_place import ItemPlace
    from translation.model.language import LanguagePair
    from translation.text.looks import Look
    from translation.text.page_texts import Passage
    from ui.theme import Theme

LINE_BREAK = "\u2028"
SIZES = {Role.HEADLINE: 1.45, Role.SUBHEADING: 1.18, Role.DATELINE: 0.88, Role.BYLINE: 0.88,
         Role.CAPTION: 0.88}  # fmt: skip
"""Sizes of letters against those of running text."""
SPACE_ABOVE = {Role.HEADLINE: 10, Role.SUBHEADING: 10, Role.LIST_ITEM: 2}
BETWEEN = 7
"""Pixels between two paragraphs."""
_List = QTextListFormat.Style
LIST_STYLES = {
    "": _List.ListDisc,
    "1": _List.ListDecimal,
    "a": _List.ListLowerAlpha,
    "A": _List.ListUpperAlpha,
    "i": _List.ListLowerRoman,
    "I": _List.ListUpperRoman,
}
"""How a list is counted on the page, by the kind of its items."""
_QUIET = frozenset({Role.DATELINE, Role.BYLINE, Role.CAPTION})


@dataclass(slots=True)
class Piece:
    """Where a segment stands in the page, in UTF-16 units."""

    segment_id: str
    side: Side
    unit_id: str
    start: int
    end: int


class PageWriter:
    """Writes into one document, at a cursor; ``scale`` makes the letters of the texts smaller."""

    def __init__(self, document: QTextDocument, theme: Theme, scale: float) -> None:
        self._document = document
        self._theme = theme
        self._scale = scale

    def block_format(self, role: Role, *, rtl: bool) -> QTextBlockFormat:
        """Return the format of a paragraph."""
        made = QTextBlockFormat()
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        made.setTopMargin(SPACE_ABOVE.get(role, 3))
        made.setBottomMargin(2 if role in (Role.LIST_ITEM, Role.CELL) else BETWEEN)
        if role is Role.HEADLINE:
            made.setHeadingLevel(1)
        elif role is Role.SUBHEADING:
            made.setHeadingLevel(2)
        return made

    def list_format(self, first: ItemPlace) -> QTextListFormat:
        """Return the format of a list that begins with this item."""
        made = QTextListFormat()
        made.setStyle(LIST_STYLES[first.kind])
        made.setIndent(first.level + 1)
        if first.kind:
            made.setStart(first.number)
        return made

    def table_format(self, *, rtl: bool) -> QTextTableFormat:
        """Return the format of a table: fine lines, whole width."""
        made = QTextTableFormat()
        made.setBorder(1)
        made.setBorderCollapse(True)
        made.setBorderBrush(self._theme.color("row_line"))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setCellPadding(4)
        made.setTopMargin(4)
        made.setBottomMargin(BETWEEN)
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        made.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        return made

    def write(
        self,
        cursor: QTextCursor,
        unit_id: str,
        role: Role,
        side: Side,
        pair: LanguagePair,
        found: Sequence[Passage],
    ) -> list[Piece]:
        """Write the text of a unit at the cursor, and return where its segments stand."""
        plain = self._plain(role, side, pair)
        pieces = []
        for passage in found:
            cursor.insertText(passage.before.replace("\n", LINE_BREAK), plain)
            start = cursor.position()
            if passage.untranslated:  # It keeps its order among the words of the other language.
                cursor.insertText(FSI, plain)
            for text, look in passage.runs:
                format_ = self._dressed(plain, look, untranslated=passage.untranslated)
                cursor.insertText(text.replace("\n", LINE_BREAK), format_)
            if passage.untranslated:
                cursor.insertText(PDI, plain)
            pieces.append(Piece(passage.segment_id, side, unit_id, start, cursor.position()))
        return pieces

    def _plain(self, role: Role, side: Side, pair: LanguagePair) -> QTextCharFormat:
        theme = self._theme
        if side is Side.TARGET:
            font = QFont(theme.target_font(pair.target))
        else:
            font = QFont(theme.source_font(pair.source))
        font.setPixelSize(max(9, round(font.pixelSize() * self._scale * SIZES.get(role, 1.0))))
        if role in (Role.HEADLINE, Role.SUBHEADING):
            font.setWeight(QFont.Weight.DemiBold)
        made = QTextCharFormat()
        made.setFont(font)
        quiet = role in _QUIET
        made.setForeground(theme.color("muted" if quiet else "text"))
        return made

    def _dressed(
        self, plain: QTextCharFormat, look: Look, *, untranslated: bool
    ) -> QTextCharFormat:
        made = QTextCharFormat(plain)
        if look.bold:
            made.setFontWeight(QFont.Weight.Bold)
        if look.italic:
            made.setFontItalic(True)
        if look.underline or look.link:
            made.setFontUnderline(True)
        if look.link:
            made.setForeground(self._theme.color("accent"))
        if look.struck:
            made.setFontStrikeOut(True)
        if look.raised or look.lowered:
            raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
            lowered = QTextCharFormat.VerticalAlignment.AlignSubScript
            made.setVerticalAlignment(raised if look.raised else lowered)
        if look.fixed:
            made.setFontFamilies(["monospace"])
        if look.small:
            size = plain.font().pixelSize()
            made.setProperty(QTextCharFormat.Property.FontPixelSize, round(size * 0.85))
        if untranslated:
            made.setForeground(self._theme.color("muted"))
        return made
