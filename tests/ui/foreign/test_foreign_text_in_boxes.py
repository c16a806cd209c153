"""Names and words of files in boxes, tips and to the eye: shown as they are, never obeyed."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from app.state import SaveKind, SaveState
from tests.ui.eye import as_rich, check, rest_mouse_everywhere, seen_in
from tests.ui.foreign.marked_names import MARKED, TOKEN
from tests.watched_pipe import WatchedPipe
from translation.errors import InputError, ProjectError
from ui import asking, plain
from ui.theme import LIGHT
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link import Link
from ui.widgets.model_chip import ModelChip

pytestmark = [
    pytest.mark.skipif(os.name == "nt", reason="no such names, and no pipes, there"),
    pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True),
]


class TestBoxes:
    def answer(self, monkeypatch, role):
        shown = []

        def exec_(box):
            box.show()
            shown.append(check(box, MARKED, TOKEN))
            next(b for b in box.buttons() if box.buttonRole(b) == role).click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return shown

    def test_what_cannot_be_saved(self, window, marked, monkeypatch):
        error = ProjectError("in_use", file=MARKED, owner=MARKED)
        monkeypatch.setattr(marked, "close", lambda discard=False: discard)
        monkeypatch.setattr(marked.autosave, "_become", lambda _state: None)
        monkeypatch.setattr(marked.autosave, "state", SaveState(SaveKind.FAILED, error=error))
        shown = self.answer(monkeypatch, QMessageBox.ButtonRole.RejectRole)
        assert not window.close()
        assert shown[0]
        monkeypatch.undo()

    def test_a_question_is_answered(self, qtbot, monkeypatch):
        parent = QWidget()
        qtbot.addWidget(parent)
        shown = self.answer(monkeypatch, QMessageBox.ButtonRole.DestructiveRole)
        assert asking.ask(parent, MARKED, MARKED, keep=MARKED, lose=MARKED)
        assert {seen.where.partition(":")[0] for seen in shown[0]} >= {
            "QLabel qt_msgbox_label",
            "QLabel qt_msgbox_informativelabel",
            "QPushButton ",
        }

    @pytest.mark.parametrize("pressed", ["Yes", "No"])
    def test_qts_own_box_about_a_file_that_is_there(self, qtbot, tmp_path, pressed):
        """Qt's file dialog asks by itself whether the file may be replaced."""
        (tmp_path / f"{MARKED}.tsv").touch()
        parent = QWidget()
        qtbot.addWidget(parent)
        parent.show()
        seen = []

        def choose():
            dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
            dialog.findChild(QLineEdit).setText(f"{MARKED}.tsv")
            QTimer.singleShot(0, lambda: answer(dialog))
            dialog.accept()
            if pressed == "No":
                dialog.reject()

        def answer(dialog):
            box = dialog.findChild(QMessageBox)
            if box is None:
                QTimer.singleShot(10, lambda: answer(dialog))
                return
            seen.extend(check(box, MARKED, TOKEN))
            next(b for b in box.buttons() if pressed in b.text()).click()

        QTimer.singleShot(0, choose)
        chosen = asking.file_to_write(parent, "Export", tmp_path)
        assert seen
        assert chosen == (tmp_path / f"{MARKED}.tsv" if pressed == "Yes" else None)


class TestTheEye:
    """The walk finds what it looks for: else it would prove nothing."""

    @pytest.mark.parametrize(
        "bare",
        [
            lambda: QLabel(MARKED),
            lambda: QPushButton(MARKED),
            lambda: _with_tip(QWidget()),
        ],
        ids=["label", "button", "tip"],
    )
    def test_a_bare_call_is_found(self, bare, qtbot):
        widget = bare()
        qtbot.addWidget(widget)
        assert [seen for seen in seen_in(widget) if TOKEN in seen.text and MARKED not in seen.text]

    def test_an_opened_pipe_is_found(self, tmp_path):
        watched = WatchedPipe(tmp_path / "another")
        (tmp_path / "another").read_bytes()
        assert watched.close()

    def test_a_resting_mouse_brings_the_tips(self, qtbot):
        label = ElidedLabel(MARKED)
        qtbot.addWidget(label)
        label.show()
        tips = rest_mouse_everywhere(label)
        assert [as_rich(text) for text in tips] == [MARKED]


def _with_tip(widget):
    widget.setToolTip(MARKED)
    return widget


@pytest.mark.parametrize(
    "text",
    ["a  b\n\nc", " lead", "<b>x</b>", "&lt;", "a & b", "x" * 1999, "خبر\nb", "]]>", "\u202ea"],
)
def test_a_tip_says_its_text(qapp, text):
    assert as_rich(plain.tip(text)) == text


def test_what_is_too_long_to_read_is_cut(qtbot):
    label, link, chip = ElidedLabel(), Link(""), ModelChip(LIGHT)
    for part in (label, link, chip):
        qtbot.addWidget(part)
        part.setText("<b>" * 1_000_000)
        assert len(part.text()) == plain.MOST_SHOWN


def test_a_file_name_with_half_a_letter_can_be_shown(qtbot, window, tmp_path):
    name = os.fsdecode(b"\xff<b>.txt")
    window.session.failed.emit(InputError("missing", file=name))
    check(window, MARKED, TOKEN)
    plain.set_title(window, name)
    label = plain.PlainLabel(name)
    qtbot.addWidget(label)
    plain.set_tip(label, name)
    assert label.text() == "\ufffd<b>.txt"
