"""Ten hard lines of mixed direction, in the table and in the editor: seen and walked through.

What is seen from left to right is written here by hand, by UAX 9; places and walks are kept in
golden/walks.json, pictures beside it. `python -m tests.ui.review.bidi` writes those anew.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from tests.ui.review.bidi.golden import FOLDER, WALKS, go_to, observed, pictures, window_of
from tests.ui.review.bidi.lines import LINES, TO_ARABIC, TO_ENGLISH
from tests.ui.review.bidi.seen import Key, cells, walk
from ui import theme as themes
from ui.review.line_places import backgrounds, edge, lines, pieces, weak_place

SEEN = {
    "signs": "طقف ٪٧٫٥ مث %3.4+ ىلإ %12.5- ةبسنب ضفخنا",
    "names": "مهم )UN( راوحلا نإ )John Smith( ريزولا لاق",
    "address": "نآلا https://example.org/a?b=1&c=2 اوروز",
    "dates": "دقع 2/2/2022–31/1/2022 و 2021-2019 نيب",
    "phones": "0000-2245-00965 وأ 0100-555 6 962+ ىلع اولصتا",
    "codes": "\ue002مث \ue001انه English ناونعلا\ue000",
    "brackets": "])UN 2254( رارقلا[ نم )}c{ )ب( ]a[( قحلملا",
    "tags": "مويلا kuna_en@ عم Kuwait2035# و تيوكلا# اوعبات",
    "quote": 'He said "يلهأ اي ،مكيلع مالسلا" and left.',
    "list": "Items: 3 ،حافت kg; زوم (2.5 kg), 40 - رمت%!",
}
"""Each line as its letters stand from left to right; brackets are the characters, not their looks.

After Arabic letters 12.5 is an Arabic number (W2), so that signs beside it follow the line (W5).
"""
KEPT = json.loads(WALKS.read_text(encoding="utf-8")) if WALKS.exists() else {}
CLOSE = 1
"""Pixels by which a caret may stand elsewhere where another rasteriser measures."""


@pytest.fixture(scope="module")
def panels(qapp):
    yield from windows(qapp)


@pytest.fixture(scope="module")
def untouched(qapp):
    yield from windows(qapp)


def windows(qapp):
    themes.load_fonts()
    made = {pair: window_of(pair) for pair in (TO_ARABIC, TO_ENGLISH)}
    for panel in made.values():
        panel.show()
        qapp.processEvents()
    yield made
    for panel in made.values():
        panel.close()
        panel.deleteLater()


@pytest.fixture(params=LINES, ids=lambda line: line.name)
def line(request):
    return request.param


def test_what_is_kept_is_the_ten_lines():
    assert list(KEPT) == [line.name for line in sorted(LINES, key=lambda one: one.pair.target)]
    assert len(LINES) == 10


def test_lines_are_seen_and_walked_through_as_kept(panels, line):
    found, kept = observed(panels[line.pair], line), dict(KEPT[line.name])
    carets = kept.pop("carets")
    now = found.pop("carets")
    assert len(now) == len(carets)
    assert all(abs(a - b) <= CLOSE for a, b in zip(now, carets, strict=True))
    assert found == kept


@pytest.mark.parametrize("where", ["row", "editor"])
def test_pictures_are_as_kept(untouched, line, where):
    """Most of the ink stands where it stood; another rasteriser may shade its edges otherwise."""
    now = pictures(untouched[line.pair], line)[where]
    kept = QImage(str(FOLDER / f"{line.name}-{where}.png"))
    assert now.size() == kept.size()
    mine, theirs = coverage(now), coverage(kept)
    assert abs(sum(mine) - sum(theirs)) < 0.1 * sum(theirs)
    off = sum(abs(a - b) for a, b in zip(mine, theirs, strict=True))
    assert off < 0.25 * sum(theirs)


def coverage(image, step=4):
    """Return how dark each square of some pixels is: what a shift by part of a pixel leaves."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, bytes_ = grey.bytesPerLine(), bytes(grey.constBits())
    squares = []
    for top in range(0, grey.height() - step + 1, step):
        for left in range(0, grey.width() - step + 1, step):
            starts = ((top + y) * wide + left for y in range(step))
            light = sum(sum(bytes_[start : start + step]) for start in starts)
            squares.append(255 * step * step - light)
    return squares


def test_letters_stand_in_the_order_of_the_standard(line):
    assert KEPT[line.name]["seen"] == SEEN[line.name]


def test_arrows_pass_every_letter_once_and_back(line):
    kept, end = KEPT[line.name], len(line.text)
    forth, back = ("left", "right") if line.pair is TO_ARABIC else ("right", "left")
    assert kept[forth] == list(range(end + 1))
    assert kept[back] == kept[forth][::-1]
    assert kept[f"ctrl_{back}"] == kept[f"ctrl_{forth}"][::-1]
    assert kept["home"][-1] == 0
    assert kept["end"][-1] == end


def test_deleting_takes_one_letter_a_press(line):
    kept = KEPT[line.name]
    assert kept["backspace"] == list(line.text[::-1])
    assert kept["delete"] == list(line.text)


def test_a_click_on_the_caret_puts_it_there(panels, line):
    panel = panels[line.pair]
    go_to(panel, line)
    editor = panel.active.editor
    [laid] = list(lines(editor.document()))
    origin = editor.document().begin().layout().position().x()
    for at in range(len(line.text) + 1):
        editor.set_caret(at)
        x = edge(laid, at)
        place = QPoint(round(origin + x), editor.cursorRect().center().y())
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
        weak = weak_place(editor.document(), editor.caret)
        carets = [edge(laid, editor.caret), *([weak[1]] if weak else [])]
        assert min(abs(caret - x) for caret in carets) <= CLOSE, at


def test_a_click_on_a_letter_puts_the_caret_beside_it(panels, line):
    panel = panels[line.pair]
    go_to(panel, line)
    editor = panel.active.editor
    origin = editor.document().begin().layout().position().x()
    middle = editor.cursorRect().center().y()
    for at, (left, right) in enumerate(cells(editor.document())):
        if right - left < 2:
            continue
        place = QPoint(round(origin + (left + right) / 2), middle)
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert editor.caret in (at, at + 1), (at, line.text[at])


def test_what_is_chosen_is_the_letters_that_are_seen_chosen(panels, line):
    """The ground behind a selection covers each chosen letter, and no other one."""
    panel = panels[line.pair]
    go_to(panel, line)
    document = panel.active.editor.document()
    origin = document.begin().layout().position().x()
    places = cells(document)
    for start in range(0, len(line.text), 3):
        for end in range(start + 1, len(line.text) + 1, 4):
            areas = list(backgrounds(document, start, end - start))
            for at, (left, right) in enumerate(places):
                if right - left < 2:
                    continue
                middle = origin + (left + right) / 2
                covered = any(a.left() < middle < a.right() for a in areas)
                assert covered == (start <= at < end), (start, end, at, line.text[at])


def test_shift_and_arrows_choose_what_the_caret_passes(panels, line):
    panel = panels[line.pair]
    go_to(panel, line)
    editor = panel.active.editor
    editor.set_caret(0)
    key = Key.Key_Left if line.pair is TO_ARABIC else Key.Key_Right
    for end in range(1, len(line.text) + 1):
        QTest.keyClick(editor, key, Qt.KeyboardModifier.ShiftModifier)
        cursor = editor.textCursor()
        assert (cursor.anchor(), cursor.position()) == (0, end)


MIXED = st.text(
    st.sampled_from("اليعم١٢ abcXY 019()[]-+%.,:/،\u200f\u200e"),
    min_size=1,
    max_size=30,
)


@settings(max_examples=15, deadline=None)
@given(text=MIXED)
@pytest.mark.parametrize("pair", [TO_ARABIC, TO_ENGLISH], ids=["rtl", "ltr"])
def test_any_mixed_text_is_walked_through_and_back(panels, pair, text):
    panel = panels[pair]
    segment = panel.desk.document.segments[0]
    panel.go_to(segment.id)
    editor = panel.active.editor
    panel.desk.type_text(segment.id, text, 0, 0)
    forth, back = Key.Key_Right, Key.Key_Left
    if pair is TO_ARABIC:
        forth, back = back, forth
    places = walk(editor, 0, forth)
    assert places[-1] == len(text)
    assert walk(editor, len(text), back) == places[::-1]
    whole = sum(right - left for _line, left, right in pieces(editor.document(), 0, len(text)))
    parts = sum(
        right - left
        for at in range(len(text))
        for _line, left, right in pieces(editor.document(), at, 1)
    )
    if "\u0644\u0627" not in text and not text.endswith(" "):
        assert abs(whole - parts) < 2
