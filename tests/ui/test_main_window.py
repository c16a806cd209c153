"""The window driven by keys and mouse; what comes of it is read from the session."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QTextEdit,
    QToolButton,
)

from app.composition import program_services
from app.engine.translating import TRANSLATE
from app.session import Session
from app.settings.table import EXPORT_FORMAT
from app.state import EngineState, EngineStatus, Job, SaveKind, SaveState
from tests.ui.draft_rows import draft_all
from tests.ui.eye import as_rich
from tests.ui.window import open_window, press, type_text
from translation.errors import InputError, ModelError, ProjectError
from translation.model.imported import Notice
from translation.model.ports import ModelInfo
from translation.model.segment import SegmentState
from translation.system import preferences
from ui.actions.table import ACTIONS
from ui.appearance import Appearance
from ui.dialogs.dismiss import DismissDialog
from ui.dialogs.drafts import DraftsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.models import ModelsDialog
from ui.dialogs.restore_points import NamePointDialog
from ui.main_window import MainWindow
from ui.review.header import ReviewHeader
from ui.review.segment_editor import SegmentEditor
from ui.theme import LIGHT
from ui.widgets.drop_sign import DropSign
from ui.widgets.link import Link
from ui.widgets.model_chip import ModelChip

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def appearance(qapp):
    made = Appearance()
    made.choose("light")
    made.apply()
    return made


@pytest.fixture
def empty_window(qtbot, session, appearance):
    """The window with nothing open."""
    made = MainWindow(session, appearance)
    qtbot.addWidget(made, before_close_func=lambda _window: session.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def window(qtbot, drafted, appearance):
    """The window with the small article open and drafted."""
    return open_window(qtbot, drafted, appearance)


def state(session, row):
    return session.document.segments[row].state


class TestKeys:
    def test_a_review_with_the_keyboard_alone(self, window, drafted):
        press(Qt.Key.Key_A, CONTROL)
        type_text("A vital partner")
        press(Qt.Key.Key_Return, CONTROL)
        first = drafted.document.segments[0]
        assert (first.target, first.state) == ("A vital partner", SegmentState.CONFIRMED)
        assert drafted.editor.active_id == drafted.document.segments[1].id
        press(Qt.Key.Key_Enter, CONTROL | Qt.KeyboardModifier.KeypadModifier)
        second = drafted.document.segments[1]
        assert second.target == "Draft of row 1."
        press(Qt.Key.Key_Z, CONTROL)
        assert state(drafted, 1) is SegmentState.INITIAL
        assert drafted.editor.active_id == second.id
        press(Qt.Key.Key_Y, CONTROL)
        assert state(drafted, 1) is SegmentState.CONFIRMED
        press(Qt.Key.Key_Z, CONTROL)
        press(Qt.Key.Key_Z, CONTROL | SHIFT)
        assert state(drafted, 1) is SegmentState.CONFIRMED

    def test_moving(self, window, drafted):
        ids = [segment.id for segment in drafted.document.segments]
        press(Qt.Key.Key_Down, CONTROL)
        assert drafted.editor.active_id == ids[1]
        press(Qt.Key.Key_Up, CONTROL)
        assert drafted.editor.active_id == ids[0]
        drafted.editor.confirm(ids[0])
        drafted.editor.confirm(ids[1])
        press(Qt.Key.Key_Down, CONTROL | SHIFT)
        assert drafted.editor.active_id == ids[2]

    @pytest.mark.parametrize(
        ("key", "modifiers", "target", "reached"),
        [
            (Qt.Key.Key_T, CONTROL, "Draft of row 0.", SegmentState.EDITED),
            (Qt.Key.Key_Space, CONTROL, "Draft of row 0.", SegmentState.EDITED),
            (Qt.Key.Key_R, CONTROL | SHIFT, "Draft of row 0.", SegmentState.REVIEWED),
            (Qt.Key.Key_L, CONTROL | SHIFT, "Draft of row 0.", SegmentState.FINAL),
        ],
    )
    def test_taking_the_draft_over(self, window, drafted, key, modifiers, target, reached):
        press(key, modifiers)
        segment = drafted.document.segments[0]
        assert (segment.target, segment.state) == (target, reached)

    def test_copying_the_source_and_clearing(self, window, drafted):
        press(Qt.Key.Key_Insert, CONTROL)
        assert drafted.document.segments[0].target == drafted.document.segments[0].source
        press(Qt.Key.Key_Delete, CONTROL | SHIFT)
        assert drafted.document.segments[0].target is None

    def test_furniture_comes_back_with_one_key(self, window, drafted):
        last = drafted.document.segments[-1]
        assert drafted.document.is_furniture(last)
        window.review.go_to(last.id)
        press(Qt.Key.Key_X, CONTROL | SHIFT)
        assert not drafted.document.is_furniture(drafted.document.segments[-1])
        press(Qt.Key.Key_X, CONTROL | SHIFT)
        assert drafted.document.is_furniture(drafted.document.segments[-1])

    def test_final_takes_no_typing_until_it_is_unlocked(self, window, drafted):
        press(Qt.Key.Key_L, CONTROL | SHIFT)
        type_text("x")
        press(Qt.Key.Key_Backspace)
        press(Qt.Key.Key_V, CONTROL)
        press(Qt.Key.Key_V, CONTROL | SHIFT)
        first = drafted.document.segments[0]
        assert (first.target, first.state) == ("Draft of row 0.", SegmentState.FINAL)
        assert len([s for s in window.messages.sentences if "final" in s]) == 1
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_T, Qt.Key.Key_J):
            press(key, CONTROL | SHIFT if key == Qt.Key.Key_Delete else CONTROL)
        assert drafted.document.segments[0] == first
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        type_text("x")
        assert drafted.document.segments[0].target == "xDraft of row 0."

    @pytest.mark.parametrize("key", [Qt.Key.Key_R, Qt.Key.Key_L])
    def test_a_stray_letter_changes_no_settled_text_and_that_is_said(self, window, drafted, key):
        first = drafted.document.segments[0]
        press(key, CONTROL | SHIFT)
        drafted.editor.activate(first.id)
        settled = state(drafted, 0)
        type_text("x")
        assert state(drafted, 0) is settled
        assert drafted.document.segments[0].target == "Draft of row 0."
        assert any("Ctrl+Shift+U" in sentence for sentence in window.messages.sentences)
        press(Qt.Key.Key_U, CONTROL | SHIFT)
        type_text("x")
        assert state(drafted, 0) is SegmentState.EDITED
        assert "x" in drafted.document.segments[0].target

    def test_pasting_plain_text_pastes(self, window, drafted):
        path = drafted.files.path
        QApplication.clipboard().setText("Pasted ")
        press(Qt.Key.Key_V, CONTROL | SHIFT)
        assert drafted.document.segments[0].target == "Pasted Draft of row 0."
        assert drafted.files.path == path

    def test_f7_and_ctrl_shift_f_destroy_nothing(self, window, drafted):
        before = drafted.document.snapshot()
        press(Qt.Key.Key_F7)
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        assert drafted.document.snapshot() == before
        assert window.filter_field.hasFocus()

    def test_ctrl_w_closes_the_document_and_not_the_window(self, window, drafted, qtbot):
        path, first = drafted.files.path, drafted.document.segments[0].id
        type_text("Kept. ")
        press(Qt.Key.Key_W, CONTROL)
        assert window.isVisible()
        assert drafted.files.path is None
        assert len(drafted.document) == 0
        assert window.windowTitle() == "Muraji"
        press(Qt.Key.Key_W, CONTROL)
        with qtbot.waitSignal(drafted.editor.document_replaced):
            drafted.files.open(path)
        assert drafted.document.segment(first).target == "Kept. Draft of row 0."
        assert not drafted.editor.read_only

    def test_an_empty_translation_is_asked_back_before_it_is_confirmed(self, window, drafted):
        press(Qt.Key.Key_A, CONTROL)
        press(Qt.Key.Key_Delete)
        press(Qt.Key.Key_Return, CONTROL)
        assert state(drafted, 0) is SegmentState.EDITED
        assert any("empty" in sentence for sentence in window.messages.sentences)
        press(Qt.Key.Key_Return, CONTROL)
        assert state(drafted, 0) is SegmentState.CONFIRMED
        assert drafted.document.segments[0].target == ""

    def test_the_headings_take_the_keyboard_for_no_longer_than_the_mouse(self, window):
        editor = QApplication.focusWidget()
        assert editor is window.review.active.editor
        header = window.findChild(ReviewHeader)
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(header.viewport(), left, pos=QPoint(60, 12))
        header.parentWidget().setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.mouseRelease(header.viewport(), left, pos=QPoint(60, 12))
        assert QApplication.focusWidget() is editor

    def test_commands_that_do_nothing_say_so(self, window, drafted):
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Home)
        press(Qt.Key.Key_J, CONTROL | SHIFT)
        type_text("x")
        press(Qt.Key.Key_T, CONTROL)
        assert drafted.document.segments[0].target == "Draft of row 0."
        press(Qt.Key.Key_T, CONTROL)
        said = " ".join(message.sentence for message in window.messages.log)
        for words in ("found nothing", "to say where to split", "The draft stands here already"):
            assert words in said

    def test_escape_puts_the_messages_away(self, window, drafted):
        window.messages.show_message("Something failed.", "error")
        press(Qt.Key.Key_Escape)
        assert window.messages.sentences == []
        assert window.messages.isHidden()

    def test_undo_says_what_it_takes_back_and_where_it_is_far(self, window, drafted):
        type_text("x")
        assert window.actions_["undo"].text().endswith("typing")
        drafted.editor.activate(drafted.document.segments[2].id)
        window.review.focus_editor()
        press(Qt.Key.Key_Z, CONTROL)
        assert window.messages.sentences == ["Undone: typing, segment 1"]

    def test_other_drafts_can_be_chosen(self, window, drafted, qtbot):
        segment = drafted.document.segments[0]
        again = replace(drafted.document.drafts.current(segment), id=999, text="Another draft.")
        drafted.engine.take_drafts([again])
        assert drafted.document.shown_target(drafted.document.segments[0]) == "Another draft."
        press(Qt.Key.Key_T, CONTROL | SHIFT)
        dialog = window.findChild(DraftsDialog)
        shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert [text.split("\n")[0] for text in shown] == ["Another draft.", "Draft of row 0."]
        dialog.list.setCurrentRow(1)
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
        assert drafted.document.shown_target(drafted.document.segments[0]) == "Draft of row 0."

    def test_merging(self, window, drafted):
        window.review.go_to(drafted.document.segments[1].id)
        count = len(drafted.document)
        press(Qt.Key.Key_J, CONTROL)
        assert len(drafted.document) == count - 1
        press(Qt.Key.Key_Z, CONTROL)
        assert len(drafted.document) == count

    def test_a_restore_point(self, window, drafted, qtbot):
        press(Qt.Key.Key_S, CONTROL)
        dialog = window.findChild(NamePointDialog)
        qtbot.waitUntil(dialog.name.hasFocus)
        assert dialog.name.selectedText() == "0 of 4 confirmed"
        type_text("Before lunch")
        press(Qt.Key.Key_Return)
        points = drafted.files
        qtbot.waitUntil(lambda: [one.label for one in points.restoring.points] == ["Before lunch"])
        assert "Restore point made" in window.messages.sentences[-1]

    def test_filtering_and_coming_back(self, window, drafted, qtbot):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        assert QApplication.focusWidget() is window.filter_field
        QApplication.focusWidget().insert("الحوار")  # QTest types Latin letters only.
        press(Qt.Key.Key_Return)
        assert window.review.shown_count() == 1
        assert QApplication.focusWidget() is not window.filter_field
        press(Qt.Key.Key_A, CONTROL | SHIFT)
        qtbot.waitUntil(lambda: window.review.shown_count() == len(drafted.document))

    def test_escape_clears_the_filter(self, window, drafted, qtbot):
        press(Qt.Key.Key_F, CONTROL | SHIFT)
        type_text("state:final")
        qtbot.waitUntil(lambda: window.review.shown_count() == 0)
        press(Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: window.review.shown_count() == len(drafted.document))
        press(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is not window.filter_field

    def test_the_filter_takes_its_own_keys_but_not_that_of_export(self, window, drafted):
        window.filter_field.setFocus()
        for key, taken in ((Qt.Key.Key_E, False), (Qt.Key.Key_A, True)):
            event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
            event.ignore()
            QApplication.sendEvent(window.filter_field, event)
            assert event.isAccepted() is taken

    def test_text_grows_and_shrinks(self, window):
        usual = window.appearance.theme.text_size
        press(Qt.Key.Key_Equal, CONTROL)
        assert window.appearance.theme.text_size == usual + 1
        press(Qt.Key.Key_Minus, CONTROL)
        press(Qt.Key.Key_Minus, CONTROL)
        assert window.appearance.theme.text_size == usual - 1
        press(Qt.Key.Key_0, CONTROL)
        assert window.appearance.theme.text_size == usual

    def test_help(self, window):
        press(Qt.Key.Key_F1)
        dialog = window.findChild(HelpDialog)
        assert dialog.isVisible()
        dialog.close()

    def test_escape_cancels_the_background_work(self, window, drafted, monkeypatch):
        cancelled = []
        monkeypatch.setattr(drafted.jobs, "cancel", lambda: cancelled.append(True))
        press(Qt.Key.Key_Escape)
        assert not cancelled
        monkeypatch.setattr(
            type(drafted.jobs), "current", property(lambda _self: Job(TRANSLATE, 7, 31))
        )
        drafted.jobs.changed.emit(drafted.jobs.current)
        assert window.status.job.text() == "Translating 7 of 31"
        press(Qt.Key.Key_Escape)
        assert cancelled


class Greedy(QTextEdit):
    """An editor that claims every key there is."""

    def event(self, event):
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_no_editor_takes_a_key_of_the_table(empty_window):
    editor = Greedy(empty_window)
    empty_window.actions_.win_over(editor)
    taken = []
    for spec in ACTIONS:
        empty_window.actions_[spec.id].setEnabled(True)
        for keys in spec.shortcuts:
            pressed = QKeySequence(keys)[0]
            event = QKeyEvent(
                QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers(), "x"
            )
            QApplication.sendEvent(editor, event)
            taken += [keys] if event.isAccepted() else []
    assert not taken


@pytest.mark.parametrize(("key", "written"), [("L", "ł"), ("E", "€"), ("9", "]"), ("L", "")])
def test_what_altgr_writes_is_written_though_the_key_is_bound(window, drafted, key, written):
    """Windows says Ctrl and Alt of AltGr; the text tells it from the two keys themselves."""
    lock = next(spec for spec in ACTIONS if spec.id == "lock")
    window.keys.bind(lock, [f"Ctrl+Alt+{key}"])
    editor = window.review.active.editor
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    pressed = Qt.Key(QKeySequence(key)[0].key())
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed, held, written)
    QApplication.sendEvent(editor, event)
    assert event.isAccepted() is bool(written)
    if written:
        editor.set_caret(0)
        QApplication.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, pressed, held, written))
        assert drafted.document.segments[0].target.startswith(written)


@pytest.mark.qt_log_ignore("This plugin does not support (grabbing|raise|propagateSizeHints)")
class TestIssues:
    @pytest.fixture
    def wrong(self, window, drafted, qtbot):
        """Two references in the third row, one stranger in the fourth."""
        qtbot.waitUntil(lambda: not drafted.issues.unchecked)
        rows = drafted.document.segments
        drafted.editor.type_text(rows[2].id, "Tom &amp; Ann &amp; Bob", 0, 0)
        drafted.editor.type_text(rows[3].id, "see https://a.example/b", 0, 0)
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

    def test_a_fix_is_two_keys(self, window, wrong, qtbot):
        press(Qt.Key.Key_F8)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        menu = self.offered(qtbot)
        assert menu.actions()[0].text().startswith("Character references")
        QTest.keyClick(menu, Qt.Key.Key_Return)
        assert wrong.document.segments[2].target == "Tom & Ann & Bob"

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
def other(qapp):
    """Another session, as another window has it."""
    made = Session(program_services())
    yield made
    made.close(discard=True)
    made.deleteLater()


class TestWindow:
    def test_with_nothing_open_it_says_how_to_begin(self, empty_window):
        assert empty_window.windowTitle() == "Muraji"
        assert empty_window.actions_["open"].isEnabled()
        assert not empty_window.actions_["confirm"].isEnabled()
        assert not empty_window.filter_field.isEnabled()

    def test_the_title_names_the_article(self, window):
        assert window.windowTitle() == "\u200eحوار.ar.txt — Muraji"

    def test_opening_with_the_mouse(self, empty_window, session, article_file, qtbot, monkeypatch):
        answer = ([str(article_file)], "")
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: answer)
        button = next(b for b in empty_window.findChildren(QToolButton) if b.text() == "Open…")
        with qtbot.waitSignal(session.editor.document_replaced):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert session.files.title == article_file.name
        assert empty_window.actions_["confirm"].isEnabled()

    def test_a_dropped_file_is_opened(self, empty_window, session, article_file, qtbot):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(article_file))])
        with qtbot.waitSignal(session.editor.document_replaced):
            drop(empty_window, data)
        assert session.files.title == article_file.name

    def test_a_dropped_link_is_asked_about_first(self, empty_window, session, monkeypatch):
        from ui.dialogs.open_url import OpenUrlDialog

        asked = []
        monkeypatch.setattr(session.files, "open_page", asked.append)
        data = QMimeData()
        data.setUrls([QUrl("https://example.org/a")])
        drop(empty_window, data)
        assert empty_window.findChild(OpenUrlDialog).request.text() == "https://example.org/a"
        assert not asked

    def test_a_file_dropped_on_the_text_is_opened_not_pasted(self, window, drafted):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile("/somewhere/else.txt")])
        editor = window.review.findChild(SegmentEditor)
        assert not editor.canInsertFromMimeData(data)

    def test_the_clipboard_becomes_a_document(self, empty_window, session, qtbot):
        QApplication.clipboard().setText("جملة أولى. جملة ثانية.")
        with qtbot.waitSignal(session.editor.document_replaced):
            QTest.keyClick(empty_window, Qt.Key.Key_N, CONTROL | SHIFT)
        assert [s.source for s in session.document.segments] == ["جملة أولى.", "جملة ثانية."]

    def test_an_empty_clipboard_is_said(self, empty_window):
        QApplication.clipboard().clear()
        QTest.keyClick(empty_window, Qt.Key.Key_N, CONTROL | SHIFT)
        assert empty_window.messages.sentences == ["The clipboard holds no text."]

    def test_exporting(self, window, drafted, tmp_path, qtbot):
        drafted.editor.confirm(drafted.editor.active_id)
        press(Qt.Key.Key_E, CONTROL)
        dialog = window.findChild(ExportDialog)
        dialog.name.setText(str(tmp_path / "out.tsv"))
        with qtbot.waitSignal(drafted.noticed):
            dialog.accept()
        assert "Draft of row 0." in (tmp_path / "out.tsv").read_text("utf-8")
        assert "out.tsv" in window.messages.sentences[-1]

    def test_a_web_page_is_fetched_only_when_the_button_says_so(
        self, empty_window, session, monkeypatch, qtbot
    ):
        from ui.dialogs.open_url import OpenUrlDialog

        asked = []
        monkeypatch.setattr(session.files, "open_page", asked.append)
        press(Qt.Key.Key_O, CONTROL | SHIFT)
        dialog = empty_window.findChild(OpenUrlDialog)
        dialog.address.setText("https://example.org/a")
        assert not asked
        dialog.accept()
        assert [address.url for address in asked] == ["https://example.org/a"]

    def test_a_failure_is_a_sentence_not_a_box(self, window, drafted):
        drafted.failed.emit(InputError("empty", file="x.txt"))
        assert window.messages.sentences == ["x.txt is empty."]
        window.messages.clear()
        assert not window.messages.sentences

    def test_a_failing_model_offers_the_way_out(self, window, drafted, qtbot):
        from PySide6.QtWidgets import QPushButton

        drafted.failed.emit(ModelError("missing_folder", model="m"))
        button = window.messages.findChild(QPushButton, "messageAction")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        window.findChild(ModelsDialog).close()

    def test_the_same_message_stands_there_once(self, window, drafted):
        for _time in range(3):
            drafted.failed.emit(InputError("empty", file="x.txt"))
        for number in range(6):
            drafted.noticed.emit(Notice("repaired", (("file", str(number)), ("detail", "d"))))
        assert len(window.messages.sentences) == 7
        shown = [label.text() for label in window.messages.findChildren(QLabel) if label.text()]
        assert len(shown) == 1, "the others are counted"
        assert window.messages.findChild(Link).text() == "6 more · show all"

    def test_a_sentence_that_begins_with_an_arabic_name_runs_as_the_others(self, window, drafted):
        drafted.noticed.emit(Notice("exported", (("file", "خبر.txt"),)))
        label = next(x for x in window.messages.findChildren(QLabel) if "خبر" in x.text())
        assert label.text().startswith("\u200e")
        assert window.messages.sentences[-1].startswith("\u2066خبر.txt\u2069 was")

    def test_an_export_offers_its_folder_and_is_remembered(
        self, window, drafted, tmp_path, qtbot, monkeypatch
    ):
        window.actions_["export"].trigger()
        dialog = window.findChildren(ExportDialog)[-1]
        dialog.name.setText(str(tmp_path / "a.tsv"))
        dialog.accept()
        qtbot.waitUntil(lambda: "a.tsv" in "".join(window.messages.sentences))
        asked = []
        monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
        button = window.messages.findChild(QPushButton, "messageAction")
        assert button.text() == "Open its folder"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked == [QUrl.fromLocalFile(str(tmp_path))]
        assert window.appearance.settings.value(EXPORT_FORMAT) == "tsv"
        window.actions_["export"].trigger()
        again = window.findChildren(ExportDialog)[-1]
        assert (again.format_id, again.name.text()) == ("tsv", str(tmp_path / "a.tsv"))
        again.close()

    def test_of_exports_only_the_latest_is_told(self, window, drafted, tmp_path, qtbot):
        for name in ("a.txt", "b.tsv"):
            window.actions_["export"].trigger()
            dialog = window.findChildren(ExportDialog)[-1]
            dialog.name.setText(str(tmp_path / name))
            dialog.accept()
            qtbot.waitUntil(lambda: name in "".join(window.messages.sentences))  # noqa: B023
        assert (tmp_path / "a.txt").exists()
        assert "a.txt" not in "".join(window.messages.sentences)

    def test_a_second_window_reads_only_and_says_who_has_it(
        self, window, other, article_file, qtbot, appearance
    ):
        second = MainWindow(other, appearance)
        qtbot.addWidget(second, before_close_func=lambda _w: other.close(discard=True))
        with qtbot.waitSignal(other.noticed):
            other.files.open(Path(f"{article_file}.muraji"))
        assert "open elsewhere" in second.messages.sentences[0]
        assert second.status.saving.text() == "Read-only"
        assert not second.actions_["confirm"].isEnabled()
        assert second.actions_["export"].isEnabled()

    def test_a_failure_to_save_is_not_only_in_the_corner(self, window, drafted):
        error = ProjectError("disk_full", file="a.muraji")
        drafted.autosave.changed.emit(SaveState(SaveKind.FAILED, None, "full", error))
        assert window.messages.sentences == ["a.muraji cannot be saved: the disk is full."]
        assert window.status.saving.text().startswith("Not saved")

    def test_a_failure_to_save_is_said_once_until_it_is_saved(self, window, drafted):
        failed = SaveState(SaveKind.FAILED, None, "", ProjectError("disk_full", file="a.muraji"))
        sentence = "a.muraji cannot be saved: the disk is full."
        drafted.autosave.changed.emit(failed)
        window.messages.show_message("b.txt was not written: the disk is full.", "error")
        for _ in range(3):  # It is tried again every second.
            drafted.autosave.changed.emit(failed)
        assert window.messages.sentences[-1].startswith("b.txt")
        assert [m.sentence for m in window.messages.log].count(sentence) == 1
        drafted.autosave.changed.emit(SaveState(SaveKind.SAVED))
        assert sentence not in window.messages.sentences
        drafted.autosave.changed.emit(failed)
        assert window.messages.sentences[-1] == sentence

    def test_panels_are_hidden_by_key(self, window):
        press(Qt.Key.Key_F9)
        assert not window.side.shown
        assert not window.actions_["side_panels"].isChecked()
        press(Qt.Key.Key_F9)
        assert window.side.shown

    def test_another_theme_reaches_every_part(self, window):
        window.actions_["theme_dark"].trigger()
        assert window.appearance.theme.name == "dark"
        assert window.side.panels["scores"].theme.name == "dark"
        assert not window.grab().isNull()
        window.actions_["theme_light"].trigger()

    def test_look_and_size_are_kept(self, window, drafted, qtbot):
        window.actions_["theme_contrast"].trigger()
        press(Qt.Key.Key_Equal, CONTROL)
        again = Appearance()
        assert again.choice == "contrast"
        assert again.theme.text_size == window.appearance.theme.text_size
        window.actions_["theme_light"].trigger()

    def test_closing_saves_everything(self, window, drafted, article_file):
        type_text("More. ")
        window.close()
        from translation.work.documents import open_document

        opened = open_document(Path(f"{article_file}.muraji"))
        assert opened.project is not None
        opened.project.close()
        assert opened.document.segments[0].target.startswith("More.")

    @pytest.mark.parametrize("choice", ["keep", "discard"])
    def test_what_cannot_be_saved_is_for_a_person_to_decide(
        self, window, drafted, monkeypatch, choice
    ):
        closed = []

        def close(*, discard=False):
            closed.append(discard)
            return discard

        monkeypatch.setattr(drafted, "close", close)

        def answer(box):
            wanted = (
                QMessageBox.ButtonRole.DestructiveRole
                if choice == "discard"
                else QMessageBox.ButtonRole.RejectRole
            )
            for button in box.buttons():
                if box.buttonRole(button) == wanted:
                    button.click()
            return 0

        monkeypatch.setattr(QMessageBox, "exec", answer)
        assert window.close() is (choice == "discard")
        assert closed == ([False, True] if choice == "discard" else [False])

    def test_everything_the_keyboard_reaches_has_a_name(self, window):
        from PySide6.QtWidgets import QWidget

        unnamed = [
            part
            for part in window.findChildren(QWidget)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
            and part.isVisible()
            and not (part.accessibleName() or getattr(part, "text", str)())
        ]
        assert not unnamed


def enter(window, data):
    entering = QDragEnterEvent(
        QPoint(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()


def drop(window, data):
    enter(window, data)
    event = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)


def test_what_is_dragged_over_the_window_is_named(window):
    sign = window.findChild(DropSign)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/<b>&else.docx")])
    enter(window, data)
    assert sign.isVisible()
    assert "<b>&else.docx" in sign.words
    assert sign.geometry().contains(window.review.mapTo(window, QPoint(50, 50)))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not sign.isVisible()
    drop(window, data)
    assert not sign.isVisible()


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
