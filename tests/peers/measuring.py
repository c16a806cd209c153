"""One program on one file: until it is painted, until it is idle, and the memory then."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.peers.processes import family, memory, processor_seconds
from tests.peers.screen import Screen, screen

_LOOK = 0.04
"""Seconds between two looks."""
_SPAN = 1.0
"""Seconds over which the processor is looked at."""
IDLE_SHARE = 0.1
"""Less than this part of one processor, over a second, is idle: a caret blinks."""
STILL = 4.0
"""Seconds that a program has to be idle for it to have come to rest."""
LEAST = 8.0
"""Seconds that everybody is watched, be it only to read the processor's time by its ticks."""
LONGEST = 180.0
"""Seconds after which nobody waits any more."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds since the start, seconds of processor time until idle, and MB (PSS) then.

    ``idle`` is None where it was busy for as long as anybody waited.
    """

    painted: float
    idle: float | None
    spent: float
    memory: float


def measure(command: Sequence[str], file: Path, picture: Path | None = None) -> Measured:
    """Start a program on a copy of a file, with settings of its own, and watch it.

    ``picture`` is where what it showed at last is put (XWD).
    """
    with tempfile.TemporaryDirectory() as folder, screen() as shown:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        run = [*command, str(copy)]
        if shutil.which("dbus-run-session"):
            run = ["dbus-run-session", "--", *run]
        started = time.perf_counter()
        program = subprocess.Popen(
            run,
            env=_environment(Path(folder), shown.name),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            found = _watch(program, shown, started)
            if picture is not None:
                shutil.copyfile(shown.file, picture)
            return found
        finally:
            _end(program)


def _watch(program: subprocess.Popen[bytes], shown: Screen, started: float) -> Measured:
    busy, spent = 0.0, 0.0
    looks = [(0.0, 0.0)]
    while True:
        time.sleep(_LOOK)
        now, used = time.perf_counter() - started, processor_seconds(program.pid)
        if program.poll() is not None:
            raise RuntimeError(f"{program.args!r} ended with {program.returncode}")
        shown.look(now)
        looks.append((now, used))
        while looks[1][0] <= now - _SPAN:
            del looks[0]
        if used - looks[0][1] > IDLE_SHARE * _SPAN and used > looks[-2][1]:
            busy, spent = now, used
        is_idle = now > busy + STILL and now > LEAST
        if is_idle or now > LONGEST:
            painted = shown.painted()
            idle = max(busy, painted) if is_idle else None
            return Measured(painted, idle, spent, memory(program.pid))


def _environment(home: Path, display: str) -> dict[str, str]:
    folders = {
        f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "CACHE", "STATE")
    }
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND", "DBUS_"))}
    # As after installing: what Python has compiled is kept, for the rounds that follow.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    kept["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "muraji-peers-compiled")
    kept |= folders | {"HOME": str(home), "DISPLAY": display, "LANG": "C.UTF-8"}
    return kept | {"XDG_RUNTIME_DIR": str(home), "MURAJI_SETTINGS": str(home / "settings.json")}


def _end(program: subprocess.Popen[bytes]) -> None:
    for process in reversed(family(program.pid)):
        try:
            os.kill(process, 9)
        except ProcessLookupError:
            continue
    program.wait()
