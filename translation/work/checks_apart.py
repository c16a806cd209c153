"""Checking in a process of its own: a long document costs the window no time.

The profile with the terms and then what is to be checked go down the pipe as pickles: whatever
reads them trusts the program already. Findings come back as JSON, which can make nobody run
anything.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import queue
import sys
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, TypeAlias

from translation.model.issue import Issue, Severity
from translation.model.mark import Side
from translation.quality.checks import Checker
from translation.quality.profile import USUAL
from translation.system.fed_process import FedProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from translation.quality import Profile, Subject
    from translation.quality.terms import TermFinder

    Found: TypeAlias = list[tuple[str, tuple[Issue, ...]]]

MODULE = "translation.work.checks_apart"
_BETWEEN_SEARCHES = 100_000
"""Objects between two searches for cycles: what comes in has none, and is much."""
NICENESS = 10
"""How far the process steps back before whatever else wants the processor."""


class CheckProcess:
    """The process, from the program's side.

    ``on_found`` is told, for what was given at one time, every segment id with its issues and
    the processor time that it took, in seconds; None where the process has died. It is called
    from a thread of its own. ``profile`` says which checks are run, ``terms`` are those that
    translations are held to; ``module`` is what runs there.
    """

    def __init__(
        self,
        on_found: Callable[[tuple[Found, float] | None], None],
        profile: Profile = USUAL,
        terms: TermFinder | None = None,
        module: str = MODULE,
    ) -> None:
        self._on_found = on_found
        self._profile, self._terms = profile, terms
        self._given: queue.SimpleQueue[Sequence[Subject] | None] = queue.SimpleQueue()
        self._ids: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        self._process = FedProcess(module, [], self._pieces(), self._listen)

    def check(self, subjects: Sequence[Subject]) -> None:
        """Have segments checked; returns at once."""
        self._ids.put([subject.segment_id for subject in subjects])
        self._given.put(subjects)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._on_found = lambda found: None
        self._given.put(None)
        self._process.end()

    def _pieces(self) -> Iterator[bytes]:
        yield pickle.dumps((self._profile, self._terms), pickle.HIGHEST_PROTOCOL)
        while (subjects := self._given.get()) is not None:
            yield pickle.dumps(subjects, pickle.HIGHEST_PROTOCOL)

    def _listen(self, output: IO[bytes]) -> None:
        with suppress(ValueError, KeyError):  # it died in the middle of a line
            for line in output:
                said = json.loads(line)
                found: dict[str, tuple[Issue, ...]] = dict.fromkeys(self._ids.get(), ())
                for id_, *parts in said["issues"]:
                    found[id_] = (*found[id_], _issue(id_, *parts))
                self._on_found((list(found.items()), said["seconds"]))
        self._on_found(None)


def _issue(
    segment_id: str,
    check: str,
    severity: int,
    facts: list[list[str]],
    start: int,
    length: int,
    fixes: list[str],
    side: str,
) -> Issue:
    told = tuple((name, value) for name, value in facts)
    place = start, length, tuple(fixes), Side(side)
    return Issue(check, Severity(severity), segment_id, told, *place)


def main() -> None:
    """Check whatever comes in, until nothing comes any more."""
    with suppress(AttributeError, OSError):  # Windows has another way, and it is only courtesy
        os.nice(NICENESS)
    gc.set_threshold(_BETWEEN_SEARCHES)
    given, told = sys.stdin.buffer, sys.stdout.buffer
    try:
        find_issues = Checker(*pickle.load(given)).find_issues
    except EOFError:
        return
    while True:
        since = time.process_time()  # To wait takes none; to take them in is half the work.
        try:
            subjects = pickle.load(given)
        except EOFError:
            return
        issues = [
            [i.segment_id, i.check, i.severity, i.facts, i.start, i.length, i.fixes, i.side.value]
            for subject in subjects
            for i in find_issues(subject)
        ]
        said = {"issues": issues, "seconds": time.process_time() - since}
        told.write(json.dumps(said).encode("utf-8") + b"\n")
        told.flush()


if __name__ == "__main__":
    main()
