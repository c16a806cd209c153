"""The editor's lines stand exactly where the painted ones stood."""

from __future__ import annotations

import pytest

from tests.ui.review.desk import Desk, make_document
from translation.model.language import LanguagePair
from translation.model.segment import Role
from ui import theme as themes
from ui.review.review_panel import ReviewPanel
from ui.review.segment_editor import SegmentEditor
from ui.review.segment_view import SegmentView
from ui.review.text_painting import Overlay

LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5
LATIN = [
    "",
    "Short.",
    "The parties reiterated their commitment to defence cooperation, cyber security, bilateral"
    " trade and investment in addition to health challenges, climate change, travel facilitation.",
    "Two  spaces,   three spaces, a trailing space ",
    f"A word that fits no line: {LONG} and on.",
    "Words in Arabic (الكويت) and ١٢٣ inside, 31 January 2022, an emoji \U0001f600, e\u0301 and Ω.",
    "Codes \ue000here\ue001 and\ue002there\ue000\ue001\ue002, at the end\ue002",
    "A line\nbroken\n\nby hand",
    "AV To We Ty \u201cquotes\u201d \u2014 dashes\u2026 fi ffi fl a\u00a0b",
    "Controls \x00\u2029\u2028 shown as chips",
]
ARABIC = [
    "جددت الكويت والولايات المتحدة التزامهما المشترك بتعزيز الاستقرار والأمن في المنطقة ، فضلا عن"
    " تعزيز المصالح المشتركة (KFAED) في 31 January 2022 الدولية.",
    "رقم 205، \ue000الكويت\ue001 و\ue0022022",
    "مُحَرَّكٌ بِالحَرَكاتِ كُلِّها",
    LONG,
    "سطر\nمكسور",
]
ARABIC_TARGET = LanguagePair("en-US", "ar-JO")


def lines(document):
    """Return each line of a one-block document: text range, place and extent."""
    document.size()  # lays out what is still to be laid out
    layout = document.begin().layout()
    origin = layout.position()
    found = []
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        text = line.naturalTextRect().translated(origin)
        found.append((line.textStart(), line.textLength(), text.getRect(), line.ascent()))
    return found


def carets(document):
    layout = document.begin().layout()
    return [
        layout.lineForTextPosition(at).cursorToX(at)[0]
        for at in range(document.characterCount())
        if layout.lineForTextPosition(at).isValid()
    ]


@pytest.mark.parametrize(
    ("pair", "texts"),
    [(LanguagePair("ar", "en"), LATIN + ARABIC), (ARABIC_TARGET, ARABIC + LATIN)],
    ids=["ar-en", "en-ar"],
)
@pytest.mark.parametrize("width", [420, 700, 1103])
def test_every_line_and_letter_keeps_its_place(qtbot, pair, texts, width):
    themes.load_fonts()
    roles = [Role.HEADLINE, Role.PARAGRAPH, Role.SUBHEADING]
    document = make_document(
        [(roles[n % 3], "مصدر source \ue000\ue001", text) for n, text in enumerate(texts)], pair
    )
    desk = Desk(document)
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(width, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    editor, view = panel.findChild(SegmentEditor), panel.findChild(SegmentView)
    for at, segment in enumerate(document.segments):
        panel.go_to(segment.id)
        row = view.segment_row(at)
        area = view.delegate.target_area(view.target_cell(at), row)
        painted = view.texts.target(row, area.width())
        assert editor.geometry() == area
        assert editor.viewport().geometry().topLeft().isNull()
        assert editor.viewport().width() == area.width()
        assert (editor.verticalScrollBar().value(), editor.horizontalScrollBar().value()) == (0, 0)
        assert lines(editor.document()) == lines(painted.document)
        assert carets(editor.document()) == carets(painted.document)
        assert painted.height <= area.height()
        assert editor.text == row.shown


@pytest.mark.parametrize("ratio", [1, 2])
def test_pixels_stay_where_they_are(qtbot, ratio):
    """Painted row and editor give the same picture but for the caret and the box."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QColor, QImage, QPainter

    themes.load_fonts()
    desk = Desk(make_document([(Role.PARAGRAPH, "مصدر", text) for text in LATIN[1:] + ARABIC]))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(800, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    editor, view = panel.findChild(SegmentEditor), panel.findChild(SegmentView)
    theme = themes.LIGHT
    for at, segment in enumerate(desk.document.segments):
        panel.go_to(segment.id)
        view.setFocus()  # without the caret
        row = view.segment_row(at)
        size = editor.size()
        images = []
        for draw in ("editor", "row"):
            image = QImage(size * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(QColor(theme.panel))
            painter = QPainter(image)
            if draw == "editor":
                editor.viewport().render(painter, QPoint(0, 0))
            else:
                laid = view.texts.target(row, size.width())
                over = Overlay(signs=laid.signs(everything=False))
                laid.paint(painter, QPointF(0, 0), QColor(theme.draft), theme, over)
            painter.end()
            images.append(image)
        assert images[0] == images[1], row.shown


def test_the_lines_stay_while_typing_makes_the_row_grow(qtbot):
    themes.load_fonts()
    desk = Desk(make_document([(Role.PARAGRAPH, "مصدر", "Word " * n) for n in (1, 90, 3)]))
    panel = ReviewPanel(desk, desk.issues, themes.LIGHT)
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.focus_editor()
    editor, view = panel.findChild(SegmentEditor), panel.findChild(SegmentView)
    before = view.rowHeight(0)
    for word in ["one two three four "] * 12:
        qtbot.keyClicks(editor, word)
        row = view.segment_row(0)
        area = view.delegate.target_area(view.target_cell(0), row)
        assert editor.geometry() == area
        assert editor.verticalScrollBar().value() == 0
        assert lines(editor.document()) == lines(view.texts.target(row, area.width()).document)
    assert view.rowHeight(0) > before
    assert view.rowHeight(0) == view.texts.height(view.segment_row(0), view._widths())
