"""The panel of issues: its lines and what is done there, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.editing.dismissing import dismiss
from app.followers.issue_book import Kind
from app.settings.store import Settings
from tests.ui.panel_reading import labels, show
from translation.model.issue import Issue, Severity
from ui.actions.table import TABLE
from ui.keys import Keys
from ui.panels.issues import AT_A_TIME, IssuesPanel
from ui.theme import LIGHT
from ui.widgets.link import Link


@pytest.fixture
def with_issues(drafted):
    rows = drafted.document.segments
    found = [
        Issue("missing_code", Severity.WARNING, rows[1].id, (("codes", "b"),), fixes=("mended",)),
        Issue("loop", Severity.ERROR, rows[2].id),
    ]
    drafted.issues._take([(issue.segment_id, (issue,)) for issue in found])
    return drafted


def lines(panel):
    """What the tree shows, unfolded lines only, groups and kinds with how many they have."""
    index, found = panel.model.index(0), []
    while index.isValid():
        node = panel.model.node(index)
        count = node.count if isinstance(node.what, Kind) else None
        found.append((index.data(), count) if count else index.data())
        index = panel.view.indexBelow(index)
    return found


def line_of(panel, start):
    """The index of the line that begins so."""
    index = panel.model.index(0)
    while index.isValid() and not index.data().startswith(start):
        index = panel.view.indexBelow(index)
    assert index.isValid(), start
    return index


class TestIssues:
    def panel(self, qtbot, session):
        return show(qtbot, IssuesPanel(session.issues, session.editor, LIGHT))

    def test_issues_are_sentences_below_their_group_and_kind(self, qtbot, with_issues):
        Keys(TABLE, Settings())  # they are named
        panel = self.panel(qtbot, with_issues)
        assert lines(panel) == [
            "Drafts · 1",
            ("Repetition, and text far too long", 1),
            "3 · The translation repeats itself or is far longer than its source.",
            "Inline codes · 1",
            ("Missing codes", 1),
            "2 · Inline codes of the source are missing: b",
        ]
        spoken = line_of(panel, "2 · ").data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken.startswith("warning")
        assert "Alt+Shift+Enter" in spoken
        assert "2 open" in labels(panel)

    def test_a_click_goes_there(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        place = panel.view.visualRect(line_of(panel, "3 · ")).topLeft() + QPoint(40, 8)
        with qtbot.waitSignal(panel.segment_wanted) as told:
            qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert told.args == [with_issues.document.segments[2].id]

    def test_thousands_are_counted_and_the_first_listed_when_unfolded(
        self, qtbot, drafted, qtmodeltester
    ):
        first = drafted.document.segments[0].id
        count = 2 * AT_A_TIME + 7
        facts = ((("n", str(n)),) for n in range(count))
        found = tuple(Issue("loop", Severity.ERROR, first, one) for one in facts)
        drafted.issues._take([(first, found)])
        panel = self.panel(qtbot, drafted)
        kind = ("Repetition, and text far too long", count)
        assert lines(panel) == [f"Drafts · {count}", kind]
        assert f"{count} open" in labels(panel)
        panel.view.setCurrentIndex(line_of(panel, "Repetition"))
        QTest.keyClick(panel.view, Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: len(lines(panel)) == AT_A_TIME + 3)
        for left in (AT_A_TIME + 7, 7):
            panel.view.setCurrentIndex(line_of(panel, f"{left} more"))
            QTest.keyClick(panel.view, Qt.Key.Key_Return)
        assert len(lines(panel)) == count + 2
        qtmodeltester.check(panel.model)
        panel.view.setCurrentIndex(line_of(panel, "Repetition"))
        QTest.keyClick(panel.view, Qt.Key.Key_Left)
        assert lines(panel) == [f"Drafts · {count}", kind]

    def test_a_severity_can_be_left_out(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        assert panel.severities[Severity.WARNING].text() == "1 warning"
        panel.severities[Severity.WARNING].click()
        assert lines(panel)[0] == "Drafts · 1"
        assert len(lines(panel)) == 3
        panel.severities[Severity.ERROR].click()
        assert "Nothing of what is chosen above" in labels(panel)
        assert panel.severities[Severity.ERROR].isVisible()

    def test_what_is_still_to_be_checked_is_said_and_can_be_hurried(
        self, qtbot, drafted, monkeypatch
    ):
        hurried = []
        for name, value in (("unchecked", 4321), ("is_resting", True)):
            monkeypatch.setattr(type(drafted.issues), name, property(lambda _, value=value: value))
        monkeypatch.setattr(drafted.issues, "hurry", lambda: hurried.append(True))
        panel = self.panel(qtbot, drafted)
        assert "0 open · 4321 to check" in labels(panel)
        assert "so far" in labels(panel)
        link = panel.findChild(Link)
        assert link.isVisible()
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert hurried

    def test_what_comes_and_goes_leaves_the_others_in_their_place(
        self, qtbot, with_issues, qtmodeltester
    ):
        panel = self.panel(qtbot, with_issues)
        panel.view.setCurrentIndex(line_of(panel, "2 · "))
        first = with_issues.document.segments[0].id
        reset = []
        panel.model.modelReset.connect(lambda: reset.append(True))
        with qtbot.waitSignal(panel.model.rowsInserted):
            with_issues.issues._take([(first, (Issue("empty", Severity.ERROR, first),))])
        qtbot.waitUntil(lambda: "Empty translations" in str(lines(panel)))
        assert panel.view.currentIndex().data().startswith("2 · ")
        with_issues.issues._take([(first, ())])
        qtbot.waitUntil(lambda: "Empty translations" not in str(lines(panel)))
        assert panel.view.currentIndex().data().startswith("2 · ")
        assert not reset
        qtmodeltester.check(panel.model)

    def test_a_click_on_the_fix_mends(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        index = line_of(panel, "2 · ")
        panel.view.scrollTo(index)
        place = panel.view.visualRect(index).bottomLeft() + QPoint(40, -10)
        mended = panel.model.node(index).issue.segment_id
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert with_issues.document.segment(mended).target == "mended"

    def test_the_keyboard_goes_there_too(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        panel.view.setCurrentIndex(line_of(panel, "3 · "))
        with qtbot.waitSignal(panel.segment_wanted):
            QTest.keyClick(panel.view, Qt.Key.Key_Return)

    def test_delete_dismisses_and_brings_back(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        with_issues.editor.author = "Sara"
        panel.view.setCurrentIndex(line_of(panel, "2 · "))
        with qtbot.waitSignal(panel.dismiss_wanted) as told:
            QTest.keyClick(panel.view, Qt.Key.Key_Delete)
        dismiss(with_issues.editor, told.args[0], "it is right so")
        qtbot.waitUntil(lambda: "1 open" in labels(panel))
        panel.shown.choose(1)
        assert lines(panel)[-1].startswith("2 · ")
        spoken = line_of(panel, "2 · ").data(Qt.ItemDataRole.AccessibleTextRole)
        assert "Sara" in spoken
        assert "it is right so" in spoken
        panel.view.setCurrentIndex(line_of(panel, "2 · "))
        QTest.keyClick(panel.view, Qt.Key.Key_Delete)
        qtbot.waitUntil(lambda: "Nothing was dismissed" in labels(panel))
        assert with_issues.issues.count == 2

    def test_a_kind_is_dismissed_as_a_whole(self, qtbot, with_issues):
        panel = self.panel(qtbot, with_issues)
        panel.view.setCurrentIndex(line_of(panel, "Missing codes"))
        with qtbot.waitSignal(panel.dismiss_wanted) as told:
            QTest.keyClick(panel.view, Qt.Key.Key_Delete)
        assert [issue.check for issue in told.args[0]] == ["missing_code"]

    def test_nothing_found_is_said(self, qtbot, drafted):
        panel = self.panel(qtbot, drafted)
        assert "Nothing found" in labels(panel)
