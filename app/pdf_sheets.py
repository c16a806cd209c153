"""Sheets of paper out of a page of HTML: laid out by QTextDocument, printed by QPdfWriter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextOption,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from translation.model.ports import Report

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
FAMILIES = ("IBM Plex Sans Arabic", "IBM Plex Sans")
"""With most Arabic fonts the words of a PDF made by Qt are not found again; with this they are."""

DOTS_AN_INCH = 600
MARGINS = QMarginsF(18, 16, 18, 12)
"""Millimetres: left, top, right, bottom."""
FOOTER = 12
"""Millimetres at the foot of a sheet, inside the margins, for its number."""
TEXT_POINTS, FOOTER_POINTS = 10.5, 8.0

_application: list[QGuiApplication] = []


def make_ready() -> None:
    """See that there is an application and that it has the fonts."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(["muraji", "-platform", "offscreen"]))
    if FAMILIES[0] not in QFontDatabase.families():
        for path in sorted(FONTS.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))


def print_sheets(page: str, title: str, right_to_left: bool, report: Report) -> bytes:
    """Return the PDF of a page of HTML, on A4 with sheet numbers."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    footer = round(FOOTER / 25.4 * DOTS_AN_INCH)
    sheet = QSizeF(writer.width(), writer.height() - footer)
    document = _document(page, right_to_left, writer)
    _avoid_cuts(document, sheet)
    document.setPageSize(sheet)
    painter = QPainter(writer)
    try:
        sheets = document.pageCount()
        for number in range(sheets):
            report(number, sheets)
            if number:
                writer.newPage()
            _draw_sheet(painter, document, sheet, number)
            _draw_number(painter, QRectF(0, sheet.height(), sheet.width(), footer), number, sheets)
    finally:
        painter.end()
    buffer.close()
    return bytes(data.data())


class _Page(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Fetch nothing, neither from the disk nor from elsewhere."""


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_AN_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Muraji")
    return writer


def _document(page: str, right_to_left: bool, writer: QPdfWriter) -> _Page:
    document = _Page()
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(TEXT_POINTS))
    direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    option = QTextOption()
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(page)
    return document


def _font(points: float) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPointSizeF(points)
    # Digits in forms of their own beside Arabic look the same but would not be found again.
    font.setFeature(QFont.Tag("locl"), 0)
    return font


def _draw_sheet(painter: QPainter, document: QTextDocument, sheet: QSizeF, number: int) -> None:
    top = number * sheet.height()
    # Never the colours of the screen: a dark theme's text is white.
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(Qt.GlobalColor.white)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    context.clip = QRectF(0, top, sheet.width(), sheet.height())
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(context.clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_number(painter: QPainter, area: QRectF, number: int, sheets: int) -> None:
    painter.setFont(_font(FOOTER_POINTS))
    painter.setPen(Qt.GlobalColor.darkGray)
    where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(area, int(where), f"{number + 1} / {sheets}")


class _Part(NamedTuple):
    """A table or a block of the page itself, laid out on a sheet without end."""

    top: float
    bottom: float
    table: QTextFrame | None
    block: QTextBlock


def _avoid_cuts(document: QTextDocument, sheet: QSizeF) -> None:
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
        if start + needed - part.top > height and needed - part.top < height / 2:
            if part.table is not None or is_heading:
                breaks.append(part)
                moved += height - start
        elif part.table is None:
            moved += _moved_lines(part, moved, height)
    for part in breaks:
        _begin_sheet(part)


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
    tables = iter(document.rootFrame().childFrames())
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
