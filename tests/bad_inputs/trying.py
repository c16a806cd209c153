"""Commands of the program, each run in a process of its own that is measured and watched.

    with Trials() as trials:
        tried = trials.run("convert", "a.docx", "-o", "a.tsv")

The processes are forked from one that has only imported the command line, so that what they
take is what the file costs them. Linux and macOS.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

REPOSITORY = Path(__file__).resolve().parents[2]
SECONDS, MEGABYTES = 2.0, 300.0
"""What a bad input may take."""
_KILOBYTE = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss."""
_CHANGES = frozenset(
    "os.remove os.rename os.mkdir os.rmdir os.symlink os.link os.truncate os.chmod".split()
)
_PROGRAMS = frozenset("os.system os.exec os.posix_spawn os.startfile subprocess.Popen".split())


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a command: ``seconds`` of the clock, the most ``megabytes`` it held at once.

    ``written`` are the paths it opened for writing or changed, ``programs`` the ones it started,
    ``sockets`` what it wanted of the network.
    """

    status: int
    said: str
    seconds: float
    megabytes: float
    written: tuple[str, ...]
    programs: tuple[str, ...]
    sockets: tuple[str, ...]


class Trials:
    """The process that the others are forked from."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bad_inputs.trying"],
            cwd=REPOSITORY,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def run(self, *words: str | Path) -> Tried:
        """Run ``main.py`` with these words."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([str(word) for word in words]) + "\n")
        self._process.stdin.flush()
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return Tried(**{name: tuple(v) if type(v) is list else v for name, v in found.items()})


def _serve() -> None:
    from lxml import etree

    import translation.work.documents
    from translation.cli.main import run

    assert etree
    assert translation.work.documents
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as text:
        text.write("x")
        text.flush()
        # So that what every command imports is imported; its output is no answer.
        with contextlib.redirect_stdout(io.StringIO()):
            run(["segment", text.name])
    for line in sys.stdin:
        with tempfile.TemporaryFile("w+b") as said, tempfile.TemporaryFile("w+") as seen:
            start = time.monotonic()
            child = os.fork()
            if not child:
                _run(json.loads(line), said.fileno(), seen.fileno())
            _, status, used = os.wait4(child, 0)
            seconds = time.monotonic() - start
            said.seek(0)
            seen.seek(0)
            events = [json.loads(event) for event in seen]
            found = {
                "status": os.waitstatus_to_exitcode(status),
                "said": said.read().decode(errors="replace"),
                "seconds": seconds,
                "megabytes": used.ru_maxrss * _KILOBYTE / 1e6,
                **{
                    kind: [what for event, what in events if event == kind]
                    for kind in ("written", "programs", "sockets")
                },
            }
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def _run(words: list[str], said: int, seen: int) -> None:
    """Be the process of one command; never returns."""
    from translation.cli.main import run

    status = 70
    try:
        os.dup2(said, 1)
        os.dup2(said, 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        sys.addaudithook(Watch(seen))
        status = run(words)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)


class Watch:
    """Notes what a process does outside of itself."""

    def __init__(self, seen: int) -> None:
        self._seen = seen

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, str | bytes) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                self._note("written", os.fsdecode(path))
        elif event in _CHANGES:
            self._note("written", os.fspath(arguments[0]))
        elif event in _PROGRAMS:
            self._note("programs", repr(arguments[1] if len(arguments) > 1 else arguments[0]))
        elif event.startswith("socket."):
            self._note("sockets", event)

    def _note(self, kind: str, what: str) -> None:
        os.write(self._seen, json.dumps([kind, what]).encode() + b"\n")


if __name__ == "__main__":
    _serve()
