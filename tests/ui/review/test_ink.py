"""No ink is lost beside what is chosen or marked: the dots of a final yeh make another letter."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCursor

from tests.ui.review.desk import Desk, make_document
from translation.model.language import LanguagePair
from translation.model.mark import MarkKind
from translation.model.segment import Role
from ui import theme as themes
from ui.mark_styles import MARK_STYLES
from ui.review.code_chip import CodeChip
from ui.review.line_places import backgrounds, lines
from ui.review.mark_painting import Placed
from ui.review.review_panel import ReviewPanel
from ui.review.text_layout import TextSetter
from ui.review.text_painting import Overlay
from ui.review.text_style import TextStyles

YEHS = "رأى في البيت كلبي الصغير في جريه ومشي في بيتي مع أبي وأمي إلى حي حي"
LETTERS = "مج مح مخ مع جي حي ني"
PAIR = LanguagePair("en", "ar")


@pytest.fixture
def laid(qapp):
    themes.load_fonts()
    style = TextStyles(themes.LIGHT).pair(PAIR, Role.PARAGRAPH)[1]
    return lambda text, width=260: TextSetter(CodeChip(themes.LIGHT)).lay_out(
        text, (), style, width
    )


def picture(text, over=None, ratio=1):
    image = QImage(300 * ratio, 160 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    text.paint(painter, QPointF(10, 10), QColor(themes.LIGHT.text), themes.LIGHT, over or Overlay())
    painter.end()
    return image


def ink(image):
    """Return the places of dark pixels: neither paper nor a selection's or a mark's ground."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    bytes_, wide = bytes(grey.constBits()), grey.bytesPerLine()
    return {(at % wide, at // wide) for at, light in enumerate(bytes_) if light < 110}


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("text", [YEHS, LETTERS, "في"])
def test_choosing_takes_no_ink_away(laid, text, ratio):
    whole = ink(picture(laid(text), ratio=ratio))
    assert whole
    for start, end in ((0, 1), (0, len(text)), (len(text) - 1, len(text)), (3, 20)):
        assert whole <= ink(
            picture(laid(text), Overlay(chosen=(start, min(end, len(text)))), ratio)
        )


@pytest.mark.parametrize("kind", MarkKind)
def test_a_mark_takes_no_ink_away(laid, kind):
    text = laid(YEHS)
    low = round(10 + next(backgrounds(text.document, 0, 3)).bottom() + 1)
    marked = picture(text, Overlay(marks=(Placed(0, 3, MARK_STYLES[kind]),)))
    assert marked != picture(text)
    assert _below(marked, low) == _below(picture(text), low)


def _below(image, low):
    return image.copy(0, low, image.width(), image.height() - low)


def test_the_ground_of_a_selection_holds_all_ink_below_the_line(laid):
    text = laid("في بيتي وأمي")
    [ground] = backgrounds(text.document, 0, 12)
    image = picture(text)
    lowest = max(y for _x, y in ink(image))
    assert lowest < 10 + ground.bottom()


def test_grounds_of_lines_stand_without_a_gap(laid):
    text = laid(YEHS, 200)
    assert len(list(lines(text.document))) > 2
    areas = list(backgrounds(text.document, 0, len(YEHS)))
    for above, below in pairwise(areas):
        assert above.bottom() == below.top()


def test_the_editor_shows_the_dots_while_something_is_chosen(qtbot):
    """As a person saw it: the dots of the last word went while another one was chosen."""
    themes.load_fonts()
    desk = Desk(make_document([(Role.PARAGRAPH, "In the house", YEHS)], PAIR))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(560, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    editor = panel.active.editor
    editor.setCursorWidth(0)
    before = editor.viewport().grab().toImage()
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    after = editor.viewport().grab().toImage()
    assert after != before
    first = next(iter(lines(editor.document())))
    low = round(first.y() + first.height() + 2)
    assert _below(after, low) == _below(before, low)
