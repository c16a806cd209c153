"""The quiet line above the first shown row of each file, in a project that has several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui import texts
from ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from translation.model.document import Document
    from ui.theme import Theme

_ALOUD = QT_TRANSLATE_NOOP("review", "File {file}. {row}")
_ROOM = 14
"""Pixels above and below the name together."""
_LEFT = 16


def head_of(document: Document, row: int, before: int) -> str:
    """Return what stands above a row of the document, "" for nothing.

    ``before`` is the row shown above it, -1 for none. Where the files are in several language
    pairs, the pair is said.
    """
    files = document.files
    if len(files) < 2:
        return ""
    file = document.file_of(document.segments[row])
    if before >= 0 and document.file_of(document.segments[before]).id == file.id:
        return ""
    if len({one.pair for one in files}) == 1:
        return texts.file_name(file.name)
    return texts.listed((texts.file_name(file.name), texts.pair_name(file.pair)), texts.BESIDE)


def below_head(head: str, said: str) -> str:
    """Return what a row is called aloud: the file that begins with it is said first."""
    return texts.translated("review", _ALOUD, file=head, row=said) if head else said


def first_rows(document: Document) -> frozenset[int]:
    """Return the rows with which the files begin, none where there is only one file."""
    files = document.files
    if len(files) < 2:
        return frozenset()
    rows, row = set(), 0
    for file in files:
        rows.add(row)
        row += document.length_of(file.id)
    return frozenset(rows)


def head_font(theme: Theme) -> QFont:
    """Return the font of the name."""
    font = theme.small_font
    font.setWeight(QFont.Weight.DemiBold)
    return font


def head_height(theme: Theme) -> int:
    """Return how high the line is, in pixels."""
    return QFontMetrics(head_font(theme)).height() + _ROOM


def paint_head(painter: QPainter, part: QRect, width: int, words: str, theme: Theme) -> None:
    """Paint the part of the line that lies in one cell; ``width`` is that of the whole line."""
    painter.save()
    painter.setClipRect(part, Qt.ClipOperation.IntersectClip)
    painter.fillRect(part, theme.color("window"))
    painter.fillRect(part.left(), part.bottom(), part.width(), 1, theme.color("row_line"))
    painter.setFont(head_font(theme))
    painter.setPen(theme.color("muted"))
    line = QRect(_LEFT, part.top(), width - 2 * _LEFT, part.height())
    align = (
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    )
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, align, shown)
    painter.restore()
