"""The window from start to end, as main.py runs it, the engine left out."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from app.engine.work import EngineWork
from ui import application
from ui.dialogs.crash import CrashDialog
from ui.main_window import MainWindow


@pytest.fixture
def run(qapp, session, monkeypatch):
    """Run the application on a file; ``then`` is called with the window once it is idle."""
    monkeypatch.setattr(application, "make_application", lambda _arguments: qapp)
    monkeypatch.setattr(EngineWork, "start", lambda _self: None)

    def start(file, then):
        def look():
            window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
            if file is not None and not len(session.document) and not window.messages.sentences:
                QTimer.singleShot(20, look)
                return
            then(window)

        QTimer.singleShot(0, look)
        try:
            return application.run(file, lambda _settings: session)
        finally:
            for window in QApplication.topLevelWidgets():
                window.close()
                window.deleteLater()

    return start


def test_it_opens_the_file_it_is_given_and_ends_well(run, article_file, session):
    titles = []

    def then(window):
        titles.append(window.windowTitle())
        window.close()

    assert run(article_file, then) == 0
    assert titles == ["\u200eحوار.ar.txt — Muraji"]


def test_a_file_that_cannot_be_opened_is_a_sentence_in_the_window(run, tmp_path):
    said = []

    def then(window):
        said.extend(window.messages.sentences)
        window.close()

    assert run(tmp_path / "missing.txt", then) == 0
    assert "there is no such file" in said[0]


def test_an_unexpected_error_is_told_and_the_window_goes_on(run, article_file, qtbot):
    told = []

    def then(window):
        def look_at_the_dialog():
            dialog = window.findChild(CrashDialog)
            told.extend(label.text() for label in dialog.findChildren(QLabel))
            dialog.close()
            assert window.isVisible()
            window.close()

        QTimer.singleShot(0, stumble)
        QTimer.singleShot(300, look_at_the_dialog)

    def stumble():
        raise RuntimeError("on purpose")

    assert run(article_file, then) == 0
    assert any("Your work is saved" in text for text in told)
