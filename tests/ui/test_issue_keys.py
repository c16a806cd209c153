"""Going from issue to issue with the keyboard alone, mending and dismissing them, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.window import press, type_text
from tests.ui.window_keys import CONTROL, SHIFT
from ui.commands.issue_wait import IssueWait
from ui.dialogs.dismiss import DismissDialog


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing|raise|propagateSizeHints)")
class TestIssues:
    @pytest.fixture
    def wrong(self, window, drafted, qtbot):
        """Two references in the third row, one stranger in the fourth."""
        qtbot.waitUntil(lambda: not drafted.issues.unchecked)
        rows = drafted.document.segments
        drafted.editor.type_text(rows[2].id, "Tom &amp; Ann &amp; Bob.", 0, 0)
        drafted.editor.type_text(rows[3].id, "See https://a.example/b for it.", 0, 0)
        assert [drafted.document.row(i.segment_id) for i in drafted.issues.all()] == [2, 2, 3]
        return drafted

    def offered(self, qtbot):
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        return QApplication.activePopupWidget()

    def test_each_place_is_gone_to_and_back(self, window, wrong):
        editor = window.review.active.editor
        stops = []
        for key in [(Qt.Key.Key_F8,)] * 4 + [(Qt.Key.Key_F8, SHIFT)] * 2:
            press(*key)
            stops.append((wrong.document.row(wrong.editor.active_id), editor.caret))
        assert stops == [(2, 4), (2, 14), (3, 4), (2, 4), (3, 4), (2, 14)]
        assert window.messages.sentences == []

    def test_a_fix_is_two_keys(self, window, wrong, qtbot):
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        menu = self.offered(qtbot)
        assert menu.actions()[0].text().startswith("Character references")
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert wrong.document.segments[2].target == "Tom & Ann & Bob."

    def test_an_issue_is_dismissed_by_keys_alone_and_comes_back(self, window, wrong, qtbot):
        for _ in range(3):
            press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        QTest.keyClick(self.offered(qtbot), Qt.Key.Key_Return)
        dialog = window.findChild(DismissDialog)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.reason)
        type_text("it is theirs")
        press(Qt.Key.Key_Return)
        assert [i.check for i in wrong.issues.all()] == ["entities", "entities"]
        (one,) = wrong.issues.dismissed()
        assert one.dismissal.reason == "it is theirs"
        editor = window.review.active.editor  # Nobody gives the keyboard back here.
        QTest.keyClicks(editor, "!")
        assert "invented" in {issue.check for issue in wrong.issues.all()}
        for _ in range(2):
            QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
        assert wrong.issues.dismissed() == []

    def test_all_of_a_kind_are_dismissed_at_once(self, window, wrong, qtbot):
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        menu = self.offered(qtbot)
        (every,) = [a for a in menu.actions() if a.text().startswith("Dismiss all 2")]
        every.trigger()
        window.findChild(DismissDialog).accept()
        assert [i.check for i in wrong.issues.all()] == ["invented"]
        assert len(wrong.issues.dismissed()) == 2

    @pytest.fixture
    def unchecked(self, window, wrong):
        """The same rows, of which the checks have seen none yet."""
        window.review.go_to(wrong.document.segments[0].id)
        wrong.issues.open(wrong.document, wrong.autosave)
        return wrong

    def test_what_is_not_checked_yet_is_said_and_comes_up_by_itself(self, window, unchecked, qtbot):
        press(Qt.Key.Key_F8)
        assert "5 segments are still being checked" in window.messages.sentences[-1]
        qtbot.waitUntil(lambda: unchecked.document.row(unchecked.editor.active_id) == 2)
        assert window.review.active.editor.caret == 4
        assert window.messages.sentences == []

    def test_nobody_is_led_away_from_what_they_do(self, window, unchecked, qtbot):
        press(Qt.Key.Key_F8)
        type_text("A")
        qtbot.waitUntil(lambda: not unchecked.issues.unchecked)
        qtbot.waitUntil(lambda: window.findChild(IssueWait) is None)
        assert unchecked.document.row(unchecked.editor.active_id) == 0

    def test_where_the_rest_is_right_that_is_said_at_the_end(self, window, unchecked, qtbot):
        rows = unchecked.document.segments
        for row, target in ((2, "Tom, Ann and Bob."), (3, "See there for it.")):
            unchecked.editor.type_text(rows[row].id, target, 0, 0)
        unchecked.issues.open(unchecked.document, unchecked.autosave)
        press(Qt.Key.Key_F8)
        assert "being checked" in window.messages.sentences[-1]
        qtbot.waitUntil(lambda: "The checks found nothing." in window.messages.sentences)
