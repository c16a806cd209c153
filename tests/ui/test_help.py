"""The help: its pictures, chapters and search."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImageReader
from PySide6.QtTest import QTest

from app.settings.store import Settings
from ui.actions.table import TABLE
from ui.dialogs.help import HelpDialog
from ui.dialogs.help_page import HELP, PICTURES, help_text
from ui.keys import Keys
from ui.theme import LIGHT

NAMED = re.findall(r'<img src="([^"]*)">', help_text())


@pytest.fixture
def dialog(qtbot):
    made = HelpDialog(LIGHT, Keys(TABLE, Settings()))
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_picture_is_there_and_every_one_there_is_shown():
    assert set(NAMED) == {path.name for path in PICTURES.glob("*.png")}
    assert len(NAMED) >= 8


def test_pictures_are_small():
    every = [*PICTURES.glob("*.png"), HELP / "window.png"]
    assert sum(path.stat().st_size for path in every) < 600_000
    formats = {QImageReader(str(path)).imageFormat() for path in every}
    assert all(format_.name == "Format_Indexed8" for format_ in formats)


def test_its_pictures_are_as_wide_as_there_is_room(dialog):
    text = dialog.help.text
    for across in (620, 900):
        dialog.resize(across, 600)
        widths = [int(w) for w in re.findall(r'<img[^>]*width="(\d+)"', text.toHtml())]
        assert len(widths) == len(NAMED)
        assert max(widths) <= text.viewport().width()
        assert text.horizontalScrollBar().maximum() == 0


def test_nothing_but_its_pictures_is_loaded(dialog, tmp_path):
    image = dialog.help._picture("scores.png")
    assert image is not None
    assert image.width() > 100
    for name in ("../window.png", str(HELP / "window.png"), "file:///etc/passwd", "none.png", ""):
        assert dialog.help._picture(name) is None


def test_a_chapter_is_gone_to(dialog):
    page = dialog.help
    titles = [page.chapters.item(row).text() for row in range(page.chapters.count())]
    assert titles[0] == "A tour"
    assert "How scores are read" in titles
    assert "Saving and recovering" in titles
    page.chapters.setCurrentRow(titles.index("Models"))
    assert page.text.verticalScrollBar().value() > 0


def test_it_is_searched_from_its_field(dialog, qtbot):
    page = dialog.help
    QTest.keyClicks(page.field, "hter")
    first = page.text.textCursor().position()
    assert page.text.textCursor().selectedText() == "HTER"
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.text.textCursor().position() > first
    assert dialog.isVisible()
    for _ in range(30):
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.text.textCursor().selectedText() == "HTER"


def test_what_is_not_found_is_said_where_one_looks(dialog):
    page = dialog.help
    QTest.keyClicks(page.field, "zzz")
    assert page.nothing.isVisible()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert page.nothing.isVisible()
    page.field.selectAll()
    QTest.keyClicks(page.field, "hter")
    assert not page.nothing.isVisible()
    QTest.keyClicks(page.field, "zzz")
    assert page.nothing.isVisible()
    page.field.clear()
    assert not page.nothing.isVisible()
