"""What is kept of the ten lines: pictures of row and editor, and every walk by keys."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.ui.review.bidi.lines import CODES, LINES
from tests.ui.review.bidi.seen import CONTROL, Key, carets, eaten, runs, seen, walk
from tests.ui.review.desk import Desk, make_document
from translation.model.segment import Role
from ui import theme as themes
from ui.review.review_panel import ReviewPanel

FOLDER = Path(__file__).parent / "golden"
WALKS = FOLDER / "walks.json"
WIDE = 1500
"""Pixels of the window: every line is one line."""
SHOWN = 460
"""Pixels of a picture: the text and some paper."""


def window_of(pair):
    """Return a panel with the lines of a pair, each in a row of its own."""
    rows = [
        (Role.PARAGRAPH, "x \ue000\ue001\ue002", line.text) for line in LINES if line.pair == pair
    ]
    desk = Desk(make_document(rows, pair, CODES))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    panel.desk = desk
    panel.resize(WIDE, 500)
    return panel


def go_to(panel, line):
    """Put the editor on the row of a line."""
    number = [one for one in LINES if one.pair == line.pair].index(line)
    segment = panel.desk.document.segments[number]
    panel.go_to(segment.id)
    return segment, number


def observed(panel, line):
    """Return all that is held of a line but its pictures."""
    segment, _number = go_to(panel, line)
    editor, end = panel.active.editor, len(line.text)
    rtl = line.pair.target == "ar"
    left_from, right_from = (0, end) if rtl else (end, 0)
    found = {
        "seen": seen(editor.document(), line.text),
        "runs": runs(editor.document()),
        "carets": carets(editor.document()),
        "left": walk(editor, left_from, Key.Key_Left),
        "right": walk(editor, right_from, Key.Key_Right),
        "ctrl_left": walk(editor, left_from, Key.Key_Left, CONTROL),
        "ctrl_right": walk(editor, right_from, Key.Key_Right, CONTROL),
        "home": walk(editor, end // 2, Key.Key_Home),
        "end": walk(editor, end // 2, Key.Key_End),
    }
    for name, start, key in (("backspace", end, Key.Key_Backspace), ("delete", 0, Key.Key_Delete)):
        found[name] = eaten(editor, start, key)
        panel.desk.type_text(segment.id, line.text, 0, 0)
    return found


def pictures(panel, line):
    """Return pictures of the line in its row and in the editor, without caret."""
    _segment, number = go_to(panel, line)
    editor, view = panel.active.editor, panel._view
    row = view.segment_row(number)
    area = view.delegate.target_area(view.target_cell(number), row)
    images = {name: QImage(area.size(), QImage.Format.Format_RGB32) for name in ("row", "editor")}
    for name, image in images.items():
        image.fill(QColor(themes.LIGHT.panel))
        painter = QPainter(image)
        if name == "editor":
            view.setFocus()
            editor.viewport().render(painter, QPoint(0, 0))
        else:
            laid = view.texts.target(row, area.width())
            colour = themes.LIGHT.color("draft" if row.is_draft else "text")
            laid.paint(painter, QPointF(0, 0), colour, themes.LIGHT)
        painter.end()
    start = area.width() - SHOWN if line.pair.target == "ar" else 0
    return {name: image.copy(start, 0, SHOWN, area.height()) for name, image in images.items()}
