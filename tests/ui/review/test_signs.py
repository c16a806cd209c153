"""What has no ink is seen all the same, alike in the table and in the editor, and said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.review.desk import Desk, make_document
from translation.model.inline import CodeKind, InlineCode
from translation.model.language import LanguagePair
from translation.model.segment import Role
from ui import theme as themes
from ui.review.character_tips import tip_at
from ui.review.invisibles import Shape, paint_signs, signs
from ui.review.line_places import boxes
from ui.review.review_panel import ReviewPanel

HIDDEN = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
HIDDEN += "\u200b\u200c\u200d\ufeff\t\u00ad"
QUIET = ("\u00a0", "\u202f", "\u2009", "\u0640", "\n", "  ")
TEXT = "قال\u200f الوزير\u00a0(John) إن\tالحوا\u0640ر  مهم\u2068x\u2069\nجدا"
CODES = (
    InlineCode(CodeKind.OPEN, '<a href="https://example.org/?a=1&b=<2>">', "a", 1),
    InlineCode(CodeKind.CLOSE, "</a>", "/a", 0),
    InlineCode(CodeKind.ALONE, "{0}", "phsource25", deletable=True),
)


def at(text, everything):
    return [(sign.at, sign.shape) for sign in signs(text, everything)]


@pytest.mark.parametrize("character", HIDDEN)
def test_what_nobody_would_see_always_has_a_sign(character):
    assert [place for place, _shape in at(f"ab{character}c", everything=False)] == [2]


@pytest.mark.parametrize("found", QUIET)
def test_blanks_tatweels_and_breaks_have_one_where_a_person_wants_it(found):
    assert at(f"ab{found}c", everything=False) == []
    assert [place for place, _shape in at(f"ab{found}c", everything=True)] == [
        2 + n for n in range(len(found))
    ]


def test_a_blank_between_words_has_none_and_one_at_an_end_has():
    assert at("one word", everything=True) == []
    assert at(" one ", everything=True) == [(0, Shape.DOT), (4, Shape.DOT)]


def test_positions_are_utf16_and_isolates_of_the_showing_have_none():
    assert at("\U0001f600\u200f", everything=False)[0][0] == 2
    assert signs("\u2066ab\u2069\u200f", False, (0, 3)) == signs("xabx\u200f", False)


@pytest.fixture(params=["light", "dark", "contrast"])
def shown(request, qtbot):
    themes.load_fonts()
    theme = themes.THEMES[request.param]
    pair = LanguagePair("en", "ar")
    desk = Desk(make_document([(Role.PARAGRAPH, "a\u200f b\tc", TEXT)], pair))
    panel = ReviewPanel(desk, desk.issues, theme)
    qtbot.addWidget(panel)
    panel.resize(900, 300)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.mark.parametrize("everything", [False, True])
def test_row_and_editor_paint_the_same(shown, everything):
    shown.show_everything(everything)
    view, editor = shown._view, shown.active.editor
    theme = view.texts.theme
    view.setFocus()
    images = []
    for draw in ("editor", "row", "bare"):
        image = QImage(editor.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(theme.panel))
        painter = QPainter(image)
        laid = view.texts.target(view.segment_row(0), editor.width())
        if draw == "editor":
            editor.viewport().render(painter, QPoint(0, 0))
        else:
            laid.paint(painter, QPointF(0, 0), QColor(theme.draft), theme)
        if draw == "row":
            found = laid.signs(everything)
            paint_signs(painter, QPointF(0, 0), laid.document, found, theme)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert images[0] != images[2]


def test_the_source_has_signs_too(shown):
    view = shown._view
    laid = view.texts.source(view.segment_row(0), 400)
    assert [shape for _at, shape in laid.signs(everything=False)] == [Shape.TO_LEFT, Shape.ARROW]


class TestSaid:
    def test_codes_say_their_data_and_characters_their_names(self):
        text = "x\ue000y\u200fz"
        assert tip_at(text, CODES, 1) == f"Inline code, opening: {CODES[0].markup}"
        assert tip_at(text, CODES, 4) == "right-to-left mark (RLM)  U+200F"
        assert tip_at("plain", CODES, 2) == ""
        assert tip_at("", CODES, 0) == ""

    @pytest.mark.parametrize("where", ["row", "editor"])
    def test_the_mouse_over_a_code_shows_what_it_holds(self, qtbot, monkeypatch, where):
        themes.load_fonts()
        rows = [(Role.PARAGRAPH, "s\ue000t\ue001", "Text \ue000here\ue001 \ue002")] * 2
        desk = Desk(make_document(rows, codes=CODES))
        panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
        qtbot.addWidget(panel)
        panel.resize(900, 300)
        with qtbot.waitExposed(panel):
            panel.show()
        said = []
        monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: said.append(text))
        view, editor = panel._view, panel.active.editor
        area = view.delegate.target_area(view.target_cell(1), view.segment_row(1))
        laid = view.texts.target(view.segment_row(1), area.width())
        for at_, wanted in ((5, "a=1&amp;b=&lt;2&gt;"), (11, "{0}")):
            [box] = boxes(laid.document, at_ + (1 if at_ == 11 else 0), 1)
            place = box.center().toPoint()
            widget = editor.viewport() if where == "editor" else view.viewport()
            if where == "row":
                place += area.topLeft()
            event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
            QApplication.sendEvent(widget, event)
            assert wanted in said[-1]
