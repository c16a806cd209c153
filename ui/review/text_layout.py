"""Lays text out the one way that painted rows and the editor share.

A QTextDocument of one block with a fixed line pitch: its lines are QTextLayout's own, and
unlike a bare QTextLayout it can give U+FFFC the width of its chip. With a fixed pitch the
baselines stand on a grid (four fifths down each line), whatever fonts a line mixes.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from translation.model.inline import has_codes, strip_codes
from translation.text.bidi import Isolated, PositionMap, isolate_foreign_runs
from translation.text.utf16 import from_utf16, to_utf16
from ui.review.invisibles import signs
from ui.review.line_places import position_at
from ui.review.shown_text import CHIP, insert
from ui.review.text_painting import NO_OVERLAY, paint_text

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QColor, QPainter, QTextLayout

    from translation.model.inline import InlineCode
    from ui.review.code_chip import CodeChip
    from ui.review.invisibles import Sign
    from ui.review.text_painting import Overlay
    from ui.review.text_style import TextStyle
    from ui.review.tracking import TrackedText
    from ui.theme import Theme

SIDE_ROOM = 3
"""Pixels left and right of the text inside a document: for the caret and overhanging letters."""

LONGEST_PAINTED = 10_000
"""Characters of a segment that painted rows show; the editor always has all."""

LONGEST_WORD = 20_000
"""Characters without a blank up to which lines are broken between words: for each line Qt looks
for a place to break in all that is left of a word, seconds for half a million characters."""

_CACHED = 400


def prepare(document: QTextDocument, style: TextStyle, chip: CodeChip, text: str = "") -> None:
    """Give an empty document the style's font, direction and line pitch for a text to come."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font)
    document.setDefaultTextOption(_option(style, text))
    document.documentLayout().registerHandler(CHIP, chip)
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(SIDE_ROOM)
    frame.setRightMargin(SIDE_ROOM)
    document.rootFrame().setFrameFormat(frame)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(_block_format(style))
    cursor.setBlockCharFormat(QTextCharFormat())
    # A document that was cleared and stays empty would keep no line for its caret.
    document.markContentsDirty(0, document.characterCount())


def _option(style: TextStyle, text: str) -> QTextOption:
    option = style.option
    if len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD:
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option


def _block_format(style: TextStyle) -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setLayoutDirection(style.direction)
    block.setAlignment(style.alignment)
    block.setLineHeight(style.line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return block


def line_count(layout: QTextLayout) -> int:
    """Return how many lines a laid out text has; an empty one has one."""
    return max(1, layout.lineCount())


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text set at a width, ready to be painted. ``height`` is in pixels.

    ``text`` is what is shown, as stored; ``positions`` leads to its characters.
    """

    document: QTextDocument
    height: int
    text: str
    positions: PositionMap

    def paint(
        self,
        painter: QPainter,
        at: QPointF,
        colour: QColor,
        theme: Theme,
        over: Overlay = NO_OVERLAY,
    ) -> None:
        """Paint with the document's top left at ``at``; the painter's clip says what is wanted."""
        paint_text(painter, at, self.document, colour, theme, over)

    def signs(self, everything: bool) -> tuple[Sign, ...]:
        """Return what stands for characters without ink; the isolates of the showing have none."""
        return signs(self.text, everything, self.positions.inserted)

    def caret_rect(self, position: int) -> QRect:
        """Return the thin rectangle of a caret at a position in UTF-16 units."""
        block = self.document.begin()
        line = block.layout().lineForTextPosition(min(position, block.length() - 1))
        if not line.isValid():
            return QRect()
        left: float = line.cursorToX(position)[0]  # type: ignore[index]
        origin = block.layout().position()
        top = origin.y() + line.y()
        return QRect(round(origin.x() + left), round(top), 2, round(line.height()))

    def position_at(self, point: QPointF) -> int:
        """Return the caret position, in UTF-16 units, nearest to a point of the document."""
        return position_at(self.document, point)

    def character_at(self, point: QPointF) -> int | None:
        """Return the character of the text itself at a point of the document, None beside it."""
        hit = self.document.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        return self.positions.to_text(from_utf16(self.text, hit)) if hit >= 0 else None


class TextSetter:
    """Lays texts out, remembering the last few hundred."""

    def __init__(self, chip: CodeChip) -> None:
        self._chip = chip
        self._made: OrderedDict[tuple[object, ...], LaidOut] = OrderedDict()

    def clear(self) -> None:
        """Forget everything: the theme or the zoom is another."""
        self._made.clear()

    def lay_out(
        self,
        text: str,
        codes: tuple[InlineCode, ...],
        style: TextStyle,
        width: int,
        *,
        isolate: bool = False,
    ) -> LaidOut:
        """Return the text (as stored) set at ``width`` pixels, the cut-off mark where too long.

        With ``isolate`` runs of the other direction keep their order (isolate_foreign_runs).
        """
        key = (text, style, width, isolate, codes if has_codes(text) else ())
        found = self._made.get(key)
        if found is not None:
            self._made.move_to_end(key)
            return found
        shown = Isolated(painted_part(text), PositionMap())
        if isolate:
            shown = isolate_foreign_runs(shown.shown, style.rtl)
        found = self._made[key] = self._set(shown, codes, style, width)
        if len(self._made) > _CACHED:
            self._made.popitem(last=False)
        return found

    def lay_out_changes(
        self,
        tracked: TrackedText,
        codes: tuple[InlineCode, ...],
        style: TextStyle,
        width: int,
        looks: tuple[QTextCharFormat, QTextCharFormat],
    ) -> LaidOut:
        """Return a text with its changes set at a width; ``looks`` of what went and what came.

        What went looks so in the document itself; marks do not know of it.
        """
        key = (tracked, style, width, codes)
        found = self._made.get(key)
        if found is not None:
            self._made.move_to_end(key)
            return found
        found = self._set(Isolated(tracked.shown, tracked.positions), codes, style, width)
        cursor = QTextCursor(found.document)
        for stretches, look in zip((tracked.gone, tracked.come), looks, strict=True):
            for start, end in stretches:
                cursor.setPosition(to_utf16(tracked.shown, start))
                cursor.setPosition(to_utf16(tracked.shown, end), QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(look)
        self._made[key] = found
        if len(self._made) > _CACHED:
            self._made.popitem(last=False)
        return found

    def one_line(self, text: str, style: TextStyle, width: int) -> LaidOut:
        """Return the start of a text on one line, without its codes."""
        plain = " ".join(strip_codes(text[:LONGEST_PAINTED]).split())
        room = width - 2 * SIDE_ROOM
        metrics = QFontMetricsF(style.font)
        elided = metrics.elidedText(plain, Qt.TextElideMode.ElideRight, room)
        return self.lay_out(elided, (), style, width, isolate=True)

    def _set(
        self, text: Isolated, codes: tuple[InlineCode, ...], style: TextStyle, width: int
    ) -> LaidOut:
        document = QTextDocument()
        prepare(document, style, self._chip)
        insert(QTextCursor(document), text.shown, codes)
        document.setTextWidth(width)
        lines = line_count(document.begin().layout())
        return LaidOut(document, lines * style.line_height, text.shown, text.positions)


def painted_part(text: str) -> str:
    """Return what a painted row shows of a text: all, or its start and a mark."""
    return text if len(text) <= LONGEST_PAINTED else text[:LONGEST_PAINTED] + " […]"
