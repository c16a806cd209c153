"""Translating: with the real engine process, and its failures with an engine client we play."""

from __future__ import annotations

import os
import signal
import threading
import time
from dataclasses import replace

import pytest

from app.composition import program_services
from app.engine.translating import TRANSLATE
from app.state import EngineState, SaveKind
from translation.engines.client import EngineClient
from translation.engines.events import Batch, EngineStateChanged, Failed, Finished, Restarted
from translation.engines.pieces import Result
from translation.errors import EngineError, ModelError
from translation.model.language import LanguagePair
from translation.model.ports import ModelInfo
from translation.store import ProjectFile
from translation.system import preferences

INFO = ModelInfo("ct2", "starter", "1", "ar", "en", 64)


def ids(session):
    return [s.id for s in session.document.segments]


def drafts(session):
    current = session.document.current_draft
    return [d.text if (d := current(s)) else None for s in session.document.segments]


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values[0] if values else None))
    return got


TWO_FILES = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="ar.txt" source-language="ar" target-language="en" datatype="plaintext"><body>
<trans-unit id="one"><source>خط جديد.</source></trans-unit></body></file>
<file original="fr.txt" source-language="fr" target-language="de" datatype="plaintext"><body>
<trans-unit id="two"><source>Une ligne.</source></trans-unit></body></file>
</xliff>
"""


class PlayedClient:
    """An engine client whose events the test plays, from another thread as the real one does."""

    def __init__(self, on_event):
        self.on_event = on_event
        self.jobs = {}
        self.loaded = []
        self.cancelled = []

    def start(self):
        pass

    def load(self, model, engine, threads):
        self.loaded.append(model)

    def translate(self, job, requests, options):
        self.jobs[job] = list(requests)

    def cancel(self, job):
        self.cancelled.append(job)

    def close(self):
        pass

    def play(self, *events):
        thread = threading.Thread(target=lambda: [self.on_event(event) for event in events])
        thread.start()
        thread.join()

    def answer(self, job, number):
        """Answer the next requests of a job."""
        asked, self.jobs[job] = self.jobs[job][:number], self.jobs[job][number:]
        results = tuple(Result(r.id, f"draft of {r.id}", -0.5) for r in asked)
        self.play(Batch(job, results))


@pytest.fixture
def played(make_session, article_file, qtbot):
    """A session with the small article open, and the client it will use."""
    clients = []

    def make(on_event):
        clients.append(PlayedClient(on_event))
        return clients[-1]

    session = make_session(make_engine_client=make)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    session.engine.start()
    return session, clients[0]


@pytest.fixture
def ready(played, qtbot):
    session, client = played
    with qtbot.waitSignal(session.engine.changed):
        client.play(EngineStateChanged("ready", INFO))
    return session, client


def test_settings_out_of_range_are_said_when_the_engine_starts(make_session):
    preferences.settings_path().write_text('{"beam_size": 0, "threads": 2}', encoding="utf-8")
    session = make_session(
        make_engine_client=PlayedClient, setting_refusals=program_services().setting_refusals
    )
    said = heard(session.noticed)
    session.engine.start()
    assert [(n.code, dict(n.facts)["setting"]) for n in said] == [("setting_refused", "beam_size")]


class TestWithAPlayedClient:
    def test_a_model_of_several_languages_is_asked_for_the_files(self, ready, qtbot):
        session, client = ready
        info = replace(INFO, target_codes=("apc", "ara", "fra"), source_language="en")
        session.editor.set_pair(session.document.files[0].id, LanguagePair("en", "ar"))
        client.play(EngineStateChanged("ready", info))
        qtbot.waitUntil(lambda: session.engine.status.info == info)
        with qtbot.waitSignal(session.noticed) as noticed:
            session.engine.translate()
        assert dict(noticed.args[0].facts)["code"] == ">>ara<<"
        (requests,) = client.jobs.values()
        assert {request.target for request in requests} == {"ar"}

    def test_the_state_of_the_engine_is_shown(self, played, qtbot):
        session, client = played
        assert session.engine.status.state is EngineState.LOADING
        for state in ("converting", "ready"):
            with qtbot.waitSignal(session.engine.changed):
                client.play(EngineStateChanged(state, INFO))
            assert session.engine.status.state == state
        assert session.engine.status.info == INFO

    def test_visible_segments_come_first(self, ready):
        session, client = ready
        first, second, third, fourth = ids(session)
        session.engine.translate(first=[third, second])
        assert [r.id for r in client.jobs[1]] == [third, second, first, fourth]

    def test_drafts_arrive_in_batches_and_are_saved(self, ready, qtbot):
        session, client = ready
        changed = heard(session.editor.changed)
        session.engine.translate()
        client.answer(1, 3)
        qtbot.waitUntil(lambda: bool(changed))
        assert [list(change.drafted) for change in changed] == [ids(session)[:3]]
        assert (session.jobs.current.done, session.jobs.current.total) == (3, 4)
        client.answer(1, 1)
        client.play(Finished(1))
        qtbot.waitUntil(lambda: session.jobs.current is None)
        assert drafts(session) == [f"draft of {id_}" for id_ in ids(session)]
        draft = session.document.current_draft(session.document.segments[0])
        assert (draft.engine, draft.model, draft.revision, draft.score) == (
            "ct2",
            "starter",
            "1",
            -0.5,
        )
        qtbot.waitUntil(lambda: session.autosave.state.kind is SaveKind.SAVED)
        path = session.files.path
        session.close()
        project = ProjectFile.open(path)
        assert len(project.document.drafts) == 4
        project.close()

    def test_only_what_lacks_a_draft_is_asked(self, ready, qtbot):
        session, client = ready
        first, second, third, fourth = ids(session)
        session.editor.copy_source(first)
        session.engine.translate([second])
        client.answer(1, 1)
        client.play(Finished(1))
        qtbot.waitUntil(lambda: session.jobs.current is None)
        session.engine.translate()
        assert [r.id for r in client.jobs[2]] == [third, fourth]

    def test_a_target_is_never_touched(self, ready, qtbot):
        session, client = ready
        first = ids(session)[0]
        session.engine.translate()
        session.editor.type_text(first, "mine", 0, 4)
        client.answer(1, 4)
        qtbot.waitUntil(lambda: None not in drafts(session))
        assert session.document.segment(first).target == "mine"
        session.editor.undo()
        assert session.document.shown_target(session.document.segment(first)).startswith("draft")

    def test_a_split_makes_the_late_draft_stale_and_undo_makes_it_current(self, ready, qtbot):
        session, client = ready
        second = ids(session)[1]
        session.engine.translate()
        session.editor.split(second, 5)
        client.answer(1, 4)
        qtbot.waitUntil(lambda: len(session.document.drafts) == 4)
        assert drafts(session)[1:3] == [None, None]
        session.editor.undo()
        assert drafts(session)[1] == f"draft of {second}"

    def test_cancel_is_at_once_and_nothing_comes_late(self, ready, qtbot):
        session, client = ready
        session.engine.translate()
        client.answer(1, 1)  # waits in the GUI thread's queue
        began = time.monotonic()
        session.jobs.cancel()
        assert time.monotonic() - began < 0.3
        assert session.jobs.current is None
        assert client.cancelled == [1]
        client.answer(1, 1)
        qtbot.wait(50)
        assert drafts(session) == [None] * 4
        session.engine.translate()
        assert [r.id for r in client.jobs[2]] == ids(session)

    def test_asking_again_puts_the_new_first_and_forgets_nothing(self, ready):
        session, client = ready
        first, second, third, _ = ids(session)
        session.engine.translate([first, second])
        session.engine.translate([third])
        assert client.cancelled == [1]
        assert [r.id for r in client.jobs[2]] == [third, first, second]

    def test_what_is_asked_too_early_waits_for_the_model(self, played, qtbot):
        session, client = played
        session.engine.translate()
        assert session.jobs.current.kind is TRANSLATE
        assert client.jobs == {}
        client.play(EngineStateChanged("ready", INFO))
        qtbot.waitUntil(lambda: 1 in client.jobs)

    @pytest.mark.parametrize("state", ["failed", "not_installed"])
    def test_a_model_that_fails_ends_the_job_with_its_sentence(self, played, qtbot, state):
        session, client = played
        session.engine.translate()
        with qtbot.waitSignal(session.failed) as failed:
            client.play(EngineStateChanged(state, error=ModelError("missing_folder", model="x")))
        assert failed.args[0].reason == "missing_folder"
        assert session.jobs.current is None
        assert session.engine.status.state == state
        session.engine.translate()
        assert client.loaded == [None, None]

    def test_a_failed_job_keeps_what_came(self, ready, qtbot):
        session, client = ready
        session.engine.translate()
        client.answer(1, 2)
        with qtbot.waitSignal(session.failed):
            client.play(Failed(1, EngineError("keeps_dying", times=3)))
        assert drafts(session)[1:3] == [f"draft of {ids(session)[1]}", None]
        assert session.jobs.current is None

    @pytest.mark.parametrize(("hung", "code"), [(False, "engine_restarted"), (True, "engine_hung")])
    def test_a_restart_is_said_and_the_job_goes_on(self, ready, qtbot, hung, code):
        session, client = ready
        session.engine.translate()
        with qtbot.waitSignal(session.noticed) as noticed:
            client.play(Restarted(1, hung), EngineStateChanged("loading"))
        assert noticed.args[0].code == code
        client.answer(1, 4)
        client.play(EngineStateChanged("ready", INFO), Finished(1))
        qtbot.waitUntil(lambda: session.jobs.current is None)
        assert None not in drafts(session)
        assert client.cancelled == []

    def test_a_model_of_other_languages_is_refused(self, ready, qtbot):
        session, _ = ready
        session.editor.set_pair(session.document.files[0].id, LanguagePair("fr", "de"))
        with qtbot.waitSignal(session.failed) as failed:
            session.engine.translate()
        assert failed.args[0].reason == "wrong_pair"
        assert session.jobs.current is None

    def test_files_in_other_languages_are_left_out_and_named(self, ready, qtbot, tmp_path):
        session, client = ready
        path = tmp_path / "two.xlf"
        path.write_text(TWO_FILES, encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(path)
        with qtbot.waitSignal(session.noticed) as noticed:
            session.engine.translate()
        assert noticed.args[0].code == "other_languages"
        assert dict(noticed.args[0].facts)["file"] == "fr.txt"
        assert [request.id for request in client.jobs[1]] == ["one"]
        assert session.jobs.current.total == 1

    def test_nothing_to_do_is_said(self, ready, qtbot):
        session, _ = ready
        with qtbot.waitSignal(session.noticed) as noticed:
            session.engine.translate([])
        assert noticed.args[0].code == "nothing_to_translate"

    def test_using_and_installing_a_model_is_remembered(self, ready, qtbot, services):
        session, client = ready
        session.engine.install_model("other", accept_licence=True)
        qtbot.waitUntil(lambda: client.loaded == [None, "other"])
        assert services.load_preferences().model == "other"
        assert session.jobs.current is None

    def test_what_is_no_model_is_refused_and_the_present_one_goes_on(
        self, ready, qtbot, services, tmp_path
    ):
        session, client = ready
        session.engine.translate()
        with qtbot.waitSignal(session.failed) as failed:
            session.engine.use_model(str(tmp_path))
        assert failed.args[0].reason == "missing_file"
        assert not services.load_preferences().model
        assert client.loaded == [None]
        assert client.cancelled == []
        assert session.engine.status.info == INFO

    def test_another_document_ends_the_job(self, ready, tmp_path, qtbot):
        session, client = ready
        session.engine.translate()
        other = tmp_path / "other.txt"
        other.write_text("Only this.", encoding="utf-8")
        with qtbot.waitSignal(session.editor.document_replaced):
            session.files.open(other)
        assert client.cancelled == [1]
        assert session.jobs.current is None


@pytest.fixture
def real(make_session, article_file, qtbot):
    """A session whose engine is the real process with the bundled starter model."""
    clients = []

    def make(on_event):
        clients.append(EngineClient(on_event))
        return clients[-1]

    session = make_session(make_engine_client=make)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    session.engine.start()
    qtbot.waitUntil(lambda: session.engine.status.state is EngineState.READY)
    return session, clients[0]


@pytest.mark.model
class TestWithTheStarterModel:
    def test_drafts_come_and_survive_a_killed_process(self, real, qtbot):
        session, client = real
        notices = heard(session.noticed)
        session.engine.translate()
        os.kill(client.process_id, signal.SIGKILL)
        qtbot.waitUntil(lambda: session.jobs.current is None)
        assert all(drafts(session))
        assert [n.code for n in notices if n.code.startswith("engine")] == ["engine_restarted"]

    def test_a_whole_review(self, real, qtbot, tmp_path):
        session, _ = real
        session.engine.translate()
        qtbot.waitUntil(lambda: session.jobs.current is None)
        assert session.scores.scores.document is None
        first = session.editor.active_id
        shown = session.document.shown_target(session.document.segment(first))
        session.editor.type_text(first, shown + " indeed", len(shown), len(shown) + 7)
        session.editor.activate(session.editor.confirm(first))
        session.editor.activate(session.editor.confirm(session.editor.active_id))
        qtbot.waitUntil(lambda: session.scores.scores.covered == 2)
        assert set(session.scores.scores.document) == {"BLEU", "chrF", "TER"}
        assert session.scores.scores.total == 4
        assert session.scores.scores.untouched == 0.5
        session.editor.undo()
        qtbot.waitUntil(lambda: session.scores.scores.covered == 1)
        out = tmp_path / "out.xlf"
        with qtbot.waitSignal(session.noticed):
            session.files.export(out)
        assert b"mt-suggestion" in out.read_bytes()
