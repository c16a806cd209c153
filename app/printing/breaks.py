"""Where sheets begin: no table or heading cut where that can be helped, no line on two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import (
    QGuiApplication,
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
WHOLE, WITH_HEADING = 0.5, 0.75
"""Of a sheet: what is higher is cut, as the sheet before it would stay empty."""
BEGINNING = 0.05
"""Of a sheet: so much of what is higher stands below its heading, at least; three lines."""


class _Part(NamedTuple):
    """A table or a block of the page itself, laid out on a sheet without end."""

    top: float
    bottom: float
    table: QTextFrame | None
    block: QTextBlock

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading, which goes with what follows it."""
        return self.table is None and self.block.blockFormat().headingLevel() > 0

    @property
    def is_line(self) -> bool:
        """Whether it is a paragraph of one line."""
        return self.table is None and self.block.layout().lineCount() <= 1

    @property
    def margin(self) -> float:
        """What is left free above it where it begins a sheet."""
        if self.table is not None:
            return 0.0
        # Lengths of formats are of the screen's dots, those of the layout of the paper's.
        paper = self.block.document().documentLayout().paintDevice()
        screen = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        return self.block.blockFormat().topMargin() * paper.logicalDpiY() / screen


def _bottom_of_kept(parts: list[_Part], place: int, height: float) -> float:
    """Return where what is to be on one sheet with a part ends.

    A heading goes with what follows it: the headings below it, a line, and what that speaks of;
    of what is cut anyway, with its beginning.
    """
    part = parts[place]
    bottom, has_line = part.bottom, False
    for following in parts[place + 1 :] if part.is_heading else ():
        if following.bottom - following.top >= height * WHOLE:
            return following.top + height * BEGINNING
        bottom = following.bottom
        if not following.is_heading:
            if has_line or not following.is_line:
                break
            has_line = True
    return bottom


def avoid_cuts(document: QTextDocument, sheet: QSizeF) -> None:
    """Begin a sheet before each table or heading that the end of one would cut off.

    Where things will stand is foreseen from one layout on a sheet without end.
    """
    document.setTextWidth(sheet.width())
    parts = list(_parts(document))
    height, moved = sheet.height(), 0.0
    breaks: list[_Part] = []
    for place, part in enumerate(parts):
        needed = _bottom_of_kept(parts, place, height) - part.top
        start = (part.top + moved) % height
        most = height * (WITH_HEADING if part.is_heading else WHOLE)
        is_cut = start + needed > height and needed < most
        if is_cut and (part.table is not None or part.is_heading):
            breaks.append(part)
            moved += height - start + part.margin
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
