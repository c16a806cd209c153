"""One bar for what is said: it moves nothing, piles nothing up, and goes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.moments import pass_moments
from ui.dialogs.messages import MessagesDialog
from ui.theme import LIGHT
from ui.widgets import message_bar
from ui.widgets.link import Link
from ui.widgets.message_bar import MessageBar


@pytest.fixture
def frame(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def bar(frame):
    made = MessageBar(LIGHT)
    made.lie_over(frame, lambda: frame)
    return made


def test_it_lies_at_the_foot_inside_the_text(bar, frame, qtbot):
    bar.show_message("Something was done. " * 20)
    assert frame.rect().contains(bar.geometry())
    assert bar.geometry().bottom() > frame.height() - 30
    frame.resize(500, 400)
    qtbot.waitUntil(lambda: frame.rect().contains(bar.geometry()))
    label = bar._label
    assert label.height() >= label.heightForWidth(label.width()), "nothing is cut off"


def test_it_never_covers_the_line_one_writes_in(bar, frame):
    line = QLineEdit(frame)
    line.setGeometry(20, 560, 900, 30)
    line.show()
    line.setFocus()
    bar.show_message("Something was done.")
    assert not bar.geometry().intersects(line.geometry())
    line.setGeometry(20, 10, 900, 30)
    bar.place()
    assert not bar.geometry().intersects(line.geometry())
    assert bar.geometry().bottom() > frame.height() - 30


def test_what_only_tells_something_stands_below_the_text(frame, qtbot):
    text = QWidget(frame)
    text.setGeometry(0, 0, 1000, 570)
    made = MessageBar(LIGHT)
    made.lie_over(frame, lambda: text, lambda: QRect(200, 572, 500, 28))
    made.show_message("Undone: replacing", passing=True)
    assert made.geometry().top() >= 570
    assert 200 <= made.geometry().left() < made.geometry().right() <= 700
    label = made._label
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width(), "none is cut off"
    made.show_message("Undone: replacing. " * 20, passing=True)
    assert made.geometry().bottom() < 570, "too long for a line"
    made.show_message("This failed.", "error")
    assert made.geometry().bottom() < 570
    made.show_message("Written.", action="Open its folder", run=lambda: None)
    assert made.geometry().bottom() < 570


def test_what_passes_gives_way_to_what_passes(bar, monkeypatch):
    bar.show_message("A file has a comment.")
    bar.show_message("Four were changed.", passing=True)
    bar.show_message("Two line ends went.", passing=True)
    assert len(bar.sentences) == 3, "of one moment"
    monkeypatch.setattr(message_bar, "AT_ONCE", -1.0)
    bar.show_message("Undone.", passing=True)
    assert bar.sentences == ["A file has a comment.", "Undone."]
    assert len(bar.log) == 4, "it can be read again"


def test_many_are_one_bar_and_a_count(bar):
    for number in range(9):
        bar.show_message(f"Failure {number}.", "error", stays=True)
    assert bar.sentences == [f"Failure {number}." for number in range(9)]
    assert bar.accessibleName() == "Failure 8."
    assert bar.findChild(Link).text() == "8 more · show all"
    assert bar.height() < 60


@pytest.mark.parametrize(
    ("how", "goes"),
    [
        ({"passing": True}, True),
        ({}, True),
        ({"kind": "error"}, True),
        ({"kind": "error", "stays": True}, False),
        ({"action": "Models…", "run": lambda: None}, False),
    ],
)
def test_only_what_matters_stays(bar, qtbot, monkeypatch, how, goes):
    for name in ("PASSES_AFTER", "LINGERS", "PER_LETTER"):
        monkeypatch.setattr(message_bar, name, 10 if name != "PER_LETTER" else 0)
    bar.show_message("Said.", **how)
    if goes:
        qtbot.waitUntil(bar.isHidden)
        assert bar.sentences == []
    else:
        pass_moments(bar)
        assert bar.sentences == ["Said."]
    assert [message.sentence for message in bar.log] == ["Said."], "it can be read again"


def test_nothing_goes_while_one_is_at_it(bar, qtbot, monkeypatch):
    monkeypatch.setattr(message_bar, "PASSES_AFTER", 10)
    monkeypatch.setattr(message_bar, "PER_LETTER", 0)
    bar.show_message("Said.", passing=True)
    bar.take_focus()
    pass_moments(bar)
    assert bar.isVisible()


def test_escape_puts_all_away(bar, frame):
    bar.show_message("One.")
    bar.show_message("Two.")
    bar.take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert bar.sentences == []


def test_closing_one_shows_the_one_before(bar, qtbot):
    bar.show_message("One.")
    bar.show_message("Two.", "error")
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.accessibleName() == "One."
    assert bar.property("kind") == "note"


def test_all_can_be_read_again_and_acted_on(bar, qtbot):
    ran = []
    bar.show_message("Old.", passing=True)
    bar.show_message("New.", "error", "Mend it", lambda: ran.append(True))
    dialog = MessagesDialog(tuple(bar.log), LIGHT)
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.list.item(row).text().split("\n")[1] for row in range(2)] == ["New.", "Old."]
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Mend it")
    assert button.isVisible()
    dialog.list.setCurrentRow(1)
    assert not button.isVisible()
    dialog.list.setCurrentRow(0)
    button.click()
    assert ran


def test_the_place_of_no_other_part_changes(bar, frame):
    line = QLineEdit(frame)
    line.setGeometry(0, 0, 1000, 600)
    line.show()
    bar.show_message("Said.")
    assert line.geometry() == QRect(0, 0, 1000, 600)
