"""Where sheets begin: no table or heading cut where that can be helped, no line on two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextTable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QSizeF

EDGE = 2
"""Dots: less than this is no part of a line."""


class _Part(NamedTuple):
    """A table or a block of the page itself, laid out on a sheet without end."""

    top: float
    bottom: float
    table: QTextFrame | None
    block: QTextBlock


def avoid_cuts(document: QTextDocument, sheet: QSizeF) -> None:
    """Begin a sheet before each table or heading that the end of one would cut off.

    Where things will stand is foreseen from one layout on a sheet without end.
    """
    document.setTextWidth(sheet.width())
    parts = list(_parts(document))
    height, moved = sheet.height(), 0.0
    breaks: list[_Part] = []
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        is_heading = part.table is None and part.block.blockFormat().headingLevel() > 0
        needed = following.bottom if is_heading and following else part.bottom
        start = (part.top + moved) % height
        is_cut = start + needed - part.top > height and needed - part.top < height / 2
        if is_cut and (part.table is not None or is_heading):
            breaks.append(part)
            moved += height - start
        elif part.table is None:
            moved += _moved_lines(part, moved, height)
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once in the end, not after each change
    for part in breaks:
        _begin_sheet(part)
    whole.endEditBlock()


def _moved_lines(part: _Part, moved: float, height: float) -> float:
    """Return how far the lines of a block move on because the end of a sheet would cut one."""
    further = 0.0
    layout = part.block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = (part.top + line.y() + moved + further) % height
        if start + line.height() > height:
            further += height - start
    return further


def _parts(document: QTextDocument) -> Iterator[_Part]:
    layout = document.documentLayout()
    # A picture has a frame of its own, too, inside its block.
    tables = (one for one in document.rootFrame().childFrames() if isinstance(one, QTextTable))
    table = next(tables, None)
    block = document.begin()
    while block.isValid():
        if table is not None and block.position() >= table.firstPosition():
            area = layout.frameBoundingRect(table)
            yield _Part(area.top(), area.bottom(), table, block)
            block = document.findBlock(table.lastPosition() + 1)
            table = next(tables, None)
        else:
            area = layout.blockBoundingRect(block)
            yield _Part(area.top(), area.bottom(), None, block)
            block = block.next()


def part_at_sheets(document: QTextDocument, height: float) -> None:
    """Make two paragraphs of one that goes on over the end of a sheet.

    Of a paragraph that is on both, Qt writes the last line of the first sheet on the second
    one too, out of sight: a search would find it twice.
    """
    layout = document.documentLayout()
    places: list[int] = []
    block = document.begin()
    while block.isValid():
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        sheets = [
            int((top + lines.lineAt(number).y() + EDGE) // height)
            for number in range(lines.lineCount())
        ]
        places += [
            block.position() + lines.lineAt(number).textStart()
            for number in range(1, len(sheets))
            if sheets[number] != sheets[number - 1]
        ]
        block = block.next()
    whole = QTextCursor(document)
    whole.beginEditBlock()
    for place in reversed(places):
        _part(document, place)
    whole.endEditBlock()


def _part(document: QTextDocument, place: int) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    first, second = cursor.blockFormat(), cursor.blockFormat()
    second.setTopMargin(0)
    second.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_Auto)
    cursor.insertBlock(second)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    first.setBottomMargin(0)
    cursor.setBlockFormat(first)


def _begin_sheet(part: _Part) -> None:
    before = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
    if part.table is not None:
        frame_format = part.table.frameFormat()
        frame_format.setPageBreakPolicy(before)
        part.table.setFrameFormat(frame_format)
        return
    cursor = QTextCursor(part.block)
    block_format = cursor.blockFormat()
    block_format.setPageBreakPolicy(before)
    cursor.setBlockFormat(block_format)
