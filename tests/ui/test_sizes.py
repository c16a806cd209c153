"""The window from the smallest screen to a large one, and with large text: nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QTabBar,
    QWidget,
)

from tests.ui.test_translations import DIALOGS
from ui.appearance import Appearance
from ui.dialogs.sheet import Sheet
from ui.main_window import MainWindow
from ui.theme import INTERFACE_SIZE, TEXT_SIZE
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.model_chip import ModelChip

SIZES = [(1024, 640), (1280, 760), (1440, 860), (1920, 1040), (2560, 1400)]
"""What is left of usual screens beside their bars."""
SHORTENED = (ElidedLabel, ModelChip)
"""These end in an ellipsis where there is no room; their tip has the whole."""


@pytest.fixture
def appearance(qapp):
    made = Appearance()
    made.choose("light")
    made.apply()
    yield made
    made.zoom(0)


@pytest.fixture
def window(qtbot, drafted, appearance):
    drafted.editor.type_text(drafted.editor.active_id, "Another text, and quite a long one.", 0, 9)
    made = MainWindow(drafted, appearance)
    qtbot.addWidget(made, before_close_func=lambda _window: drafted.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


def texts_in(window: QWidget) -> list[QWidget]:
    """Return the labels and buttons that are seen and have a text."""
    parts = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [part for part in parts if part.isVisible() and part.text()]


def cut(window: QWidget) -> list[str]:
    """Return what of the window's texts is not shown whole."""
    found = []
    for part in texts_in(window):
        wanted = part.sizeHint()
        if isinstance(part, QLabel) and part.wordWrap():
            wanted.setWidth(min(wanted.width(), part.width()))
            wanted.setHeight(part.heightForWidth(part.width()))
        narrow = part.width() < wanted.width() and not isinstance(part, SHORTENED)
        if narrow or part.height() < wanted.height() - 1 or is_covered(part):
            found.append(f"{part.text()}: {part.size().toTuple()} of {wanted.toTuple()}")
    return found


def is_covered(part: QWidget) -> bool:
    """Tell whether a part reaches out of what holds it; below and above, one can scroll."""
    area, holder = QRect(QPoint(), part.size()), part
    while (holder := holder.parentWidget()) is not None:
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            left = part.mapTo(holder, QPoint()).x()
            return left < 0 or left + part.width() > holder.width()
        area = QRect(part.mapTo(holder, QPoint()), part.size())
        if not holder.rect().contains(area):
            return True
        if holder.isWindow():
            return False
    return False


def is_settled(window) -> bool:
    QApplication.processEvents()
    cards = [card for card in window.side.panels.values() if card.isVisible()]
    return all(card.width() > 0 for card in cards)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut_off(window, qtbot, size, percent):
    window.appearance.zoom(TEXT_SIZE * percent // 100 - TEXT_SIZE)
    window.resize(*size)
    qtbot.waitUntil(lambda: is_settled(window))
    assert (window.width(), window.height()) == size, "it fits the screen"
    qtbot.waitUntil(lambda: not cut(window) or print(cut(window)))


def test_tabs_of_panels_are_as_large_as_what_they_show(window, appearance):
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for percent in (200, 100):
        appearance.zoom(0)
        appearance.zoom(TEXT_SIZE * percent // 100 - TEXT_SIZE)
        QApplication.processEvents()
        sizes = {
            bar.font().pixelSize()
            for bar in window.side.findChildren(QTabBar, options=direct)
            if bar.isVisible()
        }
        assert sizes == {INTERFACE_SIZE * percent // 100}


@pytest.mark.parametrize("size", SIZES)
def test_lines_are_no_longer_than_can_be_read(window, size):
    window.resize(*size)
    QApplication.processEvents()
    paper = window.review.parentWidget()
    assert paper.width() <= 1500
    assert window.review.width() > 0.6 * min(1500, window.width())
    window.actions_["stacked"].trigger()
    QApplication.processEvents()
    assert paper.width() <= 840
    window.actions_["side_by_side"].trigger()


@pytest.mark.parametrize("name", list(DIALOGS))
def test_every_dialog_fits_a_small_screen(name, qtbot, drafted, appearance):
    dialog = DIALOGS[name](drafted)
    qtbot.addWidget(dialog)
    least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert least.width() <= 960
    assert least.height() <= 500, "what the system's bars leave of 1080 lines at 200 %"


def test_no_dialog_opens_larger_than_the_screen(qtbot, qapp):
    dialog = Sheet("", None)
    qtbot.addWidget(dialog)
    dialog.resize(5000, 5000)
    dialog.show()
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.geometry().bottom() <= room.bottom(), "its buttons are seen"


def test_a_sheet_opens_with_all_its_words_where_the_screen_has_room(qtbot, qapp):
    """Qt makes no window wider at first than two thirds of the screen, which is small at 300 %."""
    sheet = Sheet("", None, width=200)
    qtbot.addWidget(sheet)
    text = sheet.add_text("Words that go on over the end of several lines. " * 12)
    buttons = [
        sheet.add_button(f"{words} of the dialog") for words in ("One", "Two", "Three", "Four")
    ]
    sheet.add_close()
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet.width() > qapp.primaryScreen().availableSize().width() * 2 / 3
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert text.height() >= text.heightForWidth(text.width())
