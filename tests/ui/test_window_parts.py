"""What stands around the text: the model's chip, the status line, the menu of a segment."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from app.engine.translating import TRANSLATE
from app.state import EngineState, EngineStatus, Job
from tests.ui.draft_rows import draft_all
from tests.ui.eye import as_rich
from tests.ui.window import press, type_text
from tests.ui.window_keys import CONTROL
from translation.errors import ModelError
from translation.model.ports import ModelInfo
from translation.system import preferences
from ui.dialogs.models import ModelsDialog
from ui.main_window import MainWindow
from ui.theme import LIGHT
from ui.widgets.link import Link
from ui.widgets.model_chip import ModelChip


def test_the_loud_button_is_what_the_work_waits_for(qtbot, opened, appearance):
    window = MainWindow(opened, appearance)
    qtbot.addWidget(window, before_close_func=lambda _window: opened.close(discard=True))

    def loud() -> list[str]:
        buttons = window.findChildren(QToolButton, "accentButton")
        return [button.defaultAction().objectName() for button in buttons]

    assert loud() == ["translate"]
    draft_all(opened)
    assert loud() == ["confirm"], "every segment has a draft"


class TestChip:
    @pytest.mark.parametrize(
        ("status", "words"),
        [
            (EngineStatus(), "No translation model yet"),
            (EngineStatus(EngineState.LOADING), "Loading the translation model…"),
            (EngineStatus(EngineState.CONVERTING), "Preparing the model"),
            (EngineStatus(EngineState.NOT_INSTALLED), "install one"),
            (
                EngineStatus(EngineState.FAILED, None, ModelError("missing_folder", model="m")),
                "m: there is no such model installed",
            ),
            (
                EngineStatus(
                    EngineState.READY,
                    ModelInfo("ct2", "Starter model", "r", "ar", "en", 64, quality="trial"),
                ),
                "Starter model · trial quality — install opus-mt-ar-en",
            ),
            (
                EngineStatus(
                    EngineState.READY,
                    ModelInfo("ct2", "opus", "r", "ar", "en", 9, summary="Good"),
                ),
                "opus · Good",
            ),
        ],
    )
    def test_it_always_says_who_speaks(self, qtbot, status, words):
        chip = ModelChip(LIGHT)
        qtbot.addWidget(chip)
        chip.show_status(status)
        assert words in chip.sentence
        assert chip.accessibleName() == chip.sentence

    def test_the_card_of_the_model_is_in_the_tip(self, qtbot):
        chip = ModelChip(LIGHT)
        qtbot.addWidget(chip)
        card = "A trial model: BLEU 9."
        info = ModelInfo("ct2", "starter", "r", "ar", "en", 9, quality="trial", summary=card)
        chip.show_status(EngineStatus(EngineState.READY, info))
        assert as_rich(chip.toolTip()) == "\n".join((chip.sentence, card))
        assert chip.sentence.startswith("Starter model")

    def test_a_click_opens_the_models(self, window, qtbot):
        qtbot.mouseClick(window.chip, Qt.MouseButton.LeftButton)
        dialog = window.findChild(ModelsDialog)
        assert dialog.isVisible()
        dialog.close()

    def test_a_long_sentence_is_shortened_and_whole_in_the_tip(self, window):
        error = ModelError("missing_folder", model="m" * 400)
        window.chip.show_status(EngineStatus(EngineState.FAILED, None, error))
        assert "m" * 400 in window.chip.toolTip()
        assert window.chip.sizeHint().width() < 500
        assert window.minimumSizeHint().width() < 900


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing the keyboard|raise)")
def test_the_menu_of_a_segment_is_short_and_has_the_rest_one_menu_further(window, qtbot):
    editor = window.review.active.editor
    place = editor.mapToGlobal(editor.rect().center())
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(editor, QContextMenuEvent(reason, editor.rect().center(), place))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.height() < 600
    inner = [action.menu() for action in menu.actions() if action.menu()]
    assert inner == [window.actions_.menu("insert"), window.actions_.menu("segment")]
    menu.close()


class TestStatus:
    def test_the_cancel_link(self, window, drafted, qtbot, monkeypatch):
        window.status.show_job(Job(TRANSLATE, 1, 2))
        with qtbot.waitSignal(window.status.cancel_wanted):
            link = window.status.findChild(Link)
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        window.status.show_job(None)
        assert not window.status.meter.isVisible()

    def test_saving_in_plain_words(self, window, drafted, qtbot):
        type_text("x")
        qtbot.waitUntil(lambda: window.status.saving.text() == "All changes saved")

    def test_the_position(self, window, drafted):
        assert window.status.position.text() == "Segment 1 of 5"
        press(Qt.Key.Key_Down, CONTROL)
        assert window.status.position.text() == "Segment 2 of 5"


def test_refusing_what_breaks_rules_is_a_setting_that_stays(window, qtbot):
    action = window.actions_["strict"]
    assert not action.isChecked()
    for wanted in (True, False):
        with qtbot.waitSignal(window.appearance.settings.changed):
            action.trigger()
        assert action.isChecked() is wanted
        assert preferences.load().strict is wanted
