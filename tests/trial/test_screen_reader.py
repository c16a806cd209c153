"""A real client of AT-SPI hears the work: where one is, its source, its state, what came of it."""

from __future__ import annotations

import json
import queue
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from tests.trial.desk import PATIENCE, until

PYTHON = "/usr/bin/python3"
"""The system's own, for which Debian packs pyatspi."""
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
CLIENT = Path(__file__).with_name("screen_reader.py")


def missing() -> str:
    """Return what this machine lacks, "" for nothing."""
    if shutil.which("dbus-daemon") is None or not LAUNCHER.is_file():
        return "dbus and at-spi2-core are not installed here"
    asked = [PYTHON, "-c", "import pyatspi"]
    try:
        found = subprocess.run(asked, capture_output=True, check=False, timeout=PATIENCE)
    except OSError:
        return "there is no Python of the system here"
    return "" if found.returncode == 0 else "python3-pyatspi is not installed here"


class Listener:
    """The client and the buses it needs."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        folder.mkdir(mode=0o700)
        bus = f"unix:path={folder / 'bus'}"
        environment |= {
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "XDG_RUNTIME_DIR": str(folder),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        own = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
        daemon = ["dbus-daemon", "--session", "--nofork", f"--address={bus}"]
        self._processes = [subprocess.Popen(daemon, env=own, **quiet)]
        until("the session's bus", (folder / "bus").exists)
        launcher = [str(LAUNCHER), "--launch-immediately"]
        self._processes.append(subprocess.Popen(launcher, env=own, **quiet))
        self._environment = own
        self._lines: queue.Queue[list[object]] = queue.Queue()
        self.heard: list[list[str]] = []

    def start(self) -> None:
        """Begin to listen."""
        self._client = subprocess.Popen(
            [PYTHON, str(CLIENT), "muraji"],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(self._client)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        assert self._next() == ["ready", []]

    def _read(self) -> None:
        assert self._client.stdout is not None
        for line in self._client.stdout:
            self._lines.put(json.loads(line))

    def _next(self) -> list[object]:
        return self._lines.get(timeout=PATIENCE)

    def tree(self) -> list[list[object]]:
        """Return the program's tree: depth, role, name, description, focused."""
        assert self._client.stdin is not None
        self._client.stdin.write("\n")
        self._client.stdin.flush()
        while True:
            what, facts = self._next()
            if what == "tree":
                return facts
            self.heard.append(facts)

    def said(self) -> list[str]:
        """Return all that was announced so far."""
        while not self._lines.empty():
            what, facts = self._next()
            assert what == "heard"
            self.heard.append(facts)
        return [said for kind, _role, _name, said in self.heard if "announcement" in kind]

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(PATIENCE)
            if process.stdout is not None:
                self._reader.join(PATIENCE)
                process.stdin.close()
                process.stdout.close()


@pytest.fixture
def listener(desk, tmp_path):
    lacks = missing()
    if lacks:
        pytest.skip(lacks)
    made = Listener(tmp_path / "run", desk.environment)
    yield made
    made.close()


def test_a_review_can_be_heard(desk, listener, own_article):
    with desk.open(own_article) as window:
        listener.start()
        lines = own_article.read_text(encoding="utf-8").splitlines()

        def hear(what: str) -> str:
            return until(what, lambda: next((s for s in listener.said() if what in s), ""))

        def cells() -> list[str]:
            return [name for _d, role, name, *_r in listener.tree() if role == "table cell"]

        window.type("A new tram line")
        until("the text in its row", lambda: any("A new tram line" in cell for cell in cells()))
        window.press("ctrl+Return")
        hear("Segment 1: confirmed")
        second = hear("Segment 2, not started, source ")
        assert lines[2].split(".")[0] in second
        editor = ["text", "Translation of segment 2, not started"]
        until("the editor's name", lambda: editor in [facts[1:3] for facts in listener.heard])
        window.press("ctrl+Up")
        assert hear("Segment 1, confirmed").endswith("target A new tram line")
        window.press("ctrl+Up")
        hear("This is the first segment.")
        window.press("ctrl+z")  # after a key in vain it asks back where the step is elsewhere
        hear("Undone: confirming")

        sources = [cell for cell in cells() if cell.startswith("Segment 2, source: ")]
        assert [cell.endswith(", not started") for cell in sources] == [True]
        nodes = listener.tree()
        told = {"push button", "toggle button", "check box", "combo box", "text", "list", "table"}
        nameless = [node for node in nodes if node[1] in told and not node[2]]
        assert nameless == []
        window.press("ctrl+shift+p")
        hear("Open…")
        window.type("next unf")
        hear("Next unfinished")
        window.press("Escape")
        window.close()
