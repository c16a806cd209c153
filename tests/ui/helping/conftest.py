"""The window with a model beside it that the test plays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.composition import program_services
from app.session import Session
from tests.app.test_session import INFO, PlayedClient
from tests.ui.window import open_window
from translation.engines.events import EngineStateChanged
from translation.engines.protocol import Continued, Judged
from translation.engines.word_scores import WordScore


class Client(PlayedClient):
    """Remembers what is to be continued, and answers from a text that it knows."""

    KNOWS = "Kuwait is a vital partner of the States."

    def __init__(self, on_event):
        super().__init__(on_event)
        self.asked = []
        self.judged = []

    def continue_text(self, ask, about, typed, ways=0):
        self.asked.append((ask, about, typed))
        self.ways = ways

    def say_ways(self, *texts):
        self.play(Continued(self.asked[-1][0], texts))

    def say(self, text=None):
        ask, _, typed = self.asked[-1]
        rest = self.KNOWS.removeprefix(typed) if text is None else text
        self.play(Continued(ask, (rest,) if rest else ()))

    def judge(self, ask, about, text):
        """Find each word the less likely the longer it is."""
        self.judged.append(text)
        words, at = [], 0
        for word in text.split(" "):
            words.append(WordScore(at, len(word), -0.5 * len(word)))
            at += len(word) + 1
        self.play(Judged(ask, tuple(words)))


@pytest.fixture
def clients():
    return []


@pytest.fixture
def session(qapp, tmp_path, clients):
    def make(on_event):
        clients.append(Client(on_event))
        return clients[-1]

    services = replace(
        program_services(),
        projects_folder=lambda: tmp_path / "projects",
        make_engine_client=make,
    )
    made = Session(services)
    yield made
    made.close(discard=True)
    made.deleteLater()


@pytest.fixture
def window(qtbot, opened, appearance, clients):
    """The window with nothing translated yet and a model that is ready."""
    shown = open_window(qtbot, opened, appearance)
    opened.engine.start()
    with qtbot.waitSignal(opened.engine.changed):
        clients[0].play(EngineStateChanged("ready", INFO))
    shown.review.focus_editor()
    return shown


@pytest.fixture
def client(clients, window):
    return clients[0]


@pytest.fixture
def editor(window):
    return window.review.active.editor
