"""A desk to try the program at: a display of its own, a keyboard, and eyes on the files.

    with Desk(folder) as desk, desk.open(article) as window:
        window.press("F5")

Every wait asks for a condition again and again and gives up only after PATIENCE.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self, TypeVar

from PySide6.QtGui import QImage

T = TypeVar("T")

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds to wait for anything: far more than a slow machine needs."""
_PAUSE = 0.05
_NO_SOCKETS = '''"""Forbids sockets to anywhere but this machine's own display."""
import socket

_Socket = socket.socket


class _LocalSocket(_Socket):
    def __init__(self, family=-1, *rest, **named):
        if family != socket.AF_UNIX and "fileno" not in named:
            raise PermissionError("a socket was asked for")
        super().__init__(family, *rest, **named)


socket.socket = _LocalSocket
'''


def missing_tools() -> list[str]:
    """Return the programs that a trial needs and this machine lacks."""
    return [name for name in ("Xvfb", "openbox", "xdotool") if shutil.which(name) is None]


def until(what: str, condition: Callable[[], T]) -> T:
    """Wait until ``condition`` gives something true, and return it."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for: {what}")
        time.sleep(_PAUSE)
    return found


class Desk:
    """An X server on a free display with a window manager; programs run without a network."""

    def __init__(self, home: Path, size: str = "1500x1000") -> None:
        self.home = home
        self._size = size
        self._pixels = home / "screen"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        heard, said = os.pipe()
        self._pixels.mkdir(parents=True)
        screen = ("-screen", "0", f"{self._size}x24", "-fbdir", str(self._pixels))
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(said), *screen, "-nolisten", "tcp", "-noreset"],
            pass_fds=[said],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(said)
        self._processes.append(server)
        with os.fdopen(heard) as answer:
            display = answer.readline().strip()
        if not display:
            self.close()
            raise AssertionError("Xvfb does not start")
        self.environment = self._make_environment(f":{display}")
        manager = ["openbox", "--sm-disable"]
        self._processes.append(
            subprocess.Popen(
                manager,
                env=self.environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        until("the window manager", lambda: self.x("get_desktop"))
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Put everything away."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(PATIENCE)
        self._processes.clear()

    def _make_environment(self, display: str) -> dict[str, str]:
        left_out = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "MURAJI_SETTINGS", "XDG_RUNTIME_DIR"}
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        guard = self.home / "guard"
        guard.mkdir(parents=True)
        (guard / "sitecustomize.py").write_text(_NO_SOCKETS, encoding="utf-8")
        # Who confirms for the first time is asked for a name; here somebody gave one before.
        settings = self.home / "CONFIG" / "muraji" / "settings.json"
        settings.parent.mkdir(parents=True)
        settings.write_text('{"author": "Rana"}', encoding="utf-8")
        own = {f"XDG_{name}_HOME": str(self.home / name) for name in ("CONFIG", "DATA", "STATE")}
        return (
            kept
            | own
            | {
                "DISPLAY": display,
                "HOME": str(self.home),
                "QT_QPA_PLATFORM": "xcb",
                "LANG": "C.UTF-8",
                "PYTHONPATH": str(guard),
            }
        )

    def open(self, file: Path, **environment: str) -> Window:
        """Start the program on a file and wait until its window shows it."""
        window = Window(self, file, environment)
        self._processes.append(window.process)
        window.wait_for(file.name)
        return window

    def x(self, *arguments: str) -> str:
        """Run xdotool and return what it says; nothing where it fails."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def active_title(self) -> str:
        """Return the title of the window that has the keyboard."""
        return self.x("getactivewindow", "getwindowname")

    def settle(self) -> None:
        """Wait until the screen has stopped changing: two looks at it in a row are the same."""
        looks = [b""]

        def is_still() -> bool:
            time.sleep(0.4)
            looks.append(self._shown())
            return looks.pop(0) == looks[-1]

        until("a screen that stands still", is_still)

    def picture(self, path: Path) -> None:
        """Keep a picture of the whole screen."""
        width, height = map(int, self._size.split("x"))
        image = QImage(self._shown(), width, height, 4 * width, QImage.Format.Format_RGB32)
        assert image.save(str(path)), path

    def _shown(self) -> bytes:
        """Return the pixels, which Xvfb writes last in its file, behind header and colours."""
        width, height = map(int, self._size.split("x"))
        return (self._pixels / "Xvfb_screen0").read_bytes()[-4 * width * height :]


class Window:
    """The program as a person has it before them."""

    def __init__(self, desk: Desk, file: Path, environment: dict[str, str]) -> None:
        self._desk = desk
        self._heard = (desk.home / f"said-{time.monotonic_ns()}.txt").open("w+b")
        self.process = subprocess.Popen(
            [*_offline(), sys.executable, "main.py", str(file)],
            cwd=REPOSITORY,
            env=desk.environment | environment,
            stderr=self._heard,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()
        self._heard.close()

    @property
    def pid(self) -> int:
        """The process that shows the window."""
        return self.process.pid

    def wait_for(self, title: str) -> None:
        """Wait until a window of ours with this in its title has the keyboard."""

        def is_there() -> bool:
            assert self.process.poll() is None, self.said()
            return self.has_keyboard() and title in self._desk.active_title()

        until(f"a window titled {title}", is_there)

    def has_keyboard(self) -> bool:
        """Tell whether keys go to this program."""
        return self._desk.x("getactivewindow", "getwindowpid") == str(self.pid)

    def press(self, *keys: str) -> None:
        """Press keys, named as xdotool names them: "ctrl+Return"."""
        self._desk.x("key", "--delay", "20", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._desk.x("type", "--delay", "15", text)

    def close(self) -> None:
        """Close the window as a person does, and wait for the program's end."""
        self.press("alt+F4")
        until("the program's end", lambda: self.process.poll() is not None)
        said = self.said()
        assert self.process.returncode == 0, said
        assert not said, said

    def kill(self) -> None:
        """Kill the program; it cannot say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def said(self) -> str:
        """Return what the program wrote on standard error."""
        self._heard.seek(0)
        return self._heard.read().decode(errors="replace")


def _offline() -> Sequence[str]:
    """Return what runs a program in a network of nothing, where this machine allows that."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and not subprocess.run([*words, "true"], capture_output=True, check=False).returncode
        ):
            return words
    return []


def descendants(pid: int) -> dict[int, str]:
    """Return the processes below one, with their command lines (Linux)."""
    parents: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        found = re.match(r".*\) \w (\d+)", _read(place / "stat"), re.DOTALL)
        if found:
            parents.setdefault(int(found[1]), []).append(int(place.name))
    waiting, below = [pid], {}
    while waiting:
        for child in parents.get(waiting.pop(), []):
            below[child] = _read(Path(f"/proc/{child}/cmdline")).replace("\0", " ")
            waiting.append(child)
    return below


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be buried does not."""
    state = re.match(r".*\) (\w)", _read(Path(f"/proc/{pid}/stat")), re.DOTALL)
    return state is not None and state[1] != "Z"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # the process has just ended
