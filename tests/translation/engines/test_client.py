"""The engine process: what it answers, how it is given up, and that nobody loses it or by it."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translation.engines.client import (
    Batch,
    EngineClient,
    EngineStateChanged,
    Event,
    Failed,
    Finished,
    Restarted,
)
from translation.engines.continuing import About
from translation.engines.pipeline import Request
from translation.engines.protocol import Continued
from translation.model.ports import DecodingOptions

pytestmark = pytest.mark.model

SENTENCES = (
    "وصل الوزير إلى العاصمة صباح اليوم.",
    "قالت الشركة إنها ستفتح مصنعا جديدا في العام المقبل.",
    "لم تعلن الحكومة بعد عن موعد الانتخابات.",
    "تساقطت الأمطار على معظم مناطق البلاد، وأغلقت المدارس أبوابها.",
    "يرى الخبراء أن أسعار الغذاء ستبقى مرتفعة حتى نهاية السنة.",
)
QUICK = DecodingOptions(beam_size=1, max_length=64)
PATIENCE = 60
"""Seconds until a test gives up waiting; no test measures how quick the machine is."""


class Listener:
    """A client and the events it told, in order."""

    def __init__(self, command: list[str] | None = None, **patience: float) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.seen: list[Event] = []
        self.client = EngineClient(self.events.put, command, **patience)

    def until(self, *kinds: type) -> Event:
        while True:
            event = self.events.get(timeout=PATIENCE)
            self.seen.append(event)
            if isinstance(event, kinds):
                return event

    def ready(self) -> EngineStateChanged:
        while True:
            event = self.until(EngineStateChanged)
            assert isinstance(event, EngineStateChanged)
            if event.state in ("ready", "failed", "not_installed"):
                return event

    def answered(self, job: int) -> list[str]:
        batches = [e for e in self.seen if isinstance(e, Batch) and e.job == job]
        return [result.id for batch in batches for result in batch.results]


@pytest.fixture
def listener():
    it = Listener()
    yield it
    it.client.close()


def requests(count: int) -> list[Request]:
    return [Request(str(n), f"{SENTENCES[n % len(SENTENCES)]} {n}") for n in range(count)]


@pytest.mark.usefixtures("fresh_cache")
def test_loads_translates_and_tells_in_order(listener: Listener) -> None:
    listener.client.start()
    listener.client.load("starter")
    ready = listener.ready()
    assert ready.state == "ready"
    assert ready.info is not None
    assert ready.info.quality == "trial"
    states = [e.state for e in listener.seen if isinstance(e, EngineStateChanged)]
    assert states == ["loading", "converting", "ready"]
    listener.client.translate(7, requests(40), QUICK)
    assert listener.until(Finished, Failed) == Finished(7)
    assert sorted(listener.answered(7), key=int) == [str(n) for n in range(40)]


def test_a_job_asked_before_the_start_is_done(listener: Listener) -> None:
    listener.client.load("starter")
    listener.client.translate(1, requests(3), QUICK)
    listener.client.start()
    assert listener.until(Finished, Failed) == Finished(1)
    assert len(listener.answered(1)) == 3


def test_a_model_that_is_not_there_is_said_so(listener: Listener) -> None:
    listener.client.start()
    listener.client.load("no-such-model")
    state = listener.ready()
    assert state.state == "not_installed"
    assert "no-such-model" in state.detail
    listener.client.translate(1, requests(2), QUICK)
    failed = listener.until(Finished, Failed)
    assert isinstance(failed, Failed)
    assert failed.error.code == "model.missing_folder"


def test_killed_in_a_job_it_is_started_again_and_the_job_is_finished(listener: Listener) -> None:
    listener.client.start()
    listener.client.load("starter")
    listener.ready()
    first = listener.client.process_id
    assert first is not None
    listener.client.translate(1, requests(200), QUICK)
    listener.until(Batch)
    os.kill(first, signal.SIGKILL)
    restarted = listener.until(Restarted, Finished, Failed)
    assert isinstance(restarted, Restarted)
    assert str(restarted.error)
    assert listener.until(Finished, Failed) == Finished(1)
    assert sorted(listener.answered(1), key=int) == [str(n) for n in range(200)]
    assert listener.client.process_id != first


def test_a_job_it_keeps_dying_of_is_given_up(tmp_path: Path) -> None:
    script = tmp_path / "dies.py"
    script.write_text("import sys; sys.stdin.buffer.read(4); sys.exit(9)\n")
    listener = Listener([sys.executable, str(script)])
    listener.client.load("starter")
    listener.client.translate(1, requests(2), QUICK)
    listener.client.start()
    failed = listener.until(Failed, Finished)
    assert isinstance(failed, Failed)
    assert failed.error.code == "engine.keeps_dying"
    assert [e.times for e in listener.seen if isinstance(e, Restarted)] == [1, 2]
    listener.client.close()


def test_a_process_that_talks_nonsense_is_not_believed(tmp_path: Path) -> None:
    script = tmp_path / "nonsense.py"
    script.write_text(
        "print('Warning: a library prints this' * 9, flush=True)\nimport time\ntime.sleep(60)\n"
    )
    listener = Listener([sys.executable, str(script)])
    listener.client.start()
    listener.client.load("starter")
    state = listener.ready()
    assert state.error is not None
    assert state.error.code == "engine.keeps_dying"
    listener.client.close()


def test_a_process_that_cannot_be_started_is_said_so(tmp_path: Path) -> None:
    listener = Listener([str(tmp_path / "absent")])
    listener.client.translate(1, requests(1), QUICK)
    listener.client.start()
    failed = listener.until(Failed, Finished)
    assert isinstance(failed, Failed)
    assert failed.error.code == "engine.not_started"
    listener.client.close()


def test_nothing_of_a_cancelled_job_comes_and_the_next_one_does(listener: Listener) -> None:
    listener.client.start()
    listener.client.load("starter")
    listener.ready()
    listener.client.translate(1, requests(400), QUICK)
    listener.until(Batch)
    listener.client.cancel(1)
    while not listener.events.empty():
        assert listener.events.get() != Finished(1)
    listener.seen.clear()
    listener.client.translate(2, requests(5), QUICK)
    assert listener.until(Finished, Failed) == Finished(2)
    assert listener.answered(1) == []
    assert len(listener.answered(2)) == 5
    assert not any(isinstance(e, Restarted) for e in listener.seen)


def test_a_process_stuck_in_a_cancelled_job_is_replaced(tmp_path: Path) -> None:
    script = tmp_path / "stuck.py"
    marker = tmp_path / "was-here"
    script.write_text(
        "import pathlib, sys, time\n"
        f"sys.path.insert(0, {str(Path(__file__).resolve().parents[3])!r})\n"
        f"marker = pathlib.Path({str(marker)!r})\n"
        "if marker.exists():\n"
        "    from translation.engines import worker\n"
        "    sys.exit(worker.main())\n"
        "marker.touch()\n"
        "time.sleep(600)\n"
    )
    listener = Listener([sys.executable, str(script)])
    listener.client.load("starter")
    listener.client.translate(1, requests(3), QUICK)
    listener.client.start()
    while not marker.exists():
        time.sleep(0.01)
    listener.client.cancel(1)
    listener.client.translate(2, requests(3), QUICK)
    assert listener.until(Finished, Failed) == Finished(2)
    assert not any(isinstance(e, Restarted) for e in listener.seen)
    assert listener.answered(1) == []
    listener.client.close()


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing stops a process there")
def test_stopped_in_a_job_it_is_said_to_hang_and_the_job_is_finished() -> None:
    listener = Listener(hang_seconds=3)
    listener.client.load("starter")
    listener.client.start()
    listener.ready()
    first = listener.client.process_id
    assert first is not None
    listener.client.translate(1, requests(60), QUICK)
    listener.until(Batch)
    os.kill(first, signal.SIGSTOP)
    restarted = listener.until(Restarted, Finished, Failed)
    assert restarted == Restarted(1, hung=True)
    assert isinstance(restarted, Restarted)
    assert restarted.error.code == "engine.hung"
    assert listener.until(Finished, Failed) == Finished(1)
    assert sorted(listener.answered(1), key=int) == [str(n) for n in range(60)]
    assert not is_running(first)
    listener.client.close()


HANGS_ONCE = """
import pathlib, sys, time
sys.path.insert(0, {repository!r})
marker = pathlib.Path({marker!r})
from translation.engines import loading, worker
if not marker.exists():
    marker.touch()
    {hang}
sys.exit(worker.main())
"""

STUCK_ENGINE = """
    worker.LONGEST_BATCH_SECONDS = 0.5
    load = loading.load_engine
    def load_stuck(*args):
        engine = load(*args)
        engine.translate = lambda sources, options: time.sleep(600)
        return engine
    loading.load_engine = load_stuck
"""


@pytest.mark.parametrize(
    "hang",
    [
        pytest.param("time.sleep(600)", id="says-nothing-from-the-start"),
        pytest.param(STUCK_ENGINE.strip(), id="decodes-for-ever"),
    ],
)
def test_a_process_that_hangs_is_replaced_and_the_job_goes_on(tmp_path: Path, hang: str) -> None:
    script = tmp_path / "hangs.py"
    repository, marker = str(Path(__file__).resolve().parents[3]), str(tmp_path / "was-here")
    script.write_text(HANGS_ONCE.format(repository=repository, marker=marker, hang=hang))
    listener = Listener([sys.executable, str(script)], hang_seconds=4, hang_seconds_loading=6)
    listener.client.load("starter")
    listener.client.translate(1, requests(3), QUICK)
    listener.client.start()
    assert listener.until(Restarted, Finished, Failed) == Restarted(1, hung=True)
    assert listener.until(Finished, Failed) == Finished(1)
    assert len(listener.answered(1)) == 3
    listener.client.close()


def test_one_that_is_slow_but_at_work_is_left_alone(tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    repository = str(Path(__file__).resolve().parents[3])
    slow = STUCK_ENGINE.replace("worker.LONGEST_BATCH_SECONDS = 0.5", "decode = None").replace(
        "engine.translate = lambda sources, options: time.sleep(600)",
        "decode = engine.translate\n"
        "        engine.translate = lambda s, o: time.sleep(5) or decode(s, o)",
    )
    marker = str(tmp_path / "was-here")
    script.write_text(HANGS_ONCE.format(repository=repository, marker=marker, hang=slow.strip()))
    listener = Listener([sys.executable, str(script)], hang_seconds=3.5)
    listener.client.load("starter")
    listener.client.translate(1, requests(2), QUICK)
    listener.client.start()
    assert listener.until(Restarted, Finished, Failed) == Finished(1)
    listener.client.close()


def test_closing_in_mid_job_leaves_no_process(listener: Listener) -> None:
    listener.client.start()
    listener.client.load("starter")
    listener.ready()
    child = listener.client.process_id
    listener.client.translate(1, requests(400), DecodingOptions())
    listener.until(Batch)
    listener.client.close()
    assert child is not None
    assert not is_running(child)
    assert listener.client.process_id is None


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is not for Windows")
def test_killing_the_program_leaves_no_engine_process(tmp_path: Path, repository: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import sys, time\n"
        f"sys.path[:0] = [{str(repository)!r}]\n"
        "from tests.translation.engines.test_client import Listener, requests\n"
        "from translation.engines.client import Batch\n"
        "from translation.model.ports import DecodingOptions\n"
        "listener = Listener()\n"
        "listener.client.start()\n"
        "listener.client.load('starter')\n"
        "listener.client.translate(1, requests(2000), DecodingOptions())\n"
        "listener.until(Batch)\n"
        "print(listener.client.process_id, flush=True)\n"
        "time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        child = int(running.stdout.readline())
        assert is_running(child)
        running.kill()
    deadline = time.monotonic() + PATIENCE
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(child)


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process_id}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_the_latest_wish_of_somebody_who_types_is_answered_while_drafts_are_made(
    listener: Listener,
) -> None:
    listener.client.start()
    listener.client.load()
    listener.ready()
    listener.client.translate(1, requests(60), QUICK)
    for ask, typed in enumerate(("", "T", "Th", "The ")):
        listener.client.continue_text(ask, About(SENTENCES[0]), typed)
    answered = listener.until(Continued)
    while isinstance(answered, Continued) and answered.ask != 3:
        answered = listener.until(Continued)
    assert isinstance(answered, Continued)
    (text,) = answered.texts
    assert text.strip() == text
    listener.client.continue_text(4, About(SENTENCES[0]), "The Minister", ways=5)
    ways = listener.until(Continued)
    assert isinstance(ways, Continued)
    assert len(set(ways.texts)) == 5
    listener.until(Finished)
    assert len(listener.answered(1)) == 60


def test_nothing_follows_where_there_is_no_model_or_the_source_is_too_long(
    listener: Listener,
) -> None:
    listener.client.start()
    listener.client.load("no-such-model")
    assert listener.ready().state == "not_installed"
    listener.client.continue_text(1, About(SENTENCES[0]), "The ")
    assert listener.until(Continued) == Continued(1, ())
    listener.client.load()
    listener.ready()
    listener.client.continue_text(2, About(" ".join(SENTENCES * 20)), "The ")
    assert listener.until(Continued) == Continued(2, ())
