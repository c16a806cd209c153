"""What the tests of this folder share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.composition import program_services
from app.session import Session
from app.settings.preferring import Preferring
from app.settings.store import Settings
from tests.app.test_session import PlayedClient
from ui.appearance import Appearance
from ui.dialogs.preferences import PreferencesDialog
from ui.main_window import MainWindow


@pytest.fixture
def settings(qapp):
    made = Settings()
    yield made
    made.wait()


class Client(PlayedClient):
    """Remembers what it was asked for, and how."""

    def __init__(self, on_event):
        super().__init__(on_event)
        self.options = []

    def load(self, model, engine, threads):
        self.loaded.append((model, engine, threads))

    def translate(self, job, requests, options):
        super().translate(job, requests, options)
        self.options.append(options)


@pytest.fixture
def clients():
    return []


@pytest.fixture
def session(qapp, tmp_path, settings, clients):
    """The program's session, which goes by the settings; its engine is played."""

    def make(on_event):
        clients.append(Client(on_event))
        return clients[-1]

    services = replace(
        program_services(settings),
        projects_folder=lambda: tmp_path / "projects",
        make_engine_client=make,
    )
    made = Session(services)
    Preferring(settings, made)
    yield made
    made.close(discard=True)
    made.deleteLater()


@pytest.fixture
def window(qtbot, drafted, settings):
    """The window with the small article open and drafted."""
    appearance = Appearance(settings=settings)
    appearance.apply()
    made = MainWindow(drafted, appearance)
    qtbot.addWidget(made, before_close_func=lambda _w: drafted.close(discard=True))
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def dialog(window, qtbot):
    """The preferences, opened by their key."""
    window.review.focus_editor()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, alt)
    made = window.findChild(PreferencesDialog)
    qtbot.waitActive(made)
    return made
