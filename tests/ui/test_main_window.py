"""The window driven by keys and mouse; what comes of it is read from the session."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
)

from app.composition import program_services
from app.session import Session
from app.settings.table import EXPORT_FORMAT
from app.state import SaveKind, SaveState
from tests.ui.window import press, type_text
from tests.ui.window_keys import CONTROL, SHIFT
from translation.errors import InputError, ModelError, ProjectError
from translation.model.imported import Notice
from ui.appearance import Appearance
from ui.dialogs.export import ExportDialog
from ui.dialogs.models import ModelsDialog
from ui.main_window import MainWindow
from ui.review.segment_editor import SegmentEditor
from ui.widgets.drop_sign import DropSign
from ui.widgets.link import Link


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
