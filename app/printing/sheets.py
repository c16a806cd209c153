"""Sheets of paper out of a page of HTML: laid out by QTextDocument, printed by QPdfWriter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
    QUuid,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

import resources
from app.printing.breaks import EDGE, avoid_cuts, part_at_sheets
from app.printing.charts import chart_of
from app.printing.letters import with_plain_letters
from app.printing.moment import with_moment
from app.printing.no_picture import no_picture

if TYPE_CHECKING:
    from translation.model.ports import Report

FONTS = resources.FOLDER / "fonts"
FAMILIES = ("IBM Plex Sans Arabic", "IBM Plex Sans")
"""With most Arabic fonts the words of a PDF made by Qt are not found again; with this they are."""

DOTS_AN_INCH = 600
MARGINS = QMarginsF(18, 16, 18, 12)
"""Millimetres: left, top, right, bottom."""
FOOTER = 12
"""Millimetres at the foot of a sheet, inside the margins, for its number."""
TEXT_POINTS, FOOTER_POINTS = 10.5, 8.0

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_BLOCK_END = QTextCursor.MoveOperation.EndOfBlock


def make_application() -> QGuiApplication:
    """Make an application that needs no display and has the fonts."""
    application = QGuiApplication(["muraji", "-platform", "offscreen"])
    for path in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    return application


def print_sheets(
    page: str,
    title: str,
    right_to_left: bool,
    report: Report,
    *,
    has_charts: bool = False,
    moment: float | None = None,
) -> bytes:
    """Return the PDF of a page of HTML, on A4 with sheet numbers; ``moment`` as PagePrinter."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    if moment is not None:
        writer.setDocumentId(QUuid.createUuidV5(QUuid(), page.encode("utf-8")))
    footer = round(FOOTER / 25.4 * DOTS_AN_INCH)
    sheet = QSizeF(writer.width(), writer.height() - footer)
    document = _document(page, right_to_left, writer, has_charts)
    avoid_cuts(document, sheet)
    document.setPageSize(sheet)
    part_at_sheets(document, sheet.height())
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
    pdf = with_plain_letters(bytes(data.data()))
    return pdf if moment is None else with_moment(pdf, moment)


class _Page(QTextDocument):
    def __init__(self, has_charts: bool) -> None:
        super().__init__()
        self._has_charts = has_charts

    def loadResource(self, _kind: int, name: QUrl | str) -> QImage:
        """Fetch nothing, neither from the disk nor from elsewhere; draw charts of the page."""
        chart = chart_of(QUrl(name).toString()) if self._has_charts else None
        return no_picture() if chart is None else chart


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_AN_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Muraji")
    return writer


def _document(page: str, right_to_left: bool, writer: QPdfWriter, has_charts: bool) -> _Page:
    document = _Page(has_charts)
    document.setUndoRedoEnabled(False)
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(TEXT_POINTS))
    option = QTextOption()
    option.setTextDirection(RTL if right_to_left else LTR)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(page)
    _end_kerning(document, right_to_left)
    return document


def _end_kerning(document: QTextDocument, right_to_left: bool) -> None:
    """Set Arabic without kerning: a reader of the PDF would take its gaps for blanks."""
    without = QTextCharFormat()
    without.setFontKerning(False)
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once in the end, not after each change
    block = document.begin()
    while block.isValid():
        direction = block.blockFormat().layoutDirection()
        if direction == RTL or (direction != LTR and right_to_left):
            cursor = QTextCursor(block)
            cursor.movePosition(_BLOCK_END, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(without)
        block = block.next()
    whole.endEditBlock()


def _font(points: float) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPointSizeF(points)
    # Glyphs that stand for no character of their own would not be found again: digits in other
    # forms beside Arabic, "ft" drawn as one. (Ligatures that Arabic cannot do without stay.)
    for feature in ("locl", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _draw_sheet(painter: QPainter, document: QTextDocument, sheet: QSizeF, number: int) -> None:
    top = number * sheet.height()
    # Never the colours of the screen: a dark theme's text is white.
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette = QPalette(Qt.GlobalColor.white)
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    area = QRectF(0, top, sheet.width(), sheet.height())
    # A line that only touches the edge would be written, unseen, on both sheets.
    context.clip = area.adjusted(0, EDGE, 0, -EDGE)
    painter.save()
    painter.translate(0, -top)
    painter.setClipRect(area)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_number(painter: QPainter, area: QRectF, number: int, sheets: int) -> None:
    painter.setFont(_font(FOOTER_POINTS))
    painter.setPen(Qt.GlobalColor.darkGray)
    where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
    painter.drawText(area, int(where), f"{number + 1} / {sheets}")
